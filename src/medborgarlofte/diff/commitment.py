"""Comparison of two versions of a commitment."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from medborgarlofte.diff.binding import (
    Side,
    compare_measures,
    compare_reservations,
    compare_scope,
)
from medborgarlofte.diff.coverage import covers_less
from medborgarlofte.diff.deadlines import compare_deadlines
from medborgarlofte.diff.fields import Shift, differences, relative_years, worded
from medborgarlofte.diff.matching import normal
from medborgarlofte.diff.model import Effect, Evidence, Kind, Worded
from medborgarlofte.diff.obligation import compare_obligation
from medborgarlofte.i18n import Text
from medborgarlofte.language.facts import name_in
from medborgarlofte.language.phrases import enumerated
from medborgarlofte.model.declaration import declared
from medborgarlofte.model.promise import Commitment, Responsible
from medborgarlofte.model.record import TOGETHER


def evidence(old: Side, new: Side) -> tuple[Evidence, ...]:
    """All differences, weakened first."""
    found = [piece for compare in COMPARATORS for piece in compare(old, new)]
    shift = Shift(old.promise, new.promise)
    found += differences(old.commitment, new.commitment, shift, without=COMPARED_FIELDS)
    from_words = {"mål", "omfattning", "senast", "förbehåll", "tid", "text"}
    if not _same_words(old, new) and not any(piece.field in from_words for piece in found):
        found.append(Evidence("text", old.commitment.text, new.commitment.text, "neutral"))
    order = {"weakened": 0, "sharpened": 1, "neutral": 2}
    return tuple(sorted(found, key=lambda piece: order[piece.effect]))


def compare_figures(old: Side, new: Side) -> tuple[Evidence, ...]:
    """Changed figures alone."""
    return tuple(compare_measures(old, new))


Comparator = Callable[[Side, Side], tuple[Evidence, ...]]


def kind(pieces: tuple[Evidence, ...]) -> Kind:
    """First kind that applies."""
    found = {piece.effect for piece in pieces}
    if "weakened" in found:
        return "weakened"
    if "sharpened" in found:
        return "sharpened"
    if any(piece.field in ("part", "leds_av", "fokus") for piece in pieces):
        return "moved"
    return "reworded" if any(piece.field != JOINED for piece in pieces) else "kept"


JOINED: Final = "part_ny"
"""The evidence that a party has joined those who promise together, which leaves a commitment kept."""


def _same_words(old: Side, new: Side) -> bool:
    """True for equal wording, moved years aside."""
    texts = normal(old.commitment.text), normal(new.commitment.text)
    return texts[0] == texts[1] or _timeless(old) == _timeless(new)


def _timeless(side: Side) -> str:
    return normal(relative_years(side.commitment.text, side.start.year if side.start else 0))


def _responsible(old: Side, new: Side) -> Iterator[Evidence]:
    before, after = old.commitment.responsible, new.commitment.responsible
    if before == after:
        return
    weights = _weight(before), _weight(after)
    effect: Effect = "neutral"
    if weights[0] != weights[1]:
        effect = "weakened" if weights[1] < weights[0] else "sharpened"
    yield Evidence("ansvarig", before, after, effect)


def _weight(responsible: Responsible | None) -> int:
    """Rank: a function is more precise than a unit."""
    if responsible is None:
        return 0
    return 2 if responsible.function else 1


def _place_and_group(old: Side, new: Side) -> Iterator[Evidence]:
    """Places and groups; a lost one binds to less."""
    for key, name in (("place", "plats"), ("target_group", "målgrupp")):
        values = [getattr(side.commitment, key) for side in (old, new)]
        if values[0] == values[1]:
            continue
        before, after = (value or "" for value in values)
        effect: Effect = "neutral"
        if before and after and _names_less(before, after) != _names_less(after, before):
            effect = "weakened" if _names_less(before, after) else "sharpened"
        shown = [f"{name}: {value}" if value else None for value in values]
        yield Evidence("omfattning", shown[0], shown[1], effect)


def _names_less(before: str, after: str) -> bool:
    """True for fewer words, ages or places: “unga 13–25 år”, “unga 13–19 år”."""
    words = [frozenset(normal(value).split()) - {"och", "samt"} for value in (before, after)]
    return words[1] < words[0] or covers_less(before, after)


# ---------------------------------------------------------------- who, and for what


def _party(old: Side, new: Side) -> Iterator[Evidence]:
    if set(old.parties) == set(new.parties) and old.is_joint == new.is_joint:
        return
    joined = set(new.parties) - set(old.parties) - {TOGETHER}
    if old.is_joint and new.is_joint and joined and set(old.parties) - {TOGETHER} < set(new.parties):
        ids = tuple(party for party, name in new.named_parties.items() if name in joined)
        yield Evidence(JOINED, None, _named(ids, new), "neutral")
    else:
        yield Evidence(
            "part", _named(old.commitment.parties, old), _named(new.commitment.parties, new), "neutral"
        )


def _named(parties: Sequence[str], side: Side) -> Worded | None:
    """Parties by name; those of a joint commitment of all are “tillsammans”."""
    if not parties:
        return None
    names = [name_in(side.promise, "parter", party) for party in parties]
    together = Text("parterna tillsammans", "the parties together")
    return Worded(tuple(parties), together if TOGETHER in parties else enumerated(names))


def _lead(old: Side, new: Side) -> Iterator[Evidence]:
    ids = old.commitment.led_by, new.commitment.led_by
    if ids[0] == ids[1]:
        return
    before, after = (
        worded(one, declared(Commitment)["led_by"], side.promise)
        for one, side in zip(ids, (old, new), strict=True)
    )
    if before and after:
        yield Evidence("leds_av", before, after, "neutral")
    elif old.is_joint and new.is_joint:
        yield Evidence("leds_av", before, after, "weakened" if after is None else "sharpened")
    elif old.is_joint == new.is_joint:  # one who promises alone needs no lead
        yield Evidence("leds_av", before, after, "neutral")


def _focus(old: Side, new: Side) -> Iterator[Evidence]:
    """Move between focus areas."""
    if old.focus != new.focus:
        name = "fokus" if old.focus - new.focus and new.focus - old.focus else "fokus_antal"
        yield Evidence(name, _areas(old), _areas(new), "neutral")


def _areas(side: Side) -> Worded | None:
    """Focus areas by title."""
    titles = sorted(name_in(side.promise, "fokusområden", area) for area in side.commitment.focus)
    if not titles:
        return None
    words = Text(", ".join(titles), ", ".join(titles))
    return Worded(tuple(sorted(side.focus)), words)


COMPARATORS: Final[Mapping[Callable[[Side, Side], Iterator[Evidence]], tuple[str, ...]]] = {
    compare_measures: ("targets", "schedule"),
    compare_deadlines: ("due",),
    compare_reservations: ("reservation",),
    _responsible: ("responsible",),
    compare_scope: ("text",),
    compare_obligation: ("text",),
    _place_and_group: ("place", "target_group"),
    _party: ("parties",),
    _lead: ("led_by",),
    _focus: ("focus",),
}
"""What binds to more or to less, with the fields that each looks at; every other field is compared as declared."""

COMPARED_FIELDS: Final = frozenset(field for fields in COMPARATORS.values() for field in fields)
