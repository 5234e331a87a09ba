"""click in two languages: help pages, choices and usage errors."""

from collections.abc import Sequence
from typing import Any, Final

import click

from medborgarlofte.cli.session import Session
from medborgarlofte.i18n import Text
from medborgarlofte.suggestions import closest_match


class Argument(click.Argument):
    """An argument that tells what it is in the help page."""

    def __init__(self, *names: str, help: Text, **settings: Any) -> None:  # noqa: A002 - as click.Option has it
        super().__init__(list(names), **settings)
        self.about = help


class Choice(click.Choice[str]):
    """One of several words; a mistyped one is answered with the nearest."""

    def __init__(self, session: Session, choices: Sequence[str]) -> None:
        super().__init__(choices)
        self.session = session

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if value in self.choices:
            return str(value)
        listed = ", ".join(self.choices)
        meant = closest_match(str(value), self.choices)
        hint = Text(f" Menade du ”{meant}”?", f" Did you mean “{meant}”?") if meant else Text("", "")
        answer = Text(
            f"”{value}” går inte att välja.{hint.sv} Det finns: {listed}.",
            f"“{value}” is no choice.{hint.en} There are: {listed}.",
        )
        raise click.BadParameter(self.session.say(answer), ctx, param)


class Command(click.Command):
    """A command whose help page and mistakes are in the language of the session."""

    def __init__(self, session: Session, *, about: Text, example: str = "", **settings: Any) -> None:
        settings.setdefault("add_help_option", False)
        super().__init__(**settings)
        self.session = session
        self.about = about
        self.example = example
        self.help = session.say(about)
        self.params += [_help_option(session), _language_option(session), _debug_option(session)]

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        ctx.allow_extra_args = True
        try:
            rest = super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx  # so that the answer can say whose help to read
            raise
        if ctx.args and not isinstance(self, click.Group) and not ctx.resilient_parsing:
            extra = " ".join(ctx.args)
            raise click.UsageError(
                self.session.say(
                    Text(f"Här var ett ord för mycket: ”{extra}”.", f"One word too many: “{extra}”.")
                ),
                ctx,
            )
        return rest

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        say = self.session.say
        pieces = [piece for piece in self.collect_usage_pieces(ctx) if piece != "[OPTIONS]"]
        formatter.write_usage(ctx.command_path, " ".join([say(_OPTIONS), *pieces]), prefix=say(_USAGE))
        formatter.write_paragraph()
        formatter.write_text(say(self.about))
        arguments = [(p.make_metavar(ctx), say(p.about)) for p in self.params if isinstance(p, Argument)]
        if arguments:
            with formatter.section(say(_ARGUMENTS)):
                formatter.write_dl(arguments)
        self.format_commands(ctx, formatter)
        records = [record for p in self.params if (record := _option_row(p, ctx))]
        with formatter.section(say(_FLAGS)):
            formatter.write_dl(records)
        if self.example:
            with formatter.section(say(_EXAMPLE)):
                for line in self.example.splitlines():
                    formatter.write(f"{' ' * formatter.current_indent}{line}\n")

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Nothing for a command alone; a group lists what it has."""


def _option_row(param: click.Parameter, ctx: click.Context) -> tuple[str, str] | None:
    if not isinstance(param, click.Option) or param.hidden:
        return None
    names = ", ".join(sorted((*param.opts, *param.secondary_opts), key=len))
    if not param.is_flag and not param.count:
        names += f" {param.make_metavar(ctx)}"
    return names, param.help or ""


def _help_option(session: Session) -> click.Option:
    def show(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
        if value and not ctx.resilient_parsing:
            click.echo(ctx.get_help())
            ctx.exit()

    text = Text("Visa den här hjälpen.", "Show this help.")
    return click.Option(
        ["--help", "-h"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=show,
        help=session.say(text),
    )


def _language_option(session: Session) -> click.Option:
    text = Text("Språk: sv (förval) eller en.", "Language: sv (default) or en.")
    return click.Option(["--lang"], metavar="sv|en", expose_value=False, help=session.say(text))


def _debug_option(session: Session) -> click.Option:
    text = Text(
        "Visa teknisk spårning om verktyget självt gör fel.", "Show a traceback when the tool itself fails."
    )
    return click.Option(["--debug"], is_flag=True, expose_value=False, help=session.say(text))


def usage_error(error: click.UsageError) -> Text:
    """What was mistyped, in our own words."""
    name = getattr(error, "option_name", "") or ""
    if isinstance(error, click.NoSuchOption):
        known = [
            o for p in (error.ctx.command.params if error.ctx else []) for o in p.opts if o.startswith("--")
        ]
        meant = closest_match(name, known)
        hint = Text(f" Menade du ”{meant}”?", f" Did you mean “{meant}”?") if meant else Text("", "")
        return Text(f"Flaggan ”{name}” finns inte.{hint.sv}", f"There is no option “{name}”.{hint.en}")
    if isinstance(error, click.MissingParameter):
        wanted = error.param.make_metavar(error.ctx) if error.param and error.ctx else ""
        return Text(f"{wanted} saknas.", f"{wanted} is missing.")
    if isinstance(error, click.BadOptionUsage):
        if "does not take" in error.message:
            return Text(f"Flaggan ”{name}” tar inget värde.", f"The option “{name}” takes no value.")
        return Text(f"Flaggan ”{name}” behöver ett värde.", f"The option “{name}” needs a value.")
    if isinstance(error, click.BadParameter) and error.param and error.param.opts:
        name = error.param.opts[-1] if isinstance(error.param, click.Option) else ""
        said = f"{name}: {error.message}" if name else error.message
        return Text(said, said)
    return Text(error.message, error.message)


_USAGE: Final = Text("Så här: ", "Usage: ")
_OPTIONS: Final = Text("[FLAGGOR]", "[OPTIONS]")
_ARGUMENTS: Final = Text("Argument", "Arguments")
_FLAGS: Final = Text("Flaggor", "Options")
_EXAMPLE: Final = Text("Exempel", "Example")


def paths_argument(session: Session) -> Argument:
    """The documents that a command reads."""
    return Argument(
        "paths",
        nargs=-1,
        metavar=session.say(Text("[SÖKVÄG]...", "[PATH]...")),
        help=Text(
            "Filer eller mappar. Utan sökväg: närmaste mapp promises.",
            "Files or folders. Without a path: the nearest folder promises.",
        ),
    )


def format_option(session: Session, formats: Sequence[str]) -> click.Option:
    """How a command answers; text unless something else is asked for."""
    return click.Option(
        ["--format", "output"],
        type=Choice(session, formats),
        metavar="|".join(formats),
        help=session.say(
            Text("Hur svaret skrivs (förval text).", "How the answer is written (default text).")
        ),
    )
