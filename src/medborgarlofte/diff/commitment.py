"""What changed between two versions of one commitment, field by field, and whether it binds to more or to less."""

import re
from collections.abc import Callable, Iterator
from typing import Any, Final

from medborgarlofte.diff.binding import (
    Side,
    compare_deadlines,
    compare_measures,
    compare_obligation,
    compare_reservations,
    compare_scope,
)
from medborgarlofte.diff.matching import normal
from medborgarlofte.diff.model import Effect, Evidence, Kind
from medborgarlofte.model.promise import Responsible


def evidence(old: Side, new: Side) -> tuple[Evidence, ...]:
    """Everything that differs, the weakened first."""
    found = [piece for look in _COMPARATORS for piece in look(old, new)]
    from_words = {"mål", "omfattning", "senast", "förbehåll", "tid", "text"}
    if not _same_words(old, new) and not any(piece.field in from_words for piece in found):
        found.append(Evidence("text", old.commitment.text, new.commitment.text, "neutral"))
    order = {"weakened": 0, "sharpened": 1, "neutral": 2}
    return tuple(sorted(found, key=lambda piece: order[piece.effect]))


def kind(pieces: tuple[Evidence, ...]) -> Kind:
    """The first kind that applies."""
    found = {piece.effect for piece in pieces}
    if "weakened" in found:
        return "weakened"
    if "sharpened" in found:
        return "sharpened"
    if any(piece.field in ("part", "leds_av", "fokus") for piece in pieces):
        return "moved"
    return "reworded" if pieces else "kept"


def _same_words(old: Side, new: Side) -> bool:
    """Whether the words are the same, or the same but for years that move with the period."""
    texts = normal(old.commitment.text), normal(new.commitment.text)
    return texts[0] == texts[1] or _timeless(old) == _timeless(new)


def _timeless(side: Side) -> str:
    start = side.start.year if side.start else 0
    return re.sub(
        r"\b(?:19|20)\d\d\b", lambda found: f"y{int(found[0]) - start}", normal(side.commitment.text)
    )


def _responsible(old: Side, new: Side) -> Iterator[Evidence]:
    before, after = old.commitment.responsible, new.commitment.responsible
    if before == after:
        return
    weights = _weight(before), _weight(after)
    effect: Effect = "neutral"
    if weights[0] != weights[1]:
        effect = "weakened" if weights[1] < weights[0] else "sharpened"
    yield Evidence("ansvarig", _named(before), _named(after), effect)


def _weight(responsible: Responsible | None) -> int:
    """A function says more than a unit."""
    if responsible is None:
        return 0
    return 2 if responsible.function else 1


def _named(responsible: Responsible | None) -> str | None:
    if responsible is None:
        return None
    return ", ".join(part for part in (responsible.unit, responsible.function) if part)


def _place_and_group(old: Side, new: Side) -> Iterator[Evidence]:
    """A place or a group that is gone binds to less."""
    for key, name in (("place", "plats"), ("target_group", "målgrupp")):
        values = [getattr(side.commitment, key) for side in (old, new)]
        if values[0] == values[1]:
            continue
        words = [frozenset(normal(value or "").split()) - {"och", "samt"} for value in values]
        effect: Effect = "neutral"
        if all(words) and words[0] != words[1]:
            effect = "weakened" if words[1] < words[0] else "sharpened" if words[0] < words[1] else "neutral"
        shown = [f"{name}: {value}" if value else None for value in values]
        yield Evidence("omfattning", shown[0], shown[1], effect)


# ---------------------------------------------------------------- who, and for what


def _party(old: Side, new: Side) -> Iterator[Evidence]:
    if set(old.parties) != set(new.parties) or old.is_joint != new.is_joint:
        yield Evidence("part", list(old.commitment.parties), list(new.commitment.parties), "neutral")


def _lead(old: Side, new: Side) -> Iterator[Evidence]:
    before, after = old.commitment.led_by, new.commitment.led_by
    if before == after:
        return
    if before and after:
        yield Evidence("leds_av", before, after, "neutral")
    elif old.is_joint and new.is_joint:  # one who promises alone needs no lead
        yield Evidence("leds_av", before, after, "weakened" if after is None else "sharpened")


def _focus(old: Side, new: Side) -> Iterator[Evidence]:
    """Moved from one area to another; an area that is only added or left out is another thing."""
    if old.focus != new.focus:
        name = "fokus" if old.focus - new.focus and new.focus - old.focus else "fokus_antal"
        yield Evidence(name, sorted(old.focus), sorted(new.focus), "neutral")


def _rest(old: Side, new: Side) -> Iterator[Evidence]:
    """Fields that bind to nothing by themselves."""
    for key, name in (
        ("participants", "medverkande"),
        ("purpose", "syfte"),
        ("goals", "mål_för"),
        ("no_target", "mål_saknas"),
    ):
        values = [getattr(side.commitment, key) or None for side in (old, new)]
        if values[0] != values[1]:
            yield _field(name, values, "neutral")


def _field(name: str, values: list[Any], effect: Effect) -> Evidence:
    return Evidence(name, _plain(values[0]), _plain(values[1]), effect)


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if hasattr(value, "model_dump"):
        return value.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return value


_COMPARATORS: Final[tuple[Callable[[Side, Side], Iterator[Evidence]], ...]] = (
    compare_measures, compare_deadlines, compare_reservations, _responsible, compare_scope, compare_obligation,
    _place_and_group, _party, _lead, _focus, _rest,
)  # fmt: skip
