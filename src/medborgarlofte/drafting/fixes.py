"""Automatic fixes that leave other bytes unchanged."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from medborgarlofte.i18n import Text
from medborgarlofte.model.municipalities import by_name
from medborgarlofte.model.validation import validate
from medborgarlofte.source.editing import Edit, apply, lines_of, new_key
from medborgarlofte.source.files import split_mark
from medborgarlofte.source.positions import Node, Span, locate
from medborgarlofte.source.reader import ParsedYaml, read

INVISIBLE: Final = re.compile("[\u200b\u200c\u200e\u200f\u2060\u00ad]|(?<!^)\ufeff")
"""Characters without width that come along from Word and PDF; the joiner of emoji is not among them."""


class Fix(NamedTuple):
    """Fix of one line and its description."""

    line: int
    what: Text


class _Replacement(NamedTuple):
    """Edit and its description."""

    edit: Edit
    what: Text


def fix(data: bytes, spellings: Mapping[str, str]) -> tuple[bytes, list[Fix]]:
    """Fixed bytes and the fixes, by original line.

    Line ends, byte order mark, comments, order and quoting are preserved. A change with side effects on the
    parsed value is skipped. A file that cannot be parsed is returned unchanged.
    """
    parsed = read(data, spellings)
    if parsed.source.root is None or any(
        finding.notice.code in ("Y03", "Y04") for finding in parsed.findings
    ):
        return data, []
    mark, rest = split_mark(data)
    lines = lines_of(rest.decode())
    fixes: list[Fix] = []
    kept = _lines_of_texts(parsed.source.root)
    unread = [
        finding.place.line
        for finding in parsed.findings
        if finding.severity != "info" and isinstance(finding.place, Span)
    ]
    if unread:  # what follows was passed over, and may hold texts whose spaces mean something
        kept |= set(range(min(unread) + 1, len(lines) + 1))
    for change, what in ((_seen, _SEEN), (_composed, _COMPOSED), (_bare, _BARE)):
        lines = _tidy(lines, change, what, kept if change is _bare else set(), spellings, fixes)
    parsed = read("".join(lines).encode(), spellings)
    if parsed.source.root is not None:
        replacements = [*_spellings(parsed), *_values(parsed), *_dates(parsed), *_codes(parsed)]
        apply(lines, [row.edit for row in replacements])
        fixes += [Fix(row.edit.span.line, row.what) for row in replacements]
    return mark + "".join(lines).encode(), sorted(fixes, key=lambda change: change.line)


def _seen(line: str) -> str:
    return INVISIBLE.sub("", line)


def _composed(line: str) -> str:
    return unicodedata.normalize("NFC", line)


def _bare(line: str) -> str:
    body = line.rstrip("\r\n")
    return body.rstrip(" \t") + line[len(body) :]


def _tidy(
    lines: list[str],
    change: Callable[[str], str],
    what: Text,
    kept: set[int],
    spellings: Mapping[str, str],
    fixes: list[Fix],
) -> list[str]:
    """Apply a line fix wherever the parsed value stays equal."""
    wanted = [(n, change(line)) for n, line in enumerate(lines) if n + 1 not in kept and change(line) != line]
    if not wanted:
        return lines
    before = _plain(read("".join(lines).encode(), spellings).value)
    chosen: dict[int, str] = {}
    waiting, tries = [wanted], 0
    while waiting and tries < _TRIES:
        part, tries = waiting.pop(), tries + 1
        if _reads_as(before, lines, {**chosen, **dict(part)}, spellings):
            chosen |= dict(part)
        elif len(part) > 1:
            middle = len(part) // 2
            waiting += [part[middle:], part[:middle]]
    fixes += [Fix(number + 1, what) for number in chosen]
    return [chosen.get(number, line) for number, line in enumerate(lines)]


_TRIES: Final = 200
"""How often a file is read to find the lines that must stay; those not found by then stay too."""


def _reads_as(
    before: Any, lines: list[str], changed: Mapping[int, str], spellings: Mapping[str, str]
) -> bool:
    """True if both parse alike, invisible characters aside."""
    after = read("".join(changed.get(n, line) for n, line in enumerate(lines)).encode(), spellings)
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


def _spellings(parsed: ParsedYaml) -> Iterator[_Replacement]:
    for finding in parsed.findings:
        span = finding.place
        if finding.notice.code == "Y26" and isinstance(span, Span) and span.line == span.end_line:
            real = str(finding.values["real"])
            line = parsed.source.lines[span.line - 1]
            is_joined = re.match(r":\S", line[span.end_column - 1 :])  # only a quoted key may be
            quote = line[span.column - 1] if is_joined else ""
            yield _Replacement(
                Edit(span, f"{quote}{real}{quote}"),
                Text(f"nyckeln stavas ”{real}”", f"the key is spelled “{real}”"),
            )


def _values(parsed: ParsedYaml) -> Iterator[_Replacement]:
    """Choices and ids in canonical spelling."""
    for finding in validate(parsed.value).findings:
        if finding.notice.code != "D25" or isinstance(finding.place, Span) or parsed.source.root is None:
            continue
        node = locate(parsed.source.root, finding.place).node
        if node.span.line == node.span.end_line and node.style not in ("|", ">"):
            real, quote = str(finding.values["real"]), node.style or ""
            yield _Replacement(
                Edit(node.span, f"{quote}{real}{quote}"),
                Text(f"värdet skrivs ”{real}”", f"the value is written “{real}”"),
            )


def _dates(parsed: ParsedYaml) -> Iterator[_Replacement]:
    """Unambiguous dates in ISO form."""
    for finding in validate(parsed.value).findings:
        if finding.notice.code != "D11" or not finding.values.get("certain") or parsed.source.root is None:
            continue
        node = locate(parsed.source.root, finding.place).node
        if node.span.line == node.span.end_line:
            date = str(finding.values["example"])
            yield _Replacement(
                Edit(node.span, date), Text(f"datumet skrivs {date}", f"the date is written {date}")
            )


def _codes(parsed: ParsedYaml) -> Iterator[_Replacement]:
    """Missing codes of named municipalities."""
    parties = parsed.value.get("parter") if isinstance(parsed.value, dict) else None
    for index, party in enumerate(parties if isinstance(parties, list) else []):
        if not isinstance(party, dict) or party.get("typ") != "kommun" or "kommunkod" in party:
            continue
        known = by_name(party["namn"]) if isinstance(party.get("namn"), str) else None
        if known is None:
            continue
        edit = new_key(parsed.source, ("parter", index), "namn", f'kommunkod: "{known.code}"')
        if edit:
            what = Text(f"kommunkod {known.code} för {known.name}", f"the code {known.code} of {known.name}")
            yield _Replacement(edit, what)


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
