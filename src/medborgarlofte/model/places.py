"""Places that a document is about."""

from medborgarlofte.model.municipalities import Municipality, by_name, municipalities
from medborgarlofte.model.record import Document, Party
from medborgarlofte.swedish import slug


def places(document: Document) -> list[str]:
    """Places of a document with parties."""
    return [place_name(party) for party in located(document)]


def located(document: Document) -> list[Party]:
    """Municipalities among the parties; without any, that of the area, else the parties."""
    parties, area = list(document.parties), getattr(document, "area", None)
    own = [party for party in parties if party.kind in ("kommun", "stadsdel")]
    if own or not parties or area is None:
        return own or parties
    known = municipalities().get(area.municipality_code or "")
    name: str | None = area.municipality or (known.name if known else None)
    if name is None:
        return parties
    return [Party.model_construct(id="", kind="kommun", name=name, municipality_code=area.municipality_code)]


def municipality_of(party: Party) -> Municipality | None:
    """Municipality of a party's code or name."""
    return municipalities().get(party.municipality_code or "") or by_name(party.name)


def place_name(party: Party) -> str:
    """”Karlshamn” for Karlshamns kommun; other names unchanged."""
    known = municipality_of(party)
    return known.name if known and party.kind == "kommun" else party.name


def called(place: str) -> str:
    """”Exempelby” for ”Exempelby kommun”; a name in the genitive is left as it is."""
    name = place.removesuffix(" kommun")
    return place if name.endswith("s") else name


def origin(document: Document) -> str:
    """Origin of a document for globally unique ids.

    ”1082”, ”1480-centrum”: municipality codes, else party names, and the area; none of them changes while a
    document lives. Empty without parties.
    """
    parties = list(document.parties)
    listed = [party for party in parties if party.kind in ("kommun", "stadsdel")] or parties
    area = getattr(document, "area", None)
    names = sorted({_code_or_slug(party) for party in listed})
    return "-".join(filter(None, [*names, slug(area.name) if area and area.name else ""]))


def _code_or_slug(party: Party) -> str:
    known = municipality_of(party)
    return known.code if known and party.kind == "kommun" else slug(party.name)
