"""The page of a promise: what is promised, is it kept, who answers, how to take part."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from medborgarlofte.follow_up.history import follow_ups, latest_words
from medborgarlofte.load import Loaded
from medborgarlofte.model.follow_up import STATUS_LABELS
from medborgarlofte.model.promise import Commitment, FocusArea, Promise
from medborgarlofte.model.record import TOGETHER, Party
from medborgarlofte.site.page import Page, Site, comparison_address
from medborgarlofte.text import Text
from medborgarlofte.wording.phrases import write_actual


class Promised(NamedTuple):
    """The commitments under one heading."""

    names: list[str]
    """The parties that promise; empty when the verb says it all."""
    verb: Text
    commitments: list[Commitment]


def pages(site: Site) -> Iterator[Page]:
    """One page for each promise."""
    for loaded, promise in site.workspace.of_kind(Promise):
        yield _page(site, loaded, promise)


def _page(site: Site, loaded: Loaded, promise: Promise) -> Page:
    found = follow_ups(site.workspace, loaded.id)
    words = latest_words(found)
    tally: Counter[str] = Counter(word.item.status for word in words.values() if word.item.status)
    return Page(
        address=site.link(loaded.id).removesuffix(".html"),
        template="promise",
        title=promise.title,
        data={
            "promise": promise,
            "party_names": {party.id: party.name for party in promise.parties},
            "by_party": list(by_party(promise)),
            "by_focus": list(by_focus(promise)),
            "loose": [c for c in promise.commitments if not c.focus] if promise.focus_areas else [],
            "focus_titles": {area.id: area.title for area in promise.focus_areas},
            "agreement": _linked(site, promise.part_of),
            "predecessor": _linked(site, promise.predecessor),
            "comparison": _comparison(site, loaded.id),
            "follow_ups": [(site.link(source.id), document) for source, document in found],
            "words": words,
            "actuals": {key: write_actual(w.item.actual) for key, w in words.items() if w.item.actual},
            "tally": [(label, tally[status]) for status, label in STATUS_LABELS.items() if tally[status]],
            "status_labels": STATUS_LABELS,
            "contacts": [c for c in promise.contacts if c.public and not c.press_only],
        },
    )


def by_party(promise: Promise) -> Iterator[Promised]:
    """The commitments of each party in its order, then the joint ones, then those without a party."""
    parties = {party.id: party for party in promise.parties}
    groups: dict[tuple[str, ...], list[Commitment]] = {(party.id,): [] for party in promise.parties}
    for commitment in promise.commitments:
        groups.setdefault(commitment.parties, []).append(commitment)
    joint = [key for key in groups if len(key) > 1 or TOGETHER in key]
    order = [*((party.id,) for party in promise.parties), *joint, ()]
    for key in order:
        if groups.get(key):
            yield Promised(*_heading(key, parties), groups[key])


def _heading(key: tuple[str, ...], parties: dict[str, Party]) -> tuple[list[str], Text]:
    if not key:
        return [], Text("Åtaganden utan angiven part", "Commitments without a stated party")
    if TOGETHER in key:
        return [], Text("Tillsammans lovar vi", "Together we promise")
    names = [parties[party].name for party in key]
    return names, Text("lovar", "promise" if len(names) > 1 else "promises")


def by_focus(promise: Promise) -> Iterator[tuple[FocusArea, list[Commitment]]]:
    """Each focus area with the commitments that belong to it."""
    for area in promise.focus_areas:
        yield area, [c for c in promise.commitments if area.id in c.focus]


def _comparison(site: Site, promise_id: str) -> str | None:
    """The address of the comparison with the promise before, when there is one."""
    if promise_id not in site.compared:
        return None
    return f"{comparison_address(promise_id)}.html"


def _linked(site: Site, document_id: str | None) -> tuple[str, str] | None:
    """The title and address of another document."""
    loaded = site.workspace.documents.get(document_id or "")
    title = getattr(loaded.document, "title", None) if loaded else None
    return (title or loaded.id, site.link(loaded.id)) if loaded else None
