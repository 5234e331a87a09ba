"""Generic comparison of declared fields."""

import datetime as dt
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from pydantic import BaseModel

from medborgarlofte.diff.deadlines import MOVED_DAYS, move_with_period
from medborgarlofte.diff.matching import THRESHOLD, normal
from medborgarlofte.diff.model import Evidence, Worded
from medborgarlofte.diff.similarity import similarities
from medborgarlofte.i18n import LANGUAGES, Text
from medborgarlofte.language.facts import lower, name_of, words_for
from medborgarlofte.model.declaration import Declared, declared
from medborgarlofte.model.promise import Target
from medborgarlofte.model.record import Document
from medborgarlofte.swedish import PartialDate


@dataclass(frozen=True, slots=True)
class Shift:
    """Distance between two periods; moved dates are unchanged."""

    before: Document | None = None
    after: Document | None = None
    versions: bool = False
    """Whether both are versions of one document."""

    @property
    def old(self) -> dt.date | None:
        """The first day of the older document's period."""
        return _start(self.before)

    @property
    def new(self) -> dt.date | None:
        """The first day of the newer document's period."""
        return _start(self.after)

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


def _start(document: Document | None) -> dt.date | None:
    return document.period.start.first if document and document.period and document.period.start else None


@dataclass(frozen=True, slots=True)
class Step:
    """Path step: key and display name."""

    key: str
    label: Text
    is_item: bool = False
    """Whether it is an item of the list before it, whose label is the item's name."""


def label_of(path: Sequence[Step]) -> Text:
    """”effektmål ”trygga ute”, målvärde”."""
    return Text(*("".join(_labels(path, lang)).removeprefix(", ") for lang in LANGUAGES))


def _labels(path: Sequence[Step], lang: Any) -> Iterator[str]:
    for step in path:
        if step.is_item:
            yield Text(f" ”{step.label.sv}”", f" “{step.label.en}”")[lang]
        else:
            yield f", {lower(step.label[lang])}"


def evidence_at(path: Sequence[Step], old: Any, new: Any, *, is_internal: bool = False) -> Evidence:
    """Neutral evidence at the end of a path."""
    field = "/".join(step.key for step in path)
    return Evidence(field, old, new, "neutral", label_of(path), is_internal=is_internal)


def item_evidence(path: Sequence[Step], old: BaseModel | None, new: BaseModel | None) -> Evidence:
    """Neutral evidence that an item of the list at the end of a path came or went."""
    before, after = (
        Worded(item, Text(name_of(item), name_of(item))) if item else None for item in (old, new)
    )
    field = "/".join((*(step.key for step in path), key_of(old or new)))
    return Evidence(field, before, after, "neutral", label_of(path), is_item=True)


def relative_years(text: str, year: int) -> str:
    """Text with years relative to another: ”2022” as y0, the school year ”2022/23” as y0/y1."""

    def relative(found: re.Match[str]) -> str:
        first, last = int(found[1]), int(found[2] or 0)
        if not last:
            return f"y{first - year}"
        return f"y{first - year}/y{first + 1 - year}" if last == (first + 1) % 100 else found[0]

    text = re.sub(r"\b((?:19|20)\d\d)[/–](\d\d)\b", relative, text)
    return re.sub(r"\b((?:19|20)\d\d)()\b", relative, text)


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
        before, after = _value(old, field.name), _value(new, field.name)
        if not shift.same(before, after):
            yield from _values(before, after, field, shift, (*above, Step(field.alias, field.label)))


def _value(record: BaseModel, name: str) -> Any:
    """Field value, None if empty, missing or private."""
    if name == "contacts" and isinstance(record, Document):
        return record.public_contacts or None
    value = getattr(record, name, None)
    return None if value == () else value


def _values(old: Any, new: Any, field: Declared, shift: Shift, path: Sequence[Step]) -> Iterator[Evidence]:
    if isinstance(old, BaseModel) and isinstance(new, BaseModel):
        yield from differences(old, new, shift, above=path)
    elif field.record and field.is_list and field.record not in _WHOLE:
        yield from list_differences(old or (), new or (), shift, path)
    else:
        before, after = worded(old, field, shift.before), worded(new, field, shift.after)
        yield evidence_at(path, before, after, is_internal=_is_internal(field))


_WHOLE: Final = frozenset((Target,))
"""Records that mean something only together with the others in their list."""


def _is_internal(field: Declared) -> bool:
    """Whether no page shows the value of a field: a name inside the files, or one for programs."""
    return "hidden" in field.options or (
        field.value_type in ("id", "reference") and "names" not in field.options
    )


def worded(value: Any, field: Declared, document: Document | None) -> Any:
    """A value with the words for it, where they are others than the value itself."""
    if value is None or (
        isinstance(value, str)
        and field.value_type in ("line", "prose", "id")
        and not field.options.get("names")
    ):
        return value
    words = words_for(value, field, document)
    is_itself = words == Text(str(value), str(value)) and not isinstance(
        value, int
    )  # a year has no separator
    return value if is_itself else Worded(value, words)


# ---------------------------------------------------------------- lists of records


def list_differences(
    olds: Sequence[Any],
    news: Sequence[Any],
    shift: Shift,
    path: Sequence[Step],
    *,
    without: Collection[str] = ("id",),
) -> Iterator[Evidence]:
    """What differs in two lists of records, item by item."""
    for old, new in paired(olds, news, shift):
        if old is None or new is None:
            yield item_evidence(path, old, new)
        else:
            step = Step(key_of(old), Text(name_of(old), name_of(old)), is_item=True)
            yield from differences(old, new, shift, without=without, above=(*path, step))


def paired(olds: Sequence[Any], news: Sequence[Any], shift: Shift) -> Iterator[tuple[Any | None, Any | None]]:
    """The items of two lists that are the same one: alike in all, by name, then by id where the names are alike.

    Those of the older list come first, in its order; ids alone decide between versions of one document.
    """
    partners: dict[int, int] = {}
    for is_same in (shift.same, _same_name, _same_kind, lambda old, new: _same_id(old, new, shift)):
        for i, old in enumerate(olds):
            if i not in partners:
                left = (j for j, new in enumerate(news) if j not in partners.values() and is_same(old, new))
                if (found := next(left, None)) is not None:
                    partners[i] = found
    yield from ((old, news[partners[i]] if i in partners else None) for i, old in enumerate(olds))
    yield from ((None, new) for j, new in enumerate(news) if j not in partners.values())


def _same_name(old: Any, new: Any) -> bool:
    return normal(name_of(old)) == normal(name_of(new))


def _same_kind(old: Any, new: Any) -> bool:
    """Whether two items are of one kind, and one of them has no other name."""
    kinds = getattr(old, "kind", None), getattr(new, "kind", None)
    return kinds[0] is not None and kinds[0] == kinds[1] and kinds[0] in (name_of(old), name_of(new))


def _same_id(old: Any, new: Any, shift: Shift) -> bool:
    ids = getattr(old, "id", None), getattr(new, "id", None)
    if ids[0] is None or ids[0] != ids[1]:
        return False
    return shift.versions or similarities([name_of(old)], [name_of(new)])[0][0] >= THRESHOLD


def key_of(item: Any) -> str:
    """What an item is known by in the path of a field: its id, else its name."""
    return str(getattr(item, "id", None) or getattr(item, "commitment", None) or name_of(item))
