"""What figures say of targets, as one who coordinates the work would say it, and when a stated status contradicts them."""

import datetime as dt
from collections.abc import Sequence
from itertools import product
from typing import Any, Final, get_args

import pytest

from corpus import plain
from each import each
from medborgarlofte.follow_up.assessment import Assessment, assess, contradicts
from medborgarlofte.follow_up.days import Days, units
from medborgarlofte.i18n import Text
from medborgarlofte.model.follow_up import Actual
from medborgarlofte.model.promise import Target
from medborgarlofte.model.statuses import Status

YEAR: Final = Days(dt.date(2023, 1, 1), dt.date(2023, 12, 31))
LEAP: Final = Days(dt.date(2024, 1, 1), dt.date(2024, 12, 31))
HALF: Final = Days(dt.date(2024, 1, 1), dt.date(2024, 6, 30))
FOUR: Final = Days(dt.date(2024, 1, 1), dt.date(2027, 12, 31))
ACROSS: Final = Days(dt.date(2023, 9, 16), dt.date(2024, 9, 15))
"""A year that begins in the middle of a month."""
SCHOOL: Final = Days(dt.date(2023, 8, 1), dt.date(2024, 6, 30))
"""A läsår, which is two terms."""

LATE: Final = Days(dt.date(2024, 1, 15), dt.date(2024, 12, 31))
"""Nearly a year, since it was signed in January."""

AUTUMN: Final = Days(dt.date(2024, 10, 1), dt.date(2024, 12, 31))

DONE: Final = "genomfört"
PARTLY: Final = "delvis genomfört"
NOT: Final = "ej genomfört"
GOING: Final = "pågår"
IDLE: Final = "ej påbörjat"


def _targets(written: str) -> list[Target]:
    """The targets as they stand behind ”mål:” in a file."""
    value: Any = plain(written)
    return [Target.model_validate(row) for row in (value if isinstance(value, list) else [value])]


def _judged(targets: str, outcome: str, promised: Days | None = YEAR, *, final: bool = True) -> str | None:
    """The status of an outcome as it stands behind ”utfall:” in a file."""
    judged = assess(
        _targets(targets), (Actual.model_validate(plain(outcome)),), promised=promised, final=final
    )
    return judged.status if judged else None


# ---------------------------------------------------------------- counts, when all is over


@each(
    [
        # at least
        ("{minst: 100, enhet: kvällar}", "104", DONE),
        ("{minst: 100, enhet: kvällar}", "100", DONE),
        ("{minst: 100, enhet: kvällar}", "99", PARTLY),
        ("{minst: 100, enhet: kvällar}", "1", PARTLY),
        ("{minst: 100, enhet: kvällar}", "0", NOT),
        ("{minst: 1 000, enhet: besök}", "1 000", DONE),
        ("{minst: 1 000, enhet: besök}", "999", PARTLY),
        ("{minst: 2.5, enhet: timmar}", '"2,5"', DONE),
        ("{minst: 100, enhet: kvällar, per: perioden}", "104", DONE),
        ("{minst: 100, enhet: kvällar, per: perioden}", "66", PARTLY),
        # exactly: more than was promised is done as well
        ("{exakt: 40, enhet: lampor}", "40", DONE),
        ("{exakt: 40, enhet: lampor}", "41", DONE),
        ("{exakt: 40, enhet: lampor}", "31", PARTLY),
        ("{exakt: 40, enhet: lampor}", "0", NOT),
        # between
        ("{mellan: [3, 4], enhet: vandringar}", "3", DONE),
        ("{mellan: [3, 4], enhet: vandringar}", "4", DONE),
        ("{mellan: [3, 4], enhet: vandringar}", "5", DONE),
        ("{mellan: [3, 4], enhet: vandringar}", "2", PARTLY),
        ("{mellan: [3, 4], enhet: vandringar}", "0", NOT),
        # at most: passed is passed
        ("{högst: 5, enhet: ärenden}", "5", DONE),
        ("{högst: 5, enhet: ärenden}", "0", DONE),
        ("{högst: 5, enhet: ärenden}", "6", NOT),
        ("{högst: 5, enhet: ärenden}", "inga", DONE),
        ("{högst: 10, enhet: ärenden}", "färre än 10", DONE),
        ("{högst: 10, enhet: ärenden}", "fler än 10", NOT),
        ("{högst: 10, enhet: ärenden}", "mer än 10", NOT),
        ("{högst: 10, enhet: ärenden}", "drygt 10", NOT),
        ("{högst: 10, enhet: ärenden}", "minst 8", None),
        # none
        ("{inga: ja, enhet: olyckor}", "0", DONE),
        ("{inga: ja, enhet: olyckor}", "inga", DONE),
        ("{inga: ja, enhet: olyckor}", "noll", DONE),
        ("{inga: ja, enhet: olyckor}", "en", NOT),
        ("{inga: ja, enhet: olyckor}", "3", NOT),
        # all
        ("{alla: ja, enhet: skolor}", "alla", DONE),
        ("{alla: ja, enhet: skolor}", "Samtliga skolor", DONE),
        ("{alla: ja, enhet: skolor}", "10 av 10", DONE),
        ("{alla: ja, enhet: skolor}", "nio av tio skolor", PARTLY),
        ("{alla: ja, enhet: skolor}", "9 av 10", PARTLY),
        ("{alla: ja, enhet: skolor}", "alla utom två", PARTLY),
        ("{alla: ja, enhet: skolor}", "0 av 10", NOT),
        ("{alla: ja, enhet: skolor}", "inga", NOT),
        ("{alla: ja, enhet: skolor}", "85 procent", PARTLY),
        ("{alla: ja, enhet: skolor}", "100 procent", DONE),
        ("{alla: ja, enhet: skolor}", "0 procent", NOT),
        ("{alla: ja, enhet: skolor}", "12", None),
        # shares
        ("{minst: 65, enhet: procent}", "70", DONE),
        ("{minst: 65, enhet: procent}", "60", PARTLY),
        ("{minst: 65, enhet: procent}", "0", NOT),
        ("{minst: 80, enhet: procent}", "85 procent", DONE),
        ("{minst: 80, enhet: procent}", "85 %", DONE),
        ("{minst: 80, enhet: procent}", "75 procent", PARTLY),
        ("{minst: 80, enhet: procent}", "0 procent", NOT),
        ("{minst: 90, enhet: procent, av: skolorna}", "9 av 10", DONE),
        ("{minst: 90, enhet: procent, av: skolorna}", "8 av 10", PARTLY),
        ("{minst: 90, enhet: procent, av: skolorna}", "alla", DONE),
        ("{minst: 90, enhet: procent, av: skolorna}", "alla utom en", None),
        ("{minst: 90, enhet: procent, av: skolorna}", "inga", NOT),
        ("{minst: 80, enhet: procent}", "drygt 80 procent", DONE),
        ("{minst: 80, enhet: procent}", "cirka 80 procent", None),
        ("{högst: 20, enhet: procent}", "15 procent", DONE),
        ("{högst: 20, enhet: procent}", "25 procent", NOT),
        # about, in the target and in the outcome
        ("{exakt: 60, cirka: ja, enhet: samtal}", "55", DONE),
        ("{exakt: 60, cirka: ja, enhet: samtal}", "50", PARTLY),
        ("{minst: 100, cirka: ja, enhet: samtal}", "92", DONE),
        ("{högst: 10, cirka: ja, enhet: samtal}", "11", DONE),
        ("{högst: 10, cirka: ja, enhet: samtal}", "12", NOT),
        ("{exakt: 60, cirka: ja, enhet: samtal}", "{cirka: 60}", DONE),
        ("{minst: 60, enhet: samtal}", "{cirka: 60}", None),
        ("{minst: 50, enhet: samtal}", "{cirka: 60}", DONE),
        ("{minst: 70, enhet: samtal}", "{cirka: 60}", PARTLY),
        ("{minst: 60, enhet: samtal}", "{minst: 60}", DONE),
        ("{minst: 70, enhet: samtal}", "{minst: 60}", None),
        ("{högst: 50, enhet: samtal}", "{minst: 60}", NOT),
        ("{högst: 70, enhet: samtal}", "{minst: 60}", None),
        # words
        ("{exakt: 2, enhet: möten}", "två", DONE),
        ("{minst: 12, enhet: möten}", "ett dussin", DONE),
        ("{minst: 15, enhet: möten}", "ett dussin", PARTLY),
        ("{minst: 100, enhet: kvällar}", "drygt 100", DONE),
        ("{minst: 105, enhet: kvällar}", "drygt 100", None),
        ("{minst: 100, enhet: kvällar}", "drygt 100 kvällar", DONE),
        ("{minst: 100, enhet: kvällar}", "över 100", DONE),
        ("{minst: 100, enhet: kvällar}", "nästan 100", PARTLY),
        ("{minst: 100, enhet: kvällar}", "knappt 100 kvällar", PARTLY),
        ("{minst: 90, enhet: kvällar}", "nästan 100", DONE),
        ("{minst: 100, enhet: kvällar}", "cirka 100", None),
        ("{minst: 100, enhet: kvällar}", "ett hundratal", None),
        ("{minst: 100, enhet: kvällar}", "104 kvällar", DONE),
        ("{minst: 100, enhet: kvällar}", "0 kvällar", NOT),
        ("{minst: 100, enhet: kvällar}", "inga", NOT),
        ("{minst: 100, enhet: kvällar}", "minst 100", DONE),
        ("{minst: 100, enhet: kvällar}", "upp till 100 kvällar", None),
        ("{minst: 100, enhet: kvällar}", "max 100 kvällar", None),
        ("{minst: 100, enhet: kvällar}", "mellan 90 och 110 kvällar", None),
        ("{minst: 100, enhet: kvällar}", "100–110 kvällar", DONE),
        ("{minst: 100, enhet: kvällar}", "120 besökare på 60 kvällar", None),
        ("{minst: 100, enhet: kvällar}", "85 procent", None),
        ("{minst: 100, enhet: kvällar}", "104 timmar", None),
        ("{minst: 100, enhet: kvällar}", "Det gick bra.", None),
        ("{exakt: 40, enhet: lampor}", "31 av 40", PARTLY),
        ("{exakt: 40, enhet: lampor}", "40 av 40 lampor", DONE),
        ("{minst: 9, enhet: skolor}", "9 av 10", DONE),
        ("{minst: 20, enhet: timmar}", "24 timmar", DONE),
        ("{minst: 20, enhet: timmar}", "15 timmar", PARTLY),
        # one figure for several targets leaves the status open
        ("[{minst: 4, enhet: möten}, {minst: 100, enhet: besökare}]", "120", None),
        ("[{minst: 90, enhet: procent}, {inom: 24 timmar}]", "93 procent", None),
    ]
)
def test_an_outcome_is_judged_by_the_target(targets: str, outcome: str, expected: str | None) -> None:
    assert expected == _judged(targets, outcome)


@each(
    [
        ("{inom: 24 timmar}", "20 timmar", DONE),
        ("{inom: 24 timmar}", "24 timmar", DONE),
        ("{inom: 24 timmar}", "30 timmar", NOT),
        ("{inom: 24 timmar}", "inom 20 timmar", DONE),
        ("{inom: 24 timmar}", "cirka 20 timmar", DONE),
        ("{inom: 24 timmar}", "cirka 24 timmar", None),
        ("{inom: 24 timmar}", "18", DONE),
        ("{inom: 24 timmar}", "36", NOT),
        ("{inom: 24 timmar}", "1 dygn", DONE),
        ("{inom: 24 timmar}", "ett dygn", DONE),
        ("{inom: 24 timmar}", "två dygn", NOT),
        ("{inom: 24 timmar}", "2 dagar", NOT),
        ("{inom: 24 timmar}", "3 veckor", NOT),
        ("{inom: 2 dygn}", "40 timmar", DONE),
        ("{inom: 2 dygn}", "50 timmar", NOT),
        ("{inom: 2 dygn}", "2", DONE),
        ("{inom: 2 dygn}", "3", NOT),
        ("{inom: en vecka}", "5 dagar", DONE),
        ("{inom: en vecka}", "8 dagar", NOT),
        ("{inom: 5 arbetsdagar}", "4 arbetsdagar", DONE),
        ("{inom: 5 arbetsdagar}", "6 arbetsdagar", NOT),
        ("{inom: 24 timmar}", "snabbt", None),
        # a share within a time is not told by a time alone
        ("{minst: 90, enhet: procent, inom: 24 timmar}", "93", DONE),
        ("{minst: 90, enhet: procent, inom: 24 timmar}", "85 procent", PARTLY),
        ("{minst: 90, enhet: procent, inom: 24 timmar}", "20 timmar", None),
    ]
)
def test_a_time_is_judged_by_the_time_promised(targets: str, outcome: str, expected: str | None) -> None:
    assert expected == _judged(targets, outcome)


# ---------------------------------------------------------------- rates


@each(
    [
        ("{minst: 1, per: dag}", YEAR, "365", DONE),
        ("{minst: 1, per: dag}", YEAR, "364", PARTLY),
        ("{minst: 1, per: dag}", LEAP, "366", DONE),
        ("{minst: 1, per: dag}", LEAP, "365", PARTLY),
        ("{minst: 2, per: vecka}", YEAR, "104", DONE),
        ("{minst: 2, per: vecka}", YEAR, "103", PARTLY),
        ("{minst: 2, per: vecka}", YEAR, "0", NOT),
        ("{minst: 2, per: vecka}", YEAR, "{cirka: 92}", PARTLY),
        ("{minst: 2, per: vecka}", LEAP, "104", DONE),
        ("{minst: 2, per: vecka}", HALF, "52", DONE),
        ("{minst: 2, per: vecka}", HALF, "51", PARTLY),
        ("{minst: 2, per: vecka}", FOUR, "417", DONE),
        ("{minst: 2, per: vecka}", FOUR, "416", PARTLY),
        ("{exakt: 1, per: 2 veckor}", YEAR, "26", DONE),
        ("{exakt: 1, per: 2 veckor}", YEAR, "25", PARTLY),
        ("{mellan: [1, 2], per: vecka}", YEAR, "52", DONE),
        ("{högst: 2, per: vecka}", YEAR, "104", DONE),
        ("{högst: 2, per: vecka}", YEAR, "105", DONE),
        ("{högst: 2, per: vecka}", YEAR, "106", NOT),
        ("{högst: 2, per: vecka}", YEAR, "150", NOT),
        ("{minst: 1, per: månad}", YEAR, "12", DONE),
        ("{minst: 1, per: månad}", YEAR, "11", PARTLY),
        ("{minst: 1, per: månad}", ACROSS, "12", DONE),
        ("{minst: 1, per: månad}", ACROSS, "11", PARTLY),
        ("{minst: 1.1, per: månad}", YEAR, '"13,2"', DONE),
        ("{minst: 1, per: månad}", HALF, "6", DONE),
        ("{minst: 1, per: månad}", FOUR, "48", DONE),
        ("{minst: 1, per: månad}", FOUR, "47", PARTLY),
        ("{minst: 1, per: 3 månader}", YEAR, "4", DONE),
        ("{minst: 1, per: kvartal}", YEAR, "4", DONE),
        ("{minst: 1, per: kvartal}", YEAR, "3", PARTLY),
        ("{minst: 1, per: kvartal}", HALF, "2", DONE),
        ("{minst: 1, per: kvartal}", FOUR, "16", DONE),
        ("{minst: 1, per: tertial}", YEAR, "3", DONE),
        ("{minst: 1, per: tertial}", YEAR, "2", PARTLY),
        ("{minst: 1, per: tertial}", FOUR, "12", DONE),
        ("{minst: 1, per: termin}", YEAR, "2", DONE),
        ("{minst: 1, per: termin}", YEAR, "1", PARTLY),
        ("{minst: 1, per: termin}", HALF, "1", DONE),
        ("{minst: 1, per: termin}", FOUR, "8", DONE),
        ("{minst: 1, per: termin}", SCHOOL, "2", DONE),
        ("{minst: 1, per: termin}", SCHOOL, "1", PARTLY),
        ("{minst: 1, per: halvår}", LEAP, "2", DONE),
        ("{minst: 1, per: halvår}", LEAP, "1", PARTLY),
        ("{minst: 4, per: år}", YEAR, "4", DONE),
        ("{minst: 4, per: år}", LEAP, "3", PARTLY),
        ("{minst: 4, per: år}", FOUR, "16", DONE),
        ("{minst: 4, per: år}", FOUR, "4", PARTLY),
        ("{minst: 4, per: år}", HALF, "2", DONE),
        ("{minst: 4, per: år}", HALF, "1", PARTLY),
        ("{minst: 4, per: år}", HALF, "0", NOT),
        ("{minst: 4, per: år}", LATE, "4", DONE),
        ("{minst: 4, per: år}", LATE, "2", PARTLY),
        ("{minst: 4, per: år}", LATE, "0", NOT),
        ("{minst: 1, per: år}", AUTUMN, "1", DONE),
        ("{minst: 1, per: år}", AUTUMN, "0", NOT),
        ("{minst: 1, per: 2 år}", FOUR, "2", DONE),
        ("{minst: 1, per: 2 år}", FOUR, "1", PARTLY),
        ("{högst: 4, per: år}", HALF, "1", DONE),
        # a rate in the outcome
        ("{minst: 2, per: vecka}", YEAR, "2 per vecka", DONE),
        ("{minst: 2, per: vecka}", YEAR, "3 kvällar i veckan", DONE),
        ("{minst: 2, per: vecka}", YEAR, "1 per vecka", PARTLY),
        ("{minst: 2, per: vecka}", YEAR, "2–3 gånger per vecka", DONE),
        ("{minst: 3, per: vecka}", YEAR, "2–3 gånger per vecka", None),
        ("{minst: 2, per: vecka}", YEAR, "2/vecka", DONE),
        ("{minst: 2, per: vecka}", YEAR, "8 per månad", PARTLY),
        ("{minst: 2, per: vecka}", YEAR, "9 per månad", DONE),
        ("{minst: 2, per: vecka}", YEAR, "varje fredag och lördag", DONE),
        ("{minst: 1, per: vecka}", YEAR, "varannan vecka", PARTLY),
        ("{minst: 1, per: vecka}", YEAR, "en gång i veckan", DONE),
        ("{minst: 1, per: 2 veckor}", YEAR, "varannan vecka", DONE),
        ("{exakt: 1, per: dag}", YEAR, "dagligen", DONE),
        ("{högst: 2, per: vecka}", YEAR, "3 per vecka", NOT),
        ("{minst: 100, enhet: kvällar}", YEAR, "2 per vecka", DONE),
        ("{minst: 100, enhet: kvällar, per: perioden}", YEAR, "1 per vecka", PARTLY),
        # without an end nothing can be reckoned up, but a rate can be held beside a rate
        ("{minst: 2, per: vecka}", None, "104", None),
        ("{minst: 2, per: vecka}", None, "2 per vecka", DONE),
        ("{minst: 100, enhet: kvällar}", None, "2 per vecka", None),
        ("{minst: 100, enhet: kvällar}", None, "104", DONE),
        # for each of several places
        ("{minst: 2, för_varje: skola}", YEAR, "2 per skola", DONE),
        ("{minst: 2, för_varje: skola}", YEAR, "1 per skola", PARTLY),
        ("{minst: 2, för_varje: skola}", YEAR, "12", None),
        ("{minst: 2, för_varje: skola}", YEAR, "1", PARTLY),
        ("{minst: 2, för_varje: skola}", YEAR, "0", NOT),
        ("{minst: 2, för_varje: skola}", YEAR, "1 per vecka", None),
        ("{minst: 2, per: år, för_varje: skola}", YEAR, "1 per månad", None),
        ("{exakt: 1, per: termin, för_varje: klass}", YEAR, "2 per klass", DONE),
        ("{exakt: 1, per: termin, för_varje: klass}", YEAR, "1 per klass", PARTLY),
        ("{exakt: 1, per: termin, för_varje: klass}", YEAR, "18", None),
        ("{minst: 2, enhet: besök}", YEAR, "2 per skola", None),
    ]
)
def test_a_rate_is_multiplied_over_the_promise(
    targets: str, promised: Days | None, outcome: str, expected: str | None
) -> None:
    assert expected == _judged(targets, outcome, promised)


@each(
    [
        ("dag", LEAP, 366),
        ("vecka", YEAR, 365 / 7),
        ("2 veckor", YEAR, 365 / 14),
        ("månad", ACROSS, 12),
        ("kvartal", FOUR, 16),
        ("tertial", YEAR, 3),
        ("termin", HALF, 1),
        ("termin", SCHOOL, 2),
        ("halvår", FOUR, 8),
        ("år", LEAP, 1),
        ("år", FOUR, 4),
        ("vecka", Days(dt.date(2024, 1, 1), dt.date(2024, 1, 6)), 6 / 7),
        ("månad", LATE, 11.5),
        ("termin", LATE, 2),
    ]
)
def test_days_and_weeks_are_counted_exactly_months_to_the_half_and_terms_whole(
    rate: str, promised: Days, expected: float
) -> None:
    assert expected == units(rate, promised)


# ---------------------------------------------------------------- before the end


@each(
    [
        ("{minst: 100, enhet: kvällar}", "104", DONE),
        ("{minst: 100, enhet: kvällar}", "54", GOING),
        ("{minst: 100, enhet: kvällar}", "0", IDLE),
        ("{minst: 100, enhet: kvällar}", "inga", IDLE),
        ("{minst: 100, enhet: kvällar}", "{cirka: 60}", GOING),
        ("{minst: 100, enhet: kvällar}", "{cirka: 100}", None),
        ("{minst: 100, enhet: kvällar}", "2 per vecka", GOING),
        ("{minst: 100, enhet: kvällar, per: perioden}", "2 per vecka", GOING),
        ("{exakt: 40, enhet: lampor}", "40", DONE),
        ("{exakt: 40, enhet: lampor}", "31 av 40", GOING),
        ("{exakt: 40, enhet: lampor}", "0", IDLE),
        ("{mellan: [3, 4], enhet: vandringar}", "2", GOING),
        ("{mellan: [3, 4], enhet: vandringar}", "3", DONE),
        ("{högst: 5, enhet: ärenden}", "3", GOING),
        ("{högst: 5, enhet: ärenden}", "0", GOING),
        ("{högst: 5, enhet: ärenden}", "7", NOT),
        ("{inga: ja, enhet: olyckor}", "0", GOING),
        ("{inga: ja, enhet: olyckor}", "1", NOT),
        ("{alla: ja, enhet: skolor}", "9 av 10", GOING),
        ("{alla: ja, enhet: skolor}", "alla utom två", GOING),
        ("{alla: ja, enhet: skolor}", "alla", DONE),
        ("{alla: ja, enhet: skolor}", "0 av 10", IDLE),
        ("{alla: ja, enhet: skolor}", "0 procent", IDLE),
        ("{alla: ja, enhet: klasser, per: termin}", "alla", GOING),
        ("{inom: 24 timmar}", "20 timmar", GOING),
        ("{minst: 2, per: vecka}", "53", GOING),
        ("{minst: 2, per: vecka}", "104", DONE),
        ("{minst: 2, per: vecka}", "2 per vecka", GOING),
        ("{minst: 2, per: vecka}", "1 per vecka", GOING),
        ("{minst: 2, per: vecka}", "0", IDLE),
        ("{minst: 2, för_varje: skola}", "1 per skola", GOING),
        ("{minst: 2, för_varje: skola}", "0", IDLE),
        ("{minst: 100, enhet: kvällar}", "Det rullar på.", None),
    ]
)
def test_before_the_end_it_is_under_way_until_the_number_is_reached(
    targets: str, outcome: str, expected: str | None
) -> None:
    assert expected == _judged(targets, outcome, final=False)


# ---------------------------------------------------------------- words that must not be taken for figures


@pytest.mark.parametrize("final", [True, False])
@pytest.mark.parametrize(
    ("targets", "outcome"),
    [
        ("{minst: 100, enhet: kvällar}", "ingen uppgift"),
        ("{minst: 100, enhet: kvällar}", "inga uppgifter"),
        ("{minst: 100, enhet: kvällar}", "ingen statistik förs"),
        ("{minst: 100, enhet: kvällar}", "uppgift saknas"),
        ("{minst: 100, enhet: kvällar}", "går inte att säga"),
        ("{inga: ja, enhet: olyckor}", "ingen uppgift"),
        ("{alla: ja, enhet: skolor}", "hela siffran kommer i mars"),
    ],
)
def test_words_for_not_known_settle_nothing(targets: str, outcome: str, *, final: bool) -> None:
    assert _judged(targets, outcome, final=final) is None


@each(
    [
        ("{alla: ja, enhet: skolor}", "nästan alla"),
        ("{alla: ja, enhet: skolor}", "inte alla"),
        ("{alla: ja, enhet: skolor}", "de flesta"),
        ("{alla: ja, enhet: skolor}", "allt för få"),
        ("{alla: ja, enhet: skolor}", "alla blev inte besökta"),
        ("{alla: ja, enhet: skolor}", "alla men inte Norra skolan"),
        ("{alla: ja, enhet: skolor}", "hela kommunen utom Norra"),
        ("{minst: 1, per: vecka}", "varje vecka utom i juli"),
        ("{minst: 100, enhet: kvällar}", "inte 100 kvällar"),
        ("{minst: 100, enhet: kvällar}", "planerat 100 kvällar"),
    ]
)
def test_words_with_a_reservation_are_not_taken_for_done(targets: str, outcome: str) -> None:
    assert _judged(targets, outcome) != DONE


@pytest.mark.parametrize("outcome", ["inga avbrott, 104 kvällar", "aldrig färre än 104 kvällar"])
def test_a_no_before_the_figure_is_not_taken_for_nought(outcome: str) -> None:
    assert _judged("{minst: 100, enhet: kvällar}", outcome) in (None, DONE)


def test_without_a_figure_or_a_target_nothing_is_settled() -> None:
    assert assess(_targets("{minst: 100}"), (), promised=YEAR, final=True) is None
    assert assess([], (Actual.model_validate("104"),), promised=YEAR, final=True) is None


def test_the_reason_names_the_figure_the_target_and_what_the_rate_adds_up_to() -> None:
    targets = _targets("{minst: 2, enhet: kvällar, per: vecka}")
    judged = assess(targets, (Actual.model_validate("66"),), promised=YEAR, final=True)
    assert judged is not None

    assert judged == Assessment(
        "delvis genomfört",
        Text(
            "Utfallet är 66, målet minst 2 kvällar per vecka (104 under perioden).",
            "The outcome is 66, the target at least 2 kvällar per week (104 over the period).",
        ),
    )


@each(
    product(
        ["dag", "vecka", "2 veckor", "månad", "kvartal", "tertial", "termin", "år"],
        [YEAR, LEAP, HALF, FOUR, ACROSS, SCHOOL, LATE],
    )
)
def test_nothing_at_all_is_never_called_done(per: str, promised: Days) -> None:
    assert _judged(f"{{minst: 4, per: {per}}}", "0", promised) != DONE


@pytest.mark.parametrize("targets", ["{minst: 100}", "{exakt: 100}", "{minst: 2, per: vecka}"])
@pytest.mark.parametrize("final", [True, False])
def test_a_better_figure_never_gives_a_worse_status(targets: str, *, final: bool) -> None:
    order: Sequence[str] = (NOT, IDLE, GOING, PARTLY, DONE)
    ranks = [order.index(_judged(targets, str(n), final=final) or "") for n in range(0, 130, 2)]

    assert ranks == sorted(ranks)


# ---------------------------------------------------------------- a stated status against the figures


@pytest.mark.parametrize(
    ("outcome", "final", "wrong"),
    [
        ("104", True, {PARTLY, NOT, IDLE}),
        ("66", True, {DONE, NOT, IDLE}),
        ("0", True, {DONE, PARTLY}),
        ("104", False, {PARTLY, NOT, IDLE}),
        ("54", False, {DONE, IDLE}),
        ("0", False, {DONE, PARTLY}),
    ],
)
def test_a_status_contradicts_a_figure_that_says_otherwise(
    outcome: str, wrong: set[str], *, final: bool
) -> None:
    judged = assess(
        _targets("{minst: 100, enhet: kvällar}"),
        (Actual.model_validate(outcome),),
        promised=YEAR,
        final=final,
    )
    assert judged is not None

    assert wrong == {status for status in get_args(Status) if contradicts(status, judged)}


@each(product(["utgått", "går ej att bedöma"], ["104", "66", "0"]))
def test_what_was_withdrawn_or_cannot_be_judged_contradicts_no_figure(status: Status, outcome: str) -> None:
    judged = assess(_targets("{minst: 100}"), (Actual.model_validate(outcome),), promised=YEAR, final=True)
    assert judged is not None

    assert not contradicts(status, judged)
