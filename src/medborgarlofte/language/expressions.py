"""Typed expressions with span and value."""

from dataclasses import dataclass
from typing import Final, Literal, TypedDict, get_args

from medborgarlofte.language.calendar import Moment

Approximate = Literal["", "about", "over", "under"]
"""“cirka”, “drygt” and “knappt”."""
Quantifier = Literal["all", "most", "some", "none"]


@dataclass(frozen=True, slots=True)
class Bounds:
    """Numeric bounds, equal if exact, None if open."""

    low: float | None
    high: float | None
    strict: bool = False
    """Whether the bound itself is excluded: “fler än tio”."""
    approximate: Approximate = ""

    @property
    def is_exact(self) -> bool:
        """True for a single number."""
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
    """Expression with its span `text[start:end]`."""

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
    is_bare: bool = False
    """Whether the text names neither what is counted nor times: “områden, varav minst två”."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Share(Located):
    """Fraction from 0 to 1: “två femtedelar av stugorna”."""

    bounds: Bounds
    of: str = ""
    counted: tuple[float, float] | None = None
    """The part and the whole where the text counts them: “9 av 10”."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Duration(Located):
    """Length in days: “i tre dygn”."""

    bounds: Bounds


@dataclass(frozen=True, slots=True, kw_only=True)
class Response(Located):
    """Response time in days: “inom 24 timmar”."""

    days: float
    approximate: Approximate = ""
    unit: str = ""
    """The unit of time as it is called; empty for “samma dag”."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule(Located):
    """Schedule without count: “varannan torsdag”, “dygnet runt”."""

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
    """Deadline: “före pingst”, “senast den 31 maj”."""

    moment: Moment
    inclusive: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Window(Located):
    """Time window: “i mitten av mars”, “15 mars–30 april”."""

    moment: Moment
    until: Moment | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change(Located):
    """Change: “från elva till sju”, “halverar”, “ökar med 10 procent”."""

    direction: Literal["up", "down", ""]
    was: Bounds | None = None
    becomes: Bounds | None = None
    by: Bounds | None = None
    is_share: bool = False
    """Whether `by` is a part of what was."""
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope(Located):
    """Coverage: “vartenda båthus”, “de flesta skolor”."""

    quantifier: Quantifier
    noun: str
    word: str = ""
    """The quantifier as written, in lower case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Validity(Located):
    """How long a promise or an agreement applies: “gäller i två år”, “gäller 2023–2026”."""

    days: float | None = None
    years: tuple[int, int] | None = None
    """The first and the last."""


class Exemption(Located):
    """What is left out: “utom i juli”, “förutom måndagar”."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Label(Located):
    """Number that measures nothing.

    An age, school year, road, law, phone, clock time, year or name.
    """

    kind: Literal["age", "school year", "number", "law", "phone", "hours", "year", "name", "code"]
    hours: float | None = None
    """The length of opening hours."""
    limit: tuple[Literal["from", "to"], float] | None = None
    """A clock time alone: “till klockan 23”."""
    covers: frozenset[int] = frozenset()
    """Every school year or age from the first to the last."""


class Reservation(Located):
    """Reservation: “om isläget tillåter”."""


class Condition(Located):
    """Condition without reservation: “om en båt saknas”."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicate(Located):
    """Vague main verb: “verka för”, “utveckla”."""

    lemma: str
    is_negated: bool = False


FULL: Final = 3
"""The strength of “ska” and of a plain verb."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Obligation(Located):
    """Main verb weaker than “ska”: “kan”, “försöker”."""

    strength: int
    """1 for what may be done or is hoped for, 2 for what should be done; below FULL."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Located):
    """Claimed change or difference: “klottret avtar”."""

    is_effect: bool = False
    """Whether it praises what was done: “har haft god effekt”."""


class Absolute(Located):
    """Absolute goal: “noll rån”."""


class Relative(Located):
    """Time relative to reading: “i fjol”, “under hösten”."""


class Passive(Located):
    """Passive without an agent: “Klotter saneras”."""


class Effort(Located):
    """An effort as such: “insatser”, “åtgärder”, “kontroller”."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Referent(Located):
    """Place or group of an effort."""

    kind: Literal["place", "group", "name"]


Measure = Count | Share | Duration | Response | Schedule | Change
Expression = (
    Measure | Deadline | Window | Scope | Validity | Exemption | Label | Reservation | Condition | Predicate | Obligation | Claim | Absolute
    | Relative | Passive | Effort | Referent
)  # fmt: skip

MEASURING: Final = (*get_args(Measure), Deadline, Window, Scope)
"""Kinds that may say how much, how often or by when."""
