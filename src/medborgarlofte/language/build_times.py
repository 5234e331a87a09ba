"""Builders of moments, times and schedules."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from medborgarlofte.language import expressions as ex
from medborgarlofte.language.calendar import SEASONS, Moment
from medborgarlofte.language.expressions import Bounds, Expression
from medborgarlofte.language.match import Match, joined
from medborgarlofte.language.values import parse_moment, parse_rate
from medborgarlofte.units import BY_NAME


def build_validity(match: Match) -> Expression | None:
    """How long a promise or an agreement applies; “ett år i taget” ends on no day."""
    if not any(token.word.topic == "PROMISE" for token in (*match.before(12), *match.all)):
        return None
    if years := match.group("years"):
        first, last = (int(match.group(name)[0].word.value) for name in ("first", "last"))
        return ex.Validity(years=(first, last), start=years[0].start, end=years[-1].end)
    if length := match.group("length"):
        amount, unit = match.bounds("amount"), match.group("unit")[0].word
        each = match.next(1)[0].norm == "framåt" or match.follows("i", ("taget",))
        if amount is None or amount.low is None or each or unit.unit not in ("år", "månad"):
            return None
        return ex.Validity(days=amount.low * unit.value, start=length[0].start, end=length[-1].end)
    [adjective] = match.group("long")
    if "årig" not in adjective.norm or match.all[-1].word.topic != "PROMISE":
        return None
    return ex.Validity(days=adjective.word.value, start=adjective.start, end=adjective.end)


# ---------------------------------------------------------------- moments


def build_window(match: Match) -> Expression | None:
    moment = parse_moment(match.group("moment"))
    if moment is None or _is_described(match):
        return None
    first = match.group("first")
    if not first:
        return ex.Window(moment=moment, **match.span)
    names = [token.name for token in match.all]
    both = "AND" in names and "BETWEEN" not in names
    if both and (names[0] in ("FEAST", "MILESTONE") or any(t.name == "LATEST" for t in match.before(1))):
        return None  # two deadlines, “valborg och skolavslutningen”
    began = parse_moment(first)
    if began is None and first[-1].name in ("NUM", "ORD"):
        span = (first[0].start, first[-1].end)
        began = Moment("day", moment.year, moment.month, int(first[-1].word.value), span=span)
    if began is None or (began.precision == "year") != (moment.precision == "year"):
        return None
    began = replace(began, year=began.year or moment.year)
    return ex.Window(moment=began, until=moment, **match.span)


def _is_described(match: Match) -> bool:
    """“en lugnare valborg”, “en trygg skolavslutning”: how it is to be, and not when."""
    before = [token for token in match.before(2) if token.word.clause not in ("COMPARE", "FEEL", "GOOD")]
    return match.all[0].name in ("FEAST", "MILESTONE") and [one.name for one in before[-1:]] == ["ART"]


def build_clock(match: Match) -> Expression:
    return ex.Deadline(moment=Moment("clock"), **match.span)


def build_deadline(match: Match) -> Expression | None:
    season = match.group("season")
    moment = Moment("season", name=season[0].word.unit) if season else parse_moment(match.group("moment"))
    how = match.group("how", "how2")
    if moment is None or (how[0].name == "TO" and moment.precision == "year" and not moment.edge):
        return None
    before = any(token.name == "BEFORE" for token in match.all)
    if moment.precision == "month" and [token.norm for token in match.next(2)] in _MONTHS_END:
        moment = replace(moment, edge="end")
    return ex.Deadline(moment=moment, inclusive=not before, **match.span)


_MONTHS_END: Final = (["månads", "slut"], ["månads", "utgång"])
"""“april månads slut”."""


# ---------------------------------------------------------------- times

_SHORT: Final = frozenset([
    "minut", "kvart", "halvtimme", "timme", "dygn", "dag", "arbetsdag", "vardag", "skoldag", "vecka", "månad", "år",
])  # fmt: skip


_LONG: Final = ("halvår", "kvartal", "termin", "läsår")


def build_response(match: Match) -> Expression | None:
    if soon := match.group("soon"):
        unit, same = soon[0].word, match.all[0].name == "SAME"
        if soon[0].name != "UNIT" or not (same or unit.value <= BY_NAME["vecka"].days):
            return None  # “nästa år” is when
        return ex.Response(days=0.0 if same else unit.value, unit="" if same else unit.unit, **match.span)
    if match.group("after"):
        return ex.Response(days=1.0, **match.span)
    bounds, unit = match.bounds("amount", "amount2"), match.group("unit", "unit2", "unit3")[0].word
    if nth := match.group("nth"):
        if unit.value > BY_NAME["vecka"].days and match.all[-1].name != "AFTER":
            return None  # “senast tredje kvartalet” is a deadline
        bounds = Bounds(nth[0].word.value, nth[0].word.value)
    if bounds is None or (match.all[0].name == "ON" and (unit.unit not in _SHORT or bounds.low is None)):
        return None
    most = bounds.high if bounds.high is not None else bounds.low
    return ex.Response(
        days=(most or 0) * unit.value, approximate=bounds.approximate, unit=unit.unit, **match.span
    )


def build_ceiling(match: Match) -> Expression | None:
    """“högst tolv minuter”: maximum duration, not a count."""
    unit, bounds = match.group("unit")[0], match.bounds("amount")
    if bounds is None or bounds.high is None or unit.word.unit not in _SHORT:
        return None
    return ex.Response(
        days=bounds.high * unit.word.value, approximate=bounds.approximate, unit=unit.word.unit, **match.span
    )


def build_duration(match: Match) -> Expression | None:
    if match.argument == "lasting":
        days = match.all[0].word.value
        return ex.Duration(bounds=Bounds(days, days), **match.span)
    bounds, unit = match.bounds("amount", "amount2"), match.group("unit", "unit2")[0]
    if (
        bounds is None
        or (match.all[0].name == "UNDER" and unit.word.unit == "år")
        or unit.word.unit not in (*_SHORT, *_LONG)
    ):
        return None
    if unit.word.unit == "timme" and match.next(1)[0].name == "EVERY" and match.next(2)[-1].word.value >= 7:
        return None  # “i hundra timmar varje månad” is how much
    of = unit.name == "UNITOF" or unit.word.value < 1  # “en dags kurs”, “en timme om brand”
    one = [token.name for token in match.group("amount", "amount2")] == ["ART"]
    if one and not (of if match.argument == "of" else unit.word.unit in _LONG):
        return None
    return ex.Duration(bounds=bounds.scaled(unit.word.value), **match.span)


# ---------------------------------------------------------------- schedules


def build_schedule(match: Match) -> Expression | None:
    if match.argument:
        return _SCHEDULES[match.argument](match)
    if match.group("event"):
        if _is_whole(match):
            return None
        return ex.Schedule(times=1.0, per=None, each=joined(match.group("noun")), **match.span)
    if match.group("around"):
        return ex.Schedule(times=1.0, per=1.0, **match.span)
    if match.group("meeting"):
        unit = BY_NAME[match.all[0].word.unit]
        return ex.Schedule(times=1.0, per=unit.days, per_unit=unit.name, **match.span)
    if match.group("first"):
        first, last = (int(match.group(name)[0].word.value) for name in ("first", "last"))
        days = tuple((first + n) % 7 for n in range((last - first) % 7 + 1))
        return ex.Schedule(times=float(len(days)), per=7.0, weekdays=days, **match.span)
    return _recurring(match)


def _is_whole(match: Match) -> bool:
    """“för respektive verksamhet”, “vid varje skola”: all there are, and not when."""
    noun = match.group("noun")[-1]
    return noun.name == "NOUN" and (
        noun.word.topic in ("PLACE", "GROUP") or match.group("event")[0].norm == "för"
    )


def _recurring(match: Match) -> Expression | None:
    if match.all[0].norm == "/" or [token.norm for token in match.all] == ["i", "vardagen"]:
        return None  # “kväll/natt” and “i vardagen” are when
    every = match.group("every")
    factor = 2.0 if any(token.name in ("SECOND", "ODD") for token in match.all) else 1.0
    if every and every[0].name == "VAR":
        factor = every[1].word.value
    days = match.group("days")
    if any(token.name in ("MOST", "SOME") for token in match.before()):
        return None  # “de flesta fredagar”
    if days:
        weekdays = tuple(dict.fromkeys(int(t.word.value) for t in days if t.name in ("WDAY", "WDAYS")))
        if every and every[0].name in ("ORD", "LAST"):
            factor = BY_NAME["månad"].days / 7
        if factor == 1.0 and len(days) == 1 and days[0].name == "WDAY" and not every:
            return None
        return ex.Schedule(times=float(len(weekdays)), per=7.0 * factor, weekdays=weekdays, **match.span)
    rate = parse_rate(match.group("unit", "often", "rate"))
    if any(token.name == "ALL" for token in match.all) and match.group("unit")[0].name == "UNITOF":
        rate = parse_rate(match.all[-1:])
    weekdays = tuple(int(token.word.value) for token in match.all if token.name in ("WDAY", "WDAYS"))
    per = rate.days or BY_NAME["år"].days
    return ex.Schedule(
        times=1.0, per=per * factor, per_unit=rate.unit or "år", weekdays=weekdays, **match.span
    )


def _seasons(match: Match) -> Expression | None:
    """“vår och höst”."""
    if not {match.all[0].norm, match.all[-1].norm} <= {*SEASONS}:
        return None
    return ex.Schedule(times=2.0, per=BY_NAME["år"].days, per_unit="år", **match.span)


def _every_day(match: Match) -> Expression | None:
    """“båda dagarna”, but not “hela dagen”."""
    noun = match.group("days")[0].norm
    if not noun.endswith("na") or match.all[0].norm.startswith("hel"):
        return None
    if noun == "helgdagarna":
        return ex.Schedule(times=2.0, per=7.0, weekdays=(5, 6), **match.span)
    return ex.Schedule(times=1.0, per=None, each=noun, **match.span)


def _named_day(match: Match) -> Expression | None:
    """“varje matchdag”, which comes as often as there are matches."""
    noun = match.group("day")
    return (
        ex.Schedule(times=1.0, per=None, each=joined(noun), **match.span)
        if noun[0].norm.endswith("dag")
        else None
    )


def _plural(match: Match) -> Expression | None:
    """Schedule of “vardagar”, “helger”; None for “kvällar”."""
    token = match.all[0]
    if token.norm not in (*BY_NAME["vardag"].forms[2:], *BY_NAME["helg"].forms[2:]):
        return None
    beside = (*match.before(2), *match.next(2))
    if token.word.unit == "helg" and any(
        BY_NAME[t.word.unit].is_part_of_day for t in beside if t.name == "UNIT"
    ):
        return None  # “kvällar och helger” is when, not how often
    if any(t.name in ("MOST", "SOME") for t in match.before()):
        return None  # “de flesta vardagar”
    if token.word.unit == "helg" and any(t.norm in ("även", "också", "inklusive") for t in match.before(2)):
        return ex.Schedule(times=1.0, per=1.0, per_unit="dag", **match.span)  # on all the other days too
    return ex.Schedule(times=1.0, per=token.word.value, per_unit=token.word.unit, **match.span)


def _day_of_month(match: Match) -> Expression | None:
    units = [token for token in match.all if token.name in ("UNIT", "UNITDEF")]
    if not units:
        return None
    of = units[-1]
    names = [token.name for token in match.all]
    if of.word.value < 28 and "EVERY" not in names and "SECOND" not in names:
        return None
    numbered = sum(token.name in ("ORD", "NUM", "LAST") for token in match.all)
    weekdays = tuple(int(token.word.value) for token in match.all if token.name in ("WDAY", "WDAYS"))
    return ex.Schedule(
        times=float(max(numbered, 1)),
        per=of.word.value * (2 if "SECOND" in names else 1),
        per_unit=of.word.unit,
        weekdays=weekdays,
        **match.span,
    )


_SCHEDULES: Final[Mapping[str, Callable[[Match], Expression | None]]] = {
    "plural": _plural,
    "day": _named_day,
    "day of month": _day_of_month,
    "seasons": _seasons,
    "all": _every_day,
}
"""Builders by the argument of their row."""
