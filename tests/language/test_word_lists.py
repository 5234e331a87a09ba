"""Each word list finds the phrases it is for, in all their forms, and leaves their neighbours alone."""

import re
from typing import Any, Final

import pytest

from corpus import ROOT
from medborgarlofte.language.word_lists import LEXICON

HITS: Final = {
    "vague_verbs": [
        "Vi ska verka för ökad trygghet",
        "Polisen verkar, tillsammans med skolan, för färre brott",
        "arbeta aktivt för en trygg miljö",
        "Arbetar förebyggande mot droger",
        "arbetet som görs, arbetas med",
        "Fortsätta att utveckla samverkan",
        "FORTSÄTTER STÄRKA",
        "vidareutvecklar samarbetet",
        "Vi stödjer föreningar",
        "stötta familjer",
        "främjas av alla",
        "eftersträva god miljö",
        "strävar mot",
        "lägga särskilt fokus på ungdomar",
        "Fokus läggs på skolor",
        "se, om det behövs, över belysningen",
        "ser\növer rutinerna",
        "medverka till minskad oro",
        "bidrar till",
        "underlätta för boende",
        "motverka narkotika",
        "Intensifierar kontrollerna",
    ],
    "relative_time": [
        "Med start i våras",
        "I höstas",
        "under de senaste åren",
        "på flera år",
        "tryggare i\ndag",
        "idag",
        "Just nu",
        "årets satsning",
        "nyligen",
        "förra sommaren",
        "Nästa år",
        "i nuläget",
        "innevarande termin",
        "till hösten",
        "i fredags",
        "under året",
    ],
    "reservations": [
        "när läget medger",
        "om resurserna tillåter det",
        "I mån av tid",
        "i görligaste mån",
        "vid behov",
        "VID BEHOV",
        "i största möjliga mån",
        "så långt det är möjligt",
        "i så hög utsträckning som möjligt",
        "när det behövs",
        "under förutsättning att anslag ges",
        "förutsatt att",
        "om det finns resurser",
        "inom befintlig budget",
        "efter förmåga",
        "om möjligt",
        "utifrån tillgängliga\nresurser",
        "såvida läget inte kräver annat",
        "då väderläget tillåter",
    ],
    "efforts": [
        "Riktade insatser",
        "insatserna",
        "en åtgärd",
        "förebyggande åtgärder",
        "Kontroller",
        "gemensamma kontrollerna",
        "särskilda insatser",
        "fler åtgärder",
    ],
    "target_groups": [
        "ungdomar",
        "Ungdomarna",
        "skolelever",
        "barn",
        "småbarnsföräldrar",
        "vårdnadshavare",
        "unga",
        "kvinnor",
        "EPA-traktorer",
        "mopedister",
        "våldsutsatta kvinnor",
        "fastighetsägare och näringsidkare",
        "gängmedlemmar",
        "VUXNA",
    ],
    "places": [
        "skolan",
        "vid Resecentrum",
        "i centrala delar",
        "parken",
        "Stortorget",
        "gator",
        "busstationen",
        "krogmiljöer",
        "badplatserna",
        "bibliotek",
        "på landsbygden",
        "parkeringar",
    ],
    "measured_frequency": [
        "varje vecka",
        "varje kväll",
        "varannan torsdag",
        "vartannat år",
        "var tredje månad",
        "dagligen",
        "Årligen",
        "en gång",
        "Kvartalsvis",
        "före sommaren",
        "senast i december",
        "på fredagskvällar",
        "måndag–fredag",
        "inom ett dygn",
        "samma dag",
        "hälften",
        "per termin",
        "om året",
        "dygnet runt",
        "före höstlovet",
        "vid varje hemmamatch",
    ],
    "number_words": [
        "två",
        "Tolv",
        "tjugofem",
        "ett hundra",
        "hundratals",
        "ett dussin",
        "en gång",
        "femtio",
        "samtliga 12",
        "tre",
        "nittionio",
    ],
    "uncounted_numbers": [
        "2023:196",
        "2022",
        "2022–2024",
        "årskurs 7",
        "åk 9",
        "årskurs 7 och 8",
        "väg 23",
        "E 22",
        "Storgatan 4",
        "kl. 20.00",
        "klockan 16–18",
        "13–17 år",
        "16-åringar",
        "över 65 år",
        "0980-31 92 00",
        "112",
        "1177",
        "114 14",
        "9 §",
        "3 kap",
        "sex och samlevnad",
        "de tre fokusområdena",
        "24/7",
        "buss 4",
        "mellan tretton och nitton år",
    ],
    "passive": [
        "genomförs",
        "Följs upp",
        "ska erbjudas",
        "kommer att genomföras",
        "Insatser sätts in",
        "tas fram",
        "kan bjudas in",
        "ska\nutvecklas",
        "skall prioriteras",
    ],
    "claims": [
        "har ökat",
        "minskat",
        "Fler",
        "färre",
        "tryggare",
        "har blivit allt vanligare",
        "lägre",
        "mer otrygga",
        "halverats",
        "sjönk",
    ],
    "claim_subjects": [
        "tryggheten",
        "Otrygghet",
        "otrygga",
        "brott",
        "brottsligheten",
        "våldsbrott",
        "bostadsinbrotten",
        "personrån",
        "hotet",
        "skadegörelser",
        "narkotikahandel",
        "cykelstölder",
    ],
    "not_claims": ["ska", "Målet", "för att", "syftar", "så att", "vill", "visionen", "behöver", "lovar"],
    "absolutes": [
        "Alla ska känna sig trygga",
        "ingen ska behöva vara rädd",
        "samtliga invånare i kommunen ska vara säkra",
        "noll bostadsinbrott",
        "Nollvision",
        "fritt från narkotika",
        "helt drogfri",
        "inga barn ska utsättas",
        "ska aldrig",
        "aldrig mer utsatt",
    ],
    "person_words": [
        "Enhetschef",
        "kommunpolis",
        "Trygghetssamordnare",
        "Kommunstyrelsens ordförande",
        "rektor",
        "Fältgruppen",
        "socialtjänsten",
        "Brandingenjör",
    ],
}
MISSES: Final = {
    "vague_verbs": [
        "verkan för",
        "verkställa beslut",
        "arbetsgivaren för",
        "arbetar i skolan tre kvällar",
        "Polisen patrullerar centrum",
        "stödgruppen träffas",
        "förstärkning",
        "utveckling",
        "översikt",
        "se filmen",
        "främjandet",
        "strävan är stor",
        "bidraget till föreningar",
        "omarbeta planen",
        "fokusområden på sidan",
        "värna-gruppen",
    ],
    "relative_time": [
        "i vår kommun",
        "år 2024",
        "under våren-projektet",
        "vårdens",
        "under 2023",
        "i dagis",
        "årsvis",
        "idagsbladet",
        "två gånger per år",
        "nästan alltid",
        "förrådet",
        "i år 9",
        "i år 7–9",
        "i år 2024",
    ],
    "reservations": [
        "i mån",
        "behovet av stöd",
        "efter behovsprövning",
        "vid behovet",
        "medgivande krävs",
        "möjligheter",
        "i den nya parken",
        "om resurscentrum",
        "när polisen ringer",
        "med hänsyn till barnen",
        "förmågan",
        "omöjligt",
    ],
    "efforts": [
        "insatsgrupp",
        "social insatsgrupp",
        "åtgärdsplan",
        "kontrollant",
        "Insatschef",
        "nationellt insatsstyrkan",
    ],
    "target_groups": ["omgående", "manual", "ungefär", "ungern", "vuxenutbildning", "unge", "lokaler"],
    "places": ["bygga", "byte", "parkett", "vägledning", "gatukontoret", "torgskräck", "skolka", "bybor"],
    "measured_frequency": [
        "varje",
        "varje gård",
        "daglig",
        "en tid",
        "sommaren",
        "årlighet",
        "maja",
        "varannars",
        "fredagsmys",
        "dagens",
        "helgen",
        "per capita",
    ],
    "number_words": [
        "en",
        "ett",
        "tvåa",
        "trevlig",
        "trygg",
        "enheten",
        "tionde",
        "fyrverkeri",
        "sexa",
        "hundägare",
    ],
    "uncounted_numbers": [
        "100 kvällar",
        "minst 2 grupper",
        "två besök",
        "3 gånger",
        "50 procent",
        "4 kontroller per månad",
        "12 personer",
        "20 lampor",
        "1 000 brev",
    ],
    "passive": [
        "genomför",
        "genomförda",
        "genomförandet",
        "finns",
        "hoppas",
        "trivs",
        "lyckas",
        "minns",
        "Polisen följer upp",
        "samtalas",
        "polisens",
        "skolas",
    ],
    "claims": [
        "öka",
        "ökning",
        "flera",
        "flertal",
        "trygg",
        "lågt",
        "lägret",
        "besten",
        "minskande",
        "färreträff",
        "högra",
    ],
    "claim_subjects": [
        "avbrott",
        "uppbrott",
        "utbrott",
        "från",
        "Trygghetsvandring",
        "tryggve",
        "ifrån",
        "hotell",
        "brottning",
        "brottsförebyggande",
        "fotboll",
    ],
    "not_claims": ["skada", "målning", "kant", "viljan", "skat", "omar", "böra", "syfta-till", "målsägande"],
    "absolutes": [
        "alla skolor",
        "alla ska få ett brev",
        "ingen ska stå i kö",
        "nolltolerans",
        "aldrig stängt",
        "helt ny belysning",
        "inga parkeringar",
        "fri entré",
        "alltid",
        "hallarna ska vara trygga",
    ],
    "person_words": ["Kim Exempelsson", "Anna Ek", "Sven", "Robin", "Maria Lund", "Karl-Erik Olsson"],
}

LISTS: Final = sorted(HITS)


@pytest.mark.parametrize(("name", "phrase"), [(name, phrase) for name in LISTS for phrase in HITS[name]])
def test_a_phrase_of_the_list_is_found(name: str, phrase: str) -> None:
    assert LEXICON.pattern(name).search(phrase)


@pytest.mark.parametrize(("name", "phrase"), [(name, phrase) for name in LISTS for phrase in MISSES[name]])
def test_a_neighbour_of_the_list_is_not_found(name: str, phrase: str) -> None:
    assert LEXICON.pattern(name).search(phrase) is None


@pytest.mark.parametrize(("name", "phrase"), [(name, phrase) for name in LISTS for phrase in HITS[name]])
def test_capitals_make_no_difference(name: str, phrase: str) -> None:
    for written in (phrase.lower(), phrase.upper(), phrase.capitalize()):
        assert LEXICON.pattern(name).search(written)


def test_every_list_that_the_code_uses_is_tested_with_at_least_four_of_each() -> None:
    source = ROOT / "src" / "medborgarlofte"
    used = {
        name
        for path in source.rglob("*.py")
        for name in re.findall(r"LEXICON\.pattern\(\s*\"(\w+)\"", path.read_text(encoding="utf-8"))
    }

    assert used == set(HITS) == set(MISSES)
    assert [name for name in LISTS if min(len(HITS[name]), len(MISSES[name])) < 4] == []


def test_every_threshold_that_the_code_uses_is_there_and_every_one_there_is_used() -> None:
    source = ROOT / "src" / "medborgarlofte"
    text = "".join(path.read_text(encoding="utf-8") for path in source.rglob("*.py"))
    used = {name for name in LEXICON.table["thresholds"] if f'"{name}"' in text}

    assert set(LEXICON.table["thresholds"]) == used
    assert set(re.findall(r"LEXICON\.threshold\(\s*\"(\w+)\"", text)) <= used


def test_every_table_is_used() -> None:
    source = ROOT / "src" / "medborgarlofte"
    text = "".join(path.read_text(encoding="utf-8") for path in source.rglob("*.py"))

    assert [name for name in LEXICON.table if f'"{name}"' not in text] == []


def patterns() -> list[tuple[str, str]]:
    """Every entry of every list that is written as a pattern."""
    return [(name, entry) for name in LISTS for entry in LEXICON.table[name]["words"]]


@pytest.mark.parametrize(("name", "entry"), patterns())
def test_every_entry_is_a_pattern_that_finds_something(name: str, entry: str) -> None:
    pattern = re.compile(entry)

    assert pattern.match("") is None, name


@pytest.mark.parametrize("name", LISTS)
def test_no_entry_stands_twice(name: str) -> None:
    words: list[Any] = LEXICON.table[name]["words"]

    assert sorted(set(words)) == sorted(words)


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize(
    "text", ["a " * 20_000, "om " * 20_000, "alla " * 20_000, "arbeta " * 20_000, "1" * 40_000, "å" * 40_000]
)
def test_no_pattern_is_slow_on_an_odd_text(name: str, text: str) -> None:
    found = sum(1 for _ in LEXICON.pattern(name).finditer(text))

    assert found <= len(text)
