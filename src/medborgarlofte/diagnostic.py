"""What we say about one place in one file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

from medborgarlofte.source.positions import Node, Route, Span, find, text_span
from medborgarlofte.text import Language, Notice, SchemaNotice, Text, visible

if TYPE_CHECKING:
    from medborgarlofte.source.reader import Source

Severity = Literal["error", "warning", "info"]
SEVERITIES: Final[tuple[Severity, ...]] = ("error", "warning", "info")
SEVERITY_WORDS: Final[Mapping[Severity, Text]] = {
    "error": Text("fel", "error"),
    "warning": Text("varning", "warning"),
    "info": Text("tips", "info"),
}


class Finding(NamedTuple):
    """A notice about something in a document, placed by its route of keys; the line is found later."""

    notice: Notice
    route: Route
    values: Mapping[str, object] = {}
    severity: Severity = "error"
    on_key: bool = False
    """Point at the key rather than the value."""
    chars: tuple[int, int] | None = None
    """The part of a text value that is meant, as offsets into the text."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A notice with its file, span and the words that fill its sentences."""

    notice: Notice
    severity: Severity
    file: str
    span: Span
    route: str = ""
    values: Mapping[str, object] = field(default_factory=dict)
    waived: str | None = None
    """The reason given for setting it aside."""
    note: Text | None = None
    """Something to add in this case."""

    def __reduce__(self) -> tuple[type["Diagnostic"], tuple[object, ...]]:
        """Pickled in a third of the time that dataclasses take; many of these are remembered between runs."""
        return Diagnostic, (
            self.notice, self.severity, self.file, self.span, self.route, self.values, self.waived, self.note
        )  # fmt: skip

    @property
    def code(self) -> str:
        return self.notice.code

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """Files in turn, then from top to bottom."""
        return self.file, self.span.line, self.span.column, self.code, self.route

    def message(self, lang: Language) -> str:
        """What."""
        return visible(self.notice.message.format(self.values)[lang])

    def why(self, lang: Language) -> str:
        """Why it matters."""
        why = visible(self.notice.why.format(self.values)[lang])
        return f"{why} {self.note[lang]}" if self.note else why

    def help(self, lang: Language) -> str:
        """What to do now."""
        return visible(self.notice.help.format(self.values)[lang])


def without_rules(diagnostics: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The same with the words of their notices alone, to be told without the rules that said them."""
    notices: dict[str, SchemaNotice] = {}
    for notice in (diagnostic.notice for diagnostic in diagnostics):
        if notice.code not in notices:
            words = notice.message, notice.why, notice.help
            notices[notice.code] = SchemaNotice(notice.code, notice.name, *words)
    return tuple(replace(diagnostic, notice=notices[diagnostic.code]) for diagnostic in diagnostics)


def place(finding: Finding, file: str, source: "Source", value: Any) -> Diagnostic | None:
    """The diagnostic for a finding, or None where the reader already said that the place cannot be read.

    A route that goes on where the file does not is placed at the nearest thing above it.
    """
    span = Span(1, 1, 1, 1)
    if source.root is not None:
        found = find(source.root, finding.route)
        if found.refused or (found.complete and found.node.marred and not finding.on_key):
            return None
        span = _span(finding, found.node, found.key, found.complete)
        text = value_at(value, finding.route) if found.complete and not finding.on_key else None
        if isinstance(text, str) and (finding.chars or found.node.style in ("|", ">")):
            text = text.strip()
            span = text_span(source.lines, found.node, *(finding.chars or (0, len(text))), text)
    return Diagnostic(
        notice=finding.notice,
        severity=finding.severity,
        file=file,
        span=span,
        route=visible(route_text(value, finding.route)),
        values=finding.values,
    )


def _span(finding: Finding, node: Node, key: Span | None, complete: bool) -> Span:
    """The key where the value is missing, long or not the point; else the value."""
    if key is not None and (finding.on_key or not complete or node.items is not None):
        return key
    if node.keys:  # an item of a list, or the document: its first key
        return next(iter(node.keys.values()))
    return node.span


def value_at(value: Any, route: Sequence[str | int]) -> Any:
    """The plain value that a route leads to, or None."""
    for step in route:
        below = _below(value, step)
        if below is None and step != 0:
            return None
        value = value if below is None else below
    return value


def _below(value: Any, step: str | int) -> Any:
    if isinstance(value, dict):
        return value.get(step)
    if isinstance(value, list) and isinstance(step, int) and step < len(value):
        return value[step]
    return None


_NAMES: Final = ("id", "åtagande")


def route_text(value: Any, route: Sequence[str | int]) -> str:
    """The route as people and programs write it: items by their id, those without one by their index from 0."""
    parts = []
    for step in route:
        if step == 0 and not isinstance(value, list):
            continue  # one thing written without its dash
        value = value_at(value, (step,))
        name = None
        if isinstance(step, int) and isinstance(value, dict):
            name = next((value[key] for key in _NAMES if isinstance(value.get(key), str)), None)
        parts.append(str(step) if name is None else name)
    return "/".join(parts)
