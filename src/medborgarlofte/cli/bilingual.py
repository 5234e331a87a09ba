"""Bilingual typer: help, usage errors, completion."""

import builtins
import textwrap
from collections.abc import Callable, Sequence
from importlib import import_module
from keyword import iskeyword
from typing import Any

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from medborgarlofte.cli.options import Command, with_parameters
from medborgarlofte.cli.session import EXIT_CODES, Session, split_language
from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text, sentences
from medborgarlofte.suggestions import did_you_mean


def build_command(name: str, declared: Command, session: Session) -> Any:
    """Typer command of a session, whose function is imported when it runs."""

    def call(**values: object) -> object:
        names = declared.parameters.__annotations__  # typer passes those of every command too
        given = declared.parameters(**{key: values[key] for key in names})
        return load_function(name)(session, given)

    app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    app.command(
        name,
        cls=BilingualCommand,
        help=session.say(declared.about),
        short_help=session.say(declared.summary),
        epilog=declared.example,
        add_help_option=False,
    )(with_parameters(call, declared.parameters, session))
    return typer.main.get_command(app)


def load_function(name: str) -> Callable[[Session, Any], int]:
    """Function of a command, from its module."""
    name = name.replace("-", "_")
    name += "_" if iskeyword(name) or hasattr(builtins, name) else ""
    function: Callable[[Session, Any], int] = getattr(import_module(f"medborgarlofte.cli.{name}"), name)
    return function


class BilingualCommand(TyperCommand):
    """Command in the session's language."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        ctx.allow_extra_args = True
        rest = parse(super().parse_args, ctx, args)
        if ctx.args and not ctx.resilient_parsing:
            extra = " ".join(ctx.args)
            raise LofteError(
                Text(f"Här var ett ord för mycket: ”{extra}”.", f"Unexpected argument: “{extra}”."),
                see_help(ctx.command_path),
            )
        return rest

    def format_help(self, ctx: Any, formatter: Any) -> None:
        write_help(self, ctx, formatter)

    def shell_complete(self, ctx: Any, incomplete: str) -> Any:
        return shortened(super().shell_complete(ctx, incomplete))


def parse(parser: Callable[[Any, list[str]], list[str]], ctx: Any, args: list[str]) -> list[str]:
    """Parse with typer. Raises LofteError."""
    _, args = split_language(args)
    args = ["--help" if word in ("/?", "-?", "/help", "-help") else word for word in args]
    try:
        return parser(ctx, args)
    except typer.TyperException as error:
        raise LofteError(describe(error, ctx.command.params), see_help(ctx.command_path)) from error


def see_help(command_path: str) -> Text:
    """Where to read about a command."""
    return Text(f"Se ”{command_path} --help”.", f"See “{command_path} --help”.")


def describe(error: typer.TyperException, params: Sequence[Any]) -> Text:
    """Usage error in our words.

    typer's exception classes are private: they are recognised by name, and a test fails when a release renames one.
    """
    name = getattr(error, "option_name", "")
    param = getattr(error, "param", None)
    match type(error).__name__:
        case "NoSuchOption":
            known = [opt for each in params for opt in each.opts if opt.startswith("--")]
            return sentences(
                Text(f"Flaggan ”{name}” finns inte.", f"There is no option “{name}”."),
                did_you_mean(name, known),
            )
        case "MissingParameter":
            wanted = getattr(param, "metavar", "")
            return Text(f"{wanted} saknas.", f"{wanted} is missing.")
        case "BadOptionUsage" if "does not take" in error.message:
            return Text(f"Flaggan ”{name}” tar inget värde.", f"The option “{name}” takes no value.")
        case "BadOptionUsage":
            return Text(f"Flaggan ”{name}” behöver ett värde.", f"The option “{name}” needs a value.")
    prefix = f"{param.opts[-1]}: " if isinstance(param, TyperOption) else ""
    return Text(f"{prefix}{error.message}", f"{prefix}{error.message}")


# ---------------------------------------------------------------- help pages


def write_help(
    command: TyperCommand | TyperGroup, ctx: Any, formatter: Any, commands: Sequence[tuple[str, str]] = ()
) -> None:
    """Write the help page; groups list `commands`."""
    say = ctx.find_object(Session).say
    arguments = [param for param in command.params if isinstance(param, TyperArgument)]
    pieces = [say(Text("[FLAGGOR]", "[OPTIONS]")), *(str(param.metavar) for param in arguments)]
    if isinstance(command, TyperGroup):
        pieces.append(command.subcommand_metavar)
    formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=say(Text("Så här: ", "Usage: ")))
    formatter.write_paragraph()
    formatter.write_text(command.help or "")
    options = [_option_row(param) for param in command.params if isinstance(param, TyperOption)]
    for title, rows in (
        (Text("Argument", "Arguments"), [(param.metavar, param.help) for param in arguments]),
        (Text("Kommandon", "Commands"), commands),
        (Text("Flaggor", "Options"), options),
    ):
        if rows:
            with formatter.section(say(title)):
                formatter.write_dl(rows)
    if isinstance(command, TyperGroup):
        with formatter.section(say(Text("Slutkoder", "Exit codes"))):
            formatter.write_dl([(str(int(code)), say(meaning)) for code, meaning in EXIT_CODES.items()])
    with formatter.section(say(Text("Exempel", "Example"))):
        for line in (command.epilog or "").splitlines():
            formatter.write(f"{' ' * formatter.current_indent}{line}\n")


def _option_row(param: TyperOption) -> tuple[str, str]:
    names = ", ".join(sorted(param.opts, key=len))
    return f"{names} {param.metavar}" if param.metavar else names, param.help or ""


# ---------------------------------------------------------------- completion


def shortened(items: Any) -> Any:
    """Completions with one-line help.

    typer wraps longer ones, and fish offers each line as a value.
    """
    for item in items:
        item.help = textwrap.shorten(item.help or "", 60, placeholder=" …")
    return items
