"""Commitments under the names of those who promise."""

from collections.abc import Iterator
from typing import NamedTuple

from medborgarlofte.i18n import Text
from medborgarlofte.model.agreement import Agreement
from medborgarlofte.model.promise import Commitment, Promise
from medborgarlofte.model.record import TOGETHER, Party


class Promised(NamedTuple):
    """The commitments under one heading."""

    names: list[str]
    """The parties that promise; empty when the verb says it all."""
    verb: Text
    commitments: list[Commitment]


def by_party(document: Promise | Agreement) -> Iterator[Promised]:
    """The commitments of each party in its order, then the joint ones, then those without a party."""
    parties = {party.id: party for party in document.parties}
    groups: dict[tuple[str, ...], list[Commitment]] = {(party.id,): [] for party in document.parties}
    for commitment in document.commitments:
        groups.setdefault(commitment.parties, []).append(commitment)
    joint = [key for key in groups if len(key) > 1 or TOGETHER in key]
    order = [*((party.id,) for party in document.parties), *joint, ()]
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
