"""Reading on after a syntax error: the item or the section that holds it is left out."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from medborgarlofte.i18n import Text
from medborgarlofte.source.positions import Node
from medborgarlofte.source.reader import ParsedYaml, Source, read
from medborgarlofte.source.syntax_messages import MERGE_CONFLICT, TAB
from medborgarlofte.swedish import fold

_STAND_IN: Final = "…"
"""Value of what is left out; nothing is reported of it or below it."""
_MOST: Final = 20
"""Parts that are left out at most."""
_KEY: Final = re.compile(r"(?P<key>[^\W\d]\w*)")
_SECTION: Final = re.compile(r"[^\s#\-\]}.]")
"""How a line at the top level begins."""
_DASH: Final = re.compile(r"(?P<indent>\s*)-(?:\s|$|[\w{])")
_ONE_CAUSE: Final = (TAB,)
"""Mistakes that a whole file has where one line has them."""


LEFT_OUT: Final = Text(
    "Det omkring felet är inte kontrollerat i övrigt.",
    "What surrounds the mistake has not been checked further.",
)
UNREAD: Final = Text("Resten av filen är inte kontrollerad.", "The rest of the file has not been checked.")


class Part(NamedTuple):
    """Lines that are left out: a section, or an item of the list in it."""

    first: int
    last: int
    """The line after the last one."""
    key: str
    item: int | None = None
    indent: str = ""

    @property
    def line(self) -> str:
        """What is read instead."""
        return f"{self.key}: {_STAND_IN}" if self.item is None else f"{self.indent}- {_STAND_IN}"


def read_on(broken: ParsedYaml, spellings: Mapping[str, str]) -> ParsedYaml:
    """What the rest of a file says that cannot be parsed, with every syntax error in it.

    The same result where nothing can be left out: the error concerns the kind of document, or all of it.
    """
    errors = [
        found for found in broken.findings[-1:] if broken.source.text and found.notice is not MERGE_CONFLICT
    ]
    if not errors:
        return broken
    lines, parts = broken.source.lines, list[Part]()
    while len(parts) < _MOST:
        part = _part_at(lines, errors[-1].span.line - 1, spellings, parts)
        if part is None:
            return broken
        parts = [one for one in parts if not part.first <= one.first < part.last] + [part]
        found = _read_without(lines, parts, spellings)
        if found.source.root is not None:
            break
        errors.append(found.findings[-1])
    else:
        return broken
    if len(parts) > 1 and (alone := _read_without(lines, parts[-1:], spellings)).source.root is not None:
        found, parts, errors = (
            alone,
            parts[-1:],
            errors[:1],
        )  # the first was no more than what came of the last
    _refuse(found.source.root, parts)
    lines_of = [one.span.line for one in errors]
    more = [
        one
        for n, one in enumerate(errors)
        if n and one.notice not in _ONE_CAUSE and one.span.line not in lines_of[:n]
    ]
    findings = [*broken.findings, *more]
    findings += [one for one in found.findings if one not in findings]
    left_out = (*errors[:1], *more)
    source = Source(broken.source.text, found.source.root, found.source.has_suspects, left_out)
    return ParsedYaml(found.value, source, findings)


def _read_without(lines: Sequence[str], parts: Sequence[Part], spellings: Mapping[str, str]) -> ParsedYaml:
    kept = list(lines)
    for part in parts:
        kept[part.first : part.last] = [part.line, *[""] * (part.last - part.first - 1)]
    return read("\n".join(kept).encode(), spellings)


def _part_at(
    lines: Sequence[str], at: int, spellings: Mapping[str, str], without: Sequence[Part]
) -> Part | None:
    """The smallest part around a line that has not been left out yet; None for the kind of document."""
    starts = [n for n, line in enumerate(lines) if _SECTION.match(line)]
    first = max((n for n in starts if n <= at), default=None)
    if first is None:
        return None
    last = min((n for n in starts if n > first), default=len(lines))
    written = _KEY.match(lines[first])
    key = spellings.get(fold(written["key"])) if written else None
    if key is None or key == "dokument":
        return None
    section = Part(first, last, key)
    for part in (*_items(lines, section, at), section):
        if not any((one.first, one.item) == (part.first, part.item) for one in without):
            return part
    return None


def _items(lines: Sequence[str], section: Part, at: int) -> Iterator[Part]:
    """The item of a section's list that holds a line."""
    dashes = [
        (n, found["indent"])
        for n in range(section.first + 1, section.last)
        if (found := _DASH.match(lines[n]))
    ]
    indent = min((one for _, one in dashes), key=len, default="")
    starts = [n for n, one in dashes if one == indent]
    number = sum(n <= at for n in starts) - 1
    if number >= 0:
        last = starts[number + 1] if number + 1 < len(starts) else section.last
        yield Part(starts[number], last, section.key, number, indent)


def _refuse(root: Node | None, parts: Sequence[Part]) -> None:
    """Mark what stands in for the parts that are left out."""
    for part in parts:
        section = (root.items or {}).get(part.key) if root is not None else None
        node = (
            (section.items or {}).get(part.item) if section is not None and part.item is not None else section
        )
        if node is not None:
            node.invalid = True
        for above in (root, section):
            if above is not None and above is not node:
                above.has_invalid_child = True
