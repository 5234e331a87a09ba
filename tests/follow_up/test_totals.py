"""What the figures of several follow-ups add up to."""

import datetime as dt
from pathlib import Path

import pytest

from folder_state import folder_with, follow_up_text, promise_text
from medborgarlofte.follow_up.editing import record
from medborgarlofte.follow_up.figures import format_figure
from medborgarlofte.follow_up.reports import follow_ups, latest_reports
from medborgarlofte.follow_up.updates import Reporting, entry_of
from medborgarlofte.language.phrases import format_actuals
from medborgarlofte.load import Workspace, load
from medborgarlofte.model.kinds import spellings
from medborgarlofte.model.promise import Promise
from medborgarlofte.rules.engine import Settings, lint

LOFTE = "exempelby/lofte"
FIRST = "avser: {från: 2024-01-01, till: 2024-06-30}\n"
SECOND = "avser: {från: 2024-07-01, till: 2024-12-31}\n"
SO_FAR, SINCE = "räknat: hittills\n", "räknat: sedan förra\n"


def _folder(folder: Path, *texts: str, target: str = "{minst: 100, enhet: kvällar}") -> Workspace:
    promise = promise_text().replace("{minst: 100, enhet: kvällar}", target)
    return folder_with(folder, {f"u{n}": text for n, text in enumerate(texts)} | {"lofte": promise})


def _part(date: str, more: str, outcome: str) -> str:
    return follow_up_text(date, f"{more}poster: [{{åtagande: K1, status: pågår, utfall: {outcome}}}]\n")


def _shown(workspace: Workspace) -> str:
    """The figure of K1 as every surface shows it."""
    promise = workspace.documents[LOFTE].document
    assert isinstance(promise, Promise)
    report = latest_reports(promise, follow_ups(workspace, LOFTE))["K1"]
    return format_actuals(report.actuals, report.part).sv


def _codes(workspace: Workspace, *codes: str) -> list[str]:
    settings = Settings(select=frozenset(codes or ("U07", "U08", "U09")))
    return [
        d.code for d in lint(workspace, today=dt.date(2025, 1, 20), profile="granskning", settings=settings)
    ]


@pytest.mark.parametrize(
    ("june", "december", "shown"),
    [
        (("", "6"), ("", "6"), "6"),
        ((FIRST, "6"), ("", "6"), "6"),
        ((FIRST, "6"), (SECOND + SO_FAR, "6"), "6"),
        ((FIRST, "52"), (SECOND + SINCE, "42"), "94"),
        (("", "52"), (SECOND + SINCE, "42"), "94"),
        (("", "52"), (SINCE, "42"), "94"),
        ((FIRST + SINCE, "52"), (SINCE, "42"), "94"),
        ((FIRST, '"40,5"'), (SECOND + SINCE, "10"), "50,5"),
        ((FIRST, "{cirka: 50}"), (SECOND + SINCE, "12"), "cirka 62"),
        ((FIRST, "{minst: 50}"), (SECOND + SINCE, "12"), "minst 62"),
        ((FIRST, "Vi kom igång."), (SECOND, "12"), "12"),
    ],
)
def test_a_total_is_the_latest_so_far_and_what_was_added_since(
    tmp_path: Path, june: tuple[str, str], december: tuple[str, str], shown: str
) -> None:
    workspace = _folder(tmp_path, _part("2024-06-30", *june), _part("2024-12-31", *december))

    assert shown == _shown(workspace)
    assert _codes(workspace) == []


@pytest.mark.parametrize(
    ("june", "december", "shown"),
    [
        ((FIRST, "60"), ("", "{värde: 110, enhet: Kvällar}"), "110 Kvällar"),
        ((FIRST, "{värde: 60, enhet: kvällar}"), (SINCE, "50"), "110"),
        ((FIRST, "{värde: 5, plats: Byn}"), ("", "30"), "30"),
        ((FIRST, "{värde: 8, år: 2023}"), ("", "12"), "12"),
    ],
)
def test_a_figure_without_unit_place_or_year_counts_the_whole(
    tmp_path: Path, june: tuple[str, str], december: tuple[str, str], shown: str
) -> None:
    parts = (_part("2024-07-01", *june), _part("2024-12-20", *december))

    assert _shown(_folder(tmp_path, *parts)) == shown


@pytest.mark.parametrize("unit", ["promille", "index", "poäng per elev"])
def test_a_rate_is_never_added(tmp_path: Path, unit: str) -> None:
    parts = (_part("2024-07-01", FIRST, "71"), _part("2024-12-20", SECOND + SINCE, "72"))

    shown = _shown(_folder(tmp_path, *parts, target=f"{{minst: 70, enhet: {unit}}}"))

    assert "72" in shown and "143" not in shown


def test_three_parts_are_added_and_a_new_count_starts_over(tmp_path: Path) -> None:
    texts = [
        _part("2024-04-30", "", "10"),
        _part("2024-06-30", SINCE, "5"),
        _part("2024-09-30", SO_FAR, "20"),
        _part("2024-12-31", SINCE, "4"),
    ]

    assert _shown(_folder(tmp_path, *texts)) == "24"


def test_a_part_that_does_not_say_what_it_counts_is_a_finding_and_never_added(tmp_path: Path) -> None:
    workspace = _folder(tmp_path, _part("2024-06-30", FIRST, "52"), _part("2024-12-31", SECOND, "42"))

    assert _shown(workspace).replace("\N{NO-BREAK SPACE}", " ") == "42 (1 juli 2024 – 31 december 2024)"
    assert _codes(workspace) == ["U07"]


def test_an_item_may_count_otherwise_than_its_follow_up(tmp_path: Path) -> None:
    last = follow_up_text(
        "2024-12-31",
        SECOND
        + SINCE
        + "poster:\n  - {åtagande: K1, status: pågår, utfall: 60, räknat: hittills}\n"
        + "  - {åtagande: K2, status: pågår, utfall: 4}\n",
    )
    first = follow_up_text(
        "2024-06-30",
        "poster:\n  - {åtagande: K1, status: pågår, utfall: 52}\n  - {åtagande: K2, status: pågår, utfall: 3}\n",
    )
    workspace = _folder(tmp_path, first, last)
    promise = workspace.documents[LOFTE].document
    assert isinstance(promise, Promise)
    reports = latest_reports(promise, follow_ups(workspace, LOFTE))

    assert [format_actuals(reports[key].actuals).sv for key in ("K1", "K2")] == ["60", "7"]


def test_a_count_that_becomes_less_is_a_finding(tmp_path: Path) -> None:
    workspace = _folder(tmp_path, _part("2024-06-30", "", "52"), _part("2024-12-31", "", "42"))

    assert _codes(workspace) == ["U08"]


@pytest.mark.parametrize(
    "target", ["{minst: 80, enhet: procent}", "{inom: 24 timmar}", "{högst: 50, enhet: arbetsdagar}"]
)
def test_a_share_or_a_time_may_become_less_and_is_never_added(tmp_path: Path, target: str) -> None:
    lower = _folder(
        tmp_path / "a", _part("2024-06-30", "", "52"), _part("2024-12-31", "", "42"), target=target
    )
    since = _folder(
        tmp_path / "b",
        _part("2024-06-30", "", "52"),
        _part("2024-12-31", SECOND + SINCE, "42"),
        target=target,
    )

    assert _codes(lower) == []
    assert _shown(since).startswith("42 (")


def test_more_than_an_exact_number_is_a_finding(tmp_path: Path) -> None:
    text = follow_up_text("2024-12-31", "poster: [{åtagande: K2, status: genomfört, utfall: 43}]\n")

    assert _codes(_folder(tmp_path, text)) == ["U09"]


@pytest.mark.parametrize(
    ("target", "outcome", "shown"),
    [
        (
            "{minst: 8, enhet: möten}",
            "[{värde: 2, plats: Norr}, {värde: 3, plats: Söder}]",
            "2 möten (Norr); 3 möten (Söder)",
        ),
        ("{minst: 8, enhet: möten}", "5", "5 möten av minst 8"),
        ("{minst: 8, enhet: möten, för_varje: ort}", "{värde: 2, plats: Norr}", "2 möten (Norr), målet är "),
        ("{minst: 80, enhet: procent}", "{värde: 62, år: 2024}", "62 procent (2024) av minst 80"),
    ],
)
def test_a_figure_of_one_place_is_not_held_against_the_target_of_all(
    tmp_path: Path, target: str, outcome: str, shown: str
) -> None:
    assert _against(tmp_path, target, outcome).startswith(shown)


def _against(folder: Path, target: str, outcome: str) -> str:
    workspace = _folder(folder, _part("2024-12-31", "slutlig: ja\n", outcome), target=target)
    promise = workspace.documents[LOFTE].document
    assert isinstance(promise, Promise)
    report = latest_reports(promise, follow_ups(workspace, LOFTE))["K1"]
    figure = format_figure(promise.commitments[0], report)
    return figure.text.sv.replace("\xa0", " ") if figure else ""


TWO = "[{minst: 52, enhet: brott}, {minst: 20, enhet: procent, av: brotten}]"


@pytest.mark.parametrize(
    ("outcome", "shown", "missing"),
    [
        ("60", "60", 2),
        ("[{värde: 60, mål: 1}]", "60", 1),
        (
            "[{värde: 60, enhet: brott, mål: 1}, {värde: 25, enhet: procent, mål: 2}]",
            "60 brott; 25 procent",
            0,
        ),
        ("[{värde: 12, plats: Torget, år: 2024}]", "12 (Torget, 2024)", 2),
    ],
)
def test_each_of_several_targets_needs_a_figure_of_its_own(
    tmp_path: Path, outcome: str, shown: str, missing: int
) -> None:
    text = follow_up_text(
        "2024-12-31",
        f"slutlig: ja\nposter:\n  - {{åtagande: K1, status: genomfört, utfall: {outcome}}}\n"
        "  - {åtagande: K2, status: genomfört, utfall: 40}\n",
    )
    workspace = _folder(tmp_path, text, target=TWO)

    assert shown == _shown(workspace)
    assert ["U04"] * missing == _codes(workspace, "U04")


@pytest.mark.parametrize(
    ("target", "first", "last", "status"),
    [
        ("{minst: 100, enhet: kvällar}", "54", "50", "genomfört"),
        ("{minst: 100, enhet: kvällar}", "40", "40", "delvis genomfört"),
    ],
)
def test_the_status_of_the_last_part_fits_the_total(
    tmp_path: Path, target: str, first: str, last: str, status: str
) -> None:
    final = f"slutlig: ja\n{SECOND}{SINCE}poster: [{{åtagande: K1, status: {status}, utfall: {last}, kommentar: x}}]\n"
    workspace = _folder(
        tmp_path, _part("2024-06-30", FIRST, first), follow_up_text("2024-12-31", final), target=target
    )

    assert _codes(workspace, "U05") == []


@pytest.mark.parametrize("figure", ["50", "40", "46"])
def test_a_proposed_status_is_not_one_that_is_warned_about(tmp_path: Path, figure: str) -> None:
    last = follow_up_text("2024-12-31", f"slutlig: ja\n{SECOND}{SINCE}poster: [{{åtagande: K1}}]\n")
    workspace = _folder(tmp_path, _part("2024-06-30", FIRST, "54"), last)
    promise, found = workspace.documents[LOFTE].document, follow_ups(workspace, LOFTE)
    assert isinstance(promise, Promise)
    entry = entry_of(f"K1=:{figure}:Det gick.", Reporting(promise, found[-1][1], found))
    file = tmp_path / "promises" / "exempelby" / "u1.yaml"
    file.write_bytes(record(file.read_bytes(), [entry], spellings()))

    assert _codes(load([], tmp_path), "U05", "U07") == []


@pytest.mark.parametrize(
    ("target", "outcome", "shown"),
    [
        ("{minst: 52, enhet: gång}", "37", "37 gånger av minst 52"),
        ("{minst: 2, enhet: gånger}", "1", "1 gång av minst 2"),
        ("{minst: 2, enhet: trygghetsvandringar}", "1", "1 trygghetsvandring av minst 2"),
        ("{minst: 2, enhet: trygghetsvandringar}", "2", "2 trygghetsvandringar av minst 2"),
        ("{minst: 2, enhet: möten}", "1", "1 möte av minst 2"),
        ("{minst: 2, enhet: fredagskvällar i juli}", "1", "1 fredagskväll i juli av minst 2"),
        ("{minst: 2, enhet: A-traktorer}", "1", "1 A-traktorer av minst 2"),
    ],
)
def test_a_unit_agrees_with_its_number(tmp_path: Path, target: str, outcome: str, shown: str) -> None:
    assert _against(tmp_path, target, outcome) == shown
