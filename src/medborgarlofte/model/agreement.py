"""The samverkansöverenskommelse: the written frame of cooperation that 9 § lag (2023:196) asks for."""

from typing import Annotated, Any, ClassVar, Literal

from pydantic import ConfigDict, Field, model_validator

from medborgarlofte.i18n import Text
from medborgarlofte.model.fields import Category, Date, Identifier, Line, OneOrMany, Prose
from medborgarlofte.model.record import Document, Party, Period, Place, Record, or_plain


class AgreementArea(Record):
    """One of the areas of cooperation."""

    id: Identifier | None = Field(None, alias="id", title="Id", description='Numret som det står: "2.1".')
    title: Line = Field(alias="rubrik", title="Rubrik", description="Områdets rubrik, som den står.")
    categories: Annotated[tuple[Category, ...], OneOrMany] = Field(
        (),
        alias="kategorier",
        title="Kategorier",
        description="Kategorier ur taxonomin som området omfattar.",
    )
    text: Prose | None = Field(None, alias="text", title="Text", description="Områdets text, som den står.")


class CouncilGroup(Record):
    """A working group of the council."""

    name: Line = Field(alias="namn", title="Namn", description="Gruppens namn.")
    members: Annotated[tuple[Line, ...], OneOrMany] = Field(
        (), alias="ledamöter", title="Ledamöter", description="Funktioner som ingår."
    )


class LocalCouncil(Record):
    """The local crime prevention council; never the agency Brå."""

    name: Line = Field(alias="namn", title="Namn", description="Rådets namn.")
    tasks: Annotated[tuple[Prose, ...], OneOrMany] = Field(
        (), alias="uppgifter", title="Uppgifter", description="Vad rådet ska göra."
    )
    groups: Annotated[tuple[CouncilGroup, ...], OneOrMany] = Field(
        (), alias="grupper", title="Grupper", description="Rådets grupper."
    )


class AgreementFollowUp(Record):
    """When and by whom the agreement is followed up."""

    model_config = ConfigDict(json_schema_extra=or_plain("string"))

    when: Date | None = Field(None, alias="när", title="När", description="När överenskommelsen följs upp.")
    by: Annotated[tuple[Line, ...], OneOrMany] = Field(
        (), alias="av", title="Av", description="Vilka som följer upp."
    )
    text: Prose | None = Field(None, alias="text", title="Text", description="Som det står.")


class Agreement(Document):
    """One samverkansöverenskommelse."""

    KIND: ClassVar = "samverkansöverenskommelse"
    LABEL: ClassVar = Text("Samverkansöverenskommelse", "Cooperation agreement")

    kind: Literal["samverkansöverenskommelse"] = Field(
        alias="dokument", title="Dokument", description="Vad för slags dokument filen är."
    )
    title: Line = Field(alias="titel", title="Titel", description="Överenskommelsens rubrik, som den står.")
    period: Period = Field(alias="period", title="Period", description="När överenskommelsen gäller.")
    parties: tuple[Party, ...] = Field(
        alias="parter", title="Parter", description="De som sluter överenskommelsen.", min_length=1
    )
    area: Place | None = Field(
        None, alias="område", title="Område", description="När den inte gäller en hel kommun."
    )
    introduction: Prose | None = Field(
        None, alias="inledning", title="Inledning", description="Inledande text."
    )
    purposes: Annotated[tuple[Prose, ...], OneOrMany] = Field(
        (), alias="syften", title="Syften", description="Vad samverkan syftar till (9 § lag 2023:196)."
    )
    areas: Annotated[tuple[AgreementArea, ...], OneOrMany] = Field(
        (),
        alias="områden",
        title="Samverkansområden",
        description="Områden för samverkan (9 § lag 2023:196).",
    )
    council: LocalCouncil | None = Field(
        None, alias="råd", title="Råd", description="Det lokala brottsförebyggande rådet."
    )
    action_plan: Prose | None = Field(
        None,
        alias="handlingsplan",
        title="Handlingsplan",
        description="Vad som sägs om en handlings- eller åtgärdsplan.",
    )
    follow_up: AgreementFollowUp | None = Field(
        None, alias="uppföljning", title="Uppföljning", description="När och av vem den följs upp."
    )

    @model_validator(mode="before")
    @classmethod
    def _follow_up_in_words(cls, value: Any) -> Any:
        if isinstance(value, dict) and isinstance(value.get("uppföljning"), str):
            return {**value, "uppföljning": {"text": value["uppföljning"]}}
        return value
