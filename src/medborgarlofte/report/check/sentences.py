"""Words and sentences of a validation report."""

from collections.abc import Iterator, Mapping
from typing import Final

from medborgarlofte.diagnostic import Diagnostic
from medborgarlofte.i18n import Language, Text, escape_controls
from medborgarlofte.report.check.result import Checked
from medborgarlofte.source.finding import SEVERITIES, Severity

WHY: Final = Text("Varför", "Why")
REMEDY: Final = Text("Gör så här", "Do this")
COUNTED: Final[Mapping[Severity, tuple[Text, Text]]] = {
    "error": (Text("fel", "error"), Text("fel", "errors")),
    "warning": (Text("varning", "warning"), Text("varningar", "warnings")),
    "info": (Text("tips", "hint"), Text("tips", "hints")),
}
"""Singular and plural."""


def location(diagnostic: Diagnostic) -> str:
    """`path:line:column`, which editors and terminals link."""
    span = diagnostic.span
    return f"{escape_controls(diagnostic.file, in_line=True)}:{span.line}:{span.column}"


def severity_count(severity: Severity, count: int, lang: Language) -> str:
    """”2 varningar”."""
    one, many = COUNTED[severity]
    return f"{count} {(one if count == 1 else many)[lang]}"


def closing(checked: Checked, lang: Language) -> str:
    """Counts by severity and of files."""
    return "".join(words for words, _ in closing_parts(checked, lang))


def closing_parts(checked: Checked, lang: Language) -> Iterator[tuple[str, Severity | None]]:
    """Closing sentence in parts with their severity."""
    files = len(checked.files)
    if not files:
        yield NOTHING_TO_CHECK[lang], None
        return
    in_files = Text(f"{files} fil{'er' * (files > 1)}", f"{files} file{'s' * (files > 1)}")[lang]
    counts: list[tuple[str, Severity | None]] = [
        (severity_count(severity, checked.tally.severities[severity], lang), severity)
        for severity in SEVERITIES
        if checked.tally.severities[severity]
    ]
    if waived := checked.tally.waived:
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
