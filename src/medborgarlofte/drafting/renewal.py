"""Draft of the next promise from the current one.

Commitments are kept word for word and dates are moved; the rest is left to decide again.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from medborgarlofte.errors import LofteError
from medborgarlofte.follow_up.form import format_report
from medborgarlofte.follow_up.reports import FollowUps, Report, latest_reports
from medborgarlofte.i18n import Language, Text
from medborgarlofte.model.promise import Promise
from medborgarlofte.source.writing import write
from medborgarlofte.swedish import PartialDate, Precision, add_months, parse_date

TO_REWRITE: Final = (
    "inledning", "lägesbild", "underlag", "undertecknat", "beslut", "diarienummer", "publicerat", "källa", "undantag",
    "anmärkningar", "nämner_kommuner", "synpunkter",
)  # fmt: skip
"""Keys that are true of one promise only."""

KEPT_BACK: Final = ("ej påbörjat", "pågår", "delvis genomfört", "ej genomfört", "utgått", "går ej att bedöma")
"""Statuses after which a commitment asks for a decision: again, otherwise or no more."""


class Term(NamedTuple):
    """Period of the new promise."""

    start: PartialDate
    end: PartialDate | None


def next_term(promise: Promise, first_day: PartialDate | None = None) -> Term:
    """Period after this one, of the same length.

    Starts on a given day if any; without an end there is none of the new one either. Raises LofteError when
    neither end nor day is known.
    """
    start, end = promise.period.start, promise.period.last_date
    if first_day is not None:
        if start is None or end is None:
            return Term(first_day, None)
        last = first_day.first + (end.last - start.first)
        months = (first_day.year - start.year) * 12 + first_day.first.month - start.first.month
        same_day = first_day.first.day == start.first.day
        return Term(first_day, PartialDate.of(add_months(end.last, months) if same_day else last))
    if start is None or end is None:
        raise LofteError(
            Text(
                "Det förra löftet har inget slut att räkna från.",
                "The previous promise has no end date to count from.",
            ),
            Text(
                "Ange perioden: --start 2025-01-01 --end 2025-12-31",
                "Give the period: --start 2025-01-01 --end 2025-12-31",
            ),
        )
    if start.precision == end.precision == "year":
        years = end.year - start.year + 1
        return Term(PartialDate(start.year + years), PartialDate(end.year + years))
    first = end.last + dt.timedelta(days=1)
    months = (first.year - start.first.year) * 12 + first.month - start.first.month
    last = add_months(end.last, months) if first.day == start.first.day else first + (end.last - start.first)
    precision: Precision = "day" if "day" in (start.precision, end.precision) else "month"
    return Term(PartialDate.of(first, precision), PartialDate.of(last, precision))


def renewed(
    document_id: str,
    value: Mapping[str, Any],
    promise: Promise,
    history: FollowUps,
    term: Term,
    *,
    lang: Language,
    schema: str = "",
) -> str:
    """Text of the new draft, which continues each commitment.

    `value` is the old file's content by key. No wording is changed; comments list what to decide and point
    out texts that name the old year.
    """
    made = _value(document_id, value, promise, term)
    lines = [f"# yaml-language-server: $schema={schema}"] if schema else []
    lines += [f"# {line}".rstrip() for line in _instructions(value, made, promise, lang)]
    reports = latest_reports(promise, history)
    pending = [str(row.get("id", "")) for row in made.get("åtaganden", []) if isinstance(row, dict)]
    among = False
    for line in write(made).splitlines():
        among = line == "åtaganden:" or (among and line.startswith(" "))
        if among and pending and re.match(r"  - \{?id: ", line):
            lines += _remarks(pending.pop(0), promise, reports, lang)
        lines.append(line)
    return "\n".join(lines) + "\n"


def _value(document_id: str, value: Mapping[str, Any], promise: Promise, term: Term) -> dict[str, Any]:
    months = months_between(promise, term.start)
    made = {key: part for key, part in value.items() if key not in TO_REWRITE and part is not None}
    years = {str(day.year): str(day.year + months // 12) for day in _years(promise)}
    made["titel"] = re.sub(r"\b\d{4}\b", lambda found: years.get(found[0], found[0]), str(value["titel"]))
    made["status"] = "utkast"
    made["period"] = {"från": str(term.start)} | (
        {"till": str(term.end)} if term.end else {"tills_vidare": "ja"}
    )
    made["föregångare"] = document_id
    made["åtaganden"] = [
        continued(document_id, row, months)
        for row in _listed(value.get("åtaganden"))
        if isinstance(row, dict)
    ]
    plan = made.get("uppföljningsplan")
    if isinstance(plan, dict) and promise.follow_up_plan and promise.follow_up_plan.next_due:
        made["uppföljningsplan"] = plan | {"nästa": _moved(promise.follow_up_plan.next_due, months)}
    if "återkoppling" in made:
        made["återkoppling"] = [
            {key: part for key, part in row.items() if key not in ("länk", "text")}
            for row in _listed(made["återkoppling"])
            if isinstance(row, dict) and row.get("kanal")
        ]
    order = [*(key for key in value if key in made), *(key for key in made if key not in value)]
    if "föregångare" not in value:
        order.remove("föregångare")
        order.insert(order.index("parter") + 1, "föregångare")
    return {key: made[key] for key in order}


def continued(document_id: str, row: Mapping[str, Any], months: int) -> dict[str, Any]:
    """Commitment that continues one of an earlier promise; its last day is moved."""
    made = {key: part for key, part in row.items() if key != "fortsätter" and part is not None}
    if "senast" in made:
        try:
            made["senast"] = _moved(parse_date(str(made["senast"])), months)
        except ValueError:
            del made["senast"]
    made["fortsätter"] = [f"{document_id}#{row.get('id', '')}"]
    return made


def _moved(day: PartialDate, months: int) -> str:
    """Date moved by months, with equal precision."""
    if day.precision == "year":
        return str(PartialDate(day.year + months // 12))
    return str(PartialDate.of(add_months(day.first, months), day.precision))


def months_between(promise: Promise, first: PartialDate) -> int:
    """Months from the start of a promise to that of the next."""
    start = promise.period.start
    if start is None:
        return 12
    return (first.year - start.year) * 12 + first.first.month - start.first.month


def _years(promise: Promise) -> Iterator[PartialDate]:
    for day in (promise.period.start, promise.period.last_date):
        if day:
            yield day


def _listed(part: Any) -> list[Any]:
    return part if isinstance(part, list) else [] if part is None else [part]


# ---------------------------------------------------------------- comments


_MOVED: Final = ("titel", "period", "föregångare", "åtaganden", "uppföljningsplan")
"""Keys whose years were moved, or are spoken of where they stand."""


def _instructions(
    value: Mapping[str, Any], made: Mapping[str, Any], promise: Promise, lang: Language
) -> Iterator[str]:
    gone = [key for key in TO_REWRITE if value.get(key) is not None]
    gone += ["återkoppling (text, länk)"] if value.get("återkoppling") is not None else []
    title = " ".join(promise.title.split())  # a comment is one line
    yield Text(f"Utkast efter {title}.", f"Draft after {title}.")[lang]
    yield Text(
        "Åtagandena är desamma, ord för ord. Ändra, stryk och lägg till. ”fortsätter” gör att lofte diff kan följa dem.",
        "The commitments are the same, word for word. Change, strike out and add. “fortsätter” lets lofte diff follow them.",
    )[lang]
    if gone:
        yield Text(
            f"Bestäm och skriv på nytt: {', '.join(gone)}.", f"Decide and write again: {', '.join(gone)}."
        )[lang]
    years = sorted({str(day.year) for day in _years(promise)})
    dated = [
        key
        for key, part in made.items()
        if key not in _MOVED and re.search(rf"\b(?:{'|'.join(years)})\b", str(part))
    ]
    if years and dated:
        named = ", ".join(dated)
        which = Text(" och ".join(years), " and ".join(years))
        yield Text(
            f"Läs igenom, där nämns {which.sv}: {named}.",
            f"Read through, {which.en} is named there: {named}.",
        )[lang]
    yield Text(
        "Kontrollera: lofte validate. Före undertecknandet: lofte validate --profile publicering",
        "Check: lofte validate. Before signing: lofte validate --profile publicering",
    )[lang]


def _remarks(
    commitment: str, promise: Promise, reports: Mapping[str, Report], lang: Language
) -> Iterator[str]:
    report = reports.get(commitment)
    if report and report.item.status in KEPT_BACK:
        report_text = " ".join(format_report(report, lang).split())
        why = f" {' '.join(report.item.comment.split())}" if report.item.comment else ""
        yield f"  # {Text('Förra gången', 'Last time')[lang]}: {report_text}.{why}"
    known_years = {str(day.year) for day in _years(promise)}
    for field, written in _dated_fields(commitment, promise):
        if named := sorted(known_years & set(re.findall(r"\b\d{4}\b", written))):
            years = ", ".join(named)
            yield f"  # {Text(f'{field.sv} nämner {years}.', f'{field.en} names {years}.')[lang]}"


def _dated_fields(commitment: str, promise: Promise) -> Iterator[tuple[Text, str]]:
    """Fields copied unchanged that may name a year."""
    for each in promise.commitments:
        if each.id == commitment:
            yield Text("Texten", "The text"), each.text
            yield Text("”tid”", "“tid”"), each.schedule or ""
            return
