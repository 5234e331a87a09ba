"""Byte-preserving updates of a follow-up's file."""

import copy
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text
from medborgarlofte.source.editing import (
    Edit,
    apply,
    at_end,
    lines_of,
    new_item,
    new_key,
    new_value,
)
from medborgarlofte.source.files import split_mark
from medborgarlofte.source.reader import ParsedYaml, Source, read
from medborgarlofte.source.writing import scalar

KEYS: Final = ("status", "utfall", "räknat", "kommentar", "ordalydelse")
"""What may be recorded of a commitment, in the order in which it is written."""


class Entry(NamedTuple):
    """Keys and values to record for a commitment."""

    commitment: str
    values: Mapping[str, Any]
    """By key: a text, or a mapping of one text such as {"cirka": "60"}."""


def record(data: bytes, entries: Sequence[Entry], spellings: Mapping[str, str]) -> bytes:
    """File content with the entries.

    Only the lines of their items differ; each change is verified by reading the file again. Raises LofteError
    when the file cannot be read, or is laid out so that a change would touch anything else.
    """
    mark, rest = split_mark(data)
    try:
        text = rest.decode()
    except UnicodeDecodeError as error:
        raise _broken() from error
    for entry in entries:
        text = _recorded(text, entry, spellings)
    return mark + text.encode()


def _recorded(text: str, entry: Entry, spellings: Mapping[str, str]) -> str:
    reading = _read(text, spellings)
    index = _index(reading.value, entry.commitment)
    if index is None:
        text = _proved(text, _new_item(reading, entry.commitment), reading, spellings, entry)
        reading = _read(text, spellings)
        index = _index(reading.value, entry.commitment) or 0
    for key in KEYS:
        if key in entry.values:
            value = entry.values[key]
            wanted = copy.deepcopy(reading.value)
            items = wanted["poster"]
            (items[index] if isinstance(items, list) else items)[key] = value
            text = _proved(text, _edits(reading.source, index, key, value), reading, spellings, entry, wanted)
            reading = _read(text, spellings)
    return text


def _read(text: str, spellings: Mapping[str, str]) -> ParsedYaml:
    reading = read(text.encode(), spellings)
    if not isinstance(reading.value, dict) or any(finding.severity != "info" for finding in reading.findings):
        raise _broken()
    return reading


def _broken() -> LofteError:
    return LofteError(
        Text("Uppföljningen har fel i sin form.", "The follow-up has structural errors."),
        Text("Rätta dem först: lofte validate", "Fix them first: lofte validate"),
    )


def _index(value: Any, commitment: str) -> int | None:
    items = value.get("poster")
    rows = [items] if isinstance(items, dict) else items if isinstance(items, list) else []
    return next(
        (n for n, row in enumerate(rows) if isinstance(row, dict) and row.get("åtagande") == commitment), None
    )


def _proved(
    text: str,
    edits: Iterator[Edit],
    before: ParsedYaml,
    spellings: Mapping[str, str],
    entry: Entry,
    wanted: Any = None,
) -> str:
    """Text after the first exact edit."""
    if wanted is None:
        wanted = copy.deepcopy(before.value)
        items = wanted.get("poster") or []
        wanted["poster"] = [*(items if isinstance(items, list) else [items]), {"åtagande": entry.commitment}]
    for edit in edits:
        lines = lines_of(text)
        apply(lines, [edit])
        changed = "".join(lines)
        after = read(changed.encode(), spellings)
        if after.value == wanted and not any(finding.severity != "info" for finding in after.findings):
            return changed
    raise LofteError(
        Text(
            f"{entry.commitment} går inte att skriva in utan att något annat i filen ändras.",
            f"{entry.commitment} cannot be written without changing something else in the file.",
        ),
        Text("Skriv in det för hand i filen.", "Write it into the file by hand."),
    )


def _edits(source: Source, index: int, key: str, value: Any) -> Iterator[Edit]:
    """Candidate edits that set a key, best first."""
    route, written = ("poster", index), written_as(value)
    edit = new_value(source, route, key, written)
    if edit:
        yield edit
    earlier = KEYS[: KEYS.index(key)]
    for after in (*reversed(earlier), "åtagande"):
        edit = new_key(source, route, after, f"{key}: {written}")
        if edit:
            yield edit


def written_as(value: Any) -> str:
    """Value on one line: a text, or a mapping in braces."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {scalar(part)}" for key, part in value.items()) + "}"
    return scalar(str(value))


def _new_item(reading: ParsedYaml, commitment: str) -> Iterator[Edit]:
    """Candidate edits that add an item."""
    source, item = reading.source, f"åtagande: {scalar(commitment)}"
    edit = new_item(source, ("poster",), item)
    if edit and not edit.text.startswith("\n"):  # a list in brackets
        edit = new_item(source, ("poster",), f"{{{item}}}")
    if edit and not isinstance(reading.value.get("poster"), str):
        yield edit
    yield at_end(source, f"poster:\n  - {item}")
