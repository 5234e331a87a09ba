"""Files of other programs, and characters that only they use."""

from collections.abc import Iterable
from typing import Final

from medborgarlofte.i18n import Text
from medborgarlofte.source.file_messages import CONTROL, NOT_TEXT
from medborgarlofte.source.finding import Finding
from medborgarlofte.source.positions import START, Span

_OFFICE: Final = Text("ett dokument från Word eller Excel", "a document of Word or Excel")
_PICTURE: Final = Text("en bild", "a picture")
_STARTS: Final = (
    (b"PK\x03\x04", _OFFICE),
    (b"\xd0\xcf\x11\xe0", _OFFICE),
    (b"{\\rtf", _OFFICE),
    (b"%PDF-", Text("en PDF", "a PDF")),
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
)
"""How files of other programs begin."""
_TEXT_CHARACTERS: Final = 5
"""More kinds of control characters than this are in no text."""


def foreign_file(data: bytes) -> Finding | None:
    """Finding for a file of another program."""
    what = next((name for start, name in _STARTS if data.startswith(start)), None)
    return None if what is None else Finding(NOT_TEXT, START, {"what": what})


def control_findings(found: Iterable[tuple[Span, str]]) -> list[Finding]:
    """One finding for each kind of control character, at the first; one for the file where there are many kinds.

    `also` are the spans of the others of that kind.
    """
    spans: dict[str, list[Span]] = {}
    for span, character in found:
        spans.setdefault(character, []).append(span)
    if len(spans) > _TEXT_CHARACTERS:
        return [Finding(NOT_TEXT, START, {"what": _OTHER})]
    return [
        Finding(
            CONTROL,
            first,
            {"character": f"U+{ord(character):04X}", "more": _more(len(also)), "also": tuple(also)},
        )
        for character, (first, *also) in spans.items()
    ]


_OTHER: Final = Text("något annat än text", "something other than text")


def _more(count: int) -> Text:
    if count < 2:
        return Text(" Det finns på ett ställe till.", " It is in one more place.") if count else Text("", "")
    return Text(f" Det finns på {count} ställen till.", f" It is in {count} more places.")
