"""What is read once at the outer edge: language, colour, width."""

import io

import pytest

from each import each
from medborgarlofte.cli.session import ExitCode, open_session, take_language, takes_color
from medborgarlofte.errors import LofteError


@each(
    [
        ([], {}, "sv", []),
        (["validate"], {}, "sv", ["validate"]),
        (["--lang", "en", "validate"], {}, "en", ["validate"]),
        (["validate", "--lang", "en", "a"], {}, "en", ["validate", "a"]),
        (["validate", "--lang=en"], {}, "en", ["validate"]),
        (["--lang", "EN"], {}, "en", []),
        ([], {"LOFTE_LANG": "en"}, "en", []),
        ([], {"LOFTE_LANG": ""}, "sv", []),
        (["--lang", "sv"], {"LOFTE_LANG": "en"}, "sv", []),
        (["--lang", "sv", "--lang", "en"], {}, "en", []),
        (["validate", "--", "--lang", "en"], {}, "sv", ["validate", "--", "--lang", "en"]),
        ([], {"LANG": "en_GB.UTF-8", "LC_ALL": "en_GB.UTF-8"}, "sv", []),
    ]
)
def test_the_language_is_prompted_for_and_never_guessed(
    args: list[str], env: dict[str, str], lang: str, rest: list[str]
) -> None:
    assert (lang, rest) == take_language(args, env)


@pytest.mark.parametrize(
    ("args", "env", "asked"),
    [
        (["--lang", "de"], {}, "de"),
        (["--lang"], {}, ""),
        (["--lang="], {}, ""),
        ([], {"LOFTE_LANG": "svenska"}, "svenska"),
    ],
)
def test_a_language_that_there_is_not_is_refused_in_both(
    args: list[str], env: dict[str, str], asked: str
) -> None:
    with pytest.raises(LofteError) as caught:
        take_language(args, env)

    assert f"Språket ”{asked}” finns inte." == caught.value.message.sv
    assert caught.value.help is not None
    assert "--lang en" in caught.value.help.en


@pytest.mark.parametrize(
    ("env", "color"),
    [
        ({}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ({"NO_COLOR": ""}, False),
    ],
)
def test_colour_is_for_terminals_unless_it_is_forced(env: dict[str, str], color: bool) -> None:
    assert color is open_session("sv", env).color


@pytest.mark.parametrize(("columns", "width"), [("20", 40), ("80", 80), ("500", 160)])
def test_the_width_of_a_terminal_is_kept_within_what_is_readable(
    monkeypatch: pytest.MonkeyPatch, columns: str, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", columns)

    assert width == open_session("sv", {}).width


def test_exit_codes_are_what_scripts_rely_on() -> None:
    assert {code.name: code.value for code in ExitCode} == {
        "CLEAN": 0,
        "FINDINGS": 1,
        "USAGE_ERROR": 2,
        "INTERNAL_ERROR": 3,
        "INTERRUPTED": 130,
    }


@each(
    [
        (True, {}, True),
        (True, {"NO_COLOR": "1"}, False),
        (True, {"TERM": "dumb"}, False),
        (False, {}, False),
        (False, {"FORCE_COLOR": "1"}, True),
        (False, {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
    ]
)
def test_a_stream_takes_colour_when_it_is_a_terminal_or_forced(
    terminal: bool, env: dict[str, str], color: bool
) -> None:
    class Stream(io.StringIO):
        def isatty(self) -> bool:
            return terminal

    assert color is takes_color(Stream(), env)


def test_a_closed_stream_takes_no_colour() -> None:
    assert not takes_color(None, {})
