"""Claims of crime, harm, fear and safety in frames of every class, and neighbours that claim nothing."""

import itertools
from collections.abc import Iterator

import pytest

from each import each
from medborgarlofte.language import expressions as ex
from medborgarlofte.language.analysis import analyse
from medborgarlofte.language.lexicon import PARADIGMS, words_table

CRIMES = ("Stölderna", "Skjutningarna", "Inbrotten", "Våldet", "Klottret", "Narkotikahandeln", "Otryggheten")
HARMS = ("rånas", "hotas", "luras", "misshandlas", "utsätts", "drabbas", "bestjäls")


def is_claim(text: str) -> bool:
    return bool(analyse(text).of(ex.Claim))


def written(name: str) -> Iterator[str]:
    """Words of a class that are written out."""
    return (form for lemma in words_table()["clause"][name]["w"] for form in PARADIGMS["w"](lemma))


def test_every_crime_in_every_state_is_a_claim() -> None:
    texts = [f"{crime} är {state}." for crime, state in itertools.product(CRIMES, written("STATE"))]

    assert [text for text in texts if not is_claim(text)] == []


def test_every_crime_that_moves_or_spreads_is_a_claim() -> None:
    shifts = (
        "flyttat",
        "spridit sig",
        "försvunnit",
        "upphört",
        "stabiliserats",
        "trängts undan",
        *written("SHIFT"),
    )
    texts = [f"{crime} på torget har {shift}." for crime, shift in itertools.product(CRIMES, shifts)]

    assert [text for text in texts if not is_claim(text)] == []


def test_every_crime_that_has_become_otherwise_is_a_claim() -> None:
    ways = ("grövre", "vanligare", "mer synlig", "mindre utbredd", "allt råare", "ett större problem")
    texts = [f"{crime} har blivit {way}." for crime, way in itertools.product(CRIMES, ways)]

    assert [text for text in texts if not is_claim(text)] == []


def test_every_harm_compared_with_any_past_is_a_claim() -> None:
    pasts = ("förut", "tidigare", "förr", "i fjol", "förra året", "året innan")
    texts = [f"Äldre {harm} oftare än {past}." for harm, past in itertools.product(HARMS, pasts)]

    assert [text for text in texts if not is_claim(text)] == []


@pytest.mark.parametrize(
    ("infinitive", "present"),
    [("se", "ser"), ("konstatera", "konstaterar"), ("märka", "märker"), ("uppleva", "upplever")],
)
def test_what_somebody_says_is_claimed(infinitive: str, present: str) -> None:
    assert is_claim(f"Vi kan {infinitive} att stölderna har minskat.")
    assert is_claim(f"Vi {present} att stölderna har minskat.")


@each(
    [
        "Det är lugnare på stan sedan vakterna kom.",
        "Elever är mindre rädda för att gå till skolan.",
        "Boende vågar inte längre gå genom tunneln.",
        "Resenärerna är inte lika trygga som förr.",
        "Bedrägerierna mot äldre fortsätter att öka.",
        "Stölderna har halverats.",
        "Tack vare vårt fokus på torget har otryggheten minskat.",
        "Allt yngre personer begår brott.",
    ]
)
def test_fear_and_feeling_that_differ_are_claims(text: str) -> None:
    assert is_claim(text)


@each(
    [
        "Vi ska minska stölderna.",
        "Löftet har fokus på en tryggare och lugnare skolväg.",
        "Löftet fokuserar på färre stölder.",
        "Målet är att våldet ska bli mindre vanligt.",
        "Kommunen har flyttat lamporna till parken.",
        "Arbetet mot langning har flyttat till en ny enhet.",
        "Brottsofferjouren har flyttat till större lokaler.",
        "Fler lampor ökar tryggheten.",
        "Fler elever lär sig om brott.",
        "Färre brott och ökad trygghet.",
        "Utbildningen om våld är längre än förut.",
        "Skyddet mot stölder är bättre med lås.",
        "Samverkan har blivit tätare mellan polisen och skolan.",
        "Om läget blir värre kallas gruppen in.",
        "Anmälan om brott har blivit enklare att göra.",
        "Insatsen ska bidra till lugnare kvällar och färre bråk.",
    ]
)
def test_goals_actions_and_other_things_that_differ_claim_nothing(text: str) -> None:
    assert not is_claim(text)
