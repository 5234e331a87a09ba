"""The medborgardialog: where residents were met, how many they were and what they said."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from medborgarlofte.i18n import Text
from medborgarlofte.model.fields import Category, Date, Identifier, Line, Link, Number, OneOrMany, Prose
from medborgarlofte.model.record import Document, Party, Place, Record


class Theme(Record):
    """Something that residents brought up."""

    id: Identifier | None = Field(None, alias="id", title="Id", description="Kort namn.")
    title: Line = Field(alias="rubrik", title="Rubrik", description="Det som togs upp, med få ord.")
    category: Category | None = Field(
        None, alias="kategori", title="Kategori", description="Kategori ur taxonomin."
    )
    mentions: Number | None = Field(
        None, alias="antal", title="Antal", description="Hur många som tog upp det."
    )
    text: Prose | None = Field(None, alias="text", title="Text", description="Vad som sades, utan namn.")


class ResidentDialogue(Document):
    """One medborgardialog, held or announced."""

    KIND: ClassVar = "medborgardialog"
    LABEL: ClassVar = Text("Medborgardialog", "Resident dialogue")

    kind: Literal["medborgardialog"] = Field(
        alias="dokument", title="Dokument", description="Vad för slags dokument filen är."
    )
    title: Line = Field(alias="titel", title="Titel", description="Dialogens rubrik.")
    date: Date = Field(
        alias="datum", title="Datum", description="När den hålls. Ett kommande datum syns i kalendern."
    )
    time: Line | None = Field(None, alias="tid", title="Tid", description="Klockslag: 17–19.")
    parties: Annotated[tuple[Party, ...], OneOrMany] = Field(
        (), alias="parter", title="Parter", description="De som bjuder in."
    )
    area: Place | None = Field(
        None, alias="område", title="Område", description="När den inte gäller en hel kommun."
    )
    place: Line | None = Field(None, alias="plats", title="Plats", description="Var den hålls.")
    method: Prose | None = Field(
        None, alias="metod", title="Metod", description="Hur den går till: mobilt kontor, enkät, vandring."
    )
    participants: Number | None = Field(
        None, alias="deltagare", title="Deltagare", description="Hur många som deltog."
    )
    themes: Annotated[tuple[Theme, ...], OneOrMany] = Field(
        (), alias="teman", title="Teman", description="Vad som togs upp."
    )
    summary: Prose | None = Field(
        None, alias="sammanfattning", title="Sammanfattning", description="Vad som sades, kort."
    )
    link: Link | None = Field(None, alias="länk", title="Länk", description="Var mer finns att läsa.")
