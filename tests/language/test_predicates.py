"""Vague main verbs by who does it and to what."""

import itertools

import pytest

from each import each
from medborgarlofte.language import expressions as ex
from medborgarlofte.language.analysis import analyse

PARTIES = ("Kommunen", "Polisen", "Vi", "Parterna")
DOERS = ("Kuratorn", "Fältgruppen", "Ordningsvakterna", "Elevhälsan", "Kommunpolisen", "En samordnare")
GROUPS = ("elever", "familjer", "föräldrar", "butiksägare", "ungdomar")
UNSEEN = ("tryggheten", "samverkan", "delaktigheten", "dialogen", "det förebyggande arbetet", "kvaliteten")
SEEN = ("skolvägarna", "gångtunneln", "parken", "busshållplatserna")


def is_vague(text: str) -> bool:
    return bool(analyse(text).of(ex.Predicate))


@pytest.mark.parametrize("verb", ["stödjer", "stöder", "stöttar", "uppmuntrar"])
def test_support_is_vague_unless_somebody_in_particular_gives_it(verb: str) -> None:
    assert [
        t for p, g in itertools.product(PARTIES, GROUPS) if not is_vague(t := f"{p} {verb} {g} i kommunen.")
    ] == []
    assert [
        t for d, g in itertools.product(DOERS, GROUPS) if is_vague(t := f"{d} {verb} {g} i kommunen.")
    ] == []


@each(["förbättrar", "stärker", "lyfter fram", "effektiviserar", "förebygger", "upprätthåller"])
def test_improvement_is_vague_of_what_cannot_be_seen(verb: str) -> None:
    assert [t for thing in UNSEEN if not is_vague(t := f"Kommunen {verb} {thing}.")] == []
    assert [t for thing in SEEN if is_vague(t := f"Kommunen {verb} {thing}.")] == []


@each(
    [
        "Vara delaktiga i nätverket.",
        "Polisen är en pådrivande kraft i rådet.",
        "Fortsätta med det påbörjade arbetet kring skolfrånvaro.",
        "Kommunen fortsätter samarbetet med kyrkan.",
        "Polisen ska samarbeta nära och långsiktigt.",
        "Långsiktigt arbete mot mobbning.",
        "Ökad tillgänglighet.",
        "Kommunen bidrar till att fler får ett jobb.",
        "Polisen prioriterar skolvägarna.",
        "Ett långsiktigt arbete för att unga ska må bra.",
        "Kommunens strävan är att fler ska trivas.",
        "Undersöka möjligheten att öppna en gård.",
        "Skapa tillit mellan grannar.",
        "Spela en aktiv roll i rådet.",
        "Bedriva ett uppsökande arbete.",
        "Öka tryggheten i hamnen.",
        "Ökat fokus på mopeder.",
        "Arbeta utifrån en gemensam bild.",
        "Bidra med kunskap i planeringen.",
    ]
)
def test_what_is_always_true_is_vague(text: str) -> None:
    assert is_vague(text)


@each(
    [
        "Kuratorn arbetar tillsammans med väktarna i gallerian.",
        "Ökad bemanning av värdar på stationen.",
        "Kommunen bidrar till hyran för föreningarna.",
        "Skapa en rutin för nycklar.",
        "Bygga en brygga.",
        "Bidra med två vakter.",
        "Öka antalet papperskorgar.",
        "Medverka på marknaden.",
        "Grannarnas samarbete med skolan syns.",
        "Ordningsvakterna samverkar med butikerna i gallerian.",
        "Polisen patrullerar på torget.",
    ]
)
def test_a_doer_with_something_to_do_is_not_vague(text: str) -> None:
    assert not is_vague(text)


def test_what_there_is_already_is_not_counted() -> None:
    assert not analyse("Polisen är en drivande kraft i de tre forum som finns.").is_measured()
    assert not analyse("Fler vakter på stationer inom LOV 3 områden.").is_measured()
    assert analyse("Polisen besöker de tre skolorna.").is_measured()
    assert analyse("Vi träffas i SSPF 4 gånger per termin.").is_measured()
