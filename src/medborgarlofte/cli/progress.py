"""Progress bars on stderr."""

import contextlib
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from medborgarlofte.cli.session import Session
from medborgarlofte.i18n import Language, Text

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

Tick = Callable[[int], None]
"""Called with the number of items done."""
Phase = Callable[[Text, int | None], Tick]
"""Starts a phase: its name, and the number of items where that is known."""

READING: Final = Text("Läser", "Reading")
CHECKING: Final = Text("Kontrollerar", "Checking")
COMPARING: Final = Text("Jämför", "Comparing")
WRITING: Final = Text("Skriver", "Writing")

DELAY, INTERVAL = 1.0, 0.1
"""Seconds before bars are first drawn, and between redraws."""


@contextlib.contextmanager
def progress(session: Session, clock: Callable[[], float] = time.monotonic) -> Iterator[Phase]:
    """Progress bars per phase, on terminals only.

    Shown after a second, cleared at the end.
    """
    bars = _Bars(session.lang, clock)
    try:
        yield bars.phase if session.live else lambda _label, _total: lambda _count: None
    finally:
        bars.clear()


@dataclass
class _Bar:
    label: Text
    total: int | None
    started: float
    count: int = 0
    task: "TaskID | None" = None

    def status(self, lang: Language, now: float) -> str:
        """”740 av 1 200, 2 s kvar”."""
        if self.total is None:
            return _number(self.count, lang)
        seconds = (now - self.started) / max(self.count, 1) * (self.total - self.count)
        left = f"{seconds:.0f} s" if seconds < 90 else f"{seconds / 60:.0f} min"
        rest = Text(f"{left} kvar", f"{left} left") if self.count < self.total else Text("klart", "done")
        of = Text("av", "of")[lang]
        return f"{_number(self.count, lang)} {of} {_number(self.total, lang)}, {rest[lang]}"


class _Bars:
    def __init__(self, lang: Language, clock: Callable[[], float]) -> None:
        self._lang: Language = lang
        self._clock = clock
        self._due = clock() + DELAY
        self._bars: list[_Bar] = []
        self._drawn: Progress | None = None

    def phase(self, label: Text, total: int | None) -> Tick:
        bar = _Bar(label, total, self._clock())
        self._bars.append(bar)

        def tick(count: int) -> None:
            bar.count = count
            now = self._clock()
            if now >= self._due:
                self._due = now + INTERVAL
                self._draw(now)

        return tick

    def clear(self) -> None:
        if self._drawn is not None:
            self._drawn.stop()

    def _draw(self, now: float) -> None:
        if self._drawn is None:
            from medborgarlofte.cli.drawing import start_progress  # noqa: PLC0415 - rich only where it draws

            self._drawn = start_progress(self._clock)
        drawn = self._drawn
        for number, bar in enumerate(self._bars, start=1):
            status = bar.status(self._lang, now)
            if bar.task is None:
                bar.task = drawn.add_task(f"{number} {bar.label[self._lang]}", total=bar.total, status=status)
            drawn.update(bar.task, completed=bar.count, status=status)
        drawn.refresh()


def _number(count: int, lang: Language) -> str:
    return f"{count:,}".replace(",", "\u00a0" if lang == "sv" else ",")
