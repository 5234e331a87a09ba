"""Validation results and their words."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final, NamedTuple

from medborgarlofte.diagnostic import Diagnostic
from medborgarlofte.i18n import Language, Text, escape_controls
from medborgarlofte.messages import Notice
from medborgarlofte.report.formats import View
from medborgarlofte.source.finding import SEVERITIES, Severity

ERRORS: Final[frozenset[Severity]] = frozenset(["error"])
"""What makes a validation fail, unless its profile is stricter."""


class RuleCount(NamedTuple):
    """How often a rule fired."""

    times: int
    code: str
    notice: Notice
    severity: Severity
    """The gravest one; a rule may be an error in one document and a warning in another."""


class Tally:
    """Counts of diagnostics."""

    def __init__(self, diagnostics: Iterable[Diagnostic] = ()) -> None:
        self.severities: Counter[Severity] = Counter()
        """Number of open diagnostics of each severity."""
        self.waived = 0
        self._codes: Counter[tuple[str, Severity]] = Counter()
        self._notices: dict[str, Notice] = {}
        for diagnostic in diagnostics:
            self.add(diagnostic)

    def add(self, diagnostic: Diagnostic) -> None:
        """Count a diagnostic."""
        if diagnostic.waived is not None:
            self.waived += 1
            return
        self.severities[diagnostic.severity] += 1
        self._codes[diagnostic.code, diagnostic.severity] += 1
        self._notices[diagnostic.code] = diagnostic.notice

    @property
    def open(self) -> int:
        """Number of diagnostics that are not waived."""
        return self.severities.total()

    def rules(self) -> list[RuleCount]:
        """Rules by count, most frequent first."""
        found = []
        for code, notice in self._notices.items():
            times = [self._codes[code, severity] for severity in SEVERITIES]
            gravest = next(severity for severity, n in zip(SEVERITIES, times, strict=True) if n)
            found.append(RuleCount(sum(times), code, notice, gravest))
        return sorted(found, key=lambda row: (-row.times, row.code))


@dataclass(frozen=True)
class CheckResult:
    """Diagnostics, checked files and their text."""

    diagnostics: tuple[Diagnostic, ...]
    files: tuple[str, ...]
    texts: Mapping[str, str]
    from_top: Mapping[str, str] = field(default_factory=dict)
    """The path of each file from the top of its repository, for services that know no other place."""
    failing: frozenset[Severity] = ERRORS
    """Severities that make the validation fail."""

    @cached_property
    def tally(self) -> Tally:
        """Counts of the diagnostics."""
        return Tally(self.diagnostics)

    def each(self) -> Iterator[Diagnostic]:
        """Every diagnostic, in order."""
        return iter(self.diagnostics)

    @cached_property
    def by_file(self) -> Mapping[str, tuple[int, int]]:
        """Number of open errors and warnings of each file with any."""
        counted = Counter((diagnostic.file, diagnostic.severity) for diagnostic in self.open)
        files = dict.fromkeys(diagnostic.file for diagnostic in self.open)
        return {file: (counted[file, "error"], counted[file, "warning"]) for file in files}

    def only(self, severity: Severity) -> "CheckResult":
        """Result with open diagnostics of one severity."""
        kept = tuple(diagnostic for diagnostic in self.open if diagnostic.severity == severity)
        return replace(self, diagnostics=kept)

    @property
    def open(self) -> tuple[Diagnostic, ...]:
        """Diagnostics that are not waived."""
        return tuple(diagnostic for diagnostic in self.diagnostics if diagnostic.waived is None)


@dataclass(frozen=True)
class CheckStream:
    """Diagnostics that are found while they are written, so that none is kept."""

    diagnostics: Iterator[Diagnostic]
    files: tuple[str, ...]
    texts: Mapping[str, str]
    from_top: Mapping[str, str] = field(default_factory=dict)
    failing: frozenset[Severity] = ERRORS
    tally: Tally = field(default_factory=Tally)
    """Counts of the diagnostics so far."""

    @property
    def has_failed(self) -> bool:
        """True when something found so far makes the validation fail."""
        return any(self.tally.severities[severity] for severity in self.failing)

    def each(self) -> Iterator[Diagnostic]:
        """Every diagnostic, in order and only once."""
        for diagnostic in self.diagnostics:
            self.tally.add(diagnostic)
            yield diagnostic

    def only(self, severity: Severity) -> CheckResult:
        """The open diagnostics of one severity."""
        kept = (one for one in self.each() if one.waived is None and one.severity == severity)
        return CheckResult(tuple(kept), self.files, self.texts, self.from_top, self.failing)

    def collect(self) -> CheckResult:
        """All diagnostics, for a report that needs them twice."""
        return CheckResult(tuple(self.each()), self.files, self.texts, self.from_top, self.failing)


Checked = CheckResult | CheckStream


class Streamed:
    """Writer of a report that can also be written piece by piece, as the findings are found."""

    def __init__(self, pieces: Callable[..., Iterator[str]]) -> None:
        self.pieces = pieces

    def __call__(self, checked: Checked, view: View) -> str:
        return "".join(self.pieces(checked, view))


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
