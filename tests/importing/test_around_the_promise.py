"""Promises inside other texts: mails, minutes, pages in two languages; and what is no promise."""

from typing import Any

from each import each
from importing.drafts import TODAY, imported_text, read
from medborgarlofte.importing.pipeline import import_bytes

HEAD = "Medborgarlöfte för Lillby 2024\n\nLillby kommun (LK) och lokalpolisområde Norra dalen (LPO) ger det här löftet för 2024.\n\n"
LISTS = "Polisen:\n* går till fots i centrum varje fredag\n\nKommunen:\n* lagar lampor inom tio dagar\n"
PROMISED = [("polisen", "går till fots i centrum varje fredag"), ("kommunen", "lagar lampor inom tio dagar")]


def _draft(text: str) -> dict[str, Any]:
    [draft] = imported_text(text)
    return read(draft)


def _commitments(draft: dict[str, Any]) -> list[tuple[Any, str]]:
    return [(one.get("part"), one["text"]) for one in draft.get("åtaganden", [])]


def test_letters_that_the_text_defines_stand_for_its_parties() -> None:
    text = (
        f"{HEAD}1. Hamnen\nLPO och LK: Vuxna på plats varje helg i juli.\nLK: Ny bom vid slipen, klar i maj.\n\n"
        "2. Torget\nLPO: Fyra hastighetskontroller i veckan.\nLK: Skolsköterskorna utbildas.\n"
    )
    draft = _draft(text)

    assert [(one["fokus"], one["part"], one["text"]) for one in draft["åtaganden"]] == [
        (["hamnen"], "tillsammans", "Vuxna på plats varje helg i juli."),
        (["hamnen"], "kommunen", "Ny bom vid slipen, klar i maj."),
        (["torget"], "polisen", "Fyra hastighetskontroller i veckan."),
        (["torget"], "kommunen", "Skolsköterskorna utbildas."),
    ]
    assert "lokalpolisområde Norra dalen (LPO)" in draft["inledning"]


def test_a_heading_in_capitals_names_no_party() -> None:
    draft = _draft(f"{HEAD}1. KROGAR OCH NATTLIV\nLPO: Tillsyn varje månad.\n\n2. BUTIKER\nLK: Fyra möten.\n")

    assert [party["typ"] for party in draft["parter"]] == ["kommun", "polis"]
    assert [area["rubrik"] for area in draft["fokusområden"]] == ["KROGAR OCH NATTLIV", "BUTIKER"]


def test_a_mail_is_read_without_its_sender_its_greeting_and_what_it_answers() -> None:
    mail = (
        "Från: Kim Ek (samordnare, Lillby kommun)\nTill: kommunpolisen\nSkickat: den 3 november 2023\n"
        f"Ämne: Medborgarlöfte för Lillby 2024\n\nHej Robin!\n\n{LISTS}\nVänliga hälsningar\nKim\n\nKim Ek\n"
        "Samordnare\n\n> Den 1 november skrev Robin Alm:\n> * polisen gör 15 kontroller\n> * kommunen sätter upp kameror\n"
    )
    [made] = imported_text(mail)
    draft = read(made)

    assert _commitments(draft) == PROMISED
    assert not {"undertecknat", "fokusområden"} & draft.keys()
    assert "# > * polisen gör 15 kontroller" in made.text


MINUTES = (
    "Kommunstyrelsen\n2023-11-14\n\nBeslutande: Kim Ek, ordförande\n\n§ 7 Delårsrapport\n\n"
    "Socialnämnden ska minska sina kostnader.\n\n§ 8 Medborgarlöfte för Lillby 2024\n\n"
    f"Kommunstyrelsen godkänner löftet mellan Lillby kommun och polisen.\n\n{LISTS}\n§ 9 Taxa\n\n"
    "Kommunstyrelsen beslutar att taxan ska höjas från den 1 januari 2024.\n"
)


def test_minutes_are_read_for_the_item_about_the_promise() -> None:
    draft = _draft(MINUTES)

    assert _commitments(draft) == PROMISED
    assert draft["beslut"] == [{"organ": "Kommunstyrelsen", "datum": "2023-11-14", "paragraf": "§ 8"}]


def test_a_picture_of_the_situation_is_no_promise() -> None:
    draft = _draft(
        "Lägesbild för Lillby 2024\n\nFramtagen av Lillby kommun och polisen.\n\nProblem\n\n"
        "- Unga samlas vid hamnen.\n- Farten på Storgatan är hög.\n\nKommunen ska ta fram en åtgärdsplan.\n"
    )

    assert (draft["dokument"], draft["datum"]) == ("lägesbild", "2024")
    assert [one["rubrik"] for one in draft["problem"]] == [
        "Unga samlas vid hamnen.",
        "Farten på Storgatan är hög.",
    ]
    assert "åtaganden" not in draft


def test_a_labelled_goal_and_its_indicator_are_no_commitments() -> None:
    draft = _draft(
        f"{HEAD}Fokusområde: Centrum\n\n- Effektmål: Fler ska vara trygga.\n- Kommunen ska laga 40 lampor.\n"
        "- Indikator: trygghetsmätningen\n"
    )

    assert [(one["text"], one["indikator"]) for one in draft["effektmål"]] == [
        ("Fler ska vara trygga.", "trygghetsmätningen")
    ]
    assert _commitments(draft) == [("kommunen", "Kommunen ska laga 40 lampor.")]


@each([
        ("Period: 2024–2026", {"från": "2024", "till": "2026", "text": "2024–2026"}),
        ("Löftesperiod: 1 mars 2024 – 28 februari 2025", {"från": "2024-03-01", "till": "2025-02-28", "text": "1 mars 2024 – 28 februari 2025"}),
    ])  # fmt: skip
def test_a_line_that_states_the_period_counts_more_than_years_in_the_text(
    line: str, period: dict[str, str]
) -> None:
    text = f"Medborgarlöfte Lillby\n\n{line}\n\nKommunen ska bygga tre gupp under 2024.\n\nPolisen ska göra tio kontroller under 2024.\n"
    assert _draft(text)["period"] == period


@each(
    [
        ("Enligt löftet ska polisen göra tio kontroller.", True),
        ("Löftet ska undertecknas av polisen.", False),
        ("Nästa år ska kommunen anställa två fältare.", True),
        ("Polisen är inte med i nästa års löfte.", False),
    ]
)
def test_where_a_promise_stands_or_begins_does_not_hide_it(sentence: str, is_promise: bool) -> None:
    assert (sentence in [text for _, text in _commitments(_draft(f"{HEAD}{sentence}\n"))]) is is_promise


def test_a_role_that_names_its_area_is_no_person() -> None:
    text = f"{HEAD}{LISTS}\nUnderskrifter\n\nKim Ek\nKommunstyrelsens ordförande\n\nRobin Alm\nChef, lokalpolisområde Norra Dalen\n"

    assert [(one["namn"], one["roll"]) for one in _draft(text)["undertecknat"]] == [
        ("Kim Ek", "Kommunstyrelsens ordförande"),
        ("Robin Alm", "Chef, lokalpolisområde Norra Dalen"),
    ]


def test_the_police_and_the_municipality_of_the_heading_are_those_two() -> None:
    draft = _draft(
        "Medborgarlöften 2024\n\nEkby kommun, Alby kommun och polisen ger det här löftet för 2024.\n\nEkby kommun\n\n"
        "- Kommunen lagar lampor inom tio dagar.\n- Polisen och kommunen gör tillsyn varje månad.\n\n"
        "Alby kommun\n\n- Kommunen röjer sly varje vår.\n"
    )

    assert [one["part"] for one in draft["åtaganden"]] == ["ekby", ["ekby", "polisen"], "alby"]


def test_a_translation_beside_the_text_is_kept_apart() -> None:
    page = (
        '<html lang="sv"><body><main><h1>Medborgarlöfte för Lillby 2024</h1><p>A summary of the promise is found below.</p>'
        "<h2>Polisen och Lillby kommun ska</h2><ul><li>träffa handlarna varje månad</li></ul>"
        '<section lang="en"><h2>In English</h2><ul><li>The police will meet the shops every month.</li></ul></section>'
        "</main></body></html>"
    )
    draft = read(import_bytes("a.html", page.encode(), lang="sv", today=TODAY)[1][0])

    assert _commitments(draft) == [("tillsammans", "träffa handlarna varje månad")]
    assert "inledning" not in draft


def test_a_noun_behind_we_is_no_party_and_a_place_behind_a_role_no_person() -> None:
    draft = _draft(
        "Medborgarlöfte för Lillby 2024\n\nPolisen i Lillby lovar:\n\n- Vi ringer upp alla som utsatts för rån eller misshandel.\n"
        "- Vi besöker skolor och förskolor varje termin.\n\nMikael Ek\nLokalpolisområdeschef, Lillby Norr\n"
    )

    assert [one["part"] for one in draft["åtaganden"]] == ["polisen", "polisen"]
    assert [party["typ"] for party in draft["parter"]] == ["kommun", "polis"]
    assert [(one["namn"], one["roll"]) for one in draft["undertecknat"]] == [
        ("Mikael Ek", "Lokalpolisområdeschef, Lillby Norr")
    ]


def test_an_address_below_a_role_is_that_of_the_role_and_no_function() -> None:
    draft = _draft(
        f"{HEAD}{LISTS}\nKontakt\n\nKim Ek\n\nSäkerhetssamordnare\n\n0000-123 45 kim@lillby.example\n\nGav sidan svar?\n"
    )

    assert [one["funktion"] for one in draft.get("kontakter", [])] in ([], ["Säkerhetssamordnare"])
    assert "kim@lillby.example" not in str(draft)


def test_how_it_went_the_year_before_is_set_aside_where_the_promise_stands_below() -> None:
    page = (
        "<main><h1>Medborgarlöften</h1><h2>Resultat av medborgarlöftet 2023</h2><ul><li>Polisen gjorde 30 kontroller. "
        "Målet var 20.</li><li>Kommunen var ute 41 av 52 fredagar.</li></ul><h2>Medborgarlöfte 2024</h2>"
        "<p>Polisen och Lillby kommun lovar det här. Löftet gäller 1 januari–31 december 2024.</p>"
        "<h3>Polisen lovar att</h3><ul><li>göra 20 kontroller</li></ul><h3>Kommunen lovar att</h3><ul><li>laga lampor inom tio dagar</li></ul></main>"
    )
    [made] = import_bytes("a.html", page.encode(), lang="sv", today=TODAY)[1]
    draft = read(made)

    assert draft["period"]["från"] == "2024-01-01"
    assert _commitments(draft) == [
        ("polisen", "göra 20 kontroller"),
        ("kommunen", "laga lampor inom tio dagar"),
    ]
    assert "Polisen gjorde 30 kontroller" in made.text


def test_whom_to_ask_does_not_sign() -> None:
    signed = "Lillby 2023-12-12\nKim Ek, kommunstyrelsens ordförande\nOla Alm, lokalpolisområdeschef\n"
    draft = _draft(f"{HEAD}{LISTS}\nKontakt: Anna Berg, trygghetssamordnare, 0000-123 45\n\n{signed}")

    assert [one["namn"] for one in draft["undertecknat"]] == ["Kim Ek", "Ola Alm"]
