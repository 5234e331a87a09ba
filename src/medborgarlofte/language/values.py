"""Values of token runs: numbers, bounds, rates, moments."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from medborgarlofte.language.calendar import Edge, Moment, Precision
from medborgarlofte.language.classes import Token
from medborgarlofte.language.expressions import Approximate, Bounds
from medborgarlofte.units import BY_NAME

NUMBERS = frozenset(("NUM", "CARD", "GROUP", "TENS", "PAIR", "HALVANNAN", "HALV", "ART", "YEAR"))


def parse_number(tokens: Sequence[Token]) -> tuple[float, bool]:
    """Value, and whether approximate.

    Words in brackets repeat the number.
    """
    total, value, about = 0.0, 0.0, False
    opened = next((at for at, token in enumerate(tokens) if token.name == "OPEN"), len(tokens))
    for token in tokens[:opened]:
        number = _FIXED.get(token.name, token.word.value)
        if token.name == "GROUP" and number >= 1000:
            total, value = total + (value or 1.0) * number, 0.0
        elif token.name == "GROUP":
            value = (value or 1.0) * number
        elif token.name != "ART":
            value += number
        about = about or token.name in ("TENS", "PAIR")
    if opened and tokens[opened - 1].name == "ART":
        value += 1.0
    return total + value, about


_FIXED = {"PAIR": 2.0, "HALVANNAN": 1.5, "HALV": 0.5}


def parse_bounds(tokens: Sequence[Token], *, negated: bool = False) -> Bounds | None:
    """Bounds of “inte färre än tolv”, “cirka 3–4”.

    None for a decreasing range.
    """
    runs = list(_number_runs(tokens))
    if not runs:
        return None
    (first, about), *rest = [parse_number(run) for run in runs[:2]]
    second = rest[0][0] if rest else None
    if second is not None and second <= first:
        return None
    return limited(tokens, first, second, negated=negated, about=about)


def limited(
    tokens: Sequence[Token],
    first: float,
    second: float | None = None,
    *,
    negated: bool = False,
    about: bool = False,
) -> Bounds:
    """Bounds of a number, or of a span, by the words of limit beside it."""
    names = {token.name for token in tokens}
    approximate: Approximate = (
        "over"
        if "DRYGT" in names
        else "under"
        if "KNAPPT" in names
        else "about"
        if about or "ABOUT" in names
        else ""
    )
    more, less = not names.isdisjoint(("MORE", "OVER")), not names.isdisjoint(("LESS", "UNDER"))
    turned = negated or "NOT" in names
    last = first if second is None else second
    if (more and turned) or not names.isdisjoint(("MAX", "ORLESS")) or (less and not turned):
        return Bounds(None, last, less and names.isdisjoint(("MAX", "ORLESS")), approximate)
    if (less and turned) or more or not names.isdisjoint(("MIN", "ORMORE", "PLUS")):
        return Bounds(first, None if less else second, more, approximate)
    return Bounds(first, last, False, approximate)


def _number_runs(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """Number runs split at a dash, “till”, “eller”.

    “och en halv” belongs to its number.
    """
    run: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.name == "AND" and [t.name for t in tokens[at + 1 : at + 3]] == ["ART", "HALV"]:
            if run and run[-1].name == "ART":  # “en och en halv timme”
                run[-1] = run[-1]._replace(name="HALVANNAN")
            else:
                run.append(tokens[at + 2])
            at += 3
            continue
        if token.name in NUMBERS or token.name in ("OPEN", "CLOSE"):
            run.append(token)
        elif run:
            yield run
            run = []
        at += 1
    if run:
        yield run


class Rate(NamedTuple):
    """Frequency: days, unit and weekdays (Monday is 0)."""

    days: float | None
    unit: str
    weekdays: tuple[int, ...] = ()


def parse_rate(tokens: Sequence[Token]) -> Rate:
    """Rate of “varannan vecka”, None without unit."""
    factor = 1.0
    of: Token | None = None
    weekdays: list[int] = []
    for token in tokens:
        if token.name == "SECOND":
            factor = 2.0
        elif token.name == "ORD" and of is None:
            factor = max(token.word.value, 1.0)
        elif token.name in ("NUM", "CARD"):
            factor *= token.word.value
        elif token.name in _RATED and of is None:
            of = token
        elif token.name in ("WDAY", "WDAYS"):
            weekdays.append(int(token.word.value))
    if weekdays:
        return Rate(7.0 * factor, "vecka", tuple(dict.fromkeys(weekdays)))
    if of is None:
        return Rate(None, "")
    unit = BY_NAME["år"] if of.name.startswith("SEASON") else BY_NAME[of.word.unit]
    return Rate(unit.days * factor, unit.name)


_RATED = frozenset(("UNIT", "UNITDEF", "UNITOF", "OFTEN", "SEASON", "SEASONDEF"))


def parse_moment(tokens: Sequence[Token]) -> Moment | None:
    """Moment of “den 3 maj 2031”, “vecka 7”."""
    moment = _moment(tokens)
    return moment and replace(moment, span=(tokens[0].start, tokens[-1].end))


def _moment(tokens: Sequence[Token]) -> Moment | None:
    by_name = {token.name: token for token in tokens}
    year = int(by_name["YEAR"].word.value) if "YEAR" in by_name else None
    edge = _edge(by_name.get("EDGE"))
    if "DATE" in by_name:
        return parse_date(by_name["DATE"].norm)
    if "WEEKNO" in by_name and "NUM" in by_name:
        week, unit = int(by_name["NUM"].word.value), by_name["WEEKNO"].word.unit
        if unit in _PARTS:
            return _part_of_year(week, unit, year, edge)
        return Moment("week", year, name=str(week)) if 1 <= week <= 53 else None
    if "MONTH" in by_name:
        month = int(by_name["MONTH"].word.value)
        day = next((int(t.word.value) for t in tokens if t.name in ("NUM", "ORD")), None)
        return Moment("month" if day is None else "day", year, month, day, edge)
    for name in ("SEASON", "SEASONDEF", "FEAST", "MILESTONE"):
        if name in by_name and by_name[name].norm.endswith(_MANY):
            return None  # “vid skolavslutningar” names no day
        if name in by_name:
            precision: Precision = "season" if name.startswith("SEASON") else "milestone"
            return Moment(precision, year, name=by_name[name].word.unit)
    if "ORD" in by_name and "UNITDEF" in by_name:
        return _part_of_year(by_name["ORD"].word.value, by_name["UNITDEF"].word.unit, year, edge)
    return Moment("year", year, edge=edge) if year else None


_MANY = ("avslutningar", "starter", "skiften")


_PARTS = {"kvartal": 3, "tertial": 4, "halvår": 6}
"""Parts of a year that are numbered, with their months."""


def _part_of_year(number: float, unit: str, year: int | None, edge: Edge) -> Moment | None:
    """Last month of “tredje kvartalet”."""
    last = int(number * _PARTS.get(unit, 0))
    return Moment("month", year, last, edge=edge) if 0 < last <= 12 else None


def _edge(token: Token | None) -> Edge:
    if token is None:
        return ""
    edges: dict[str, Edge] = {
        "början": "start", "ingången": "start", "mitten": "middle", "slutet": "end", "utgången": "end",
    }  # fmt: skip
    return next((edge for word, edge in edges.items() if word in token.norm), "")


_ISO = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)")
_SLASH = re.compile(r"(\d{1,2})/(\d{1,2})(?:[ -](\d{4}))?")


def parse_date(written: str) -> Moment | None:
    """Numeric date: “2031-05-03”, “3/5 2031”.

    A nonexistent day is kept as written.
    """
    if found := _ISO.fullmatch(written):
        year, month, day = (int(part) for part in found.groups())
    elif found := _SLASH.fullmatch(written):
        day, month = int(found[1]), int(found[2])
        year = int(found[3]) if found[3] else 0
    else:
        return None
    return Moment("day", year or None, month, day)


def last_day(moment: Moment, start: dt.date | None, *, inclusive: bool) -> dt.date | None:
    """Last day in time for a moment.

    “före” ends the day before it begins; before the end of something is while it lasts.
    """
    if inclusive or moment.edge == "end":
        return moment.last(start)
    one = dt.timedelta(days=1)
    day = moment.first(start + one if start else None)  # “före nyår” is not before the first day
    return day and day - one
