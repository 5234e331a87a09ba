"""What was meant: keys and ids that are not there as such, and what is checked in spite of them."""

from typing import Final

import pytest

from medborgarlofte.diagnostic import Diagnostic
from mistakes import PROMISE, found_in

DRAFT: Final = PROMISE.replace("antaget", "utkast")
NO_IDS: Final = {"  - id: K1\n    part": "  - part", "  - id: P1\n    part": "  - part"}


def found(text: str) -> list[Diagnostic]:
    """What is found of the form, the content and the references of a text."""
    return [one for one in found_in(text.encode()) if one.code[0] in "DXY"]


def changed(text: str, changes: dict[str, str]) -> str:
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new, 1)
    return text


def rows(text: str) -> list[tuple[int, int, str, str]]:
    """Line, column, code and severity of each finding."""
    return [(one.span.line, one.span.column, one.code, one.severity) for one in found(text)]


@pytest.mark.parametrize("section", ["åtagandena", "commitments", "atagande"])
def test_what_is_below_a_mistyped_section_is_checked_too(section: str) -> None:
    text = changed(PROMISE, {"åtaganden:": f"{section}:", "{exakt: 4": "{exakt: fyra stycken"})

    assert rows(text) == [(10, 1, "D05", "error"), (15, 18, "D12", "error")]


def test_what_is_below_a_mistyped_key_keeps_its_place_in_the_rules() -> None:
    text = changed(
        PROMISE,
        {
            "    text: Kommunen ordnar fyra vandringar.": "    txt: Kommunen ordnar fyra vandringar i mån av resurser."
        },
    )
    unsure = [one for one in found_in(text.encode()) if one.code == "M06"]

    assert [(one.span.line, one.span.column, one.route) for one in unsure] == [(14, 42, "åtaganden/K1/text")]


def test_a_mistyped_key_whose_value_does_not_fit_there_is_one_finding() -> None:
    assert rows(changed(PROMISE, {"återkoppling:": "åtagande: hela året\nåterkoppling:"})) == [
        (21, 1, "D05", "error")
    ]
    assert rows(changed(PROMISE, {"åtaganden:\n": "åtagandena: Vi gör mycket.\nx:\n"}))[0][2] == "D05"


@pytest.mark.parametrize(
    ("old", "new", "line", "advice"),
    [
        (
            "    mål: {exakt: 4, enhet: vandringar}",
            "    mål:\n    exakt: 4\n    enhet: vandringar",
            16,
            "Dra in raderna med ”exakt” och ”enhet” två mellanslag till, under ”mål”.",
        ),
        (
            "period: {från: 2030-01-01, till: 2030-12-31}",
            "period:\nfrån: 2030-01-01\ntill: 2030-12-31",
            5,
            "Dra in raderna med ”från” och ”till” två mellanslag till, under ”period”.",
        ),
    ],
)
def test_a_group_that_is_not_indented_is_one_finding(old: str, new: str, line: int, advice: str) -> None:
    [one] = found(changed(PROMISE, {old: new}))

    assert (one.code, one.span.line, one.help("sv")) == ("D37", line, advice)


def test_what_is_in_a_group_that_is_not_indented_is_checked() -> None:
    text = changed(
        PROMISE,
        {"period: {från: 2030-01-01, till: 2030-12-31}": "period:\nfrån: 2030-01-01\ntill: 2030-13-01"},
    )

    assert rows(text) == [(5, 1, "D37", "error"), (6, 7, "D10", "error")]


def test_a_draft_without_ids_gets_the_ids_as_advice() -> None:
    [one] = found(changed(DRAFT, NO_IDS))

    assert (one.code, one.severity, one.span.line) == ("D04", "info", 11)
    assert one.help("sv") == (
        "Lägg till ”id: K1”. (Kort namn, samma år från år: K1. Det saknas i alla punkter: skriv K1, P1.)"
    )


def test_an_item_of_a_draft_without_id_gets_the_next_one() -> None:
    [one] = found(changed(DRAFT, {"  - id: P1\n    part": "  - part"}))

    assert (one.severity, one.help("sv")[:18]) == ("info", "Lägg till ”id: K2”")


def test_a_promise_without_ids_is_one_error() -> None:
    assert rows(changed(PROMISE, NO_IDS)) == [(11, 5, "D04", "error")]


def test_focus_areas_of_a_draft_without_ids_are_not_looked_for() -> None:
    [one] = found(changed(DRAFT, {"{id: unga, rubrik: Unga}": "{rubrik: Unga i risk}"}))

    assert (one.severity, one.help("sv")[:28]) == ("info", "Lägg till ”id: unga-i-risk”.")


def test_a_row_of_a_table_as_id_is_one_finding() -> None:
    [one] = found(changed(PROMISE, {"åtaganden:\n": "åtaganden:\n  - id: K3\tkommunen\tunga\tNytt\n"}))

    assert (one.code, one.span.line, one.span.column) == ("Y29", 11, 9)


def test_keys_of_another_kind_are_one_finding() -> None:
    text = changed(
        PROMISE,
        {"åtaganden:\n": "löfte: lofte-2029\nposter:\n  - {åtagande: K1, status: pågår}\nåtaganden:\n"},
    )
    [one] = found(text)

    assert (one.code, one.span.line) == ("D05", 10)
    assert one.help("sv") == (
        "”löfte” och ”poster” hör till dokumentslaget uppföljning. "
        "Flytta det till en egen fil som börjar med ”dokument: uppföljning”."
    )


@pytest.mark.parametrize(
    "name",
    [
        "Kim von Sand-Exempelsson",
        "Exempelsson, Kim",
        "Kim Exempelsson, kommunstyrelsens ordförande",
        "Kim Och",
    ],
)
def test_one_name_is_one_name(name: str) -> None:
    assert "D35" not in {
        one.code for one in found(changed(PROMISE, {"namn: Kim Exempelsson": f'namn: "{name}"'}))
    }


@pytest.mark.parametrize(
    "text",
    [
        "Kommunen byter lampor i kvarteret XXL [se bilaga 1].",
        "Vi firar år MMXXX.",
        "Vad gör vi? Mer …",
        "NNE-stråket.",
    ],
)
def test_a_text_with_letters_and_brackets_is_filled_in(text: str) -> None:
    assert "D34" not in {
        one.code for one in found(changed(PROMISE, {"Kommunen ordnar fyra vandringar.": f'"{text}"'}))
    }


@pytest.mark.parametrize(("status", "severity"), [("antaget", "warning"), ("utkast", "info")])
@pytest.mark.parametrize(
    "text", ["XX kvällar per år", "…", "[skriv här]", "N.N.", "Skriv texten här", "TBD", "<text>"]
)
def test_what_is_left_of_a_template_is_one_finding(text: str, status: str, severity: str) -> None:
    written = changed(PROMISE, {"Kommunen ordnar fyra vandringar.": f'"{text}"', "antaget": status})

    assert [(one.code, one.severity, one.span.line) for one in found(written)] == [("D34", severity, 14)]


def test_a_number_that_counts_nothing_is_a_hint() -> None:
    [one] = found(changed(PROMISE, {"{exakt: 4, enhet: vandringar}": "{exakt: 4}"}))

    assert (one.code, one.severity, one.span.line, one.span.column) == ("D38", "info", 15, 11)


@pytest.mark.parametrize(
    "target", ["{alla: ja}", "{inom: 24 timmar}", "{exakt: fyra}", "{exakt: 4, minst: 3}"]
)
def test_a_target_without_a_number_to_count_has_no_unit(target: str) -> None:
    assert "D38" not in {
        one.code for one in found(changed(PROMISE, {"{exakt: 4, enhet: vandringar}": target}))
    }


def test_a_dash_before_each_key_of_a_signature_is_one_finding() -> None:
    start = PROMISE.index("  - {namn: Kim")
    text = (
        PROMISE[:start]
        + "  - namn: Kim Exempelsson\n  - roll: kommunstyrelsens ordförande\n  - part: kommunen\n"
    )
    [one] = [one for one in found_in(text.encode()) if one.code in ("D33", "A04")]

    assert (one.code, one.span.line) == ("D33", 24)


def test_a_section_under_another_name_is_known_by_what_its_items_hold() -> None:
    report = "dokument: uppföljning\nlöfte_saknas: Det är borta.\ndatum: 2030-04-01\nresultat:\n"
    [one] = found(report + "  - {text: Fyra vandringar., status: pågår, kommentar: Två till i maj 2030.}\n")

    assert (one.code, one.span.line, one.help("sv")) == ("D05", 4, "Menade du ”poster”?")
