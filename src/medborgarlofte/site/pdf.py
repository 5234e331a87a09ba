"""PDF/UA-1 of promises, follow-ups and comparisons.

Typst typesets the Markdown pages. Same input, same bytes.
"""

import json
import re
import unicodedata
from collections.abc import Callable, Collection, Iterator
from functools import partial
from pathlib import Path
from typing import Any, Final

from medborgarlofte.errors import LofteError, load_extra
from medborgarlofte.i18n import Language, Text
from medborgarlofte.site.blocks import Block, parse_blocks, plain_run
from medborgarlofte.site.layout import DRAFT_MARK, page_data
from medborgarlofte.site.page import Page, Site
from medborgarlofte.site.pages import PAGES
from medborgarlofte.site.publish import OutputFile
from medborgarlofte.site.templates import template_folders, templates_for
from medborgarlofte.templating import packaged, template_error

TEMPLATE: Final = "pdf/document.typ"
PRINTED: Final = ("promise", "follow_up", "comparison")
"""Templates of the pages that become PDF."""


def pdf_files(site: Site, own_templates: Path | None = None) -> Iterator[OutputFile]:
    """A PDF for each promise, follow-up and comparison.

    Raises LofteError when typst is not installed or cannot make one.
    """
    folders = template_folders(own_templates)
    template = next(path for folder in folders if (path := folder / TEMPLATE).is_file())
    return printed(site, own_templates, "pdf", partial(_make, template))


def printed(
    site: Site, own_templates: Path | None, suffix: str, make: Callable[[Site, Page, str], bytes]
) -> Iterator[OutputFile]:
    """A file for each page that is printed, made of its Markdown."""
    templates = templates_for(site.lang, own_templates)

    def made(page: Page) -> bytes:
        return make(site, page, templates.render("pdf", f"{page.template}.md", page_data(site, page)))

    for page in (page for kind in PAGES for page in kind(site) if page.template in PRINTED):
        yield OutputFile(f"{page.address}.{suffix}", partial(made, page))


def _make(template: Path, site: Site, page: Page, text: str) -> bytes:
    day = site.updated_of(page)
    draft = site.say(DRAFT_MARK) if site.is_draft(page) else ""
    blocks = parse_blocks(text, site.lang)
    data = {
        "title": _title(blocks) or draft + page.title,
        "owners": page.owners,
        "lang": site.lang,
        "colour": site.website.colour or COLOUR,
        "date": [day.year, day.month, day.day] if day and day.precision == "day" else None,
        "foot": draft + site.name,
        "blocks": blocks,
    }
    return _compiled(template, data, page.title, site.lang)


def _title(blocks: list[Block]) -> str:
    """Text of the first heading, so that the title of the file is that of the page."""
    first = next((block for block in blocks if block["kind"] == "heading"), None)
    return "".join(run["text"] for run in first["runs"]).strip() if first else ""


COLOUR: Final = "#0b5a6c"
"""Of headings, where lofte.toml gives none."""


_NO_TYPST: Final = Text(
    "PDF kräver ett tillägg som inte är installerat.", "PDF needs an extra that is not installed."
)


def _compiled(template: Path, data: dict[str, Any], title: str, lang: Language) -> bytes:
    typst = load_extra("typst", "pdf", _NO_TYPST)
    missing: set[str] = set()
    while True:
        shown = _shown(data, missing, lang) if missing else data
        try:
            return bytes(
                typst.compile(
                    template.read_bytes(),
                    format="pdf",
                    pdf_standards="ua-1",
                    ignore_system_fonts=True,
                    sys_inputs={"data": json.dumps(shown, ensure_ascii=False)},
                )
            )
        except typst.TypstError as error:
            found = _missing_characters(str(error.diagnostic or error.message)) - missing
            if not found:
                raise _typst_error(error, template, title) from error
            missing |= found


def _typst_error(error: Any, template: Path, title: str) -> LofteError:
    """Error in a user's template, else typst's message."""
    message = str(error.message)
    if not template.is_relative_to(packaged()):
        line = re.search(r":(\d+):\d+", str(error.diagnostic or ""))
        return template_error(TEMPLATE, int(line[1]) if line else 1, Text(message, message))
    return LofteError(
        Text(
            f"”{title}” gick inte att göra till PDF: {message}",
            f"“{title}” could not be made a PDF: {message}",
        )
    )


# ---------------------------------------------------------------- what the fonts lack


def _missing_characters(message: str) -> set[str]:
    """Characters that no font has, as typst's errors quote them. PDF/UA allows no gaps."""
    texts = re.findall(r'`"((?:\\u\{[0-9a-f]+\}|[^"`])+)"`(?! *$)', message) + re.findall(
        r'codepoint `"(.+?)"`', message
    )
    shown = (re.sub(r"\\u\{([0-9a-f]+)\}", lambda code: chr(int(code[1], 16)), text) for text in texts)
    return {character for text in shown for character in text if not character.isascii()}


LEFT_OUT: Final = "[…]"
"""In place of words in a script that the fonts lack."""
_NOTE: Final = Text(
    f"{LEFT_OUT} är text med tecken som inte kan visas i den här filen. Hela texten finns på webbsidan.",
    f"{LEFT_OUT} is text with characters that this file cannot show. The whole text is on the web page.",
)


def _shown(data: dict[str, Any], missing: Collection[str], lang: Language) -> dict[str, Any]:
    """Data without the characters that are missing, and a note where any of them was visible."""
    seen = {one for one in missing if unicodedata.category(one) not in ("Cf", "Cn", "Co")}
    unseen = str.maketrans(dict.fromkeys(set(missing) - seen))
    one = f"[{re.escape(''.join(sorted(seen)))}]+"
    words = re.compile(rf"{one}(?:[^\w]+{one})*" if seen else r"(?!)")

    def without(value: Any) -> Any:
        if isinstance(value, str):
            return words.sub(LEFT_OUT, value.translate(unseen))
        if isinstance(value, dict):
            return {key: without(part) for key, part in value.items()}
        return [without(part) for part in value] if isinstance(value, list | tuple) else value

    made: dict[str, Any] = without(data)
    if LEFT_OUT in json.dumps(made["blocks"], ensure_ascii=False):
        made["blocks"].append({"kind": "paragraph", "runs": [plain_run(_NOTE[lang], lang)]})
    return made
