"""What surrounds a command: the language, the terminal, the folder and the day, read once at the outer edge."""

import datetime as dt
import shutil
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING

import click

from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import LANGUAGES, Language, Text, escape_controls

if TYPE_CHECKING:
    from medborgarlofte.load import Workspace


class ExitCode(IntEnum):
    """What the program answers to the one that called it."""

    CLEAN = 0
    FINDINGS = 1
    USAGE_ERROR = 2
    INTERNAL_ERROR = 3
    INTERRUPTED = 130


@dataclass(frozen=True, slots=True)
class Session:
    """Everything a command may not find out for itself."""

    lang: Language
    cwd: Path
    today: dt.date
    width: int
    """Columns of the terminal."""
    color: bool
    """Whether stdout takes colour."""
    interactive: bool
    """Whether somebody sits at a terminal."""

    def load(self, paths: Sequence[str]) -> "Workspace":
        """The documents that the paths name. Raises LofteError."""
        from medborgarlofte.load import load  # noqa: PLC0415 - pydantic waits until it is needed

        return load(paths, self.cwd)

    def progress(self, what: Text) -> Callable[[int], None]:
        """A line on stderr that counts, for work of more than a second, where somebody is watching; nought clears it."""
        if sys.stderr is None or not sys.stderr.isatty():
            return lambda _count: None
        due, shown = time.monotonic() + 1, ""

        def tick(count: int) -> None:
            nonlocal due, shown
            if count == 0:
                click.echo(f"\r{' ' * len(shown)}\r" * bool(shown), err=True, nl=False)
            elif time.monotonic() > due:
                due, shown = time.monotonic() + 0.1, f"{count} {self.say(what)}"
                click.echo(f"\r{shown}", err=True, nl=False)

        return tick

    def say(self, text: Text) -> str:
        return text[self.lang]

    def shown(self, path: Path) -> str:
        """A path as people type it from where they stand."""
        below = path.relative_to(self.cwd) if path.is_relative_to(self.cwd) else path
        return escape_controls(below.as_posix(), in_line=True)

    def write(self, text: str) -> None:
        """Results to stdout, with colour only when the session has it."""
        click.echo(text, nl=False, color=self.color)

    def read_stdin(self) -> bytes:
        """Everything on standard input. Raises LofteError when there is none."""
        if sys.stdin is None:
            raise LofteError(Text("Standard in är stängd.", "Standard input is closed."))
        return sys.stdin.buffer.read()


def open_session(lang: Language, env: Mapping[str, str]) -> Session:
    """Look around once."""
    terminal = sys.stdout is not None and sys.stdout.isatty()
    color = bool(env.get("FORCE_COLOR")) or (terminal and env.get("TERM") != "dumb")
    return Session(
        lang=lang,
        cwd=Path.cwd(),
        today=dt.datetime.now(tz=dt.UTC).astimezone().date(),
        width=max(40, min(shutil.get_terminal_size((100, 24)).columns, 160)),
        color=color and not env.get("NO_COLOR"),
        interactive=terminal and sys.stdin is not None and sys.stdin.isatty(),
    )


def take_language(args: Sequence[str], env: Mapping[str, str]) -> tuple[Language, list[str]]:
    """The language asked for by --lang or LOFTE_LANG, and the other words typed.

    It is taken first, since the answer to a mistyped command must be in it. Raises LofteError.
    """
    rest: list[str] = []
    chosen = env.get("LOFTE_LANG") or "sv"
    words = iter(args)
    for word in words:
        if word == "--":
            rest += [word, *words]
        elif word == "--lang":
            chosen = next(words, "")
        elif word.startswith("--lang="):
            chosen = word.removeprefix("--lang=")
        else:
            rest.append(word)
    for lang in LANGUAGES:
        if chosen.lower() == lang:
            return lang, rest
    raise LofteError(
        Text(f"Språket ”{chosen}” finns inte.", f"There is no language “{chosen}”."),
        Text("Skriv --lang sv eller --lang en.", "Write --lang sv or --lang en."),
    )


def use_utf8() -> None:
    """Let å, ä and ö through on every console, also where Windows has another code page."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
