"""Repair of nonstandard but unambiguous values."""

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from pydantic import BaseModel

from medborgarlofte.i18n import Text
from medborgarlofte.model.declaration import Declared
from medborgarlofte.model.item_ids import free_ids, missing_id, one_for_all
from medborgarlofte.model.kinds import keys, kind_named, record_below
from medborgarlofte.model.messages import NOT_INDENTED, UNKNOWN_KEY
from medborgarlofte.model.references import ids_of, references_inside, values_of
from medborgarlofte.model.unknown_keys import describe, unknown
from medborgarlofte.model.value_messages import CURLY_QUOTES, FLOW_DECIMAL, VALUE_SPELLING
from medborgarlofte.model.written_values import listed
from medborgarlofte.source.finding import Finding
from medborgarlofte.source.positions import Route
from medborgarlofte.source.syntax_messages import HARD_SPACE, NO_SPACE
from medborgarlofte.swedish import fold

_QUOTES: Final = "”“„‟‘’‚»«"
_JOINED: Final = re.compile(r"(?P<key>\w+):(?P<space>\s?)\s*(?P<rest>\S.*)", re.DOTALL)


class Move(NamedTuple):
    """A value that belongs to another key than the one it is written at."""

    above: Route
    """What holds it."""
    written: str
    meant: tuple[str, ...]
    """Its key, or where it belongs one level down."""


class _Repairs:
    """What is repaired in one document."""

    def __init__(self, whole: Mapping[str, Any], kind: type[BaseModel]) -> None:
        self.whole, self.kind = whole, kind
        self.findings: list[Finding] = []
        self.moves: list[Move] = []

    def rename(
        self, written: str, part: Any, present: Mapping[str, Any], record: type[BaseModel], route: Route
    ) -> str:
        """The key that an unknown one was meant as, where its value fits there; else the key itself."""
        values = describe(self.kind, route, present, written, self.whole)
        meant = values["key_meant"]
        if not isinstance(meant, str) or not _fits(part, keys(record)[meant]):
            alike = [key for key in keys(record) if key not in present and _is_whole(part, keys(record)[key])]
            if len(alike) != 1:
                return written
            [meant] = alike
            values = unknown(written, alike, meant)
        self.findings.append(Finding(UNKNOWN_KEY, (*route, written), values, on_key=True))
        self.moves.append(Move(route, written, (meant,)))
        return meant

    def adopt(self, key: str, names: Sequence[str], route: Route) -> None:
        """Report keys that belong below an empty one."""
        self.moves += [Move(route, name, (key, name)) for name in names]
        values = {"key": key, "keys": listed(names, Text("och", "and"))}
        self.findings.append(Finding(NOT_INDENTED, (*route, names[0]), values, on_key=True))


def repair(value: dict[str, Any], kind: type[BaseModel]) -> tuple[dict[str, Any], list[Finding], list[Move]]:
    """Values as they are meant, findings for the repairs, and what was moved."""
    repairs = _Repairs(value, kind)
    made = _record(value, kind, (), repairs)
    _references(made, repairs.findings)
    if made.get("status") == "utkast":
        repairs.findings += _ids_of_draft(made, kind)
    return made, repairs.findings, repairs.moves


def _record(value: dict[str, Any], record: type[BaseModel], route: Route, repairs: _Repairs) -> Any:
    known = keys(record)
    made: dict[str, Any] = {}
    before: str | None = None
    adopted: list[str] = []
    for written, there in value.items():
        key, part = written, there
        if key in adopted:
            continue
        if part is None and before and re.fullmatch(r"\d{1,6}", key) and _is_digits(made.get(before)):
            repairs.findings.append(_decimal((*route, before), before, f"{made[before]},{key}"))
            made[before] = f"{made[before]}.{key}"
            continue
        joined = _joined(key, record) if part is None and key not in known else None
        if joined and joined["key"] not in value:
            repairs.findings.append(_no_space((*route, key), joined, on_key=True))
            made[joined["key"]] = joined["rest"]
            continue
        if key not in known or _is_list_for_group(part, known[key]):
            key = repairs.rename(key, part, {**value, **made}, record, route)
        elif part is None and (adopted := _not_indented(key, value, record)):
            repairs.adopt(key, adopted, route)
            part = {name: value[name] for name in adopted}
        made[key] = _field(part, known[key], (*route, key), repairs) if key in known else part
        before = key
    return made


def _is_list_for_group(part: Any, field: Declared) -> bool:
    """True for several groups where one belongs: the key of another list, written in the singular."""
    return (
        isinstance(part, list)
        and len(part) > 1
        and not field.is_list
        and all(isinstance(row, dict) for row in part)
    )


def _fits(part: Any, field: Declared) -> bool:
    """True for a value of the shape that a field has."""
    if field.record is None:
        return isinstance(part, str) or (isinstance(part, list) and field.is_list)
    written = _keys_in(part, field)
    return bool(written) and 2 * sum(key in keys(field.record) for key in written) >= len(written)


def _is_whole(part: Any, field: Declared) -> bool:
    """True for a group, or a list of them, with no key but those of a field's record, and several of them."""
    written = set(_keys_in(part, field)) if field.record else set()
    return len(written) > 1 and written <= keys(field.record or BaseModel).keys()


def _keys_in(part: Any, field: Declared) -> list[str]:
    rows = part if isinstance(part, list) and field.is_list else [part]
    return [key for row in rows if isinstance(row, dict) for key in row]


def _not_indented(key: str, value: Mapping[str, Any], record: type[BaseModel]) -> list[str]:
    """Keys right after an empty one that belong below it."""
    below = record_below(record, key)
    after = itertools.islice(value, list(value).index(key) + 1, None)
    inner = keys(below) if below else {}
    return list(itertools.takewhile(lambda name: name in inner and name not in keys(record), after))


def _ids_of_draft(made: dict[str, Any], kind: type[BaseModel]) -> Iterator[Finding]:
    """Ids for the items of a draft that have none yet."""
    for key, field in keys(kind).items():
        named = keys(field.record).get("id") if field.record else None
        items = made.get(key)
        if not named or not named.info.is_required() or not isinstance(items, list):
            continue
        ids = free_ids(items)
        missing = [missing_id(ids, len(items), (key, index, "id"), named.description or "") for index in ids]
        yield from (finding._replace(severity="info") for finding in one_for_all(missing))
        for index, name in ids.items():
            items[index]["id"] = name


def _field(part: Any, known: Declared, route: Route, repairs: _Repairs) -> Any:
    if isinstance(part, list):
        if known.alias == "mellan" and len(part) in (3, 4) and all(map(_is_digits, part)):
            written = [f"{part[0]},{part[1]}", ",".join(part[2:])]
            repairs.findings.append(_decimal(route, known.alias, ", ".join(written)))
            return [number.replace(",", ".") for number in written]
        return [_item(item, known, (*route, index), repairs) for index, item in enumerate(part)]
    if known.record and isinstance(part, str) and (joined := _joined(part, known.record)):
        repairs.findings.append(_no_space(route, joined, on_key=False))
        return {joined["key"]: joined["rest"]}
    return _item(part, known, route, repairs)


def _item(part: Any, known: Declared, route: Route, repairs: _Repairs) -> Any:
    if isinstance(part, dict) and known.record:
        return _record(part, known.record, route, repairs)
    return _text(part, known, route, repairs) if isinstance(part, str) else part


def _text(written: str, known: Declared, route: Route, repairs: _Repairs) -> str:
    """Text without Word's quotes; choices in canonical spelling."""
    if not known.is_free_text:
        bare = written.strip()
        if len(bare) > 2 and bare[0] in _QUOTES and bare[-1] in _QUOTES:
            repairs.findings.append(Finding(CURLY_QUOTES, route, {"value": bare, "plain": bare[1:-1]}))
            written = bare[1:-1]
    options = known.choices
    if not options or written in options:
        return written
    meant = next((choice for choice in options if fold(choice) == fold(written.strip())), None)
    if meant is None:
        return written
    repairs.findings.append(_spelling(route, written, meant))
    return meant


def _references(value: dict[str, Any], findings: list[Finding]) -> None:
    """Fix ids that differ in case or å, ä, ö only."""
    kind = kind_named(str(value.get("dokument")))
    for rule in references_inside(kind) if kind else ():
        named = values_of(value, rule.field)
        ids = (*ids_of(value, rule.target), *rule.words) if named else ()
        for route, written in named:
            bare = written.strip()
            if bare in ids:
                continue
            meant = next((name for name in ids if fold(name) == fold(bare)), None)
            if meant:
                findings.append(_spelling(route, written, meant))
                put(value, route, meant)


def put(value: Any, route: Route, new: Any) -> None:
    """Replace the value at an existing route."""
    for step in route[:-1]:
        value = value[step]
    value[route[-1]] = new


def _spelling(route: Route, written: str, meant: str) -> Finding:
    return Finding(VALUE_SPELLING, route, {"value": written, "real": meant}, severity="info")


def _decimal(route: Route, key: str, written: str) -> Finding:
    point = re.sub(r"(\d),(\d)", r"\1.\2", written)
    example = f"{key}: [{point}]" if key == "mellan" else f'{key}: "{written}"'
    return Finding(FLOW_DECIMAL, route, {"key": key, "written": written, "example": example}, on_key=True)


def _joined(text: str, record: type[BaseModel]) -> re.Match[str] | None:
    """Match of a key joined to its value: ”enhet:Fält”."""
    found = _JOINED.fullmatch(text)
    return found if found and found["key"] in keys(record) and not found["rest"].startswith("//") else None


def _no_space(route: Route, joined: re.Match[str], *, on_key: bool) -> Finding:
    if joined["space"]:
        return Finding(HARD_SPACE, route, {"before": f"{joined['key']}:"}, on_key=on_key)
    return Finding(NO_SPACE, route, {"key": joined["key"]}, on_key=on_key)


def _is_digits(value: Any) -> bool:
    return isinstance(value, str) and re.fullmatch(r"\d{1,6}", value.strip()) is not None
