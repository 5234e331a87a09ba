"""Declarations of fields, with metadata for every consumer.

A field is declared in its record with `key`, `required`, `many` or `flag`. Pages, Markdown, PDF, tables, the
rules and the comparison walk `declared(record)`. By default a field is shown with its label, compared,
exported in a column and published.
"""

import typing
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Annotated, Any, Final, Literal, TypedDict, TypeVar, Unpack

from pydantic import BaseModel, Field, TypeAdapter, WithJsonSchema, model_validator
from pydantic.fields import FieldInfo

from medborgarlofte.i18n import Text
from medborgarlofte.model import fields

Role = Literal["prose", "commitment", "area", "heading", "goal", "purpose", "line", "comment"]
"""What a text is to the rules."""

Compared = Literal["always", "versions", "never"]
"""Between any two documents, only between two versions of one document, or not at all."""

ValueType = Literal[
    "line", "prose", "id", "reference", "date", "number", "year", "yes_no", "category", "rate", "link", "code",
    "choice", "record",
]  # fmt: skip

_TYPES: Final[tuple[tuple[Any, ValueType], ...]] = (
    (fields.Prose, "prose"), (fields.Line, "line"), (fields.Identifier, "id"), (fields.Reference, "reference"),
    (fields.Date, "date"), (fields.Number, "number"), (fields.Count, "number"), (fields.Whole, "number"), (fields.Year, "year"), (fields.YesNo, "yes_no"),
    (fields.Category, "category"), (fields.Rate, "rate"), (fields.Link, "link"), (fields.MunicipalityCode, "code"), (fields.LanguageTag, "code"),
)  # fmt: skip


CODES: Final = frozenset(["epost", "telefon", "diarienummer", "ordalydelse", "regel", "var", "ingår_i"])
"""Keys whose short texts are numbers and codes; a comment after them is a comment."""


class Options(TypedDict, total=False):
    """Options of a declaration besides alias and description."""

    sv: str
    """The Swedish label; else from the alias."""
    en: str
    """The English label; else from the attribute's name."""
    role: Role
    """What its text is to the rules; without it they do not judge the text."""
    template: bool
    """A template of its own shows it, so the list of facts leaves it out."""
    hidden: str
    """Why no page shows it."""
    bare: bool
    """The value needs no label where a record is written in one line."""
    labels: Mapping[str, Text]
    """What each choice is called in two languages."""
    separator: str
    """Separator of several values."""
    names: str
    """The list of the same document whose items it names by id."""
    names_or: tuple[str, ...]
    """Words that may stand instead of an id."""
    compared: Compared
    column: str
    """Why it has no column in the tables."""
    published: bool


@dataclass(frozen=True)
class _Metadata:
    """Options in a form that pydantic carries."""

    options: Options


def key(alias: str, description: str, default: Any = None, **options: Unpack[Options]) -> Any:
    """Declare an optional field."""
    info = Field(default, alias=alias, description=description, title=options.get("sv"))
    info.metadata.append(_Metadata(options))
    return info


def required(alias: str, description: str, **options: Unpack[Options]) -> Any:
    """Declare a required field."""
    return key(alias, description, ..., **options)


def many(alias: str, description: str, **options: Unpack[Options]) -> Any:
    """Declare an optional list, empty by default."""
    return key(alias, description, (), **options)


def flag(alias: str, description: str, *, default: bool = False, **options: Unpack[Options]) -> Any:
    """Declare a boolean field."""
    return key(alias, description, default, **options)


def kind_key() -> Any:
    """Declare the key that names the kind."""
    return required(
        "dokument", "Vad för slags dokument filen är.", hidden="the page says what it is", compared="never"
    )


def title_of(name: str, field: Any) -> str:
    """Swedish label of a field, derived from its alias."""
    return _spaced(field.alias or name)


def _spaced(name: str) -> str:
    words = name.replace("_", " ")
    return words[:1].upper() + words[1:]


@dataclass(frozen=True)
class Declared:
    """Declared field, as its consumers see it."""

    name: str
    """The attribute."""
    alias: str
    """The Swedish key."""
    info: FieldInfo
    hint: Any
    options: Options

    @cached_property
    def label(self) -> Text:
        return Text(
            self.options.get("sv") or _spaced(self.alias), self.options.get("en") or _spaced(self.name)
        )

    @property
    def description(self) -> str:
        return self.info.description or ""

    @cached_property
    def value_type(self) -> ValueType:
        """Type of the value, or of a list's items."""
        if self.record is not None:
            return "record"
        parts = list(_parts(self.hint))
        return next((name for kind, name in _TYPES if kind in parts), "choice")

    @cached_property
    def is_free_text(self) -> bool:
        """True for free text, also for a record that may be written as text."""
        return self.alias not in CODES and self.value_type in ("line", "prose", "record")

    @cached_property
    def record(self) -> type[BaseModel] | None:
        """Record type of the value or of a list's items."""
        return next(
            (part for part in _parts(self.hint) if isinstance(part, type) and issubclass(part, BaseModel)),
            None,
        )

    @cached_property
    def validator(self) -> TypeAdapter[Any]:
        """Validator of the value alone."""
        return TypeAdapter(self.hint)

    @cached_property
    def choices(self) -> tuple[str, ...]:
        """Allowed words; empty if unrestricted."""
        return tuple(dict.fromkeys(_choices(self.info.annotation)))

    @cached_property
    def is_list(self) -> bool:
        return any(typing.get_origin(part) is tuple for part in _parts(self.hint))

    @property
    def is_fact(self) -> bool:
        """True when shown in the list of facts."""
        return not self.options.get("template") and not self.options.get("hidden") and self.published

    @property
    def compared(self) -> Compared:
        return self.options.get("compared", "always")

    @property
    def published(self) -> bool:
        return self.options.get("published", True)


@cache
def declared(record: type[BaseModel]) -> Mapping[str, Declared]:
    """Fields of a record by attribute, own before inherited."""
    hints = typing.get_type_hints(record, include_extras=True)
    found = {name: _declared(name, info, hints[name]) for name, info in record.model_fields.items()}
    own = [name for name in found if name in record.__annotations__]
    return {name: found[name] for name in (*own, *(name for name in found if name not in own))}


def _declared(name: str, info: FieldInfo, hint: Any) -> Declared:
    options = next((one.options for one in info.metadata if isinstance(one, _Metadata)), Options())
    return Declared(name, info.alias or name, info, hint, options)


def _parts(hint: Any) -> Iterator[Any]:
    yield hint
    for part in typing.get_args(hint):
        yield from _parts(part)


def _choices(annotation: object) -> Iterator[str]:
    if annotation == fields.Rate:
        yield from fields.RATES
    elif typing.get_origin(annotation) is Literal:
        yield from typing.get_args(annotation)
    for extra in getattr(annotation, "__metadata__", ()):
        if isinstance(extra, WithJsonSchema):
            yield from (extra.json_schema or {}).get("enum", ())
    for part in typing.get_args(annotation):
        if not isinstance(part, str):
            yield from _choices(part)


Item = TypeVar("Item")
Many = Annotated[tuple[Item, ...], fields.OneOrMany]
"""A list whose only item may be written without its dash."""


def or_plain(*types: str) -> Callable[[dict[str, Any]], None]:
    """JSON Schema of a record that may also be a scalar."""

    def extend(schema: dict[str, Any]) -> None:
        whole = dict(schema)
        schema.clear()
        schema["anyOf"] = [whole, {"type": list(types)}]

    return extend


def text_means(name: str) -> Any:
    """Validator of a record of which a plain text is the value of one key."""

    def check(value: Any) -> Any:
        return {name: value} if isinstance(value, str) else value

    return model_validator(mode="before")(check)
