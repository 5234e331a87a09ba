"""Table columns derived from declared fields.

A field becomes a column by its folded key; a record becomes a column for each of its fields. Lists of records
and the long texts of a whole document have no column: they are in the JSON of the documents. Exceptions are
in `SPECIAL`.
"""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any, Final, NamedTuple

from pydantic import BaseModel

from medborgarlofte.follow_up.totals import counting_of
from medborgarlofte.language.facts import items_of, name_in
from medborgarlofte.language.phrases import format_actuals, format_targets
from medborgarlofte.model.agreement import AgreementArea
from medborgarlofte.model.declaration import Declared, declared
from medborgarlofte.model.follow_up import Actual, FollowUpItem
from medborgarlofte.model.places import located, places
from medborgarlofte.model.promise import Commitment, FocusArea, Promise, Target
from medborgarlofte.model.record import TOGETHER, Document, Party, Period
from medborgarlofte.swedish import PartialDate, fold


class Column(NamedTuple):
    """Column: heading, content, CSVW type and pattern."""

    name: str
    about: str
    type: str = "string"
    pattern: str = ""
    required: bool = False


class Special(NamedTuple):
    """Custom columns of a field and their cells."""

    columns: tuple[Column, ...]
    cells: Callable[[Any, Any], tuple[Any, ...]]
    """From the record and its document."""


# ---------------------------------------------------------------- special columns

CODES: Final = "[0-9]{4}( [0-9]{4})*"
STATED: Final = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"
"""A date as precise as its source: a day, a month or a year."""


def as_stated(date: PartialDate) -> dt.date | str:
    """A day as a date; a month or a year as text."""
    return date.last if date.precision == "day" else str(date)


def _parties_of_promise(promise: Promise, _document: Document) -> tuple[Any, ...]:
    names = (party.name for party in promise.parties)
    return codes_of(promise), "; ".join(places(promise)), "; ".join(names)


def codes_of(promise: Promise) -> str:
    """Municipality codes of a promise's parties."""
    return " ".join(party.municipality_code for party in located(promise) if party.municipality_code)


def days_of(period: Period | None) -> tuple[dt.date | None, dt.date | None]:
    """First and last day, as far as they are known."""
    start, end = (period.start, period.last_date) if period else (None, None)
    return start.first if start else None, end.last if end else None


def _provenance(document: Document, _document: Document) -> tuple[Any, ...]:
    source = document.provenance
    return (source.kind, source.completeness) if source else (None, None)


def _parties_of_commitment(commitment: Commitment, document: Document) -> tuple[Any, ...]:
    names = (name_in(document, "parter", party) for party in commitment.parties)
    return "; ".join(names), boolean(TOGETHER in commitment.parties or len(commitment.parties) > 1)


def _focus(commitment: Commitment, document: Document) -> tuple[Any, ...]:
    areas = {area.id: area for area in items_of(document, "fokusområden")}
    focus = [areas[key] for key in commitment.focus if key in areas]
    kinds = dict.fromkeys(kind for area in focus for kind in _categories_of(area))
    return "; ".join(area.title for area in focus), " ".join(kinds)


def _categories_of(area: FocusArea | AgreementArea) -> tuple[str, ...]:
    """The category that a focus area belongs to, or those that an area of cooperation covers."""
    if isinstance(area, AgreementArea):
        return area.categories
    return (area.category,) if area.category else ()


def _targets(commitment: Commitment, _document: Document) -> tuple[Any, ...]:
    """Targets in words, and the first one's parts."""
    words = plain_spaces(format_targets(commitment.targets).sv)
    target = commitment.targets[0] if commitment.targets else None
    return (words, *bounds_of(target), target.unit, target.per) if target else (words, None, None, None, None)


def bounds_of(target: Target) -> tuple[float | None, float | None]:
    """Lower and upper bound, equal for an exact number."""
    if target.between:
        return target.between
    if target.exactly is not None:
        return target.exactly, target.exactly
    return target.at_least, target.at_most


def outcome(actuals: Sequence[Actual], part: Period | None = None) -> tuple[float | None, str | None]:
    """Outcome as a number, if complete, and in words."""
    number = actuals[0].number if len(actuals) == 1 and part is None else None
    return number, plain_spaces(format_actuals(actuals, part).sv) or None


SPECIAL: Final[Mapping[tuple[type[BaseModel], str], Special]] = {
    (Promise, "parties"): Special(
        (
            Column("kommun_id", "Kommunkod enligt SCB; flera åtskilda av blanksteg", pattern=CODES),
            Column("kommun", "Kommunens namn; flera åtskilda av semikolon"),
            Column("parter", "De som lovar, åtskilda av semikolon"),
        ),
        _parties_of_promise,
    ),
    (Promise, "period"): Special(
        (
            Column("fran", "Första dagen", "date"),
            Column("till", "Sista dagen", "date"),
            Column("tills_vidare", "Om löftet gäller tills ett nytt tecknas", "boolean"),
        ),
        lambda promise, _: (*days_of(promise.period), boolean(promise.period.until_further_notice)),
    ),
    (Promise, "agreement"): Special(
        (Column("ingar_i", "Id på samverkansöverenskommelsen, eller vad den heter"),),
        lambda promise, _: (promise.agreement.name if promise.agreement else None,),
    ),
    (Promise, "commitments"): Special(
        (Column("ataganden", "Antal åtaganden", "integer"),), lambda promise, _: (len(promise.commitments),)
    ),
    (Promise, "provenance"): Special(
        (
            Column("kalla", "Vad för slags källa texten är hämtad ur"),
            Column("kalla_fullstandighet", "Hur mycket av löftet källan återger"),
        ),
        _provenance,
    ),
    (Commitment, "id"): Special(
        (Column("atagande", "Åtagandets id inom löftet"),), lambda commitment, _: (commitment.id,)
    ),
    (Commitment, "parties"): Special(
        (
            Column("part", "Den som lovar; flera åtskilda av semikolon"),
            Column("gemensamt", "Om flera lovar tillsammans", "boolean"),
        ),
        _parties_of_commitment,
    ),
    (Commitment, "focus"): Special(
        (
            Column("fokusomrade", "Fokusområdets rubrik; flera åtskilda av semikolon"),
            Column("kategori", "Kategori ur taxonomin; flera åtskilda av blanksteg"),
        ),
        _focus,
    ),
    (Commitment, "targets"): Special(
        (
            Column("mal", "Målen i ord"),
            Column("mal_minst", "Det första målets nedre gräns", "number"),
            Column("mal_hogst", "Det första målets övre gräns", "number"),
            Column("mal_enhet", "Vad som räknas"),
            Column("mal_per", "Hur ofta"),
        ),
        _targets,
    ),
    (FollowUpItem, "actuals"): Special(
        (
            Column("utfall", "Utfallet som tal, när det är ett", "number"),
            Column("utfall_text", "Utfallet i ord"),
        ),
        lambda item, _: outcome(item.actuals),
    ),
    (FollowUpItem, "counted"): Special(
        (Column("raknat", "Vad talet räknar: hittills eller sedan förra"),),
        lambda item, follow_up: (counting_of(follow_up, item) if item.actuals else None,),
    ),
    (Party, "id"): Special((Column("part", "Partens id i dokumentet"),), lambda party, _: (party.id,)),
}

# ---------------------------------------------------------------- declared columns

_TYPES: Final = {"number": "number", "year": "integer", "yes_no": "boolean"}
_SPACED: Final = ("id", "reference", "category", "code")
"""Types whose values hold no spaces, so that a space stands between several."""


@cache
def columns_of(record: type[BaseModel]) -> Sequence[Column]:
    """Columns of a record, in declaration order."""
    return [column for row in _fields(record) for column in _columns(*row)]


def _columns(name: str, field: Declared, special: Special | None) -> Sequence[Column]:
    if special:
        return special.columns
    if field.record:
        inner = columns_of(field.record)
        return [column._replace(name=f"{name}_{column.name}") for column in inner]
    kind = "string" if field.is_list else _TYPES.get(field.value_type, "string")
    pattern = STATED if field.value_type == "date" and not field.is_list else ""
    return [Column(name, field.description.rstrip("."), kind, pattern)]


def cells_of(record: BaseModel, document: Document) -> dict[str, Any]:
    """The cells of a record, by column."""
    made: dict[str, Any] = {}
    for name, field, special in _fields(type(record)):
        value = getattr(record, field.name)
        if special:
            names = (column.name for column in special.columns)
            made |= dict(zip(names, special.cells(record, document), strict=True))
        elif field.record:
            inner = (
                cells_of(value, document)
                if value
                else dict.fromkeys(c.name for c in columns_of(field.record))
            )
            made |= {f"{name}_{below}": cell for below, cell in inner.items()}
        else:
            made[name] = _cell(value, field, document)
    return made


@cache
def _fields(record: type[BaseModel]) -> Sequence[tuple[str, Declared, Special | None]]:
    """Fields with columns: name of the column, field, and how it is written if specially."""
    whole = issubclass(record, Document)
    return [
        (fold(field.alias), field, SPECIAL.get((record, field.name)))
        for field in declared(record).values()
        if (record, field.name) in SPECIAL
        or not (
            "column" in field.options
            or not field.published
            or (field.is_list and field.record)
            or (whole and (field.value_type == "prose" or field.name == "kind"))
        )
    ]


def _cell(value: Any, field: Declared, document: Document) -> Any:
    if isinstance(value, tuple):
        separator = " " if field.value_type in _SPACED else "; "
        return separator.join(str(_cell(one, field, document)) for one in value)
    if isinstance(value, PartialDate):
        return as_stated(value)
    if isinstance(value, bool):
        return boolean(value)
    if value and field.value_type == "line" and "names" in field.options:
        return name_in(document, field.options["names"], value)
    return value


def plain_spaces(text: str) -> str:
    """Text with ordinary spaces."""
    return text.replace("\N{NO-BREAK SPACE}", " ")


def boolean(value: bool) -> str:
    """Boolean in CSVW form."""
    return "true" if value else "false"
