"""Repair of nonstandard but unambiguous values."""

import re
from typing import Any, Final

from pydantic import BaseModel

from medborgarlofte.model.declaration import Declared
from medborgarlofte.model.kinds import keys, kind_named
from medborgarlofte.model.references import ids_of, references_inside, values_of
from medborgarlofte.model.value_messages import CURLY_QUOTES, FLOW_DECIMAL, VALUE_SPELLING
from medborgarlofte.source.finding import Finding
from medborgarlofte.source.positions import Route
from medborgarlofte.source.syntax_messages import HARD_SPACE, NO_SPACE
from medborgarlofte.swedish import fold

_QUOTES: Final = "”“„‟‘’‚»«"
_JOINED: Final = re.compile(r"(?P<key>\w+):(?P<space>\s?)\s*(?P<rest>\S.*)", re.DOTALL)


def repair(value: dict[str, Any], kind: type[BaseModel]) -> tuple[dict[str, Any], list[Finding]]:
    """Repaired value, and findings for the repairs."""
    findings: list[Finding] = []
    repaired = _record(value, kind, (), findings)
    _references(repaired, findings)
    return repaired, findings


def _record(value: dict[str, Any], record: type[BaseModel], route: Route, findings: list[Finding]) -> Any:
    known = keys(record)
    made: dict[str, Any] = {}
    before: str | None = None
    for key, part in value.items():
        if part is None and before and re.fullmatch(r"\d{1,6}", key) and _is_digits(made.get(before)):
            findings.append(_decimal((*route, before), before, f"{made[before]},{key}"))
            made[before] = f"{made[before]}.{key}"
            continue
        joined = _joined(key, record) if part is None and key not in known else None
        if joined and joined["key"] not in value:
            findings.append(_no_space((*route, key), joined, on_key=True))
            made[joined["key"]] = joined["rest"]
            continue
        made[key] = _field(part, known[key], (*route, key), findings) if key in known else part
        before = key
    return made


def _field(part: Any, known: Declared, route: Route, findings: list[Finding]) -> Any:
    if isinstance(part, list):
        if known.alias == "mellan" and len(part) in (3, 4) and all(map(_is_digits, part)):
            written = [f"{part[0]},{part[1]}", ",".join(part[2:])]
            findings.append(_decimal(route, known.alias, ", ".join(written)))
            return [number.replace(",", ".") for number in written]
        return [_item(item, known, (*route, index), findings) for index, item in enumerate(part)]
    if known.record and isinstance(part, str) and (joined := _joined(part, known.record)):
        findings.append(_no_space(route, joined, on_key=False))
        return {joined["key"]: joined["rest"]}
    return _item(part, known, route, findings)


def _item(part: Any, known: Declared, route: Route, findings: list[Finding]) -> Any:
    if isinstance(part, dict) and known.record:
        return _record(part, known.record, route, findings)
    return _text(part, known, route, findings) if isinstance(part, str) else part


def _text(written: str, known: Declared, route: Route, findings: list[Finding]) -> str:
    """Text without Word's quotes; choices in canonical spelling."""
    if not known.is_free_text:
        bare = written.strip()
        if len(bare) > 2 and bare[0] in _QUOTES and bare[-1] in _QUOTES:
            findings.append(Finding(CURLY_QUOTES, route, {"value": bare, "plain": bare[1:-1]}))
            written = bare[1:-1]
    options = known.choices
    if not options or written in options:
        return written
    meant = next((choice for choice in options if fold(choice) == fold(written.strip())), None)
    if meant is None:
        return written
    findings.append(_spelling(route, written, meant))
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
