"""Mends what has one right answer, and leaves every other byte of the file as it was."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from medborgarlofte.model.municipalities import by_name
from medborgarlofte.model.validation import validate
from medborgarlofte.source.positions import Node, Span, find
from medborgarlofte.source.reader import Reading, read
from medborgarlofte.text import Text

INVISIBLE: Final = re.compile("[\u200b\u200c\u200e\u200f\u2060\u00ad]|(?<!^)\ufeff")
"""Characters without width that come along from Word and PDF; the joiner of emoji is not among them."""


class Fix(NamedTuple):
    """One change: on which line, and what it was."""

    line: int
    what: Text


class _Edit(NamedTuple):
    span: Span
    text: str
    what: Text


def fix(data: bytes, spellings: Mapping[str, str]) -> tuple[bytes, list[Fix]]:
    """The mended bytes, and each change in the order of the lines.

    Line ends, byte order mark, comments, order and quoting stay. A file that cannot be read is answered as it is.
    """
    reading = read(data, spellings)
    if reading.source.root is None or any(flaw.notice.code in ("Y03", "Y04") for flaw in reading.flaws):
        return data, []
    raw = data.decode("utf-8-sig")
    lines = re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$", raw)
    fixes: list[Fix] = []
    lines = _compose(lines, fixes)
    _apply(lines, [*_spellings(reading), *_dates(reading), *_codes(reading)], fixes)
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


def _apply(lines: list[str], edits: list[_Edit], fixes: list[Fix]) -> None:
    """Make the edits from the end, so that the places before them hold."""
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        span = edit.span
        line = lines[span.line - 1]
        newline = "\r\n" if line.endswith("\r\n") else "\n"
        text = edit.text.replace("\n", newline)
        lines[span.line - 1] = line[: span.column - 1] + text + line[span.end_column - 1 :]
        fixes.append(Fix(span.line, edit.what))


def _spellings(reading: Reading) -> Iterator[_Edit]:
    for flaw in reading.flaws:
        if flaw.notice.code == "Y26" and flaw.span.line == flaw.span.end_line:
            real = str(flaw.values["real"])
            yield _Edit(flaw.span, real, Text(f"nyckeln stavas ”{real}”", f"the key is spelled “{real}”"))


def _dates(reading: Reading) -> Iterator[_Edit]:
    """Dates written in another way, where only one day can be meant."""
    _, findings = validate(reading.value)
    for finding in findings:
        if finding.notice.code != "D11" or not finding.values.get("certain"):
            continue
        node = find(_root(reading), finding.route).node
        if node.span.line == node.span.end_line:
            date = str(finding.values["example"])
            what = Text(f"datumet skrivs {date}", f"the date is written {date}")
            yield _Edit(node.span, date, what)


def _codes(reading: Reading) -> Iterator[_Edit]:
    """The code of a municipality that is named without it."""
    parties = reading.value.get("parter") if isinstance(reading.value, dict) else None
    for index, party in enumerate(parties if isinstance(parties, list) else []):
        if not isinstance(party, dict) or party.get("typ") != "kommun" or "kommunkod" in party:
            continue
        known = by_name(party["namn"]) if isinstance(party.get("namn"), str) else None
        found = find(_root(reading), ("parter", index, "namn"))
        if known is None or found.key is None or found.node.span.line != found.node.span.end_line:
            continue
        what = Text(f"kommunkod {known.code} för {known.name}", f"the code {known.code} of {known.name}")
        span = found.node.span
        end = Span(span.line, span.end_column, span.line, span.end_column)
        if _is_flow(reading, index):
            yield _Edit(end, f', kommunkod: "{known.code}"', what)
        else:
            rest = reading.source.lines[span.line - 1][span.end_column - 1 :]
            after = Span(span.line, span.end_column + len(rest), span.line, span.end_column + len(rest))
            yield _Edit(after, f'\n{" " * (found.key.column - 1)}kommunkod: "{known.code}"', what)


def _is_flow(reading: Reading, index: int) -> bool:
    item = find(_root(reading), ("parter", index)).node
    return reading.source.lines[item.span.line - 1][item.span.column - 1 : item.span.column] == "{"


def _root(reading: Reading) -> Node:
    if reading.source.root is None:
        raise LookupError("a file that could not be read has no places")
    return reading.source.root


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
