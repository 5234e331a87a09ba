"""Shapes of published pages: activities below goals, areas that a line announces, reports of several kinds."""

from typing import Any

from each import each
from importing.drafts import imported_text, read

HEAD = "Exempelby – medborgarlöften\n\nPolisen och Exempelby kommun har tecknat ett gemensamt medborgarlöfte.\n\n"


def promise(text: str) -> dict[str, Any]:
    return read(imported_text(text)[0])


def texts(draft: dict[str, Any]) -> list[tuple[Any, str]]:
    return [(one.get("part"), one["text"]) for one in draft["åtaganden"]]


@each(
    [
        "Det ska vi åstadkomma genom bland annat följande aktiviteter:",
        "Detta gör vi genom att:",
        "För att löftena ska kunna uppfyllas ska följande aktiviteter genomföras:",
    ]
)
def test_activities_below_goals_are_what_is_promised(opens: str) -> None:
    goals = "Polisen och kommunen lovar att gemensamt arbeta för:\n\n- att öka tryggheten i centrum\n\n"
    draft = promise(f"{HEAD}{goals}{opens}\n\n- Genomföra minst två vandringar.\n- Kommunen rustar parken.\n")
    assert texts(draft) == [
        ("tillsammans", "Genomföra minst två vandringar."),
        ("kommunen", "Kommunen rustar parken."),
    ]
    assert [one["text"] for one in draft["effektmål"]] == ["att öka tryggheten i centrum"]


def test_condition_before_a_promise_names_no_party() -> None:
    text = "Exempelby – medborgarlöften\n\nUnder åren 2026-2027 är polisens medborgarlöften följande.\n\n"
    draft = promise(
        f"{text}- Önskar någon förening råd så lovar vi att komma.\n- Vi lovar två besök i månaden.\n"
    )
    assert [part for part, _ in texts(draft)] == ["polisen", "polisen"]


@each(["20260101-20271231", "2026-01-01--2027-12-31", "2026-01-01 t o m 2027-12-31"])
def test_period_in_other_forms(written: str) -> None:
    draft = promise(f"{HEAD}Löftet gäller under tiden {written}.\n\n- Polisen ska gå till fots i centrum.\n")
    assert (draft["period"]["från"], draft["period"]["till"]) == ("2026-01-01", "2027-12-31")


def test_line_that_announces_areas_gives_them_what_stands_below() -> None:
    listed = "De områden som invånarna prioriterade högst var:\n\n- Unga\n- Torget\n\n"
    below = "Unga\n\nVarje år ska minst två veckor mot droger genomföras.\n\nTorget\n\nPolisen ska gå på torget.\n"
    draft = promise(
        f"{HEAD}{listed}Polisen kommer under 2026 att arbeta med löftet enligt följande.\n\n{below}"
    )
    assert [area["rubrik"] for area in draft["fokusområden"]] == ["Unga", "Torget"]
    assert [one["fokus"] for one in draft["åtaganden"]] == [["unga"], ["torget"]]


def test_heading_that_lists_areas_is_no_promise() -> None:
    areas = "Fokusområden för Exempelby kommuns medborgarlöften 2026 är:\n\n- Droger\n- Trafik\n\n"
    draft = promise(f"{HEAD}{areas}Det här ska vi göra\n\n- Polisen ska gå till fots.\n")
    assert [area["rubrik"] for area in draft["fokusområden"]] == ["Droger", "Trafik"]
    assert texts(draft) == [("polisen", "Polisen ska gå till fots.")]


def test_activity_with_points_below_it_is_promised_itself() -> None:
    lists = " • Genomföra minst tre möten.\n  • Vid minst två möten informera om droger.\n"
    draft = promise(f"{HEAD}Polisen och Exempelby kommun lovar att öka tryggheten genom att:\n\n{lists}")
    assert [text for _, text in texts(draft)] == [
        "Genomföra minst tre möten.",
        "Vid minst två möten informera om droger.",
    ]


def test_roles_before_names_sign() -> None:
    text = f"{HEAD}- Polisen ska gå till fots.\n\nKommunalråd Ola Ek och lokalpolisområdeschef Eva Berg\n"
    signed = promise(text)["undertecknat"]
    assert [(one["namn"], one["roll"]) for one in signed] == [
        ("Ola Ek", "Kommunalråd"),
        ("Eva Berg", "lokalpolisområdeschef"),
    ]


REPORT = "Uppföljning av medborgarlöftet 2026\n\nPolisen och Exempelby kommun följer upp löftet.\n\n"


def test_report_pairs_lists_of_what_was_to_be_done_and_what_was() -> None:
    was = "Följande fokusområden fanns med:\n\n- Minst 8 nya vandringar skulle hållas.\n- 2 nya råd skulle bildas.\n\n"
    made = "Uppföljningen ser ut så här:\n\n- 3 nya råd har bildats.\n- 9 vandringar har genomförts.\n"
    _, report = map(read, imported_text(f"{REPORT}{was}{made}"))
    assert [(one["status"], one["kommentar"]) for one in report["poster"]] == [
        ("genomfört", "9 vandringar har genomförts."),
        ("genomfört", "3 nya råd har bildats."),
    ]


def test_report_that_promises_in_a_sentence_above_its_result() -> None:
    first = (
        "Vi utlovar att hålla två vandringar under året. (Polis)\n\nPolisen har hållit två vandringar.\n\n"
    )
    second = "Minst 20 kontroller i centrum. (Polis)\n\nResultat:\n\n- 40 genomförda kontroller.\n"
    made, report = map(read, imported_text(f"{REPORT}{first}{second}"))
    assert [one["text"] for one in made["åtaganden"]] == [
        "Vi utlovar att hålla två vandringar under året.",
        "Minst 20 kontroller i centrum.",
    ]
    assert [one["status"] for one in report["poster"]] == ["genomfört", "genomfört"]


def test_report_without_promises_keeps_what_was_done() -> None:
    told = "Polisen har gjort 30 kontroller."
    _, report = map(read, imported_text(f"{REPORT}Trafik\n\n{told}\n\nTorget\n\nVi har gått till fots.\n"))
    assert [one["text"] for one in report["övriga_resultat"]] == [told, "Vi har gått till fots."]


def test_wrapped_point_is_as_deep_as_its_neighbours() -> None:
    points = "  • Arbeta mot droger i trafiken.\n  • Arbeta med unga\n    som kör för fort.\n  • Arbeta med vilt.\n"
    draft = promise(f"{HEAD}Därför lovar vi att prioritera trafiken genom att;\n\n{points}")
    assert [text for _, text in texts(draft)] == [
        "Arbeta mot droger i trafiken.",
        "Arbeta med unga som kör för fort.",
        "Arbeta med vilt.",
    ]


def test_heading_is_its_subjects_not_the_places() -> None:
    draft = promise(
        f"{HEAD}Polisen ska öka sin synlighet i kommunen genom att:\n\n- Vid minst tio tillfällen gå.\n"
    )
    assert texts(draft) == [("polisen", "Vid minst tio tillfällen gå.")]
