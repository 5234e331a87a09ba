"""Promises, commitments and follow-ups as tables: one row each, short headings without å, ä, ö, stable ids."""

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any, Final, NamedTuple

from medborgarlofte.follow_up.reports import follow_ups, latest_reports
from medborgarlofte.follow_up.totals import counting_of
from medborgarlofte.language.phrases import format_actuals, format_target
from medborgarlofte.load import LoadedDocument, Workspace
from medborgarlofte.model.follow_up import Actual, FollowUp
from medborgarlofte.model.places import places
from medborgarlofte.model.promise import Commitment, Promise, Target
from medborgarlofte.model.record import TOGETHER, Period


class Column(NamedTuple):
    """A column: its heading, what it holds in Swedish, and its type in the words of CSVW."""

    name: str
    about: str
    type: str = "string"
    pattern: str = ""


class Table(NamedTuple):
    """A table: its file, what a row is, its columns, the column that tells rows apart, and its rows."""

    file: str
    about: str
    columns: tuple[Column, ...]
    key: str
    rows: Callable[[Workspace], Iterator[Mapping[str, Any]]]


CODES: Final = "[0-9]{4}( [0-9]{4})*"


def _promises(workspace: Workspace) -> Iterator[Mapping[str, Any]]:
    for loaded, promise in workspace.of_kind(Promise):
        period, source = promise.period, promise.provenance
        yield {
            "id": loaded.id,
            "titel": promise.title,
            "kommun_id": " ".join(_codes(promise)),
            "kommun": "; ".join(places(promise)),
            "parter": "; ".join(party.name for party in promise.parties),
            "status": promise.status,
            "fran": period.start.first if period.start else None,
            "till": period.last_date.last if period.last_date else None,
            "tills_vidare": _boolean(period.until_further_notice),
            "ingar_i": promise.agreement.name if promise.agreement else None,
            "foregangare": promise.predecessor,
            "ataganden": len(promise.commitments),
            "uppfoljningar": len(follow_ups(workspace, loaded.id)),
            "diarienummer": promise.registration_no,
            "kalla": source.kind if source else None,
            "kalla_fullstandighet": source.completeness if source else None,
        }


def _codes(promise: Promise) -> Iterator[str]:
    for party in promise.parties:
        if party.municipality_code:
            yield party.municipality_code


def _commitments(workspace: Workspace) -> Iterator[Mapping[str, Any]]:
    for loaded, promise in workspace.of_kind(Promise):
        words = latest_reports(promise, follow_ups(workspace, loaded.id))
        areas = {area.id: area for area in promise.focus_areas}
        names = {party.id: party.name for party in promise.parties}
        for commitment in promise.commitments:
            word = words.get(commitment.id)
            focus = [areas[key] for key in commitment.focus if key in areas]
            yield {
                "id": f"{loaded.id}#{commitment.id}",
                "lofte_id": loaded.id,
                "kommun_id": " ".join(_codes(promise)),
                "atagande": commitment.id,
                "part": "; ".join(names.get(party, party) for party in commitment.parties),
                "gemensamt": _boolean(TOGETHER in commitment.parties or len(commitment.parties) > 1),
                "text": commitment.text,
                "fokusomrade": "; ".join(area.title for area in focus),
                "kategori": " ".join(dict.fromkeys(area.category for area in focus if area.category)),
                **_target(commitment),
                "tid": commitment.schedule,
                "senast": commitment.due.last if commitment.due else None,
                "ansvarig_enhet": commitment.responsible.unit if commitment.responsible else None,
                "ansvarig_funktion": commitment.responsible.function if commitment.responsible else None,
                "fortsatter": " ".join(commitment.continues),
                "status": word.item.status if word else None,
                **_outcome(word.actuals if word else (), word.part if word else None),
                "effekt": word.item.effect if word else None,
                "uppfolt": word.follow_up.date.last if word else None,
            }


def _target(commitment: Commitment) -> dict[str, Any]:
    """The first target in columns of its own; all of them in words."""
    target = commitment.targets[0] if commitment.targets else None
    low, high = _bounds(target) if target else (None, None)
    return {
        "mal": _plain("; ".join(format_target(one).sv for one in commitment.targets)),
        "mal_minst": low,
        "mal_hogst": high,
        "mal_enhet": target.unit if target else None,
        "mal_per": target.per if target else None,
    }


def _bounds(target: Target) -> tuple[float | None, float | None]:
    if target.between:
        return target.between
    if target.exactly is not None:
        return target.exactly, target.exactly
    return target.at_least, target.at_most


def _outcome(actuals: Sequence[Actual], part: Period | None = None) -> dict[str, Any]:
    """The outcome as a number where it is one for all of the period so far, and in words."""
    number = actuals[0].number if len(actuals) == 1 and part is None else None
    return {"utfall": number, "utfall_text": _plain(format_actuals(actuals, part).sv) or None}


def _follow_ups(workspace: Workspace) -> Iterator[Mapping[str, Any]]:
    for loaded, follow_up in workspace.of_kind(FollowUp):
        for item in follow_up.items:
            yield {
                "id": f"{loaded.id}#{item.commitment}",
                "uppfoljning_id": loaded.id,
                "lofte_id": follow_up.promise,
                "atagande": item.commitment,
                "datum": follow_up.date.last,
                **_part(loaded, follow_up),
                "slutlig": _boolean(follow_up.final),
                "status": item.status,
                **_outcome(item.actuals),
                "raknat": counting_of(follow_up, item) if item.actuals else None,
                "effekt": item.effect,
                "kommentar": item.comment,
            }


def _part(_loaded: LoadedDocument, follow_up: FollowUp) -> dict[str, Any]:
    start = follow_up.period.start if follow_up.period else None
    end = follow_up.period.last_date if follow_up.period else None
    return {"avser_fran": start.first if start else None, "avser_till": end.last if end else None}


def _plain(text: str) -> str:
    """With ordinary spaces, as programs look for them."""
    return text.replace("\N{NO-BREAK SPACE}", " ")


def _boolean(value: bool) -> str:
    return "true" if value else "false"


_OUTCOME: Final = (
    Column("status", "Senaste status"),
    Column("utfall", "Utfallet som tal, när det är ett", "number"),
    Column("utfall_text", "Utfallet i ord"),
    Column("effekt", "Gav det resultat?"),
)

TABLES: Final[tuple[Table, ...]] = (
    Table(
        "loften.csv",
        "Ett medborgarlöfte på varje rad",
        (
            Column("id", "Löftets id: sökvägen till dess fil utan ändelse"),
            Column("titel", "Löftets rubrik"),
            Column("kommun_id", "Kommunkod enligt SCB; flera åtskilda av blanksteg", pattern=CODES),
            Column("kommun", "Kommunens namn; flera åtskilda av semikolon"),
            Column("parter", "De som lovar, åtskilda av semikolon"),
            Column("status", "utkast, antaget, ersatt eller upphävt"),
            Column("fran", "Första dagen", "date"),
            Column("till", "Sista dagen", "date"),
            Column("tills_vidare", "Om löftet gäller tills ett nytt tecknas", "boolean"),
            Column("ingar_i", "Id på samverkansöverenskommelsen"),
            Column("foregangare", "Id på löftet före"),
            Column("ataganden", "Antal åtaganden", "integer"),
            Column("uppfoljningar", "Antal uppföljningar", "integer"),
            Column("diarienummer", "Ärendets diarienummer"),
            Column("kalla", "Vad för slags källa texten är hämtad ur"),
            Column("kalla_fullstandighet", "Hur mycket av löftet källan återger"),
        ),
        "id",
        _promises,
    ),
    Table(
        "ataganden.csv",
        "Ett åtagande på varje rad, med senaste besked",
        (
            Column("id", "Löftets id, # och åtagandets id"),
            Column("lofte_id", "Löftets id"),
            Column("kommun_id", "Kommunkod enligt SCB; flera åtskilda av blanksteg", pattern=CODES),
            Column("atagande", "Åtagandets id inom löftet"),
            Column("part", "Den som lovar; flera åtskilda av semikolon"),
            Column("gemensamt", "Om flera lovar tillsammans", "boolean"),
            Column("text", "Åtagandet ordagrant"),
            Column("fokusomrade", "Fokusområdets rubrik; flera åtskilda av semikolon"),
            Column("kategori", "Kategori ur taxonomin; flera åtskilda av blanksteg"),
            Column("mal", "Målen i ord"),
            Column("mal_minst", "Det första målets nedre gräns", "number"),
            Column("mal_hogst", "Det första målets övre gräns", "number"),
            Column("mal_enhet", "Vad som räknas"),
            Column("mal_per", "Hur ofta"),
            Column("tid", "Schema som det står"),
            Column("senast", "Sista dagen", "date"),
            Column("ansvarig_enhet", "Enhet som svarar för åtagandet"),
            Column("ansvarig_funktion", "Funktion som svarar för åtagandet"),
            Column("fortsatter", "Tidigare åtaganden som det bygger vidare på"),
            *_OUTCOME,
            Column("uppfolt", "Dagen för senaste besked", "date"),
        ),
        "id",
        _commitments,
    ),
    Table(
        "uppfoljning.csv",
        "Ett besked om ett åtagande på varje rad",
        (
            Column("id", "Uppföljningens id, # och åtagandets id"),
            Column("uppfoljning_id", "Uppföljningens id"),
            Column("lofte_id", "Löftets id"),
            Column("atagande", "Åtagandets id inom löftet"),
            Column("datum", "När uppföljningen gjordes", "date"),
            Column("avser_fran", "Första dagen som beskedet gäller", "date"),
            Column("avser_till", "Sista dagen som beskedet gäller", "date"),
            Column("slutlig", "Om det är den sista uppföljningen", "boolean"),
            *_OUTCOME,
            Column("kommentar", "Varför"),
        ),
        "id",
        _follow_ups,
    ),
)


def write_csv(table: Table, workspace: Workspace) -> str:
    """Comma, CRLF, a point in decimals and dates as 2024-12-31 (RFC 4180)."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow([column.name for column in table.columns])
    cells = itemgetter(*(column.name for column in table.columns))
    writer.writerows(map(cells, table.rows(workspace)))
    return written.getvalue()
