"""What changed between two versions of one commitment, field by field, and whether it binds to more or to less."""

import datetime as dt
import difflib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from medborgarlofte.diff.fields import Shift, differences, relative_years
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
    found = [piece for compare in COMPARATORS for piece in compare(old, new)]
    shift = Shift(old.start, new.start)
    found += differences(old.commitment, new.commitment, shift, without=COMPARED_FIELDS)
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
    return relative_years(normal(side.commitment.text), side.start.year if side.start else 0)


# ---------------------------------------------------------------- what binds


def _measures(old: Side, new: Side) -> Iterator[Evidence]:
    before, after = (measures(side.commitment, side.days) for side in (old, new))
    found = False
    for one, other in matched(before, after):
        for effect in _effects(one, other, old, new):
            found = True
            names = {measure.field for measure in (one, other) if measure}
            name = "mål" if "mål" in names else "tid"
            yield Evidence(name, one, other, effect)
    for key, name in (("targets", "mål"), ("schedule", "tid")):
        one, other = (getattr(side.commitment, key) or None for side in (old, new))
        if one != other and not found:
            yield from _hours(old, new) if key == "schedule" else [Evidence(name, one, other, "neutral")]


def _effects(one: Measure | None, other: Measure | None, old: Side, new: Side) -> Iterator[Effect]:
    if one is None:
        yield "sharpened"
    elif other is None:
        yield "weakened"
    else:
        yield from dict.fromkeys(effects(one.quantity, other.quantity, old.days, new.days))


def _hours(old: Side, new: Side) -> Iterator[Evidence]:
    """A schedule with the same rate: shorter hours bind to less."""
    values = old.commitment.schedule, new.commitment.schedule
    before, after = (opening_hours(value) if value else None for value in values)
    effect: Effect = "neutral"
    if before and after and before != after:
        effect = "sharpened" if after > before else "weakened"
    yield Evidence("tid", *values, effect)


def _deadline(old: Side, new: Side) -> Iterator[Evidence]:
    before, after = (_last_day(side) for side in (old, new))
    if before is None and after is None:
        return
    fields = [side.commitment.due for side in (old, new)]
    if before is None or after is None:
        yield Evidence("senast", before, after, "sharpened" if before is None else "weakened")
        return
    expected = shifted(before, old.start, new.start)
    if abs((after - expected).days) > 3:
        yield Evidence("senast", before, after, "weakened" if after > expected else "sharpened")
    elif (fields[0] is None) != (fields[1] is None):
        yield Evidence("senast", before, after, "neutral")


def _last_day(side: Side) -> dt.date | None:
    if side.commitment.due:
        return side.commitment.due.last
    return deadline(side.commitment.text, side.start)


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
    yield Evidence("ansvarig", before, after, effect)


def _weight(responsible: Responsible | None) -> int:
    """A function says more than a unit."""
    if responsible is None:
        return 0
    return 2 if responsible.function else 1


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
        yield Evidence("part", old.commitment.parties, new.commitment.parties, "neutral")


def _lead(old: Side, new: Side) -> Iterator[Evidence]:
    before, after = old.commitment.led_by, new.commitment.led_by
    if before == after:
        return
    if before and after:
        yield Evidence("leds_av", before, after, "neutral")
    elif old.is_joint and new.is_joint:
        yield Evidence("leds_av", before, after, "weakened" if after is None else "sharpened")
    elif old.is_joint == new.is_joint:  # one who promises alone needs no lead
        yield Evidence("leds_av", before, after, "neutral")


def _focus(old: Side, new: Side) -> Iterator[Evidence]:
    """Moved from one area to another; an area that is only added or left out is another thing."""
    if old.focus != new.focus:
        name = "fokus" if old.focus - new.focus and new.focus - old.focus else "fokus_antal"
        yield Evidence(name, tuple(sorted(old.focus)), tuple(sorted(new.focus)), "neutral")


COMPARATORS: Final[Mapping[Callable[[Side, Side], Iterator[Evidence]], tuple[str, ...]]] = {
    _measures: ("targets", "schedule"),
    _deadline: ("due",),
    _reservation: ("reservation",),
    _responsible: ("responsible",),
    _scope: ("text", "place", "target_group"),
    _party: ("parties",),
    _lead: ("led_by",),
    _focus: ("focus",),
}
"""What binds to more or to less, with the fields that each looks at; every other field is compared as declared."""

COMPARED_FIELDS: Final = frozenset(field for fields in COMPARATORS.values() for field in fields)
