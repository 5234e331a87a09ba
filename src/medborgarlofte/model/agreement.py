"""The samverkansöverenskommelse (9 § lag 2023:196)."""

from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field

from medborgarlofte.i18n import Text
from medborgarlofte.model.declaration import Many, key, kind_key, many, or_plain, required, text_means
from medborgarlofte.model.fields import Category, Date, Identifier, Line, Prose
from medborgarlofte.model.parts import CADENCE_LABELS, CADENCES, mentioned_municipalities
from medborgarlofte.model.promise import Commitment
from medborgarlofte.model.record import Document, Party, Period, Place, Record


class AgreementArea(Record):
    """One of the areas of cooperation."""

    id: Identifier | None = key("id", 'Numret som det står: "2.1".', template=True)
    title: Line = required("rubrik", "Områdets rubrik, som den står.", role="heading", template=True)
    categories: Many[Category] = many("kategorier", "Kategorier ur taxonomin som området omfattar.")
    text: Prose | None = key("text", "Områdets text, som den står.", role="area", template=True)


class CouncilGroup(Record):
    """A working group of the council."""

    name: Line = required("namn", "Gruppens namn.", template=True)
    members: Many[Line] = many("ledamöter", "Funktioner som ingår.", template=True)


class LocalCouncil(Record):
    """Local crime prevention council; never the agency Brå."""

    name: Line = required("namn", "Rådets namn.", template=True)
    tasks: Many[Prose] = many("uppgifter", "Vad rådet ska göra.", role="line", template=True)
    groups: Many[CouncilGroup] = many("grupper", "Rådets grupper.", template=True)


class AgreementFollowUp(Record):
    """Follow-up of the agreement: when and by whom."""

    model_config = ConfigDict(json_schema_extra=or_plain("string"))

    when: Date | None = key("när", "När överenskommelsen följs upp.", sv="Följs upp", en="Followed up")
    by: Many[Line] = many("av", "Vilka som följer upp.", separator=", ")
    text: Prose | None = key("text", "Som det står.", role="prose", template=True)

    _in_words = text_means("text")


class Revision(Record):
    """How often the agreement is revised."""

    model_config = ConfigDict(json_schema_extra=or_plain("string"))

    cadence: CADENCES | None = key(
        "takt", "Hur ofta den ses över.", en="How often", labels=CADENCE_LABELS, bare=True
    )
    text: Prose | None = key("text", "Som det står.", role="prose", bare=True)

    _in_words = text_means("text")


class Agreement(Document):
    """One samverkansöverenskommelse."""

    KIND: ClassVar = "samverkansöverenskommelse"
    LABEL: ClassVar = Text("Samverkansöverenskommelse", "Cooperation agreement")
    LISTS: ClassVar = {"fokusområden": "områden"}
    date: ClassVar[None] = None

    kind: Literal["samverkansöverenskommelse"] = kind_key()
    title: Line = required("titel", "Överenskommelsens rubrik, som den står.", role="heading", template=True)
    period: Period = required("period", "När överenskommelsen gäller.", template=True)
    parties: Annotated[tuple[Party, ...], Field(min_length=1)] = required(
        "parter", "De som sluter överenskommelsen.", template=True
    )
    area: Place | None = key("område", "När den inte gäller en hel kommun.")
    mentioned_municipalities: Many[Line] = mentioned_municipalities()
    introduction: Prose | None = key("inledning", "Inledande text.", role="prose", template=True)
    purposes: Many[Prose] = many(
        "syften", "Vad samverkan syftar till (9 § lag 2023:196).", role="purpose", template=True
    )
    areas: Many[AgreementArea] = many(
        "områden",
        "Områden för samverkan (9 § lag 2023:196).",
        sv="Samverkansområden",
        en="Areas of cooperation",
        template=True,
    )
    commitments: Many[Commitment] = many(
        "åtaganden", "Det som parterna åtar sig, som i ett löfte. ”fokus” är id på områden.", template=True
    )
    coordinators: Many[Line] = many("samordnare", "Funktioner som samordnar arbetet.", separator=", ")
    steering_group: Many[Line] = many("styrgrupp", "Funktioner i styrgruppen.", separator=", ")
    revision: Revision | None = key("revidering", "Hur ofta överenskommelsen ses över: {takt: år, text: …}.")
    council: LocalCouncil | None = key("råd", "Det lokala brottsförebyggande rådet.", template=True)
    action_plan: Prose | None = key(
        "handlingsplan", "Vad som sägs om en handlings- eller åtgärdsplan.", role="prose", template=True
    )
    follow_up: AgreementFollowUp | None = key("uppföljning", "När och av vem den följs upp.", template=True)
