"""lofte.toml: what it may hold, and what is said of everything else."""

from itertools import product
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import PROMISE
from each import each
from medborgarlofte.diagnostic import Diagnostic
from medborgarlofte.i18n import LANGUAGES
from medborgarlofte.load import load
from medborgarlofte.model.config import Config
from medborgarlofte.model.config_file import config_of, read_config
from medborgarlofte.source.positions import Span

WHOLE: Final = """\
# Så vill vi ha det.
[regler]
M01 = "fel"
T06 = "av"

[[filer]]
namn = "promises/gamla/*"
regler = {K01 = "tips"}

[[filer]]
namn = "promises/nya/*"
[filer.regler]
K01 = "varning"
"""


def wrong(text: str) -> list[tuple[str, int, int, int, str]]:
    """Code, line, column, last column and route of what is said of a file."""
    _, found = read_config(text.encode(), "lofte.toml")
    assert all(d.file == "lofte.toml" and d.severity == "error" for d in found)
    return [(d.code, d.span.line, d.span.column, d.span.end_column, d.route) for d in found]


def only(text: str) -> Diagnostic:
    """The one thing said of a file."""
    config, [found] = read_config(text.encode(), "lofte.toml")
    assert Config() == config
    return found


def test_a_whole_file_is_read() -> None:
    config, found = read_config(WHOLE.encode(), "lofte.toml")

    assert found == []
    assert config.rules == {"M01": "fel", "T06": "av"}
    assert [(row.name, row.rules) for row in config.files] == [
        ("promises/gamla/*", {"K01": "tips"}),
        ("promises/nya/*", {"K01": "varning"}),
    ]


@each(["", "\n", "# bara en kommentar\n", "[regler]\n", "filer = []\n"])
def test_a_file_that_says_nothing_is_fine(text: str) -> None:
    assert (Config(), []) == read_config(text.encode(), "lofte.toml")


@each(product([b"", b"\xef\xbb\xbf"], [b"\n", b"\r\n"]))
def test_a_file_saved_on_another_machine_is_read_alike(mark: bytes, end: bytes) -> None:
    assert read_config(WHOLE.encode(), "x") == read_config(mark + WHOLE.encode().replace(b"\n", end), "x")


@pytest.mark.parametrize("word", ["fel", "varning", "tips", "av"])
def test_the_four_levels_can_be_written(word: str) -> None:
    config, found = read_config(f'[regler]\nM01 = "{word}"\n'.encode(), "x")

    assert ({"M01": word}, []) == (config.rules, found)


@each(
    [
        ('[regler]\nM01 = "stäng"\n', ("D09", 2, 1, 4, "regler/M01")),
        ('[regler]\nA02 = "av"\nM01 = "Fel"\n', ("D09", 3, 1, 4, "regler/M01")),
        ('[regler]\n"M01" = "error"\n', ("D09", 2, 2, 5, "regler/M01")),
        ('regler = {A02 = "av", M01 = "x"}\n', ("D09", 1, 23, 26, "regler/M01")),
        ('regler.M01 = "x"\n', ("D09", 1, 8, 11, "regler/M01")),
        ('[regel]\nM01 = "av"\n', ("D05", 1, 2, 7, "regel")),
        ('reglar = {M01 = "av"}\n', ("D05", 1, 1, 7, "reglar")),
        ('[[filer]]\nnamn = "*"\nregel = {}\nregler = {}\n', ("D05", 3, 1, 6, "filer/0/regel")),
        ("[[filer]]\nregler = {}\n", ("D04", 1, 3, 8, "filer/0/namn")),
        ('[[filer]]\nnamn = "*"\n', ("D04", 1, 3, 8, "filer/0/regler")),
        ('[[filer]]\nnamn = ""\nregler = {}\n', ("D06", 2, 1, 5, "filer/0/namn")),
    ]
)
def test_what_is_wrong_is_reported_at_its_place(text: str, said: tuple[str, int, int, int, str]) -> None:
    assert [said] == wrong(text)


@each(
    [
        "regler = 1\n",
        "regler = []\n",
        'regler = "av"\n',
        "[regler]\nM01 = 1\n",
        "filer = 1\n",
        "filer = [1]\n",
    ]
)
def test_what_has_another_shape_is_reported(text: str) -> None:
    [(code, line, *_)] = wrong(text)

    assert code in ("D07", "D09")
    assert text.count("\n") == line


def test_the_second_of_two_tables_is_meant_when_it_is_the_wrong_one() -> None:
    text = '[[filer]]\nnamn = "a"\nregler = {M01 = "av"}\n[[filer]]\nnamn = "b"\nregler = {M01 = "x"}\n'

    assert wrong(text) == [("D09", 6, 11, 14, "filer/1/regler/M01")]


def test_a_key_is_not_found_in_a_comment_or_a_text() -> None:
    text = '# M01 = "x"\n[regler]\nA02 = "av" # , M01 = 1\nM01 = "x"\n'

    assert wrong(text) == [("D09", 4, 1, 4, "regler/M01")]


def test_everything_wrong_is_reported_at_once() -> None:
    assert [row[0] for row in wrong('x = 1\n[regler]\nM01 = "a"\nM02 = "b"\n')] == ["D09", "D09", "D05"] or (
        {"D09", "D05"} == {row[0] for row in wrong('x = 1\n[regler]\nM01 = "a"\nM02 = "b"\n')}
    )
    assert len(wrong('x = 1\n[regler]\nM01 = "a"\nM02 = "b"\n')) == 3


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("x\n", 1),
        ("[regler\n", 1),
        ('[regler]\nM01 = "av"\nM01 = "fel"\n', 3),
        ("[regler]\nM01 = av\n", 2),
        ("[regler]\n[regler]\n", 2),
        ('[regler]\nM01: "av"\n', 2),
        ('a = """\nå\n', 3),
        pytest.param("a = " + "[" * 5000, 1, id="deep lists"),
        pytest.param("a = " + "{a = " * 500 + "1" + "}" * 500, 1, id="deep tables"),
        pytest.param("a." * 3000 + "b = 1\n", 1, id="a long way of keys"),
        pytest.param("[regler]\nM01 = " + "9" * 5000 + "\n", 2, id="a number of thousands of digits"),
    ],
)
def test_what_is_no_toml_is_reported_on_its_line(text: str, line: int) -> None:
    found = only(text)

    assert found.code == "D23"
    assert found.span.line in (line, line + 1)
    assert found.span.line <= text.count("\n") + 1


@pytest.mark.parametrize(
    ("data", "code"),
    [("[regler]\n# å".encode("cp1252"), "Y03"), ("[regler]".encode("utf-16"), "Y03"), (b"a = 1\x00", "Y04")],
)
def test_a_file_that_is_no_text_is_reported_as_for_a_promise(data: bytes, code: str) -> None:
    config, found = read_config(data, "lofte.toml")

    assert (Config(), [code]) == (config, [d.code for d in found])


def test_a_misspelt_key_and_level_are_reported_with_what_was_meant() -> None:
    assert only("[regel]\n").help("sv") == "Menade du ”regler”?"
    assert only('[regler]\nM01 = "warning"\n').help("en") == "Did you mean “varning”?"


def test_messages_are_about_lofte_toml_in_both_languages() -> None:
    for text in ("x\n", "[regel]\n", '[regler]\nM01 = "x"\n', "[[filer]]\n"):
        for found in read_config(text.encode(), "lofte.toml")[1]:
            for lang in LANGUAGES:
                for said in (found.message(lang), found.why(lang), found.help(lang)):
                    assert said
                    assert "dokument" not in said.lower() or "Dokumentet" in said, said


@given(
    st.binary(max_size=80) | st.text('[]{}="\n#.,regler filer namn M01 avtips', max_size=80).map(str.encode)
)
def test_any_bytes_are_answered(data: bytes) -> None:
    config, found = read_config(data, "lofte.toml")

    assert found == [] or config == Config()
    for diagnostic in found:
        assert diagnostic.span.line >= 1
        assert diagnostic.span.column >= 1
        assert diagnostic.message("sv")


# ---------------------------------------------------------------- where the file lies


def project(folder: Path, toml: str) -> Path:
    """A project with a promise and settings."""
    (folder / "promises" / "a").mkdir(parents=True)
    (folder / "promises" / "a" / "lofte.yaml").write_text(PROMISE, encoding="utf-8")
    (folder / "lofte.toml").write_text(toml, encoding="utf-8")
    return folder


def test_no_file_is_the_same_as_an_empty_one(tmp_path: Path) -> None:
    assert (Config(), []) == config_of(tmp_path / "lofte.toml")[:2]


def test_a_folder_of_that_name_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "lofte.toml").mkdir()

    assert (Config(), []) == config_of(tmp_path / "lofte.toml")[:2]


def test_a_file_that_is_too_large_is_reported(tmp_path: Path) -> None:
    (tmp_path / "lofte.toml").write_bytes(b"#" * 1_000_001)
    [found] = config_of(tmp_path / "lofte.toml")[1]

    assert ("Y02", Span(1, 1, 1, 1)) == (found.code, found.span)


@pytest.mark.parametrize(
    ("below", "paths"),
    [
        (".", []),
        (".", ["promises"]),
        (".", ["promises/a/lofte.yaml"]),
        ("promises", []),
        ("promises/a", []),
        ("promises/a", ["lofte.yaml"]),
        ("promises", ["../promises/a"]),
    ],
)
def test_the_file_beside_the_folder_is_read_in_any_working_directory(
    tmp_path: Path, below: str, paths: list[str]
) -> None:
    workspace = load(paths, project(tmp_path, '[regler]\nM01 = "av"\n') / below)

    assert workspace.config.rules == {"M01": "av"}


def test_what_is_wrong_in_it_is_among_the_findings_and_the_promises_are_read(tmp_path: Path) -> None:
    workspace = load([], project(tmp_path, '[regler]\nM01 = "x"\n'))

    assert [(d.file, d.code) for d in workspace.diagnostics] == [("lofte.toml", "D09")]
    assert list(workspace.documents) == ["a/lofte"]


def test_its_line_is_shown(tmp_path: Path) -> None:
    text = '[regler]\nM01 = "x"\n'
    workspace = load([], project(tmp_path, text))

    assert text == workspace.texts.get("lofte.toml")
