"""Declarations of options and arguments, bilingual.

A command is a typed function whose parameters are annotated with `option()` or `argument()`; `localize` turns
it into a function that typer reads, for the language of a session.
"""

import inspect
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Annotated, Any, Final, get_args, get_origin

import typer

from medborgarlofte.cli.session import Session
from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text, sentences
from medborgarlofte.suggestions import did_you_mean
from medborgarlofte.swedish import fold


@dataclass(frozen=True)
class Declaration:
    """Parameter of a command; positional without names."""

    names: tuple[str, ...]
    help: Text
    metavar: Text | None
    parse: Callable[[str], object] | None
    """Converts the typed value. Raises LofteError."""
    choices: tuple[str, ...]
    synonyms: Mapping[str, str]
    """Other words for the choices, Swedish or English."""
    hint: Callable[[str], Text | None] | None
    """Sentence about a word that is none of the choices."""


def option(
    names: str,
    sv: str,
    en: str,
    *,
    metavar: Text | None = None,
    parse: Callable[[str], object] | None = None,
    choices: Sequence[str] = (),
    synonyms: Mapping[str, str] = MappingProxyType({}),
    hint: Callable[[str], Text | None] | None = None,
) -> Declaration:
    """Option with a value, or a boolean flag; names with spaces between, and the help in both languages."""
    return Declaration(tuple(names.split()), Text(sv, en), metavar, parse, tuple(choices), synonyms, hint)


def argument(
    sv: str,
    en: str,
    *,
    metavar: Text,
    choices: Sequence[str] = (),
    synonyms: Mapping[str, str] = MappingProxyType({}),
    hint: Callable[[str], Text | None] | None = None,
) -> Declaration:
    """A positional argument, with its help in both languages."""
    return Declaration((), Text(sv, en), metavar, None, tuple(choices), synonyms, hint)


def localize(command: Callable[..., object], session: Session) -> Callable[..., object]:
    """Typer function bound to a session."""
    _, *parameters = inspect.signature(command).parameters.values()
    exposed = [parameter.name for parameter in parameters]

    def call(**values: object) -> object:
        return command(session, **{name: values[name] for name in exposed})

    return with_parameters(call, [_localized(each, session) for each in parameters], session)


def with_parameters(
    function: Callable[..., object], parameters: Sequence[inspect.Parameter], session: Session
) -> Callable[..., object]:
    """Function with the signature that typer reads."""
    signature = inspect.Signature([*parameters, *common_parameters(session)])
    function.__signature__ = signature  # type: ignore[attr-defined]  # functions have it, their type does not
    return function


def _localized(parameter: inspect.Parameter, session: Session) -> inspect.Parameter:
    written, declared = get_args(parameter.annotation)
    typed: Any = _value_type(written)
    return parameter.replace(
        kind=inspect.Parameter.KEYWORD_ONLY, annotation=Annotated[typed, _typer_info(declared, session)]
    )


def _value_type(annotation: object) -> Any:
    """Type before conversion."""
    if annotation is bool:
        return bool
    return list[str] if get_origin(annotation) is Sequence else str


def _typer_info(declared: Declaration, session: Session) -> Any:
    parse, choices = declared.parse, declared.choices

    def convert(value: object) -> object:
        try:
            return (
                parse(str(value))
                if parse
                else parse_choice(str(value), choices, declared.synonyms, declared.hint)
            )
        except LofteError as error:
            raise typer.BadParameter(session.say(sentences(error.message, error.help))) from None

    def complete(incomplete: str) -> list[str]:
        return [choice for choice in choices if choice.startswith(incomplete)]

    settings: dict[str, Any] = {
        "help": session.say(declared.help),
        "metavar": session.say(declared.metavar) if declared.metavar else "|".join(choices) or None,
        "parser": convert if parse or choices else None,
        "autocompletion": complete if choices else None,
    }
    return typer.Option(*declared.names, **settings) if declared.names else typer.Argument(**settings)


def parse_choice(
    value: str,
    choices: Sequence[str],
    synonyms: Mapping[str, str] = MappingProxyType({}),
    hint: Callable[[str], Text | None] | None = None,
) -> str:
    """Choice in any case, with or without å, ä, ö, or by a synonym. Raises LofteError."""
    words = {**synonyms, **{each: each for each in choices}}
    known = {fold(word): choice for word, choice in words.items() if choice in choices}
    if value in choices:
        return value
    if meant := known.get(fold(value)):
        return meant
    listed = ", ".join(choices)
    raise LofteError(
        sentences(
            Text(f"”{value}” går inte att välja.", f"“{value}” is not a valid choice."),
            (hint(value) if hint else None) or did_you_mean(value, [*choices, *synonyms]),
            Text(f"Det finns: {listed}.", f"Choose from: {listed}."),
        )
    )


# ---------------------------------------------------------------- parameters of every command


def flag(*names: str, text: Text, session: Session, name: str, **settings: Any) -> inspect.Parameter:
    """Flag handled by typer alone."""
    info = typer.Option(*names, help=session.say(text), expose_value=False, **settings)
    return inspect.Parameter(
        name, inspect.Parameter.KEYWORD_ONLY, default=False, annotation=Annotated[bool, info]
    )


def common_parameters(session: Session) -> list[inspect.Parameter]:
    """--help, --lang and --debug.

    The last two are read before typer starts. --lang is a flag to typer, since one with a value would load pydantic.
    """

    def show_help(ctx: typer.Context, value: bool) -> None:
        if value and not ctx.resilient_parsing:
            typer.echo(ctx.get_help())
            raise typer.Exit

    return [
        flag(
            "--help", "-h", text=_HELP, session=session, name="show_help", is_eager=True, callback=show_help
        ),
        flag("--lang", text=_LANGUAGE, session=session, name="language", metavar="sv|en"),
        flag("--debug", text=_DEBUG, session=session, name="debug"),
    ]


_HELP: Final = Text("Visa den här hjälpen.", "Show this help.")
_LANGUAGE: Final = Text("Språk: sv (förval) eller en.", "Language: sv (default) or en.")
_DEBUG: Final = Text(
    "Visa teknisk spårning om verktyget självt gör fel.", "Show a traceback when the tool itself fails."
)
