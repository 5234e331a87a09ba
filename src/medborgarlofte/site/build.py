"""From a workspace to the files of a site."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from medborgarlofte.load import Workspace
from medborgarlofte.site.page import Page, Site
from medborgarlofte.site.pages import PAGES
from medborgarlofte.site.templates import Templates
from medborgarlofte.text import Language

STATIC: Final = ("style.css",)


def build(
    workspace: Workspace, *, lang: Language, own_templates: Path | None = None
) -> Iterator[tuple[str, bytes]]:
    """Every file of the site with its path, one at a time. Raises LofteError when a template is wrong."""
    site = Site(workspace, lang)
    templates = Templates(lang, own_templates)
    for page in (page for kind in PAGES for page in kind(site)):
        yield from _files(page, templates)
    for name in STATIC:
        yield name, templates.static(name)


def _files(page: Page, templates: Templates) -> Iterator[tuple[str, bytes]]:
    shared = {"title": page.title, "address": page.address, "root": page.root, **page.data}
    for kind, suffix in (("html", "html"), ("markdown", "md")):
        text = templates.render(kind, f"{page.template}.{suffix}", shared)
        yield f"{page.address}.{suffix}", text.encode()
