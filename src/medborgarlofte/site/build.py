"""From a workspace to the files of a site."""

import hashlib
import json
from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path
from typing import Any, Final

from medborgarlofte import __version__
from medborgarlofte.load import Workspace
from medborgarlofte.site.data_files import data_files
from medborgarlofte.site.page import Page, Site
from medborgarlofte.site.pages import PAGES
from medborgarlofte.site.piece import Piece
from medborgarlofte.site.shared import shared
from medborgarlofte.site.templates import Templates, templates_for
from medborgarlofte.text import Language, LofteError, Text

STATIC: Final = ("style.css",)
SUFFIXES: Final = (("html", "html"), ("markdown", "md"))


def build(
    workspace: Workspace, *, lang: Language, own_templates: Path | None = None
) -> Iterator[tuple[str, bytes]]:
    """Every file of the site with its path, one at a time. Raises LofteError when a template is wrong."""
    for piece in pieces(Site(workspace, lang), own_templates):
        yield piece.name, piece.make()


def pieces(site: Site, own_templates: Path | None = None, folder: Path | None = None) -> Iterator[Piece]:
    """Every file of the site; `folder` is where lofte.toml lies, for the logotype. Raises LofteError."""
    templates = templates_for(site.lang, own_templates, site.workspace.memory)
    surroundings = _stamp(__version__, site.lang, templates.digest(), repr(site.workspace.config))
    made = [page for kind in PAGES for page in kind(site)]
    _check_addresses(made)
    for page in made:
        yield from _page(site, page, templates, surroundings)
    whole = _stamp(surroundings, *sorted(site.digests.items()))
    for name, write in data_files(site, made):
        yield Piece(name, _stamp(whole, name), write)
    for name in STATIC:
        yield Piece(name, _stamp(surroundings, name), partial(templates.stylesheet, name, site.website))
    if site.website.logo and folder is not None:
        yield _logo(site.website.logo, folder)


def _page(site: Site, page: Page, templates: Templates, surroundings: str) -> Iterator[Piece]:
    sources = [(source, site.digests.get(source, "")) for source in page.sources]
    ways = sorted(
        {site.place_addresses.get(place, "") for source in page.sources for place in site.places(source)}
    )
    stamp = _stamp(
        surroundings, page.address, page.template, page.title, page.about, *page.owners, *sources, *ways
    )

    @cache
    def data() -> dict[str, Any]:
        return {**shared(site, page), **page.make()}

    def written(kind: str, suffix: str) -> bytes:
        return templates.render(kind, f"{page.template}.{suffix}", data()).encode()

    for kind, suffix in SUFFIXES:
        yield Piece(f"{page.address}.{suffix}", _stamp(stamp, suffix), partial(written, kind, suffix))


def _stamp(*parts: object) -> str:
    return hashlib.sha256(json.dumps(parts, default=str, ensure_ascii=False).encode()).hexdigest()


def _check_addresses(made: list[Page]) -> None:
    """Two pages never share an address: that of a document could be that of one of ours."""
    first: dict[str, Page] = {}
    for page in made:
        if page.address in first:
            raise LofteError(
                Text(
                    f"Två sidor får samma adress, ”{page.address}”: ”{first[page.address].title}” och ”{page.title}”.",
                    f"Two pages get the same address, “{page.address}”: “{first[page.address].title}” and “{page.title}”.",
                ),
                Text("Byt namn på filen eller dess mapp.", "Rename the file or its folder."),
            )
        first[page.address] = page


def _logo(written: str, folder: Path) -> Piece:
    path = (folder / written).resolve()
    if (
        not path.is_relative_to(folder.resolve())
        or path.suffix.lower() not in (".svg", ".png")
        or not path.is_file()
    ):
        raise LofteError(
            Text(f"Logotypen ”{written}” finns inte.", f"There is no logotype “{written}”."),
            Text(
                "Ange en svg- eller png-fil i mappen med lofte.toml.",
                "Name an svg or png file in the folder with lofte.toml.",
            ),
        )
    data = path.read_bytes()
    return Piece(logo_name(written), hashlib.sha256(data).hexdigest(), lambda: data)


def logo_name(written: str) -> str:
    """What the logotype is called on the site."""
    return f"logotyp{Path(written).suffix.lower()}"
