"""Our own sentences with every member of each class: what holds for one member holds for all."""

import itertools
from collections.abc import Iterator

import pytest

from each import each
from medborgarlofte.language import expressions as ex
from medborgarlofte.language.analysis import analyse
from medborgarlofte.language.calendar import FEASTS, MILESTONES, WEEKDAYS
from medborgarlofte.language.lexicon import PARADIGMS, words_table
from medborgarlofte.numerals import ORDINALS, PARTS
from medborgarlofte.swedish import MONTHS
from medborgarlofte.units import UNITS
from spelled_numbers import spell

TABLE = words_table()


def forms(layer: str, name: str, *keys: str) -> Iterator[str]:
    """Every form in a class, of some of its lists or of all."""
    for key, lemmas in TABLE[layer][name].items():
        if key != "closed" and (not keys or key in keys):
            for lemma in lemmas:
                yield from PARADIGMS[key](lemma)


def kinds(text: str) -> list[str]:
    """The kinds of expressions that a text holds, without places and scope."""
    return [
        type(one).__name__
        for one in analyse(text).expressions
        if not isinstance(one, (ex.Referent, ex.Scope, ex.Effort))
    ]


def without(texts: Iterator[str], kind: str) -> list[str]:
    """The texts that do not hold the kind."""
    return [text for text in texts if kind not in kinds(text)]


# ---------------------------------------------------------------- numbers


def test_every_number_word_is_read_back() -> None:
    numbers = [*range(2, 130), 200, 246, 999, 1000, 1234, 5000, 9999]
    read = {n: analyse(f"Vi ordnar {spell(n)} träffar.").of(ex.Count)[0].bounds.low for n in numbers}

    assert [n for n in numbers if read[n] != n] == []


@each([
        ("MIN", 10, None), ("MAX", None, 10), ("MORE", 10, None), ("LESS", None, 10), ("ABOUT", 10, 10),
        ("DRYGT", 10, 10), ("KNAPPT", 10, 10), ("EXACT", 10, 10),
    ])  # fmt: skip
def test_every_word_of_limit_sets_its_bound(name: str, low: float | None, high: float | None) -> None:
    found = {word: analyse(f"Vi gör {word} tio besök.").of(ex.Count) for word in forms("measure", name)}

    assert {
        word: (counts[0].bounds.low, counts[0].bounds.high) if counts else None
        for word, counts in found.items()
    } == dict.fromkeys(found, (low, high))


@each(list(forms("measure", "MORE")))
def test_a_negation_turns_every_comparison_into_a_ceiling(word: str) -> None:
    [found] = analyse(f"Ingen grupp får ha {word} tolv deltagare.").of(ex.Count)

    assert (found.bounds.low, found.bounds.high) == (None, 12)


@each(word for word, part in PARTS.items() if word.endswith("del") and part < 100)
def test_every_part_is_a_share(word: str) -> None:
    [found] = analyse(f"Vi byter en {word} av lamporna.").of(ex.Share)

    assert found.bounds.low == pytest.approx(1 / PARTS[word])


# ---------------------------------------------------------------- times


@each(UNITS, lambda unit: unit.name)
def test_every_unit_of_time_gives_rates_schedules_and_response_times(unit: object) -> None:
    one, the, many, _ = unit.forms  # type: ignore[attr-defined]
    days = unit.days  # type: ignore[attr-defined]
    other = "vartannat" if the.endswith("t") else "varannan"

    assert [c.per for c in analyse(f"Vi går fyra ronder per {one}.").of(ex.Count)] == [days]
    assert [c.per for c in analyse(f"Vi går fyra ronder i {the}.").of(ex.Count)] == [days]
    assert [c.per for c in analyse(f"Vi går två ronder {other} {one}.").of(ex.Count)] == [2 * days]
    assert [s.per for s in analyse(f"Vi går en rond {other} {one}.").of(ex.Schedule, ex.Count)] == [2 * days]
    assert [s.per for s in analyse(f"Varje {one} går vi ut.").of(ex.Schedule)] == [days]
    assert [r.days for r in analyse(f"Svar kommer inom tre {many}.").of(ex.Response)] == [3 * days]


@each(list(enumerate(WEEKDAYS)))
def test_every_weekday_is_a_schedule(number: int, day: str) -> None:
    for text in (
        f"Vi har öppet på {day}ar.",
        f"Öppet varje {day}.",
        f"{day.capitalize()}skvällar är vi ute.",
    ):
        assert [s.weekdays for s in analyse(text).of(ex.Schedule)] == [(number,)], text


def test_lists_and_spans_of_weekdays_count_their_days() -> None:
    for first, last in itertools.permutations(range(7), 2):
        [listed] = analyse(f"Öppet {WEEKDAYS[first]}ar och {WEEKDAYS[last]}ar.").of(ex.Schedule)
        [spanned] = analyse(f"Öppet {WEEKDAYS[first]} till {WEEKDAYS[last]}.").of(ex.Schedule)

        assert listed.weekdays == (first, last)
        assert spanned.times == (last - first) % 7 + 1


@each(MONTHS, lambda month: month.sv)
def test_every_month_is_a_time_and_a_deadline(month: object) -> None:
    name = month.sv  # type: ignore[attr-defined]

    assert kinds(f"Vi bygger om i {name}.") == ["Window"]
    assert kinds(f"Vi bygger om senast i {name}.") == ["Deadline"]
    assert kinds(f"Vi bygger om före den 7 {name}.") == ["Deadline"]
    assert kinds(f"Vi bygger om den 7 {name} till den 9 {name}.") == ["Window"]


def test_every_feast_and_milestone_is_a_time() -> None:
    names = [name for name in (*FEASTS, *MILESTONES) if name != "lov"]

    assert without((f"Vi är klara före {name}." for name in names), "Deadline") == []
    assert without((f"På {name} är vi ute." for name in names), "Window") == []


# ---------------------------------------------------------------- clauses


def test_every_form_of_a_vague_verb_is_a_predicate() -> None:
    bare = [word for word in forms("clause", "VAGUE") if " " not in word]

    assert without((f"Kommunen {word} mötesplatser." for word in bare), "Predicate") == []
    for name, rest in (
        ("WORK", "för trygghet"),
        ("CONTRIBUTE", "till trygghet"),
        ("AIM", "på trygghet"),
        ("SEE", "över rutinen"),
    ):
        verbs = forms("clause", name)
        assert without((f"Kommunen {verb} {rest}." for verb in verbs), "Predicate") == []


def test_no_vague_verb_in_a_subordinate_clause_is_a_predicate() -> None:
    openers = [word for word in forms("clause", "SUB") if word != "hur"]
    texts = [f"Vi bygger en park, {word} främjar mötesplatser." for word in openers]

    assert [text for text in texts if "Predicate" in kinds(text)] == []


def test_every_circumstance_with_every_verb_that_enables_is_a_reservation() -> None:
    circumstances = [*TABLE["clause"]["CIRC"]["h3"], *TABLE["clause"]["CIRC"]["h2"]]
    verbs = ("tillåter", "medger", "räcker", "finns", "föreligger")
    conditions = ("om", "när", "ifall", "såvida", "så länge", "i den mån")
    texts = (
        f"Vi går tio ronder {condition} vår {circumstance} {verb}."
        for condition, circumstance, verb in itertools.product(conditions, circumstances, verbs)
    )

    assert without(texts, "Reservation") == []


@pytest.mark.parametrize("name", ["RESERVED", "PROVIDED"])
def test_every_reserving_phrase_is_a_reservation(name: str) -> None:
    assert (
        without((f"Vi går tio ronder {word} allt går väl." for word in forms("clause", name)), "Reservation")
        == []
    )


def test_a_bar_before_it_makes_it_no_reservation() -> None:
    for bar in ("inte", "inte bara", "oavsett", "även"):
        assert "Reservation" not in kinds(f"Vi går tio ronder, {bar} vid behov.")


def test_every_word_for_now_is_relative() -> None:
    assert without((f"Vi har {word} två värdar." for word in forms("clause", "NOW")), "Relative") == []
    assert (
        without(
            (f"Under {word} har vi två värdar." for word in ("våren", "sommaren", "hösten", "vintern")),
            "Relative",
        )
        == []
    )


def test_every_word_for_what_is_recent_with_every_time_is_relative() -> None:
    words = [word for word in forms("clause", "RECENT") if word not in ("detta", "nästa")]
    times = ("året", "veckan", "månaden", "terminen", "perioden", "hösten", "våren")
    texts = (f"Under {word} {time} ses vi två gånger." for word, time in itertools.product(words, times))

    assert without(texts, "Relative") == []


def test_a_year_makes_it_no_relative_time() -> None:
    for word in ("Under hösten", "Under våren", "Förra året", "Årets mätning"):
        assert "Relative" not in kinds(f"{word} 2031 blir tio ronder av.")


def test_every_crime_that_changes_is_a_claim() -> None:
    crimes = [f"{word}en" for word in ("stöld", "misshandel", "skjutning")] + [
        "inbrotten",
        "våldet",
        "klottret",
        "rånen",
        "otryggheten",
    ]
    verbs = (
        "har ökat",
        "ökar",
        "har minskat",
        "sjunker",
        "avtar",
        "har blivit vanligare",
        "är lägre än förut",
    )
    texts = (f"{crime.capitalize()} {verb}." for crime, verb in itertools.product(crimes, verbs))

    assert without(texts, "Claim") == []


def test_what_ends_as_a_crime_and_is_none_is_no_claim() -> None:
    words = [word for word in TABLE["topic"]["NEUTRAL"]["h"] if word.endswith("brotten")]

    assert words
    assert [word for word in words if "Claim" in kinds(f"{word.capitalize()} har ökat.")] == []


# ---------------------------------------------------------------- what measures nothing


@each([
        ("Vi informerar elever i {} 7.", ("årskurs", "åk", "klass")),
        ("Polisen övervakar {} 4 i Provstad.", [w for w in TABLE["measure"]["NUMBERED"]["w"] if w not in ("fas", "del", "steg")]),
        ("Vi möter ungdomar {} år.", ("13–17", "över 15", "mellan 12 och 16", "13 till 17", "under 20")),
        ("Vi samlas på {} 4.", ("Provgatan", "Ekvägen", "Bergstigen", "Hamntorget", "Smala gränd")),
        ("Vi möter {} i parken.", ("70-åringar", "sexåringar", "30-zonen", "E20", "F–6")),
        ("Vi samlas i {} park.", ("Fyra Vindars", "Tre Tallars", "Sju Ekars")),
        ("Lokalen anvisas enligt {}.", ("9 § lagen", "lagen (2023:196)", "9 §", "3 kap. 2 §")),
        ("Ring {} om du ser något.", ("112", "114 14", "0980-31 92 10", "1177")),
        ("Vi undervisar om sex {}.", ("och samlevnad", "för unga", "i skolan")),
    ])  # fmt: skip
def test_a_label_measures_nothing(frame: str, members: list[str]) -> None:
    assert [member for member in members if analyse(frame.format(member)).is_measured()] == []


def test_ordinals_alone_are_no_numbers() -> None:
    words = [word for word in ORDINALS if word not in ("första", "andra")]

    assert [word for word in words if analyse(f"Kursen är den {word} i ordningen.").is_measured()] == []
