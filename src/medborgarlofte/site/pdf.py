"""PDF/UA-1 of promises and follow-ups.

Typst typesets the Markdown pages. Same input, same bytes.
"""

import json
import re
import unicodedata
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any, Final

from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text
from medborgarlofte.site.blocks import parse_blocks
from medborgarlofte.site.layout import DRAFT_MARK, page_data
from medborgarlofte.site.output_file import OutputFile
from medborgarlofte.site.page import Page, Site
from medborgarlofte.site.pages import PAGES
from medborgarlofte.site.templates import Templates, template_folders, templates_for
from medborgarlofte.templating import packaged, template_error

TEMPLATE: Final = "pdf/document.typ"
PRINTED: Final = ("promise", "follow_up")
"""Templates of the pages that become PDF."""


def pdf_files(site: Site, own_templates: Path | None = None) -> Iterator[OutputFile]:
    """A PDF for each promise and follow-up.

    Raises LofteError when typst is not installed or cannot make one.
    """
    templates = templates_for(site.lang, own_templates)
    template = _template(own_templates)
    for page in (page for kind in PAGES for page in kind(site) if page.template in PRINTED):
        yield OutputFile(f"{page.address}.pdf", partial(_make, site, page, templates, template))


def _template(own: Path | None) -> Path:
    return next(path for folder in template_folders(own) if (path := folder / TEMPLATE).is_file())


def _make(site: Site, page: Page, templates: Templates, template: Path) -> bytes:
    text = templates.render("pdf", f"{page.template}.md", page_data(site, page))
    day = site.updated_of(page)
    draft = site.say(DRAFT_MARK) if site.is_draft(page) else ""
    data = {
        "title": draft + page.title,
        "owners": page.owners,
        "lang": site.lang,
        "date": [day.year, day.month, day.day] if day and day.precision == "day" else None,
        "foot": draft + site.name,
        "blocks": parse_blocks(text, site.lang),
    }
    return _compiled(template, json.dumps(data, ensure_ascii=False), page.title)


def _compiled(template: Path, data: str, title: str) -> bytes:
    try:
        import typst  # noqa: PLC0415 - an extra of 80 MB
    except ImportError as error:
        raise LofteError(
            Text(
                "PDF kräver ett tillägg som inte är installerat.", "PDF needs an extra that is not installed."
            ),
            Text(
                'Installera det: pip install "medborgarlofte[pdf]"',
                'Install it: pip install "medborgarlofte[pdf]"',
            ),
        ) from error
    written = _OTHER_SCRIPTS.sub(lambda found: _named(found[0]), data)
    for _ in range(CHARACTERS):
        try:
            return bytes(
                typst.compile(
                    template.read_bytes(),
                    format="pdf",
                    pdf_standards="ua-1",
                    ignore_system_fonts=True,
                    sys_inputs={"data": written},
                )
            )
        except typst.TypstError as error:
            replaced = _without_character(written, str(error.message))
            if replaced == written:
                raise _typst_error(error, template, title) from error
            written = replaced
    raise LofteError(
        Text(
            f"”{title}” har för många tecken som PDF inte kan visa.",
            f"“{title}” has too many characters that PDF cannot show.",
        )
    )


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


CHARACTERS: Final = 100
"""Limit of different characters in a document that the fonts lack."""


def _without_character(written: str, message: str) -> str:
    """Data without a character missing from the fonts.

    PDF/UA allows no gaps.
    """
    found = re.search(r'`"(?P<text>(?:\\u\{[0-9a-f]+\}|[^"`])+)"`', message)
    if found is None:
        return written
    shown = re.sub(r"\\u\{([0-9a-f]+)\}", lambda code: chr(int(code[1], 16)), found["text"])
    for character in filter(lambda one: not one.isascii(), shown):
        written = written.replace(character, _named(character))
    return written


_OTHER_SCRIPTS: Final = re.compile(
    "[\u0590-\u1dff\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2400-\uffff\U00010000-\U0010ffff]"
)
"""Outside the letters and signs that the fonts hold."""


def _named(character: str) -> str:
    """Unicode name in brackets; nothing if invisible."""
    seen = unicodedata.category(character) not in ("Cf", "Cn", "Co", "Mn", "Me")
    return f"[{unicodedata.name(character, f'U+{ord(character):04X}')}]" if seen else ""
