"""Generic comparison of declared fields."""

import datetime as dt
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from medborgarlofte.diff.binding import MOVED_DAYS, move_with_period
from medborgarlofte.diff.model import Evidence
from medborgarlofte.i18n import LANGUAGES, Text
from medborgarlofte.language.facts import lower
from medborgarlofte.model.declaration import Declared, declared
from medborgarlofte.model.record import Document
from medborgarlofte.swedish import PartialDate


@dataclass(frozen=True, slots=True)
class Shift:
    """Distance between two periods; moved dates are unchanged."""

    old: dt.date | None = None
    new: dt.date | None = None
    versions: bool = False
    """Whether both are versions of one document."""

    def same(self, old: Any, new: Any) -> bool:
        """True if two values are equal after the shift."""
        if old == new:
            return True
        if self.versions or self.old is None or self.new is None:
            return False
        if isinstance(old, PartialDate) and isinstance(new, PartialDate):
            return abs((new.last - move_with_period(old.last, self.old, self.new)).days) <= MOVED_DAYS
        if isinstance(old, str) and isinstance(new, str):
            return relative_years(old, self.old.year) == relative_years(new, self.new.year)
        if isinstance(old, BaseModel) and isinstance(new, BaseModel) and type(old) is type(new):
            return all(self.same(getattr(old, name), getattr(new, name)) for name in declared(type(old)))
        if isinstance(old, tuple) and isinstance(new, tuple) and len(old) == len(new):
            return all(self.same(one, other) for one, other in zip(old, new, strict=True))
        return False


@dataclass(frozen=True, slots=True)
class Step:
    """Path step: key and display name."""

    key: str
    label: Text


def evidence_at(path: Sequence[Step], old: Any, new: Any) -> Evidence:
    """Neutral evidence at the end of a path."""
    labels = [[lower(step.label[lang]) for step in path] for lang in LANGUAGES]
    return Evidence(
        "/".join(step.key for step in path), old, new, "neutral", Text(*(" ".join(words) for words in labels))
    )


def relative_years(text: str, year: int) -> str:
    """Text with years relative to another: ”2022” as y0."""
    return re.sub(r"\b(?:19|20)\d\d\b", lambda found: f"y{int(found[0]) - year}", text)


def differences(
    old: BaseModel, new: BaseModel, shift: Shift, *, without: Collection[str] = (), above: Sequence[Step] = ()
) -> Iterator[Evidence]:
    """Differing fields of two records.

    `without` excludes fields with their own comparison.
    """
    fields: Mapping[str, Declared] = {**declared(type(old)), **declared(type(new))}
    for name, field in fields.items():
        if name not in without:
            yield from field_difference(old, new, field, shift, above)


def field_difference(
    old: BaseModel, new: BaseModel, field: Declared, shift: Shift, above: Sequence[Step] = ()
) -> Iterator[Evidence]:
    """Differences in one compared field."""
    if field.compared == "always" or (field.compared == "versions" and shift.versions):
        path = (*above, Step(field.alias, field.label))
        yield from _values(_value(old, field.name), _value(new, field.name), field, shift, path)


def _value(record: BaseModel, name: str) -> Any:
    """Field value, None if empty, missing or private."""
    if name == "contacts" and isinstance(record, Document):
        return record.public_contacts or None
    value = getattr(record, name, None)
    return None if value == () else value


def _values(old: Any, new: Any, field: Declared, shift: Shift, path: Sequence[Step]) -> Iterator[Evidence]:
    if shift.same(old, new):
        return
    if isinstance(old, BaseModel) and isinstance(new, BaseModel):
        yield from differences(old, new, shift, above=path)
    elif (
        field.record and field.is_list and old and new and (named := by_key(old)) and (others := by_key(new))
    ):
        for key in dict.fromkeys((*named, *others)):
            yield from _items(named.get(key), others.get(key), shift, (*path, Step(key, Text(key, key))))
    else:
        yield evidence_at(path, old, new)


def _items(
    old: BaseModel | None, new: BaseModel | None, shift: Shift, path: Sequence[Step]
) -> Iterator[Evidence]:
    if old and new:
        yield from differences(old, new, shift, above=path)
    else:
        yield evidence_at(path, old, new)


def by_key(items: Sequence[Any]) -> dict[str, Any]:
    """Records by unique id; empty if ids are missing or repeated."""
    keys = [str(getattr(item, "id", None) or getattr(item, "commitment", None) or "") for item in items]
    return dict(zip(keys, items, strict=True)) if all(keys) and len({*keys}) == len(keys) else {}
