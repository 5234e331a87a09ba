"""The lägesbild (4 § lag 2023:196)."""

from typing import ClassVar, Literal

from medborgarlofte.i18n import Text
from medborgarlofte.model.declaration import Many, key, kind_key, many, required
from medborgarlofte.model.fields import Category, Date, Identifier, Line, Number, Prose, Reference, Year
from medborgarlofte.model.promise import Evidence
from medborgarlofte.model.record import Document, Party, Period, Place, Record


class PicturedProblem(Record):
    """Problem described by a lägesbild."""

    id: Identifier | None = key("id", "Kort namn.", template=True)
    title: Line = required("rubrik", "Problemet med få ord.", role="heading", template=True)
    category: Category | None = key("kategori", "Kategori ur taxonomin.", hidden="groups the open data")
    extent: Prose | None = key("omfattning", "Hur mycket, var och när.", role="prose")
    consequences: Prose | None = key("konsekvenser", "Vad det leder till, och för vilka.", role="prose")
    causes: Many[Line] = many("orsaker", "Varför problemet finns, enligt analysen.", role="line")


class Figure(Record):
    """A figure that the picture rests on."""

    what: Line = required("vad", "Vad talet räknar: anmälda inbrott.", template=True)
    value: Number = required("värde", "Talet.", template=True)
    unit: Line | None = key("enhet", "procent, anmälda brott …", template=True)
    year: Year | None = key("år", "Året talet gäller.", template=True)
    comparison: Line | None = key(
        "jämförelse", "Vad talet jämförs med: 12 procent fler än 2022.", en="Comparison", template=True
    )


class SituationPicture(Document):
    """One lägesbild with its three statutory parts."""

    KIND: ClassVar = "lägesbild"
    LABEL: ClassVar = Text("Lägesbild", "Situation picture")
    DONE: ClassVar = Text("Klar", "Completed")

    kind: Literal["lägesbild"] = kind_key()
    title: Line = required("titel", "Lägesbildens rubrik.", role="heading", template=True)
    date: Date = required(
        "datum", "När den blev klar. Den ska uppdateras minst vartannat år (6 § lag 2023:196).", template=True
    )
    period: Period | None = key("avser", "Tiden som uppgifterna gäller.", en="Concerns")
    parties: Many[Party] = many("parter", "De som har tagit fram den.", template=True)
    area: Place | None = key("område", "När den inte gäller en hel kommun.")
    replaces: Reference | None = key("ersätter", "Id på lägesbilden före den här.", template=True)
    mapping: Prose | None = key(
        "kartläggning",
        "Brottsligheten i kommunen, dess omfattning och konsekvenser (4 § 1).",
        role="prose",
        template=True,
    )
    other_information: Prose | None = key(
        "övrig_information", "Annan relevant information (4 § 2).", role="prose", template=True
    )
    analysis: Prose | None = key(
        "analys", "Vad kartläggningen och informationen visar (4 § 3).", role="prose", template=True
    )
    problems: Many[PicturedProblem] = many("problem", "Problemen var för sig.", template=True)
    figures: Many[Figure] = many(
        "siffror", "Tal som lägesbilden bygger på: {vad, värde, enhet, år, jämförelse}.", template=True
    )
    evidence: Many[Evidence] = many("underlag", "Vad lägesbilden bygger på.", template=True)
