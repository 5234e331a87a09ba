"""The uppföljning: results per commitment."""

from collections.abc import Callable
from typing import Annotated, Any, ClassVar, Final, Literal

from pydantic import BeforeValidator, ConfigDict, model_validator
from pydantic_core import PydanticCustomError

from medborgarlofte.i18n import Text
from medborgarlofte.model.declaration import Many, flag, key, kind_key, many, or_plain, required
from medborgarlofte.model.fields import (
    Count,
    Date,
    Identifier,
    Line,
    Link,
    Number,
    Prose,
    Reference,
    Whole,
    Year,
    YesNo,
)
from medborgarlofte.model.record import Document, Period, Record
from medborgarlofte.model.statuses import STATUS_LABELS, Status
from medborgarlofte.swedish import parse_number

Counting = Literal["hittills", "sedan förra"]
"""What a figure counts: the promise so far, or what was added since the last report."""

EFFECT = Literal["god", "viss", "ingen", "negativ", "går ej att bedöma"]

FINISHED: Final[frozenset[Status]] = frozenset(("genomfört", "utgått"))
"""Statuses after which nothing more is expected."""

EFFECT_LABELS: Final = {
    "god": Text("God", "Good"),
    "viss": Text("Viss", "Some"),
    "ingen": Text("Ingen", "None"),
    "negativ": Text("Negativ", "Negative"),
    "går ej att bedöma": Text("Går ej att bedöma", "Cannot be judged"),
}


class Actual(Record):
    """Outcome: exact, approximate, lower bound, or words."""

    model_config = ConfigDict(json_schema_extra=or_plain("number", "string"))

    value: Count | None = key("värde", "Talet.", template=True)
    about: Count | None = key("cirka", "Ungefär så många.", template=True)
    at_least: Count | None = key("minst", "Minst så många.", template=True)
    text: Line | None = key("text", "Utfallet i ord.", template=True)
    unit: Line | None = key("enhet", "Vad som räknas: kontroller.", template=True)
    year: Year | None = key("år", "Året talet gäller.", template=True)
    place: Line | None = key("plats", "Platsen talet gäller.", template=True)
    target: Whole | None = key(
        "mål", "Vilket av åtagandets mål det svarar mot, räknat från 1.", hidden="the targets are in order"
    )

    @model_validator(mode="before")
    @classmethod
    def _figure_or_words(cls, value: Any) -> Any:
        if isinstance(value, (int, float)):
            return {"värde": value}
        if isinstance(value, str):
            try:
                return {"värde": parse_number(value)}
            except ValueError:
                return {"text": value}
        return value

    @model_validator(mode="after")
    def _says_one_thing(self) -> "Actual":
        if self.model_fields_set.isdisjoint(("value", "about", "at_least", "text")):
            raise PydanticCustomError(
                "shape", "empty", {"wanted": Text("ett tal eller en text", "a number or a text")}
            )
        return self

    @model_validator(mode="after")
    def _counts_in_one_way(self) -> "Actual":
        names = [name for name in ("value", "about", "at_least") if getattr(self, name) is not None]
        if len(names) > 1:
            keys = tuple(str(type(self).model_fields[name].alias) for name in names)
            raise PydanticCustomError("several_bounds", "numbers", {"keys": keys})
        return self

    @property
    def number(self) -> int | float | None:
        """The number, exact or approximate."""
        return next((n for n in (self.value, self.about, self.at_least) if n is not None), None)


def _one_figure(value: Any) -> Any:
    return [value] if isinstance(value, (int, float, Actual)) else value


class Proof(Record):
    """Evidence of a result."""

    text: Line | None = key("text", "Vad som visar det.", template=True)
    link: Link | None = key("länk", "Var det finns.", template=True)
    date: Date | None = key("datum", "När det är från.", template=True)


def _stated(name: str) -> dict[str, Any]:
    """For the JSON Schema: a key that is filled in."""
    return {
        "required": [name],
        "properties": {name: {"type": ["string", "number"], "description": "Fylls i."}},
    }


def _one_of(*names: str) -> Callable[[dict[str, Any]], None]:
    """For the JSON Schema of a record in which one of these keys must be filled in."""

    def extend(schema: dict[str, Any]) -> None:
        schema["anyOf"] = [_stated(name) for name in names]

    return extend


class FollowUpItem(Record):
    """Result of one commitment."""

    model_config = ConfigDict(json_schema_extra=_one_of("åtagande", "text"))

    commitment: Identifier = key("åtagande", "Åtagandets id: K1.", "", template=True)
    text: Prose | None = key(
        "text",
        "Det som lovades, som det står. I stället för ”åtagande” när löftet inte finns i samlingen.",
        en="What was promised",
        template=True,
    )
    status: Status | None = key("status", "Blev det gjort?", labels=STATUS_LABELS, template=True)
    actuals: Annotated[Many[Actual], BeforeValidator(_one_figure)] = many(
        "utfall",
        "104, {cirka: 60}, {minst: 60}, en text, eller en lista med ett utfall för varje mål.",
        en="Outcome",
        template=True,
    )
    counted: Counting | None = key(
        "räknat", "När posten räknas på annat sätt än uppföljningen.", hidden="the total says it"
    )
    effect: EFFECT | None = key("effekt", "Gav det resultat?", labels=EFFECT_LABELS, template=True)
    comment: Prose | None = key(
        "kommentar", "Varför, särskilt när det inte blev gjort.", role="comment", template=True
    )
    proofs: Many[Proof] = many("belägg", "Vad som visar det.", template=True)
    reported_by: Identifier | None = key(
        "rapporterat_av", "Id på parten som lämnade uppgiften.", en="Reported by", names="parter"
    )
    wording: Line | None = key(
        "ordalydelse",
        "Fingeravtryck av texten som bedömdes. Skrivs av verktyget.",
        hidden="a fingerprint for the tool",
        column="the same",
        compared="never",
    )


class OtherResult(Record):
    """Result that was not promised."""

    text: Prose = required("text", "Vad som gjordes.", role="comment", template=True)
    actual: Actual | None = key("utfall", "Tal eller text.", en="Outcome", template=True)


class IndicatorValue(Record):
    """New value of an indicator."""

    indicator: Identifier = required("indikator", "Effektmålets id: E1.", template=True)
    value: Number = required("värde", "Det uppmätta talet.", template=True)
    year: Year | None = key("år", "Året mätningen gäller.", template=True)
    source: Line | None = key("källa", "Varifrån talet kommer.", template=True)


class FollowUp(Document):
    """Uppföljning of a promise; the promise's file does not change."""

    KIND: ClassVar = "uppföljning"
    LABEL: ClassVar = Text("Uppföljning", "Follow-up")
    DONE: ClassVar = Text("Gjord", "Done")
    model_config = ConfigDict(json_schema_extra=_one_of("löfte", "löfte_saknas"))
    parties: ClassVar[tuple[()]] = ()

    kind: Literal["uppföljning"] = kind_key()
    title: Line | None = key("titel", "Rubrik, om den har en egen.", template=True)
    promise: Reference = key("löfte", "Id på löftet som följs upp.", "", template=True)
    no_promise: Line | None = key(
        "löfte_saknas",
        "Varför löftet inte finns i samlingen. Posterna har då ”text” i stället för ”åtagande”.",
        en="Why the promise is not here",
    )
    date: Date = required("datum", "När uppföljningen gjordes.", template=True)
    period: Period | None = key("avser", "Tiden den gäller. Hela löftet när den utelämnas.", en="Concerns")
    counted: Counting | None = key(
        "räknat",
        "Vad talen räknar: hittills (löftet så långt) eller sedan förra (uppföljningen).",
        hidden="the total says it",
    )
    final: YesNo = flag("slutlig", "ja när den är den sista.", template=True)
    items: Many[FollowUpItem] = many("poster", "En post för varje åtagande.", template=True)
    other_results: Many[OtherResult] = many("övriga_resultat", "Resultat som ingen lovade.", template=True)
    indicators: Many[IndicatorValue] = many("indikatorer", "Nya värden för effektmålen.", template=True)
    summary: Prose | None = key("sammanfattning", "Hur det gick, kort.", role="prose", template=True)
