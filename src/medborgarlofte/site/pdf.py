"""Promises and follow-ups as PDF/UA-1, through typst: tagged, and the same bytes for the same documents."""

import json
import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Final

from markdown_it import MarkdownIt

from medborgarlofte.errors import LofteError
from medborgarlofte.follow_up.reports import (
    NOT_REPORTED,
    STANDING_LABELS,
    Report,
    latest_reports,
    reported_in,
    tally,
)
from medborgarlofte.i18n import Text
from medborgarlofte.language.phrases import format_actuals, format_period, format_statuses, format_target
from medborgarlofte.load import LoadedDocument
from medborgarlofte.model.follow_up import FollowUp
from medborgarlofte.model.promise import Commitment, Promise
from medborgarlofte.model.record import TOGETHER
from medborgarlofte.site.output_file import OutputFile
from medborgarlofte.site.page import Site, title_of
from medborgarlofte.site.templates import template_folders
from medborgarlofte.swedish import format_date

TEMPLATE: Final = "pdf/document.typ"

Block = dict[str, Any]


def pdf_files(site: Site, own_templates: Path | None = None) -> Iterator[OutputFile]:
    """A PDF for each promise and each follow-up. Raises LofteError when typst is not installed or cannot make one."""
    template = _template(own_templates)
    for loaded in site.workspace.documents.values():
        document = loaded.document
        if isinstance(document, Promise):
            blocks = list(_promise(site, loaded, document))
        elif isinstance(document, FollowUp) and document.promise in site.workspace.documents:
            blocks = list(_follow_up(site, loaded, document))
        else:
            continue
        name = site.link(loaded.id).removesuffix(".html") + ".pdf"
        data = json.dumps(_data(site, loaded, blocks), ensure_ascii=False)
        yield OutputFile(name, partial(_compiled, template, data, title_of(loaded)))


def _template(own: Path | None) -> bytes:
    return next(
        path for folder in template_folders(own) if (path := folder / TEMPLATE).is_file()
    ).read_bytes()


def _compiled(template: bytes, data: str, title: str) -> bytes:
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
                    template,
                    format="pdf",
                    pdf_standards="ua-1",
                    ignore_system_fonts=True,
                    sys_inputs={"data": written},
                )
            )
        except typst.TypstError as error:
            mended = _without_character(written, str(error.message))
            if mended == written:
                raise LofteError(
                    Text(
                        f"”{title}” gick inte att göra till PDF: {error.message}",
                        f"“{title}” could not be made a PDF: {error.message}",
                    ),
                    Text(
                        "Jämför din egen mall med originalet.", "Compare your own template with the original."
                    ),
                ) from error
            written = mended
    raise LofteError(
        Text(
            f"”{title}” har för många tecken som PDF inte kan visa.",
            f"“{title}” has too many characters that PDF cannot show.",
        )
    )


CHARACTERS: Final = 100
"""How many different characters that the fonts lack a document may hold."""


def _without_character(written: str, message: str) -> str:
    """The data without the character that could not be shown: PDF/UA allows no gaps, and the fonts are those that ship."""
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
"""What lies outside the letters, signs and marks that the fonts hold."""


def _named(character: str) -> str:
    """What is seen by its name in brackets; what is invisible not at all."""
    seen = unicodedata.category(character) not in ("Cf", "Cn", "Co", "Mn", "Me")
    return f"[{unicodedata.name(character, f'U+{ord(character):04X}')}]" if seen else ""


def _data(site: Site, loaded: LoadedDocument, blocks: list[Block]) -> dict[str, Any]:
    day = site.day(loaded.id)
    document: Any = loaded.document
    return {
        "title": title_of(loaded) if isinstance(document, Promise) else blocks[0]["words"]["text"],
        "owners": [party.name for party in getattr(document, "parties", ())],
        "lang": site.lang,
        "date": [day.year, day.month, day.day] if day else None,
        "foot": site.name,
        "blocks": blocks,
    }


# ---------------------------------------------------------------- what stands in it


def _promise(site: Site, loaded: LoadedDocument, promise: Promise) -> Iterator[Block]:
    found = site.follow_ups(loaded.id)
    words = latest_reports(promise, found)
    yield _heading(1, promise.title, "sv")
    yield _facts(site, promise)
    if promise.introduction:
        yield from _prose(promise.introduction)
    if promise.focus_areas:
        yield _heading(
            2, site.say(Text("Det här riktas löftet mot", "What the promise is aimed at")), site.lang
        )
        yield {"kind": "list", "items": [_words(area.title) for area in promise.focus_areas]}
    yield _heading(2, site.say(Text("Håller de det?", "Do they keep it?")), site.lang)
    told = site.say(format_statuses(tally(promise, words))) if words else site.say(_UNTOLD)
    yield _paragraph(f"{told}." if words else told, site.lang)
    if promise.commitments:
        yield _heading(2, site.say(Text("Vem gör vad?", "Who does what?")), site.lang)
        yield _table(site, promise, words)
    if promise.situation:
        yield _heading(2, site.say(Text("Varför just det här?", "Why this?")), site.lang)
        yield from _prose(promise.situation)
    if promise.signatures:
        yield _heading(2, site.say(Text("Undertecknat", "Signed")), site.lang)
        rows = [
            ", ".join(filter(None, (row.name, row.role, str(row.date or "")))) for row in promise.signatures
        ]
        yield {"kind": "list", "items": [_words(row) for row in rows if row]}


_UNTOLD: Final = Text("Ingen uppföljning är publicerad.", "No follow-up is published.")


def _facts(site: Site, promise: Promise) -> Block:
    names = ", ".join(party.name for party in promise.parties)
    return {
        "kind": "facts",
        "rows": [
            [
                _words(site.say(Text("Gäller", "Period")), site.lang),
                _words(format_period(promise.period, site.lang), site.lang),
            ],
            [_words(site.say(Text("Lovas av", "Promised by")), site.lang), _words(names)],
        ],
    }


def _table(site: Site, promise: Promise, words: dict[str, Report] | Any) -> Block:
    heads = (
        Text("Åtagande", "Commitment"), Text("Vem", "Who"), Text("Mål", "Target"), Text("Hur det gick", "How it went"),
    )  # fmt: skip
    names = {party.id: party.name for party in promise.parties} | {
        TOGETHER: site.say(Text("tillsammans", "together"))
    }
    return {
        "kind": "table",
        "widths": [5, 2, 2, 2],
        "head": [_words(site.say(head), site.lang) for head in heads],
        "rows": [_row(site, commitment, names, words) for commitment in promise.commitments],
    }


def _row(site: Site, commitment: Commitment, names: dict[str, str], words: Any) -> list[dict[str, str]]:
    word = words.get(commitment.id)
    status = (word.item.status if word else None) or NOT_REPORTED
    figure = f": {site.say(format_actuals(word.actuals, word.part))}" if word and word.actuals else ""
    return [
        _words(" ".join(_texts(commitment.text))),
        _words(", ".join(names.get(party, party) for party in commitment.parties)),
        _words("; ".join(site.say(format_target(target)) for target in commitment.targets), site.lang),
        _words(f"{site.say(STANDING_LABELS[status])}{figure}" if words else "", site.lang),
    ]


def _follow_up(site: Site, loaded: LoadedDocument, follow_up: FollowUp) -> Iterator[Block]:
    promise = site.workspace.documents[follow_up.promise].document
    if not isinstance(promise, Promise):
        return
    until = [row for row in site.follow_ups(follow_up.promise) if row[1].date.last <= follow_up.date.last]
    words = reported_in(follow_up, latest_reports(promise, until))
    title = follow_up.title or site.say(
        Text(f"Så gick det: {promise.title}", f"How it went: {promise.title}")
    )
    yield _heading(1, title, "sv")
    yield _paragraph(
        f"{site.say(Text('Uppföljt', 'Followed up'))} {format_date(follow_up.date, site.lang)}.", site.lang
    )
    yield _paragraph(f"{site.say(format_statuses(tally(promise, words)))}.", site.lang)
    if follow_up.summary:
        yield from _prose(follow_up.summary)
    yield _heading(2, site.say(Text("Åtagande för åtagande", "Commitment by commitment")), site.lang)
    yield _table(site, promise, words)
    reasons = [(item.commitment, item.comment) for item in follow_up.items if item.comment]
    if reasons:
        yield _heading(2, site.say(Text("Kommentarer", "Comments")), site.lang)
        yield {
            "kind": "facts",
            "rows": [[_words(key), _words(" ".join(_texts(text)))] for key, text in reasons],
        }


def _heading(level: int, text: str, lang: str) -> Block:
    return {"kind": "heading", "level": level, "words": _words(text, lang)}


def _paragraph(text: str, lang: str = "sv") -> Block:
    return {"kind": "paragraph", "words": _words(text, lang)}


def _words(text: str, lang: str = "sv") -> dict[str, str]:
    return {"text": text, "lang": lang}


def _prose(text: str) -> Iterator[Block]:
    """A long text as paragraphs and lists; emphasis and links are read as their words."""
    items: list[dict[str, str]] = []
    for is_item, words in _pieces(text):
        if is_item:
            items.append(_words(words))
            continue
        if items:
            yield {"kind": "list", "items": items}
            items = []
        yield _paragraph(words)
    if items:
        yield {"kind": "list", "items": items}


def _texts(text: str) -> Sequence[str]:
    return [words for _, words in _pieces(text)]


def _pieces(text: str) -> Iterator[tuple[bool, str]]:
    """Each paragraph of a long text, and whether it stands in a list."""
    depth = 0
    for token in (
        MarkdownIt("commonmark", {"html": False}).disable(["heading", "lheading", "image"]).parse(text)
    ):
        depth += {"list_item_open": 1, "list_item_close": -1}.get(token.type, 0)
        if token.type == "inline":
            breaks = {"softbreak": " ", "hardbreak": " "}
            words = "".join(breaks.get(child.type, child.content) for child in token.children or ())
            yield depth > 0, words
        elif token.type in ("fence", "code_block"):
            yield False, token.content.strip()
