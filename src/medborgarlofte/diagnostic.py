"""Diagnostics: findings with file and position."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from medborgarlofte.i18n import Language, Text, escape_controls
from medborgarlofte.messages import Notice
from medborgarlofte.source.finding import Finding, Severity
from medborgarlofte.source.positions import START, Location, Node, Route, Span, locate, text_span

if TYPE_CHECKING:
    from medborgarlofte.source.reader import Source

SEVERITY_WORDS: Final[Mapping[Severity, Text]] = {
    "error": Text("fel", "error"),
    "warning": Text("varning", "warning"),
    "info": Text("tips", "hint"),
}


class Diagnostic(NamedTuple):
    """Notice with file, span and field values."""

    notice: Notice
    severity: Severity
    file: str
    span: Span
    route: str = ""
    values: Mapping[str, object] = {}
    waived: str | None = None
    """The reason given for setting it aside."""
    note: Text | None = None
    """Something to add in this case."""

    @property
    def code(self) -> str:
        return self.notice.code

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """Sort key: file, then position."""
        return self.file, self.span.line, self.span.column, self.code, self.route

    def message(self, lang: Language) -> str:
        """What is wrong."""
        composed = self.values.get("message")
        if isinstance(composed, Text):
            return escape_controls(composed[lang])
        return escape_controls(self.notice.message.filled(self.values, lang))

    def why(self, lang: Language) -> str:
        """Why it matters."""
        why = escape_controls(self.notice.why.filled(self.values, lang))
        return f"{why} {self.note[lang]}" if self.note else why

    def help(self, lang: Language) -> str:
        """How to fix it."""
        return escape_controls(self.notice.help.filled(self.values, lang))


def place(
    finding: Finding,
    file: str,
    source: "Source | None" = None,
    value: Any = None,
    severity: Severity = "error",
) -> Diagnostic | None:
    """Resolve a finding's position, or None if already reported.

    A route that leads further than the file is placed at the nearest value above. `severity` applies where
    the finding has none of its own.
    """
    if isinstance(finding.place, Span):
        span, route = finding.place, ""
    else:
        root = source.root if source else None
        resolved = _resolve(finding, finding.place, source, root, value) if source and root else START
        if resolved is None:
            return None
        span, route = resolved, escape_controls(route_text(value, finding.place))
    return Diagnostic(finding.notice, finding.severity or severity, file, span, route, finding.values)


def _resolve(finding: Finding, route: Route, source: "Source", root: Node, value: Any) -> Span | None:
    location = locate(root, route)
    if location.invalid or (location.complete and location.node.has_invalid_child and not finding.on_key):
        return None
    is_part = finding.chars or location.node.style in ("|", ">")
    if (
        is_part
        and location.complete
        and not finding.on_key
        and isinstance(text := value_at(value, route), str)
    ):
        text = text.strip()
        return text_span(source.lines, location.node, *(finding.chars or (0, len(text))), text)
    return _span(finding, location)


def _span(finding: Finding, location: Location) -> Span:
    """Span of the key for missing or long values, else the value."""
    node, key = location.node, location.key
    if key is not None and (finding.on_key or not location.complete or node.items is not None):
        return key
    first = next(iter(node.items.values()), None) if node.items is not None else None
    return (first and first.key) or node.span  # an item of a list, or the document: its first key


def value_at(value: Any, route: Sequence[str | int]) -> Any:
    """Plain value at a route, or None."""
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
    """Readable route: items by id, else by index from 0."""
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
