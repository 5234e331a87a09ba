"""Explanation of what is read from a text."""

from dataclasses import dataclass
from typing import Final

from medborgarlofte.i18n import Language, Text
from medborgarlofte.language import expressions as ex
from medborgarlofte.language.analysis import analyse
from medborgarlofte.language.format import KINDS, REPORTED, format_expression


@dataclass(frozen=True, slots=True)
class Explained:
    """One expression in words."""

    start: int
    end: int
    kind: str
    """What the kind is called."""
    written: str
    """The words in the text, with white space collapsed."""
    meaning: str
    """How they are understood; empty where the words say it all."""


def explain_text(text: str, lang: Language) -> list[Explained]:
    """Expressions in order.

    Places and groups only beside an effort.
    """
    analysis = analyse(text)
    found = analysis.expressions
    efforts = any(isinstance(one, ex.Effort) for one in found)
    return [
        Explained(
            one.start, one.end, (REPORTED if analysis.is_reported(one) else KINDS[type(one)])[lang], " ".join(text[one.start : one.end].split()),
            format_expression(one, lang),
        )
        for one in found
        if efforts or not isinstance(one, ex.Referent)
    ]  # fmt: skip


NOTHING: Final = Text(
    "Inget i texten är ett tal, en tid, ett förbehåll eller ett vagt verb.",
    "Nothing in the text is a number, a time, a reservation or a vague verb.",
)
"""Where the explanation is empty."""


def format_explanation(text: str, lang: Language) -> str:
    """Line per expression: “antal: ”två kvällar” = 2 kvällar”."""
    quotes = ("”", "”") if lang == "sv" else ("“", "”")
    lines = (
        f"{one.kind}: {quotes[0]}{one.written}{quotes[1]}" + (f" = {one.meaning}" if one.meaning else "")
        for one in explain_text(text, lang)
    )
    return "\n".join(lines)
