"""Program: commands and exit codes."""

import errno
import inspect
import os
import sys
import traceback
from collections.abc import Sequence
from typing import Any, Final

import typer
from typer.completion import completion_init  # type: ignore[attr-defined]  # not in its __all__
from typer.core import TyperGroup

from medborgarlofte.cli.bilingual import build_command, parse, see_help, shortened, write_help
from medborgarlofte.cli.commands import COMMAND_WORDS, COMMANDS
from medborgarlofte.cli.options import common_flag, with_signature
from medborgarlofte.cli.prompts import ERROR, print_error
from medborgarlofte.cli.session import ExitCode, Session, open_session, take_language, use_utf8
from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Language, Text, sentences
from medborgarlofte.source.os_errors import describe_os_error
from medborgarlofte.suggestions import did_you_mean


class Program(TyperGroup):
    """Lazily imported commands."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        return parse(super().parse_args, ctx, args)

    def list_commands(self, _ctx: Any) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in COMMANDS:
            return None
        return build_command(cmd_name, COMMANDS[cmd_name], ctx.find_object(Session))

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        name, names = args[0], self.list_commands(ctx)
        if name not in names and not name.startswith("-") and not ctx.resilient_parsing:
            unknown = Text(f"Kommandot ”{name}” finns inte.", f"There is no command “{name}”.")
            raise LofteError(
                sentences(unknown, did_you_mean(name, names, words=COMMAND_WORDS)), see_help(ctx.command_path)
            )
        return super().resolve_command(ctx, args)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        say = ctx.find_object(Session).say
        write_help(self, ctx, formatter, [(name, say(each.summary)) for name, each in COMMANDS.items()])

    def shell_complete(self, ctx: Any, incomplete: str) -> Any:
        return shortened(super().shell_complete(ctx, incomplete))


def program(session: Session) -> typer.Typer:
    """Command line of a session."""

    def show_version(ctx: typer.Context, value: bool) -> None:
        if value and not ctx.resilient_parsing:
            from medborgarlofte import __version__  # noqa: PLC0415 - reads the metadata of installed packages

            typer.echo(f"lofte {__version__}")
            raise typer.Exit

    def start(*, ctx: typer.Context, **_flags: bool) -> None:
        if ctx.invoked_subcommand is None:
            from medborgarlofte.cli.list_ import show_status  # noqa: PLC0415 - loads the rules

            show_status(session)

    context = inspect.Parameter("ctx", inspect.Parameter.KEYWORD_ONLY, annotation=typer.Context)
    version = common_flag(
        "--version", text=_VERSION, session=session, name="version", is_eager=True, callback=show_version
    )
    app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    app.callback(
        cls=Program,
        invoke_without_command=True,
        add_help_option=False,
        help=session.say(_ABOUT),
        epilog=_EXAMPLE,
        subcommand_metavar=session.say(Text("KOMMANDO …", "COMMAND …")),
        context_settings={"obj": session},
    )(with_signature(start, [context, version], session))
    return app


def run(args: Sequence[str]) -> int:
    """Run a command line; returns the exit code."""
    use_utf8()
    lang: Language = "sv"
    try:
        lang, rest = take_language(args, os.environ)
        _check_arguments(rest)
        rest = [*rest[1:], "--help"] if rest[:1] in (["help"], ["hjälp"]) else rest
        command = typer.main.get_command(program(open_session(lang, os.environ)))
        if "_LOFTE_COMPLETE" in os.environ:
            completion_init()
        result = command.main(rest, prog_name="lofte", standalone_mode=False)
        if sys.stdout is not None:
            sys.stdout.flush()
        # typer returns 130 for Ctrl-C.
        return _interrupted(lang) if result == ExitCode.INTERRUPTED else int(result or ExitCode.CLEAN)
    except LofteError as error:
        return _usage_error(error.message, error.help, lang)
    except BrokenPipeError:
        # The reader has closed the pipe (`lofte … | head`): nobody is left to report to.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.FINDINGS
    except typer.Abort:  # end of input at a prompt, whose line typer has ended
        return _interrupted(lang, new_line=False)
    except KeyboardInterrupt:
        return _interrupted(lang)
    except (OSError, MemoryError) as error:
        return _system_error(error, lang)
    except Exception as error:  # noqa: BLE001 - the outermost edge: every internal error ends here
        if "KeyboardInterrupt" in str(
            error
        ):  # pydantic, interrupted while building a schema, passes on its text
            return _interrupted(lang)
        return _internal_error(error, lang, show="--debug" in args or bool(os.environ.get("LOFTE_DEBUG")))


_WRITING: Final = ("new", "follow-up")
"""Commands that write words of the command line into a document; elsewhere such a word is a path that leads nowhere."""


def _check_arguments(args: Sequence[str]) -> None:
    """Raises LofteError for undecodable words.

    They would be written unreadably; names of existing files are accepted.
    """
    for word in args if args[:1] and args[0] in _WRITING else ():
        shown = word.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
        if shown != word and not os.path.lexists(word):
            raise LofteError(
                Text(f"”{shown}” är inte skrivet i UTF-8.", f"“{shown}” is not written in UTF-8."),
                Text(
                    "Terminalen använder en annan teckenkodning. Ställ in den på UTF-8 och kör igen.",
                    "The terminal uses another encoding. Set it to UTF-8 and run again.",
                ),
            )


def _interrupted(lang: Language, *, new_line: bool = True) -> int:
    if new_line:
        typer.echo(err=True)
    typer.echo(Text("Avbrutet.", "Interrupted.")[lang], err=True)
    return ExitCode.INTERRUPTED


def _system_error(error: OSError | MemoryError, lang: Language) -> int:
    """Report an OSError with advice."""
    if isinstance(error, MemoryError):
        error = OSError(errno.ENOMEM, "")
    reason, advice = describe_os_error(error)
    where = f" ({error.filename})" if error.filename else ""
    return _usage_error(Text(f"{reason.sv}{where}.", f"{reason.en}{where}."), advice, lang, _SYSTEM_ERROR)


def _usage_error(message: Text, advice: Text | None, lang: Language, label: Text = ERROR) -> int:
    print_error(message, advice, lang, label)
    return ExitCode.USAGE_ERROR


def _internal_error(error: Exception, lang: Language, *, show: bool) -> int:
    if show:
        traceback.print_exception(error)
    message = Text(
        f"Något gick fel i lofte, och det är inte ditt fel ({type(error).__name__}: {error}).",
        f"Something went wrong inside lofte, and it is not your fault ({type(error).__name__}: {error}).",
    )
    print_error(message, _REPORT_IT, lang, Text("Internt fel", "Internal error"))
    return ExitCode.INTERNAL_ERROR


_VERSION: Final = Text("Visa versionen.", "Show the version.")
_ABOUT: Final = Text(
    "Skriv, kontrollera och publicera medborgarlöften: det som polis och kommun lovar invånarna. "
    "Löftena är YAML-filer i mappen promises. Utan kommando visas hur det står till och vad du kan göra nu.",
    "Write, check and publish medborgarlöften: what police and municipality promise residents. "
    "The promises are YAML files in the folder promises. Without a command: the state of things and what to do now.",
)
_EXAMPLE: Final = "lofte\nlofte validate\nlofte help validate"
_SYSTEM_ERROR: Final = Text("Systemfel", "System error")
_REPORT_IT: Final = Text(
    "Inget av dina dokument har ändrats. Kör samma kommando med --debug och rapportera det som visas till den "
    "som förvaltar verktyget.",
    "None of your documents has been changed. Run the same command with --debug and report what is shown to "
    "those who maintain the tool.",
)
