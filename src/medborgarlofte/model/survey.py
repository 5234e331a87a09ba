"""The trygghetsmätning: answers, respondents and margins."""

from typing import ClassVar, Literal

from medborgarlofte.i18n import Text
from medborgarlofte.model.declaration import Many, key, kind_key, many, required
from medborgarlofte.model.fields import Date, Identifier, Line, Link, Number, Prose, Year
from medborgarlofte.model.record import Document, Party, Place, Record


class SurveyResult(Record):
    """Answer to one question."""

    id: Identifier = required("id", "Kort namn, samma från mätning till mätning: trygga-ute.", template=True)
    question: Line = required("fråga", "Frågan, eller vad talet visar.", template=True)
    value: Number = required("värde", "Det uppmätta talet.", template=True)
    unit: Line | None = key("enhet", "procent, index …", template=True)
    year: Year | None = key("år", "Året svaret gäller, när det inte är mätningens.", template=True)
    geography: Line | None = key("geografi", "Delen av kommunen, när det inte är hela.", template=True)
    group: Line | None = key("grupp", "Vilka svaret gäller: kvinnor 16–29 år.", template=True)
    answers: Number | None = key("svar", "Hur många som svarade på frågan.", template=True)
    margin: Number | None = key("osäkerhet", "Felmarginalen, i samma enhet: 3 är ±3.", template=True)


class Survey(Document):
    """One trygghetsmätning."""

    KIND: ClassVar = "trygghetsmätning"
    LABEL: ClassVar = Text("Trygghetsmätning", "Safety survey")
    DONE: ClassVar = Text("Genomförd", "Carried out")
    period: ClassVar[None] = None

    kind: Literal["trygghetsmätning"] = kind_key()
    title: Line = required("titel", "Mätningens rubrik.", role="heading", template=True)
    date: Date = required("datum", "När mätningen gjordes.", template=True)
    parties: Many[Party] = many("parter", "De som lät göra mätningen.", template=True)
    area: Place | None = key("område", "När den inte gäller en hel kommun.")
    method: Prose | None = key("metod", "Hur den gjordes: urval, utskick, tid.", role="prose", template=True)
    asked: Number | None = key("tillfrågade", "Hur många som fick frågan.")
    answered: Number | None = key("svarande", "Hur många som svarade.")
    results: Many[SurveyResult] = many("resultat", "Svaren fråga för fråga.", template=True)
    summary: Prose | None = key("sammanfattning", "Vad mätningen visar, kort.", role="prose", template=True)
    link: Link | None = key("länk", "Var rapporten finns.", sv="Läs mer", en="Read more")
