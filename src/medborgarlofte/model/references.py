"""References within and between documents."""

from functools import cache
from typing import Any, Final, NamedTuple

from medborgarlofte.model.declaration import Declared, declared
from medborgarlofte.model.record import Document
from medborgarlofte.source.positions import Route


class Inside(NamedTuple):
    """Field that references list items in its document."""

    field: tuple[str, ...]
    target: str
    words: tuple[str, ...] = ()
    """Words that may stand instead of an id."""


class Across(NamedTuple):
    """Field that references another document or its items."""

    field: tuple[str, ...]
    kinds: tuple[str, ...]
    """The kinds it may name; empty when any will do."""
    item: str | None = None
    """List of the item after #, for a reference to an item."""
    via: str | None = None
    """The key that names the document, when the field holds only the item's id."""
    or_words: bool = False
    """Whether the field may hold plain words instead; only what has the form of a reference is looked up."""


@cache
def references_inside(kind: type[Document]) -> tuple[Inside, ...]:
    """Declared references within a kind."""
    lists = {field.alias for field in declared(kind).values()}
    return tuple(
        Inside((field.alias, inner.alias), target, inner.options.get("names_or", ()))
        for field in declared(kind).values()
        if field.record
        for inner in declared(field.record).values()
        if inner.value_type == "id" and (target := _list_named(kind, inner)) in lists
    )


def _list_named(kind: type[Document], field: Declared) -> str:
    """The list of a kind that a field names items of; empty for a field that names none."""
    names = field.options.get("names", "")
    return kind.LISTS.get(names, names)


ACROSS: Final[dict[str, tuple[Across, ...]]] = {
    "medborgarlöfte": (
        Across(("ingår_i",), ("samverkansöverenskommelse",)),
        Across(("föregångare",), ("medborgarlöfte",)),
        Across(("underlag", "dokument"), ()),
        Across(("åtaganden", "fortsätter"), ("medborgarlöfte",), item="åtaganden"),
        Across(("effektmål", "indikator"), ("trygghetsmätning",), item="resultat", or_words=True),
    ),
    "samverkansöverenskommelse": (
        Across(
            ("åtaganden", "fortsätter"), ("samverkansöverenskommelse", "medborgarlöfte"), item="åtaganden"
        ),
    ),
    "uppföljning": (
        Across(("löfte",), ("medborgarlöfte",)),
        Across(("poster", "åtagande"), ("medborgarlöfte",), item="åtaganden", via="löfte"),
        Across(("poster", "rapporterat_av"), ("medborgarlöfte",), item="parter", via="löfte"),
        Across(("indikatorer", "indikator"), ("medborgarlöfte",), item="effektmål", via="löfte"),
    ),
    "lägesbild": (Across(("ersätter",), ("lägesbild",)), Across(("underlag", "dokument"), ())),
    "åtgärdsplan": (Across(("lägesbild",), ("lägesbild",)),),
}


def values_of(value: Any, field: tuple[str, ...], route: Route = ()) -> list[tuple[Route, str]]:
    """Texts of a field with routes, lists included."""
    if isinstance(value, str):
        return [] if field else [(route, value)]
    if isinstance(value, dict):
        below = value.get(field[0]) if field else None
        return [] if below is None else values_of(below, field[1:], (*route, field[0]))
    items = enumerate(value if isinstance(value, list) else ())
    return [found for index, item in items for found in values_of(item, field, (*route, index))]


def is_reference(written: str) -> bool:
    """True for the form karlshamn/trygghetsmatning-2023#trygga-ute."""
    return "#" in written.strip("#") and not any(character.isspace() for character in written.strip())


def ids_of(value: dict[str, Any], target: str) -> list[str]:
    """Ids in a list of a document."""
    return [written.strip() for _, written in values_of(value, (target, "id"))]
