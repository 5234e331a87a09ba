"""Fixes of whole files that need no finding."""

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from medborgarlofte.i18n import Text
from medborgarlofte.model.kinds import spellings
from medborgarlofte.model.municipalities import by_name
from medborgarlofte.source.editing import Edit, lines_of, new_key
from medborgarlofte.source.files import INVISIBLE, split_mark
from medborgarlofte.source.finding import Finding
from medborgarlofte.source.positions import Node, Span
from medborgarlofte.source.reader import ParsedYaml, read


class Applied(NamedTuple):
    """Change of one line and its description."""

    line: int
    what: Text


def tidy(data: bytes) -> tuple[bytes, list[Applied]]:
    """File without invisible characters and trailing spaces.

    A change with side effects on the parsed value is skipped. A file that cannot be parsed is unchanged.
    """
    parsed = read(data, spellings())
    if parsed.source.root is None or any(finding.notice.code == "Y04" for finding in parsed.findings):
        return data, []
    mark, rest = split_mark(data)
    lines = lines_of(rest.decode())
    applied: list[Applied] = []
    kept = _lines_of_texts(parsed.source.root) | _lines_after_errors(parsed.findings, len(lines))
    for change, what in ((_seen, _SEEN), (_composed, _COMPOSED), (_bare, _BARE)):
        lines = _tidy(lines, change, what, kept if change is _bare else set(), applied)
    return mark + "".join(lines).encode(), applied


def missing_codes(parsed: ParsedYaml) -> Iterator[tuple[Edit, Text]]:
    """Edits that add the codes of named municipalities."""
    parties = parsed.value.get("parter") if isinstance(parsed.value, dict) else None
    for index, party in enumerate(parties if isinstance(parties, list) else []):
        if not isinstance(party, dict) or party.get("typ") != "kommun" or "kommunkod" in party:
            continue
        known = by_name(party["namn"]) if isinstance(party.get("namn"), str) else None
        if known is None:
            continue
        edit = new_key(parsed.source, ("parter", index), "namn", f'kommunkod: "{known.code}"')
        if edit:
            yield (
                edit,
                Text(f"kommunkod {known.code} för {known.name}", f"the code {known.code} of {known.name}"),
            )


def _seen(line: str) -> str:
    return INVISIBLE.sub("", line)


def _composed(line: str) -> str:
    return unicodedata.normalize("NFC", line)


def _bare(line: str) -> str:
    body = line.rstrip("\r\n")
    return body.rstrip(" \t") + line[len(body) :]


def _tidy(
    lines: list[str], change: Callable[[str], str], what: Text, kept: set[int], applied: list[Applied]
) -> list[str]:
    """Apply a line fix wherever the parsed value stays equal."""
    wanted = [(n, change(line)) for n, line in enumerate(lines) if n + 1 not in kept and change(line) != line]
    if not wanted:
        return lines
    before = _plain(read("".join(lines).encode(), spellings()).value)
    chosen: dict[int, str] = {}
    waiting, tries = [wanted], 0
    while waiting and tries < _TRIES:
        part, tries = waiting.pop(), tries + 1
        if _reads_as(before, lines, {**chosen, **dict(part)}):
            chosen |= dict(part)
        elif len(part) > 1:
            middle = len(part) // 2
            waiting += [part[middle:], part[:middle]]
    applied += [Applied(number + 1, what) for number in chosen]
    return [chosen.get(number, line) for number, line in enumerate(lines)]


_TRIES: Final = 200
"""How often a file is read to find the lines that must stay; those not found by then stay too."""


def _reads_as(before: Any, lines: list[str], changed: Mapping[int, str]) -> bool:
    """True if both parse alike, invisible characters aside."""
    after = read("".join(changed.get(n, line) for n, line in enumerate(lines)).encode(), spellings())
    return after.source.root is not None and before == _plain(after.value)


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return [(_plain(key), _plain(part)) for key, part in value.items()]  # two keys may become one
    if isinstance(value, list):
        return [_plain(part) for part in value]
    return unicodedata.normalize("NFC", INVISIBLE.sub("", value)) if isinstance(value, str) else value


_SEEN: Final = Text("ett osynligt tecken togs bort", "an invisible character was removed")
_COMPOSED: Final = Text("å, ä och ö skrivs som ett tecken (NFC)", "å, ä and ö written as one character (NFC)")
_BARE: Final = Text("mellanslag i radens slut togs bort", "spaces at the end of the line were removed")


def _lines_of_texts(node: Node) -> set[int]:
    """Lines of block scalars, where trailing space may matter."""
    numbers: set[int] = set()
    if node.items is None:
        if node.span.end_line > node.span.line:
            last = node.span.end_line - (node.span.end_column == 1)  # a block ends where the next line begins
            numbers.update(range(node.span.line + (node.style in ("|", ">")), last + 1))
        return numbers
    for below in node.items.values():
        numbers |= _lines_of_texts(below)
    return numbers


def _lines_after_errors(findings: list[Finding], count: int) -> set[int]:
    """Lines that were skipped, and may hold texts with meaningful spaces."""
    errors = [f.place.line for f in findings if f.severity != "info" and isinstance(f.place, Span)]
    return set(range(min(errors) + 1, count + 1)) if errors else set()
