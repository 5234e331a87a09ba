"""Fields of drafts from documents shaped as municipalities and the police publish them."""

from typing import Any

import pytest

from importing.drafts import DOCUMENTS, draft_of, imported, imported_text, read


def _draft(name: str) -> dict[str, Any]:
    return draft_of(DOCUMENTS / f"{name}.txt")


def _titles(areas: list[dict[str, str]]) -> list[str]:
    return [area["rubrik"] for area in areas]


def test_purpose_below_an_item_is_a_field_of_its_own() -> None:
    draft = _draft("lervik-syften")
    assert [one["syfte"] for one in draft["åtaganden"]] == [
        "Se vad som är trasigt",
        "Hela och rena väntrum",
        "Lugnare kvällar",
    ]
    assert [one["text"] for one in draft["effektmål"]] == [
        "Minska oron och ge fler möjligheten att åka buss."
    ]


def test_district_in_a_title_lies_in_the_municipality_before_it() -> None:
    draft = _draft("norrstad-sodervik")
    assert draft["område"] == {"typ": "stadsdel", "namn": "Södervik", "kommun": "Norrstad"}
    assert [one["id"] for one in draft["parter"]] == ["polisen"]
    assert draft["endast_polisen"] == "ja"


def test_prioritised_areas_are_focus_areas() -> None:
    assert _titles(_draft("norrstad-sodervik")["fokusområden"])[:2] == ["Lugn trafik", "Trygga torg"]


def test_name_of_a_police_area_may_begin_with_a_small_letter() -> None:
    assert _draft("sandhamra-tre-kommuner")["parter"][-1]["namn"] == "Lokalpolisområde östra Kustbygden"


def test_those_who_trade_are_no_party() -> None:
    assert [one["id"] for one in _draft("moviken-rubriken-ar-loftet")["parter"]] == ["kommunen", "polisen"]


def test_what_is_reached_in_the_long_run_is_a_goal() -> None:
    assert [one["text"] for one in _draft("backby-taggar")["effektmål"]] == [
        "Få bort Backby från listan över skräpiga stationer.",
        "Minska klottret.",
    ]


def test_text_of_a_period_begins_with_its_first_day() -> None:
    assert _draft("sandhamra-tre-kommuner")["period"]["text"] == "1 januari 2026 - 31 december 2027"


@pytest.mark.parametrize(
    "dated",
    ["Under 2024 har vi mött ungdomar.", "Hösten 2024 svarade 300 på en enkät.", "Publicerad: 3 maj 2024"],
)
def test_year_of_what_was_done_before_is_no_period(dated: str) -> None:
    [made] = imported_text(
        f"Lillby – medborgarlöften\n\n{dated}\n\nPolisen ska:\n\n- gå till fots i centrum\n"
    )
    assert read(made)["period"] == {}


def test_areas_named_by_residents_are_problems() -> None:
    text = (
        "Lillby – medborgarlöften\n\nDe som bor här har pekat ut två problemområden som bidrar till oron.\n\n"
        "- Höga farter\n- Klotter\n\nMedborgarlöften\n\n- Att mäta hastigheten vid skolan.\n- Att aktivt jobba mot klotter.\n"
    )
    [made] = imported_text(text)
    assert _titles(read(made)["problemområden"]) == ["Höga farter", "Klotter"]
    assert [one["text"] for one in read(made)["åtaganden"]] == [
        "Att mäta hastigheten vid skolan.",
        "Att aktivt jobba mot klotter.",
    ]


def test_results_of_a_list_of_their_own_answer_the_likest_commitments() -> None:
    report = read(imported(DOCUMENTS / "hallevik-tva-uppfoljningar.txt")[1])
    assert [(one["åtagande"], one["status"], one.get("utfall")) for one in report["poster"]] == [
        ("P1", "genomfört", "5"),
        ("G1", "genomfört", None),
        ("K1", "ej genomfört", None),
    ]
    assert report["övriga_resultat"] == [{"text": "Tagit hand om 14 övergivna båtar."}]


def test_results_as_many_as_commitments_are_paired_by_order_with_a_doubt() -> None:
    _, report = imported(DOCUMENTS / "ravlunda-utfallet-blev.txt")
    assert [(one["åtagande"], one.get("utfall"), one["kommentar"]) for one in read(report)["poster"]] == [
        ("A1", "9", "Nio riktade mopedkontroller"),
        ("A2", None, "En film visades på biblioteket"),
        ("A3", "2", "Två badkvällar"),
    ]
    assert [place.sv for place, why in report.doubts if "samma plats" in why.sv] == ["rad 14"]


def test_commitment_named_again_before_its_result_is_one_commitment() -> None:
    promise, report = map(read, imported(DOCUMENTS / "sorby-rubriker-igen.txt"))
    assert len(promise["åtaganden"]) == 2
    assert [(one["status"], one["kommentar"]) for one in report["poster"]] == [
        ("genomfört", "Personal har genomfört kaféet på fyra skolor."),
        ("ej genomfört", "Torget blev inte färdigt."),
    ]


def test_promise_above_what_is_done_for_it_is_a_goal() -> None:
    text = (
        "Lillby – medborgarlöften\n\nKommunen och polisen lovar att arbeta för lugnare trafik i Lillby. Detta gör vi genom att:\n\n"
        "- Polisen mäter farten varje vecka.\n- Kommunen bygger två farthinder.\n\n"
        "Polisen lovar att göra torget tryggare.\n\nDet ska ske bland annat genom att:\n\n- Gå till fots varje fredag.\n"
    )
    [made] = imported_text(text)
    assert [(one["id"], one["text"]) for one in read(made)["effektmål"]] == [
        ("E1", "Kommunen och polisen lovar att arbeta för lugnare trafik i Lillby."),
        ("E2", "Polisen lovar att göra torget tryggare."),
    ]
    assert [(one["part"], one["mål_för"]) for one in read(made)["åtaganden"]] == [
        ("polisen", ["E1"]),
        ("kommunen", ["E1"]),
        ("polisen", ["E2"]),
    ]


def test_list_after_the_list_of_problems_holds_no_problems() -> None:
    text = (
        "Lillby – medborgarlöften\n\nProblemområde:\n\nDe problemområden som finns i Lillby kommun är:\n\n1. Stölder\n2. Klotter\n\n"
        "De två hänger ihop.\n\n- Löftet gäller från 1 mars 2026 – 31 maj 2027.\n\nPolisiärt arbete\n\n- besöka torget varje dag\n"
    )
    [made] = imported_text(text)
    assert _titles(read(made)["problemområden"]) == ["Stölder", "Klotter"]
    assert [(one["part"], one["text"]) for one in read(made)["åtaganden"]] == [
        ("polisen", "besöka torget varje dag")
    ]


def test_goal_behind_a_colon_is_one_paragraph() -> None:
    text = (
        "Medborgarlöfte i Lillby kommun\n\nPolisen ska:\n\n- gå till fots i centrum\n\nDet här ska vi åstadkomma tillsammans:\n"
        "Minska oron i centrum.\n\nPolis och kommun kommer i det lokala rådet att följa upp arbetet.\n\nHör gärna av dig till oss.\n"
    )
    [made] = imported_text(text)
    assert [one["text"] for one in read(made)["effektmål"]] == ["Minska oron i centrum."]
    assert read(made)["uppföljningsplan"] == {
        "text": "Polis och kommun kommer i det lokala rådet att följa upp arbetet."
    }


def test_names_of_evidence_and_police_are_as_written() -> None:
    text = (
        "Lillby – medborgarlöften\n\nPolis och kommun har lyssnat i dialoger och trygghetsundersökningar.\n\n"
        "Medborgarlöfte 2026\n\n- Varje vecka kommer en patrull att finnas vid torget.\n"
    )
    [made] = imported_text(text)
    assert read(made)["underlag"] == [{"typ": "trygghetsmätning", "rubrik": "trygghetsundersökningar"}]
    assert read(made)["parter"][-1]["namn"] == "Polis"


def test_list_of_promises_that_were_made_together_is_joint() -> None:
    text = (
        "Lillby – medborgarlöften\n\nLillby kommun och lokalpolisområde Norra dalen har lyssnat.\n\n"
        "Utifrån det har följande medborgarlöften gemensamt tagits fram:\n\n- Riktade insatser ska göras vid torget.\n- Arbeta mot klotter.\n"
    )
    assert [(one["part"], one["text"]) for one in read(imported_text(text)[0])["åtaganden"]] == [
        ("tillsammans", "Riktade insatser ska göras vid torget."),
        ("tillsammans", "Arbeta mot klotter."),
    ]


def test_promisor_stands_before_among_other_things() -> None:
    text = (
        "Nya löften i Lillby kommun 2026\n\nI Lillby lovar polisen att arbeta mer mot narkotika. Bland annat:\n\n"
        "- Att några gånger i år besöka skolor med hund.\n- Informationsmöte ska hållas för alla föräldrar.\n"
    )
    assert [one["part"] for one in read(imported_text(text)[0])["åtaganden"]] == ["polisen", "polisen"]


def test_years_of_promises_that_are_prolonged_are_no_period() -> None:
    text = (
        "Medborgarlöfte i Lillby\n\nPolisen och Lillby kommun förlänger 2024 och 2025 års medborgarlöften. Det som genomfördes under 2024 och 2025 fortsätter.\n\n"
        "Medborgarlöfte 2026\n\n- Polisen ska gå till fots.\n"
    )
    period = read(imported_text(text)[0])["period"]
    assert (period["från"], period["till"]) == ("2026", "2026")


def test_focus_areas_announced_for_the_term_are_listed() -> None:
    text = (
        "Medborgarlöfte Lillbys kommun 2026\n\nLillbys kommun och polisen har valt att prioritera följande fokusområden inom avtalstiden.\n\n"
        "1. Lugn trafik\n2. Trygga torg\n\nPolisen ska:\n\n- gå till fots i centrum\n"
    )
    assert _titles(read(imported_text(text)[0])["fokusområden"]) == ["Lugn trafik", "Trygga torg"]


def test_caption_at_the_top_holds_no_signatures() -> None:
    body = "Lillby kommun och polisen har tecknat ett nytt medborgarlöfte som bygger på samtal med dem som bor i kommunen och på enkäter."
    caption = "Siv Lund, kommunpolis och Bo Ek, kommunalråd"
    text = f"Nytt medborgarlöfte 2026\n\n{caption}\n\n{body}\n\n{{signed}}Polisen ska:\n\n- gå till fots i centrum\n"
    assert "undertecknat" not in read(imported_text(text.format(signed=""))[0])
    signed = "Löftet skrevs i måndags under av kommunalråd Bo Ek och kommunpolis Siv Lund.\n\n"
    assert [one["namn"] for one in read(imported_text(text.format(signed=signed))[0])["undertecknat"]] == [
        "Bo Ek",
        "Siv Lund",
    ]


def test_heading_about_related_crime_opens_commitments() -> None:
    text = (
        "Lillby – medborgarlöften\n\nLillby kommun och polisen ger ett löfte för 2026.\n\nDet här lovar vi\n\n"
        "Insatser för att förebygga krogrelaterad brottslighet\n\n- Minst 6 kontroller på krogarna. (Polis)\n- Ökad samverkan med det lokala näringslivet.\n"
    )
    draft = read(imported_text(text)[0])
    assert [(one.get("part"), one["text"]) for one in draft["åtaganden"]] == [
        ("polisen", "Minst 6 kontroller på krogarna."),
        (None, "Ökad samverkan med det lokala näringslivet."),
    ]
    assert [one["id"] for one in draft["parter"]] == ["kommunen", "polisen"]


def test_period_of_a_title_goes_before_years_of_other_promises() -> None:
    text = (
        "Medborgarlöften i Lillby kommun 2026-2027\n\nPolisen och Lillby kommun har valt att förlänga 2025 års medborgarlöften till att gälla även under 2026.\n\n"
        "Polisen ska:\n\n- gå till fots i centrum\n"
    )
    period = read(imported_text(text)[0])["period"]
    assert (period["från"], period["till"]) == ("2026", "2027")


def test_listed_focus_areas_of_an_agreement_are_its_areas() -> None:
    text = (
        "Överenskommelse om samverkan\n\nLillby kommun och polisen har en samverkansöverenskommelse som gäller 2026-2028.\n\n"
        "Fokusområden\n\n- Bedrägerier\n- Hamnen\n\nÖvergripande mål\n\n- Bedrägerierna ska minska\n"
    )
    assert _titles(read(imported_text(text)[0])["områden"]) == ["Bedrägerier", "Hamnen"]


def test_title_with_the_name_of_a_municipality_gives_nobody_the_list() -> None:
    text = (
        "Lillby – medborgarlöften\n\nLillby kommun och polisen har lyssnat.\n\nMedborgarlöfte Lillby kommun 2026\n\n"
        "- För att förebygga bråk ska polisen gå till fots i centrum.\n- Kommunen ska laga belysningen.\n- Besök på skolor samt jobba med unga.\n"
    )
    assert [one.get("part") for one in read(imported_text(text)[0])["åtaganden"]] == [
        "polisen",
        "kommunen",
        None,
    ]


def test_sentences_about_areas_to_develop_are_commitments_with_a_doubt() -> None:
    text = (
        "Lillby – medborgarlöften\n\nLöftet bygger på samverkansöverenskommelsen kommun - polis 2024-2027.\n\n"
        "Utifrån enkäten vill Lillby kommun och polisen utveckla följande områden under 2026:\n\n"
        "1. Förbättra dialogen med dem som drabbats av brott. Kontakt ska tas inom en vecka.\n"
        "2. Genomföra inventeringar av parker och gångvägar med fokus på mörka platser i centrum.\n"
    )
    [made] = imported_text(text)
    draft = read(made)
    assert [one["part"] for one in draft["åtaganden"]] == ["tillsammans", "tillsammans"]
    assert (draft["period"]["från"], draft["period"]["till"]) == ("2026", "2026")
    assert {why.sv for _, why in made.doubts} == {"avsnittet säger inte att punkterna är löften"}


def test_nouns_among_promises_are_promises_with_a_doubt() -> None:
    text = (
        "Lillby – medborgarlöften\n\nLillby kommun och polisen har lyssnat.\n\nInriktning för våren\n\n"
        "- Polisen ska besöka skolorna.\n- Fortsatt arbete mot klotter.\n- Kommunen ska laga belysningen.\n"
    )
    [made] = imported_text(text)
    assert len(read(made)["åtaganden"]) == 3
    assert [place.sv for place, why in made.doubts if "punkterna är löften" in why.sv] == ["rad 8"]


def test_what_residents_want_is_no_commitment() -> None:
    text = (
        "Medborgarlöfte i Lillby kommun 2026\n\nPolisen ska:\n\n- gå till fots i centrum\n\nEnkäten våren 2025\n\n"
        "Det som medborgarna i Lillby tycker att kommunen ska prioritera är:\n\n1. Fungerande belysning\n2. Vuxna ska synas mer\n"
    )
    assert [one["text"] for one in read(imported_text(text)[0])["åtaganden"]] == ["gå till fots i centrum"]


NUMBERED = """Medborgarlöften i Lillby kommun 2026

Polisen och Lillby kommun har lyssnat på dem som bor här.

1. Polisen skall synas mer i byarna genom

• Kontroller av fart och nykterhet

• Fotpatruller i centrum

2. Polisen och kommunen skall tillsammans

• Minska buskörningen i centrum

3. Polisen och kommunen skall möta unga på skolorna
"""


def test_bullets_behind_a_number_belong_to_it() -> None:
    assert [(one["part"], one["text"]) for one in read(imported_text(NUMBERED)[0])["åtaganden"]] == [
        (
            "polisen",
            "Polisen skall synas mer i byarna genom • Kontroller av fart och nykterhet • Fotpatruller i centrum",
        ),
        ("tillsammans", "Minska buskörningen i centrum"),
        ("tillsammans", "Polisen och kommunen skall möta unga på skolorna"),
    ]


@pytest.mark.parametrize(
    ("lead", "part"),
    [
        ("Lillby kommuns medborgarlöften:", "kommunen"),
        (
            "Under tidsperioden 2026-2027 ska vi tillsammans arbeta mot de prioriterade områdena genom att:",
            "tillsammans",
        ),
        (
            "Polisen lovar att göra torget lugnare.\n\nDetta ska åstadkommas genom bland annat följande aktiviteter:",
            "polisen",
        ),
    ],
)
def test_who_promises_stands_in_the_lead_in(lead: str, part: str) -> None:
    text = f"Lillby – medborgarlöften\n\nLillby kommun och polisen har lyssnat.\n\n{lead}\n\n- Trafikkontroller på vardagar.\n- Verka för fler vuxna ute.\n"
    assert [one["part"] for one in read(imported_text(text)[0])["åtaganden"]] == [part, part]


def test_what_was_decided_before_is_no_commitment() -> None:
    text = (
        "Medborgarlöften i Lillby\n\nI februari 2026 beslutade polisen och kommunen om hur löftena ska se ut. "
        "Hösten 2025 genomförde polisen och kommunen möten där unga fick säga vad som ska göras.\n\n"
        "En trygg kommun\n\nPolisen och kommunen ska möta unga i Lillby kommun.\n"
    )
    draft = read(imported_text(text)[0])
    assert [one["text"] for one in draft["åtaganden"]] == [
        "Polisen och kommunen ska möta unga i Lillby kommun."
    ]
    assert [one["namn"] for one in draft["parter"]] == ["Lillby kommun", "Polisen"]


def test_nouns_name_no_third_party() -> None:
    text = (
        "Lillby – medborgarlöften\n\nLillby kommun och polisen har lyssnat.\n\nProblemområden och polisens del i medborgarlöftet 2026\n\n"
        "- Fortsatt arbete inom ramen för Lugn dagligvaruhandel.\n- Att möta unga.\n\nMedborgarlöfte 2026\n\n- Samtal om Lugn dagligvaruhandel.\n"
    )
    draft = read(imported_text(text)[0])
    assert [one["id"] for one in draft["parter"]] == ["kommunen", "polisen"]
    assert [one.get("part") for one in draft["åtaganden"]] == ["polisen", "polisen", None]


def test_report_in_running_text_promises_nothing() -> None:
    told = (
        "Polisen har under året rört sig i parken för att möta unga. Skolorna ska vara fria från narkotika."
    )
    text = (
        "Uppföljning av medborgarlöften 2026 - Lillby\n\nI medborgarlöftet lovade polisen att arbeta mot narkotika i Lillby.\n\n"
        f"Genomförda insatser\n\nNarkotika\n\n{told}\n\nTrygghet\n\nPolisen har haft en buss på torget.\n"
    )
    promise, report = map(
        read, imported_text(f"{text}\nKommunpolis och fältare har genomfört lekar på två skolor.\n")
    )
    assert "åtaganden" not in promise
    assert told in [one["text"] for one in report["övriga_resultat"]]


def test_period_that_goes_on_has_a_start() -> None:
    text = "Lillby – medborgarlöften\n\n2026 och tillsvidare\n\nPolisen ska:\n\n- gå till fots i centrum\n"
    period = read(imported_text(text)[0])["period"]
    assert (period["från"], period["tills_vidare"], period.get("till")) == ("2026", "ja", None)
