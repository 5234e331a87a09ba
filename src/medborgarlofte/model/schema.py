"""JSON Schema of the format, for editors.

Keys and descriptions are Swedish. Patterns keep to what ECMA 262, RE2 and Python have in common, and an
optional key may be empty, as in a form.
"""

import re
from collections.abc import Iterator
from typing import Any, Final

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from medborgarlofte.model.kinds import KINDS, keys, records
from medborgarlofte.model.record import Document
from medborgarlofte.swedish import slug

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


class _Schema(GenerateJsonSchema):
    """Schema generator that also accepts a single item for a list."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def tuple_schema(self, schema: core_schema.TupleSchema) -> JsonSchemaValue:
        made = super().tuple_schema(schema)
        made.pop("prefixItems", None) if schema.get("variadic_item_index") is not None else None
        return made

    def function_before_schema(self, schema: core_schema.BeforeValidatorFunctionSchema) -> JsonSchemaValue:
        made = super().function_before_schema(schema)
        if made.get("type") == "array" and "items" in made:
            return {"anyOf": [made, made["items"]]}
        return made


def schema_of(name: str) -> dict[str, Any]:
    """Schema of a kind by folded name: ”medborgarlofte”."""
    kind = next(kind for kind in KINDS if slug(kind.KIND) == name)
    return {"$schema": DIALECT, **_made(kind)}


def schema_of_all() -> dict[str, Any]:
    """Schema of every kind, selected by ”dokument”."""
    definitions: dict[str, Any] = {}
    choices = []
    for kind in KINDS:
        made = _made(kind)
        definitions |= made.pop("$defs", {})
        choices.append(
            {"if": {"properties": {"dokument": {"const": kind.KIND}}, "required": ["dokument"]}, "then": made}
        )
    return {
        "$schema": DIALECT,
        "type": "object",
        "required": ["dokument"],
        "properties": {"dokument": {"enum": [kind.KIND for kind in KINDS]}},
        "allOf": choices,
        "$defs": definitions,
    }


def _made(kind: type[Document]) -> dict[str, Any]:
    made: dict[str, Any] = kind.model_json_schema(
        by_alias=True, schema_generator=_Schema, ref_template="#/$defs/{model}"
    )
    for part in list(_parts(made)):
        if isinstance(part.get("pattern"), str):
            part["pattern"] = _portable(part["pattern"])
    for part in list(_parts(made)):
        if isinstance(part.get("properties"), dict):
            part.pop("description", None)  # the docstrings are English; the keys have Swedish descriptions
            for key in part["properties"].keys() - set(part.get("required", ())) - {"dokument"}:
                part["properties"][key] = _or_empty(part["properties"][key])
    made["title"] = kind.LABEL.sv
    return made


def _parts(value: Any) -> Iterator[dict[str, Any]]:
    """Every mapping in a schema."""
    if isinstance(value, dict):
        yield value
        for part in value.values():
            yield from _parts(part)
    elif isinstance(value, list):
        for part in value:
            yield from _parts(part)


_LETTERS: Final = "0-9A-Z_a-zª²³µ¹º¼-¾À-ÖØ-öø-ʯ\u0300-\u036fͰ-\u1fffⰀ-\ud7ff豈-\ufdff"
"""What \\w is in Python, as ranges: in JSON Schema it is a–z, 0–9 and _ alone. Combining characters are among them, for
editors see a file before its letters are composed."""


def _portable(pattern: str) -> str:
    """Pattern that ECMA 262, RE2 and Python read alike."""
    plain = re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), pattern)
    return plain.replace(r"[\w", f"[{_LETTERS}").replace(r"\w", f"[{_LETTERS}]").replace(r"\d", "[0-9]")


def _or_empty(shape: dict[str, Any]) -> dict[str, Any]:
    """Schema of an optional key, which may be null."""
    types = shape.get("type")
    if types is not None and "enum" not in shape and "const" not in shape:
        return {**shape, "type": [*([types] if isinstance(types, str) else types), "null"]}
    about: dict[str, Any] = {key: shape[key] for key in ("title", "description") if key in shape}
    bare = {key: part for key, part in shape.items() if key not in about}
    choices = bare["anyOf"] if bare.keys() == {"anyOf"} else [bare]
    return {"anyOf": [*choices, {"type": "null"}], **about}


def fields() -> list[tuple[type[BaseModel], str, FieldInfo]]:
    """Every key of every record, for the reference."""
    return [(record, key, field.info) for record in records() for key, field in keys(record).items()]
