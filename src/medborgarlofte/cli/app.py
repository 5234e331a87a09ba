"""The program: which commands there are, and what becomes of each way that one can end."""

import importlib
import os
import sys
import traceback
from collections.abc import Sequence
from typing import Final, NamedTuple

import click

from medborgarlofte.cli.bilingual import Command, usage_error
from medborgarlofte.cli.session import ExitCode, Session, open_session, take_language, use_utf8
from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Language, Text, escape_controls
from medborgarlofte.source.os_errors import describe_os_error
from medborgarlofte.suggestions import closest_match


class Entry(NamedTuple):
    """A command: its module in this package has a function build(session)."""

    name: str
    about: Text


COMMANDS: Final = (
    Entry(
        "validate",
        Text(
            "Kontrollera löften och säg vad som behöver rättas.", "Check promises and say what needs mending."
        ),
    ),
    Entry("render", Text("Bygg webbplatsen.", "Build the site.")),
    Entry("preview", Text("Visa webbplatsen medan du skriver.", "Show the site while you write.")),
    Entry(
        "diff",
        Text(
            "Jämför två löften: behållet, skärpt, försvagat, borttaget.",
            "Compare two promises: kept, sharpened, weakened, dropped.",
        ),
    ),
    Entry("new", Text("Börja på ett nytt dokument.", "Begin a new document.")),
    Entry(
        "follow-up",
        Text("Följ upp ett löfte: formulär och utfall.", "Follow up a promise: form and outcomes."),
    ),
    Entry(
        "due",
        Text(
            "Visa vad som har en dag, och vad som är försenat.", "Show what falls due, and what is overdue."
        ),
    ),
    Entry(
        "summary",
        Text("Räkna löften, eller berätta ett som text.", "Count promises, or tell one as text."),
    ),
    Entry("export", Text("Skriv öppna data.", "Write open data.")),
    Entry("schema", Text("Skriv formatets JSON Schema.", "Write the JSON Schema of the format.")),
    Entry(
        "completion",
        Text(
            "Skriv ett skript som fyller i kommandon med tabb.",
            "Write a script that completes commands on tab.",
        ),
    ),
)


class Program(Command, click.Group):
    """The commands, each loaded when it is called."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        return [entry.name for entry in COMMANDS]

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in {entry.name for entry in COMMANDS}:
            return None
        module = importlib.import_module(f"medborgarlofte.cli.{cmd_name.replace('-', '_')}")
        command: click.Command = module.build(self.session)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if not name.startswith("-") and self.get_command(ctx, name) is None and not ctx.resilient_parsing:
            meant = closest_match(name, self.list_commands(ctx))
            hint = Text(f" Menade du ”{meant}”?", f" Did you mean “{meant}”?") if meant else Text("", "")
            said = Text(f"Kommandot ”{name}” finns inte.{hint.sv}", f"There is no command “{name}”.{hint.en}")
            raise click.UsageError(self.session.say(said), ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section(self.session.say(Text("Kommandon", "Commands"))):
            formatter.write_dl([(entry.name, self.session.say(entry.about)) for entry in COMMANDS])


def program(session: Session) -> Program:
    """The whole command line for a session."""

    def version(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
        if value and not ctx.resilient_parsing:
            from medborgarlofte import __version__  # noqa: PLC0415 - read only when asked for

            click.echo(f"lofte {__version__}")
            ctx.exit()

    def nothing_asked(ctx: click.Context) -> None:
        if ctx.invoked_subcommand is None:
            click.echo(ctx.get_help())

    option = click.Option(
        ["--version"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=version,
        help=session.say(Text("Visa versionen.", "Show the version.")),
    )
    return Program(
        session,
        name="lofte",
        subcommand_metavar=session.say(Text("KOMMANDO …", "COMMAND …")),
        callback=click.pass_context(nothing_asked),
        invoke_without_command=True,
        params=[option],
        about=Text(
            "Skriv, kontrollera och publicera medborgarlöften: det som polis och kommun lovar invånarna. "
            "Löftena är YAML-filer i mappen promises.",
            "Write, check and publish medborgarlöften: what police and municipality promise residents. "
            "The promises are YAML files in the folder promises.",
        ),
        example="lofte validate\nlofte render -o site\nlofte validate --help",
    )


def run(args: Sequence[str]) -> int:
    """Carry out the words typed and answer with an exit code."""
    use_utf8()
    lang: Language = "sv"
    try:
        lang, rest = take_language(args, os.environ)
        session = open_session(lang, os.environ)
        result = program(session).main(list(rest), prog_name="lofte", standalone_mode=False)
        if sys.stdout is not None:
            sys.stdout.flush()
        return int(result or ExitCode.CLEAN)
    except click.UsageError as error:
        return _wrong_use(usage_error(error), _where_to_look(error), lang)
    except LofteError as error:
        return _wrong_use(error.message, error.help, lang)
    except BrokenPipeError:
        # The reader has left (`lofte … | head`); nothing more can be said, nor should it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.FINDINGS
    except (KeyboardInterrupt, click.Abort) as error:
        # With a cause, click has ended the line that stood there.
        return _interrupted(lang, line_stands=not error.__cause__)
    except OSError as error:
        return _wrong_use(*_refused(error), lang)
    except Exception as error:  # noqa: BLE001 - the outermost edge: every bug of ours ends here
        if "KeyboardInterrupt" in str(
            error
        ):  # pydantic, in the midst of making a schema, passes it on in words alone
            return _interrupted(lang)
        return _our_bug(error, lang, show="--debug" in args or bool(os.environ.get("LOFTE_DEBUG")))


def _interrupted(lang: Language, *, line_stands: bool = True) -> int:
    if line_stands:
        click.echo(err=True)
    click.echo(Text("Avbrutet.", "Interrupted.")[lang], err=True)
    return ExitCode.INTERRUPTED


def _refused(error: OSError) -> tuple[Text, Text | None]:
    """What the computer would not do, and what to do about it."""
    reason, advice = describe_os_error(error)
    where = f" ({error.filename})" if error.filename else ""
    return Text(f"Datorn sade nej: {reason.sv}{where}.", f"The computer said no: {reason.en}{where}."), advice


def _wrong_use(message: Text, advice: Text | None, lang: Language) -> int:
    click.echo(escape_controls(f"{Text('Fel', 'Error')[lang]}: {message[lang]}"), err=True)
    if advice:
        click.echo(escape_controls(advice[lang]), err=True)
    return ExitCode.USAGE_ERROR


def _where_to_look(error: click.UsageError) -> Text:
    path = error.ctx.command_path if error.ctx else "lofte"
    return Text(f"Se ”{path} --help”.", f"See “{path} --help”.")


def _our_bug(error: Exception, lang: Language, *, show: bool) -> int:
    if show:
        traceback.print_exception(error)
    said = Text(
        f"Något gick fel i lofte, och det är inte ditt fel ({type(error).__name__}: {error}).\n"
        "Inget av dina dokument har ändrats. Kör samma kommando med --debug och rapportera det som visas till den "
        "som förvaltar verktyget.",
        f"Something went wrong inside lofte, and it is not your fault ({type(error).__name__}: {error}).\n"
        "None of your documents has been changed. Run the same command with --debug and report what is shown to "
        "those who maintain the tool.",
    )
    click.echo(said[lang], err=True)
    return ExitCode.INTERNAL_ERROR
