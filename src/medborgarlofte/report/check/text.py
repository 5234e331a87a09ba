"""Validation report as plain text."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from medborgarlofte.diagnostic import SEVERITY_WORDS, Diagnostic
from medborgarlofte.i18n import Language
from medborgarlofte.report.check import statistics
from medborgarlofte.report.check.frame import plain_frame
from medborgarlofte.report.check.result import Checked, joined
from medborgarlofte.report.check.sentences import REMEDY, WHY, closing, location
from medborgarlofte.report.plain import wrap

STATISTICS_FROM: Final = 11
"""Findings from which a table of rules helps."""


def stream(checked: Checked, /, *, lang: Language, width: int, color: bool) -> Iterator[str]:
    """Findings with source line, explanation, remedy; totals."""
    for d in checked.each():
        if d.waived is None:
            yield "\n".join(_finding(d, checked.texts.get(d.file, ""), lang, width)) + "\n\n"
    if checked.tally.open >= STATISTICS_FROM:
        yield statistics.write(checked, lang=lang, width=width, color=color)
    else:
        yield closing(checked, lang) + "\n"


write: Final = joined(stream)


def _finding(diagnostic: Diagnostic, text: str, lang: Language, width: int) -> Iterator[str]:
    yield f"{location(diagnostic)} {SEVERITY_WORDS[diagnostic.severity][lang]} {diagnostic.code}"
    yield from plain_frame(text, diagnostic.span, width)
    yield from _paragraphs("", diagnostic.message(lang), width)
    yield from _paragraphs(f"{WHY[lang]}: ", diagnostic.why(lang), width)
    yield from _paragraphs(f"{REMEDY[lang]}: ", diagnostic.help(lang), width)


@lru_cache(maxsize=1024)
def _paragraphs(label: str, text: str, width: int) -> tuple[str, ...]:
    """Wrapped lines of a text; cached, as reasons repeat."""
    return tuple(
        line for paragraph in text.split("\n") for line in wrap(paragraph, width, f"  {label}", "  ")
    )
