"""Reading on after a syntax error: the item or the section that holds it is left out."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from medborgarlofte.i18n import Text
from medborgarlofte.source.file_messages import CONTROL
from medborgarlofte.source.finding import Finding
from medborgarlofte.source.positions import Node
from medborgarlofte.source.reader import ParsedYaml, Source, read
from medborgarlofte.source.syntax_messages import MERGE_CONFLICT, TAB, UNCLOSED_BRACKET, UNCLOSED_QUOTE
from medborgarlofte.source.yaml_errors import CONFLICT
from medborgarlofte.swedish import fold

_STAND_IN: Final = "…"
"""Value of what is left out; nothing is reported of it or below it."""
_MOST: Final = 20
"""Parts that are left out at most."""
_KEY: Final = re.compile(r"(?P<key>[^\W\d]\w*)")
_NAMED: Final = re.compile(r"dokument\W*(\w+)")
_SECTION: Final = re.compile(r"[^\s#\-\]}.]")
"""How a line at the top level begins."""
_DASH: Final = re.compile(r"(?P<indent>\s*)-(?:\s|$|[\w{])")
_HEADER: Final = re.compile(r"(?P<indent>\s+)[^\W\d]\w*:(?:\s+(?P<value>\S.*)?|$)")
_VALUE: Final = re.compile(r":\s+[^\s#>|]")
_ONE_CAUSE: Final = (TAB,)
"""Mistakes that a whole file has where one line has them."""


LEFT_OUT: Final = Text(
    "Det omkring felet är inte kontrollerat i övrigt.",
    "What surrounds the mistake has not been checked further.",
)
CUT: Final = Text(
    "Filen slutar här, så det som kan ha stått efter är inte kontrollerat. Fattas något: hämta en hel version av filen.",
    "The file ends here, so what may have stood after it has not been checked. If something is missing: get a whole version.",
)
UNREAD: Final = Text("Resten av filen är inte kontrollerad.", "The rest of the file has not been checked.")


class Part(NamedTuple):
    """Lines that are left out: a section, or an item of the list in it."""

    first: int
    last: int
    """The line after the last one."""
    key: str
    indent: str | None = None
    """That of its dash, of an item."""
    value: str = _STAND_IN

    @property
    def line(self) -> str:
        """What is read instead."""
        return f"{self.key}: {self.value}" if self.indent is None else f"{self.indent}- {_STAND_IN}"


def read_on(broken: ParsedYaml, spellings: Mapping[str, str]) -> ParsedYaml:
    """What the rest of a file says that cannot be parsed, with every syntax error in it.

    The same result where nothing can be left out. Where Git has left two versions, the first is parsed, and
    nothing is reported of the parts that they are in.
    """
    errors = broken.findings[-1:] if broken.source.text else []
    if not errors or errors[0].notice is CONTROL:
        return broken
    lines, disputed, found = broken.source.lines, list[int](), broken
    if is_disputed := errors[0].notice is MERGE_CONFLICT:
        lines, disputed = _one_version(lines)
        found = _read_without(lines, (), spellings)
        errors += found.findings[-1:] if found.source.root is None else []
    parts = list[Part]()
    while found.source.root is None:
        part = _part_at(lines, errors[-1].span.line - 1, spellings, parts) if len(parts) < _MOST else None
        if part is None:
            return broken
        parts = [one for one in parts if not part.first <= one.first < part.last] + [part]
        found = _read_without(lines, parts, spellings)
        errors += found.findings[-1:] if found.source.root is None else []
    if len(parts) > 1 and (alone := _read_without(lines, parts[-1:], spellings)).source.root is not None:
        # the first was no more than what came of the last
        found, parts, errors = alone, parts[-1:], errors[: 1 + is_disputed]
    for at in disputed:
        if (part := _part_at(lines, at, spellings, ())) is None:
            return broken
        parts.append(part)
    _refuse(found.source.root, parts)
    more = _of_other_causes(errors)
    findings = [*broken.findings, *more]
    findings += [one for one in found.findings if one not in findings]
    source = Source(broken.source.text, found.source.root, found.source.has_suspects, (*errors[:1], *more))
    return ParsedYaml(found.value, source, findings)


def is_cut(source: Source) -> bool:
    """True if a text ends in what is never closed: what is missing may have stood after it."""
    return any(
        one.notice in (UNCLOSED_BRACKET, UNCLOSED_QUOTE)
        and not any(map(_SECTION.match, source.lines[one.span.line :]))
        for one in source.left_out
    )


def _of_other_causes(errors: Sequence[Finding]) -> list[Finding]:
    """The errors after the first, without those of a line that has one already."""
    lines = [one.span.line for one in errors]
    return [
        one
        for n, one in enumerate(errors)
        if n and one.notice not in _ONE_CAUSE and one.span.line not in lines[:n]
    ]


def _one_version(lines: Sequence[str]) -> tuple[list[str], list[int]]:
    """Lines without Git's marks and without the other version, and the numbers of all lines in dispute."""
    kept, disputed = list(lines), list[int]()
    side = ""
    for n, line in enumerate(lines):
        if line.startswith(CONFLICT):
            side = line[0] if line[0] == "<" or (side and line[0] != ">") else ""
            kept[n] = ""
            disputed.append(n)
        elif side:
            kept[n] = line if side == "<" else ""
            disputed.append(n)
    return kept, disputed


def _read_without(lines: Sequence[str], parts: Sequence[Part], spellings: Mapping[str, str]) -> ParsedYaml:
    kept = list(lines)
    for part in parts:
        kept[part.first : part.last] = [part.line, *[""] * (part.last - part.first - 1)]
    return read("\n".join(kept).encode(), spellings)


def _part_at(
    lines: Sequence[str], at: int, spellings: Mapping[str, str], without: Sequence[Part]
) -> Part | None:
    """The smallest part around a line that has not been left out yet."""
    starts = [n for n, line in enumerate(lines) if _SECTION.match(line)]
    top = next((n for n, line in enumerate(lines) if line.strip() and line.lstrip()[0] != "#"), None)
    starts += [top] if top is not None and top not in starts else []  # indented by mistake
    starts += (
        [at]
        if starts and at not in starts and _is_section(lines, max(n for n in (*starts, 0) if n <= at), at)
        else []
    )
    if not starts:
        return None
    first = max((n for n in starts if n <= at), default=min(starts))
    last = min((n for n in starts if n > first), default=len(lines))
    written = _KEY.match(lines[first].lstrip())
    key = spellings.get(fold(written["key"])) if written else None
    if key is None:
        return None
    named = _NAMED.search(lines[first]) if key == "dokument" else None  # the kind decides what the rest is
    section = Part(first, last, key, value=named[1] if named else _STAND_IN)
    for part in (*_items(lines, section, at), section):
        if not any((one.first, one.indent) == (part.first, part.indent) for one in without):
            return part
    return None


def _is_section(lines: Sequence[str], above: int, at: int) -> bool:
    """Whether an indented key opens a section: it is below a single value, or a list follows where one went on above."""
    written = _HEADER.match(lines[at])
    if written is None or above == at:
        return False
    dashes = [found["indent"] for line in lines[above + 1 : at] if (found := _DASH.match(line))]
    below = _DASH.match(next((line for line in lines[at + 1 :] if line.strip()), ""))
    if not dashes:
        return _VALUE.search(lines[above]) is not None
    return not written["value"] and len(written["indent"]) <= min(map(len, dashes)) and below is not None


def _items(lines: Sequence[str], section: Part, at: int) -> Iterator[Part]:
    """The item of a list in a section that holds a line."""
    dashes = [
        (n, found["indent"])
        for n in range(section.first + 1, section.last)
        if (found := _DASH.match(lines[n]))
    ]
    indent = min((one for _, one in dashes), key=len, default="")
    first = max((n for n, one in dashes if n <= at and one == indent), default=None)
    if first is None:
        return
    within = range(first + 1, section.last)
    last = next((n for n in within if lines[n].strip() and _is_outside(lines[n], indent)), section.last)
    if at < last:
        yield Part(first, last, section.key, indent)


def _is_outside(line: str, indent: str) -> bool:
    """Whether a line begins another item of a list, or belongs to what holds the list."""
    own = line[: len(line) - len(line.lstrip())]
    return len(own) < len(indent) or (own == indent and _DASH.match(line) is not None)


def _refuse(root: Node | None, parts: Sequence[Part]) -> None:
    """Mark what stands in for the parts that are left out."""
    for part in parts:
        node = root
        while node is not None and node.items:
            node.has_invalid_child = True
            above = [one for one in node.items.values() if _line(one) <= part.first]
            node = max(above, key=_line, default=None)
            if node is not None and _line(node) == part.first:
                node.invalid = True
                break


def _line(node: Node) -> int:
    """The line, from 0, where a value begins, with its key."""
    return int((node.key_event.start_mark if node.key_event is not None else node.start).line)
