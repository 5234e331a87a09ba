"""Files and folders with odd names are read, told of and published as any others."""

import json
import re
import unicodedata
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Final

import pytest

from invented import FILE, PROMISE, project
from program import lofte

NAMES: Final = (
    "med mellanslag", "åäö", 'citat"tecken', "ap'ostrof", "-streck", "--help", "-", "rad\nbrytning", "esc\x1b[31mröd",
    "%s{0}", "#hash", "a?b=c&d", "<b>fet", "stjärna*", "[x]", "bak\\streck", "tabb\tx", "~", "CON", "a" * 200, "\u202erlo",
    "😀", "$(id)", " tomt i kanterna ", "n\u00b7p",
)  # fmt: skip
FIRST_LINE: Final = "dokument: medborgarlöfte\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A promise under each name, in a folder that is oddly named too."""
    home = tmp_path_factory.mktemp("namn")
    for name in NAMES:
        path = home / "promises" / "å 'b\" -c" / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(
            PROMISE.replace("Exempelby 2024", f"Exempelby nr {NAMES.index(name)}"), encoding="utf-8"
        )
    return home


def test_a_promise_of_any_name_is_published_at_an_address_of_its_own(folder: Path) -> None:
    answer = lofte("render", cwd=folder)
    pages = [*(folder / "site").rglob("*.html")]
    titles = [
        found
        for page in pages
        for found in re.findall(r"<h1><span>[^<]*Exempelby nr (\d+)<", page.read_text("utf-8"))
    ]

    assert (answer.code, answer.err) == (0, "")
    assert sorted(map(int, titles)) == list(range(len(NAMES)))
    assert [
        page
        for page in pages
        if not re.fullmatch("[a-z0-9/-]+.html", page.relative_to(folder / "site").as_posix())
    ] == []


@pytest.mark.parametrize(
    "words", [("export",), ("summary",), ("due", "--today", "2024-01-01")], ids=lambda words: words[0]
)
def test_what_has_any_name_is_counted(folder: Path, words: tuple[str, ...]) -> None:
    answer = lofte(*words, cwd=folder)

    assert answer.code == 0
    assert "\x1b" not in answer.out + answer.err


def test_the_open_data_name_a_promise_as_its_file_is_named(folder: Path) -> None:
    lofte("export", cwd=folder)
    exported = (folder / "data" / "loften.json").read_text("utf-8")

    assert [name for name in NAMES if json.dumps(name, ensure_ascii=False)[1:-1] not in exported] == []


@pytest.mark.parametrize("output", ["text", "compact", "json", "sarif", "github", "junit"])
def test_a_finding_in_a_file_of_any_name_can_be_read_and_commands_no_terminal(
    tmp_path: Path, output: str
) -> None:
    for name in NAMES:
        project(tmp_path, **{f"promises/{name}.yaml": FIRST_LINE})
    answer = lofte("validate", "--format", output, cwd=tmp_path, FORCE_COLOR="1" if output != "text" else "")

    assert (answer.code, answer.err) == (1, "")
    assert not re.search(r"\x1b\[31mröd", answer.out)
    if output in ("json", "sarif"):
        assert answer.out.count("rad\\nbrytning" if output == "json" else "rad%0Abrytning") > 0
        json.loads(answer.out)
    elif output == "junit":
        ET.fromstring(answer.out)  # noqa: S314 - our own
    else:
        assert "rad\nbrytning" not in answer.out


def test_colours_on_a_terminal_are_ours_alone(tmp_path: Path) -> None:
    project(tmp_path, **{"promises/esc\x1b[31mröd.yaml": FIRST_LINE})
    answer = lofte("validate", cwd=tmp_path, FORCE_COLOR="1")
    wrong = lofte("validate", "\x1b[31mfinns inte", cwd=tmp_path, FORCE_COLOR="1")

    assert "promises/esc\\x1b[31mröd.yaml:1:1" in answer.out
    assert "”\\x1b[31mfinns inte” finns inte" in wrong.err


@pytest.mark.parametrize("name", ["-streck", "med mellanslag", "rad\nbrytning", "-"])
def test_a_promise_of_any_name_is_followed_up_beside_its_file(tmp_path: Path, name: str) -> None:
    folder = project(tmp_path, **{f"promises/å b/{name}.yaml": PROMISE})
    answer = lofte("follow-up", "--date", "2024-04-30", "--", f"å b/{name}", cwd=folder)
    written = folder / "promises" / "å b" / "uppfoljning-2024-04-30.yaml"

    assert (answer.code, answer.err) == (0, "")
    assert lofte("validate", "--format", "compact", str(written), cwd=folder).code == 0


def test_a_folder_in_decomposed_letters_is_written_to_and_not_beside(tmp_path: Path) -> None:
    home = unicodedata.normalize("NFD", "håbo å")
    folder = project(tmp_path, **{f"promises/{home}/löfte.yaml": PROMISE})
    followed = lofte("follow-up", "håbo å/löfte", "--date", "2024-04-30", cwd=folder)
    renewed = lofte("new", "--from", "håbo å/löfte", cwd=folder)

    assert (followed.code, renewed.code) == (0, 0), followed.err + renewed.err
    assert [path.name for path in (folder / "promises").iterdir()] == [home]
    assert len(list((folder / "promises" / home).iterdir())) == 3


@pytest.mark.parametrize(
    "words", [("validate",), ("render",), ("export",), ("validate", "--format", "sarif")]
)
def test_a_name_that_is_not_utf_8_is_reported(tmp_path: Path, words: tuple[str, ...]) -> None:
    folder = project(tmp_path, **{FILE: PROMISE, "promises/l\udcf6fte.yaml": PROMISE})
    answer = lofte(*words, cwd=folder)

    assert (answer.code, answer.out) == (2, "")
    assert answer.err == (
        "Fel: Namnet på filen ”l\\udcf6fte” är inte skrivet i UTF-8, så det går inte att visa på en sida.\n"
        "Byt namn på filen.\n"
    )


# ---------------------------------------------------------------- a file called -


def test_a_dash_is_standard_input_only_where_a_document_is_checked(tmp_path: Path) -> None:
    folder = project(tmp_path, **{FILE: PROMISE, "-": "x", "promises/-.yaml": PROMISE})
    checked = lofte("validate", "-", cwd=folder, stdin=PROMISE.encode())
    named = lofte("validate", "./-", cwd=folder)

    assert (checked.code, checked.err) == (0, "")
    assert (named.code, named.err.partition("\n")[0]) == (2, "Fel: ”./-” är ingen YAML-fil.")
    for command in ("render", "export", "summary", "due", "follow-up"):
        answer = lofte(command, "-", cwd=folder, stdin=PROMISE.encode())
        assert (answer.code, answer.out) == (2, ""), command
        assert "”-”" in answer.err, command


def test_a_folder_called_dash_can_be_written_and_read(tmp_path: Path) -> None:
    folder = project(tmp_path)
    assert (
        lofte("render", "-o", "-", cwd=folder).out == "Klart: 34 filer. Öppna -/index.html i en webbläsare.\n"
    )
    assert (folder / "-" / "index.html").is_file()


@pytest.mark.parametrize(
    ("output", "said"),
    [
        ("", "har redan innehåll. Inget har ändrats."), (".", "har redan innehåll. Inget har ändrats."),
        ("/", "Mappen ”/” är inte skapad av lofte"), ("..", "har redan innehåll. Inget har ändrats."),
        ("a" * 300, "namnet är för långt"), (FILE, "är en fil, inte en mapp. Inget har ändrats."),
        (f"{FILE}/site", "där ligger en fil i vägen för en mapp"),
    ],
    ids=["nothing", "here", "root", "above", "too long", "a file", "below a file"],
)  # fmt: skip
def test_a_folder_that_no_site_can_lie_in_is_refused(tmp_path: Path, output: str, said: str) -> None:
    folder = project(tmp_path)
    answer = lofte("render", "-o", output, cwd=folder)

    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err
    assert {path.name for path in folder.iterdir()} == {"promises"}


def test_a_pattern_that_no_shell_expanded_names_its_files(tmp_path: Path) -> None:
    folder = project(tmp_path)
    (folder / "promises" / "anteckning.txt").write_text("x", encoding="utf-8")
    found = lofte("validate", "promises/**/*", "--compact", cwd=folder)
    absolute = lofte("validate", f"{folder}/promises/*/*.yaml", "--compact", cwd=folder)
    nothing = lofte("validate", "promises/*/inget-*.yaml", cwd=folder)

    assert found.code == absolute.code == 0
    assert nothing.code == 2
    assert "Ingen YAML-fil passar mönstret ”promises/*/inget-*.yaml”." in nothing.err


def test_a_folder_named_in_two_lines_is_reported_in_one(tmp_path: Path) -> None:
    answer = lofte("render", "-o", "två\nrader", cwd=project(tmp_path))

    assert answer.out == "Klart: 34 filer. Öppna två\\x0arader/index.html i en webbläsare.\n"
