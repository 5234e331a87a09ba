"""What is read once at the outer edge: language, colour, width."""

import datetime as dt
import io
import time
from pathlib import Path

import pytest

from medborgarlofte.cli.session import ExitCode, Session, open_session, take_language
from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text


@pytest.mark.parametrize(
    ("args", "env", "lang", "rest"),
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
    ],
)
def test_the_language_is_asked_for_and_never_guessed(
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


class Screen(io.StringIO):
    """What stands on a terminal."""

    def isatty(self) -> bool:
        return True


def test_work_that_takes_long_is_counted_on_a_terminal_and_leaves_no_trace(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    screen = Screen()
    monkeypatch.setattr("sys.stderr", screen)
    clock = iter([0.0, 0.5, 1.5, 1.5, 1.55, 2.0, 2.0])
    monkeypatch.setattr(time, "monotonic", lambda: next(clock))
    tick = Session("sv", Path(), dt.date(2024, 6, 1), 80, False, True).progress(Text("filer", "files"))
    for count in (50, 117, 118, 120):
        tick(count)
    tick(0)

    assert screen.getvalue() == f"\r117 filer\r120 filer\r{' ' * 9}\r"


def test_work_that_is_soon_done_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen()
    monkeypatch.setattr("sys.stderr", screen)
    tick = Session("sv", Path(), dt.date(2024, 6, 1), 80, False, True).progress(Text("filer", "files"))
    tick(50)
    tick(0)

    assert screen.getvalue() == ""
