"""Relational schema of the documents: tables, columns, keys and views.

The same rows are written as SQLite, Parquet, CSV and JSON.
"""

from typing import Final, NamedTuple

from medborgarlofte.exporting.columns import Column, columns_of
from medborgarlofte.model.promise import Commitment


class Reference(NamedTuple):
    """Foreign key."""

    fields: tuple[str, ...]
    table: str
    target: tuple[str, ...]


class Relation(NamedTuple):
    """Table with its key and references."""

    name: str
    about: str
    fields: tuple[Column, ...]
    key: tuple[str, ...]
    references: tuple[Reference, ...] = ()


def _id(name: str, about: str) -> Column:
    return Column(name, about, required=True)


_OF_DOCUMENT: Final = _id("dokument_id", "Dokumentets id")
_ATAGANDE: Final = _id("atagande", "Åtagandets id i dokumentet")
_TO_DOCUMENT: Final = Reference(("dokument_id",), "dokument", ("id",))
_TO_COMMITMENT: Final = Reference(("dokument_id", "atagande"), "ataganden", ("dokument_id", "atagande"))

_ELSEWHERE: Final = frozenset(
    ["atagande", "part", "fokusomrade", "kategori", "mal", "mal_minst", "mal_hogst", "mal_enhet", "mal_per"]
)
"""Columns of the flat table of commitments that are tables of their own here."""
DECLARED: Final = tuple(
    column._replace(pattern="") for column in columns_of(Commitment) if column.name not in _ELSEWHERE
)
"""What the model declares; a field that is added there comes along."""

RELATIONS: Final[tuple[Relation, ...]] = (
    Relation(
        "dokument",
        "Ett dokument på varje rad",
        (
            _id("id", "Dokumentets id: sökvägen utan ändelse"),
            _id("slag", "Dokumentslag: medborgarlöfte, uppföljning …"),
            Column("titel", "Titel"),
            Column("status", "utkast, antaget, ersatt eller upphävt"),
            Column("skede", "Skede den dag exporten gäller: kommande, gäller, avslutat …"),
            Column("ar", "Året det börjar", "integer"),
            Column("fran", "Första dagen", "date"),
            Column("till", "Sista dagen", "date"),
            Column("tills_vidare", "Om det gäller tills vidare", "boolean"),
            Column("datum", "Dag, månad eller år det är från"),
            Column("ingar_i", "Överenskommelsen det ingår i"),
            Column("foregangare", "Id på löftet före"),
            Column("uppfoljningar", "Antal uppföljningar", "integer"),
        ),
        ("id",),
        (Reference(("foregangare",), "dokument", ("id",)),),
    ),
    Relation(
        "parter",
        "En part i ett dokument på varje rad",
        (
            _OF_DOCUMENT,
            _id("part", "Partens id i dokumentet"),
            Column("typ", "kommun, polis …", required=True),
            Column("namn", "Namn", required=True),
            Column("kommun", "Kommunens namn utan ”kommun”"),
            Column("kommunkod", "Kommunkod enligt SCB"),
            Column("lan", "Länet som kommunen ligger i"),
            Column("lokalpolisomrade", "Lokalpolisområde"),
        ),
        ("dokument_id", "part"),
        (_TO_DOCUMENT,),
    ),
    Relation(
        "fokusomraden",
        "Ett fokusområde i ett löfte på varje rad",
        (
            _OF_DOCUMENT,
            _id("fokusomrade", "Fokusområdets id i löftet"),
            Column("rubrik", "Rubrik", required=True),
            Column("kategori", "Kategori ur taxonomin"),
        ),
        ("dokument_id", "fokusomrade"),
        (_TO_DOCUMENT,),
    ),
    Relation(
        "ataganden",
        "Ett åtagande på varje rad, med senaste besked",
        (
            _OF_DOCUMENT,
            _ATAGANDE,
            Column("nummer", "Ordning i löftet, från 1", "integer"),
            Column("lydelse", "Samma för alla med samma ord", required=True),
            Column("matbart", "Om det går att mäta", "boolean"),
            Column("utfall_status", "Senaste status; ”ingen uppgift” utan besked", required=True),
            Column("utfall", "Samlat utfall som tal, när det är ett", "number"),
            Column("utfall_text", "Samlat utfall i ord"),
            Column("uppfolt", "När det senaste beskedet gavs"),
            *DECLARED,
        ),
        ("dokument_id", "atagande"),
        (_TO_DOCUMENT,),
    ),
    Relation(
        "atagande_parter",
        "En part som lovar ett åtagande på varje rad",
        (_OF_DOCUMENT, _ATAGANDE, _id("part", "Partens id, eller tillsammans")),
        ("dokument_id", "atagande", "part"),
        (_TO_COMMITMENT,),
    ),
    Relation(
        "atagande_fokus",
        "Ett fokusområde för ett åtagande på varje rad",
        (_OF_DOCUMENT, _ATAGANDE, _id("fokusomrade", "Fokusområdets id")),
        ("dokument_id", "atagande", "fokusomrade"),
        (
            _TO_COMMITMENT,
            Reference(("dokument_id", "fokusomrade"), "fokusomraden", ("dokument_id", "fokusomrade")),
        ),
    ),
    Relation(
        "mal",
        "Ett mål för ett åtagande på varje rad",
        (
            _OF_DOCUMENT,
            _ATAGANDE,
            Column("nummer", "Målets nummer, från 1", "integer", required=True),
            Column("text", "Målet i ord", required=True),
            Column("minst", "Nedre gräns", "number"),
            Column("hogst", "Övre gräns", "number"),
            Column("alla", "Om alla omfattas", "boolean"),
            Column("inga", "Om inget får förekomma", "boolean"),
            Column("cirka", "Om talet är ungefärligt", "boolean"),
            Column("enhet", "Vad som räknas"),
            Column("per", "Hur ofta"),
            Column("for_varje", "Räknas per plats"),
            Column("inom", "Inom vilken tid"),
            Column("av", "Vad en andel räknas på"),
        ),
        ("dokument_id", "atagande", "nummer"),
        (_TO_COMMITMENT,),
    ),
    Relation(
        "uppfoljningar",
        "En uppföljning på varje rad",
        (
            _id("id", "Uppföljningens id"),
            Column("lofte_id", "Id på löftet"),
            Column("datum", "När den gjordes: dag, månad eller år", required=True),
            Column("avser_fran", "Första dagen den gäller", "date"),
            Column("avser_till", "Sista dagen den gäller", "date"),
            Column("slutlig", "Om den är den sista", "boolean"),
        ),
        ("id",),
        (Reference(("id",), "dokument", ("id",)), Reference(("lofte_id",), "dokument", ("id",))),
    ),
    Relation(
        "besked",
        "Ett besked i en uppföljning på varje rad",
        (
            _id("uppfoljning_id", "Uppföljningens id"),
            Column("nummer", "Ordning, från 1", "integer", required=True),
            Column("dokument_id", "Id på löftet"),
            Column("atagande", "Åtagandets id i löftet"),
            Column("status", "Status"),
            Column("effekt", "Effekt"),
            Column("raknat", "Vad talen räknar: hittills eller sedan förra"),
            Column("kommentar", "Kommentar"),
        ),
        ("uppfoljning_id", "nummer"),
        (Reference(("uppfoljning_id",), "uppfoljningar", ("id",)), _TO_COMMITMENT),
    ),
    Relation(
        "utfall",
        "Ett utfall i ett besked på varje rad, som intervall",
        (
            _id("uppfoljning_id", "Uppföljningens id"),
            Column("besked", "Beskedets nummer", "integer", required=True),
            Column("nummer", "Ordning, från 1", "integer", required=True),
            Column("varde", "Talet som det står", "number"),
            Column("minst", "Nedre gräns för vad talet kan vara", "number"),
            Column("hogst", "Övre gräns; saknas för ”minst”", "number"),
            Column("enhet", "Vad som räknas"),
            Column("ar", "Året talet gäller", "integer"),
            Column("plats", "Platsen talet gäller"),
            Column("mal", "Numret på målet det svarar mot", "integer"),
            Column("text", "Utfallet i ord", required=True),
        ),
        ("uppfoljning_id", "besked", "nummer"),
        (Reference(("uppfoljning_id", "besked"), "besked", ("uppfoljning_id", "nummer")),),
    ),
    Relation(
        "jamforelser",
        "En ändring av ett åtagande sedan löftet före på varje rad",
        (
            _id("dokument_id", "Id på det nya löftet"),
            Column("nummer", "Ordning, från 1", "integer", required=True),
            _id("gammalt_id", "Id på det gamla löftet"),
            _id("slag", "Hur det har ändrats: försvagat, borttaget …"),
            Column("gissning", "Om paret bara är en gissning", "boolean"),
            Column("likhet", "Textlikhet, 0 till 1", "number"),
            Column("gamla", "De gamla åtagandenas id, åtskilda av blanksteg"),
            Column("nya", "De nya åtagandenas id, åtskilda av blanksteg"),
        ),
        ("dokument_id", "nummer"),
        (_TO_DOCUMENT, Reference(("gammalt_id",), "dokument", ("id",))),
    ),
)
"""Every table; a table comes after those it refers to."""
