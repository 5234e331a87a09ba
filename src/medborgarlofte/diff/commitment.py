"""What changed between two versions of one commitment, field by field, and whether it binds to more or to less."""

import datetime as dt
import difflib
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from medborgarlofte.diff.matching import normal
from medborgarlofte.diff.measures import (
    Measure,
    effects,
    limits,
    matched,
    measures,
    period_days,
    shifted,
    universals,
)
from medborgarlofte.diff.model import Effect, Evidence, Kind
from medborgarlofte.language.quantities import deadline, opening_hours
from medborgarlofte.language.word_lists import LEXICON
from medborgarlofte.model.promise import Commitment, Responsible
from medborgarlofte.model.record import TOGETHER, Period


@dataclass(frozen=True, slots=True)
class Side:
    """A commitment with what its document says around it."""

    commitment: Commitment
    period: Period
    parties: tuple[str, ...]
    """Kind and name of each party that promises; the same party has the same in both documents."""
    focus: frozenset[str]
    """Category, or title where there is none, of each focus area."""

    @property
    def start(self) -> dt.date | None:
        """The first day of the period."""
        return self.period.start.first if self.period.start else None

    @property
    def days(self) -> float | None:
        """The length of the period."""
        return period_days(self.period)

    @property
    def is_joint(self) -> bool:
        """Whether several promise it."""
        return len(self.parties) > 1 or TOGETHER in self.commitment.parties


def evidence(old: Side, new: Side) -> tuple[Evidence, ...]:
    """Everything that differs, the weakened first."""
    found = [piece for look in _COMPARATORS for piece in look(old, new)]
    from_words = {"mål", "omfattning", "senast", "förbehåll", "tid"}
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


# ---------------------------------------------------------------- what binds


def _measures(old: Side, new: Side) -> Iterator[Evidence]:
    before, after = (measures(side.commitment, side.days) for side in (old, new))
    told = False
    for one, other in matched(before, after):
        for effect in _effects(one, other, old, new):
            told = True
            names = {measure.field for measure in (one, other) if measure}
            name = "mål" if "mål" in names else "tid"
            yield Evidence(name, _shown(one), _shown(other), effect)
    for key, name in (("targets", "mål"), ("schedule", "tid")):
        values = [getattr(side.commitment, key) or None for side in (old, new)]
        if values[0] != values[1] and not told:
            yield from _hours(name, old, new) if key == "schedule" else [_field(name, values, "neutral")]


def _effects(one: Measure | None, other: Measure | None, old: Side, new: Side) -> Iterator[Effect]:
    if one is None:
        yield "sharpened"
    elif other is None:
        yield "weakened"
    else:
        yield from dict.fromkeys(effects(one.quantity, other.quantity, old.days, new.days))


def _hours(name: str, old: Side, new: Side) -> Iterator[Evidence]:
    """A schedule with the same rate: shorter hours bind to less."""
    values = [side.commitment.schedule for side in (old, new)]
    before, after = (opening_hours(value) if value else None for value in values)
    effect: Effect = "neutral"
    if before and after and before != after:
        effect = "sharpened" if after > before else "weakened"
    yield _field(name, values, effect)


def _shown(measure: Measure | None) -> Any:
    """A measure as plain values, for people and programs."""
    if measure is None:
        return None
    q = measure.quantity
    names: Mapping[str, Any] = {
        "minst": q.low, "högst": q.high, "enhet": q.unit or None, "dagar_per": q.per_days and round(q.per_days, 2),
        "cirka": q.approximate or None, "andel": q.share or None, "timmar": q.hours, "för_varje": q.each or None,
    }  # fmt: skip
    return {key: value for key, value in names.items() if value is not None}


def _deadline(old: Side, new: Side) -> Iterator[Evidence]:
    before, after = (_last_day(side) for side in (old, new))
    if before is None and after is None:
        return
    fields = [side.commitment.due for side in (old, new)]
    if before is None or after is None:
        yield Evidence("senast", _iso(before), _iso(after), "sharpened" if before is None else "weakened")
        return
    expected = shifted(before, old.start, new.start)
    if abs((after - expected).days) > 3:
        yield Evidence("senast", _iso(before), _iso(after), "weakened" if after > expected else "sharpened")
    elif (fields[0] is None) != (fields[1] is None):
        yield Evidence("senast", _iso(before), _iso(after), "neutral")


def _last_day(side: Side) -> dt.date | None:
    if side.commitment.due:
        return side.commitment.due.last
    return deadline(side.commitment.text, side.start)


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _reservation(old: Side, new: Side) -> Iterator[Evidence]:
    before, after = (_reserved(side.commitment) for side in (old, new))
    if bool(before) != bool(after):
        yield Evidence("förbehåll", before, after, "weakened" if after else "sharpened")
    elif old.commitment.reservation != new.commitment.reservation:
        yield Evidence("förbehåll", before, after, "neutral")


def _reserved(commitment: Commitment) -> str | None:
    if commitment.reservation:
        return commitment.reservation
    found = LEXICON.pattern("reservations").search(commitment.text)
    return found[0] if found else None


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


def _scope(old: Side, new: Side) -> Iterator[Evidence]:
    """Fewer or more covered: ”samtliga skolor” → ”skolor”, one of two places gone."""
    before, after = (normal(side.commitment.text) for side in (old, new))
    texts = old.commitment.text, new.commitment.text
    lost, gained = _all_lost(*texts), _all_lost(texts[1], texts[0])
    if lost and not gained:
        yield Evidence("omfattning", *texts, "weakened")
    elif gained and not lost:
        yield Evidence("omfattning", *texts, "sharpened")
    elif _is_part_of(after, before):
        yield Evidence("omfattning", *texts, "weakened")
    elif _is_part_of(before, after):
        yield Evidence("omfattning", *texts, "sharpened")
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


def _all_lost(before: str, after: str) -> bool:
    """Whether something was covered wholly and still is spoken of, but no longer wholly."""
    universal = universals(after)
    if universals(before) and limits(after) and not universal:
        return True
    words = normal(after).split()
    lost = [noun for noun in universals(before) if not any(_is_form_of(noun, other) for other in universal)]
    if "hela" in normal(before).split() and lost and not (universal and "hela" in words):
        return not universal  # ”hela dagen” covers no place
    return any(_is_form_of(noun, word) for noun in lost for word in words)


def _is_form_of(one: str, other: str) -> bool:
    """Whether two words begin alike enough to be one in two forms: skola, skolor, skolorna."""
    short, long = sorted((normal(one), normal(other)), key=len)
    stem = short[: max(4, len(short) - 3)]
    return len(stem) > 2 and long.startswith(stem) and len(long) - len(short) <= 4


def _is_part_of(small: str, large: str) -> bool:
    """Whether one text is the other without a member of an enumeration."""
    short, long = small.split(), large.split()
    if not 1 < len(long) - len(short) <= 6:  # a lone ”och” became a comma
        return False
    blocks = [
        op
        for op in difflib.SequenceMatcher(None, long, short, autojunk=False).get_opcodes()
        if op[0] != "equal"
    ]
    if len(blocks) != 1 or blocks[0][0] != "delete":
        return False
    gone = long[blocks[0][1] : blocks[0][2]]
    return gone[0] in ("och", "samt", "eller") or gone[-1] in ("och", "samt", "eller")


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
    _measures, _deadline, _reservation, _responsible, _scope, _party, _lead, _focus, _rest
)  # fmt: skip
