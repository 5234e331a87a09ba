"""Memory of many documents."""

from typing import Any, Final

from medborgarlofte.model.record import Record

_FIELD_SETS: Final[dict[frozenset[str], set[str]]] = {}
_PLAIN: Final = frozenset([str, bool, int, float, type(None)])


def share_field_sets(value: Any) -> None:
    """Share pydantic's sets of given fields.

    Each record has a set of its own, a quarter of the memory of a document; few combinations of fields occur.
    """
    if isinstance(value, tuple):
        for item in value:
            share_field_sets(item)
    elif isinstance(value, Record):
        own = value.model_fields_set
        shared = _FIELD_SETS.setdefault(frozenset(own), own)
        object.__setattr__(value, "__pydantic_fields_set__", shared)
        for item in value.__dict__.values():
            if item.__class__ not in _PLAIN:
                share_field_sets(item)
