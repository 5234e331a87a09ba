"""What is mistyped is answered in the user's language, with what was likely meant."""

from pathlib import Path

import pytest
from inline_snapshot import snapshot

from corpus import ROOT
from each import each
from medborgarlofte.cli.commands import COMMAND_WORDS, COMMANDS
from program import lofte

KINDS = "medborgarlöfte, samverkansöverenskommelse, uppföljning, lägesbild, åtgärdsplan, trygghetsmätning, medborgardialog"


def _answer(*words: str, cwd: Path = ROOT, **settings: str) -> str:
    answer = lofte(*words, cwd=cwd, env=settings)
    assert (answer.code, answer.out) == (2, "")
    return answer.err


@each(
    [
        (
            ("validat",),
            "Fel: Kommandot ”validat” finns inte. Menade du ”validate”?\nSe ”lofte --help”.\n",
            "Error: There is no command “validat”. Did you mean “validate”?\nSee “lofte --help”.\n",
        ),
        (
            ("Validate",),
            "Fel: Kommandot ”Validate” finns inte. Menade du ”validate”?\nSe ”lofte --help”.\n",
            "Error: There is no command “Validate”. Did you mean “validate”?\nSee “lofte --help”.\n",
        ),
        (
            ("xyz",),
            "Fel: Kommandot ”xyz” finns inte.\nSe ”lofte --help”.\n",
            "Error: There is no command “xyz”.\nSee “lofte --help”.\n",
        ),
        (
            ("validate", "--fromat", "json"),
            "Fel: Flaggan ”--fromat” finns inte. Menade du ”--format”?\nSe ”lofte validate --help”.\n",
            "Error: There is no option “--fromat”. Did you mean “--format”?\nSee “lofte validate --help”.\n",
        ),
        (
            ("--verison",),
            "Fel: Flaggan ”--verison” finns inte. Menade du ”--version”?\nSe ”lofte --help”.\n",
            "Error: There is no option “--verison”. Did you mean “--version”?\nSee “lofte --help”.\n",
        ),
        (
            ("validate", "--format"),
            "Fel: Flaggan ”--format” behöver ett värde.\nSe ”lofte validate --help”.\n",
            "Error: The option “--format” needs a value.\nSee “lofte validate --help”.\n",
        ),
        (
            ("validate", "--debug=ja"),
            "Fel: Flaggan ”--debug” tar inget värde.\nSe ”lofte validate --help”.\n",
            "Error: The option “--debug” takes no value.\nSee “lofte validate --help”.\n",
        ),
        (
            ("completion",),
            "Fel: SKAL saknas.\nSe ”lofte completion --help”.\n",
            "Error: SHELL is missing.\nSee “lofte completion --help”.\n",
        ),
        (
            ("schema", "medborgarlofte", "mer"),
            "Fel: Här var ett ord för mycket: ”mer”.\nSe ”lofte schema --help”.\n",
            "Error: Unexpected argument: “mer”.\nSee “lofte schema --help”.\n",
        ),
        (
            ("schema", "medborgarlöften"),
            f"Fel: ”medborgarlöften” går inte att välja. Menade du ”medborgarlöfte”? Det finns: {KINDS}.\nSe ”lofte schema --help”.\n",
            f"Error: “medborgarlöften” is not a valid choice. Did you mean “medborgarlöfte”? Choose from: {KINDS}.\nSee “lofte schema --help”.\n",
        ),
    ],
    lambda part: " ".join(part) if isinstance(part, tuple) else "",
)
def test_a_mistyped_word_is_answered_in_both_languages(
    words: tuple[str, ...], swedish: str, english: str
) -> None:
    assert swedish == _answer(*words)
    assert english == _answer("--lang", "en", *words)


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("sv", "Fel: --format: ”josn” går inte att välja. Menade du ”json”? Det finns: text, "),
        ("en", "Error: --format: “josn” is not a valid choice. Did you mean “json”? Choose from: text, "),
    ],
)
def test_a_mistyped_choice_is_answered_with_the_nearest_and_all_there_are(lang: str, said: str) -> None:
    assert _answer("validate", "--format", "josn", LOFTE_LANG=lang).startswith(said)


def test_a_wrong_path_is_answered_with_the_nearest() -> None:
    assert _answer("validate", "promises/karlsham") == snapshot(
        """\
Fel: Sökvägen ”promises/karlsham” finns inte.
Menade du ”promises/karlshamn”?
"""
    )
    assert _answer("render", "promises/karlsham", "--lang", "en") == snapshot(
        """\
Error: The path “promises/karlsham” does not exist.
Did you mean “promises/karlshamn”?
"""
    )


def test_where_there_are_no_promises_the_user_is_reported_where_to_go(tmp_path: Path) -> None:
    assert _answer("validate", cwd=tmp_path) == snapshot(
        """\
Fel: Här finns ingen mapp ”promises” med löften, och inte i mapparna ovanför heller.
Börja här: lofte init. Har du löftet i Word eller PDF: lofte import FIL. Vill du prova först: lofte new --example prova. Annars: gå till mappen där ”promises” ligger.
"""
    )


@pytest.mark.parametrize("words", [("--lang", "de"), ("validate", "--lang"), ("--lang=",)])
def test_a_language_that_there_is_not_is_wrong_use(words: tuple[str, ...]) -> None:
    assert "Skriv --lang sv eller --lang en.\n" in _answer(*words)


def test_a_code_that_there_is_not_is_wrong_use() -> None:
    assert _answer("validate", "--explain", "D100") == "Fel: Koden ”D100” finns inte.\nMenade du ”D10”?\n"


def test_a_word_that_is_no_text_is_wrong_use() -> None:
    assert "finns inte" in _answer("validate", "\udcff")


def test_what_follows_two_dashes_is_a_path() -> None:
    assert "”--lang” finns inte" in _answer("validate", "--", "--lang")


@pytest.mark.parametrize(
    ("words", "swedish", "english"),
    [
        (("uppföljning",), "Menade du ”follow-up”?", "Did you mean “follow-up”?"),
        (("foljupp",), "Menade du ”follow-up”?", "Did you mean “follow-up”?"),
        (("visa",), "Menade du ”preview”?", "Did you mean “preview”?"),
        (("nya",), "Menade du ”new”?", "Did you mean “new”?"),
        (("exprt",), "Menade du ”export”?", "Did you mean “export”?"),
        (("render", "--format", "Word"), "Menade du ”docx”?", "Did you mean “docx”?"),
        (("render", "--format", "excel"), "lofte export --format xlsx.", "lofte export --format xlsx."),
        (("export", "--format", "excel"), "Menade du ”xlsx”?", "Did you mean “xlsx”?"),
        (("due", "--format", "kalender"), "Menade du ”ics”?", "Did you mean “ics”?"),
        (("new", "lerum"), "Menade du ”--municipality lerum”?", "Did you mean “--municipality lerum”?"),
    ],
)
def test_an_everyday_word_gets_what_it_means(
    tmp_path: Path, words: tuple[str, ...], swedish: str, english: str
) -> None:
    sv, en = (lofte(*words, "--lang", lang, cwd=tmp_path) for lang in ("sv", "en"))

    assert (sv.code, en.code) == (2, 2)
    assert swedish in sv.err
    assert english in en.err


def test_every_everyday_word_means_a_command() -> None:
    assert {*COMMAND_WORDS.values()} <= {*COMMANDS}
    assert not {*COMMAND_WORDS} & {*COMMANDS}


@pytest.mark.parametrize("command", [("init",), ("new",)])
def test_the_municipality_has_the_same_name_in_every_command(tmp_path: Path, command: tuple[str]) -> None:
    assert "--municipality saknas." in lofte(*command, cwd=tmp_path).err
    for flag in ("--municipality", "--kommun"):
        assert "saknas" not in lofte(*command, flag, "Lerum", "--help", cwd=tmp_path).err
        assert f"{flag}" in lofte(*command, "--help", cwd=tmp_path).out


@pytest.mark.parametrize("asked", ["/?", "-?", "/help", "-help"])
def test_what_windows_programs_call_help_is_help(asked: str, tmp_path: Path) -> None:
    assert lofte("due", asked, cwd=tmp_path).out == lofte("due", "--help", cwd=tmp_path).out


def test_a_day_in_another_form_is_proposed_as_it_is_written() -> None:
    assert "Skriv det som 2026-11-28." in _answer("due", "--today", "28/11-2026")


def test_choices_are_listed_in_the_words_of_the_language() -> None:
    assert "Det finns: kommun, år, fokus, part, polisområde.\n" in _answer("summary", "--by", "x")
    assert "Choose from: municipality, year, focus, party, police-area.\n" in _answer(
        "summary", "--by", "x", "--lang", "en"
    )
    assert "Det finns: försvagat, borttaget, delat, " in _answer("diff", "--only", "x")
