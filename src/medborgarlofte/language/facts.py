"""Declared fields as facts: label and value."""

from collections.abc import Collection, Iterator, Sequence
from functools import cache
from typing import Any, Final, Literal, NamedTuple

from pydantic import BaseModel

from medborgarlofte.i18n import LANGUAGES, Text
from medborgarlofte.language.phrases import format_period, format_rate, format_target, says_more
from medborgarlofte.model.declaration import Declared, declared
from medborgarlofte.model.promise import Target
from medborgarlofte.model.record import Document, Period
from medborgarlofte.model.taxonomy import categories
from medborgarlofte.swedish import format_date, format_number

Markup = Literal["plain", "prose", "link"]
YES: Final = Text("ja", "yes")
NO: Final = Text("nej", "no")


class Value(NamedTuple):
    """One value in words."""

    text: Text
    own: bool = False
    """Whether the words are the document's own, which are Swedish in either language."""
    markup: Markup = "plain"


class Fact(NamedTuple):
    """A field with its values."""

    label: Text
    values: tuple[Value, ...]
    separator: str
    bare: bool
    """Whether the values speak for themselves in a line of several facts."""

    @property
    def own(self) -> bool:
        return all(value.own for value in self.values)

    @property
    def text(self) -> Text:
        """The values as one text."""
        words = [value.text for value in self.values]
        return Text(self.separator.join(w.sv for w in words), self.separator.join(w.en for w in words))


def facts_of(record: BaseModel, document: Document | None, *, without: Collection[str] = ()) -> list[Fact]:
    """Facts of a record; those that a template shows, and the fields `without`, are left out."""
    return [
        fact
        for field in _facts(type(record))
        if field.name not in without
        and not _is_said(record, field)
        and (fact := fact_of(record, field, document))
    ]


def _is_said(record: BaseModel, field: Declared) -> bool:
    """Whether the dates of a period say what its text says."""
    return isinstance(record, Period) and field.name == "text" and not says_more(record)


@cache
def _facts(record: type[BaseModel]) -> tuple[Declared, ...]:
    fields = declared(record)
    first = [fields[name] for name in getattr(record, "SHOWN_FIRST", ())]
    return tuple(
        field for field in (*first, *(f for f in fields.values() if f not in first)) if field.is_fact
    )


def fact_of(record: BaseModel, field: Declared, document: Document | None) -> Fact | None:
    """Fact of a field, or None if empty."""
    value = getattr(record, field.name)
    values = value if field.is_list else (value,)
    shown = tuple(
        _value(one, field, document) for one in values or () if one is not None and one is not False
    )
    if not shown:
        return None
    return Fact(field.label, shown, field.options.get("separator", "; "), field.options.get("bare", False))


def _value(value: Any, field: Declared, document: Document | None) -> Value:
    if isinstance(value, BaseModel):
        return _record(value, document)
    if value is True:
        return Value(YES)
    if "labels" in field.options:
        return Value(field.options["labels"][value])
    match field.value_type:
        case "date":
            return Value(Text(format_date(value, "sv"), format_date(value, "en")))
        case "number":
            return Value(Text(format_number(value, "sv"), format_number(value, "en")))
        case "year":
            return Value(Text(str(value), str(value)))
        case "category":
            return Value(categories()[value].label)
        case "rate":
            return Value(format_rate(value))
        case "link":
            return Value(Text(value, value), markup="link")
    names = field.options.get("names")
    words = name_in(document, names, value) if names and document else str(value)
    return Value(Text(words, words), own=True, markup="prose" if field.value_type == "prose" else "plain")


def _record(value: BaseModel, document: Document | None) -> Value:
    if isinstance(value, Target):
        return Value(format_target(value))
    if isinstance(value, Period):
        more = in_line(facts_of(value, document))
        return Value(Text(*(_titled(format_period(value, lang), more)[lang] for lang in LANGUAGES)))
    return Value(in_line(facts_of(value, document)), own=True)


def whole(record: BaseModel, document: Document | None = None) -> Text:
    """Record in one line, published fields only."""
    if isinstance(record, (Target, Period)):
        return _record(record, document).text
    fields = [field for field in declared(type(record)).values() if field.published and field.name != "id"]
    facts = [
        fact._replace(bare=fact.bare or bool(field.options.get("template")))
        for field in fields
        if getattr(record, field.name) != field.info.default and (fact := fact_of(record, field, document))
    ]
    return in_line(facts)


def words_for(value: Any, field: Declared, document: Document | None) -> Text:
    """A value of a field in words: names for ids, labels for choices, records whole."""
    values = value if isinstance(value, tuple) and field.is_list else (value,)
    words = [
        whole(one, document) if isinstance(one, BaseModel) else _value(one, field, document).text
        for one in values
    ]
    separator = field.options.get("separator", "; ")
    return Text(separator.join(one.sv for one in words), separator.join(one.en for one in words))


NAMES: Final = (
    "name", "title", "term", "question", "text", "function", "organisation", "channel", "body", "commitment",
    "indicator", "link", "kind",
)  # fmt: skip
"""The fields of an item that may serve as its name, the best first."""
LONGEST_NAME: Final = 70


def name_of(item: BaseModel) -> str:
    """What an item of a list is called: its name, title or text, cut where it is long."""
    found = next((value for name in NAMES if (value := getattr(item, name, None))), None) or whole(item).sv
    line = " ".join(str(found).split())
    if len(line) <= LONGEST_NAME:
        return line.removesuffix(".")
    return line[:LONGEST_NAME].rsplit(" ", 1)[0].rstrip(",.;:") + " …"


def in_line(facts: Sequence[Fact]) -> Text:
    """Facts in one line: ”Socialförvaltningen, enhetschef fält”."""
    return Text(
        ", ".join(_labelled(fact).sv for fact in facts), ", ".join(_labelled(fact).en for fact in facts)
    )


def _labelled(fact: Fact) -> Text:
    if fact.bare:
        return fact.text
    return Text(f"{lower(fact.label.sv)}: {fact.text.sv}", f"{lower(fact.label.en)}: {fact.text.en}")


def lower(label: str) -> str:
    """Label within a sentence, lower-case initial."""
    return label[:1].lower() + label[1:]


def parties_in_words(document: Document) -> list[Text]:
    """Parties by name with details in brackets."""
    return [_titled(party.name, in_line(facts_of(party, document))) for party in document.parties]


def _titled(name: str, more: Text) -> Text:
    return Text(f"{name} ({more.sv})", f"{name} ({more.en})") if more.sv else Text(name, name)


def name_in(document: Document, alias: str, item_id: str) -> str:
    """Name of a list item, else its id."""
    for item in items_of(document, alias):
        if item.id == item_id:
            return str(next(filter(None, (getattr(item, name, None) for name in ("name", "title", "text")))))
    return item_id


def items_of(document: Document, alias: str) -> Iterator[Any]:
    """Items of a list by Swedish key."""
    alias = document.LISTS.get(alias, alias)
    for field in declared(type(document)).values():
        if field.alias == alias:
            yield from getattr(document, field.name)
