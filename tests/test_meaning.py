"""What is well written but cannot be right, and what follows from a mistake elsewhere and is not said again."""

from pathlib import Path
from typing import Final

import pytest

from medborgarlofte.diagnostic import Diagnostic
from medborgarlofte.load import load
from medborgarlofte.rules.engine import lint
from test_diagnoses import PROMISE, TODAY, changed, check

REPORT: Final = "dokument: uppföljning\nlöfte: lofte\ndatum: 2030-04-30\nposter:\n  - {åtagande: K1, status: pågår, utfall: 2}\n"
PLAN: Final = "uppföljningsplan: {nästa: 2030-01-31}\n"


def check_folder(folder: Path, *paths: str) -> tuple[Diagnostic, ...]:
    """What is found before the rules."""
    return load([str(folder / path) for path in paths], folder).diagnostics


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("mål: {exakt: 4, enhet: vandringar}", "mål: {exakt: 4, enhet: vandringar}\n    ansvarig: {enhet: Lokalpolisområde Exempelby, funktion: gruppchef}", ["A06"]),
        ("text: Kommunen ordnar", "text: Polisen ordnar", ["A06"]),
        ("text: Kommunen ordnar", "text: Polisen och kommunen ordnar", []),
        ("text: Kommunen ordnar", "text: Polisens volontärer ordnar", []),
        ("text: Kommunen ordnar", "text: Tillsammans med polisen ordnar vi", []),
        ("{exakt: 4, enhet: vandringar}", "{minst: 9, enhet: vardagskvällar, per: vecka}", ["M09"]),
        ("{exakt: 4, enhet: vandringar}", "{minst: 400, enhet: kvällar}", ["M09"]),
        ("{exakt: 4, enhet: vandringar}", "{minst: 7, enhet: kvällar, per: vecka}", []),
        ("{exakt: 4, enhet: vandringar}", "{minst: 9, enhet: pass, per: vecka}", []),
        ("åtaganden:", "effektmål:\n  - {id: E1, text: Fler är trygga., utgångsvärde: {värde: 60, år: 2052}}\nåtaganden:", ["T01"]),
        ("åtaganden:", "beslut:\n  - {organ: kommunstyrelsen, datum: 2029-12-09}\npublicerat:\n  - {utgivare: kommunen, datum: 2028-12-18}\nåtaganden:", ["T01"]),
        ("åtaganden:", "beslut:\n  - {organ: kommunstyrelsen, datum: 2029-12-09}\npublicerat:\n  - {utgivare: kommunen, datum: 2029-11-18}\nåtaganden:", []),
    ],
)  # fmt: skip
def test_what_cannot_be_right_is_said_at_its_place(
    old: str, new: str, expected: list[str], tmp_path: Path
) -> None:
    found = check(changed(old, new), tmp_path)

    assert sorted({one.code for one in found} & {"A06", "M09", "T01"}) == expected


@pytest.mark.parametrize(
    ("first", "second", "count"), [("kommunen", "polisen", 0), ("polisen", "kommunen", 1)]
)
def test_signatures_that_have_changed_places_are_one_finding(
    first: str, second: str, count: int, tmp_path: Path
) -> None:
    signed = (
        f"undertecknat:\n  - {{namn: Kim Ek, roll: kommunstyrelsens ordförande, part: {first}, datum: 2029-12-01}}\n"
        f"  - {{namn: Robin Alm, roll: lokalpolisområdeschef, part: {second}, datum: 2029-12-01}}\n"
    )

    assert [one.code for one in check(PROMISE + signed, tmp_path)].count("A04") == count


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("dokument: lägesbild\ntitel: Läget\ndatum: 2029-10-15\navser: {från: 2029-01-01, till: 2030-08-31}\n", ["T01"]),
        ("dokument: lägesbild\ntitel: Läget\ndatum: 2029-10-15\nsiffror:\n  - {vad: inbrott, värde: 4, år: 2092}\n", ["T01"]),
        ("dokument: lägesbild\ntitel: Läget\ndatum: 2029-10-15\navser: {från: 2029-01-01, till: 2029-08-31}\n", []),
        ("dokument: trygghetsmätning\ntitel: Mätning\ndatum: 2029-10-15\ntillfrågade: 1 800\nsvarande: 1 968\n", ["D40"]),
        ("dokument: trygghetsmätning\ntitel: Mätning\ndatum: 2029-10-15\ntillfrågade: 1 800\nsvarande: 968\n", []),
    ],
)  # fmt: skip
def test_pictures_and_surveys_describe_what_has_been(text: str, expected: list[str], tmp_path: Path) -> None:
    assert sorted({one.code for one in check(text, tmp_path)} & {"T01", "D40"}) == expected


# ---------------------------------------------------------------- consequences


@pytest.mark.parametrize(
    ("report", "late"),
    [
        (REPORT, False),
        (REPORT.encode("utf-16").decode("latin-1"), False),
        (REPORT.replace("  - {åtagande: K1, status: pågår, utfall: 2}", "K1\tpågår\t2"), False),
        ("dokument: lägesbild\ntitel: Läget\ndatum: 2030-01-15\n", True),
    ],
)
def test_a_report_that_cannot_be_read_is_not_called_late(report: str, late: bool, tmp_path: Path) -> None:
    found = {one.code for one in check(PROMISE + PLAN, tmp_path, uppfoljning=report)}

    assert ("U03" in found) is late


def test_a_misnamed_file_is_there_to_be_referred_to(tmp_path: Path) -> None:
    (tmp_path / "promises").mkdir()
    (tmp_path / "promises" / "forra.yaml.txt").write_text(PROMISE, encoding="utf-8")
    text = changed("status: antaget", "status: antaget\nföregångare: forra")
    (tmp_path / "promises" / "lofte.yaml").write_text(text, encoding="utf-8")

    assert [one.code for one in check_folder(tmp_path)] == ["Y32"]


def test_what_a_cut_file_lacks_is_not_said_to_be_missing(tmp_path: Path) -> None:
    found = check(PROMISE[: PROMISE.index("enhet: vandringar")], tmp_path)

    assert [one.code for one in found] == ["Y09"]
    assert "Fattas något: hämta en hel version av filen." in found[0].why("sv")


@pytest.mark.parametrize(
    ("old", "new", "line", "real"),
    [
        ("period: {från: 2030-01-01, till: 2030-12-31}\nparter:\n", "period:\n  från: 2030-01-01\n  till: 2030-12-31\n", 7, "parter"),
        ("period: {från: 2030-01-01, till: 2030-12-31}", "  från: 2030-01-01\n  till: 2030-12-31", 4, "period"),
        ("åtaganden:\n", "uppföljningsplan:\n  takt: halvår\n", 12, "åtaganden"),
    ],
)  # fmt: skip
def test_a_list_or_group_without_its_first_line_is_one_finding(
    old: str, new: str, line: int, real: str, tmp_path: Path
) -> None:
    found = [one for one in check(changed(old, new), tmp_path) if one.code[0] in "DXY"]

    assert [(one.span.line, one.code, one.values["real"]) for one in found] == [(line, "D39", real)]


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("    mål: {exakt: 4, enhet: vandringar}\n", "    mål:\n      exakt: 4\n      enhet: vandringar\n      senast: 2030-06-30\n", 18),
        ("    mål: {exakt: 4, enhet: vandringar}\n", "    ansvarig:\n      enhet: Fritid\n      leds_av: kommunen\n", 17),
    ],
)  # fmt: skip
def test_a_key_too_far_in_is_told_where_it_belongs(old: str, new: str, line: int, tmp_path: Path) -> None:
    [found] = [one for one in check(changed(old, new), tmp_path) if one.code[0] in "DXY"]

    assert (found.span.line, found.code) == (line, "D05")
    assert "Flytta raden åt vänster, så att den börjar i samma kolumn som" in found.help("sv")


@pytest.mark.parametrize(
    "line", ["ansvarig: {enhet: Fritid, funktion: chef}", "senast: 2030-10-01", "leds_av: kommunen"]
)
def test_a_key_that_lost_its_indentation_is_told_where_it_belongs(line: str, tmp_path: Path) -> None:
    last = (
        "  - {id: K2, part: tillsammans, text: Vi ordnar samtal.}\n".replace("{", "")
        .replace("}", "")
        .replace(", ", "\n    ")
    )
    before = {one.code for one in check(PROMISE + last, tmp_path / "before")}
    found = check(f"{PROMISE}{last}{line}\n", tmp_path / "after")

    assert {one.code for one in found} - before == {"D05"}
    assert [one.help("sv") for one in found if one.code == "D05"] == [
        "Dra in raden, så att den börjar i samma kolumn som nycklarna i den sista punkten i ”åtaganden”."
    ]


def test_a_file_beside_the_folder_is_told_to_move_into_it(tmp_path: Path) -> None:
    check(PROMISE, tmp_path)
    (tmp_path / "rapport.yaml").write_text(REPORT, encoding="utf-8")

    [found] = [one for one in check_folder(tmp_path, "rapport.yaml") if one.code == "X02"]
    assert found.help("sv").startswith("Filen ligger utanför mappen ”promises”. Flytta den dit")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("datum: 2030-04-30", "datum: 2030-04-30\nslutlig: ja", ["U10"]),
        ("utfall: 2", "utfall: {värde: 2, år: 2025}", ["U12"]),
        ("utfall: 2", "utfall: {värde: 9, enhet: lampor}", ["U12"]),
        ("utfall: 2", "utfall: {värde: 2, år: 2030}", []),
    ],
)
def test_a_report_of_another_time_or_thing_is_one_finding(
    old: str, new: str, expected: list[str], tmp_path: Path
) -> None:
    (tmp_path / "promises").mkdir()
    (tmp_path / "promises" / "lofte.yaml").write_text(PROMISE, encoding="utf-8")
    (tmp_path / "promises" / "rapport.yaml").write_text(REPORT.replace(old, new), encoding="utf-8")
    workspace = load([str(tmp_path / "promises" / "rapport.yaml")], tmp_path)

    found = lint(workspace, today=TODAY)
    assert [one.code for one in found if one.code in ("U04", "U05", "U09", "U10", "U12")] == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("ingår_i: {titel: Överenskommelse, period: 2024–2028}", ["T03"]),
        ("ingår_i: {titel: Överenskommelse, period: 2028–2032}", []),
        ("återkoppling: {kanal: webbplats, datum: 2029-02-20}", ["T08"]),
        ("återkoppling: {kanal: webbplats, datum: 2031-02-20}", []),
    ],
)
def test_an_agreement_or_a_feedback_of_another_time_is_reported(
    line: str, expected: list[str], tmp_path: Path
) -> None:
    found = check(changed("status: antaget", f"status: antaget\n{line}"), tmp_path)

    assert [one.code for one in found if one.code in ("T03", "T08")] == expected


def test_a_copied_folder_is_reported_once_and_counts_nothing_twice(tmp_path: Path) -> None:
    for folder in ("ekby", "ekby - Kopia"):
        (tmp_path / "promises" / folder).mkdir(parents=True)
        for name, text in {
            "lofte": PROMISE,
            "rapport": REPORT.replace("löfte: lofte", "löfte: ekby/lofte"),
        }.items():
            (tmp_path / "promises" / folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    workspace = load([], tmp_path)

    assert [(one.code, one.message("sv")) for one in workspace.diagnostics] == [
        ("X08", "”ekby - Kopia” är en kopia av ”ekby”.")
    ]
    assert sorted(workspace.readable) == ["ekby/lofte", "ekby/rapport"]


@pytest.mark.parametrize(
    "name",
    [
        "ekby - Kopia",
        "Kopia av ekby",
        "ekby (1)",
        "ekby_copy",
        "ekby-DESKTOP-A1B2",
        "ekby (Annas konflikterande kopia)",
    ],
)
def test_what_programs_call_a_copy_is_read_no_further(name: str, tmp_path: Path) -> None:
    (tmp_path / "promises").mkdir()
    for one in ("ekby", name):
        (tmp_path / "promises" / f"{one}.yaml").write_text(PROMISE, encoding="utf-8")
    workspace = load([], tmp_path)

    assert [one.code for one in workspace.diagnostics] == ["X08"]
    assert sorted(workspace.readable) == ["ekby"]


def test_a_text_that_was_pasted_into_itself_is_to_be_removed(tmp_path: Path) -> None:
    advice = [
        [one.help("sv") for one in check(PROMISE + more, tmp_path / name) if one.code == "Y23"]
        for name, more in (("twice", PROMISE), ("two", PROMISE.replace("2030", "2031")))
    ]

    assert advice == [
        ["Samma text står en gång till. Ta bort allt härifrån och nedåt."],
        ["Flytta det härifrån och nedåt till en egen fil."],
    ]
