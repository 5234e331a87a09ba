"""The result of a validation run."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from medborgarlofte.diagnostic import Diagnostic
from medborgarlofte.source.finding import Severity


@dataclass(frozen=True)
class CheckResult:
    """Diagnostics, checked files and their text."""

    diagnostics: tuple[Diagnostic, ...]
    files: tuple[str, ...]
    texts: Mapping[str, str]
    from_top: Mapping[str, str] = field(default_factory=dict)
    """The path of each file from the top of its repository, for services that know no other place."""

    @cached_property
    def counted(self) -> Counter[Severity]:
        """Number of open diagnostics of each severity."""
        return Counter(diagnostic.severity for diagnostic in self.open)

    def only(self, severity: Severity) -> "CheckResult":
        """Result with open diagnostics of one severity."""
        kept = tuple(diagnostic for diagnostic in self.open if diagnostic.severity == severity)
        return replace(self, diagnostics=kept)

    @property
    def open(self) -> tuple[Diagnostic, ...]:
        """Diagnostics that are not waived."""
        return tuple(diagnostic for diagnostic in self.diagnostics if diagnostic.waived is None)
