"""Parts that promises and agreements share: cadences, channels, references."""

from typing import Annotated, Any, Final, Literal

from pydantic import (
    BeforeValidator,
    ConfigDict,
    SerializerFunctionWrapHandler,
    WithJsonSchema,
    model_serializer,
    model_validator,
)
from pydantic_core import PydanticCustomError

from medborgarlofte.i18n import Text
from medborgarlofte.model.declaration import key, many, or_plain, text_means
from medborgarlofte.model.fields import Date, Line, Link, Prose, Reference
from medborgarlofte.model.record import Record

CADENCES = Literal["vecka", "månad", "kvartal", "tertial", "halvår", "år", "perioden"]
CADENCE_LABELS: Final = {
    "vecka": Text("varje vecka", "every week"),
    "månad": Text("varje månad", "every month"),
    "kvartal": Text("varje kvartal", "every quarter"),
    "tertial": Text("varje tertial", "every four months"),
    "halvår": Text("varje halvår", "every half-year"),
    "år": Text("varje år", "every year"),
    "perioden": Text("en gång under perioden", "once in the period"),
}


def mentioned_municipalities() -> Any:
    """Declare the other municipalities that a text names on purpose."""
    return many("nämner_kommuner", "Andra kommuner som texten nämner med avsikt.", hidden="for the rules")


class FeedbackChannel(Record):
    """Where residents get the results."""

    channel: Line | None = key("kanal", "webbplats, sociala medier, möte …", template=True)
    link: Link | None = key("länk", "Adressen dit.", template=True)
    text: Prose | None = key("text", "Som det står.", role="prose", template=True)
    date: Date | None = key("datum", "När återkopplingen ges.")


class Consultation(Record):
    """How residents comment on a draft."""

    until: Date | None = key("till", "Sista dagen att lämna synpunkter.", template=True)
    link: Link | None = key("länk", "Formulär eller sida där man lämnar dem.", template=True)
    text: Prose | None = key("text", "Hur man gör, och vad som händer sedan.", role="prose", template=True)


RELATION_LABELS: Final = {
    "del av": Text("Del av", "Part of"),
    "bilaga till": Text("Bilaga till", "Appendix to"),
    "fördjupning av": Text("Fördjupning av", "Elaboration of"),
    "utveckling av": Text("Utveckling av", "Development of"),
}


def _in_words(value: Any) -> Any:
    """“2025–2028” of {från: 2025, till: 2028}, as the period of a document is written."""
    if isinstance(value, dict) and value and value.keys() <= {"från", "till"}:
        days = [value.get(end) or "" for end in ("från", "till")]
        if all(isinstance(day, str) for day in days):
            return (" – " if any("-" in day for day in days) else "–").join(days).strip()
    return value


Period = Annotated[Line, BeforeValidator(_in_words), WithJsonSchema({"type": ["string", "object"]})]


class AgreementReference(Record):
    """The agreement that a promise is part of: an id, or what is known of one outside the collection."""

    model_config = ConfigDict(json_schema_extra=or_plain("string"))

    id: Reference | None = key("id", "Överenskommelsens id.", template=True)
    title: Line | None = key("titel", "Vad överenskommelsen heter, när den inte finns här.", template=True)
    link: Link | None = key("länk", "Var den går att läsa.", template=True)
    period: Period | None = key("period", "När den gäller: 2028–2032.", template=True)

    _id_alone = text_means("id")

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
