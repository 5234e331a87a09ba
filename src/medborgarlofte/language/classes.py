"""Word classes: dictionary, times, numbers, compound heads."""

import itertools
import re
from functools import cache, lru_cache
from typing import Final, NamedTuple

from medborgarlofte.language import calendar
from medborgarlofte.language.calendar import FEASTS, MILESTONES, MONTH_NUMBERS, SEASONS, TAILS, WEEKDAYS
from medborgarlofte.language.lexicon import lexicon
from medborgarlofte.numerals import GROUPS, ORDINALS, PARTS, parse_tens, parse_word
from medborgarlofte.units import BY_NAME, UNITS, forms_of


class WordClasses(NamedTuple):
    """Classes of a word, independent of context."""

    name: str
    """Its class among words of measures."""
    value: float = 0.0
    """A number, a day of the week, a month."""
    unit: str = ""
    """A unit of time, a feast, a season."""
    clause: str = "WORD"
    """Its class among words of clauses."""
    topic: str = ""
    """What it is about, as a noun."""
    lemma: str = ""
    """The lemma of its class among words of clauses."""


class Token(NamedTuple):
    """Word, number or punctuation with its position."""

    start: int
    end: int
    norm: str
    """The word in lower case, composed."""
    word: WordClasses
    name: str
    """Its class among words of measures, here; `word.name` is what it is elsewhere."""
    is_capital: bool = False
    is_initials: bool = False


@lru_cache(maxsize=65536)
def classify(norm: str) -> WordClasses:
    """Classes of a lower-case word."""
    layers = lexicon().layers
    measure = layers["measure"].words.get(norm)
    clause = layers["clause"].sense(norm)
    topic = layers["topic"].sense(norm)
    name, value, unit = _time_or_number(norm) or (
        measure.name if measure and measure.name != "EVENT" else _by_ending(norm),
        0.0,
        "",
    )
    if name == "NOUN" and clause and clause.name in VERBS:
        name = "WORD"
    return WordClasses(
        name,
        value,
        unit,
        clause.name if clause else "WORD",
        topic.name if topic else "",
        clause.lemma if clause else "",
    )


VERBS: Final = frozenset([
    "SAY", "VAGUE", "FAVOUR", "SUPPORT", "IMPROVE", "CREATE", "WORK", "CONTRIBUTE", "STRIVE", "SEE", "LAY", "RISE",
])  # fmt: skip
"""Classes of verbs, which nobody counts."""
PREPOSITIONS: Final = frozenset(
    ("IN", "ON", "AT", "OF", "FOR", "TO", "OVER", "WITHIN", "UNDER", "AFTER", "BEFORE")
)
"""Classes of words before what a verb is done in, on, for …"""


def _by_ending(norm: str) -> str:
    """Class by ending: “Storgatan” is a street.

    An event by ending is one only after an interval.
    """
    sense = lexicon().layers["measure"].sense(norm)
    return sense.name if sense and sense.name != "EVENT" else "NOUN"


def _time_or_number(norm: str) -> tuple[str, float, str] | None:
    """Class, value and unit of times and numbers."""
    if norm == "sex":
        return "SEX", 6.0, ""
    if norm in _times():
        return _times()[norm]
    value = parse_word(norm) if norm not in ("en", "ett") else None
    if value is not None:
        return "GROUP" if norm in GROUPS else "CARD", value, ""
    if (about := parse_tens(norm)) is not None:
        return "TENS", about, ""
    if norm in ORDINALS:
        return "ORD", float(ORDINALS[norm]), ""
    if norm in PARTS:
        return "PART", float(PARTS[norm]), ""
    if _event_unit(norm):
        return "EVENT", 0.0, _event_unit(norm)
    return _compound_time(norm)


@cache
def _times() -> dict[str, tuple[str, float, str]]:
    """Time words with their classes."""
    found: dict[str, tuple[str, float, str]] = {}
    for unit in UNITS:
        for form, shape in forms_of(unit):
            name = {"the": "UNITDEF", "the-many": "UNITDEF"}.get(shape, "UNIT")
            found.setdefault(form, ("UNITOF" if shape == "of" else name, unit.days, unit.name))
        stem = unit.prefix.removesuffix("s") if unit.name == "dag" else unit.prefix
        for before, end in itertools.product(
            (stem, stem.removesuffix("s")), ("vis", "visa", "vist") if stem else ()
        ):
            found[f"{before}{end}"] = ("OFTEN", unit.days, unit.name)
        for form in ("", "t", "a", "en") if unit.adjective else ():
            found[f"{unit.adjective}{form}"] = ("OFTEN", unit.days, unit.name)
    found["halvårligen"] = ("OFTEN", BY_NAME["halvår"].days, "halvår")
    return found | _weekdays() | _seasons_and_feasts()


def _weekdays() -> dict[str, tuple[str, float, str]]:
    found: dict[str, tuple[str, float, str]] = {}
    for number, day in enumerate(WEEKDAYS):
        for part in ("", "s"):
            found[f"{day}{part}"] = ("WDAY", number, "")
        found |= {
            f"{day}{end}": ("WDAY" if end == "en" else "WDAYS", number, "") for end in ("en", "ar", "arna")
        }
        for part_of_day in (unit for unit in UNITS if unit.is_part_of_day):
            one, the, many, all_of = part_of_day.forms
            for start in (f"{day}s", day):  # “söndagkvällar” is often written
                found |= {f"{start}{form}": ("WDAY", number, "") for form in (one, the)}
                found |= {f"{start}{form}": ("WDAYS", number, "") for form in (many, all_of)}
    found |= {short: ("WDAY", number, "") for short, number in calendar.SHORT_WEEKDAYS.items()}
    found |= {name: ("MONTH", number, "") for name, number in MONTH_NUMBERS.items()}
    return found


_MILESTONE_ENDS: Final = ("", "n", "t", "en", "et", "erna", "er", "s", "ens", "ets", "sperioden")


def _seasons_and_feasts() -> dict[str, tuple[str, float, str]]:
    found: dict[str, tuple[str, float, str]] = {}
    for season in SEASONS:
        definite = {"sommar": "sommaren", "vinter": "vintern"}.get(season, f"{season}en")
        found[season] = ("NOUN", 0, season) if season == "vår" else ("SEASON", 0, season)
        found[definite] = ("SEASONDEF", 0, season)
        many = {"sommar": "somrar", "vinter": "vintrar"}.get(season, f"{season}ar")
        found |= {many: ("SEASON", 0, season), f"{many}na": ("SEASONDEF", 0, season)}
        found[f"i {season}"] = ("NOUN" if season == "vår" else "SEASON", 0, season)
    found |= {name: ("FEAST", 0, name) for name in FEASTS}
    for name, tail in itertools.product(FEASTS, ("s", *TAILS)):
        if " " not in name:
            found.setdefault(f"{name}{tail}", ("FEAST", 0, name))
    for name in MILESTONES:
        ends = (*_MILESTONE_ENDS, *(f"s{tail}" for tail in TAILS if tail))
        found |= {f"{name}{end}": ("MILESTONE", 0, name) for end in ends}
    return found | {"valborgsmässoafton": ("FEAST", 0, "valborg"), "juldagen": ("FEAST", 0, "jul")}


_COMPOUND: Final = ("UNIT", "UNITDEF", "WDAY", "WDAYS")


def _compound_time(norm: str) -> tuple[str, float, str] | None:
    """Class of compounds: “lovkvällar”, “femveckorskurs”, “tvåtimmarspass”.

    “lovkvällar” are evenings, “riksdagar” no days; “femveckorskurs” lasts five weeks.
    """
    if " " in norm:
        return None
    for length in range(min(len(norm) - 3, 11), 4, -1):
        tail = _times().get(norm[-length:])
        if tail and tail[0] in _COMPOUND and norm[-length:] not in _NO_HEAD and not norm.endswith(_NO_TIME):
            return tail
    years, _, ending = norm.partition("årig")
    if ending in ("", "t", "a") and years != norm and (value := parse_word(years)) is not None:
        return "YEARLONG", value * BY_NAME["år"].days, "år"
    found = _LASTING.match(norm)
    if found and (value := parse_word(found["number"])) is not None:
        lasting = lasting_of(value, norm[found.end("number") :])
        return ("LASTING", lasting.value, lasting.unit) if lasting else None
    return None


def lasting_of(value: float, rest: str) -> WordClasses | None:
    """Duration of “24-timmarsjour”."""
    found = _UNIT_FIRST.match(rest)
    if found is None:
        return None
    unit = next(unit for unit in UNITS if unit.forms[0].startswith(found["unit"]))
    return WordClasses("LASTING", value * unit.days, unit.name)


_NO_HEAD: Final = frozenset(
    ("dagen", "natt", "månad", "säsong", "morgon", "åren", "året", "timma", "kvart", "kvarten", "kvartar")
)
_NO_TIME: Final = (
    "riksdagar", "riksdagen", "födelsedag", "födelsedagar", "temadag", "idrottsdag", "uppdagar", "middagar", "fridagar",
)  # fmt: skip
_UNIT_FIRST: Final = re.compile(r"(?P<unit>minut|tim|dag|dygn|veck|månad)(?:m?ar|er|or)?s?-?[a-zåäö]{3,}$")
_LASTING: Final = re.compile(
    r"(?P<number>[a-zåäö]{2,16}?)(?:minut|tim|dag|dygn|veck|månad)(?:m?ar|er|or)?s?-?[a-zåäö]{3,}$"
)


def _event_unit(norm: str) -> str:
    """Interval in an event's name: “kvartalsrapport”, kvartal.

    Empty for other words.
    """
    for unit in UNITS:
        if len(unit.prefix) > 3 and unit.days >= 7 and norm.startswith(unit.prefix) and unit.name != "helg":
            rest = norm[len(unit.prefix) :]
            sense = lexicon().layers["measure"].words.get(rest)
            if sense and sense.name == "EVENT":
                return unit.name
            if rest in ("mötet", "möten", "mötena") or (len(rest) > 4 and _ends_event(rest)):
                return unit.name
    return ""


def _ends_event(rest: str) -> bool:
    sense = lexicon().layers["measure"].sense(rest)
    return sense is not None and sense.name == "EVENT"
