"""Suppression of consequential findings."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Final

from medborgarlofte.load import LoadedDocument, Workspace
from medborgarlofte.model.follow_up import FollowUp
from medborgarlofte.model.references import ACROSS, values_of
from medborgarlofte.model.validation import is_below
from medborgarlofte.source.finding import Finding

RELIES_ON: Final[Mapping[str, tuple[str, ...]]] = {
    "S03": (
        "fokusområden/id", "åtaganden/fokus", "åtaganden/mål_för", "effektmål/id", "effektmål/fokus", "åtaganden",
    ),
    "A03": ("parter", "åtaganden"),
    "A04": ("parter", "undertecknat"),
    "A05": ("åtaganden/part",),
    "R02": ("ingår_i",),
    "R05": ("parter", "område", "nämner_kommuner"),
    "R06": ("period", "parter", "föregångare"),
    "R08": ("föregångare", "åtaganden/fortsätter"),
    "R04": ("period", "underlag"),
    "T02": ("period",),
    "T03": ("period", "ingår_i"),
    "T04": ("period/från", "undertecknat", "beslut"),
    "T06": ("period",),
    "T07": ("period",),
    "T08": ("period",),
    "M03": ("föregångare", "åtaganden/fortsätter", "åtaganden/id"),
    "M04": (
        "effektmål/fokus", "effektmål/indikator", "effektmål/utgångsvärde", "effektmål/målvärde", "fokusområden/id",
    ),
    "U01": ("period",),
    "U03": ("period", "uppföljningsplan"),
    "U04": ("löfte", "avser", "poster/åtagande", "poster/*"),
    "U05": ("löfte", "avser", "datum", "poster/åtagande"),
    "U07": ("löfte", "avser", "datum", "slutlig", "räknat", "poster/åtagande"),
    "U08": ("löfte", "datum", "poster/åtagande"),
    "U09": ("löfte", "poster/åtagande"),
    "U11": ("löfte", "poster/åtagande"),
    "U12": ("löfte", "poster/åtagande"),
    "W01": ("period", "parter", "publicerat"),
}  # fmt: skip
"""What a rule compares or counts, “*” for which items a list has; where that cannot be read, what it finds follows from the error."""

OF_ITEM: Final[Mapping[str, tuple[str, ...]]] = {
    "A01": ("leds_av",), "A02": ("ansvarig",), "M01": ("mål", "tid", "senast", "mål_saknas"), "M03": ("mål",),
    "M06": ("förbehåll",), "M08": ("mål", "målvärde", "utgångsvärde"),
}  # fmt: skip
"""What a rule compares in each item; of an item where that cannot be read it finds nothing."""

COMPARES: Final = frozenset(
    ["M03", "R02", "R06", "R08", "T03", "U03", "U04", "U05", "U06", "U07", "U08", "U09", "U11", "U12"]
)
"""Rules that look at other documents too."""

SAME_CAUSE: Final[Mapping[str, str]] = {"S01": "U01", "T04": "S01"}
"""A rule, and the one whose finding at the same place already says it."""

SAME_ITEM: Final[Mapping[str, str]] = {"K04": "A05", "U09": "U12"}
"""The same for findings in one item of a list."""


OF_WHOLE: Final[Mapping[str, tuple[str, ...]]] = {"T07": ("T04", "T08"), "S04": ("U03",)}
"""Rules with a finding on the title, a period of another year or a copied file, and those that then repeat it."""

_REPEATING: Final = frozenset(
    [*SAME_CAUSE, *SAME_ITEM, *(code for codes in OF_WHOLE.values() for code in codes)]
)


def unreliable_rules(loaded: LoadedDocument, workspace: Workspace) -> frozenset[str]:
    """Rules that unreadable parts make unreliable."""
    found = {"U03"} if loaded.id.rpartition("/")[0] in _folders_with_wrong_follow_ups(workspace) else set()
    if not loaded.unread and len(workspace.readable) == len(workspace.valid):
        return frozenset(found)
    paths = {"/".join(step for step in route if isinstance(step, str)) for route in loaded.unread}
    paths |= {f"{route[0]}/*" for route in loaded.unread if len(route) == 2}  # a whole item of a list
    whole = tuple(f"{'/'.join(map(str, route))}/" for route in loaded.unread if route)  # with its items
    found |= {
        code
        for code, keys in RELIES_ON.items()
        if any(path == key or path.startswith(f"{key}/") for key in keys for path in paths)
        or any(key.startswith(whole) for key in keys)
    }
    return frozenset(found | COMPARES if _neighbours_are_partial(loaded, workspace) else found)


@lru_cache(maxsize=1)
def _folders_with_wrong_follow_ups(workspace: Workspace) -> frozenset[str]:
    """Folders with a follow-up that has errors, or what may be one: it may be of another promise than it names."""
    wrong = {
        name
        for name, one in workspace.readable.items()
        if name not in workspace.documents and one.document.KIND == FollowUp.KIND
    }
    return frozenset(name.rpartition("/")[0] for name in wrong | workspace.unreadable)


def _neighbours_are_partial(loaded: LoadedDocument, workspace: Workspace) -> bool:
    """True if a connected document, or another follow-up of the same promise, is unreadable in part."""
    references = _references(loaded) - {loaded.id}
    beside = isinstance(loaded.document, FollowUp) and any(
        workspace.readable[name].document.KIND == FollowUp.KIND
        for reference in references
        for name in _partial_by_reference(workspace).get(reference, ())
        if name != loaded.id
    )
    return (
        beside
        or loaded.id in _partial_by_reference(workspace)
        or any(name in workspace.readable and name not in workspace.valid for name in references)
    )


@lru_cache(maxsize=1)
def _partial_by_reference(workspace: Workspace) -> Mapping[str, Sequence[str]]:
    """Ids of documents that are unreadable in part, by what they refer to."""
    found: dict[str, list[str]] = {}
    for name, other in workspace.readable.items():
        for reference in _references(other) - {other.id} if name not in workspace.valid else ():
            found.setdefault(reference, []).append(name)
    return found


def _references(loaded: LoadedDocument) -> frozenset[str]:
    """Ids of referenced documents."""
    return frozenset(
        written.strip().partition("#")[0]
        for across in ACROSS.get(loaded.document.KIND, ())
        if not across.via and isinstance(loaded.value, dict)
        for _, written in values_of(loaded.value, across.field)
    )


def independent(findings: Iterable[Finding], loaded: LoadedDocument) -> list[Finding]:
    """Findings neither on values with errors nor, of rules on reports, in items with errors."""
    items = {route[:2] for route in loaded.unread if route[:1] == ("poster",)}
    parts = {(*route[:2], route[2]) for route in loaded.unread if len(route) > 2}
    return [
        finding
        for finding in findings
        if not is_below(finding.place, loaded.unread, loaded.value)
        and not (finding.notice.code.startswith("U") and finding.place[:2] in items)
        and not any((*finding.place[:2], key) in parts for key in OF_ITEM.get(finding.notice.code, ()))
    ]


def one_per_cause(candidates: Sequence[Finding]) -> list[Finding]:
    """Findings without repetitions at one place."""
    if _REPEATING.isdisjoint(finding.notice.code for finding in candidates):
        return list(candidates)
    places = {(finding.notice.code, finding.place) for finding in candidates}
    items = {(finding.notice.code, finding.place[:2]) for finding in candidates}
    of_whole = {code for whole, codes in OF_WHOLE.items() if (whole, ("titel",)) in places for code in codes}
    return [
        finding
        for finding in candidates
        if (SAME_CAUSE.get(finding.notice.code), finding.place) not in places
        and (SAME_ITEM.get(finding.notice.code), finding.place[:2]) not in items
        and not (finding.notice.code in of_whole and len(finding.place) > 1)
    ]
