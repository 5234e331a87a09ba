"""Expressions as phrases, and what is read from a text, in Swedish and English."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from medborgarlofte.i18n import Language, Text
from medborgarlofte.language import expressions as ex
from medborgarlofte.language.analysis import analyse
from medborgarlofte.language.calendar import WEEKDAYS, Moment
from medborgarlofte.swedish import MONTHS, format_number
from medborgarlofte.units import format_length, format_rate

KINDS: Final[Mapping[type[ex.Located], Text]] = {
    ex.Count: Text("antal", "count"),
    ex.Share: Text("andel", "share"),
    ex.Duration: Text("varaktighet", "duration"),
    ex.Response: Text("svarstid", "response time"),
    ex.Schedule: Text("schema", "schedule"),
    ex.Change: Text("förändring", "change"),
    ex.Deadline: Text("sista dag", "deadline"),
    ex.Window: Text("tidpunkt", "time"),
    ex.Scope: Text("omfattning", "scope"),
    ex.Validity: Text("giltighetstid", "time of validity"),
    ex.Exemption: Text("undantag", "exemption"),
    ex.Label: Text("tal som inte mäter", "number that measures nothing"),
    ex.Reservation: Text("förbehåll", "reservation"),
    ex.Condition: Text("villkor", "condition"),
    ex.Predicate: Text("vagt verb", "vague verb"),
    ex.Obligation: Text("svagare än ”ska”", "weaker than “shall”"),
    ex.Claim: Text("påstående om förändring", "claim of change"),
    ex.Absolute: Text("absolut mål", "absolute goal"),
    ex.Relative: Text("relativ tid", "relative time"),
    ex.Passive: Text("passiv utan den som gör", "passive without who does it"),
    ex.Effort: Text("insats", "effort"),
    ex.Referent: Text("plats eller grupp", "place or group"),
}
"""What each kind of expression is called."""

REPORTED: Final = Text("siffra om hur det är, inget mål", "figure of how things are, no target")
"""What a count or share is called that a survey or a statement gives."""

LABELS: Final[Mapping[str, Text]] = {
    "age": Text("ålder", "age"),
    "school year": Text("årskurs", "school year"),
    "number": Text("nummer", "number"),
    "law": Text("lagrum", "law"),
    "phone": Text("telefon", "phone"),
    "hours": Text("klockslag", "hours"),
    "year": Text("år", "year"),
    "name": Text("namn", "name"),
    "code": Text("beteckning", "code"),
}
_ENGLISH_DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_APPROXIMATE: Final[Mapping[str, Text]] = {
    "": Text("", ""),
    "about": Text("cirka ", "about "),
    "over": Text("drygt ", "just over "),
    "under": Text("knappt ", "just under "),
}
_QUANTIFIERS: Final[Mapping[str, Text]] = {
    "all": Text("alla", "all"),
    "most": Text("de flesta", "most"),
    "some": Text("några", "some"),
    "none": Text("inga", "no"),
}


def format_expression(found: ex.Located, lang: Language) -> str:
    """Meaning as a phrase; empty if verbatim."""
    writer = _WRITERS.get(type(found))
    return writer(found, lang) if writer else ""


def format_bounds(bounds: ex.Bounds, lang: Language, *, scale: float = 1.0) -> str:
    """“minst 5”, “högst 20”, “3–4”, “cirka 60”."""
    low, high = (
        None if v is None else format_number(round(v * scale, 2), lang) for v in (bounds.low, bounds.high)
    )
    about = _APPROXIMATE[bounds.approximate][lang]
    if low is not None and high is not None:
        return f"{about}{low}" if low == high else f"{about}{low}–{high}"
    if low is not None:
        word = Text("fler än", "more than") if bounds.strict else Text("minst", "at least")
        return f"{word[lang]} {about}{low}"
    word = Text("färre än", "fewer than") if bounds.strict else Text("högst", "at most")
    return f"{word[lang]} {about}{high}"


def _count(found: ex.Count, lang: Language) -> str:
    one = found.bounds.low == 1 == (found.bounds.high or 1)
    times = Text("gång" if one else "gånger", "time" if one else "times")[lang]
    parts = [format_bounds(found.bounds, lang), *(() if found.is_bare else (found.unit or times,))]
    if found.per_unit == "perioden":
        parts.append(Text("under perioden", "during the period")[lang])
    elif found.per:
        parts.append(format_rate(found.per, lang, found.per_unit))
    if found.each:
        parts.append(Text(f"för varje {found.each}", f"for each {found.each}")[lang])
    return " ".join(parts)


def _share(found: ex.Share, lang: Language) -> str:
    whole = Text(f" av {found.of}", f" of {found.of}")[lang] if found.of else ""
    return f"{format_bounds(found.bounds, lang, scale=100)} {Text('procent', 'per cent')[lang]}{whole}"


def _duration(found: ex.Duration, lang: Language) -> str:
    days = found.bounds.high if found.bounds.high is not None else found.bounds.low
    return Text("i ", "for ")[lang] + format_length(days or 0, lang)


def _response(found: ex.Response, lang: Language) -> str:
    if not found.days:
        return Text("samma dag", "the same day")[lang]
    return (
        Text("inom ", "within ")[lang]
        + _APPROXIMATE[found.approximate][lang]
        + format_length(found.days, lang, found.unit)
    )


def _schedule(found: ex.Schedule, lang: Language) -> str:
    if found.each:
        return Text(f"vid varje {found.each}", f"at each {found.each}")[lang]
    times = "" if found.times == 1 else f"{format_number(found.times, lang)} {Text('gånger', 'times')[lang]} "
    rate = format_rate(found.per or 1, lang, found.per_unit)
    if not times:
        rate = rate.replace("per ", Text("varje ", "every ")[lang], 1)
    if not found.weekdays:
        return f"{times}{rate}"
    days = [Text(WEEKDAYS[n], _ENGLISH_DAYS[n])[lang] for n in found.weekdays]
    return f"{', '.join(days)} ({times}{rate})"


def format_moment(moment: Moment, lang: Language) -> str:
    """“31 oktober 2031”, “mitten av mars”, “vecka 7”."""
    year = f" {moment.year}" if moment.year else ""
    if moment.precision == "clock":
        return Text("ett klockslag", "a time of day")[lang]
    if moment.precision == "week":
        return Text(f"vecka {moment.name}{year}", f"week {moment.name}{year}")[lang]
    if moment.name:
        return f"{moment.name}{year}"
    edge = {
        "start": Text("början av ", "the beginning of "), "middle": Text("mitten av ", "the middle of "),
        "end": Text("slutet av ", "the end of "), "": Text("", ""),
    }[moment.edge][lang]  # fmt: skip
    if moment.month is None or not 1 <= moment.month <= 12:
        return f"{edge}{moment.year}"
    day = f"{moment.day} " if moment.day else ""
    return f"{edge}{day}{MONTHS[moment.month - 1][lang]}{year}"


def _deadline(found: ex.Deadline, lang: Language) -> str:
    word = Text("senast", "by") if found.inclusive else Text("före", "before")
    return f"{word[lang]} {format_moment(found.moment, lang)}"


def _window(found: ex.Window, lang: Language) -> str:
    first = format_moment(found.moment, lang)
    return f"{first} – {format_moment(found.until, lang)}" if found.until else first


def _change(found: ex.Change, lang: Language) -> str:
    if found.was and found.becomes:
        scale = 100.0 if found.unit == "procent" else 1.0
        was, becomes = (format_bounds(bounds, lang, scale=scale) for bounds in (found.was, found.becomes))
        return Text(f"från {was} till {becomes} {found.unit}", f"from {was} to {becomes} {found.unit}")[
            lang
        ].strip()
    verb = Text("ökar", "rises") if found.direction == "up" else Text("minskar", "falls")
    unit = Text("procent", "per cent")[lang] if found.is_share else found.unit
    if found.becomes:
        return f"{verb[lang]} {Text('till', 'to')[lang]} {format_bounds(found.becomes, lang)} {unit}".strip()
    figure = format_bounds(found.by, lang, scale=100 if found.is_share else 1) if found.by else ""
    return f"{verb[lang]} {Text('med', 'by')[lang]} {figure} {unit}".strip() if figure else verb[lang]


def _scope(found: ex.Scope, lang: Language) -> str:
    each = found.word in ("varje", "respektive", "varenda", "vartenda")
    quantifier = Text("varje", "each") if each else _QUANTIFIERS[found.quantifier]
    return f"{quantifier[lang]} {found.noun}"


def _label(found: ex.Label, lang: Language) -> str:
    return LABELS[found.kind][lang]


_WRITERS: Final[Mapping[type[Any], Callable[[Any, Language], str]]] = {
    ex.Count: _count, ex.Share: _share, ex.Duration: _duration, ex.Response: _response, ex.Schedule: _schedule,
    ex.Deadline: _deadline, ex.Window: _window, ex.Change: _change, ex.Scope: _scope, ex.Label: _label,
}  # fmt: skip


# ---------------------------------------------------------------- a whole text


@dataclass(frozen=True, slots=True)
class Explained:
    """One expression in words."""

    start: int
    end: int
    kind: str
    """What the kind is called."""
    written: str
    """The words in the text, with white space collapsed."""
    meaning: str
    """How they are understood; empty where the words say it all."""


def explain_text(text: str, lang: Language) -> list[Explained]:
    """Expressions in order.

    Places and groups only beside an effort.
    """
    analysis = analyse(text)
    found = analysis.expressions
    efforts = any(isinstance(one, ex.Effort) for one in found)
    return [
        Explained(
            one.start, one.end, (REPORTED if analysis.is_reported(one) else KINDS[type(one)])[lang], " ".join(text[one.start : one.end].split()),
            format_expression(one, lang),
        )
        for one in found
        if efforts or not isinstance(one, ex.Referent)
    ]  # fmt: skip


NOTHING: Final = Text(
    "Inget i texten är ett tal, en tid, ett förbehåll eller ett vagt verb.",
    "Nothing in the text is a number, a time, a reservation or a vague verb.",
)
"""Where the explanation is empty."""


def format_explanation(text: str, lang: Language) -> str:
    """Line per expression: “antal: ”två kvällar” = 2 kvällar”."""
    quotes = ("”", "”") if lang == "sv" else ("“", "”")
    lines = (
        f"{one.kind}: {quotes[0]}{one.written}{quotes[1]}" + (f" = {one.meaning}" if one.meaning else "")
        for one in explain_text(text, lang)
    )
    return "\n".join(lines)
