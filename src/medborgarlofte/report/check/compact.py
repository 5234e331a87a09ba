"""Validation report, one line per finding."""

from medborgarlofte.diagnostic import SEVERITY_WORDS
from medborgarlofte.i18n import Language
from medborgarlofte.report.check.result import CheckResult
from medborgarlofte.report.check.sentences import closing, location


def write(checked: CheckResult, /, *, lang: Language, width: int, color: bool) -> str:  # noqa: ARG001 - a Writer
    """`path:line:column: severity code message`, then the counts."""
    lines = [
        f"{location(d)}: {SEVERITY_WORDS[d.severity][lang]} {d.code} {d.message(lang)}" for d in checked.open
    ]
    return "\n".join([*lines, closing(checked, lang)]) + "\n"
