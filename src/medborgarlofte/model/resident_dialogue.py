"""The medborgardialog: where, how many, what they said."""

from typing import ClassVar, Literal

from medborgarlofte.i18n import Text
from medborgarlofte.model.declaration import Many, key, kind_key, many, required
from medborgarlofte.model.fields import Category, Date, Identifier, Line, Link, Number, Prose
from medborgarlofte.model.record import Document, Party, Place, Record


class Theme(Record):
    """Topic that residents brought up."""

    id: Identifier | None = key("id", "Kort namn.", hidden="a name inside the file")
    title: Line = required("rubrik", "Det som togs upp, med få ord.", role="heading", template=True)
    category: Category | None = key("kategori", "Kategori ur taxonomin.", hidden="groups the open data")
    mentions: Number | None = key("antal", "Hur många som tog upp det.", template=True)
    text: Prose | None = key("text", "Vad som sades, utan namn.", role="prose", template=True)


class ResidentDialogue(Document):
    """One medborgardialog, past or announced."""

    KIND: ClassVar = "medborgardialog"
    LABEL: ClassVar = Text("Medborgardialog", "Resident dialogue")
    DONE: ClassVar = Text("Genomförd", "Carried out")
    period: ClassVar[None] = None

    kind: Literal["medborgardialog"] = kind_key()
    title: Line = required("titel", "Dialogens rubrik.", role="heading", template=True)
    date: Date = required("datum", "När den hålls. Ett kommande datum syns i kalendern.", template=True)
    time: Line | None = key("tid", "Klockslag: 17–19.", template=True)
    parties: Many[Party] = many("parter", "De som bjuder in.", template=True)
    area: Place | None = key("område", "När den inte gäller en hel kommun.")
    place: Line | None = key("plats", "Var den hålls.")
    method: Prose | None = key(
        "metod", "Hur den går till: mobilt kontor, enkät, vandring.", role="prose", template=True
    )
    participants: Number | None = key("deltagare", "Hur många som deltog.")
    themes: Many[Theme] = many("teman", "Vad som togs upp.", template=True)
    summary: Prose | None = key("sammanfattning", "Vad som sades, kort.", role="prose", template=True)
    link: Link | None = key("länk", "Var mer finns att läsa.", sv="Läs mer", en="Read more")
