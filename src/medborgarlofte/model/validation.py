"""Validation of plain values into documents."""

from collections.abc import Collection, Sequence
from typing import Any, Final, NamedTuple

from pydantic import BaseModel, ValidationError

from medborgarlofte.i18n import Text
from medborgarlofte.model.consistency import inconsistencies
from medborgarlofte.model.kinds import KINDS, keys, kind_named, record_below
from medborgarlofte.model.lost_headings import without_lost
from medborgarlofte.model.messages import (
    LOST_HEADING,
    MISSING_KEY,
    NO_KIND,
    NOT_A_DOCUMENT,
    OTHER_KIND,
    UNKNOWN_KEY,
    UNKNOWN_KIND,
)
from medborgarlofte.model.placeholders import as_written, substitute
from medborgarlofte.model.record import Document
from medborgarlofte.model.repair import Move, repair
from medborgarlofte.model.unknown_keys import unknown
from medborgarlofte.model.validation_errors import describe_errors
from medborgarlofte.model.value_messages import NO_UNIT, NOT_FILLED_IN, VALUE_SPELLING
from medborgarlofte.model.written_values import did_you_mean, listed
from medborgarlofte.source.finding import Finding
from medborgarlofte.source.positions import Route, Span
from medborgarlofte.source.syntax_messages import TABLE_ROW
from medborgarlofte.suggestions import closest_match
from medborgarlofte.swedish import fold


class Validated(NamedTuple):
    """Document as far as readable, and findings."""

    document: Document | None
    """With stand-ins at the routes in `unread`; None when not even the kind is known."""
    value: Any
    """The plain values as they were meant, which references are looked up in."""
    findings: list[Finding]
    unread: frozenset[Route]
    """Routes of values that are wrong; what is found there only follows from the error."""


class Meaning(NamedTuple):
    """Values as they are meant."""

    kind: type[Document] | None
    """The kind they name, or the likely one."""
    value: Any
    """The plain values, repaired."""
    findings: list[Finding]
    """About the kind and the repairs."""
    moves: Sequence[Move] = ()
    """Values that are written elsewhere than they belong."""


def document_of(meaning: Meaning) -> Validated:
    """Document of values whose meaning is known."""
    kind, meant, findings, _ = meaning
    if kind is None:
        return Validated(None, meant, findings, frozenset())
    document, errors, unread = _document(meant, kind)
    findings = [*findings, *errors]
    places = {as_written(meant, one.place) for one in findings if not isinstance(one.place, Span)}
    groups = places | {place[:-1] for place in places}
    findings += [
        finding
        for finding in inconsistencies(meant)
        if finding.place not in places and (finding.notice is not NO_UNIT or finding.place[:-1] not in groups)
    ]
    wrong = {one.place for one in findings if one.severity in (None, "error") or one.notice in _NOT_THERE}
    wrong |= {(str(one.values["real"]),) for one in findings if one.notice is LOST_HEADING}
    wrong |= {home for one in findings if isinstance(home := one.values.get("home"), tuple)}
    return Validated(
        document, meant, findings, unread | {place for place in wrong if not isinstance(place, Span)}
    )


def meaning_of(value: Any) -> Meaning:
    """Kind, repaired values, and findings for both."""
    if not isinstance(value, dict):
        rows = value.split("\t") if isinstance(value, str) else []
        finding = Finding(TABLE_ROW, (), {"text": " | ".join(rows)}) if len(rows) > 1 else None
        return Meaning(None, value, [finding or Finding(NOT_A_DOCUMENT, ())])
    kind, findings = _kind(value)
    if kind is None:
        return Meaning(None, value, findings)
    reported = [finding.place[0] for finding in findings if finding.notice is UNKNOWN_KEY]
    known = {key: part for key, part in value.items() if key not in reported}
    known, lost = without_lost(known, kind)
    meant, repairs, moves = repair({**known, "dokument": kind.KIND}, kind)
    return Meaning(kind, meant, [*findings, *lost, *repairs], moves)


_NOT_THERE: Final = (NOT_FILLED_IN, MISSING_KEY)
"""Findings on values that only stand in for others, also where they are no errors."""
_ROUNDS: Final = 8
"""How often stand-ins are put in; errors hide others at most a few levels deep."""


def _document(
    value: dict[str, Any], kind: type[Document]
) -> tuple[Document | None, list[Finding], frozenset[Route]]:
    """Document with placeholders, findings, and unreliable routes."""
    readable = _without_empty(value, kind)
    findings: list[Finding] = []
    unread: set[Route] = set()
    for _ in range(_ROUNDS):
        try:
            document = kind.model_validate(readable)
        except ValidationError as error:
            described = describe_errors(error, kind, readable if unread else value)
            findings += [finding for finding in described if not _follows(finding.place, unread, readable)]
            for finding in described:
                if isinstance(meant := finding.values.get("key_meant"), str):
                    unread.add(as_written(readable, (*finding.place[:-1], meant)))
            for detail in error.errors(include_url=False, include_context=False, include_input=False):
                unread.add(substitute(readable, kind, tuple(detail["loc"]), detail["type"]))
        else:
            _share_field_sets(document)
            return document, findings, frozenset(unread)
    return None, findings, frozenset(unread)


def _follows(place: Route | Span, unread: Collection[Route], value: Any) -> bool:
    """True at, below or around a value with a stand-in: what a group lacks then follows from the error."""
    if isinstance(place, Span) or not unread:
        return False
    route = as_written(value, place)
    around = any(route == as_written(value, one)[: len(route)] for one in unread) if route else False
    return around or is_below(place, unread, value)


def is_below(place: Route | Span, routes: Collection[Route], value: Any) -> bool:
    """True for a place at or below one of the routes."""
    if isinstance(place, Span) or not routes:
        return False
    route = as_written(value, place)
    return any(route[:length] in routes for length in range(1, len(route) + 1))


def _kind(value: dict[str, Any]) -> tuple[type[Document] | None, list[Finding]]:
    """Stated kind, or the likely one, and findings."""
    named = value.get("dokument")
    if isinstance(named, str) and (kind := kind_named(named)):
        return _other_kind(value, kind)
    alike = next((kind for kind in KINDS if isinstance(named, str) and fold(kind.KIND) == fold(named)), None)
    if alike is not None:
        values = {"value": named, "real": alike.KIND}
        return alike, [Finding(VALUE_SPELLING, ("dokument",), values, severity="info")]
    names = [kind.KIND for kind in KINDS]
    kinds = listed(names, Text("eller", "or"))
    if named is None:
        misspelt = next((key for key in value if closest_match(key, ["dokument"], cutoff=0.75)), None)
        if misspelt:
            return kind_named(str(value[misspelt])) or _likely_kind(value), [
                Finding(UNKNOWN_KEY, (misspelt,), unknown(misspelt, ["dokument"]), on_key=True)
            ]
        return _likely_kind(value), [Finding(NO_KIND, (), {"kinds": kinds}, on_key=True)]
    meant = closest_match(named, names) if isinstance(named, str) else None
    return kind_named(meant or "") or _likely_kind(value), [
        Finding(
            UNKNOWN_KIND, ("dokument",), {"kind": named, "meant": did_you_mean(meant, names), "real": meant}
        )
    ]


def _other_kind(value: dict[str, Any], kind: type[Document]) -> tuple[type[Document], list[Finding]]:
    """The kind that a document names, or the one that has all of several keys it lacks and more of the rest."""
    unknown_keys = [key for key in value if key not in keys(kind)]
    if len(unknown_keys) < 2:
        return kind, []
    for other in KINDS:
        if all(key in keys(other) for key in unknown_keys) and len(value.keys() & keys(other).keys()) > len(
            value.keys() & keys(kind).keys()
        ):
            named = listed(unknown_keys, Text("och", "and"))
            values = {"kind": kind.KIND, "real": other.KIND, "keys": named}
            return other, [Finding(OTHER_KIND, ("dokument",), values)]
    return kind, []


def _likely_kind(value: dict[str, Any]) -> type[Document] | None:
    """The only kind with most of the keys, or None."""
    counted = sorted(
        ((len(value.keys() & keys(kind).keys()), n) for n, kind in enumerate(KINDS)), reverse=True
    )
    (most, number), (second, _) = counted[:2]
    return KINDS[number] if most > second else None


def _without_empty(value: Any, record: type[BaseModel] | None) -> Any:
    """Copy of a value, without empty keys."""
    if isinstance(value, dict):
        fields = keys(record) if record else {}
        return {
            key: _without_empty(part, record_below(record, key) if record else None)
            for key, part in value.items()
            if part is not None or key not in fields  # an unknown key is reported even when it is empty
        }
    if isinstance(value, list):
        return [_without_empty(part, record) for part in value]
    return value


_FIELD_SETS: Final[dict[frozenset[str], set[str]]] = {}
_PLAIN: Final = frozenset([str, bool, int, float, type(None)])


def _share_field_sets(value: Any) -> None:
    """Share pydantic's sets of given fields.

    Each record has a set of its own, a quarter of the memory of a document; few combinations of fields occur.
    """
    if isinstance(value, tuple):
        for item in value:
            _share_field_sets(item)
    elif (own := getattr(value, "model_fields_set", None)) is not None:
        shared = _FIELD_SETS.setdefault(frozenset(own), own)
        object.__setattr__(value, "__pydantic_fields_set__", shared)
        for item in value.__dict__.values():
            if item.__class__ not in _PLAIN:
                _share_field_sets(item)
