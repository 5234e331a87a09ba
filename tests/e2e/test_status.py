"""`lofte` alone, `lofte list` and `lofte help`: where things stand, and what to type next."""

import json
from pathlib import Path
from typing import Final

import jsonschema
import pytest

from corpus import ROOT
from medborgarlofte.load import load
from medborgarlofte.report import STATUS_FORMATS
from medborgarlofte.report.check.result import CheckResult
from medborgarlofte.report.formats import View
from medborgarlofte.report.status.result import Status
from program import lofte

import datetime as dt  # isort: skip

PROMISE: Final = """\
dokument: medborgarlöfte
titel: Medborgarlöfte för {name} {year}
status: {status}
period: {{från: {year}-01-01, till: {year}-12-31}}
parter:
  - {{id: kommunen, typ: kommun, namn: {name} kommun}}
  - {{id: polisen, typ: polis, namn: Lokalpolisområde Norr}}
åtaganden:
  - {{id: K1, part: kommunen, text: Kommunen ordnar fyra vandringar., mål: {{exakt: 4, enhet: vandringar}}}}
  - {{id: K4, part: kommunen, text: Kommunen byter två lampor., senast: {year}-05-31}}
uppföljningsplan: {{takt: tertial, nästa: {year}-04-30, sammankallande: samordnaren, redovisas_för: rådet}}
fokusområden: [{{id: unga, rubrik: Unga}}]
undertecknat:
  - {{namn: Kim Exempelsson, roll: kommundirektör, part: kommunen, datum: {year}-01-01}}
  - {{namn: Robin Provgren, roll: lokalpolisområdeschef, part: polisen, datum: {year}-01-01}}
"""
TODAY: Final = dt.date(2026, 5, 20)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for folder, name, year, status in (
        ("exempelby", "Exempelby", 2026, "antaget"),
        ("gronhamn", "Grönhamn", 2026, "antaget"),
        ("gronhamn", "Grönhamn", 2027, "utkast"),
        ("bjorkhulta", "Björkhulta", 2025, "antaget"),
    ):
        path = tmp_path / "promises" / folder / f"lofte-{year}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(PROMISE.format(name=name, year=year, status=status), encoding="utf-8")
    for folder, year, day, more in (
        ("gronhamn", 2026, "2026-04-30", ""),
        ("bjorkhulta", 2025, "2025-12-31", "slutlig: ja\n"),
    ):
        (tmp_path / "promises" / folder / f"uppfoljning-{day}.yaml").write_text(
            f"dokument: uppföljning\nlöfte: {folder}/lofte-{year}\ndatum: {day}\n{more}"
            "poster:\n  - {åtagande: K1, status: genomfört, utfall: 4}\n",
            encoding="utf-8",
        )
    return tmp_path


def status(project: Path) -> Status:
    workspace = load([], project)
    return Status(workspace, CheckResult(workspace.diagnostics, workspace.files, workspace.texts), TODAY)


def test_the_state_is_reported_as_plain_text(project: Path) -> None:
    assert STATUS_FORMATS["text"](status(project), View("sv", 100, False)) == (
        "3 kommuner, 4 löften. 1 uppföljning är försenad, inga fel.\n"
        "Senast uppföljt: 30\N{NO-BREAK SPACE}april 2026 (gronhamn/lofte-2026). "
        "Nästa: 31\N{NO-BREAK SPACE}augusti 2026 (exempelby/lofte-2026).\n"
        "\n"
        "Löfte                  Läge      Kvar       Gjort   Nästa dag\n"
        "bjorkhulta/lofte-2025  avslutat  –          1 av 2  ingen, slutligt uppföljt\n"
        "exempelby/lofte-2026   gäller    225 dagar  –       försenad 20 dagar: uppföljning 30 april\n"
        "gronhamn/lofte-2026    gäller    225 dagar  1 av 2  31 maj: K4 ska vara gjort\n"
        "gronhamn/lofte-2027    utkast    –          –       1 januari 2027: löftet börjar gälla\n"
        "\n"
        "Gör nu\n"
        "  lofte follow-up exempelby/lofte-2026 --interactive  för in hur det har gått\n"
        "  lofte validate gronhamn/lofte-2027 --profile granskning  granska utkastet före beslut\n"
        "  lofte new --from bjorkhulta/lofte-2025  börja på nästa löfte\n"
    )


@pytest.mark.parametrize("width", [50, 80, 140])
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_a_terminal_gets_lines_that_fit(project: Path, width: int, lang: str) -> None:
    write = STATUS_FORMATS.choose(None, terminal=True)
    shown = write(status(project), View("sv" if lang == "sv" else "en", width, False))

    commands = ("lofte ", "  lofte ")
    assert all(len(line) <= width or line.startswith(commands) for line in shown.splitlines())
    assert "exempelby/lofte-2026" in shown


def test_a_file_with_errors_is_the_first_thing_to_do(project: Path) -> None:
    (project / "promises" / "exempelby" / "lofte-2026.yaml").write_text("titel: [\n", encoding="utf-8")
    answer = lofte(cwd=project)

    assert answer.code == 0
    assert "2 fel i 1 fil.\n" in answer.out
    assert "  lofte validate promises/exempelby/lofte-2026.yaml  se vad som är fel\n" in answer.out


def test_outside_a_project_three_lines_say_how_to_begin(tmp_path: Path) -> None:
    swedish, english = (lofte("--lang", lang, cwd=tmp_path) for lang in ("sv", "en"))

    assert swedish.code == 0
    assert [line.split("  ")[0] for line in swedish.out.splitlines()] == [
        "lofte init",
        "lofte import FIL",
        "lofte new --example prova",
    ]
    assert len(english.out.splitlines()) == 3


def test_every_command_in_an_empty_folder_says_what_to_do_first(tmp_path: Path) -> None:
    for words in (
        ("validate",),
        ("list",),
        ("diff",),
        ("summary",),
        ("due",),
        ("render",),
        ("export",),
        ("rename", "a", "b"),
    ):
        answer = lofte(*words, cwd=tmp_path)
        assert answer.code == 2
        assert "lofte init" in answer.err, words


def test_drafts_alone_are_rendered_as_drafts_and_their_planned_follow_up_is_shown(project: Path) -> None:
    for path in project.glob("promises/*/*.yaml"):
        if path.name != "lofte-2027.yaml":
            path.unlink()
    shown = STATUS_FORMATS["text"](status(project), View("sv", 100, False))
    narrow = STATUS_FORMATS.choose(None, terminal=True)(status(project), View("sv", 50, False))

    assert "Nästa: 30\N{NO-BREAK SPACE}april 2027 (gronhamn/lofte-2027).\n" in shown
    assert shown.endswith("  lofte render --drafts  bygg webbplatsen med utkasten\n")
    assert lofte("render", "--drafts", cwd=project).code == 0
    assert "Läge: utkast, Nästa dag: 1 januari 2027:" in " ".join(narrow.split())


def test_a_promise_in_force_is_rendered(project: Path) -> None:
    for path in project.glob("promises/*/*.yaml"):
        if path.name != "lofte-2027.yaml":
            path.unlink()
    path = project / "promises" / "gronhamn" / "lofte-2027.yaml"
    path.write_text(PROMISE.format(name="Grönhamn", year=2026, status="antaget"), encoding="utf-8")

    assert [step.command for step in status(project).steps][-1] == "lofte render"


def test_nothing_is_rendered_while_errors_block(project: Path) -> None:
    path = project / "promises" / "exempelby" / "lofte-2026.yaml"
    path.write_text("titel: [\n", encoding="utf-8")
    for other in project.glob("promises/*/*.yaml"):
        if other != path and other.name != "lofte-2027.yaml":
            other.unlink()
    shown = lofte(cwd=project).out

    assert "lofte validate" in shown
    assert "lofte render" not in shown


# ---------------------------------------------------------------- lofte list


def test_the_list_names_every_document(project: Path) -> None:
    answer = lofte("list", "--today", TODAY.isoformat(), cwd=project)

    assert [line.split(maxsplit=3) for line in answer.out.splitlines()] == [
        ["bjorkhulta/lofte-2025", "medborgarlöfte", "avslutat", "Medborgarlöfte för Björkhulta 2025"],
        [
            "bjorkhulta/uppfoljning-2025-12-31",
            "uppföljning",
            "gjord",
            "Medborgarlöfte för Björkhulta 2025 (2025-12-31)",
        ],
        ["exempelby/lofte-2026", "medborgarlöfte", "gäller", "Medborgarlöfte för Exempelby 2026"],
        ["gronhamn/lofte-2026", "medborgarlöfte", "gäller", "Medborgarlöfte för Grönhamn 2026"],
        ["gronhamn/lofte-2027", "medborgarlöfte", "utkast", "Medborgarlöfte för Grönhamn 2027"],
        [
            "gronhamn/uppfoljning-2026-04-30",
            "uppföljning",
            "gjord",
            "Medborgarlöfte för Grönhamn 2026 (2026-04-30)",
        ],
    ]


def test_the_list_as_json_follows_its_schema(project: Path) -> None:
    (project / "promises" / "trasig.yaml").write_text("titel: [\n", encoding="utf-8")
    answer = lofte("list", "--format", "json", "--today", TODAY.isoformat(), cwd=project)
    found = json.loads(answer.out)

    jsonschema.validate(
        found, json.loads((ROOT / "docs/schema/list.schema.json").read_text(encoding="utf-8"))
    )
    assert found["errors"] == 2  # it does not say what kind of document it is either
    assert [row["id"] for row in found["documents"] if row["promise"]] == [
        "bjorkhulta/lofte-2025",
        "exempelby/lofte-2026",
        "gronhamn/lofte-2026",
        "gronhamn/lofte-2027",
    ]


def test_the_list_names_files_with_errors(project: Path) -> None:
    (project / "promises" / "trasig.yaml").write_text("titel: [\n", encoding="utf-8")
    assert (
        lofte("list", cwd=project).err == "Har fel: promises/trasig.yaml. Se vad som är fel: lofte validate\n"
    )

    for n in range(6):
        (project / "promises" / f"trasig-{n}.yaml").write_text("titel: [\n", encoding="utf-8")
    assert "promises/trasig-4.yaml och 1 till. Se" in lofte("list", cwd=project).err


def test_the_list_takes_a_place(project: Path) -> None:
    answer = lofte("list", "Grönhamns kommun", cwd=project)

    assert [line.split()[0] for line in answer.out.splitlines()] == [
        "gronhamn/lofte-2026",
        "gronhamn/lofte-2027",
        "gronhamn/uppfoljning-2026-04-30",
    ]


# ---------------------------------------------------------------- help, and words in Swedish


@pytest.mark.parametrize("words", [("help", "validate"), ("hjälp", "validate")])
def test_help_of_a_command(tmp_path: Path, words: tuple[str, ...]) -> None:
    assert lofte(*words, cwd=tmp_path).out == lofte("validate", "--help", cwd=tmp_path).out


def test_help_alone_lists_the_commands(tmp_path: Path) -> None:
    assert lofte("help", cwd=tmp_path).out == lofte("--help", cwd=tmp_path).out


@pytest.mark.parametrize(
    ("swedish", "english"),
    [
        (("summary", "--by", "kommun"), ("summary", "--by", "municipality")),
        (("summary", "--by", "år"), ("summary", "--by", "year")),
        (("summary", "--by", "FOKUSOMRÅDE"), ("summary", "--by", "focus")),
        (("diff", "--only", "försvagat"), ("diff", "--only", "weakened")),
        (("diff", "--only", "forsvagat"), ("diff", "--only", "weakened")),
        (("validate", "--profile", "utkast"), ("validate", "--profile", "draft")),
        (("schema", "medborgarlöfte"), ("schema", "promise")),
    ],
)
def test_words_of_the_domain_are_values_in_both_languages(
    project: Path, swedish: tuple[str, ...], english: tuple[str, ...]
) -> None:
    one, other = lofte(*swedish, cwd=project), lofte(*english, cwd=project)

    assert one == other
    assert one.code in (0, 1)


def test_a_word_that_is_none_gets_the_nearest(project: Path) -> None:
    assert "Menade du ”försvagat”?" in lofte("diff", "--only", "försvagad", cwd=project).err
