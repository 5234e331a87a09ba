"""Parameters of commands: annotated fields, bilingual.

Commands are declared in `cli/commands`, apart from the functions that carry them out, so that help, completion and
mistyped words load nothing else. `with_parameters` turns the fields into what typer reads, in the language of a session.
"""

import inspect
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import (
    Annotated,
    Any,
    Final,
    NamedTuple,
    dataclass_transform,
    get_args,
    get_origin,
    get_type_hints,
)

import typer

from medborgarlofte.cli.session import Session
from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import LANGUAGES, Language, Text, sentences
from medborgarlofte.suggestions import did_you_mean
from medborgarlofte.swedish import fold


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Parameters:
    """What a command takes: fields of `Annotated[type, option(…)]`, required without a default.

    To mypy a dataclass; a real one would compile a constructor for every command at each start.
    """

    def __init__(self, **values: object) -> None:
        vars(self).update(values)


class Command(NamedTuple):
    """What a command does and takes."""

    summary: Text
    about: Text
    example: str
    parameters: type[Parameters]


class Declaration(NamedTuple):
    """Parameter of a command; positional without names."""

    help: Text
    names: tuple[str, ...] = ()
    metavar: Text | None = None
    parse: Callable[[str], object] | None = None
    """Converts the typed value. Raises LofteError."""
    choices: Sequence[str] = ()
    synonyms: Mapping[str, str] = MappingProxyType({})
    """Other words for the choices, Swedish or English."""
    swedish: bool = False
    """Whether the synonyms are the Swedish words of choices in English."""
    hint: Callable[[str], Text | None] | None = None
    """Sentence about a word that is none of the choices."""

    def names_of_choices(self, lang: Language) -> Sequence[str]:
        """The choices, in Swedish the first word for each where they are English."""
        if lang == "en" or not self.swedish:
            return self.choices
        return [next(word for word, each in self.synonyms.items() if each == one) for one in self.choices]

    def parse_choice(self, value: str) -> str:
        """Choice in any case, with or without å, ä, ö, or by a synonym. Raises LofteError."""
        words = {**self.synonyms, **{each: each for each in self.choices}}
        known = {fold(word): choice for word, choice in words.items() if choice in self.choices}
        if value in self.choices:
            return value
        if meant := known.get(fold(value)):
            return meant
        there_are = Text(*(", ".join(self.names_of_choices(lang)) for lang in LANGUAGES))
        raise LofteError(
            sentences(
                Text(f"”{value}” går inte att välja.", f"“{value}” is not a valid choice."),
                (self.hint(value) if self.hint else None)
                or did_you_mean(value, [*self.choices, *self.synonyms]),
                Text(f"Det finns: {there_are.sv}.", f"Choose from: {there_are.en}."),
            )
        )


def option(names: str, sv: str, en: str, **settings: Any) -> Declaration:
    """Option; names with spaces between, and the help in both languages.

    A flag where the type is bool; may be repeated where it is Sequence[str].
    """
    return Declaration(Text(sv, en), tuple(names.split()), **settings)


def argument(sv: str, en: str, metavar: Text, **settings: Any) -> Declaration:
    """Positional argument; any number of them where the type is Sequence[str]."""
    return Declaration(Text(sv, en), metavar=metavar, **settings)


def with_parameters(
    function: Callable[..., object], parameters: type[Parameters], session: Session
) -> Callable[..., object]:
    """Function with the signature that typer reads."""
    own = [
        inspect.Parameter(
            name,
            inspect.Parameter.KEYWORD_ONLY,
            default=getattr(parameters, name, inspect.Parameter.empty),
            annotation=Annotated[_typer_type(annotated), _typer_info(declared, session)],
        )
        for name, hint in get_type_hints(parameters, include_extras=True).items()
        for annotated, declared in [get_args(hint)]
    ]
    return with_signature(function, own, session)


def with_signature(
    function: Callable[..., object], parameters: Sequence[inspect.Parameter], session: Session
) -> Callable[..., object]:
    """Function with some parameters and those of every command."""
    signature = inspect.Signature([*parameters, *common_parameters(session)])
    function.__signature__ = signature  # type: ignore[attr-defined]  # functions have it, their type does not
    return function


def _typer_type(annotated: Any) -> Any:
    """Type before conversion: bool for a flag, a list where it may be repeated."""
    return bool if annotated is bool else list[str] if get_origin(annotated) is Sequence else str


def _typer_info(declared: Declaration, session: Session) -> Any:
    parse = declared.parse or declared.parse_choice if declared.parse or declared.choices else None

    def convert(value: object) -> object:
        try:
            return parse(str(value)) if parse else value
        except LofteError as error:
            raise typer.BadParameter(session.say(sentences(error.message, error.help))) from None

    def complete(incomplete: str) -> list[str]:
        return [choice for choice in declared.choices if choice.startswith(incomplete)]

    settings: dict[str, Any] = {
        "help": session.say(declared.help),
        "metavar": session.say(declared.metavar) if declared.metavar else "|".join(declared.choices) or None,
        "parser": convert if parse else None,
        "autocompletion": complete if declared.choices else None,
    }
    return typer.Option(*declared.names, **settings) if declared.names else typer.Argument(**settings)


# ---------------------------------------------------------------- parameters of every command


def common_flag(*names: str, text: Text, session: Session, name: str, **settings: Any) -> inspect.Parameter:
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
        common_flag(
            "--help", "-h", text=_HELP, session=session, name="show_help", is_eager=True, callback=show_help
        ),
        common_flag("--lang", text=_LANGUAGE, session=session, name="language", metavar="sv|en"),
        common_flag("--debug", text=_DEBUG, session=session, name="debug"),
    ]


_HELP: Final = Text("Visa den här hjälpen.", "Show this help.")
_LANGUAGE: Final = Text("Språk: sv (förval) eller en.", "Language: sv (default) or en.")
_DEBUG: Final = Text(
    "Visa teknisk spårning om verktyget självt gör fel.", "Show a traceback when the tool itself fails."
)
