"""Relational schema of the documents: tables, columns, keys and views.

The same rows are written as SQLite, Parquet, CSV and JSON.
"""

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple

from medborgarlofte.exporting.columns import Column, columns_of
from medborgarlofte.i18n import Text
from medborgarlofte.model.promise import Commitment

Type = Literal["text", "integer", "number", "boolean", "date"]


class Field(NamedTuple):
    """Column of a table."""

    name: str
    about: Text
    type: Type = "text"
    required: bool = False


class Reference(NamedTuple):
    """Foreign key."""

    fields: tuple[str, ...]
    table: str
    target: tuple[str, ...]


class Relation(NamedTuple):
    """Table with its key and references."""

    name: str
    about: Text
    fields: tuple[Field, ...]
    key: tuple[str, ...]
    references: tuple[Reference, ...] = ()


def _id(name: str, sv: str, en: str) -> Field:
    return Field(name, Text(sv, en), required=True)


_OF_DOCUMENT: Final = _id("dokument_id", "Dokumentets id", "Id of the document")
_ATAGANDE: Final = _id("atagande", "Åtagandets id i dokumentet", "Id of the commitment in the document")
_TO_DOCUMENT: Final = Reference(("dokument_id",), "dokument", ("id",))
_TO_COMMITMENT: Final = Reference(("dokument_id", "atagande"), "ataganden", ("dokument_id", "atagande"))

_ELSEWHERE: Final = frozenset(
    ["atagande", "part", "fokusomrade", "kategori", "mal", "mal_minst", "mal_hogst", "mal_enhet", "mal_per"]
)
"""Columns of the flat table of commitments that are tables of their own here."""
_TYPES: Final[Mapping[str, Type]] = {"integer": "integer", "number": "number", "boolean": "boolean"}


def _declared(column: Column) -> Field:
    """Field that the model declares; one that is added there comes along."""
    about = Text(column.about, column.name.replace("_", " ").capitalize())
    return Field(column.name, about, _TYPES.get(column.type, "text"))


DECLARED: Final = tuple(
    _declared(column) for column in columns_of(Commitment) if column.name not in _ELSEWHERE
)

RELATIONS: Final[tuple[Relation, ...]] = (
    Relation(
        "dokument",
        Text("Ett dokument på varje rad", "One document on each row"),
        (
            _id("id", "Dokumentets id: sökvägen utan ändelse", "Id of the document: its path without suffix"),
            _id("slag", "Dokumentslag: medborgarlöfte, uppföljning …", "Kind of document, in Swedish"),
            Field("titel", Text("Titel", "Title")),
            Field("status", Text("utkast, antaget, ersatt eller upphävt", "Status as written")),
            Field(
                "skede",
                Text("Skede den dag exporten gäller: kommande, gäller, avslutat …", "Stage on the day"),
            ),
            Field("ar", Text("Året det börjar", "Year of the first day"), "integer"),
            Field("fran", Text("Första dagen", "First day"), "date"),
            Field("till", Text("Sista dagen", "Last day"), "date"),
            Field("tills_vidare", Text("Om det gäller tills vidare", "Until further notice"), "boolean"),
            Field("datum", Text("Dag, månad eller år det är från", "Day, month or year it is from")),
            Field("ingar_i", Text("Överenskommelsen det ingår i", "Agreement it belongs to")),
            Field("foregangare", Text("Id på löftet före", "Id of the promise before")),
            Field("uppfoljningar", Text("Antal uppföljningar", "Number of follow-ups"), "integer"),
        ),
        ("id",),
        (Reference(("foregangare",), "dokument", ("id",)),),
    ),
    Relation(
        "parter",
        Text("En part i ett dokument på varje rad", "One party of a document on each row"),
        (
            _OF_DOCUMENT,
            _id("part", "Partens id i dokumentet", "Id of the party in the document"),
            Field("typ", Text("kommun, polis …", "Kind of party, in Swedish"), required=True),
            Field("namn", Text("Namn", "Name"), required=True),
            Field("kommun", Text("Kommunens namn utan ”kommun”", "Name of the municipality")),
            Field("kommunkod", Text("Kommunkod enligt SCB", "Code of the municipality (SCB)")),
            Field("lan", Text("Länet som kommunen ligger i", "County of the municipality")),
            Field("lokalpolisomrade", Text("Lokalpolisområde", "Local police area")),
        ),
        ("dokument_id", "part"),
        (_TO_DOCUMENT,),
    ),
    Relation(
        "fokusomraden",
        Text("Ett fokusområde i ett löfte på varje rad", "One focus area of a promise on each row"),
        (
            _OF_DOCUMENT,
            _id("fokusomrade", "Fokusområdets id i löftet", "Id of the focus area in the promise"),
            Field("rubrik", Text("Rubrik", "Heading"), required=True),
            Field("kategori", Text("Kategori ur taxonomin", "Category of the taxonomy")),
        ),
        ("dokument_id", "fokusomrade"),
        (_TO_DOCUMENT,),
    ),
    Relation(
        "ataganden",
        Text(
            "Ett åtagande på varje rad, med senaste besked",
            "One commitment on each row, with its latest report",
        ),
        (
            _OF_DOCUMENT,
            _ATAGANDE,
            Field("nummer", Text("Ordning i löftet, från 1", "Position in the promise, from 1"), "integer"),
            Field(
                "lydelse",
                Text("Samma för alla med samma ord", "Equal where the words are the same"),
                required=True,
            ),
            Field("matbart", Text("Om det går att mäta", "Whether it is measurable"), "boolean"),
            Field(
                "utfall_status",
                Text("Senaste status; ”ingen uppgift” utan besked", "Latest status"),
                required=True,
            ),
            Field(
                "utfall",
                Text("Samlat utfall som tal, när det är ett", "Total outcome, if one number"),
                "number",
            ),
            Field("utfall_text", Text("Samlat utfall i ord", "Total outcome in words")),
            Field("uppfolt", Text("När det senaste beskedet gavs", "When it was last reported")),
            *DECLARED,
        ),
        ("dokument_id", "atagande"),
        (_TO_DOCUMENT,),
    ),
    Relation(
        "atagande_parter",
        Text("En part som lovar ett åtagande på varje rad", "One party of a commitment on each row"),
        (
            _OF_DOCUMENT,
            _ATAGANDE,
            _id("part", "Partens id, eller tillsammans", "Id of the party, or tillsammans"),
        ),
        ("dokument_id", "atagande", "part"),
        (_TO_COMMITMENT,),
    ),
    Relation(
        "atagande_fokus",
        Text("Ett fokusområde för ett åtagande på varje rad", "One focus area of a commitment on each row"),
        (_OF_DOCUMENT, _ATAGANDE, _id("fokusomrade", "Fokusområdets id", "Id of the focus area")),
        ("dokument_id", "atagande", "fokusomrade"),
        (
            _TO_COMMITMENT,
            Reference(("dokument_id", "fokusomrade"), "fokusomraden", ("dokument_id", "fokusomrade")),
        ),
    ),
    Relation(
        "mal",
        Text("Ett mål för ett åtagande på varje rad", "One target of a commitment on each row"),
        (
            _OF_DOCUMENT,
            _ATAGANDE,
            Field(
                "nummer",
                Text("Målets nummer, från 1", "Number of the target, from 1"),
                "integer",
                required=True,
            ),
            Field("text", Text("Målet i ord", "The target in words"), required=True),
            Field("minst", Text("Nedre gräns", "Lower bound"), "number"),
            Field("hogst", Text("Övre gräns", "Upper bound"), "number"),
            Field("alla", Text("Om alla omfattas", "Whether it holds for all"), "boolean"),
            Field("inga", Text("Om inget får förekomma", "Whether there may be none"), "boolean"),
            Field("cirka", Text("Om talet är ungefärligt", "Whether the number is approximate"), "boolean"),
            Field("enhet", Text("Vad som räknas", "What is counted")),
            Field("per", Text("Hur ofta", "How often")),
            Field("for_varje", Text("Räknas per plats", "Counted for each")),
            Field("inom", Text("Inom vilken tid", "Within what time")),
            Field("av", Text("Vad en andel räknas på", "What a share is of")),
        ),
        ("dokument_id", "atagande", "nummer"),
        (_TO_COMMITMENT,),
    ),
    Relation(
        "uppfoljningar",
        Text("En uppföljning på varje rad", "One follow-up on each row"),
        (
            _id("id", "Uppföljningens id", "Id of the follow-up"),
            Field("lofte_id", Text("Id på löftet", "Id of the promise")),
            Field("datum", Text("När den gjordes: dag, månad eller år", "When it was made"), required=True),
            Field("avser_fran", Text("Första dagen den gäller", "First day it covers"), "date"),
            Field("avser_till", Text("Sista dagen den gäller", "Last day it covers"), "date"),
            Field("slutlig", Text("Om den är den sista", "Whether it is the last"), "boolean"),
        ),
        ("id",),
        (Reference(("id",), "dokument", ("id",)), Reference(("lofte_id",), "dokument", ("id",))),
    ),
    Relation(
        "besked",
        Text("Ett besked i en uppföljning på varje rad", "One item of a follow-up on each row"),
        (
            _id("uppfoljning_id", "Uppföljningens id", "Id of the follow-up"),
            Field("nummer", Text("Ordning, från 1", "Position, from 1"), "integer", required=True),
            Field("dokument_id", Text("Id på löftet", "Id of the promise")),
            Field("atagande", Text("Åtagandets id i löftet", "Id of the commitment in the promise")),
            Field("status", Text("Status", "Status")),
            Field("effekt", Text("Effekt", "Effect")),
            Field("raknat", Text("Vad talen räknar: hittills eller sedan förra", "What the figures count")),
            Field("kommentar", Text("Kommentar", "Comment")),
        ),
        ("uppfoljning_id", "nummer"),
        (Reference(("uppfoljning_id",), "uppfoljningar", ("id",)), _TO_COMMITMENT),
    ),
    Relation(
        "utfall",
        Text(
            "Ett utfall i ett besked på varje rad, som intervall", "One outcome on each row, as an interval"
        ),
        (
            _id("uppfoljning_id", "Uppföljningens id", "Id of the follow-up"),
            Field("besked", Text("Beskedets nummer", "Number of the item"), "integer", required=True),
            Field("nummer", Text("Ordning, från 1", "Position, from 1"), "integer", required=True),
            Field("varde", Text("Talet som det står", "The number as written"), "number"),
            Field("minst", Text("Nedre gräns för vad talet kan vara", "Lower bound"), "number"),
            Field(
                "hogst",
                Text("Övre gräns; saknas för ”minst”", "Upper bound; missing for “at least”"),
                "number",
            ),
            Field("enhet", Text("Vad som räknas", "What is counted")),
            Field("ar", Text("Året talet gäller", "Year of the number"), "integer"),
            Field("plats", Text("Platsen talet gäller", "Place of the number")),
            Field(
                "mal", Text("Numret på målet det svarar mot", "Number of the target it answers"), "integer"
            ),
            Field("text", Text("Utfallet i ord", "The outcome in words"), required=True),
        ),
        ("uppfoljning_id", "besked", "nummer"),
        (Reference(("uppfoljning_id", "besked"), "besked", ("uppfoljning_id", "nummer")),),
    ),
    Relation(
        "jamforelser",
        Text(
            "En ändring av ett åtagande sedan löftet före på varje rad",
            "One change of a commitment since the promise before on each row",
        ),
        (
            _id("dokument_id", "Id på det nya löftet", "Id of the new promise"),
            Field("nummer", Text("Ordning, från 1", "Position, from 1"), "integer", required=True),
            _id("gammalt_id", "Id på det gamla löftet", "Id of the old promise"),
            _id("slag", "Hur det har ändrats: försvagat, borttaget …", "Kind of change, in Swedish"),
            Field("gissning", Text("Om paret bara är en gissning", "Whether the pair is a guess"), "boolean"),
            Field("likhet", Text("Textlikhet, 0 till 1", "Similarity of the texts, 0 to 1"), "number"),
            Field(
                "gamla", Text("De gamla åtagandenas id, åtskilda av blanksteg", "Ids of the old commitments")
            ),
            Field("nya", Text("De nya åtagandenas id, åtskilda av blanksteg", "Ids of the new commitments")),
        ),
        ("dokument_id", "nummer"),
        (_TO_DOCUMENT, Reference(("gammalt_id",), "dokument", ("id",))),
    ),
)
"""Every table; a table comes after those it refers to."""
