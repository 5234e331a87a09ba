"""Which place a document is about: its municipalities by name, else its other parties."""

from collections.abc import Iterable

from medborgarlofte.model.municipalities import by_name, municipalities
from medborgarlofte.model.record import Document, Party


def places(document: Document) -> list[str]:
    """The places of a document that has parties."""
    return places_of(document.parties)


def places_of(parties: Iterable[Party]) -> list[str]:
    """The municipalities among the parties by name; where there is none, the other parties."""
    listed = list(parties)
    return [place_name(party) for party in listed if party.kind in ("kommun", "stadsdel")] or [
        party.name for party in listed
    ]


def place_name(party: Party) -> str:
    """”Karlshamn” for Karlshamns kommun; a name that is no municipality's stands as it is."""
    known = municipalities().get(party.municipality_code or "") or by_name(party.name)
    return known.name if known and party.kind == "kommun" else party.name
