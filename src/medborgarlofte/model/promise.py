"""The medborgarlöfte and its parts."""

from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from medborgarlofte.i18n import Text
from medborgarlofte.model.declaration import Many, flag, key, kind_key, many, or_plain, required, text_means
from medborgarlofte.model.fields import (
    Category,
    Count,
    Date,
    Identifier,
    Line,
    Link,
    Number,
    Prose,
    Rate,
    Reference,
    Year,
    YesNo,
)
from medborgarlofte.model.parts import (
    CADENCE_LABELS,
    CADENCES,
    RELATION_LABELS,
    AgreementReference,
    Consultation,
    FeedbackChannel,
    mentioned_municipalities,
)
from medborgarlofte.model.record import TOGETHER, Document, Party, Period, Place, Record


class Evidence(Record):
    """Evidence that the promise is based on."""

    kind: Literal[
        "lägesbild", "trygghetsmätning", "medborgardialog", "medarbetardialog", "brottsstatistik", "annat"
    ] = required("typ", "Vad för slags underlag det är.", template=True)
    date: Date | None = key("datum", "När det är från.", template=True)
    title: Line | None = key("rubrik", "Vad det heter.", template=True)
    link: Link | None = key("länk", "Var det finns.", template=True)
    document: Reference | None = key("dokument", "Id på ett dokument i samma samling.", template=True)


class Problem(Record):
    """Problem in the text, whether or not it is a focus."""

    id: Identifier | None = key("id", "Kort namn.", hidden="a name inside the file")
    title: Line = required("rubrik", "Problemet som det står i texten.", role="heading", template=True)
    category: Category | None = key("kategori", "Kategori ur taxonomin.", hidden="groups the open data")
    description: Prose | None = key("beskrivning", "Vad problemet består i.", role="prose", template=True)


class FocusArea(Record):
    """Problem that the parties choose to work on."""

    id: Identifier = required(
        "id", "Kort namn som åtaganden hänvisar till: unga.", hidden="a name inside the file"
    )
    title: Line = required("rubrik", "Fokusområdets rubrik, som den står.", role="heading", template=True)
    category: Category | None = key("kategori", "Kategori ur taxonomin.", template=True)
    categories: Many[Category] = many(
        "kategorier", "Kategorier som området också rör.", sv="Fler kategorier", en="Further categories"
    )
    description: Prose | None = key("beskrivning", "Vad området handlar om.", role="prose", template=True)
    causes: Many[Line] = many("orsaker", "Varför problemet finns, enligt orsaksanalysen.", role="line")
    target_groups: Many[Line] = many("målgrupper", "Vilka insatserna riktar sig till.", en="For whom")
    places: Many[Line] = many("platser", "Var problemet finns.")
    deviation: Line | None = key("avvikelse", "Varför området ligger utanför överenskommelsen.")


class Measurement(Record):
    """Value of an indicator at some time."""

    value: Number = required("värde", "Det uppmätta talet.", bare=True)
    unit: Line | None = key("enhet", "procent, anmälda brott …", bare=True)
    year: Year | None = key("år", "Året mätningen gäller.", bare=True)


class OutcomeGoal(Record):
    """Intended outcome, as opposed to an activity."""

    id: Identifier | None = key("id", "Kort namn: E1.", template=True)
    focus: Many[Identifier] = many(
        "fokus",
        "Id på fokusområden som målet hör till.",
        sv="Fokusområde",
        en="Focus area",
        names="fokusområden",
    )
    text: Prose = required(
        "text", "Vad som ska bli annorlunda, som det står.", sv="Mål", en="Goal", role="goal", template=True
    )
    indicator: Line | None = key("indikator", "Det som mäts.", template=True)
    baseline: Measurement | None = key("utgångsvärde", "Läget i början.", template=True)
    target_value: Number | None = key("målvärde", "Värdet som ska nås.", template=True)


class Target(Record):
    """Measurable target: how much, how often, how soon."""

    at_least: Count | None = key("minst", "Minst så många.")
    at_most: Count | None = key("högst", "Högst så många.")
    exactly: Count | None = key("exakt", "Så många.")
    between: tuple[Count, Count] | None = key("mellan", "Från och till: [3, 4].")
    all: YesNo = flag("alla", "ja när alla omfattas.")
    none: YesNo = flag("inga", "ja när inget får förekomma.")
    within: Line | None = key("inom", "Inom vilken tid: 24 timmar.")
    unit: Line | None = key("enhet", "Vad som räknas: kvällar.")
    per: Rate | None = key("per", "vecka, månad, år, perioden …, eller 2 veckor.")
    for_each: Line | None = key("för_varje", "Räknas per plats: fritidsgård.")
    approximate: YesNo = flag("cirka", "ja när talet är ungefärligt.")
    share_of: Line | None = key("av", "Vad en andel räknas på.")

    BOUNDS: ClassVar = ("at_least", "at_most", "exactly", "between", "all", "none")

    @model_validator(mode="after")
    def _one_bound(self) -> "Target":
        values = {name: getattr(self, name) for name in self.BOUNDS}
        bounds = [name for name, value in values.items() if value is not None and value is not False]
        if len(bounds) > 1:
            keys = [str(type(self).model_fields[name].alias) for name in bounds]
            raise PydanticCustomError("several_bounds", "bounds", {"keys": tuple(keys)})
        if not bounds and self.within is None:
            raise PydanticCustomError("no_bound", "no bound", {})
        if self.between and self.between[0] > self.between[1]:
            raise PydanticCustomError("reversed_span", "reversed", {"span": self.between})
        return self


class Responsible(Record):
    """Responsible function, never a person."""

    model_config = ConfigDict(json_schema_extra=or_plain("string"))

    unit: Line | None = key("enhet", "Förvaltning eller enhet.", bare=True)
    function: Line | None = key("funktion", "Befattning: enhetschef fält.", bare=True)

    _function_alone = text_means("funktion")


class Commitment(Record):
    """Unit that is promised, followed up and compared."""

    SHOWN_FIRST: ClassVar = (
        "targets", "schedule", "due", "place", "target_group", "responsible", "led_by", "participants", "reservation",
        "purpose", "focus",
    )  # fmt: skip
    """What a reader wants to know first; the other facts follow in the order of the form."""

    id: Identifier = required("id", "Kort namn, samma år från år: K1.", template=True, compared="never")
    parties: Many[Identifier] = many(
        "part",
        "Den som lovar: en parts id, flera id, eller tillsammans.",
        en="Party",
        names="parter",
        names_or=(TOGETHER,),
        template=True,
    )
    participants: Many[Line] = many(
        "medverkande", "De som deltar utan att lova.", en="Taking part", separator=", "
    )
    focus: Many[Identifier] = many(
        "fokus",
        "Id på fokusområden som åtagandet hör till.",
        sv="Fokusområde",
        en="Focus area",
        names="fokusområden",
    )
    goals: Many[Identifier] = many(
        "mål_för",
        "Id på effektmål som åtagandet ska bidra till.",
        sv="Effektmål",
        en="Outcome goal",
        names="effektmål",
    )
    text: Prose = required(
        "text",
        "Åtagandet ordagrant. Verktyget ändrar det aldrig.",
        en="Wording",
        role="commitment",
        template=True,
    )
    purpose: Prose | None = key("syfte", "Varför, som det står.", role="purpose")
    targets: Many[Target] = many(
        "mål", "Antal, takt eller tid: {minst: 100, enhet: kvällar, per: perioden}.", en="Target"
    )
    indicators: Many[Identifier] = many(
        "indikatorer",
        "Id på effektmål vars indikator visar hur det gått.",
        sv="Indikator",
        en="Indicator",
        names="effektmål",
    )
    schedule: Line | None = key(
        "tid", "Ett schema som det står: varje helgfri torsdag 10–11.", en="When", role="line"
    )
    due: Date | None = key("senast", "Sista dagen.", en="By")
    responsible: Responsible | None = key(
        "ansvarig", "Enhet och funktion som svarar för åtagandet, inte en person."
    )
    led_by: Line | None = key("leds_av", "Vem som håller ihop ett gemensamt åtagande.", names="parter")
    reservation: Prose | None = key("förbehåll", "När åtagandet inte gäller.")
    continues: Many[Reference] = many(
        "fortsätter",
        "Åtaganden det bygger vidare på: karlshamn/lofte-2021#K1.",
        hidden="the comparison shows it",
        compared="never",
    )
    place: Line | None = key("plats", "Var det görs.")
    target_group: Line | None = key("målgrupp", "Vilka det riktar sig till.", en="For whom")
    no_target: Line | None = key(
        "mål_saknas", "Varför det inte finns något tal, när det är ett val.", en="Why there is no number"
    )


class FollowUpPlan(Record):
    """When and by whom results are reported."""

    cadence: CADENCES | None = key(
        "takt", "Hur ofta löftet följs upp.", en="How often", labels=CADENCE_LABELS
    )
    next_due: Date | None = key(
        "nästa", "När nästa uppföljning ska vara klar.", sv="Nästa uppföljning", en="Next follow-up"
    )
    convenor: Line | None = key("sammankallande", "Funktion som kallar.", en="Convened by")
    reported_to: Line | None = key("redovisas_för", "Organ som får redovisningen: kommunstyrelsen.")
    text: Prose | None = key("text", "Som det står.", role="prose", template=True)


class Promise(Document):
    """One medborgarlöfte."""

    KIND: ClassVar = "medborgarlöfte"
    LABEL: ClassVar = Text("Medborgarlöfte", "Promise to residents")
    date: ClassVar[None] = None

    kind: Literal["medborgarlöfte"] = kind_key()
    title: Line = required("titel", "Löftets rubrik, som den står.", role="heading", template=True)
    period: Period = required("period", "När löftet gäller.", template=True)
    parties: Annotated[tuple[Party, ...], Field(min_length=1)] = required(
        "parter", "De som ger löftet.", template=True
    )
    area: Place | None = key("område", "Stadsdel eller annat område, när löftet inte gäller en hel kommun.")
    agreement: AgreementReference | None = key(
        "ingår_i", "Överenskommelsens id. Finns den inte i samlingen: {titel, länk, period}.", template=True
    )
    relation: Literal["del av", "bilaga till", "fördjupning av", "utveckling av"] | None = key(
        "relation", "Hur löftet hör ihop med överenskommelsen.", labels=RELATION_LABELS, template=True
    )
    no_agreement: Line | None = key(
        "överenskommelse_saknas", "Varför löftet står utan överenskommelse.", en="Why there is no agreement"
    )
    predecessor: Reference | None = key(
        "föregångare", "Förra löftets id.", en="Former promise", template=True, compared="versions"
    )
    police_only: YesNo = flag("endast_polisen", "ja när bara polisen lovar.", hidden="the parties show it")
    mentioned_municipalities: Many[Line] = mentioned_municipalities()
    introduction: Prose | None = key("inledning", "Löftets inledande text.", role="prose", template=True)
    situation: Prose | None = key(
        "lägesbild", "Hur det ser ut i dag, som det står.", role="prose", template=True
    )
    evidence: Many[Evidence] = many("underlag", "Vad löftet bygger på.", template=True)
    problems: Many[Problem] = many(
        "problemområden", "Problem som texten nämner men inte alla väljs.", template=True
    )
    focus_areas: Many[FocusArea] = many("fokusområden", "Det som löftet riktas mot.", template=True)
    outcome_goals: Many[OutcomeGoal] = many("effektmål", "Vad som ska bli annorlunda.", template=True)
    commitments: Many[Commitment] = many("åtaganden", "Det som lovas, punkt för punkt.", template=True)
    follow_up_plan: FollowUpPlan | None = key(
        "uppföljningsplan", "När och av vem löftet följs upp.", template=True
    )
    feedback: Many[FeedbackChannel] = many(
        "återkoppling", "Var invånarna får veta hur det gick.", template=True
    )
    consultation: Consultation | None = key(
        "synpunkter",
        "Hur och till när invånarna kan tycka till om ett utkast.",
        en="Comments",
        hidden="shown while the promise is a draft",
        compared="versions",
    )

    @property
    def part_of(self) -> str | None:
        """Id of the agreement, if in the collection."""
        return self.agreement.id if self.agreement else None
