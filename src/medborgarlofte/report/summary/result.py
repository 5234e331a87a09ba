"""Figures of promises and their words."""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from medborgarlofte.i18n import Language, Text
from medborgarlofte.language.phrases import format_commitments, format_outcome
from medborgarlofte.model.lifecycle import STAGE_LABELS
from medborgarlofte.model.statuses import NOT_REPORTED, STANDING_LABELS
from medborgarlofte.stats import PromiseFigures, Row, counted
from medborgarlofte.swedish import format_number


class Summary(NamedTuple):
    """Promises, and rows with `--by`."""

    promises: Sequence[PromiseFigures]
    by: str = ""
    rows: Sequence[Row] = ()


class StatusGroup(NamedTuple):
    """Statuses that share a column when narrow."""

    heading: Text
    statuses: tuple[str, ...]


STATUS_GROUPS: Final[Mapping[str, StatusGroup]] = {
    "done": StatusGroup(Text("Gjort", "Done"), ("genomfört",)),
    "partly": StatusGroup(Text("Delvis", "Partly"), ("delvis genomfört",)),
    "ongoing": StatusGroup(Text("Pågår", "Ongoing"), ("pågår",)),
    "not": StatusGroup(Text("Inte", "Not"), ("ej påbörjat", "ej genomfört", "utgått")),
    "unknown": StatusGroup(Text("Okänt", "Unknown"), ("går ej att bedöma", NOT_REPORTED)),
}

PROMISES: Final = Text("löften", "promises")
MEASURABLE: Final = Text("mätbara", "measurable")


def grouped(statuses: Mapping[str, int]) -> dict[str, int]:
    """Commitments by status group, zeros included."""
    return {
        key: sum(statuses.get(status, 0) for status in group.statuses) for key, group in STATUS_GROUPS.items()
    }


def legend(lang: Language) -> str:
    """Content of status groups."""
    sentences = []
    for group in STATUS_GROUPS.values():
        *first, last = (STANDING_LABELS[status][lang].lower() for status in group.statuses)
        if first:
            either = ", ".join(first)
            alternatives = Text(f"{either} eller {last}", f"{either} or {last}")[lang]
            sentences.append(f"{group.heading[lang]}: {alternatives}.")
    return " ".join(sentences)


def share(part: int, whole: int, lang: Language) -> str:
    """”8 av 9”."""
    return Text(f"{part} av {whole}", f"{part} of {whole}")[lang]


def stage(one: PromiseFigures, lang: Language) -> str:
    """”gäller”, ”avslutat”."""
    return STAGE_LABELS[one.stage][lang].lower()


def days_left(one: PromiseFigures, lang: Language) -> str:
    """”233 dagar kvar”, else empty.

    Only for a promise in force with an end.
    """
    if one.days_left is None or one.stage != "gäller":
        return ""
    days, single = format_number(one.days_left, lang), one.days_left == 1
    return Text(f"{days} {'dag' if single else 'dagar'} kvar", f"{days} {'day' if single else 'days'} left")[
        lang
    ]


def closing(summary: Summary, lang: Language) -> str:
    """Number of promises, commitments and follow-ups."""
    units = [unit for one in summary.promises for unit in one.units]
    count, commitments = len(summary.promises), format_commitments(len(units))
    total = Text(
        f"{count} {'löfte' if count == 1 else 'löften'}, {commitments.sv}.",
        f"{count} {'promise' if count == 1 else 'promises'}, {commitments.en}.",
    )[lang]
    outcome = [format_outcome(counted(units))[lang]] if units else []
    return " ".join([total, *outcome, *draft_notice(summary.promises, lang)])


def draft_notice(promises: Sequence[PromiseFigures], lang: Language) -> list[str]:
    """That drafts are counted, where they are."""
    drafts = [one.promise.is_draft for one in promises if one.with_drafts]
    if not drafts:
        return []
    if len(promises) > 1:
        one, many = f"Ett av {len(promises)} löften", f"{len(drafts)} av {len(promises)} löften"
        return [
            Text(
                f"{one if len(drafts) == 1 else many} är utkast eller följs upp i utkast.",
                f"{len(drafts)} of {len(promises)} promises {'is a draft' if len(drafts) == 1 else 'are drafts'} "
                "or followed up in drafts.",
            )[lang]
        ]
    if drafts[0]:
        return [
            Text("Löftet är ett utkast och inte beslutat.", "The promise is a draft and not adopted.")[lang]
        ]
    return [Text("Uppföljningen är ett utkast.", "The follow-up is a draft.")[lang]]
