"""The åtgärdsplan: the measures that the municipality means to take, with the lägesbild as ground."""

from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field, model_validator

from medborgarlofte.i18n import Text
from medborgarlofte.model.agreement import AgreementFollowUp
from medborgarlofte.model.fields import Category, Date, Identifier, Line, OneOrMany, Prose, Reference
from medborgarlofte.model.promise import Responsible, Target
from medborgarlofte.model.record import Document, Party, Period, Record


class Measure(Record):
    """One measure: what is done against what, by whom and by when."""

    id: Identifier = Field(alias="id", title="Id", description="Kort namn: Å1.")
    text: Prose = Field(alias="text", title="Text", description="Vad som ska göras.")
    problem: Line | None = Field(
        None, alias="problem", title="Problem", description="Problemet som åtgärden riktas mot."
    )
    cause: Line | None = Field(None, alias="orsak", title="Orsak", description="Orsaken som den ska påverka.")
    category: Category | None = Field(
        None, alias="kategori", title="Kategori", description="Kategori ur taxonomin."
    )
    targets: Annotated[tuple[Target, ...], OneOrMany] = Field(
        (), alias="mål", title="Mål", description="Antal, takt eller tid: {minst: 4, enhet: vandringar}."
    )
    due: Date | None = Field(None, alias="senast", title="Senast", description="Sista dagen.")
    responsible: Responsible | None = Field(
        None, alias="ansvarig", title="Ansvarig", description="Enhet och funktion, inte en person."
    )

    @model_validator(mode="before")
    @classmethod
    def _responsible_function(cls, value: Any) -> Any:
        if isinstance(value, dict) and isinstance(value.get("ansvarig"), str):
            return {**value, "ansvarig": {"funktion": value["ansvarig"]}}
        return value


class ActionPlan(Document):
    """One åtgärdsplan (5 § lag 2023:196)."""

    KIND: ClassVar = "åtgärdsplan"
    LABEL: ClassVar = Text("Åtgärdsplan", "Action plan")

    kind: Literal["åtgärdsplan"] = Field(
        alias="dokument", title="Dokument", description="Vad för slags dokument filen är."
    )
    title: Line = Field(alias="titel", title="Titel", description="Planens rubrik.")
    date: Date = Field(
        alias="datum",
        title="Datum",
        description="När planen beslutades. Den ska följas upp minst vartannat år (6 § lag 2023:196).",
    )
    period: Period | None = Field(None, alias="period", title="Period", description="När planen gäller.")
    parties: Annotated[tuple[Party, ...], OneOrMany] = Field(
        (), alias="parter", title="Parter", description="De som planen gäller."
    )
    picture: Reference | None = Field(
        None, alias="lägesbild", title="Lägesbild", description="Id på lägesbilden som planen bygger på."
    )
    introduction: Prose | None = Field(
        None, alias="inledning", title="Inledning", description="Inledande text."
    )
    measures: Annotated[tuple[Measure, ...], OneOrMany] = Field(
        (), alias="åtgärder", title="Åtgärder", description="Åtgärderna en för en."
    )
    follow_up: AgreementFollowUp | None = Field(
        None, alias="uppföljning", title="Uppföljning", description="När och av vem planen följs upp."
    )
