"""The medborgarlöfte: what police and municipality promise residents for a period."""

from typing import Annotated, Any, ClassVar, Literal

from pydantic import (
    ConfigDict,
    Field,
    SerializerFunctionWrapHandler,
    model_serializer,
    model_validator,
)
from pydantic_core import PydanticCustomError

from medborgarlofte.i18n import Text
from medborgarlofte.model.fields import (
    Category,
    Count,
    Date,
    Identifier,
    Line,
    Link,
    Number,
    OneOrMany,
    Prose,
    Rate,
    Reference,
    Year,
    YesNo,
)
from medborgarlofte.model.record import Document, Party, Period, Place, Record, or_plain


class Evidence(Record):
    """What the promise rests on."""

    kind: Literal[
        "lägesbild", "trygghetsmätning", "medborgardialog", "medarbetardialog", "brottsstatistik", "annat"
    ] = Field(alias="typ", title="Typ", description="Vad för slags underlag det är.")
    date: Date | None = Field(None, alias="datum", title="Datum", description="När det är från.")
    title: Line | None = Field(None, alias="rubrik", title="Rubrik", description="Vad det heter.")
    link: Link | None = Field(None, alias="länk", title="Länk", description="Var det finns.")
    document: Reference | None = Field(
        None, alias="dokument", title="Dokument", description="Id på ett dokument i samma samling."
    )


class Problem(Record):
    """A problem the text names, whether or not it is chosen as a focus."""

    id: Identifier | None = Field(None, alias="id", title="Id", description="Kort namn.")
    title: Line = Field(alias="rubrik", title="Rubrik", description="Problemet som det står i texten.")
    category: Category | None = Field(
        None, alias="kategori", title="Kategori", description="Kategori ur taxonomin."
    )
    description: Prose | None = Field(
        None, alias="beskrivning", title="Beskrivning", description="Vad problemet består i."
    )


class FocusArea(Record):
    """A problem that the parties choose to work on."""

    id: Identifier = Field(alias="id", title="Id", description="Kort namn som åtaganden hänvisar till: unga.")
    title: Line = Field(alias="rubrik", title="Rubrik", description="Fokusområdets rubrik, som den står.")
    category: Category | None = Field(
        None, alias="kategori", title="Kategori", description="Kategori ur taxonomin."
    )
    categories: Annotated[tuple[Category, ...], OneOrMany] = Field(
        (), alias="kategorier", title="Fler kategorier", description="Kategorier som området också rör."
    )
    description: Prose | None = Field(
        None, alias="beskrivning", title="Beskrivning", description="Vad området handlar om."
    )
    causes: Annotated[tuple[Line, ...], OneOrMany] = Field(
        (), alias="orsaker", title="Orsaker", description="Varför problemet finns, enligt orsaksanalysen."
    )
    target_groups: Annotated[tuple[Line, ...], OneOrMany] = Field(
        (), alias="målgrupper", title="Målgrupper", description="Vilka insatserna riktar sig till."
    )
    places: Annotated[tuple[Line, ...], OneOrMany] = Field(
        (), alias="platser", title="Platser", description="Var problemet finns."
    )
    deviation: Line | None = Field(
        None,
        alias="avvikelse",
        title="Avvikelse",
        description="Varför området ligger utanför överenskommelsen.",
    )


class Measurement(Record):
    """A value of an indicator at some time."""

    value: Number = Field(alias="värde", title="Värde", description="Det uppmätta talet.")
    unit: Line | None = Field(None, alias="enhet", title="Enhet", description="procent, anmälda brott …")
    year: Year | None = Field(None, alias="år", title="År", description="Året mätningen gäller.")


class OutcomeGoal(Record):
    """What shall become different, as opposed to what shall be done."""

    id: Identifier | None = Field(None, alias="id", title="Id", description="Kort namn: E1.")
    focus: Annotated[tuple[Identifier, ...], OneOrMany] = Field(
        (), alias="fokus", title="Fokus", description="Id på fokusområden som målet hör till."
    )
    text: Prose = Field(alias="text", title="Mål", description="Vad som ska bli annorlunda, som det står.")
    indicator: Line | None = Field(None, alias="indikator", title="Indikator", description="Det som mäts.")
    baseline: Measurement | None = Field(
        None, alias="utgångsvärde", title="Utgångsvärde", description="Läget i början."
    )
    target_value: Number | None = Field(
        None, alias="målvärde", title="Målvärde", description="Värdet som ska nås."
    )


class Target(Record):
    """How much, how often or how soon: what makes a commitment possible to tick off."""

    at_least: Count | None = Field(None, alias="minst", title="Minst", description="Minst så många.")
    at_most: Count | None = Field(None, alias="högst", title="Högst", description="Högst så många.")
    exactly: Count | None = Field(None, alias="exakt", title="Exakt", description="Så många.")
    between: tuple[Count, Count] | None = Field(
        None, alias="mellan", title="Mellan", description="Från och till: [3, 4]."
    )
    all: YesNo = Field(False, alias="alla", title="Alla", description="ja när alla omfattas.")
    none: YesNo = Field(False, alias="inga", title="Inga", description="ja när inget får förekomma.")
    within: Line | None = Field(None, alias="inom", title="Inom", description="Inom vilken tid: 24 timmar.")
    unit: Line | None = Field(None, alias="enhet", title="Enhet", description="Vad som räknas: kvällar.")
    per: Rate | None = Field(
        None, alias="per", title="Per", description="vecka, månad, år, perioden …, eller 2 veckor."
    )
    for_each: Line | None = Field(
        None, alias="för_varje", title="För varje", description="Räknas per plats: fritidsgård."
    )
    approximate: YesNo = Field(
        False, alias="cirka", title="Cirka", description="ja när talet är ungefärligt."
    )
    share_of: Line | None = Field(None, alias="av", title="Av", description="Vad en andel räknas på.")

    BOUNDS: ClassVar = ("at_least", "at_most", "exactly", "between", "all", "none")

    @model_validator(mode="after")
    def _one_bound(self) -> "Target":
        bounds = [
            name
            for name in self.BOUNDS
            if getattr(self, name) is not None and getattr(self, name) is not False
        ]
        if len(bounds) > 1:
            keys = [str(type(self).model_fields[name].alias) for name in bounds]
            raise PydanticCustomError("several_bounds", "bounds", {"keys": tuple(keys)})
        if not bounds and self.within is None:
            raise PydanticCustomError("no_bound", "no bound", {})
        if self.between and self.between[0] > self.between[1]:
            raise PydanticCustomError("reversed_span", "reversed", {"span": self.between})
        return self


class Responsible(Record):
    """A function that answers for a commitment, not a person."""

    model_config = ConfigDict(json_schema_extra=or_plain("string"))

    unit: Line | None = Field(None, alias="enhet", title="Enhet", description="Förvaltning eller enhet.")
    function: Line | None = Field(
        None, alias="funktion", title="Funktion", description="Befattning: enhetschef fält."
    )


class Commitment(Record):
    """The unit that is promised, followed up and compared."""

    id: Identifier = Field(alias="id", title="Id", description="Kort namn, samma år från år: K1.")
    parties: Annotated[tuple[Identifier, ...], OneOrMany] = Field(
        (), alias="part", title="Part", description="Den som lovar: en parts id, flera id, eller tillsammans."
    )
    participants: Annotated[tuple[Line, ...], OneOrMany] = Field(
        (), alias="medverkande", title="Medverkande", description="De som deltar utan att lova."
    )
    focus: Annotated[tuple[Identifier, ...], OneOrMany] = Field(
        (), alias="fokus", title="Fokus", description="Id på fokusområden som åtagandet hör till."
    )
    goals: Annotated[tuple[Identifier, ...], OneOrMany] = Field(
        (), alias="mål_för", title="Mål för", description="Id på effektmål som åtagandet ska bidra till."
    )
    text: Prose = Field(
        alias="text", title="Text", description="Åtagandet ordagrant. Verktyget ändrar det aldrig."
    )
    purpose: Prose | None = Field(None, alias="syfte", title="Syfte", description="Varför, som det står.")
    targets: Annotated[tuple[Target, ...], OneOrMany] = Field(
        (),
        alias="mål",
        title="Mål",
        description="Antal, takt eller tid: {minst: 100, enhet: kvällar, per: perioden}.",
    )
    indicators: Annotated[tuple[Identifier, ...], OneOrMany] = Field(
        (),
        alias="indikatorer",
        title="Indikatorer",
        description="Id på effektmål vars indikator visar hur det gått.",
    )
    schedule: Line | None = Field(
        None, alias="tid", title="Tid", description="Ett schema som det står: varje helgfri torsdag 10–11."
    )
    due: Date | None = Field(None, alias="senast", title="Senast", description="Sista dagen.")
    responsible: Responsible | None = Field(
        None,
        alias="ansvarig",
        title="Ansvarig",
        description="Enhet och funktion som svarar för åtagandet, inte en person.",
    )
    led_by: Line | None = Field(
        None, alias="leds_av", title="Leds av", description="Vem som håller ihop ett gemensamt åtagande."
    )
    reservation: Prose | None = Field(
        None, alias="förbehåll", title="Förbehåll", description="När åtagandet inte gäller."
    )
    continues: Annotated[tuple[Reference, ...], OneOrMany] = Field(
        (),
        alias="fortsätter",
        title="Fortsätter",
        description="Åtaganden det bygger vidare på: karlshamn/lofte-2021#K1.",
    )
    place: Line | None = Field(None, alias="plats", title="Plats", description="Var det görs.")
    target_group: Line | None = Field(
        None, alias="målgrupp", title="Målgrupp", description="Vilka det riktar sig till."
    )
    no_target: Line | None = Field(
        None,
        alias="mål_saknas",
        title="Mål saknas",
        description="Varför det inte finns något tal, när det är ett val.",
    )

    @model_validator(mode="before")
    @classmethod
    def _responsible_function(cls, value: Any) -> Any:
        if isinstance(value, dict) and isinstance(value.get("ansvarig"), str):
            return {**value, "ansvarig": {"funktion": value["ansvarig"]}}
        return value


CADENCES = Literal["vecka", "månad", "kvartal", "tertial", "halvår", "år", "perioden"]


class FollowUpPlan(Record):
    """When and by whom it is told how it went."""

    cadence: CADENCES | None = Field(
        None, alias="takt", title="Takt", description="Hur ofta löftet följs upp."
    )
    next_due: Date | None = Field(
        None, alias="nästa", title="Nästa", description="När nästa uppföljning ska vara klar."
    )
    convenor: Line | None = Field(
        None, alias="sammankallande", title="Sammankallande", description="Funktion som kallar."
    )
    reported_to: Line | None = Field(
        None,
        alias="redovisas_för",
        title="Redovisas för",
        description="Organ som får redovisningen: kommunstyrelsen.",
    )
    text: Prose | None = Field(None, alias="text", title="Text", description="Som det står.")


class FeedbackChannel(Record):
    """Where residents are told how it went."""

    channel: Line | None = Field(
        None, alias="kanal", title="Kanal", description="webbplats, sociala medier, möte …"
    )
    link: Link | None = Field(None, alias="länk", title="Länk", description="Adressen dit.")
    text: Prose | None = Field(None, alias="text", title="Text", description="Som det står.")
    date: Date | None = Field(None, alias="datum", title="Datum", description="När återkopplingen ges.")


class AgreementReference(Record):
    """The agreement that a promise is part of: an id, or what is known of one outside the collection."""

    model_config = ConfigDict(json_schema_extra=or_plain("string"))

    id: Reference | None = Field(None, alias="id", title="Id", description="Överenskommelsens id.")
    title: Line | None = Field(
        None, alias="titel", title="Titel", description="Vad överenskommelsen heter, när den inte finns här."
    )
    link: Link | None = Field(None, alias="länk", title="Länk", description="Var den går att läsa.")
    period: Line | None = Field(
        None, alias="period", title="Period", description="När den gäller: 2028–2032."
    )

    @model_validator(mode="before")
    @classmethod
    def _id_alone(cls, value: Any) -> Any:
        return {"id": value} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _names_one(self) -> "AgreementReference":
        if self.id is None and self.title is None:
            wanted = Text("ett id eller {titel, länk, period}", "an id or {titel, länk, period}")
            raise PydanticCustomError("shape", "no agreement", {"wanted": wanted})
        return self

    @model_serializer(mode="wrap")
    def _as_written(self, handler: SerializerFunctionWrapHandler) -> Any:
        return self.id if self.id is not None else handler(self)

    @property
    def name(self) -> str:
        """The title and the period of an agreement outside the collection, else the id."""
        if self.title is None:
            return str(self.id)
        return f"{self.title}, {self.period}" if self.period and self.period not in self.title else self.title


class Promise(Document):
    """One medborgarlöfte."""

    KIND: ClassVar = "medborgarlöfte"
    LABEL: ClassVar = Text("Medborgarlöfte", "Promise to residents")

    kind: Literal["medborgarlöfte"] = Field(
        alias="dokument", title="Dokument", description="Vad för slags dokument filen är."
    )
    title: Line = Field(alias="titel", title="Titel", description="Löftets rubrik, som den står.")
    period: Period = Field(alias="period", title="Period", description="När löftet gäller.")
    parties: tuple[Party, ...] = Field(
        alias="parter", title="Parter", description="De som ger löftet.", min_length=1
    )
    area: Place | None = Field(
        None,
        alias="område",
        title="Område",
        description="Stadsdel eller annat område, när löftet inte gäller en hel kommun.",
    )
    agreement: AgreementReference | None = Field(
        None,
        alias="ingår_i",
        title="Ingår i",
        description="Överenskommelsens id. Finns den inte i samlingen: {titel, länk, period}.",
    )
    relation: Literal["del av", "bilaga till", "fördjupning av", "utveckling av"] | None = Field(
        None, alias="relation", title="Relation", description="Hur löftet hör ihop med överenskommelsen."
    )
    no_agreement: Line | None = Field(
        None,
        alias="överenskommelse_saknas",
        title="Överenskommelse saknas",
        description="Varför löftet står utan överenskommelse.",
    )
    predecessor: Reference | None = Field(
        None, alias="föregångare", title="Föregångare", description="Förra löftets id."
    )
    police_only: YesNo = Field(
        False, alias="endast_polisen", title="Endast polisen", description="ja när bara polisen lovar."
    )
    mentioned_municipalities: Annotated[tuple[Line, ...], OneOrMany] = Field(
        (),
        alias="nämner_kommuner",
        title="Nämner kommuner",
        description="Andra kommuner som texten nämner med avsikt.",
    )
    introduction: Prose | None = Field(
        None, alias="inledning", title="Inledning", description="Löftets inledande text."
    )
    situation: Prose | None = Field(
        None, alias="lägesbild", title="Lägesbild", description="Hur det ser ut i dag, som det står."
    )
    evidence: Annotated[tuple[Evidence, ...], OneOrMany] = Field(
        (), alias="underlag", title="Underlag", description="Vad löftet bygger på."
    )
    problems: Annotated[tuple[Problem, ...], OneOrMany] = Field(
        (),
        alias="problemområden",
        title="Problemområden",
        description="Problem som texten nämner men inte alla väljs.",
    )
    focus_areas: Annotated[tuple[FocusArea, ...], OneOrMany] = Field(
        (), alias="fokusområden", title="Fokusområden", description="Det som löftet riktas mot."
    )
    outcome_goals: Annotated[tuple[OutcomeGoal, ...], OneOrMany] = Field(
        (), alias="effektmål", title="Effektmål", description="Vad som ska bli annorlunda."
    )
    commitments: Annotated[tuple[Commitment, ...], OneOrMany] = Field(
        (), alias="åtaganden", title="Åtaganden", description="Det som lovas, punkt för punkt."
    )
    follow_up_plan: FollowUpPlan | None = Field(
        None,
        alias="uppföljningsplan",
        title="Uppföljningsplan",
        description="När och av vem löftet följs upp.",
    )
    feedback: Annotated[tuple[FeedbackChannel, ...], OneOrMany] = Field(
        (), alias="återkoppling", title="Återkoppling", description="Var invånarna får veta hur det gick."
    )

    @property
    def part_of(self) -> str | None:
        """Id of the agreement, when it is in the collection."""
        return self.agreement.id if self.agreement else None
