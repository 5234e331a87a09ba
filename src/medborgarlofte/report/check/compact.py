"""Validation report, one line per finding."""

from collections.abc import Iterator
from typing import Final

from medborgarlofte.diagnostic import SEVERITY_WORDS
from medborgarlofte.i18n import Language, escape_controls
from medborgarlofte.report.check.result import Checked, joined
from medborgarlofte.report.check.sentences import closing, location


def stream(checked: Checked, /, *, lang: Language, width: int, color: bool) -> Iterator[str]:  # noqa: ARG001 - a Writer
    """`path:line:column: severity code message`, then the counts."""
    for d in checked.each():
        if d.waived is None:
            yield f"{location(d)}: {SEVERITY_WORDS[d.severity][lang]} {d.code} {escape_controls(d.message(lang))}\n"
    yield closing(checked, lang) + "\n"


write: Final = joined(stream)
