"""Units of time: lengths, forms and names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from medborgarlofte.i18n import Language, Text
from medborgarlofte.swedish import fold, format_number

YEAR_DAYS: Final = 365.25
PERCENT: Final = ("procent", "%")


@dataclass(frozen=True, slots=True)
class Unit:
    """Unit of time; `days` is its length."""

    name: str
    days: float
    forms: tuple[str, str, str, str]
    """Singular and plural, indefinite then definite: vecka, veckan, veckor, veckorna."""
    english: tuple[str, str]
    prefix: str = ""
    """The form before a noun or “-vis”: vecko, månads."""
    adjective: str = ""
    """“årlig”, from which “årligen” is made."""
    is_part_of_day: bool = False


UNITS: Final[tuple[Unit, ...]] = (
    Unit("minut", 1 / 1440, ("minut", "minuten", "minuter", "minuterna"), ("minute", "minutes"), "minut"),
    Unit("kvart", 15 / 1440, ("kvart", "kvarten", "kvartar", "kvartarna"), ("quarter of an hour", "quarters of an hour")),
    Unit("halvtimme", 1 / 48, ("halvtimme", "halvtimmen", "halvtimmar", "halvtimmarna"), ("half-hour", "half-hours")),
    Unit("timme", 1 / 24, ("timme", "timmen", "timmar", "timmarna"), ("hour", "hours"), "tim"),
    Unit("kväll", 1.0, ("kväll", "kvällen", "kvällar", "kvällarna"), ("evening", "evenings"), "kvälls", is_part_of_day=True),
    Unit("natt", 1.0, ("natt", "natten", "nätter", "nätterna"), ("night", "nights"), "natt", is_part_of_day=True),
    Unit("morgon", 1.0, ("morgon", "morgonen", "morgnar", "morgnarna"), ("morning", "mornings"), "morgon", is_part_of_day=True),
    Unit("förmiddag", 1.0, ("förmiddag", "förmiddagen", "förmiddagar", "förmiddagarna"), ("morning", "mornings"), is_part_of_day=True),
    Unit("eftermiddag", 1.0, ("eftermiddag", "eftermiddagen", "eftermiddagar", "eftermiddagarna"), ("afternoon", "afternoons"), is_part_of_day=True),
    Unit("dag", 1.0, ("dag", "dagen", "dagar", "dagarna"), ("day", "days"), "dags", "daglig"),
    Unit("dygn", 1.0, ("dygn", "dygnet", "dygn", "dygnen"), ("day and night", "days and nights"), "dygns"),
    Unit("vardag", 7 / 5, ("vardag", "vardagen", "vardagar", "vardagarna"), ("weekday", "weekdays")),
    Unit("arbetsdag", 7 / 5, ("arbetsdag", "arbetsdagen", "arbetsdagar", "arbetsdagarna"), ("working day", "working days")),
    Unit("skoldag", 7 / 5, ("skoldag", "skoldagen", "skoldagar", "skoldagarna"), ("school day", "school days")),
    Unit("vecka", 7.0, ("vecka", "veckan", "veckor", "veckorna"), ("week", "weeks"), "vecko", "veckolig"),
    Unit("helg", 7.0, ("helg", "helgen", "helger", "helgerna"), ("weekend", "weekends"), "helg"),
    Unit("månad", YEAR_DAYS / 12, ("månad", "månaden", "månader", "månaderna"), ("month", "months"), "månads", "månatlig"),
    Unit("kvartal", YEAR_DAYS / 4, ("kvartal", "kvartalet", "kvartal", "kvartalen"), ("quarter", "quarters"), "kvartals"),
    Unit("tertial", YEAR_DAYS / 3, ("tertial", "tertialet", "tertial", "tertialen"), ("four months", "four-month periods"), "tertials"),
    Unit("termin", YEAR_DAYS / 2, ("termin", "terminen", "terminer", "terminerna"), ("term", "terms"), "termins"),
    Unit("halvår", YEAR_DAYS / 2, ("halvår", "halvåret", "halvår", "halvåren"), ("half-year", "half-years"), "halvårs"),
    Unit("säsong", YEAR_DAYS / 2, ("säsong", "säsongen", "säsonger", "säsongerna"), ("season", "seasons"), "säsongs"),
    Unit("läsår", YEAR_DAYS, ("läsår", "läsåret", "läsår", "läsåren"), ("school year", "school years"), "läsårs"),
    Unit("år", YEAR_DAYS, ("år", "året", "år", "åren"), ("year", "years"), "års", "årlig"),
)  # fmt: skip
"""Shortest first. A term, a season and a half-year count as half a year; a weekday as a fifth of a week."""

BY_NAME: Final = {unit.name: unit for unit in UNITS}
INTERVALS: Final = ("dag", "vecka", "helg", "månad", "kvartal", "termin", "tertial", "halvår", "läsår", "år")
"""Units that a rate in a file may be written in."""


_SCALES: Final[tuple[tuple[str, float, tuple[str, ...]], ...]] = (
    ("timmar", 1.0, BY_NAME["timme"].forms),
    ("timmar", 0.5, BY_NAME["halvtimme"].forms),
    ("timmar", 1 / 4, BY_NAME["kvart"].forms),
    ("timmar", 1 / 60, (*BY_NAME["minut"].forms, "min")),
    ("kronor", 1.0, ("kronor", "krona", "kr")),
    ("kronor", 1e3, ("tkr", "kkr")),
    ("kronor", 1e6, ("mkr", "mnkr")),
    ("meter", 1.0, ("meter", "m")),
    ("meter", 1e3, ("kilometer", "km")),
    ("meter", 1e4, ("mil",)),
)
"""Units of working time, money and length: the one they are compared in, how many of it, and their forms."""


_PLURALS: Final[tuple[tuple[str, str], ...]] = (
    *((unit.forms[2], unit.forms[0]) for unit in UNITS if unit.forms[0] != unit.forms[2]),
    ("ingar", "ing"), ("ioner", "ion"), ("elser", "else"), ("iteter", "itet"), ("lampor", "lampa"), ("skolor", "skola"),
    ("rundor", "runda"), ("kameror", "kamera"), ("kronor", "krona"), ("träffar", "träff"), ("stigar", "stig"), ("bilar", "bil"),
    ("cyklar", "cykel"), ("tunnlar", "tunnel"), ("krogar", "krog"), ("ungdomar", "ungdom"), ("kontroller", "kontroll"),
    ("patruller", "patrull"), ("insatser", "insats"), ("platser", "plats"), ("klasser", "klass"), ("kurser", "kurs"),
    ("elever", "elev"), ("personer", "person"), ("grupper", "grupp"), ("åtgärder", "åtgärd"), ("dialoger", "dialog"),
    ("rapporter", "rapport"), ("enkäter", "enkät"), ("kampanjer", "kampanj"), ("familjer", "familj"), ("butiker", "butik"),
    ("lokaler", "lokal"), ("assistenter", "assistent"), ("möten", "möte"), ("tillfällen", "tillfälle"), ("ställen", "ställe"),
)  # fmt: skip
"""Plural and singular of what promises count, also at the end of a compound."""


_NEUTERS: Final = (
    "möten", "tillfällen", "ställen", "besök", "pass", "samtal", "dygn", "brott", "tillslag", "utskick", "larm", "arrangemang",
    "evenemang", "program", "beslut", "brev", "test", "prov",
)  # fmt: skip
"""Plurals of the neuters that promises count; those not above are the same in the singular."""
_NOUNS: Final = (*(many for many, _ in _PLURALS), *_NEUTERS)
_ADJECTIVES: Final = {
    "öppna": ("öppen", "öppet"), "egna": ("egen", "eget"), "vuxna": ("vuxen", "vuxet"), "nya": ("ny", "nytt"), "små": ("liten", "litet"),
    **{word: (word, word) for word in ("extra", "olika", "bra", "äkta", "lila", "rosa")},
}  # fmt: skip
"""Plural adjectives with their common and neuter singular, where no rule gives them."""


def in_number(unit: str, number: float) -> str:
    """A unit in the singular after 1, with its adjectives, else in the plural, where its forms are known."""
    words = unit.split(" ")
    if words[0] in ("gång", "gånger"):
        words[0] = "gång" if number == 1 else "gånger"
    elif number == 1:
        at = next((i for i, word in enumerate(words) if word.endswith(_NOUNS)), len(words))
        if at < len(words) and all(word in _ADJECTIVES or word.endswith(("a", "ade")) for word in words[:at]):
            neuter = words[at].endswith(_NEUTERS)
            words[:at] = [_singular_adjective(word, neuter=neuter) for word in words[:at]]
            many, one = next(((many, one) for many, one in _PLURALS if words[at].endswith(many)), ("", ""))
            words[at] = words[at].removesuffix(many) + one
    return " ".join(words)


def _singular_adjective(plural: str, *, neuter: bool) -> str:
    """“inställd” or “inställt” of “inställda”."""
    if plural in _ADJECTIVES:
        return _ADJECTIVES[plural][neuter]
    stem = plural[:-2] if plural.endswith("mma") else plural[:-1]
    if not neuter:
        return stem
    if plural.endswith("ade") or re.search(r"[^aeiouyåäö]d$", stem):
        return f"{stem[:-2]}tt" if stem.endswith("dd") else f"{stem[:-1]}t"
    if stem.endswith("d"):
        return f"{stem[:-1]}tt"
    return stem if re.search(r"[^aeiouyåäö]t$", stem) else f"{stem}t"


def scale_of(unit: str) -> tuple[str, float]:
    """Unit to compare in, and how many of it one is: (kronor, 1000) for tkr."""
    first, _, rest = unit.partition(" ")
    for base, factor, forms in _SCALES:
        if first in forms:
            return f"{base} {rest}".rstrip(), factor
    return unit, 1.0


def forms_of(unit: Unit) -> Iterator[tuple[str, str]]:
    """Written forms: singular and plural, indefinite and definite."""
    yield from zip(unit.forms, ("one", "the", "many", "the-many"), strict=True)
    if unit.name == "timme":
        yield from (("timma", "one"), ("timman", "the"), ("tim", "many"))
    yield from ((f"{form}s", "of") for form in unit.forms)


def is_same_kind(one: str, other: str) -> bool:
    """Whether two units name the same thing: “kväll” and “kvällar”, “insatser” and “trafikinsatser”."""
    return any(
        word[:_STEM] == part[:_STEM] or word.endswith(part) or part.endswith(word)
        for word in fold(one).split()
        for part in fold(other).split()
        if min(len(word), len(part)) > 2
    )


_STEM: Final = 5
"""Letters at the start of a unit that name the same thing."""


def unit_of_days(days: float) -> Unit | None:
    """Most common unit of this exact length, or None."""
    usual = ("dag", "vardag", "vecka", "månad", "kvartal", "tertial", "halvår", "år", "timme", "minut")
    return next((BY_NAME[name] for name in usual if abs(BY_NAME[name].days - days) < days * 0.004), None)


def multiple_of_days(days: float) -> tuple[int, Unit] | None:
    """Length as a multiple of one unit: 14 days, 2 weeks.

    24 hours become a day only as “1 dag”.
    """
    for name in ("år", "månad", "vecka", "dag", "timme", "minut"):
        count = days / BY_NAME[name].days
        if count > 0.5 and abs(count - round(count)) < 0.004 * count:
            return round(count), BY_NAME[name]
    return None


def format_length(days: float, lang: Language, name: str = "") -> str:
    """Length in a given or the usual unit: “2 veckor”."""
    found = (round(days / BY_NAME[name].days, 2), BY_NAME[name]) if name else multiple_of_days(days)
    count, unit = found or (round(days, 1), BY_NAME["dag"])
    names = unit.english if lang == "en" else (unit.forms[0], unit.forms[2])
    return f"{format_number(count, lang)} {names[count != 1]}"


def format_rate(days: float, lang: Language, name: str = "") -> str:
    """Rate: “per vecka”, “varannan vecka”, “per 3 veckor”."""
    unit = BY_NAME[name] if name else None
    count: float = round(days / unit.days, 2) if unit else 1
    if unit is None:
        unit = unit_of_days(days)
    if unit is None:
        count, unit = multiple_of_days(days) or (round(days, 1), BY_NAME["dag"])
    if count == 1:
        return Text(f"per {unit.forms[0]}", f"per {unit.english[0]}")[lang]
    if count == 2:
        other = "vartannat" if unit.forms[1].endswith("t") else "varannan"
        return Text(f"{other} {unit.forms[0]}", f"every other {unit.english[0]}")[lang]
    return Text(
        f"per {format_number(count, 'sv')} {unit.forms[2]}",
        f"per {format_number(count, 'en')} {unit.english[1]}",
    )[lang]


BY_FORM: Final = {form: unit for unit in reversed(UNITS) for form, _ in forms_of(unit)}
"""Each unit by every form of its name."""


def rate_of(rate: str) -> tuple[float, Unit] | None:
    """Days and unit of a file's rate: “2 veckor”.

    None for a rate without a unit.
    """
    count, _, name = rate.rpartition(" ")
    unit = BY_FORM.get(name)
    return (unit.days * int(count or 1), unit) if unit else None


def is_share(unit: str | None) -> bool:
    """True for “procent”, “procentenheter” and “andelen nöjda”."""
    return (unit or "").casefold().startswith((*PERCENT, "andel"))


LENGTHS: Final = {
    form: unit.days
    for unit in UNITS
    if not unit.is_part_of_day and unit.name not in ("år", "helg", "kvartal")
    for form in unit.forms
} | dict.fromkeys(("sekund", "sekunden", "sekunder", "sekunderna"), 1 / 86400)
"""Days of each unit in which a time can be given, by its forms."""


def is_length(unit: str | None) -> bool:
    """True for “timmar” and “arbetsdagar i snitt”."""
    return (unit or "").casefold().split(" ")[0] in LENGTHS
