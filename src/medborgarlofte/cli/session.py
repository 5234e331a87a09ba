"""Session: language, terminal, folder and date."""

import datetime as dt
import re
import shutil
import sys
import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from pathlib import Path
from typing import Final, TextIO

import typer

from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import LANGUAGES, Language, Text, escape_controls
from medborgarlofte.report.formats import DEFAULT, Formats, Result, View
from medborgarlofte.source.files import write_atomically


class ExitCode(IntEnum):
    """Exit codes that scripts rely on."""

    CLEAN = 0
    FINDINGS = 1
    USAGE_ERROR = 2
    INTERNAL_ERROR = 3
    INTERRUPTED = 130


EXIT_CODES: Final[Mapping[ExitCode, Text]] = {
    ExitCode.CLEAN: Text(
        "Allt som efterfrågades är gjort. Varningar och tips kan finnas.",
        "Everything asked for is done. There may be warnings and hints.",
    ),
    ExitCode.FINDINGS: Text(
        "Något hittades: fel i ett dokument, något försenat (due), något försvagat (diff --exit-code), eller en varning "
        "med --profile publicering.",
        "Something was found: an error in a document, something overdue (due), something weakened (diff --exit-code), "
        "or a warning with --profile publicering.",
    ),
    ExitCode.USAGE_ERROR: Text(
        "Kommandot gick inte att utföra: fel flagga eller namn, en fil som inte går att läsa eller skriva.",
        "The command could not be carried out: a wrong option or name, a file that cannot be read or written.",
    ),
    ExitCode.INTERNAL_ERROR: Text("Ett fel i lofte självt.", "An error in lofte itself."),
    ExitCode.INTERRUPTED: Text("Avbrutet med Ctrl+C.", "Interrupted with Ctrl+C."),
}
"""What each code means, for every command alike."""


@dataclass(frozen=True, slots=True)
class Session:
    """Settings read once at start."""

    lang: Language
    cwd: Path
    today: dt.date
    width: int
    """Columns of the terminal, within a readable range."""
    color: bool
    """Colour on stdout."""
    interactive: bool
    """stdin and stdout are a terminal."""
    live: bool = False
    """stderr is a terminal whose lines can be redrawn."""
    file: str | None = None
    """File that `write` writes to instead of stdout."""

    def say(self, text: Text) -> str:
        """Text in the session's language."""
        return text[self.lang]

    def shown(self, path: Path) -> str:
        """Printable path, relative where possible."""
        below = path.relative_to(self.cwd) if path.is_relative_to(self.cwd) else path
        return escape_controls(below.as_posix(), in_line=True)

    @property
    def view(self) -> View:
        """What a report needs to know of the reader."""
        return View(self.lang, self.width, self.color)

    def writing_to(self, file: str | None) -> "Session":
        """Session whose answer goes to a file, without colours; itself without a file, or with - for stdout."""
        return self if file in (None, "-") else replace(self, file=file, color=False)

    def write(self, text: str) -> None:
        """Write to stdout, without colour if disabled, or to the file in UTF-8."""
        if self.file is None:
            if sys.stdout is None:
                raise LofteError(Text("Standard ut är stängd.", "Standard output is closed."))
            typer.echo(text, nl=False, color=self.color)
            return
        write_atomically(self.cwd / self.file, text.encode())
        self.print(Text(f"Skrev {self.file}.", f"Wrote {self.file}."))

    def format(
        self, formats: Formats[Result], result: Result, output: str | None = None, *, view: str = DEFAULT
    ) -> str:
        """Result in an output format, else as a view of the terminal."""
        write = formats.choose(output, terminal=self.color, view=view)
        return write(result, self.view)

    def needs_terminal(self, option: str, otherwise: Text) -> None:
        """Raise LofteError where nobody can answer the questions of an option."""
        if not self.interactive:
            raise LofteError(
                Text(f"{option} frågar, och behöver en terminal.", f"{option} asks, and needs a terminal."),
                otherwise,
            )

    def read_stdin(self, limit: int) -> bytes:
        """Standard input, one byte over the limit at most. Raises LofteError when closed."""
        if sys.stdin is None:
            raise LofteError(Text("Standard in är stängd.", "Standard input is closed."))
        return sys.stdin.buffer.read(limit + 1)

    def print(self, text: Text) -> None:
        """Print a line on stdout."""
        typer.echo(self._wrapped(self.say(text)))

    def log(self, text: Text) -> None:
        """Print a line on stderr."""
        typer.echo(self._wrapped(self.say(text)), err=True)

    def _wrapped(self, words: str) -> str:
        return wrapped(words, self.width) if self.interactive else words


def wrapped(words: str, width: int) -> str:
    """Words within the width of a terminal; a command is kept on one line where it fits."""
    glued = _COMMAND.sub(lambda found: found[0].replace(" ", _GLUE), words)
    lines = (
        textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False)
        for line in glued.split("\n")
    )
    return "\n".join(lines).replace(_GLUE, " ")


_GLUE: Final = "\N{WORD JOINER}"
_COMMAND: Final = re.compile(r"(?<=: )lofte .*?(?=[.,] |$)", re.MULTILINE)
"""Command at the end of a sentence."""


def open_session(lang: Language, env: Mapping[str, str]) -> Session:
    """Session for the current process."""
    terminal = is_terminal(sys.stdout)
    return Session(
        lang=lang,
        cwd=Path.cwd(),
        today=dt.datetime.now(tz=dt.UTC).astimezone().date(),
        width=terminal_width(),
        color=takes_color(sys.stdout, env),
        interactive=terminal and sys.stdin is not None and sys.stdin.isatty(),
        live=is_terminal(sys.stderr) and env.get("TERM") != "dumb",
    )


def terminal_width() -> int:
    """Columns of the terminal, within what can be read."""
    return max(40, min(shutil.get_terminal_size((100, 24)).columns, 160))


def takes_color(stream: TextIO | None, env: Mapping[str, str]) -> bool:
    """True if a stream takes colour.

    Terminals, unless NO_COLOR or TERM=dumb; pipes with FORCE_COLOR.
    """
    terminal = is_terminal(stream) and env.get("TERM") != "dumb"
    return (terminal or bool(env.get("FORCE_COLOR"))) and not env.get("NO_COLOR")


def is_terminal(stream: TextIO | None) -> bool:
    """True if a stream is a terminal, and open."""
    return stream is not None and stream.isatty()


def take_language(args: Sequence[str], env: Mapping[str, str]) -> tuple[Language, list[str]]:
    """Language of --lang or LOFTE_LANG, and other arguments.

    Read before typer starts, since usage errors must be in that language. Raises LofteError for an unknown
    one.
    """
    chosen, rest = split_language(args)
    written = (env.get("LOFTE_LANG") or "sv") if chosen is None else chosen
    for lang in LANGUAGES:
        if written.lower() == lang:
            return lang, rest
    raise LofteError(
        Text(f"Språket ”{written}” finns inte.", f"There is no language “{written}”."),
        Text("Skriv --lang sv eller --lang en.", "Write --lang sv or --lang en."),
    )


def split_language(args: Sequence[str]) -> tuple[str | None, list[str]]:
    """Last --lang, and the other arguments."""
    rest: list[str] = []
    chosen: str | None = None
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
    return chosen, rest


def use_utf8() -> None:
    """Write UTF-8 on every console."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
