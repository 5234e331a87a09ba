"""Documents are named as people name them, by every command alike."""

from pathlib import Path
from typing import Final

import pytest

from medborgarlofte.errors import LofteError
from medborgarlofte.load import load
from program import lofte

PROMISE: Final = """\
dokument: medborgarlöfte
titel: Medborgarlöfte för {name} {year}
status: {status}
period: {{från: {year}-01-01, till: {year}-12-31}}
parter:
  - {{id: kommunen, typ: kommun, namn: {name}, kommunkod: "{code}"}}
  - {{id: polisen, typ: polis, namn: Lokalpolisområde Väst}}
åtaganden:
  - {{id: K1, part: kommunen, text: Kommunen ordnar fyra vandringar., mål: {{exakt: 4, enhet: vandringar}}}}
"""
REPORT: Final = "dokument: uppföljning\nlöfte: lerum/lofte-2030\ndatum: 2030-05-01\nposter: [{åtagande: K1, status: pågår}]\n"
TODAY: Final = ("--today", "2030-06-01")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Two municipalities whose names fold alike, and one with two years and a follow-up."""
    for name, folder, code, year, status in (
        ("Håbo kommun", "habo", "0305", 2030, "antaget"),
        ("Habo kommun", "vattern", "0643", 2030, "antaget"),
        ("Lerums kommun", "lerum", "1441", 2029, "antaget"),
        ("Lerums kommun", "lerum", "1441", 2030, "antaget"),
    ):
        path = tmp_path / "promises" / folder / f"lofte-{year}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(PROMISE.format(name=name, code=code, year=year, status=status), encoding="utf-8")
    (tmp_path / "promises" / "lerum" / "uppfoljning.yaml").write_text(REPORT, encoding="utf-8")
    return tmp_path


LERUM: Final = {"lerum/lofte-2029", "lerum/lofte-2030", "lerum/uppfoljning"}


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("lerum", LERUM),
        ("Lerum", LERUM),
        ("Lerums kommun", LERUM),
        ("lerums  KOMMUN", LERUM),
        ("1441", LERUM),
        ("promises/lerum", LERUM),
        ("lerum/lofte-2029", {"lerum/lofte-2029"}),
        ("promises/lerum/lofte-2029.yaml", {"lerum/lofte-2029"}),
        ("Lerum/Lofte-2029", {"lerum/lofte-2029"}),
        ("Habo", {"vattern/lofte-2030"}),
        ("Håbo", {"habo/lofte-2030"}),
        ("0305", {"habo/lofte-2030"}),
        ("vattern", {"vattern/lofte-2030"}),
        ("Lokalpolisområde Väst", {*LERUM, "habo/lofte-2030", "vattern/lofte-2030"}),
    ],
)
def test_a_name_means_these_documents(project: Path, name: str, ids: set[str]) -> None:
    assert load([name], project).asked == ids


def test_a_name_from_a_folder_below_means_the_same(project: Path) -> None:
    assert load(["1441"], project / "promises" / "habo").asked == LERUM


def test_a_name_of_nothing_is_answered_with_what_there_is(project: Path) -> None:
    with pytest.raises(LofteError) as caught:
        load(["lerumm"], project)

    assert caught.value.help is not None
    assert caught.value.help.sv == "Menade du ”Lerum”?"


def test_a_file_with_errors_is_found_by_its_place(project: Path) -> None:
    (project / "promises" / "lerum" / "trasig.yaml").write_text("titel: [", encoding="utf-8")

    assert "lerum/trasig" in load(["Lerums kommun"], project).asked


COMMANDS: Final = (
    ("validate", "1441", "--profile", "utkast"),
    ("summary", "1441", "--format", "json", *TODAY),
    ("due", "Lerums kommun", "--today", "2029-12-30"),
    ("diff", "lerum"),
    ("render", "Lerum", "-o", "ut", "--force"),
    ("export", "Lerum", "-o", "data"),
    ("follow-up", "Lerum"),
)


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: words[0])
def test_every_command_takes_a_place(project: Path, words: tuple[str, ...]) -> None:
    answer = lofte(*words, cwd=project)

    assert answer.code in (0, 1), answer.err
    assert "finns inte" not in answer.err


def test_a_place_with_several_promises_means_the_one_in_force(project: Path) -> None:
    shown = lofte("follow-up", "Lerums kommun", cwd=project)

    assert "lerum/lofte-2030" in shown.out + shown.err


# ---------------------------------------------------------------- one promise compared


def test_one_promise_is_compared_with_the_one_before(project: Path) -> None:
    shown = lofte("diff", "lerum/lofte-2030", cwd=project)

    assert shown.out.startswith("lerum/lofte-2029 → lerum/lofte-2030\n")


def test_a_promise_without_one_before_says_what_is_missing(project: Path) -> None:
    answer = lofte("diff", "lerum/lofte-2029", cwd=project)

    assert answer.code == 2
    assert answer.err == (
        "Fel: ”lerum/lofte-2029” har inget tidigare löfte att jämföras med.\n"
        "Skriv föregångare: ID i filen, eller ange båda: lofte diff GAMMALT lerum/lofte-2029\n"
    )


# ---------------------------------------------------------------- lofte.toml, and folders of other YAML


@pytest.mark.parametrize(
    "words", [("summary",), ("due",), ("diff",), ("export",)], ids=lambda words: words[0]
)
def test_a_broken_configuration_stops_every_command(project: Path, words: tuple[str, ...]) -> None:
    (project / "lofte.toml").write_text("[regler\n", encoding="utf-8")

    answer = lofte(*words, cwd=project)

    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("Fel: lofte.toml:1: ")


def test_a_file_among_thousands_reads_only_what_belongs_to_it(tmp_path: Path) -> None:
    for number in range(400):
        (tmp_path / f"annat-{number}.yaml").write_text(f"namn: {number}\n", encoding="utf-8")
    (tmp_path / "lofte.yaml").write_text(
        PROMISE.format(name="Lerums kommun", code="1441", year=2030, status="antaget"), encoding="utf-8"
    )
    (tmp_path / "rapport.yaml").write_text(REPORT.replace("lerum/lofte-2030", "lofte"), encoding="utf-8")

    workspace = load(["lofte.yaml"], tmp_path)

    assert set(workspace.readable) == {"lofte", "rapport"}
    assert workspace.asked == {"lofte"}


POLICE_ONLY: Final = """\
dokument: medborgarlöfte
titel: Polisens löfte
status: antaget
period: {från: 2030-01-01, tills_vidare: ja}
område: {typ: tätort, namn: Vårgårda tätort, kommun: Vårgårda, kommunkod: "1442"}
parter: [{id: polisen, typ: polis, namn: Lokalpolisområde Väst}]
åtaganden: [{id: P1, part: polisen, text: Polisen ordnar fyra vandringar.}]
"""


def test_a_promise_of_the_police_alone_belongs_to_the_municipality_of_its_area(project: Path) -> None:
    file = project / "promises" / "polisen" / "lofte.yaml"
    file.parent.mkdir()
    file.write_text(POLICE_ONLY, encoding="utf-8")

    assert load(["Vårgårda"], project).asked == load(["1442"], project).asked == {"polisen/lofte"}
    assert "\nVårgårda " in lofte("summary", "--by", "kommun", *TODAY, cwd=project).out
