"""The trygghetsmätning: what residents answered, how many they were and how sure the figures are."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from medborgarlofte.i18n import Text
from medborgarlofte.model.fields import Date, Identifier, Line, Link, Number, OneOrMany, Prose, Year
from medborgarlofte.model.record import Document, Party, Place, Record


class SurveyResult(Record):
    """The answer to one question."""

    id: Identifier = Field(
        alias="id", title="Id", description="Kort namn, samma från mätning till mätning: trygga-ute."
    )
    question: Line = Field(alias="fråga", title="Fråga", description="Frågan, eller vad talet visar.")
    value: Number = Field(alias="värde", title="Värde", description="Det uppmätta talet.")
    unit: Line | None = Field(None, alias="enhet", title="Enhet", description="procent, index …")
    year: Year | None = Field(
        None, alias="år", title="År", description="Året svaret gäller, när det inte är mätningens."
    )
    geography: Line | None = Field(
        None, alias="geografi", title="Geografi", description="Delen av kommunen, när det inte är hela."
    )
    group: Line | None = Field(
        None, alias="grupp", title="Grupp", description="Vilka svaret gäller: kvinnor 16–29 år."
    )
    answers: Number | None = Field(
        None, alias="svar", title="Svar", description="Hur många som svarade på frågan."
    )
    margin: Number | None = Field(
        None, alias="osäkerhet", title="Osäkerhet", description="Felmarginalen, i samma enhet: 3 är ±3."
    )


class Survey(Document):
    """One trygghetsmätning."""

    KIND: ClassVar = "trygghetsmätning"
    LABEL: ClassVar = Text("Trygghetsmätning", "Safety survey")

    kind: Literal["trygghetsmätning"] = Field(
        alias="dokument", title="Dokument", description="Vad för slags dokument filen är."
    )
    title: Line = Field(alias="titel", title="Titel", description="Mätningens rubrik.")
    date: Date = Field(alias="datum", title="Datum", description="När mätningen gjordes.")
    parties: Annotated[tuple[Party, ...], OneOrMany] = Field(
        (), alias="parter", title="Parter", description="De som lät göra mätningen."
    )
    area: Place | None = Field(
        None, alias="område", title="Område", description="När den inte gäller en hel kommun."
    )
    method: Prose | None = Field(
        None, alias="metod", title="Metod", description="Hur den gjordes: urval, utskick, tid."
    )
    asked: Number | None = Field(
        None, alias="tillfrågade", title="Tillfrågade", description="Hur många som fick frågan."
    )
    answered: Number | None = Field(
        None, alias="svarande", title="Svarande", description="Hur många som svarade."
    )
    results: Annotated[tuple[SurveyResult, ...], OneOrMany] = Field(
        (), alias="resultat", title="Resultat", description="Svaren fråga för fråga."
    )
    summary: Prose | None = Field(
        None, alias="sammanfattning", title="Sammanfattning", description="Vad mätningen visar, kort."
    )
    link: Link | None = Field(None, alias="länk", title="Länk", description="Var rapporten finns.")
