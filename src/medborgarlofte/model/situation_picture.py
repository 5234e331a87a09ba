"""The lägesbild: what crime and unsafety look like, what else is known, and what it means."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from medborgarlofte.i18n import Text
from medborgarlofte.model.fields import Category, Date, Identifier, Line, OneOrMany, Prose, Reference
from medborgarlofte.model.promise import Evidence
from medborgarlofte.model.record import Document, Party, Period, Place, Record


class PicturedProblem(Record):
    """A problem that the picture shows."""

    id: Identifier | None = Field(None, alias="id", title="Id", description="Kort namn.")
    title: Line = Field(alias="rubrik", title="Rubrik", description="Problemet med få ord.")
    category: Category | None = Field(
        None, alias="kategori", title="Kategori", description="Kategori ur taxonomin."
    )
    extent: Prose | None = Field(
        None, alias="omfattning", title="Omfattning", description="Hur mycket, var och när."
    )
    consequences: Prose | None = Field(
        None, alias="konsekvenser", title="Konsekvenser", description="Vad det leder till, och för vilka."
    )
    causes: Annotated[tuple[Line, ...], OneOrMany] = Field(
        (), alias="orsaker", title="Orsaker", description="Varför problemet finns, enligt analysen."
    )


class SituationPicture(Document):
    """One lägesbild; its three parts are those of 4 § lag (2023:196)."""

    KIND: ClassVar = "lägesbild"
    LABEL: ClassVar = Text("Lägesbild", "Situation picture")

    kind: Literal["lägesbild"] = Field(
        alias="dokument", title="Dokument", description="Vad för slags dokument filen är."
    )
    title: Line = Field(alias="titel", title="Titel", description="Lägesbildens rubrik.")
    date: Date = Field(
        alias="datum",
        title="Datum",
        description="När den blev klar. Den ska uppdateras minst vartannat år (6 § lag 2023:196).",
    )
    period: Period | None = Field(
        None, alias="avser", title="Avser", description="Tiden som uppgifterna gäller."
    )
    parties: Annotated[tuple[Party, ...], OneOrMany] = Field(
        (), alias="parter", title="Parter", description="De som har tagit fram den."
    )
    area: Place | None = Field(
        None, alias="område", title="Område", description="När den inte gäller en hel kommun."
    )
    replaces: Reference | None = Field(
        None, alias="ersätter", title="Ersätter", description="Id på lägesbilden före den här."
    )
    mapping: Prose | None = Field(
        None,
        alias="kartläggning",
        title="Kartläggning",
        description="Brottsligheten i kommunen, dess omfattning och konsekvenser (4 § 1).",
    )
    other_information: Prose | None = Field(
        None,
        alias="övrig_information",
        title="Övrig information",
        description="Annan relevant information (4 § 2).",
    )
    analysis: Prose | None = Field(
        None,
        alias="analys",
        title="Analys",
        description="Vad kartläggningen och informationen visar (4 § 3).",
    )
    problems: Annotated[tuple[PicturedProblem, ...], OneOrMany] = Field(
        (), alias="problem", title="Problem", description="Problemen var för sig."
    )
    evidence: Annotated[tuple[Evidence, ...], OneOrMany] = Field(
        (), alias="underlag", title="Underlag", description="Vad lägesbilden bygger på."
    )
