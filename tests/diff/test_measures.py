"""What a commitment binds to in figures, and what it means when one text becomes another."""

from typing import Any, Final

from diff.promises_of_pairs import new_promise, old_promise
from each import each
from medborgarlofte.diff.document import compare
from medborgarlofte.diff.matching import is_form_of
from medborgarlofte.diff.measures import Measure, matched, measures, period_days
from medborgarlofte.language.format import format_expression
from medborgarlofte.model.promise import Commitment
from medborgarlofte.model.record import Period

LEAP_YEAR: Final = 366.0


def _commitment(row: dict[str, Any]) -> Commitment:
    promise: Any = new_promise({"id": "K1", "part": "kommunen", "text": "Vi är ute.", **row}).document
    return promise.commitments[0]  # type: ignore[no-any-return]


def _measures(row: dict[str, Any], days: float | None = LEAP_YEAR) -> list[tuple[str, str]]:
    found = measures(_commitment(row), days)
    return [(one.field, format_expression(one.found, "sv").replace("\u00a0", " ")) for one in found]


def _kind(old: str, new: str) -> str:
    """The kind of change between two texts."""
    row = {"id": "K1", "part": "kommunen", "fokus": ["trygga-platser"]}
    before = old_promise({**row, "text": old})
    [change] = compare(before, new_promise({**row, "text": new, "fortsätter": ["gammal#K1"]})).changes
    return change.kind


# ---------------------------------------------------------------- out of a commitment


@each(
    [
        ({"från": "2024-01-01", "till": "2024-01-01"}, 1),
        ({"från": "2024-02", "till": "2024-03"}, 60),
        ({"från": "2023", "till": "2024"}, 731),
        ({"från": "2024-01-01", "till": "2024-06-30", "förlängd_till": "2024-12-31"}, 366),
        ({"från": "2024-01-01", "tills_vidare": True}, None),
        ({"till": "2024-01-01"}, None),
    ]
)
def test_a_period_is_as_long_as_from_its_first_day_to_its_last(
    period: dict[str, Any], days: int | None
) -> None:
    assert days == period_days(Period.model_validate(period))


@each(
    [
        ({"minst": 4, "enhet": "kvällar", "per": "vecka"}, ["minst 4 kvällar per vecka"]),
        ({"högst": 4, "enhet": "kvällar", "per": "2 veckor"}, ["högst 4 kvällar varannan vecka"]),
        ({"exakt": 4, "enhet": "kvällar", "per": "perioden"}, ["4 kvällar under perioden"]),
        ({"mellan": [3, 4], "cirka": "ja", "enhet": "möten"}, ["cirka 3–4 möten"]),
        ({"minst": 80, "enhet": "procent", "av": "eleverna"}, ["minst 80 procent av eleverna"]),
        ({"alla": "ja", "enhet": "skolor"}, ["100 procent av skolor"]),
        ({"inga": "ja", "enhet": "inbrott"}, ["högst 0 inbrott"]),
        ({"inom": "24 timmar"}, ["inom 24 timmar"]),
        ({"inom": "kort tid"}, []),
        ({"minst": 3, "enhet": "svar", "inom": "2 veckor"}, ["minst 3 svar", "inom 2 veckor"]),
        ({"minst": 2, "enhet": "besök", "för_varje": "skola"}, ["minst 2 besök för varje skola"]),
    ]
)
def test_a_target_is_measures(target: dict[str, Any], phrases: list[str]) -> None:
    assert _measures({"mål": target}) == [("mål", phrase) for phrase in phrases]


@each(
    [
        ({"text": "Vi är ute minst 10 kvällar."}, [("mål", "minst 10 kvällar")]),
        (
            {"text": "Vi är ute minst 104 kvällar per år.", "mål": {"minst": 2, "per": "vecka"}},
            [("mål", "minst 2 gånger per vecka")],
        ),
        (
            {"text": "Vi är ute minst 10 kvällar.", "tid": "varje fredag"},
            [("mål", "minst 10 kvällar"), ("tid", "fredag (varje vecka)")],
        ),
        (
            {"text": "Vi är ute varje fredag.", "tid": "varje fredag kl. 18–21"},
            [("mål", "fredag (varje vecka)")],
        ),
        ({}, []),
    ]
)
def test_what_both_a_field_and_the_text_say_is_there_once(
    row: dict[str, Any], expected: list[tuple[str, str]]
) -> None:
    assert _measures(row) == expected


# ---------------------------------------------------------------- weaker or sharper


@each(
    [
        ("Vi är ute 80 kvällar.", "Vi är ute 100 kvällar."),
        ("Vi är ute cirka 100 kvällar.", "Vi är ute 100 kvällar."),
        ("Vi är ute ett hundratal kvällar.", "Vi är ute minst 100 kvällar."),
        ("Kön är högst 8 personer.", "Kön är högst 4 personer."),
        ("Grupperna har 3–5 deltagare.", "Grupperna har 3–4 deltagare."),
        ("Vi ses varannan vecka.", "Vi ses varje vecka."),
        ("Vi ses en gång i månaden.", "Vi ses två gånger i månaden."),
        ("Vi ses 90 gånger per år.", "Vi ses två gånger i veckan."),
        ("Vi ses på torsdagar.", "Vi ses på tisdagar och torsdagar."),
        ("Vi svarar inom 48 timmar.", "Vi svarar inom ett dygn."),
        ("Vi svarar.", "Vi svarar inom en vecka."),
        ("Ingen ska vänta längre än tre veckor.", "Ingen ska vänta längre än två veckor."),
        ("Vi gör upp till nio besök.", "Vi gör minst nio besök."),
        ("Vi gör tre besök.", "Vi gör tre besök på varje skola."),
        ("Vi når 50 procent av eleverna.", "Vi når två tredjedelar av eleverna."),
        ("Vi når 50 elever.", "Vi når alla elever."),
        ("Vi når hälften av eleverna.", "Vi når alla elever."),
        ("Vi når elever.", "Vi når 50 elever."),
        ("Vi ökar från två till tre turer.", "Vi ökar från två till fyra turer."),
        ("Vi minskar kön från tio till sju dagar.", "Vi minskar kön från tio till fem dagar."),
        ("Vi minskar kön med 10 procent.", "Vi minskar kön med en fjärdedel."),
        ("Vi bygger bron senast i november.", "Vi bygger bron senast i mars."),
        ("Vi bygger bron.", "Vi bygger bron före midsommar."),
        ("Vi märker cyklar.", "Vi märker cyklar i maj."),
        ("Vi har öppet kl. 16–18.", "Vi har öppet kl. 16–19."),
        ("Vi besöker skolor.", "Vi besöker samtliga skolor."),
        ("Vi besöker de flesta skolor.", "Vi besöker varje skola."),
        ("Vi besöker några skolor.", "Vi besöker de flesta skolor."),
        ("Vi gör fyra besök i mån av tid.", "Vi gör fyra besök."),
        ("Vi gör fyra besök, om bemanningen tillåter.", "Vi gör fyra besök."),
        ("Vi kan besöka skolan.", "Vi ska besöka skolan."),
        ("Elever som skolkar kan komma att få stöd.", "Elever som skolkar får stöd."),
        ("Den som utsätts för hot kan erbjudas skydd.", "Den som utsätts för hot erbjuds skydd."),
        ("Vi försöker besöka skolan.", "Vi besöker skolan."),
        ("Vi bör besöka skolan.", "Vi ska besöka skolan."),
        ("Vi har ambitionen att besöka skolan.", "Vi besöker skolan."),
    ]
)
def test_a_text_binds_to_more_than_another(weak: str, sharp: str) -> None:
    assert (_kind(weak, sharp), _kind(sharp, weak)) == ("sharpened", "weakened")


@each(
    [
        ("Vi ses två gånger i veckan.", "Vi ses 104 gånger per år."),
        ("Vi ses varje kvartal.", "Vi ses fyra gånger om året."),
        ("Vi svarar inom en vecka.", "Vi svarar inom sju dagar."),
        ("Vi gör ett dussin besök.", "Vi gör 12 besök."),
        ("Vi når hälften av eleverna.", "Vi når 50 procent av eleverna."),
        ("Vi besöker alla skolor.", "Vi besöker samtliga skolor."),
        ("Vi gör besök i mån av tid.", "Vi gör besök om tiden medger."),
        ("Vi möter elever i årskurs 7.", "Vi möter elever i årskurs 9."),
        ("Vi kontrollerar väg 23.", "Vi kontrollerar väg 40."),
        ("Vi möter unga 13–17 år.", "Vi möter unga 15–19 år."),
        ("Vi byter lampor före den 1 juni.", "Vi byter ut lampor före juni."),
    ]
)
def test_other_words_bind_to_as_much(one: str, other: str) -> None:
    assert (_kind(one, other), _kind(other, one)) == ("reworded", "reworded")


# ---------------------------------------------------------------- which became which


def _of(text: str) -> list[Measure]:
    return measures(_commitment({"text": text}), LEAP_YEAR)


@each([
        ("två kvällar", "tre kvällar", [("2 kvällar", "3 kvällar")]),
        ("ett par möten och fyra brev", "fem brev och tre möten", [("cirka 2 möten", "3 möten"), ("4 brev", "5 brev")]),
        ("inom två dygn, 40 procent", "50 procent, inom ett dygn", [("inom 2 dygn", "inom 1 dygn"), ("40 procent", "50 procent")]),
        ("fyra brev", "inom ett dygn", [("4 brev", None), (None, "inom 1 dygn")]),
        ("fyra brev", "fyra brev, två möten", [("4 brev", "4 brev"), (None, "2 möten")]),
        ("fyra brev", "många brev", [("4 brev", None)]),
    ])  # fmt: skip
def test_measures_of_the_same_thing_are_compared(
    old: str, new: str, pairs: list[tuple[str | None, str | None]]
) -> None:
    def shown(measure: Measure | None) -> str | None:
        return None if measure is None else format_expression(measure.found, "sv")

    found = [(shown(one), shown(other)) for one, other in matched(_of(old), _of(new))]

    assert sorted(map(str, pairs)) == sorted(map(str, found))


@each(
    [
        ("skola", "skolor", True),
        ("skolorna", "skola", True),
        ("trapphus", "trapphusen", True),
        ("skola", "skog", False),
        ("park", "parkering", False),
    ]
)
def test_forms_of_one_word_are_known(one: str, other: str, same: bool) -> None:
    assert is_form_of(one, other) is same
