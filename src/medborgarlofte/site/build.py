"""Build the files of a site."""

from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path
from typing import Final

from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text
from medborgarlofte.site.data_files import data_files
from medborgarlofte.site.layout import logo_name, page_data
from medborgarlofte.site.page import Page, Site
from medborgarlofte.site.pages import PAGES
from medborgarlofte.site.publish import OutputFile
from medborgarlofte.site.templates import Templates, templates_for

STATIC: Final = ("style.css",)
MAX_LOGO: Final = 10_000_000
SUFFIXES: Final = (("html", "html"), ("markdown", "md"))


def output_files(
    site: Site, own_templates: Path | None = None, folder: Path | None = None
) -> Iterator[OutputFile]:
    """Every file of the site.

    `folder` holds lofte.toml and the logotype. Raises LofteError, on `make` for a mistake in a user's template.
    """
    templates = templates_for(site.lang, own_templates)
    pages = [page for kind in PAGES for page in kind(site)]
    _check_addresses(pages)
    for page in sorted(pages, key=_place):
        yield from _page(site, page, templates)
    yield from data_files(site, pages)
    for name in STATIC:
        yield OutputFile(name, partial(templates.stylesheet, name, site.website))
    if site.website.logo and folder is not None:
        yield _logo(site.website.logo, folder)


def _place(page: Page) -> str:
    """Sort key that brings pages together that show the same commitments and comparisons."""
    return min(page.sources, default="")


def _page(site: Site, page: Page, templates: Templates) -> Iterator[OutputFile]:
    data = cache(partial(page_data, site, page))

    def render(kind: str, suffix: str) -> bytes:
        return templates.render(kind, f"{page.template}.{suffix}", data()).encode()

    for kind, suffix in SUFFIXES:
        yield OutputFile(f"{page.address}.{suffix}", partial(render, kind, suffix))


def _check_addresses(made: list[Page]) -> None:
    """Raises LofteError when two pages share an address."""
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


def _logo(written: str, folder: Path) -> OutputFile:
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
    if path.stat().st_size > MAX_LOGO:
        raise LofteError(
            Text(
                f"Logotypen ”{written}” är större än {MAX_LOGO // 1_000_000} MB.",
                f"The logotype “{written}” is larger than {MAX_LOGO // 1_000_000} MB.",
            ),
            Text("Spara bilden i ett mindre format.", "Save the picture in a smaller size."),
        )
    data = path.read_bytes()
    return OutputFile(logo_name(written), lambda: data)
