"""Which place a document is about: its municipalities by name, else its other parties."""

from collections.abc import Iterable

from medborgarlofte.model.municipalities import by_name, municipalities
from medborgarlofte.model.record import Document, Party
from medborgarlofte.swedish import slug


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


def origin(document: Document) -> str:
    """Where a document comes from, as part of ids that must differ between sites: ”1082”, ”1480-centrum”.

    Made from what does not change while a document lives: the codes of its municipalities, else names of parties, and
    its area. Empty for a document without parties.
    """
    parties = list(document.parties)
    listed = [party for party in parties if party.kind in ("kommun", "stadsdel")] or parties
    area = getattr(document, "area", None)
    names = sorted({_code_or_slug(party) for party in listed})
    return "-".join(filter(None, [*names, slug(area.name) if area and area.name else ""]))


def _code_or_slug(party: Party) -> str:
    known = municipalities().get(party.municipality_code or "") or by_name(party.name)
    return known.code if known and party.kind == "kommun" else slug(party.name)
