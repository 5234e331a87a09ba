"""What earlier documents propose for a new one."""

from collections.abc import Iterable, Mapping
from typing import Any, Final, NamedTuple

from medborgarlofte.drafting.renewal import continued, months_between
from medborgarlofte.follow_up.reports import follow_ups, latest_reports
from medborgarlofte.i18n import Language, Text
from medborgarlofte.language.phrases import format_actuals, format_target
from medborgarlofte.load import LoadedDocument, Workspace
from medborgarlofte.model.promise import Promise
from medborgarlofte.model.taxonomy import categories
from medborgarlofte.swedish import PartialDate

KEPT: Final = (
    "id", "part", "leds_av", "medverkande", "fokus", "text", "mål", "tid", "senast", "ansvarig", "plats", "målgrupp"
)  # fmt: skip
"""Keys of a commitment that hold in another promise; the others refer to things of its own."""


class Proposal(NamedTuple):
    """Commitment of the earlier promise, with what came of it."""

    row: Mapping[str, Any]
    outcome: Text


def party_names(workspace: Workspace, kind: str) -> list[str]:
    """Names of parties of a type: that of lofte.toml, then those of the newest promise first."""
    usual = {"kommun": workspace.config.new.municipality, "polis": workspace.config.new.police}.get(kind)
    promises = [promise for _, promise in workspace.of_kind(Promise)]
    promises.sort(key=lambda promise: str(promise.period.start or ""), reverse=True)
    named = (party.name for promise in promises for party in promise.parties if party.kind == kind)
    return _distinct(name for name in (usual, *named) if name)


def responsible_of(workspace: Workspace, rows: Iterable[Mapping[str, Any]]) -> list[str]:
    """Responsible functions that are named, ”enhetschef, Kultur och fritid”, the newest first."""
    own = [row.get("ansvarig") or {} for row in rows]
    pairs = [(str(one.get("funktion") or ""), str(one.get("enhet") or "")) for one in reversed(own)]
    pairs += [
        (commitment.responsible.function or "", commitment.responsible.unit or "")
        for _, promise in workspace.of_kind(Promise)
        for commitment in promise.commitments
        if commitment.responsible
    ]
    return _distinct(", ".join(filter(None, pair)) for pair in pairs)


def focus_choices(predecessor: LoadedDocument | None, lang: Language) -> list[dict[str, Any]]:
    """Focus areas to choose from: the earlier promise's, then the taxonomy's."""
    document = predecessor.document if predecessor else None
    earlier = [
        {"id": area.id, "rubrik": area.title} | ({"kategori": area.category} if area.category else {})
        for area in (document.focus_areas if isinstance(document, Promise) else ())
    ]
    taken = {area.get("kategori") for area in earlier}
    return earlier + [
        {"id": slug, "rubrik": category.label.sv, "kategori": slug, "visas": category.label[lang]}
        for slug, category in categories().items()
        if slug not in taken
    ]


def commitment_proposals(
    workspace: Workspace, predecessor: LoadedDocument | None, first: PartialDate
) -> list[Proposal]:
    """Commitments of the earlier promise, their dates moved to a period that starts then."""
    if predecessor is None or not isinstance(predecessor.document, Promise):
        return []
    promise = predecessor.document
    reports = latest_reports(promise, follow_ups(workspace, predecessor.id, drafts=False))
    rows = predecessor.value.get("åtaganden") or []
    made = []
    for commitment, row in zip(promise.commitments, rows if isinstance(rows, list) else [rows], strict=True):
        report = reports.get(commitment.id)
        outcome = Text("", "")
        if report is not None:
            target = format_target(commitment.targets[0]) if commitment.targets else Text("", "")
            outcome = _outcome(
                str(report.item.status or ""), format_actuals(report.actuals, report.part), target
            )
        kept = continued(predecessor.id, row, months_between(promise, first))
        made.append(Proposal({key: kept[key] for key in (*KEPT, "fortsätter") if key in kept}, outcome))
    return made


def _outcome(status: str, actual: Text, target: Text) -> Text:
    """”Förra gången: genomfört, 112 av minst 100 kvällar”."""
    of = [
        f"{given} {word} {asked}" if given and asked else given
        for given, word, asked in ((actual.sv, "av", target.sv), (actual.en, "of", target.en))
    ]
    sv, en = (", ".join(filter(None, (status, words))) for words in of)
    return Text(f"Förra gången: {sv}", f"Last time: {en}")


def _distinct(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(filter(None, words)))
