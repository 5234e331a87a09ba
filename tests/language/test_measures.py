"""What Swedish texts state in numbers, times and dates."""

import datetime as dt
from itertools import product
from typing import Final

import pytest

from corpus import PROMISES, plain
from each import each
from medborgarlofte.language import expressions as ex
from medborgarlofte.language.analysis import analyse
from medborgarlofte.language.calendar import Moment, easter, feast_date
from medborgarlofte.language.format import format_expression
from medborgarlofte.language.values import last_day
from medborgarlofte.numerals import parse_word
from spelled_numbers import spell

WEEK: Final = 7.0
YEAR: Final = 365.25
MONTH: Final = YEAR / 12

Row = tuple[float | None, float | None, float | None, bool, float | None, bool]
"""low, high (None where it is the same), days of the rate, share, hours, approximate"""


def count(
    low: float | None, high: float | None = None, per: float | None = None, *, about: bool = False
) -> Row:
    """A count, perhaps at a rate."""
    return low, high, per, False, None, about


def share(low: float | None, high: float | None = None, *, about: bool = False) -> Row:
    """A part of a whole."""
    return low, high, None, True, None, about


def within(hours: float) -> Row:
    """A time to do something in."""
    return None, None, None, False, hours, False


def row(found: ex.Located) -> Row | None:
    """A measure as a row."""
    if isinstance(found, (ex.Count, ex.Share)):
        bounds, per = found.bounds, found.per if isinstance(found, ex.Count) else None
        high = None if bounds.is_exact else bounds.high
        return bounds.low, high, per, isinstance(found, ex.Share), None, bool(bounds.approximate)
    if isinstance(found, ex.Response):
        return within(round(found.days * 24, 6))
    return count(found.times, None, found.per) if isinstance(found, ex.Schedule) else None


def rows(text: str) -> list[Row]:
    """Every measure of a text."""
    return [found for found in map(row, analyse(text).measures) if found is not None]


PHRASES: Final[dict[str, list[Row]]] = {
    # bounds
    "minst 100 kvällar": [count(100)],
    "Minst två nya föräldrastödsgrupper": [count(2)],
    "åtminstone fyra vandringar": [count(4)],
    "lägst 20 kontroller": [count(20)],
    "högst 30 klagomål": [count(None, 30)],
    "maximalt tre ärenden": [count(None, 3)],
    "max 5 ärenden": [count(None, 5)],
    "som mest 12 brott": [count(None, 12)],
    "upp till 40 lampor": [count(None, 40)],
    "inte fler än 65 inbrott": [count(None, 65)],
    "inte mer än tio anmälningar": [count(None, 10)],
    "exakt 4 besök": [count(4)],
    "12 träffar": [count(12)],
    # about
    "cirka 60 kontroller": [count(60, about=True)],
    "ca 60 kontroller": [count(60, about=True)],
    "c:a 60 kontroller": [count(60, about=True)],
    "ungefär hundra samtal": [count(100, about=True)],
    "omkring 25 möten": [count(25, about=True)],
    "runt 25 möten": [count(25, about=True)],
    "minst cirka 20 besök": [count(20, about=True)],
    "ett tiotal träffar": [count(10, about=True)],
    "ett hundratal besök": [count(100, about=True)],
    # spans
    "3–4 trygghetsvandringar": [count(3, 4)],
    "3-4 trygghetsvandringar": [count(3, 4)],
    "3 till 4 vandringar": [count(3, 4)],
    "två till tre kvällar": [count(2, 3)],
    "mellan 3 och 4 vandringar": [count(3, 4)],
    "två-tre gånger": [count(2, 3)],
    # numbers
    "1 000 brev": [count(1000)],
    "1\u00a0000 brev": [count(1000)],
    "10000 brev": [count(10000)],
    "3,5 tjänster": [count(3.5)],
    "ett dussin träffar": [count(12)],
    "två dussin lampor": [count(24)],
    "hundra besök": [count(100)],
    "tvåhundra besök": [count(200)],
    "tjugofem besök": [count(25)],
    "trettiotvå besök": [count(32)],
    "0 brott": [count(0)],
    # rates
    "två kvällar i veckan": [count(2, None, WEEK)],
    "två kvällar per vecka": [count(2, None, WEEK)],
    "två patruller varje vecka": [count(2, None, WEEK)],
    "fyra gånger per år": [count(4, None, YEAR)],
    "fyra gånger om året": [count(4, None, YEAR)],
    "en gång per termin": [count(1, None, YEAR / 2)],
    "en gång i månaden": [count(1, None, MONTH)],
    "ett tillfälle per kvartal": [count(1, None, YEAR / 4)],
    "minst en gång i veckan": [count(1, None, WEEK)],
    "högst 3 besök per tertial": [count(None, 3, YEAR / 3)],
    "2 möten per halvår": [count(2, None, YEAR / 2)],
    "mellan fem och tio kontroller per månad": [count(5, 10, MONTH)],
    "tio nattvandringar under året": [count(10, None, YEAR)],
    "5 kontroller om dagen": [count(5, None, 1)],
    "8 timmar i veckan": [count(8, None, WEEK)],
    "två gånger varje termin": [count(2, None, YEAR / 2)],
    "minst 1 gång varje vecka": [count(1, None, WEEK)],
    "2 ggr per vecka": [count(2, None, WEEK)],
    "2 ggr/år": [count(2, None, YEAR)],
    # frequencies
    "varje vecka": [count(1, None, WEEK)],
    "Varje dag": [count(1, None, 1)],
    "varje kväll": [count(1, None, 1)],
    "varje helg": [count(1, None, WEEK)],
    "varje helgfri torsdag": [count(1, None, WEEK)],
    "varje fredag och lördag": [count(2, None, WEEK)],
    "varje fredag, lördag och söndag": [count(3, None, WEEK)],
    "varannan vecka": [count(1, None, 2 * WEEK)],
    "varannan torsdag": [count(1, None, 2 * WEEK)],
    "en gång varannan vecka": [count(1, None, 2 * WEEK)],
    "vartannat år": [count(1, None, 2 * YEAR)],
    "var tredje vecka": [count(1, None, 3 * WEEK)],
    "var 14:e dag": [count(1, None, 14)],
    "varje vardag": [count(1, None, WEEK / 5)],
    "DAGLIGEN": [count(1, None, 1)],
    "månadsvis": [count(1, None, MONTH)],
    "kvartalsvis": [count(1, None, YEAR / 4)],
    "årligen": [count(1, None, YEAR)],
    "udda torsdagar": [count(1, None, 2 * WEEK)],
    # shares
    "minst 65 procent är trygga": [share(0.65)],
    "65 %": [share(0.65)],
    "65% av eleverna": [share(0.65)],
    "högst 12,5 procent": [share(None, 0.125)],
    "10–20 procent": [share(0.1, 0.2)],
    "cirka 20 procent": [share(0.2, about=True)],
    # times within which
    "inom 24 timmar": [within(24)],
    "inom ett dygn": [within(24)],
    "inom två dygn": [within(48)],
    "inom tre dagar": [within(72)],
    "inom en vecka": [within(168)],
    "inom en halv timme": [within(0.5)],
    "inom en halvtimme": [within(0.5)],
    "senast andra vardagen": [within(67.2)],
    "inom 2 veckor": [within(336)],
    "inom en månad": [within(730.5)],
    # several
    "minst 4 kontroller per månad och 2 vandringar per år": [count(4, None, MONTH), count(2, None, YEAR)],
    "100 kvällar, minst 20 av dem på helger": [count(100), count(20), count(1, None, WEEK)],
    "20 nya lampor och 10 kameror": [count(20), count(10)],
    # none
    "en fältassistent": [],
    "ett möte": [],
    "under 2022": [],
    "2023–2027": [],
    "årskurs 7": [],
    "Storgatan 4": [],
    "ungdomar 13–17 år": [],
    "kl. 20–23": [],
    "klockan 20.00": [],
    "väg 23": [],
    "senast 31 oktober": [],
    "före den 1 november": [],
    "den 1 maj": [],
    "från 15 mars till 30 april": [],
    "2024-10-31": [],
    "20240601-20241031": [],
    "2024-06-01-2024-10-31": [],
    "12–15-åringar": [],
    "Storgatan 3 gånger om året": [count(3, None, YEAR)],
    "enligt 9 §": [],
    "ring 114 14": [],
    "hundratals besök": [],
    "": [],
}


@each(PHRASES)
def test_a_phrase_states_its_measures_in_a_sentence_and_in_capitals(text: str) -> None:
    for written in (text, f"Vi lovar {text[:1].lower()}{text[1:]}.", text.upper(), text.lower()):
        assert [pytest.approx(expected) for expected in PHRASES[text]] == rows(written), written


@each(
    [
        ("högst tolv minuter", "inom 12 minuter"),
        ("inte färre än nio möten", "minst 9 möten"),
        ("får inte bli längre än en vecka", "inom 1 vecka"),
        ("halvannan timme varje kväll", "1,5 timme per kväll"),
        ("ett par hundra lappar", "cirka 200 lappar"),
        ("sex och en halv kilometer", "6,5 kilometer"),
        ("under 40 km/h", "färre än 40 km/h"),
        ("ett halvt dussin bänkar", "6 bänkar"),
        ("tolv (12) bänkar", "12 bänkar"),
        ("drygt femtio bänkar", "drygt 50 bänkar"),
        ("närmare femtio bänkar", "knappt 50 bänkar"),
        ("fem eller fler bänkar", "minst 5 bänkar"),
        ("tre eller fyra bänkar", "3–4 bänkar"),
        ("minst en vuxen per grupp", "minst 1 vuxen för varje grupp"),
        ("två besök per termin på varje skola", "2 besök per termin för varje skola"),
        ("sju av tio elever", "70 procent av elever"),
        ("varannan elev", "50 procent av elev"),
        ("var femte stuga", "20 procent av stuga"),
        ("minst hälften av butikerna", "minst 50 procent av butikerna"),
        ("två femtedelar av stugorna", "40 procent av stugorna"),
        ("från elva till sju minuter", "från 11 till 7 minuter"),
        ("minskar kön med en fjärdedel", "minskar med 25 procent"),
        ("ökar besöken med tio procent", "ökar med 10 procent"),
        ("halverar kön", "minskar med 50 procent"),
        ("i tre dygn", "i 3 dagar"),
        ("två timmars kurs", "i 2 timmar"),
        ("en femveckorskurs", "i 5 veckor"),
        ("en 24-timmarsjour", "i 1 dag"),
        ("samma dag", "samma dag"),
        ("senast två dagar före mötet", "inom 2 dagar"),
        ("nästa vardag", "inom 1 vardag"),
        ("ojämna onsdagar", "onsdag (varannan vecka)"),
        ("ons–lör", "onsdag, torsdag, fredag, lördag (4 gånger per vecka)"),
        ("sista söndagen i månaden", "söndag (varje månad)"),
        ("den 1:a och 15:e i varje månad", "2 gånger per månad"),
        ("dygnet runt", "varje dag"),
        ("kvartalsrapport", "varje kvartal"),
        ("efter varje storm", "vid varje storm"),
        ("före pingst", "före pingst"),
        ("senast v. 20", "senast vecka 20"),
        ("i mitten av mars", "mitten av mars"),
        ("15 mars–30 april", "15 mars – 30 april"),
        ("hösten 2031", "höst 2031"),
        ("klart till den 15 maj", "senast 15 maj"),
        ("vartenda båthus", "varje båthus"),
        ("de flesta trapphus", "de flesta trapphus"),
    ]
)
def test_a_phrase_has_its_meaning(text: str, phrase: str) -> None:
    found = analyse(f"Här gäller {text}.").measures

    assert phrase in [format_expression(one, "sv").replace("\u00a0", " ") for one in found]


def test_the_numbers_of_the_shipped_promises_agree_with_their_fields() -> None:
    """A target that is in a field is in the text too, or it would be invented."""
    for path in sorted(PROMISES.rglob("lofte-*.yaml")):
        for commitment in plain(path.read_text(encoding="utf-8")).get("åtaganden", []):
            target = commitment.get("mål")
            if isinstance(target, dict) and "minst" in target:
                assert float(target["minst"]) in [one[0] for one in rows(commitment["text"])], commitment[
                    "id"
                ]


def test_every_number_from_nothing_to_9999_is_read_back_from_its_word() -> None:
    assert [n for n in range(10_000) if parse_word(spell(n)) != n] == []


# ---------------------------------------------------------------- dates

START: Final = dt.date(2024, 4, 1)


@each(
    [
        ("senast 31 oktober", dt.date(2024, 10, 31)),
        ("Senast den 31 oktober 2025", dt.date(2025, 10, 31)),
        ("senast i oktober", dt.date(2024, 10, 31)),
        ("före den 1 november", dt.date(2024, 10, 31)),
        ("innan 1:a maj 2024", dt.date(2024, 4, 30)),
        ("före juni", dt.date(2024, 5, 31)),
        ("före utgången av tredje kvartalet", dt.date(2024, 9, 30)),
        ("senast kvartal 2", dt.date(2024, 6, 30)),
        ("senast utgången av tertial 1", dt.date(2024, 4, 30)),
        ("innan april månads slut", dt.date(2024, 4, 30)),
        ("före nyår", dt.date(2024, 12, 31)),
        ("senast andra tertialet", dt.date(2024, 8, 31)),
        ("senast februari", dt.date(2025, 2, 28)),
        ("senast 2024-06-30", dt.date(2024, 6, 30)),
        ("före 2024-07-01", dt.date(2024, 6, 30)),
        ("klart till den 15 maj", dt.date(2024, 5, 15)),
        ("före årsskiftet", dt.date(2024, 12, 30)),
        ("senast vecka 20", dt.date(2024, 5, 19)),
        ("före midsommarafton", dt.date(2024, 6, 20)),
        ("senast på påskafton 2025", dt.date(2025, 4, 19)),
        ("före höstlovet", None),
        ("senast 31 juni", None),
        ("senast 2024-13-01", None),
        ("senast i höst", dt.date(2024, 11, 30)),
        ("den 1 maj", None),
        ("", None),
    ]
)
def test_a_deadline_has_its_last_day(text: str, day: dt.date | None) -> None:
    found = analyse(text).of(ex.Deadline)

    assert day == next((last_day(one.moment, START, inclusive=one.inclusive) for one in found), None)


@each(
    product(
        [None, dt.date(1900, 1, 1), dt.date(2200, 12, 31)],
        ["senast 31 oktober", "före den 1 januari", "senast i februari", "före vecka 53"],
    )
)
def test_a_deadline_needs_no_start(start: dt.date | None, text: str) -> None:
    [found] = analyse(text).of(ex.Deadline)

    assert isinstance(last_day(found.moment, start, inclusive=found.inclusive), dt.date | None)


@each(
    [
        ("minst tolv särskilt planerade besök på ungdomsgårdar", "planerade besök"),
        ("två samordnade trafiksäkerhetshöjande insatser", "trafiksäkerhetshöjande insatser"),
        ("400 bokförda tillfällen", "bokförda tillfällen"),
        ("minst 30 stycken cykellås", "cykellås"),
        ("tre träffar kommunen ordnar", "träffar"),
    ],
)
def test_the_noun_is_counted_with_the_word_that_describes_it(text: str, unit: str) -> None:
    assert [one.unit for one in analyse(text).of(ex.Count)] == [unit]


@each(["insatser i våra fyra kommuner", "Vi samlas på de två torgen."])
def test_a_number_of_places_where_something_is_done_is_all_of_them(text: str) -> None:
    assert not analyse(text).of(ex.Count)
    assert [one.quantifier for one in analyse(text).of(ex.Scope)] == ["all"]


@each(
    [
        "Kommunen lovar att bjuda in.",
        "Vi patrullerar kväll/natt.",
        "Vi syns i vardagen.",
        "under de tre åren",
    ],
)
def test_a_word_of_time_that_says_when_or_nothing_is_no_measure(text: str) -> None:
    assert not analyse(text).of(ex.Count, ex.Schedule, ex.Window, ex.Duration)


@each(
    [
        ("varje torsdag 10–11", 1.0),
        ("kl. 16-18", 2.0),
        ("mellan 14 och 21", 7.0),
        ("mellan 30 och 40", None),
        ("för unga mellan 13 och 17", None),
        ("20–01", 5.0),
        ("16.30–18.00", 1.5),
        ("16:15 – 17:00", 0.75),
        ("00–24", 24.0),
        ("varje torsdag", None),
        ("", None),
    ]
)
def test_a_schedule_has_its_hours(schedule: str, hours: float | None) -> None:
    assert hours == next((one.hours for one in analyse(schedule).of(ex.Label) if one.hours), None)


@each(
    [
        ("påsk", ["2023-04-09", "2024-03-31", "2025-04-20", "2038-04-25"]),
        ("långfredag", ["2024-03-29"]),
        ("kristi himmelsfärd", ["2024-05-09"]),
        ("pingst", ["2024-05-19"]),
        ("midsommarafton", ["2023-06-23", "2024-06-21", "2026-06-19"]),
        ("alla helgons dag", ["2023-11-04", "2024-11-02"]),
        ("första advent", ["2023-12-03", "2024-12-01"]),
        ("lucia", ["2024-12-13"]),
        ("mors dag", ["2024-05-26", "2025-05-25"]),
    ]
)
def test_a_feast_is_on_its_day(name: str, days: list[str]) -> None:
    assert days == [str(feast_date(name, int(day[:4]))) for day in days]


def test_easter_is_a_sunday_between_22_march_and_25_april() -> None:
    for year in range(1900, 2200):
        assert easter(year).weekday() == 6
        assert (3, 22) <= (easter(year).month, easter(year).day) <= (4, 25)


def test_a_moment_that_no_calendar_has_is_no_day() -> None:
    assert Moment("day", 2023, 2, 30).last(None) is None
    assert Moment("day", None, 2, 30).last(START) is None


@each(
    [
        ("Senast den 31 december", False),
        ("Senast den 30 november", True),
        ("Under 2024", False),
        ("I november", True),
        ("Från januari till december", False),
        ("Våren 2024", True),
        ("Före höstlovet", True),
        ("Senast kl. 07.00", True),
    ]
)
def test_a_time_measures_when_it_is_less_than_the_whole_period(text: str, measured: bool) -> None:
    found = analyse(f"{text} byter vi lampor.")

    assert measured == found.is_measured(dt.date(2024, 1, 1), dt.date(2024, 12, 31))


def test_under_before_a_bound_or_evenings_says_when() -> None:
    [bound] = analyse("Vi är ute under minst sex helger varje vinter.").of(ex.Count)
    [evenings] = analyse("Vi är ute under sex kvällar i månaden.").of(ex.Count)

    assert (bound.bounds.low, bound.bounds.high) == (6, None)
    assert (evenings.bounds.low, evenings.bounds.high) == (6, 6)


def test_one_of_each_in_an_apposition_is_counted() -> None:
    counts = analyse("Vi håller tre träffar, en i varje tätort.").of(ex.Count)

    assert [(count.bounds.low, count.each) for count in counts] == [(3, ""), (1, "tätort")]


@each(product(["alla", "samtliga"], ["gångtunnlar", "skolor", "matcher"]))
def test_all_of_what_can_be_counted_measures(word: str, noun: str) -> None:
    assert analyse(f"Vi besöker {word} {noun}.").is_measured()
    assert not analyse(f"Vi vill väl för {word} {noun}.").is_measured()
    assert not analyse(f"Vi verkar för tryggheten i {word} {noun}.").is_measured()


@pytest.mark.parametrize(
    "text", ["I hela kommunen.", "Båda parter hjälps åt.", "På loven.", "På kvällar och helger."]
)
def test_the_whole_and_the_free_time_measure_nothing(text: str) -> None:
    assert not analyse(f"Vi finns på plats. {text}").is_measured()


@each(
    [
        ("Enkäten visar att 43 procent är oroliga.", False),
        ("Enligt trygghetsmätningen är var tredje kvinna rädd.", False),
        ("Två av fem känner sig otrygga, och därför röjer vi sly.", False),
        ("I fjol anmäldes 61 rån.", False),
        ("Vi frågar 400 hushåll i en enkät.", True),
        ("Minst 60 procent ska känna sig trygga.", True),
        ("Enkäten visar att gatan är mörk. Vi sätter upp nio lampor.", True),
    ]
)
def test_a_figure_of_what_is_measures_nothing(text: str, measured: bool) -> None:
    assert analyse(text).is_measured() is measured


@each(
    [
        ("Vi anställer ytterligare en värd.", "1 värd"),
        ("Vi ses på månadens sista onsdag.", "onsdag (varje månad)"),
        ("Jouren svarar årets alla dagar.", "varje dag"),
        ("Vi övar varje vår.", "varje år"),
        ("Vi har öppet två timmar längre.", "ökar med 2 timmar"),
        ("Den är 70 år eller äldre.", "ålder"),
        ("Vi går på Träffpunkt 60+.", "namn"),
        ("Sex av tio elever deltar.", "60 procent av elever"),
        ("Vi visar den i sex klasser.", "6 klasser"),
        ("Polisen ger klasserna två besök.", "2 besök"),
    ]
)
def test_a_composed_measure_has_its_meaning(text: str, phrase: str) -> None:
    assert phrase in [format_expression(one, "sv") for one in analyse(text).measures]
