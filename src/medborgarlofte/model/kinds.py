"""Document kinds and their keys."""

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final

from pydantic import BaseModel

from medborgarlofte.model.action_plan import ActionPlan
from medborgarlofte.model.agreement import Agreement
from medborgarlofte.model.declaration import Declared, declared
from medborgarlofte.model.follow_up import FollowUp
from medborgarlofte.model.promise import Promise
from medborgarlofte.model.record import Document
from medborgarlofte.model.resident_dialogue import ResidentDialogue
from medborgarlofte.model.situation_picture import SituationPicture
from medborgarlofte.model.survey import Survey
from medborgarlofte.swedish import fold

KINDS: Final[tuple[type[Document], ...]] = (
    Promise, Agreement, FollowUp, SituationPicture, ActionPlan, Survey, ResidentDialogue,
)  # fmt: skip


def kind_named(name: str) -> type[Document] | None:
    """Kind for a value of `dokument`."""
    return next((kind for kind in KINDS if name == kind.KIND), None)


@lru_cache(maxsize=1)
def spellings() -> dict[str, str]:
    """Canonical spelling of every key, by itself and by its folded form."""
    named = {key for record in records() for key in keys(record)}
    return {fold(key): key for key in named} | {key: key for key in named}


@cache
def keys(record: type[BaseModel]) -> Mapping[str, Declared]:
    """Fields of a record by Swedish key, in the order of declaration."""
    fields = declared(record)
    return {fields[name].alias: fields[name] for name in record.model_fields}


@cache
def record_below(record: type[BaseModel], key: str) -> type[BaseModel] | None:
    """Record type below a key, if any."""
    field = keys(record).get(key)
    return field.record if field else None


@lru_cache(maxsize=1)
def records() -> tuple[type[BaseModel], ...]:
    """Every kind and nested record, in declaration order."""
    found: dict[type[BaseModel], None] = {}
    for kind in KINDS:
        _collect(kind, found)
    return tuple(found)


def _collect(record: type[BaseModel], found: dict[type[BaseModel], None]) -> None:
    if record in found:
        return
    found[record] = None
    for field in keys(record).values():
        if field.record is not None:
            _collect(field.record, found)


def record_at(kind: type[BaseModel], route: tuple[str | int, ...]) -> type[BaseModel] | None:
    """Record type at a route."""
    record: type[BaseModel] | None = kind
    for step in route:
        if isinstance(step, str):
            record = record_below(record, step) if record else None
    return record


def field_at(kind: type[BaseModel], route: tuple[str | int, ...]) -> Declared | None:
    """Field at the end of a route."""
    names = [n for n, step in enumerate(route) if isinstance(step, str)]
    if not names:
        return None
    record = record_at(kind, route[: names[-1]])
    return keys(record).get(str(route[names[-1]])) if record else None
