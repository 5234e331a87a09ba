"""Typed expressions of a Swedish text, each with its span and value."""

from dataclasses import dataclass
from typing import Final, Literal, TypedDict

from medborgarlofte.language.calendar import Moment

Approximate = Literal["", "about", "over", "under"]
"""“cirka”, “drygt” and “knappt”."""
Quantifier = Literal["all", "most", "some", "none"]


@dataclass(frozen=True, slots=True)
class Bounds:
    """A number between two bounds, equal where it is exact; None where there is no such bound."""

    low: float | None
    high: float | None
    strict: bool = False
    """Whether the bound itself is excluded: “fler än tio”."""
    approximate: Approximate = ""

    @property
    def is_exact(self) -> bool:
        """A single number, not a floor, ceiling or range."""
        return self.low is not None and self.low == self.high

    def scaled(self, factor: float) -> "Bounds":
        """The same bounds in another unit."""
        low, high = (None if value is None else value * factor for value in (self.low, self.high))
        return Bounds(low, high, self.strict, self.approximate)


class Span(TypedDict):
    """Offsets into the text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """Something found in a text; `text[start:end]` is what was written."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Count(Located):
    """How many: “minst två kvällar i veckan”."""

    bounds: Bounds
    unit: str = ""
    """What is counted, as written; empty for times."""
    per: float | None = None
    """Days over which it is counted; None for the whole period."""
    per_unit: str = ""
    """The unit of time of `per` as it is called."""
    each: str = ""
    """Each place or group it is counted for; empty for all together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Share(Located):
    """A part of a whole, from 0 to 1: “två femtedelar av stugorna”."""

    bounds: Bounds
    of: str = ""
    counted: tuple[float, float] | None = None
    """The part and the whole where the text counts them: “9 av 10”."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Duration(Located):
    """For how long, in days: “i tre dygn”."""

    bounds: Bounds


@dataclass(frozen=True, slots=True, kw_only=True)
class Response(Located):
    """Within what time, in days: “inom 24 timmar”, “nästa vardag”."""

    days: float
    approximate: Approximate = ""
    unit: str = ""
    """The unit of time as it is called; empty for “samma dag”."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule(Located):
    """How often, without a count: “varannan torsdag”, “dygnet runt”, “efter varje möte”."""

    times: float
    per: float | None
    """Days; None for a schedule that follows an event."""
    per_unit: str = ""
    weekdays: tuple[int, ...] = ()
    """Monday is 0."""
    each: str = ""
    """The event it follows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline(Located):
    """By when: “före pingst”, “senast den 31 maj”."""

    moment: Moment
    inclusive: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Window(Located):
    """When: “i mitten av mars”, “15 mars–30 april”."""

    moment: Moment
    until: Moment | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change(Located):
    """A change by a figure: “från elva till sju minuter”, “halverar”, “ökar med 10 procent”."""

    direction: Literal["up", "down", ""]
    was: Bounds | None = None
    becomes: Bounds | None = None
    by: Bounds | None = None
    is_share: bool = False
    """Whether `by` is a part of what was."""
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope(Located):
    """How much is covered: “vartenda båthus”, “de flesta skolor”."""

    quantifier: Quantifier
    noun: str
    word: str = ""
    """The quantifier as written, in lower case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exemption(Located):
    """What is left out: “utom i juli”, “förutom måndagar”."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Label(Located):
    """A number that measures nothing: an age, school year, road, law, phone, clock time, year or name."""

    kind: Literal["age", "school year", "number", "law", "phone", "hours", "year", "name", "code"]
    hours: float | None = None
    """The length of opening hours."""
    covers: frozenset[int] = frozenset()
    """Every school year or age from the first to the last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reservation(Located):
    """What makes a promise depend on circumstances: “om isläget tillåter”."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition(Located):
    """A trigger, which reserves nothing: “om en båt saknas”."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicate(Located):
    """A vague verb as the main predicate: “verka för”, “utveckla”."""

    lemma: str
    is_negated: bool = False


FULL: Final = 3
"""The strength of “ska” and of a plain verb."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Obligation(Located):
    """A main verb that binds to less than “ska”: “kan”, “bör”, “försöker”, “verkar för”."""

    strength: int
    """1 for what may be done or is hoped for, 2 for what should be done; below FULL."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Located):
    """A claim that crime or safety has changed or differs: “klottret avtar”."""

@dataclass(frozen=True, slots=True, kw_only=True)
class Absolute(Located):
    """A goal for everybody or for all crime: “noll rån”."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relative(Located):
    """A time that depends on when it is read: “i fjol”, “under hösten”."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort(Located):
    """An effort as such: “insatser”, “åtgärder”, “kontroller”."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Referent(Located):
    """A place or group that an effort is for."""

    kind: Literal["place", "group", "name"]


Measure = Count | Share | Duration | Response | Schedule | Change
Expression = (
    Measure | Deadline | Window | Scope | Exemption | Label | Reservation | Condition | Predicate | Obligation | Claim | Absolute
    | Relative | Effort | Referent
)  # fmt: skip
