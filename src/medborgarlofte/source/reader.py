"""YAML reader: values and positions.

One pass over libyaml's events.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, NamedTuple

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from medborgarlofte.messages import SchemaNotice
from medborgarlofte.source.file_messages import EMPTY
from medborgarlofte.source.files import CONTROL_CHARACTERS, decode
from medborgarlofte.source.finding import Finding
from medborgarlofte.source.foreign import control_findings
from medborgarlofte.source.messages import (
    ALIAS,
    BULLETS,
    COMPLEX_KEY,
    SPELLING,
    TAG,
    TOO_DEEP,
)
from medborgarlofte.source.positions import START, Node, Span, Step, span_of
from medborgarlofte.source.syntax_messages import BULLET
from medborgarlofte.source.twin_keys import Twin, begins_item, twin_findings
from medborgarlofte.source.yaml_errors import diagnose, is_part_of, is_reported
from medborgarlofte.source.yaml_pasted import another_document, second_document
from medborgarlofte.swedish import fold

MAX_DEPTH: Final = 12
"""How many levels a document may nest; the deepest the format needs is 7."""


@dataclass(frozen=True)
class Source:
    """Source text of a file."""

    text: str
    """Composed letters, one kind of line end, no byte order mark."""
    root: Node | None
    """Positions of every value; None when nothing could be read."""
    has_suspects: bool = False
    """True if a text may be cut by a comment, or holds a tab."""
    left_out: tuple[Finding, ...] = ()
    """Syntax errors that a part of the text is left out for; see recovery.read_on."""

    @property
    def is_whole(self) -> bool:
        """True if all of the text could be parsed."""
        return self.root is not None and not self.left_out

    @cached_property
    def lines(self) -> list[str]:
        """The text line by line."""
        return self.text.split("\n")


class ParsedYaml(NamedTuple):
    """Plain values (dict, list, str, None), positions and findings."""

    value: Any
    source: Source
    findings: list[Finding]


def read(data: bytes, spellings: Mapping[str, str]) -> ParsedYaml:
    """Parse the bytes of a YAML file.

    Every plain scalar stays text, since only the model knows what is a number or a date. `spellings` maps
    each known key, and its form without å ä ö, to its real spelling.
    """
    text, findings = decode(data)
    if not text:
        return ParsedYaml(None, Source("", None), findings)
    builder = _Builder(text, spellings, findings)
    value, root = builder.document()
    return ParsedYaml(value, Source(text, root, builder.has_suspects), findings)


class _Builder:
    """Builds values and nodes from the events of one file."""

    def __init__(self, text: str, spellings: Mapping[str, str], findings: list[Finding]) -> None:
        self.text = text
        self.spellings = spellings
        self.findings = findings
        self.has_comments = "#" in text
        self.has_suspects = False
        second = second_document(text)
        if second:
            line = text.count("\n", 0, second) + 1
            findings.append(another_document(text, second, Span(line, 1, line, 1 + len("dokument"))))
        # libyaml's own events, without the checks that yaml.parse makes before each
        self.events: Iterator[Any] = iter(yaml.CBaseLoader(text[:second]).get_event, None)

    def document(self) -> tuple[Any, Node | None]:
        value, root = None, None
        try:
            for event in self.events:
                if isinstance(event, NodeEvent):
                    if root is None:
                        value, root = self.build(event, 0)
                    else:
                        self.skip(event)
                elif isinstance(event, DocumentStartEvent) and root is not None:
                    start = event.start_mark.index if event.start_mark else 0
                    self.findings.append(another_document(self.text, start, span_of(event)))
        except yaml.MarkedYAMLError as error:
            finding = self.syntax_finding(error)
            self.findings[:] = [one for one in self.findings if not is_part_of(one, finding)]
            self.findings += [] if is_reported(finding, self.findings) else [finding]
            return None, None
        if root is None and not self.findings:
            self.findings.append(Finding(EMPTY, START, {}))
        return value, root

    def syntax_finding(self, error: yaml.MarkedYAMLError) -> Finding:
        at, since = error.problem_mark, error.context_mark
        finding = diagnose(
            error.problem or "",
            (at.line, at.column) if at else (0, 0),
            (since.line, since.column) if since else None,
            self.text.rstrip("\n").split("\n"),
            self.spellings,
        )
        if "nesting depth" in (error.problem or ""):  # libyaml 0.2.6 stops by itself at a thousand levels
            return Finding(TOO_DEEP, finding.place, {"limit": MAX_DEPTH})
        return finding

    def build(self, event: Any, depth: int, *, in_list: bool = False) -> tuple[Any, Node]:
        """Value and node that start at an event, whose events are consumed."""
        kind = event.__class__
        if kind is AliasEvent:
            return self.reject(event, ALIAS, {"name": f"*{event.anchor}"})
        if event.anchor is not None or event.tag is not None:
            self.reject_anchor_or_tag(event)
        if kind is ScalarEvent:
            return self.scalar(event)
        if depth == MAX_DEPTH:
            self.skip(event)
            return self.reject(event, TOO_DEEP, {"limit": MAX_DEPTH})
        if kind is MappingStartEvent:
            return self.mapping(event, depth, in_list=in_list)
        return self.sequence(event, depth)

    def scalar(self, event: Any) -> tuple[str | None, Node]:
        """Text of a scalar, or None where it is empty."""
        value, style = event.value, event.style
        node = Node(event.start_mark, event.end_mark, style or None)
        if event.tag is not None:
            node.invalid = True
        if not style:
            if self.has_comments and (comment := self.comment_after(event)):
                node.comment, self.has_suspects = comment, True
            if value in _NULLS and event.tag is None:
                return None, node
            if "\t" in value:
                self.has_suspects = True
        node.invalid = node.invalid or self.reject_control(event)
        return value, node

    def comment_after(self, event: Any) -> Span | None:
        """Comment that may belong to a plain scalar."""
        end = event.end_mark
        match = (_COMMENT if event.value else _HASHTAG).match(self.text, end.index)
        if match is None:
            return None
        start = match.start(match.lastgroup or 0)
        line = end.line + 1 + match[0].count("\n")
        column = start - self.text.rfind("\n", 0, start)
        return Span(line, column, line, column + match.end() - start)

    def sequence(self, start: Any, depth: int) -> tuple[list[Any], Node]:
        values: list[Any] = []
        nodes: dict[Step, Node] = {}
        is_invalid = False
        for event in self.events:
            if event.__class__ is SequenceEndEvent:
                break
            value, below = self.build(event, depth + 1, in_list=True)
            nodes[len(values)] = below
            values.append(value)
            is_invalid = is_invalid or below.invalid or below.has_invalid_child
        node = Node(start.start_mark, event.end_mark)
        node.items, node.has_invalid_child = nodes, is_invalid
        return values, node

    def mapping(self, start: Any, depth: int, *, in_list: bool) -> tuple[dict[str, Any], Node]:
        values: dict[str, Any] = {}
        nodes: dict[Step, Node] = {}
        twins: list[Twin] = []
        has_invalid_child = is_bulleted = False
        for event in self.events:
            if event.__class__ is MappingEndEvent:
                break
            plain = event.__class__ is ScalarEvent and event.anchor is None and event.tag is None
            key = self.spellings.get(event.value) if plain else None
            if key is None:
                is_bulleted = is_bulleted or self.reject_bullet(event)
                key = self.key(event)
            value, below = self.build(next(self.events), depth + 1)
            if key is None:
                has_invalid_child = True
            elif key not in nodes:
                values[key], nodes[key], below.key_event = value, below, event
                has_invalid_child = has_invalid_child or below.invalid or below.has_invalid_child
                if key != event.value:
                    self.findings.append(
                        Finding(SPELLING, span_of(event), {"key": event.value, "real": key}, severity="info")
                    )
            elif not is_bulleted:
                twins.append(Twin(key, event, len(nodes)))
        lacks_dash = begins_item(twins, nodes, in_list=in_list and not start.flow_style)
        self.findings += twin_findings(twins, nodes, is_item=lacks_dash)
        node = Node(start.start_mark, event.end_mark)
        node.items, node.is_mapping = nodes, True
        node.invalid, node.has_invalid_child = is_bulleted or lacks_dash, has_invalid_child or bool(twins)
        return values, node

    def key(self, event: NodeEvent) -> str | None:
        """Canonical key, or None if invalid."""
        if event.__class__ is not ScalarEvent:
            if isinstance(event, AliasEvent):
                self.reject(event, ALIAS, {"name": f"*{event.anchor}"})
            else:
                self.findings.append(Finding(COMPLEX_KEY, span_of(event, 1), {}))
                self.skip(event)
            return None
        if event.anchor is not None or event.tag is not None:
            self.reject_anchor_or_tag(event)
        if self.reject_control(event):
            return None
        written: str = event.value
        return self.spellings.get(written) or self.spellings.get(fold(written), written)

    def reject_control(self, event: Any) -> bool:
        """Report a control character that is written as an escape."""
        control = CONTROL_CHARACTERS.search(event.value) if event.style == '"' else None
        self.findings += control_findings([(span_of(event), control[0])]) if control else []
        return control is not None

    def reject_bullet(self, event: Any) -> bool:
        """Report a key that starts with a pasted bullet."""
        is_plain = event.__class__ is ScalarEvent and not event.style
        if not is_plain or event.value[:1] not in BULLETS or not event.value[1:2].isspace():
            return False
        self.findings.append(Finding(BULLET, span_of(event, 1), {"mark": event.value[0]}))
        return True

    def reject_anchor_or_tag(self, event: Any) -> None:
        """Report an unsupported anchor or tag."""
        if event.anchor is not None:
            self.findings.append(
                Finding(ALIAS, span_of(event, len(event.anchor) + 1), {"name": f"&{event.anchor}"})
            )
        if event.tag is not None:
            written = re.match(r"!\S*", self.text[event.start_mark.index :])
            tag = written[0] if written else event.tag
            self.findings.append(Finding(TAG, span_of(event, len(tag)), {"tag": tag}))

    def skip(self, start: NodeEvent) -> None:
        """Skip the events of a value."""
        depth = int(isinstance(start, (MappingStartEvent, SequenceStartEvent)))
        while depth:
            event = next(self.events)
            depth += isinstance(event, (MappingStartEvent, SequenceStartEvent))
            depth -= isinstance(event, CollectionEndEvent)

    def reject(self, event: Any, notice: SchemaNotice, values: Mapping[str, object]) -> tuple[None, Node]:
        self.findings.append(
            Finding(notice, span_of(event, 1) if notice is TOO_DEEP else span_of(event), values)
        )
        node = Node(event.start_mark, event.end_mark)
        node.invalid = True
        return None, node


_COMMENT: Final = re.compile(r"[ \t]+(?P<text>#[^\n]*)|[ \t]*\n[ ]+(?P<below>#\w[^\n]*)")
_HASHTAG: Final = re.compile(r"[ \t]*(?P<text>#\w[^\n]*)")
_NULLS: Final = frozenset(["", "~", "null", "Null", "NULL"])
