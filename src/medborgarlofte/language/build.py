"""Expressions built from the groups of a matched row."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal, cast

from medborgarlofte.language import expressions as ex
from medborgarlofte.language.calendar import Moment
from medborgarlofte.language.expressions import Bounds, Expression
from medborgarlofte.language.grammar import LETTER, compiled
from medborgarlofte.language.tokens import Token
from medborgarlofte.language.units import BY_NAME
from medborgarlofte.language.values import parse_bounds, parse_moment, parse_number, parse_rate


@dataclass(frozen=True, slots=True)
class Match:
    """A row that matched, with the tokens of its groups."""

    found: re.Match[str]
    tokens: Sequence[Token]
    argument: str
    """What stands after the colon in the kind of the row."""

    def group(self, *names: str) -> Sequence[Token]:
        """The tokens of the first of these groups that took part."""
        for name in names:
            if name in self.found.re.groupindex and self.found[name]:
                return self.tokens[self.found.start(name) : self.found.end(name)]
        return ()

    @property
    def all(self) -> Sequence[Token]:
        """Every token of the match."""
        return self.tokens[self.found.start() : self.found.end()]

    @property
    def span(self) -> dict[str, int]:
        """Start and end in the text, as arguments of an expression."""
        return {"start": self.all[0].start, "end": self.all[-1].end}

    def before(self, count: int = 1) -> Sequence[Token]:
        """The tokens just before, within the sentence."""
        at = self.found.start()
        near = self.tokens[max(0, at - count) : at]
        ends = [n for n, token in enumerate(near) if token.name in ("END", "STOP")]
        return near[ends[-1] + 1 :] if ends else near

    @property
    def after(self) -> Token | None:
        """The token just after."""
        at = self.found.end()
        return self.tokens[at] if at < len(self.tokens) else None

    @property
    def is_negated(self) -> bool:
        """Whether “inte” or “ingen” stands earlier in the clause."""
        clause: list[Token] = []
        for token in reversed(self.before(12)):
            if token.name == "COMMA":
                break
            clause.append(token)
        return any(token.name in ("NOT", "NONE") for token in clause)

    def bounds(self, *names: str) -> Bounds | None:
        """The bounds in a group; “en” is 1."""
        return parse_bounds(self.group(*names), negated=self.is_negated)


def _text(tokens: Sequence[Token]) -> str:
    return " ".join(token.norm for token in tokens)


def _label(match: Match) -> Expression | None:
    kind = cast('Literal["law"]', match.argument)
    hours = _hours(match.all) if match.argument == "hours" else None
    if match.argument == "school year":
        first = match.all[0]
        if first.name == "UNIT" and (first.norm != "år" or match.all[1].word.value > 13):
            return None
    return ex.Label(kind=kind, hours=hours, **match.span)


_CLOCK: Final = re.compile(r"(\d{1,2})(?:[.:](\d\d))?")


def _hours(tokens: Sequence[Token]) -> float | None:
    """The length of “16–18” or “20–01.30” in hours."""
    times: list[float] = []
    for token in tokens:
        if token.norm == "24/7":
            return 24.0
        found = _CLOCK.fullmatch(token.norm)
        if found:
            times.append(int(found[1]) + int(found[2] or 0) / 60)
    if len(times) != 2 or max(times) > 24:
        return None
    return (times[1] - times[0]) % 24 or 24.0


_TIME_PREPOSITIONS: Final = frozenset(("WITHIN", "IN", "ON", "PER", "LATEST", "EVERY", "OM", "AFTER", "VAR", "SINCE", "EDGE", "FOR", "AT", "OF"))


def _age(match: Match) -> Expression | None:
    """An age: with “mellan” or “över”, or beside people; otherwise the number is a time."""
    names = [token.name for token in match.all]
    before = match.before(2)
    beside = bool(before) and (before[-1].word.topic == "GROUP" or before[-1].norm in ("barn", "unga", "personer"))
    if "AGED" in names or "AGEWORD" in names or "AGE" in names:
        return ex.Label(kind="age", **match.span)
    if names[-1] == "PLUS":
        follows = match.after is not None and match.after.name in ("NOUN", "UNIT", "TIMES")
        return ex.Label(kind="age", **match.span) if beside or not follows else None
    unit = match.all[-1]
    if unit.name in ("NUM", "CARD"):
        return ex.Label(kind="age", **match.span) if beside and unit.word.value <= 100 else None
    if unit.word.unit != "år" and not (beside and "DASH" in names):
        return None
    limited = names[0] in ("UNDER", "OVER", "BETWEEN", "SINCE", "MORE", "LESS", "UNTIL")
    ranged = any(name in names for name in ("DASH", "AND", "TO", "OR"))
    preposition = bool(before) and before[-1].name in _TIME_PREPOSITIONS
    if (limited and not preposition) or beside or (ranged and not preposition and match.after is not None and match.after.name != "PER"):
        return ex.Label(kind="age", **match.span)
    return None


def _clock(match: Match) -> Expression:
    return ex.Deadline(moment=Moment("clock"), **match.span)


# ---------------------------------------------------------------- moments


def _window(match: Match) -> Expression | None:
    if match.argument == "weekday":
        return None
    moment = parse_moment(match.group("moment"))
    if moment is None:
        return None
    first = match.group("first")
    if not first:
        return ex.Window(moment=moment, **match.span)
    began = parse_moment(first) or (
        Moment("day", moment.year, moment.month, int(first[-1].word.value)) if first[-1].name in ("NUM", "ORD") else None
    )
    if began is None or (began.precision == "year") != (moment.precision == "year"):
        return None
    return ex.Window(moment=began, until=moment, **match.span)


def _deadline(match: Match) -> Expression | None:
    season = match.group("season")
    moment = Moment("season", name=season[0].word.unit) if season else parse_moment(match.group("moment"))
    how = match.group("how", "how2")
    if moment is None or (how[0].name == "TO" and moment.precision == "year" and not moment.edge):
        return None
    before = any(token.name == "BEFORE" for token in match.all)
    return ex.Deadline(moment=moment, inclusive=not before, **match.span)


# ---------------------------------------------------------------- times and changes

_SHORT: Final = frozenset(("minut", "kvart", "timme", "dygn", "dag", "arbetsdag", "vardag", "skoldag", "vecka", "månad", "år"))


def _response(match: Match) -> Expression | None:
    soon = match.group("soon")
    if soon:
        same = any(token.name == "SAME" for token in match.all)
        usable = soon[0].word.unit not in ("år", "termin", "månad", "säsong", "halvår", "läsår", "kvartal") or same
        plain = soon[0].name == "UNIT" and usable
        return ex.Response(days=0.0 if same else soon[0].word.value, **match.span) if plain else None
    if match.group("after"):
        return ex.Response(days=1.0, **match.span)
    bounds, unit = match.bounds("amount", "amount2"), match.group("unit", "unit2")[0]
    if match.all[0].name == "ON" and (unit.word.unit not in _SHORT or (bounds and bounds.low is None)):
        return None
    if bounds is None:
        return None
    most = bounds.high if bounds.high is not None else bounds.low
    return ex.Response(days=(most or 0) * unit.word.value, approximate=bounds.approximate, **match.span)


def _ceiling(match: Match) -> Expression | None:
    """“högst tolv minuter”: a ceiling on a time, not a number of minutes."""
    unit, bounds = match.group("unit")[0], match.bounds("amount")
    if bounds is None or bounds.high is None or unit.word.unit not in _SHORT:
        return None
    return ex.Response(days=bounds.high * BY_NAME[unit.word.unit].days, approximate=bounds.approximate, **match.span)


def _duration(match: Match) -> Expression | None:
    if match.argument == "lasting":
        days = match.all[0].word.value
        return ex.Duration(bounds=Bounds(days, days), **match.span)
    bounds, unit = match.bounds("amount"), match.group("unit")[0]
    if bounds is None or (match.all[0].name == "UNDER" and unit.word.unit == "år") or unit.word.unit not in _SHORT:
        return None
    if match.group("amount")[0].name == "ART":
        return None
    return ex.Duration(bounds=bounds.scaled(unit.word.value), **match.span)


def _change(match: Match) -> Expression | None:
    factor = match.group("factor")
    if factor:
        by, direction = {"HALVE": (0.5, "down"), "DOUBLE": (1.0, "up"), "TRIPLE": (2.0, "up")}[factor[0].name]
        return ex.Change(direction=_direction(direction), by=Bounds(by, by), is_share=True, **match.span)
    if match.group("was"):
        was, becomes = match.bounds("was"), match.bounds("becomes")
        if was is None or becomes is None or was.low is None or becomes.low is None:
            return None
        unit = match.group("unit2", "unit")
        percent = any(token.name == "PERCENT" for token in match.all)
        if percent:
            was, becomes = was.scaled(0.01), becomes.scaled(0.01)
        down = (becomes.low or 0) < (was.low or 0)
        return ex.Change(direction="down" if down else "up", was=was, becomes=becomes, unit=_text(unit), **match.span)
    verb, part = match.group("verb", "verb2")[0], match.group("part")
    bounds = Bounds(1 / part[0].word.value, 1 / part[0].word.value) if part else match.bounds("by")
    unit = match.group("unit")
    if bounds is None:
        return None
    percent = bool(unit) and unit[0].name in ("PERCENT", "POINTS")
    return ex.Change(
        direction="up" if verb.name == "UP" else "down", by=bounds.scaled(0.01) if percent else bounds,
        is_share=bool(part) or percent, unit=_text(unit), **match.span,
    )  # fmt: skip


def _direction(value: str) -> Literal["up", "down"]:
    return "up" if value == "up" else "down"


# ---------------------------------------------------------------- shares and counts


def _share(match: Match) -> Expression | None:
    of = _text([t for t in match.group("of", "of2") if t.name != "THE"])
    if match.group("percent"):
        bounds = match.bounds("amount")
        return ex.Share(bounds=bounds.scaled(0.01), of=of, **match.span) if bounds else None
    if match.group("part") or match.group("half"):
        part = match.group("part")
        count = parse_number(match.group("parts"))[0] if part else 1.0
        value = count / part[0].word.value if part else 0.5
        if part and match.group("parts")[0].name == "ART":
            value = 1 / part[0].word.value
        return ex.Share(bounds=_limited(match, value), of=of, **match.span)
    if match.group("whole"):
        some = 0.0 if match.group("some")[0].name == "NONE" else parse_number(match.group("some"))[0]
        whole = parse_number(match.group("whole"))[0]
        if not 0 < whole or some > whole:
            return None
        return ex.Share(bounds=_limited(match, some / whole), of=of or _text(match.group("unit")), counted=(some, whole), **match.span)
    nth = match.group("nth")
    part_of = int(nth[0].word.value) if nth else 2
    return ex.Share(bounds=Bounds(1 / part_of, 1 / part_of), of=of, **match.span)


def _limited(match: Match, value: float) -> Bounds:
    """A share with the words of limit before it."""
    names = {token.name for token in match.group("limit")}
    if names & {"MIN", "MORE", "OVER"}:
        return Bounds(value, None, "MIN" not in names)
    if names & {"MAX", "LESS", "UNDER"}:
        return Bounds(None, value, "MAX" not in names)
    return Bounds(value, value, False, "about" if "ABOUT" in names else "over" if "DRYGT" in names else "under" if "KNAPPT" in names else "")


def _count(match: Match) -> Expression | None:
    bounds = parse_bounds(match.group("limit"), negated=match.is_negated) if match.argument else match.bounds("amount")
    if match.argument:
        bounds = _limited(match, 1.0)
    if bounds is None:
        return None
    unit = match.group("unit")
    rate = match.group("rate")
    per, weekdays = parse_rate(rate) if rate else (None, ())
    each = match.group("each")
    if not unit and not rate and len(match.all) == 1 and _is_bare_label(match):
        return None
    if rate and weekdays:
        per = per
    return ex.Count(
        bounds=bounds, unit="" if unit and unit[0].name == "TIMES" else _text(_what(unit)), per=per,
        each=_text(each), **match.span,
    )  # fmt: skip


def _what(tokens: Sequence[Token]) -> Sequence[Token]:
    """The first two words of what is counted."""
    return [token for token in tokens if token.name != "WORD"][:2]


def _is_bare_label(match: Match) -> bool:
    """A number alone counts only at the end of a clause or before a word of function: “upp till 40.”"""
    before = match.before(1)
    return bool(before) and before[-1].name in ("YEARWORD", "NUMBERED", "STREET", "NAME", "SINCE", "TO", "AGE") 


# ---------------------------------------------------------------- schedules


def _schedule(match: Match) -> Expression | None:
    if match.argument == "plural":
        return _plural(match)
    if match.argument == "day of month":
        return _day_of_month(match)
    if match.group("event"):
        return ex.Schedule(times=1.0, per=None, each=_text(match.group("noun")), **match.span)
    if match.group("around"):
        return ex.Schedule(times=1.0, per=1.0, **match.span)
    if match.group("meeting"):
        return ex.Schedule(times=1.0, per=BY_NAME[match.all[0].word.unit].days, **match.span)
    if match.group("first"):
        first, last = (int(match.group(name)[0].word.value) for name in ("first", "last"))
        days = tuple((first + n) % 7 for n in range((last - first) % 7 + 1))
        return ex.Schedule(times=float(len(days)), per=7.0, weekdays=days, **match.span)
    return _recurring(match)


def _recurring(match: Match) -> Expression | None:
    every = match.group("every")
    factor = 2.0 if any(token.name in ("SECOND", "ODD") for token in match.all) else 1.0
    if every and every[0].name == "VAR":
        factor = every[1].word.value
    days = match.group("days")
    if days:
        weekdays = tuple(dict.fromkeys(int(t.word.value) for t in days if t.name in ("WDAY", "WDAYS")))
        if every and every[0].name in ("ORD", "LAST"):
            factor = BY_NAME["månad"].days / 7
        if factor == 1.0 and len(days) == 1 and days[0].name == "WDAY" and not every:
            return None
        return ex.Schedule(times=float(len(weekdays)), per=7.0 * factor, weekdays=weekdays, **match.span)
    per, _ = parse_rate(match.group("unit", "often", "rate"))
    return ex.Schedule(times=1.0, per=(per or BY_NAME["år"].days) * factor, **match.span)


def _plural(match: Match) -> Expression | None:
    """“vardagar” and “helger” are a schedule; “kvällar” and “veckor” are none."""
    token = match.all[0]
    if token.norm not in (*BY_NAME["vardag"].forms[2:], *BY_NAME["helg"].forms[2:]):
        return None
    return ex.Schedule(times=1.0, per=token.word.value, **match.span)


def _day_of_month(match: Match) -> Expression | None:
    units = [token for token in match.all if token.name in ("UNIT", "UNITDEF")]
    if not units:
        return None
    of = units[-1]
    if of.word.value < 28 and not any(token.name == "EVERY" for token in match.all):
        return None
    numbered = sum(token.name in ("ORD", "NUM", "LAST") for token in match.all)
    weekdays = tuple(int(token.word.value) for token in match.all if token.name in ("WDAY", "WDAYS"))
    return ex.Schedule(times=float(max(numbered, 1)), per=of.word.value, weekdays=weekdays, **match.span)


def _scope(match: Match) -> Expression | None:
    word = match.group("word")[0]
    noun = match.group("noun")
    quantifier: ex.Quantifier = {"MOST": "most", "SOME": "some", "NONE": "none"}.get(word.name, "all")  # type: ignore[assignment]
    described = [token for n, token in enumerate(noun) if n + 1 < len(noun) and token.norm.endswith(("a", "e")) and token.word.topic != "GROUP"]
    head = next((token for token in noun if token not in described), noun[-1])
    return ex.Scope(quantifier=quantifier, noun=head.norm, word=word.norm, **match.span)


BUILDERS: Final[Mapping[str, Callable[[Match], Expression | None]]] = {
    "label": _label, "age": _age, "clock": _clock, "window": _window, "deadline": _deadline, "response": _response,
    "ceiling": _ceiling, "duration": _duration, "change": _change, "share": _share, "count": _count,
    "schedule": _schedule, "scope": _scope,
}  # fmt: skip


def measures(tokens: Sequence[Token]) -> Iterator[Expression]:
    """Every expression of measure, time and scope; what a row has taken the next cannot."""
    written = "".join(LETTER.get(token.name, LETTER["NOUN"]) for token in tokens)
    letters, taken = written, LETTER["TAKEN"]
    for kind, pattern in compiled():
        name, _, argument = kind.partition(":")
        hidden: list[tuple[int, int]] = []
        for found in pattern.finditer(written if name == "scope" else letters):
            if found.start() == found.end():
                continue
            expression = BUILDERS[name](Match(found, tokens, argument))
            if expression is not None:
                hidden.append(found.span())
                yield expression
        for start, end in reversed(hidden):
            letters = letters[:start] + taken * (end - start) + letters[end:]
