"""Figures of a commitment as one sentence and one bar: ”94 kvällar av minst 90”."""

import math
import re
from typing import Final, NamedTuple

from medborgarlofte.follow_up.assessment import is_time
from medborgarlofte.follow_up.days import Days, units
from medborgarlofte.follow_up.reports import Report, days_of
from medborgarlofte.follow_up.totals import targets_of
from medborgarlofte.i18n import LANGUAGES, Text
from medborgarlofte.language.analysis import analyse
from medborgarlofte.language.expressions import Count
from medborgarlofte.language.facts import lower
from medborgarlofte.language.phrases import format_actual, format_period, format_target
from medborgarlofte.model.follow_up import Actual
from medborgarlofte.model.promise import Commitment, Promise, Target
from medborgarlofte.swedish import format_number, parse_number
from medborgarlofte.units import is_share


class Bar(NamedTuple):
    """How far a figure reaches beside its target, in percent of the larger of the two."""

    fill: float
    mark: float


class FigureText(NamedTuple):
    """A figure in words, its value apart from what it is held against."""

    value: Text
    """”94 kvällar”."""
    against: Text
    """” av minst 90”, with what stands before it."""
    bar: Bar | None = None

    @property
    def text(self) -> Text:
        """The whole sentence part."""
        return Text(self.value.sv + self.against.sv, self.value.en + self.against.en)


def format_figure(commitment: Commitment, report: Report, promised: Days | None = None) -> FigureText | None:
    """The figures of a report beside the targets of its commitment; None without any.

    `promised` is the whole period, by which a target per week is multiplied when a total is reported.
    """
    actuals = report.actuals
    if not actuals:
        return None
    each = [_one(commitment, actual, promised) for actual in actuals]
    part = report.part
    tail = Text(*(f" ({format_period(part, lang)})" if part else "" for lang in LANGUAGES))
    first, rest = each[0], each[1:]
    against = Text(
        first.against.sv + "".join(f"; {one.text.sv}" for one in rest) + tail.sv,
        first.against.en + "".join(f"; {one.text.en}" for one in rest) + tail.en,
    )
    return FigureText(first.value, against, None if rest or part else first.bar)


def format_figure_of(promise: Promise, commitment: Commitment, report: Report | None) -> Text:
    """The figures of a report beside its targets, inside a sentence; empty without any."""
    figure = format_figure(commitment, report, days_of(promise, report.follow_up)) if report else None
    return Text(lower(figure.text.sv), lower(figure.text.en)) if figure else Text("", "")


def format_actual_of(commitment: Commitment, actual: Actual) -> Text:
    """A figure alone, never without its unit: ”41 kvällar”."""
    return _one(commitment.model_copy(update={"targets": ()}), _with_unit(commitment, actual), None).text


def _one(commitment: Commitment, actual: Actual, promised: Days | None) -> FigureText:
    target = target_of(commitment, actual)
    if actual.number is None:
        return _in_words(actual, target)
    actual = _with_unit(commitment, actual)
    if not actual.unit:
        value = format_actual(actual)
        plain = FigureText(Text(f"Antal: {value.sv}", f"Number: {value.en}"), Text("", ""))
        return plain if target is None else _against(plain.value, Text("", ""), actual, target, promised)
    unit, more = _split(actual.unit)
    bare = format_actual(actual.model_copy(update={"unit": unit, "place": None, "year": None}))
    where = ", ".join(str(one) for one in (actual.place, actual.year) if one is not None)
    more = f"{more} ({where})" if where else more
    return _against(bare, Text(more, more), actual, target, promised)


def _with_unit(commitment: Commitment, actual: Actual) -> Actual:
    """A figure with the unit of its target, or else of the wording, where it has none."""
    if actual.unit or actual.number is None:
        return actual
    target = target_of(commitment, actual)
    unit = target and (target.unit or (target.within or "").partition(" ")[2])
    return actual.model_copy(update={"unit": unit or _unit_in(commitment.text)})


def _unit_in(text: str) -> str | None:
    """The unit of the only count in a wording."""
    found = {count.unit for count in analyse(text).of(Count) if count.unit}
    return found.pop() if len(found) == 1 else None


def target_of(commitment: Commitment, actual: Actual) -> Target | None:
    """The target that a figure is for; None where that is not known."""
    own = targets_of(commitment, actual)
    return own[0] if len(own) == 1 else None


def _split(unit: str) -> tuple[str, str]:
    """”timmar i snitt” as ”timmar” and ” i snitt”."""
    found = re.match(r"(\S.*?)( (?:i|per|om|under|av|på|för|varje|var|vid) .*)$", unit)
    return (found[1], found[2]) if found else (unit, "")


# ---------------------------------------------------------------- beside the target


def _against(
    value: Text, more: Text, actual: Actual, target: Target | None, promised: Days | None
) -> FigureText:
    if target is None or ((actual.place or actual.year) is not None and not _is_level(target)):
        return FigureText(value, more)  # the target counts all places and years together
    bound = _bound(target, actual, promised)
    if bound is None:
        words = format_target(target)
        return FigureText(
            value, Text(f"{more.sv}, målet är {words.sv}", f"{more.en}, the target is {words.en}")
        )
    words = Text(*(_bound_words(target, bound, lang) for lang in LANGUAGES))
    ceiling = target.at_most is not None or is_time(target)
    joined = Text(
        f"{more.sv}{', högst' if ceiling else ' av'} {words.sv}",
        f"{more.en}{', at most' if ceiling else ' of'} {words.en}",
    )
    return FigureText(value, joined, _bar(float(actual.number or 0), bound[-1] if ceiling else bound[0]))


def _is_level(target: Target) -> bool:
    """True where each place or year is held against the target: shares, and targets for each place."""
    return bool(target.for_each or target.share_of or is_share(target.unit))


def _bound(target: Target, actual: Actual, promised: Days | None) -> tuple[float, ...] | None:
    """The number or span that a figure is held against; None where they cannot be compared."""
    if target.for_each or target.all or target.none or target.share_of:
        return None
    if is_time(target):
        number, _, unit = (target.within or "").partition(" ")
        same = number.isdigit() and unit == _split(actual.unit or "")[0]
        return (float(number),) if same else None
    if actual.unit and target.unit and _split(actual.unit)[0] != _split(target.unit)[0]:
        return None
    one = next((n for n in (target.at_least, target.exactly, target.at_most) if n is not None), None)
    bound = (float(one),) if one is not None else tuple(map(float, target.between or ())) or None
    if bound is None or target.per in (None, "perioden") or _split(actual.unit or "")[1]:
        return bound
    if promised is None:
        return None
    times = units(target.per, promised)
    return tuple(float(math.floor(n * times + 1e-6)) for n in bound)


def _bound_words(target: Target, bound: tuple[float, ...], lang: str) -> str:
    about = ("cirka " if lang == "sv" else "about ") if target.approximate else ""
    least = ("minst " if lang == "sv" else "at least ") if target.at_least is not None else ""
    return f"{least}{about}{'–'.join(format_number(n, 'sv' if lang == 'sv' else 'en') for n in bound)}"


def _bar(number: float, bound: float) -> Bar | None:
    whole = max(number, bound)
    if whole <= 0:
        return None
    return Bar(round(100 * number / whole, 1), round(100 * bound / whole, 1))


_OF: Final = re.compile(
    r"(?P<part>\d[\d \N{NO-BREAK SPACE},]*) av (?:minst |cirka )?(?P<whole>\d+)(?P<rest>\b.*)"
)
_LEADING: Final = re.compile(r"(?P<number>\d+(?:,\d+)?) (?P<unit>[^\W\d]+)(?P<rest>[^.;]*)")
LONGEST: Final = 40
"""How many characters of an outcome in words are set off as a value."""


def _in_words(actual: Actual, target: Target | None) -> FigureText:
    """An outcome in its own words; ”16 av 18 besök” and ”36 timmar i snitt” as the figures that they are."""
    words = format_actual(actual)
    text = (actual.text or "").strip()
    if found := _OF.fullmatch(text):
        part = parse_number(found["part"].strip())
        unit = found["rest"].strip()
        value = f"{found['part'].strip()} {unit}".strip()
        whole = found["whole"]
        return FigureText(
            Text(value, value), Text(f" av {whole}", f" of {whole}"), _bar(float(part), float(whole))
        )
    if target is not None and (found := _LEADING.fullmatch(text)):
        number = parse_number(found["number"])
        read = actual.model_copy(
            update={"text": None, "value": number, "unit": f"{found['unit']}{found['rest']}"}
        )
        if _bound(target, read, None) is not None:
            value = f"{found['number']} {found['unit']}"
            return _against(Text(value, value), Text(found["rest"], found["rest"]), read, target, None)
    if len(text) > LONGEST:
        return FigureText(Text("", ""), words)
    return FigureText(words, Text("", ""))
