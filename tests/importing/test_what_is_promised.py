"""What is a commitment, whose it is and where it belongs, in texts of the same kinds."""

from typing import Any

import pytest

from each import each
from importing.drafts import imported_text, read

HEAD = "Medborgarlöfte för Lillby 2024\n\nLillby kommun och lokalpolisområde Norra dalen ger det här löftet för 2024.\n\n"
POLICE = "Polisen ska:\n\n- gå till fots i centrum varje fredag\n\n"


def _draft(text: str) -> dict[str, Any]:
    [draft] = imported_text(text)
    return read(draft)


def _commitments(text: str) -> list[tuple[Any, str]]:
    return [(one.get("part"), one["text"]) for one in _draft(text).get("åtaganden", [])]


@each(
    [
        "Kom ihåg\n\n- Lås cykeln med två lås.\n- Du ska alltid ringa 112 när det är bråttom.",
        "Goda råd\n\n- Man ska inte lämna ut sitt lösenord.\n- Ni får gärna märka era cyklar.",
        "Trygg vardag\n\n- Släpp inte in någon du inte känner.\n- Du ska inte öppna länkar från okända.",
        "Källor\n\n- Kommunens trygghetsmätning\n- Polisens statistik",
        "Mer läsning\n\n- Brottsförebyggande rådets rapport\n- Kommunernas statistik",
    ]
)
def test_advice_and_names_of_sources_are_no_commitments(part: str) -> None:
    assert _commitments(f"{HEAD}{POLICE}{part}\n") == [
        ("polisen", "gå till fots i centrum varje fredag"),
    ]


def test_what_residents_are_to_get_is_a_commitment() -> None:
    text = f"{HEAD}{POLICE}Efter en anmälan\n\n- Du ska få svar inom tre dagar.\n"
    assert "Du ska få svar inom tre dagar." in [text for _, text in _commitments(text)]


ANSWERS = """Medborgarlöfte i Lillby 2024

Polisen i lokalpolisområde Norra dalen ger ett löfte till dig som bor i Lillby. Det gäller 2024.

Vem står bakom?

Polisen. Lillby kommun har bidragit med statistik men {without} i år. Kommunen ska göra om sin organisation först.

Jag har blivit rånad. Vad gör ni?

Vi hör av oss inom två dagar. Ärendet sköts sedan av en nationell enhet.

Kommer ni till vår skola?

Under året besöker vi minst 15 klasser.

Hur många är ni?

Det beror på säsongen.
"""


@pytest.mark.parametrize(
    "without", ["ger inget eget löfte", "lämnar inget löfte", "har inget eget medborgarlöfte"]
)
def test_we_is_the_police_where_the_municipality_gives_no_promise(without: str) -> None:
    assert _commitments(ANSWERS.format(without=without)) == [
        ("polisen", "Vi hör av oss inom två dagar."),
        ("polisen", "Under året besöker vi minst 15 klasser."),
    ]


def test_somebody_who_comes_promises_as_somebody_who_goes() -> None:
    text = f"{HEAD}Det här gör polisen\n\nPolisen kommer till byalagens möten om de bjuder in.\n\nPolisen går i hamnen varje lördag.\n"
    assert [text for _, text in _commitments(text)] == [
        "Polisen kommer till byalagens möten om de bjuder in.",
        "Polisen går i hamnen varje lördag.",
    ]


@pytest.mark.parametrize("who", ["Båda kommunerna", "Kommunerna", "De två kommunerna", "Samtliga kommuner"])
def test_all_municipalities_are_not_the_police_too(who: str) -> None:
    text = (
        "Gemensamt medborgarlöfte 2024\n\nOrmby kommun, Tranby kommun och lokalpolisområde Norra dalen ger löftet för 2024.\n\n"
        f"Vad\tVem\tNär\nKöra nattbuss hem från festerna\t{who}\tVarje lördag\nKontrollera krogarna\tPolisen\tVarje fredag\n"
    )
    assert [part for part, _ in _commitments(text)] == [["ormby", "tranby"], "polisen"]


@pytest.mark.parametrize("label", ["Problem", "Utmaningar"])
def test_headings_with_problems_and_measures_below_are_focus_areas(label: str) -> None:
    def area(title: str, problem: str, item: str) -> str:
        return (
            f"{title}\n\n{label}:\n\n- {problem}\n\nMål: Det ska bli lugnare.\n\nDet gör vi:\n\n- {item}\n\n"
        )

    text = (
        HEAD
        + area(
            "Klotter vid stationen",
            "Varje vecka klottras det.",
            "Måla över inom två dagar. (Ansvarig: kommunen)",
        )
        + area("Bråk i hamnen", "Tre bråk i juli.", "Stå i hamnen varje lördag. (Ansvarig: polisen)")
    )
    draft = _draft(text)
    assert [(one["rubrik"], one["beskrivning"]) for one in draft["fokusområden"]] == [
        ("Klotter vid stationen", "Varje vecka klottras det."),
        ("Bråk i hamnen", "Tre bråk i juli."),
    ]
    assert [one["fokus"] for one in draft["åtaganden"]] == [["klotter-stationen"], ["brak-hamnen"]]


@pytest.mark.parametrize("greeting", ["Hälsningar", "Med vänliga hälsningar", "Undertecknat"])
def test_telephone_and_address_behind_a_signature_leave_it_a_signature(greeting: str) -> None:
    text = f"{HEAD}{POLICE}{greeting}\n\nVera Alm, kommunpolis, 031-390 06 21\nOlle Strand, trygghetssamordnare, tfn 08-465 004 12, trygg@lillby.example\n"
    assert [(one["namn"], one["roll"]) for one in _draft(text)["undertecknat"]] == [
        ("Vera Alm", "kommunpolis"),
        ("Olle Strand", "trygghetssamordnare"),
    ]


def test_contacts_with_telephones_are_no_signatures() -> None:
    text = f"{HEAD}{POLICE}Kontakt\n\nVera Alm, kommunpolis, 031-390 06 21\n"
    assert "undertecknat" not in _draft(text)


@pytest.mark.parametrize("heading", ["Kommunen ska:", "Kommunens del", "Det här gör kommunen"])
def test_a_neighbour_without_a_promise_leaves_the_municipality_its_own(heading: str) -> None:
    text = f"Medborgarlöfte i Lillby 2024\n\nPolisen i Lillby har frågat invånarna. Tallby kommun ger inget eget löfte i år.\n\n{POLICE}{heading}\n\n- laga lampor inom tio dagar\n"
    assert len({part for part, _ in _commitments(text)}) == 2


LISTED = "Arbetet har lett till nedanstående två medborgarlöften för ökad trygghet.\n\n1) Fler ronder\n\n2) Öppet hus\n"


def test_a_sentence_that_announces_promises_opens_the_list_below_it() -> None:
    assert [text for _, text in _commitments(f"{HEAD}{LISTED}")] == ["Fler ronder", "Öppet hus"]


SHARED = """Narkotika

 • Hundsök i skolan
   Polis: Hundsök två gånger per år.
   Kommun: Drogvaneundersökning genomförs.
"""


def test_lines_below_an_item_that_name_a_party_are_its_own_commitments() -> None:
    assert _commitments(f"{HEAD}{SHARED}") == [
        ("polisen", "Hundsök två gånger per år."),
        ("kommunen", "Drogvaneundersökning genomförs."),
    ]


@each(
    [
        "Medborgarlöften ska\n\n- öka tryggheten\n- förebygga brott",
        "Vad är medborgarlöften?\n\nMedborgarlöften ska:\n\n- öka tryggheten\n- förebygga brott",
        "Så arbetar vi\n\nMedborgarlöftet beskriver vilka aktiviteter som polisen och kommunen ska genomföra.",
        "Om löftet\n\nMycket av det vi lovar i löftet innefattar möten med andra.",
    ]
)
def test_what_promises_are_for_is_no_commitment(part: str) -> None:
    assert _commitments(f"{HEAD}{POLICE}{part}\n") == [("polisen", "gå till fots i centrum varje fredag")]


@each(
    [
        ("Polisiär patrull vid skolan och ungdomsgården ska genomföras en gång per vecka.", "polisen"),
        ("Polisen i Norra Dalen och kommunen lovar en trygghetsvandring per år.", "tillsammans"),
    ]
)
def test_who_acts_is_read_past_places(text: str, party: str) -> None:
    assert _commitments(f"{HEAD}Löften\n\n- {text}\n") == [(party, text)]


def test_a_promise_that_applies_during_a_year_applies_then() -> None:
    text = "Nytt löfte i Lillby kommun\n\nEtt nytt medborgarlöfte som gäller under 2024 har nu tecknats.\n\n"
    period = _draft(f"{text}{POLICE}")["period"]
    assert (period["från"], period["till"]) == ("2024", "2024")


def test_follow_up_among_other_steps_does_not_make_a_report() -> None:
    steps = "Inför varje nytt löfte pågår dialoger, uppföljning, statistik och kommunikation.\n\n"
    assert (
        _draft(f"Lillby – medborgarlöften\n\nLillby kommun.\n\n{steps}{POLICE}")["dokument"]
        == "medborgarlöfte"
    )


def test_a_purpose_before_the_verb_does_not_hide_the_promise() -> None:
    purpose = "Vad lovar vi?\n\nFör att fler ska våga gå ut kommer kommunen och polisen tillsammans att föreläsa för äldre.\n"
    assert [party for party, _ in _commitments(f"{HEAD}{purpose}")] == ["tillsammans"]


EXTENDED = """Medborgarlöfte för Lillby hösten 2025

Lillby kommun och polisen ger det här löftet.

Polisen ska:

- ordna ronder, minst en i månaden

Löftet har förlängts till och med den 30 juni 2026.
"""


def test_an_extension_a_season_and_a_bare_rate_are_read() -> None:
    draft = _draft(EXTENDED)
    period = {"från": "2025", "till": "2025", "förlängd_till": "2026-06-30", "text": "hösten 2025"}
    assert draft["period"] == period
    assert draft["åtaganden"][0]["mål"] == {"minst": "1", "per": "månad"}


def test_a_possible_extension_is_none() -> None:
    text = EXTENDED.replace("har förlängts till", "kan förlängas till")
    assert "förlängd_till" not in _draft(text)["period"]


@pytest.mark.parametrize(
    ("heading", "party"),
    [
        ("Pollisen lovar att", "polisen"),
        ("Poliesn lovar att", "polisen"),
        ("Kommuenn lovar att", "kommunen"),
        ("Kommunnen lovar att", "kommunen"),
        ("Kommunal lovar att", "kommunal"),
    ],
)
def test_a_misspelt_party_is_no_new_one(heading: str, party: str) -> None:
    draft = _draft(f"{HEAD}{heading}\n\n- gå till fots i centrum varje fredag\n")
    assert [one["part"] for one in draft["åtaganden"]] == [party]
    assert len(draft["parter"]) == (3 if party == "kommunal" else 2)


def test_an_address_belongs_to_the_function_above_it() -> None:
    contacts = "Kontakt\n\nTrygghetssamordnare\nE-post: trygghet@lillby.example\nTelefon: 0123-456 78\n"

    assert _draft(HEAD + POLICE + contacts)["kontakter"] == [
        {"funktion": "Trygghetssamordnare", "epost": "trygghet@lillby.example", "telefon": "0123-456 78"}
    ]


def test_the_target_of_a_table_is_read_beside_its_schedule() -> None:
    table = "Part\tÅtagande\tMål\tTidplan\nPolisen\tFotpatrull i centrum\t2 gånger per vecka\tHela året\nKommunen\tRondering\t40 kvällar\tVår och höst\n"

    made = _draft(HEAD + table)["åtaganden"]

    assert [(one["mål"]["exakt"], one["tid"]) for one in made] == [("2", "Hela året"), ("40", "Vår och höst")]


def test_a_function_in_charge_is_no_promisor() -> None:
    record = "Löfte: Kommunens fältare och polisen besöker parken varje vecka.\nAnsvarig: Enhetschef fält\n"

    [one] = _draft(HEAD + record)["åtaganden"]

    assert (one["part"], one["ansvarig"]) == ("tillsammans", {"funktion": "Enhetschef fält"})


def test_line_about_cooperation_leads_to_joint_commitments_of_its_area() -> None:
    draft = _draft(
        f"{HEAD}Trygg trafik\n\nSamverkan sker genom att\n\n- planera kontroller utanför skolorna\n- dela lägesbild om vägen\n"
    )
    assert [one["rubrik"] for one in draft["fokusområden"]] == ["Trygg trafik"]
    assert [(one["part"], one["text"]) for one in draft["åtaganden"]] == [
        ("tillsammans", "planera kontroller utanför skolorna"),
        ("tillsammans", "dela lägesbild om vägen"),
    ]


def test_labels_of_lists_open_areas_when_one_of_them_holds_commitments() -> None:
    draft = _draft(
        f"{HEAD}Trafikmiljön:\n\n- Kontroller ska göras under året\n- Översyn av vägarna\n\n"
        "Alkoholen:\n\n- Väl uppbyggt ANDT-arbete\n- Riktade insatser på torget\n"
    )
    assert [one["rubrik"] for one in draft["fokusområden"]] == ["Trafikmiljön", "Alkoholen"]
    assert [(one["fokus"], one["text"]) for one in draft["åtaganden"]] == [
        (["trafikmiljon"], "Kontroller ska göras under året"),
        (["trafikmiljon"], "Översyn av vägarna"),
        (["alkoholen"], "Väl uppbyggt ANDT-arbete"),
        (["alkoholen"], "Riktade insatser på torget"),
    ]


@each(
    [
        ("Polisen ska göra kontroller på platser utsedda i samverkan med kommunen.", "polisen"),
        ("Polisen ska göra kontroller i samverkan med kommunen.", "tillsammans"),
    ]
)
def test_what_was_agreed_with_a_partner_is_still_done_alone(text: str, party: str) -> None:
    assert _commitments(f"{HEAD}Vi lovar\n\n- {text}\n") == [(party, text)]


def test_stroke_behind_a_role_is_no_part_of_it() -> None:
    draft = _draft(f"{HEAD}{POLICE}Anna Ek\nLokalpolisområdeschef/\n\nBo Berg\nKommunchef\n")
    assert [(one["namn"], one["roll"]) for one in draft["undertecknat"]] == [
        ("Anna Ek", "Lokalpolisområdeschef"),
        ("Bo Berg", "Kommunchef"),
    ]


def test_paragraph_that_promises_beside_a_list_of_promises_is_a_commitment() -> None:
    assert _commitments(
        f"{HEAD}Trygg trafik\n\nPolisen lovar att möta trafikanter med respekt.\n\n"
        "- Polisen lovar att göra tio kontroller.\n- Kommunen lovar att laga vägen.\n"
    ) == [
        ("polisen", "Polisen lovar att möta trafikanter med respekt."),
        ("polisen", "Polisen lovar att göra tio kontroller."),
        ("kommunen", "Kommunen lovar att laga vägen."),
    ]


def test_those_who_only_take_part_are_no_party() -> None:
    text = "Polisen och kommunen ska gå en rond tillsammans med fastighetsägare och boende."
    draft = _draft(f"{HEAD}Vi lovar\n\n- {text}\n")
    assert [one["typ"] for one in draft["parter"]] == ["kommun", "polis"]


def test_bullets_that_head_a_text_each_are_areas() -> None:
    draft = _draft(
        f"{HEAD}Det här ska vi göra\n\n• Synlighet\n\nPolisen ska synas i centrum varje fredag.\n\n• Trafik\n\n"
        "Polisen ska göra tio kontroller.\n\n• Alkohol och tobak\n\nKommunen ska besöka butikerna två gånger.\n\n"
        "Det här ska vi åstadkomma tillsammans\n\nÖnskad effekt är att invånarna upplever Lillby som tryggt.\n"
    )
    assert [one["rubrik"] for one in draft["fokusområden"]] == ["Synlighet", "Trafik", "Alkohol och tobak"]
    assert [(one["part"], one["fokus"]) for one in draft["åtaganden"]] == [
        ("polisen", ["synlighet"]),
        ("polisen", ["trafik"]),
        ("kommunen", ["alkohol-tobak"]),
    ]
    assert [one["text"] for one in draft["effektmål"]] == [
        "Önskad effekt är att invånarna upplever Lillby som tryggt."
    ]


def test_areas_that_a_sentence_with_a_colon_announces_are_no_commitments() -> None:
    draft = _draft(
        f"{HEAD}Utifrån den lokala problembilden har följande fokusområden prioriterats för samverkan i kommunen de närmaste åren:\n\n- Trafiksäkerhet\n- Droger i kommunen\n"
    )
    assert [one["rubrik"] for one in draft["fokusområden"]] == ["Trafiksäkerhet", "Droger i kommunen"]
    assert not {"Trafiksäkerhet", "Droger i kommunen"} & {one["text"] for one in draft["åtaganden"]}


def test_a_bullet_with_a_tab_goes_on_below() -> None:
    text = f"{HEAD}Kommunen ska\n\n•\tgenomföra trygghetsrundor på de platser som\ninvånarna pekar ut.\n•\töppna två gårdar.\n"

    assert _commitments(text) == [
        ("kommunen", "genomföra trygghetsrundor på de platser som invånarna pekar ut."),
        ("kommunen", "öppna två gårdar."),
    ]


def test_what_stands_below_a_commitment_goes_with_it() -> None:
    text = (
        f"{HEAD}Trygga platser\n\n- Vi byter 40 lampor i parken.\n- Kommunen lovar.\n- Mål: 40 lampor\n"
        "- Senast: 31 oktober 2024\n- Ansvarig: Gatukontoret, driftchef\n- Jämfört med 2023: Nytt.\n"
        "- Polisen går två fotpass i veckan.\n- Polisen lovar.\n- Mål: 2 fotpass per vecka\n"
    )
    lamps, patrols = _draft(text)["åtaganden"]

    assert (lamps["part"], lamps["mål"], lamps["senast"]) == (
        "kommunen",
        {"exakt": "40", "enhet": "lampor"},
        "2024-10-31",
    )
    assert lamps["ansvarig"] == {"enhet": "Gatukontoret", "funktion": "driftchef"}
    assert (patrols["part"], patrols["text"]) == ("polisen", "Polisen går två fotpass i veckan.")
