"""Words and sentences of a validation report."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from medborgarlofte.diagnostic import Diagnostic
from medborgarlofte.i18n import Language, Text, escape_controls
from medborgarlofte.messages import Notice
from medborgarlofte.report.check.result import CheckResult
from medborgarlofte.source.finding import SEVERITIES, Severity

WHY: Final = Text("Varför", "Why")
REMEDY: Final = Text("Gör så här", "Do this")
COUNTED: Final[Mapping[Severity, tuple[Text, Text]]] = {
    "error": (Text("fel", "error"), Text("fel", "errors")),
    "warning": (Text("varning", "warning"), Text("varningar", "warnings")),
    "info": (Text("tips", "hint"), Text("tips", "hints")),
}
"""Singular and plural."""


class RuleCount(NamedTuple):
    """How often a rule fired."""

    times: int
    code: str
    notice: Notice
    severity: Severity
    """The gravest one; a rule may be an error in one document and a warning in another."""


def location(diagnostic: Diagnostic) -> str:
    """`path:line:column`, which editors and terminals link."""
    span = diagnostic.span
    return f"{escape_controls(diagnostic.file, in_line=True)}:{span.line}:{span.column}"


def rule_counts(checked: CheckResult) -> list[RuleCount]:
    """Rules by count, most frequent first."""
    notices = {d.code: d.notice for d in checked.open}
    counted = Counter(d.code for d in checked.open)
    gravest = {d.code: d.severity for d in sorted(checked.open, key=lambda d: -SEVERITIES.index(d.severity))}
    rows = sorted(counted.items(), key=lambda row: (-row[1], row[0]))
    return [RuleCount(times, code, notices[code], gravest[code]) for code, times in rows]


def severity_count(severity: Severity, count: int, lang: Language) -> str:
    """”2 varningar”."""
    one, many = COUNTED[severity]
    return f"{count} {(one if count == 1 else many)[lang]}"


def closing(checked: CheckResult, lang: Language) -> str:
    """Counts by severity and of files."""
    return "".join(words for words, _ in closing_parts(checked, lang))


def closing_parts(checked: CheckResult, lang: Language) -> Iterator[tuple[str, Severity | None]]:
    """Closing sentence in parts with their severity."""
    files = len(checked.files)
    if not files:
        yield NOTHING_TO_CHECK[lang], None
        return
    in_files = Text(f"{files} fil{'er' * (files > 1)}", f"{files} file{'s' * (files > 1)}")[lang]
    counts: list[tuple[str, Severity | None]] = [
        (severity_count(severity, checked.counted[severity], lang), severity)
        for severity in SEVERITIES
        if checked.counted[severity]
    ]
    waived = len(checked.diagnostics) - len(checked.open)
    if waived:
        counts.append((Text(f"{waived} åtsidosatta", f"{waived} waived")[lang], None))
    for index, count in enumerate(counts):
        yield from [(", ", None)] * bool(index)
        yield count
    if counts:
        yield Text(f". Kontrollerade {in_files}.", f". Checked {in_files}.")[lang], None
    else:
        yield NO_PROBLEMS[lang], None
        yield Text(f" i {in_files}.", f" in {in_files}.")[lang], None


NO_PROBLEMS: Final = Text("Inga problem", "No problems")
NOTHING_TO_CHECK: Final = Text(
    "Det fanns inget att kontrollera: inga YAML-filer.", "There was nothing to check: no YAML files."
)
