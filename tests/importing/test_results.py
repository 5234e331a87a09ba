"""Statuses of results in follow-ups."""

import pytest

from importing.drafts import imported_text, read


@pytest.mark.parametrize(
    ("result", "title", "status"),
    [
        ("Totalt 22 kontroller, 60 förare stoppade", "delårsrapport 2025", "pågår"),
        ("Totalt 22 kontroller, 60 förare stoppade", "slutrapport 2025", "delvis genomfört"),
        ("14 kontroller så här långt, regnet ställde till det", "slutrapport 2025", "pågår"),
        ("Tre av tjugo hittills", "slutrapport 2025", "pågår"),
        ("Inga kontroller hittills", "delårsrapport 2025", "ej påbörjat"),
        ("Elva av fyrtio kontroller är gjorda", "slutrapport 2025", "delvis genomfört"),
        ("Ett trettiotal kontroller har gjorts", "slutrapport 2025", "delvis genomfört"),
        ("44 kontroller", "slutrapport 2025", "genomfört"),
        ("44 bilar bogserades", "slutrapport 2025", None),
        ("Färdigt den 3 mars", "delårsrapport 2025", "genomfört"),
        ("Alla kontroller genomförda i april", "delårsrapport 2025", "genomfört"),
        ("Börjar först efter sommaren", "delårsrapport 2025", "ej påbörjat"),
        ("Är planerade till hösten", "delårsrapport 2025", "ej påbörjat"),
        ("Fem kontroller gjorda, resten kvar", "delårsrapport 2025", "pågår"),
        ("Hittills har det blivit 12", "slutrapport 2025", "pågår"),
        ("Det blev 41", "slutrapport 2025", "genomfört"),
    ],
)
def test_status_of_a_result_follows_its_words_its_figure_and_the_time_of_the_report(
    result: str, title: str, status: str | None
) -> None:
    text = (
        f"Medborgarlöftet i Lillby, {title}\n\nVåra löften\n\n- Polisen ska göra minst 40 kontroller.\n"
        f"- Kommunen ska öppna en fritidsgård.\n\nResultat\n\n- {result}.\n- Fritidsgården blev klar i maj.\n"
    )
    _, report = imported_text(text)
    posts = {one["åtagande"]: one for one in read(report)["poster"]}
    assert posts["P1"].get("status") == status


def test_status_set_by_a_figure_has_a_doubt_and_a_written_verdict_stays() -> None:
    text = (
        "Slutrapport om medborgarlöftet i Lillby 2025\n\n1. Polisen ska göra minst 40 kontroller.\nGenomfört. 38 kontroller.\n\n"
        "2. Kommunen ska ordna sex läxkvällar.\nResultat: 4 läxkvällar.\n"
    )
    _, report = imported_text(text)
    assert [(one["status"], one["utfall"]) for one in read(report)["poster"]] == [
        ("genomfört", "38"),
        ("delvis genomfört", "4"),
    ]
    assert [place.sv for place, why in report.doubts if "efter talet" in why.sv] == ["rad 7"]


def test_legend_of_colours_counts_in_a_table_too() -> None:
    text = (
        "Uppföljning av medborgarlöftet i Lillby 2025\n\nBlå betyder genomfört, orange pågår, grå ej påbörjat.\n\n"
        "Löfte\tT1\tT2\tStatus\tKommentar\n"
        "Polisen ska besöka alla skolor\t1\t2\tOrange\tVår och höst\n"
        "Kommunen ska laga staketet\t-\tja\tBlå\tLagat\n"
        "Polisen ska märka 50 cyklar\t-\t-\tGrå\tVi väntar på utrustning\n"
    )
    _, report = imported_text(text)
    assert [one["status"] for one in read(report)["poster"]] == ["pågår", "genomfört", "ej påbörjat"]


@pytest.mark.parametrize(
    "heading",
    [
        "Det här hände",
        "Vad som blev gjort",
        "Så blev utfallet 2024",
        "Detta har gjorts",
        "Vad har hänt hittills?",
    ],
)
def test_list_below_a_heading_about_what_happened_holds_results(heading: str) -> None:
    text = (
        "Uppföljning av medborgarlöftet i Lillby 2024\n\nDetta lovade vi\n\n- Fem skolgårdar skulle lysas upp.\n"
        "- Cyklar skulle märkas vid stationen.\n- Polisen skulle besöka föreningarna.\n\n"
        f"{heading}\n\n- 310 cyklar märktes vid stationen.\n- Skolgårdarna: fyra av fem är klara.\n\n"
        "Annat vi gjorde: Kommunen köpte en lekplats.\n\nNästa redovisning kommer polisen att lämna i januari.\n"
    )
    promise, report = map(read, imported_text(text))
    assert [one["text"] for one in promise["åtaganden"]] == [
        "Fem skolgårdar skulle lysas upp.",
        "Cyklar skulle märkas vid stationen.",
        "Polisen skulle besöka föreningarna.",
    ]
    assert [(one.get("status"), one["kommentar"]) for one in report["poster"]] == [
        ("delvis genomfört", "Skolgårdarna: fyra av fem är klara."),
        ("genomfört", "310 cyklar märktes vid stationen."),
    ]
    assert report["övriga_resultat"] == [{"text": "Annat vi gjorde: Kommunen köpte en lekplats."}]


def test_date_of_the_next_report_is_no_commitment() -> None:
    text = (
        "Uppföljning av medborgarlöftet i Lillby 2024\n\nKommunen\n\n- Kommunen ska laga bryggan. Klart.\n\n"
        "Nästa redovisning kommer i maj.\n"
    )
    promise, _ = map(read, imported_text(text))
    assert [one["text"] for one in promise["åtaganden"]] == ["Kommunen ska laga bryggan."]


@pytest.mark.parametrize("verdict", ["Röd", "Grå", "Nej", "✗"])
def test_what_begins_later_is_not_begun_whatever_its_colour(verdict: str) -> None:
    text = (
        "Uppföljning av medborgarlöftet i Lillby 2025\n\nLöfte\tStatus\tKommentar\n"
        "Polisen ska besöka alla skolor\tGrön\tKlart\n"
        f"Kommunen ska utbilda tränare\t{verdict}\tKursen startar efter sommaren\n"
    )
    _, report = imported_text(text)
    assert [one["status"] for one in read(report)["poster"]] == ["genomfört", "ej påbörjat"]


def test_follow_up_told_in_prose_has_what_nobody_is_named_for() -> None:
    text = (
        "Halvårsrapport för medborgarlöftet i Lillby 2025\n\nLillby kommun och polisen berättar hur det går med löftet.\n\n"
        "Polisen skulle besöka minst 30 föreningar. Till och med juni har det blivit 12.\n\n"
        "Båtar skulle märkas på två söndagar. En söndag är avklarad, den andra blir i september.\n\n"
        "Kommunen skulle byta låsen i hamnen. De byttes i april.\n\n"
        "Äldre skulle bjudas in till fyra träffar. Den första hålls i oktober.\n\n"
        "Unga skulle få jobb i hamnen. 14 unga fick jobb.\n\nBelysningen skulle bytas. Det hann vi inte med.\n\n"
        "Det skulle hållas tre möten. Två hölls, det tredje ställdes in.\n\n"
        "Hamnen skulle vara öppen som förut. Det märks inte mycket.\n"
    )
    promise, report = map(read, imported_text(text))
    assert [(one.get("part"), one["text"]) for one in promise["åtaganden"]] == [
        ("polisen", "Polisen skulle besöka minst 30 föreningar."),
        (None, "Båtar skulle märkas på två söndagar."),
        ("kommunen", "Kommunen skulle byta låsen i hamnen."),
        (None, "Äldre skulle bjudas in till fyra träffar."),
        (None, "Unga skulle få jobb i hamnen."),
        (None, "Belysningen skulle bytas."),
        (None, "Det skulle hållas tre möten."),
    ]
    statuses = ["pågår", "pågår", "genomfört", "ej påbörjat", None, "ej genomfört", "pågår"]
    assert [one.get("status") for one in report["poster"]] == statuses


@pytest.mark.parametrize(
    ("promised", "result", "status"),
    [
        ("märka cyklar", "Cyklarna märktes i maj", "genomfört"),
        ("anställa en fältassistent", "Anställd sedan mars", "genomfört"),
        ("bygga en bro", "Den har inte byggts än", None),
        ("bygga en bro", "Några delar byggdes", None),
        ("informera alla skolor", "Sju av nio skolor har fått besök", "delvis genomfört"),
        ("laga bryggan", "Väntar på delar från leverantören", None),
        ("göra 12 kontroller", "8 av 12 klara", "delvis genomfört"),
    ],
)
def test_line_about_the_state_is_the_result(promised: str, result: str, status: str | None) -> None:
    text = (
        "Uppföljning av medborgarlöftet i Lillby 2025\n\nLillby kommun och polisen.\n\n"
        f"1. Polisen ska {promised}.\nLäge: {result}.\n\n2. Kommunen ska öppna badet.\nLäge: Badet är klart.\n"
    )
    _, report = imported_text(text)
    first, _ = read(report)["poster"]
    assert (first.get("status"), first["kommentar"]) == (status, f"{result}.")


def test_status_by_a_repeated_verb_has_a_doubt() -> None:
    _, report = imported_text(
        "Uppföljning av medborgarlöftet i Lillby 2025\n\nLillby kommun och polisen.\n\n"
        "1. Polisen ska märka cyklar.\nLäge: En cykel märktes.\n\n2. Kommunen ska öppna badet.\nLäge: Badet är klart.\n"
    )

    assert [one.get("status") for one in read(report)["poster"]] == ["genomfört", "genomfört"]
    assert [place.sv for place, why in report.doubts if "efter ordalydelsen" in why.sv] == ["rad 6"]


def test_state_behind_a_promise_in_its_item_is_the_result() -> None:
    page = (
        "<h1>Så har det gått med medborgarlöftet i Lillby 2025</h1><p>Lillby kommun och polisen.</p><h2>Polisen lovade</h2>"
        "<ul><li>Minst 40 kontroller. <b>Läget:</b> 19 kontroller hittills.</li><li>Besöka alla skolor. <b>Läget:</b> Samtliga skolor besökta.</li></ul>"
        "<h2>Kommunen lovade</h2><ul><li>Röja buskar. <b>Läget:</b> Påbörjas vecka 34.</li><li>Laga bron. <b>Status:</b> Enligt plan.</li></ul>"
    )
    promise, report = map(read, imported_text(page, "a.html"))
    assert [one["text"] for one in promise["åtaganden"]] == [
        "Minst 40 kontroller.",
        "Besöka alla skolor.",
        "Röja buskar.",
        "Laga bron.",
    ]
    assert [one["status"] for one in report["poster"]] == ["pågår", "genomfört", "ej påbörjat", "pågår"]


def test_results_may_stand_above_what_was_promised() -> None:
    text = (
        "Så går det med medborgarlöftet i Lillby – lägesrapport juni 2025\n\nLillby kommun och polisen.\n\nDet här har vi gjort\n\n"
        "- Polisen har besökt 9 av 20 föreningar.\n- Kommunen har bytt alla lås i hamnen.\n\n"
        "Det här lovade vi\n\n- Kommunen ska byta alla lås i hamnen.\n- Polisen ska besöka 20 föreningar.\n- Kommunen ska bygga en brygga.\n"
    )
    _, report = imported_text(text)
    assert [(one["åtagande"], one["status"]) for one in read(report)["poster"]] == [
        ("K1", "genomfört"),
        ("P1", "pågår"),
    ]


def test_page_whose_list_tells_what_has_been_done_is_a_follow_up() -> None:
    text = (
        "Medborgarlöfte i Lillby kommun\n\nInom ramen för medborgarlöftet 2023 har polisen och kommunen, tillsammans med "
        "Lillbyhem och Storgården, genomfört följande aktiviteter:\n\n"
        "- Polisen har genomfört 43 kontroller.\n- Under året har fyra möten hållits i skolan.\n"
        "- Kommunen har tillsammans med Lillbyhem, Storgården och skolan lagat belysningen.\n"
    )
    promise, report = map(read, imported_text(text))
    assert (report["dokument"], promise.get("åtaganden")) == ("uppföljning", None)
    assert [one["text"] for one in report["övriga_resultat"]] == [
        "Polisen har genomfört 43 kontroller.",
        "Under året har fyra möten hållits i skolan.",
        "Kommunen har tillsammans med Lillbyhem, Storgården och skolan lagat belysningen.",
    ]


def test_page_with_as_many_promises_as_things_done_stays_a_promise() -> None:
    text = (
        "Medborgarlöfte i Lillby kommun 2024\n\nVi har lyssnat\n\n- Vi har besökt torget.\n- Vi har mött elever.\n\n"
        "Polisen ska:\n\n- gå till fots varje fredag\n- besöka skolan två gånger\n"
    )
    assert [read(one)["dokument"] for one in imported_text(text)] == ["medborgarlöfte"]


def test_list_of_things_done_below_the_title_holds_results_even_where_one_goes_on() -> None:
    text = (
        "Kvartalsrapport om medborgarlöftet i Lillby 2023\n\nUnder kvartalet har polisen lagt 150 timmar av de 400 utlovade "
        "på kontroller. Timmarna har gått till tio kontroller.\n\n- Polisen har gått sextio ronder.\n"
        "- Kommunen arbetar aktivt med att få upp en kamera.\n- Polisen och kommunen har tillsammans mött elever.\n"
    )
    promise, report = map(read, imported_text(text))
    assert promise.get("åtaganden") is None
    assert [one["text"] for one in report["övriga_resultat"]][1:] == [
        "Polisen har gått sextio ronder.",
        "Kommunen arbetar aktivt med att få upp en kamera.",
        "Polisen och kommunen har tillsammans mött elever.",
    ]


def test_promise_of_a_report_has_the_title_of_the_promise() -> None:
    text = (
        "Uppföljning av medborgarlöftet i Lillby 2025\n\nPolisen lovade att besöka alla skolor.\n"
        "Resultat: Alla skolor är besökta.\n"
    )
    promise, report = imported_text(text)
    assert read(promise)["titel"] == "Medborgarlöftet i Lillby 2025"
    assert read(report)["titel"] == "Uppföljning av medborgarlöftet i Lillby 2025"
