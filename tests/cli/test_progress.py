"""Progress bars: what a terminal shows during long work, and that nothing is left of it."""

import datetime as dt
import io
import itertools
import re
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from medborgarlofte.cli.progress import CHECKING, READING, WRITING, progress
from medborgarlofte.cli.session import Session
from medborgarlofte.i18n import Language


class Screen(io.StringIO):
    """A terminal that remembers everything written to it."""

    def isatty(self) -> bool:
        return True


def _screen(monkeypatch: pytest.MonkeyPatch) -> Screen:
    """A terminal of 80 columns as stderr; pytest puts its own back before each test."""
    screen = Screen()
    monkeypatch.setattr("sys.stderr", screen)
    for name, value in (("TERM", "xterm"), ("COLUMNS", "80"), ("LINES", "24"), ("NO_COLOR", "1")):
        monkeypatch.setenv(name, value)
    return screen


def _session(lang: Language = "sv", *, live: bool = True) -> Session:
    return Session(lang, Path(), dt.date(2024, 6, 1), 80, color=False, interactive=True, live=live)


def _clock(times: Iterable[float]) -> Callable[[], float]:
    return map(float, times).__next__


def _drawn(screen: Screen) -> list[str]:
    """The lines drawn, without control sequences and bars."""
    plain = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", screen.getvalue())
    lines = (re.sub(r"[━╸╺]+", "=", line).strip() for line in re.split(r"[\r\n]+", plain))
    return [line for line in lines if line]


def test_phases_are_counted_with_their_total_and_the_time_left(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = _screen(monkeypatch)
    times = itertools.count(0, 0.5)
    with progress(_session(), times.__next__) as phase:
        read = phase(READING, 1200)
        for count in (400, 800, 1200):
            read(count)
        check = phase(CHECKING, 1200)
        check(740)

    drawn = _drawn(screen)
    assert any(re.fullmatch(r"1 Läser = +800 av 1\u00a0200, \d s kvar", line) for line in drawn)
    assert "1 Läser        = 1\u00a0200 av 1\u00a0200, klart" in drawn
    assert any(re.fullmatch(r"2 Kontrollerar = +740 av 1\u00a0200, \d s kvar", line) for line in drawn)


def test_english_and_unknown_totals(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = _screen(monkeypatch)
    with progress(_session("en"), itertools.count(0, 1).__next__) as phase:
        phase(WRITING, None)(4030)
        phase(CHECKING, 100)(1)

    drawn = _drawn(screen)
    assert any(line.startswith("1 Writing") and line.endswith("4,030") for line in drawn)
    assert any(line.startswith("2 Checking") and line.endswith("1 of 100, 2 min left") for line in drawn)


def test_nothing_is_drawn_during_the_first_second(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = _screen(monkeypatch)
    with progress(_session(), _clock([0, 0, 0.4, 0.9])) as phase:
        tick = phase(READING, 2)
        tick(1)
        tick(2)

    assert screen.getvalue() == ""


def test_nothing_is_drawn_where_lines_cannot_be_redrawn(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = _screen(monkeypatch)
    with progress(_session(live=False), itertools.count(0, 5).__next__) as phase:
        phase(READING, 2)(1)

    assert screen.getvalue() == ""


def test_the_bars_are_cleared_at_the_end_and_when_work_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = _screen(monkeypatch)

    def fail() -> None:
        with progress(_session(), itertools.count(0, 5).__next__) as phase:
            phase(READING, 2)(1)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()

    assert "1 av 2" in screen.getvalue()
    assert screen.getvalue().endswith("\x1b[1A\x1b[2K")
