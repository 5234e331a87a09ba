"""Mends what has one right answer, and leaves every other byte of the file as it was."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from medborgarlofte.model.municipalities import by_name
from medborgarlofte.model.validation import validate
from medborgarlofte.source.edit import Edit, apply, lines_of, new_key
from medborgarlofte.source.positions import Node, find
from medborgarlofte.source.reader import Reading, read
from medborgarlofte.text import Text

INVISIBLE: Final = re.compile("[\u200b\u200c\u200e\u200f\u2060\u00ad]|(?<!^)\ufeff")
"""Characters without width that come along from Word and PDF; the joiner of emoji is not among them."""


class Fix(NamedTuple):
    """One change: on which line, and what it was."""

    line: int
    what: Text


class _Told(NamedTuple):
    """An edit and what to say of it."""

    edit: Edit
    what: Text


def fix(data: bytes, spellings: Mapping[str, str]) -> tuple[bytes, list[Fix]]:
    """The mended bytes, and each change in the order of the lines.

    Line ends, byte order mark, comments, order and quoting stay. A file that cannot be read is answered as it is.
    """
    reading = read(data, spellings)
    if reading.source.root is None or any(flaw.notice.code in ("Y03", "Y04") for flaw in reading.flaws):
        return data, []
    raw = data.decode("utf-8-sig")
    lines = lines_of(raw)
    fixes: list[Fix] = []
    lines = _compose(lines, fixes)
    told = [*_spellings(reading), *_dates(reading), *_codes(reading)]
    apply(lines, [row.edit for row in told])
    fixes += [Fix(row.edit.span.line, row.what) for row in told]
    lines = lines_of("".join(lines))
    reading = read("".join(lines).encode(), spellings)
    if reading.source.root is None:
        return data, []
    kept = _lines_of_texts(reading.source.root)
    for number, line in enumerate(lines, start=1):
        lines[number - 1] = _tidy(line, number, kept, fixes)
    mended = "".join(lines).encode()
    if data.startswith(b"\xef\xbb\xbf"):
        mended = b"\xef\xbb\xbf" + mended
    return mended, sorted(fixes, key=lambda change: change.line)


def _compose(lines: list[str], fixes: list[Fix]) -> list[str]:
    composed = [unicodedata.normalize("NFC", line) for line in lines]
    for number, (before, after) in enumerate(zip(lines, composed, strict=True), start=1):
        if before != after:
            fixes.append(
                Fix(
                    number,
                    Text(
                        "å, ä och ö skrivs som ett tecken (NFC)", "å, ä and ö written as one character (NFC)"
                    ),
                )
            )
    return composed


def _spellings(reading: Reading) -> Iterator[_Told]:
    for flaw in reading.flaws:
        if flaw.notice.code == "Y26" and flaw.span.line == flaw.span.end_line:
            real = str(flaw.values["real"])
            yield _Told(
                Edit(flaw.span, real), Text(f"nyckeln stavas ”{real}”", f"the key is spelled “{real}”")
            )


def _dates(reading: Reading) -> Iterator[_Told]:
    """Dates written in another way, where only one day can be meant."""
    _, findings = validate(reading.value)
    for finding in findings:
        if finding.notice.code != "D11" or not finding.values.get("certain") or reading.source.root is None:
            continue
        node = find(reading.source.root, finding.route).node
        if node.span.line == node.span.end_line:
            date = str(finding.values["example"])
            yield _Told(Edit(node.span, date), Text(f"datumet skrivs {date}", f"the date is written {date}"))


def _codes(reading: Reading) -> Iterator[_Told]:
    """The code of a municipality that is named without it."""
    parties = reading.value.get("parter") if isinstance(reading.value, dict) else None
    for index, party in enumerate(parties if isinstance(parties, list) else []):
        if not isinstance(party, dict) or party.get("typ") != "kommun" or "kommunkod" in party:
            continue
        known = by_name(party["namn"]) if isinstance(party.get("namn"), str) else None
        if known is None:
            continue
        edit = new_key(reading.source, ("parter", index), "namn", f'kommunkod: "{known.code}"')
        if edit:
            what = Text(f"kommunkod {known.code} för {known.name}", f"the code {known.code} of {known.name}")
            yield _Told(edit, what)


def _lines_of_texts(node: Node) -> set[int]:
    """The lines of texts of several lines, in which white space at the end may mean something."""
    found: set[int] = set()
    if node.items is None:
        if node.span.end_line > node.span.line:
            found.update(range(node.span.line + (node.style in ("|", ">")), node.span.end_line + 1))
        return found
    for below in node.items.values():
        found |= _lines_of_texts(below)
    return found


def _tidy(line: str, number: int, kept: set[int], fixes: list[Fix]) -> str:
    seen = INVISIBLE.sub("", line)
    if seen != line:
        fixes.append(Fix(number, Text("ett osynligt tecken togs bort", "an invisible character was removed")))
    if number in kept:
        return seen
    body = seen.rstrip("\r\n")
    end = seen[len(body) :]
    bare = body.rstrip(" \t")
    if bare != body:
        fixes.append(
            Fix(
                number,
                Text("mellanslag i radens slut togs bort", "spaces at the end of the line were removed"),
            )
        )
    return bare + end
