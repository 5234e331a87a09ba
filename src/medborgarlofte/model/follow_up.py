"""The uppföljning: how it went, commitment by commitment."""

from typing import Annotated, Any, ClassVar, Final, Literal

from pydantic import BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from medborgarlofte.i18n import Text
from medborgarlofte.model.fields import (
    Count,
    Date,
    Identifier,
    Line,
    Link,
    Number,
    OneOrMany,
    Prose,
    Reference,
    Whole,
    Year,
    YesNo,
)
from medborgarlofte.model.record import Document, Period, Record, or_plain
from medborgarlofte.swedish import parse_number

Status = Literal[
    "ej påbörjat", "pågår", "genomfört", "delvis genomfört", "ej genomfört", "utgått", "går ej att bedöma"
]
Counting = Literal["hittills", "sedan förra"]
"""What a figure counts: the promise so far, or what was added since the last report."""

EFFECT = Literal["god", "viss", "ingen", "negativ", "går ej att bedöma"]

FINISHED: Final[frozenset[Status]] = frozenset(("genomfört", "utgått"))
"""Statuses after which nothing more is expected."""

STATUS_LABELS: Final = {
    "ej påbörjat": Text("Ej påbörjat", "Not begun"),
    "pågår": Text("Pågår", "Under way"),
    "genomfört": Text("Genomfört", "Done"),
    "delvis genomfört": Text("Delvis genomfört", "Partly done"),
    "ej genomfört": Text("Ej genomfört", "Not done"),
    "utgått": Text("Utgått", "Withdrawn"),
    "går ej att bedöma": Text("Går ej att bedöma", "Cannot be judged"),
}
EFFECT_LABELS: Final = {
    "god": Text("God", "Good"),
    "viss": Text("Viss", "Some"),
    "ingen": Text("Ingen", "None"),
    "negativ": Text("Negativ", "Negative"),
    "går ej att bedöma": Text("Går ej att bedöma", "Cannot be judged"),
}


class Actual(Record):
    """Outcome: a number, an approximate one, a lower bound, or words."""

    model_config = ConfigDict(json_schema_extra=or_plain("number", "string"))

    value: Count | None = Field(None, alias="värde", title="Värde", description="Talet.")
    about: Count | None = Field(None, alias="cirka", title="Cirka", description="Ungefär så många.")
    at_least: Count | None = Field(None, alias="minst", title="Minst", description="Minst så många.")
    text: Line | None = Field(None, alias="text", title="Text", description="Utfallet i ord.")
    unit: Line | None = Field(None, alias="enhet", title="Enhet", description="Vad som räknas: kontroller.")
    year: Year | None = Field(None, alias="år", title="År", description="Året talet gäller.")
    place: Line | None = Field(None, alias="plats", title="Plats", description="Platsen talet gäller.")
    target: Whole | None = Field(
        None, alias="mål", title="Mål", description="Vilket av åtagandets mål det svarar mot, räknat från 1."
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

    @property
    def number(self) -> int | float | None:
        """The number, exact or not."""
        return next((n for n in (self.value, self.about, self.at_least) if n is not None), None)


def _one_figure(value: Any) -> Any:
    return [value] if isinstance(value, (int, float, Actual)) else value


class Proof(Record):
    """What shows that it is so."""

    text: Line | None = Field(None, alias="text", title="Text", description="Vad som visar det.")
    link: Link | None = Field(None, alias="länk", title="Länk", description="Var det finns.")
    date: Date | None = Field(None, alias="datum", title="Datum", description="När det är från.")


class FollowUpItem(Record):
    """How it went with one commitment."""

    commitment: Identifier = Field(alias="åtagande", title="Åtagande", description="Åtagandets id: K1.")
    status: Status | None = Field(None, alias="status", title="Status", description="Blev det gjort?")
    actuals: Annotated[tuple[Actual, ...], OneOrMany, BeforeValidator(_one_figure)] = Field(
        (),
        alias="utfall",
        title="Utfall",
        description="104, {cirka: 60}, {minst: 60}, en text, eller en lista med ett utfall för varje mål.",
    )
    counted: Counting | None = Field(
        None, alias="räknat", title="Räknat", description="När posten räknas på annat sätt än uppföljningen."
    )
    effect: EFFECT | None = Field(None, alias="effekt", title="Effekt", description="Gav det resultat?")
    comment: Prose | None = Field(
        None, alias="kommentar", title="Kommentar", description="Varför, särskilt när det inte blev gjort."
    )
    proofs: Annotated[tuple[Proof, ...], OneOrMany] = Field(
        (), alias="belägg", title="Belägg", description="Vad som visar det."
    )
    wording: Line | None = Field(
        None,
        alias="ordalydelse",
        title="Ordalydelse",
        description="Fingeravtryck av texten som bedömdes. Skrivs av verktyget.",
    )


class OtherResult(Record):
    """A result nobody promised."""

    text: Prose = Field(alias="text", title="Text", description="Vad som gjordes.")
    actual: Actual | None = Field(None, alias="utfall", title="Utfall", description="Tal eller text.")


class IndicatorValue(Record):
    """A new value of an outcome goal's indicator."""

    indicator: Identifier = Field(alias="indikator", title="Indikator", description="Effektmålets id: E1.")
    value: Number = Field(alias="värde", title="Värde", description="Det uppmätta talet.")
    year: Year | None = Field(None, alias="år", title="År", description="Året mätningen gäller.")
    source: Line | None = Field(None, alias="källa", title="Källa", description="Varifrån talet kommer.")


class FollowUp(Document):
    """One uppföljning of a promise; the promise's own file does not change."""

    KIND: ClassVar = "uppföljning"
    LABEL: ClassVar = Text("Uppföljning", "Follow-up")

    kind: Literal["uppföljning"] = Field(
        alias="dokument", title="Dokument", description="Vad för slags dokument filen är."
    )
    title: Line | None = Field(None, alias="titel", title="Titel", description="Rubrik, om den har en egen.")
    promise: Reference = Field(alias="löfte", title="Löfte", description="Id på löftet som följs upp.")
    date: Date = Field(alias="datum", title="Datum", description="När uppföljningen gjordes.")
    period: Period | None = Field(
        None, alias="avser", title="Avser", description="Tiden den gäller. Hela löftet när den utelämnas."
    )
    counted: Counting | None = Field(
        None,
        alias="räknat",
        title="Räknat",
        description="Vad talen räknar: hittills (löftet så långt) eller sedan förra (uppföljningen).",
    )
    final: YesNo = Field(False, alias="slutlig", title="Slutlig", description="ja när den är den sista.")
    items: Annotated[tuple[FollowUpItem, ...], OneOrMany] = Field(
        (), alias="poster", title="Poster", description="En post för varje åtagande."
    )
    other_results: Annotated[tuple[OtherResult, ...], OneOrMany] = Field(
        (), alias="övriga_resultat", title="Övriga resultat", description="Resultat som ingen lovade."
    )
    indicators: Annotated[tuple[IndicatorValue, ...], OneOrMany] = Field(
        (), alias="indikatorer", title="Indikatorer", description="Nya värden för effektmålen."
    )
    summary: Prose | None = Field(
        None, alias="sammanfattning", title="Sammanfattning", description="Hur det gick, kort."
    )
