"""The format as JSON Schema, with Swedish keys and descriptions, for completion and hover in an editor."""

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
    """What a file may say, which is more than one thing where a single item may be written without its dash."""

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
    """The schema of the kind whose folded name is given: ”medborgarlofte”."""
    kind = next(kind for kind in KINDS if slug(kind.KIND) == name)
    return {"$schema": DIALECT, **_made(kind)}


def schema_of_all() -> dict[str, Any]:
    """One schema for every kind, chosen by ”dokument”."""
    definitions: dict[str, Any] = {}
    choices = []
    for kind in KINDS:
        made = _made(kind)
        definitions |= made.pop("$defs", {})
        choices.append(
            {
                "if": {"properties": {"dokument": {"const": kind.KIND}}, "required": ["dokument"]},
                "then": made,
            }
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
    made["title"] = kind.LABEL.sv
    made.pop("description", None)
    for part in made.get("$defs", {}).values():
        part.pop("description", None)  # the docstrings are English; the keys have Swedish descriptions
    return made


def fields() -> list[tuple[type[BaseModel], str, FieldInfo]]:
    """Every key of every record, for the key reference."""
    return [(record, key, field) for record in records() for key, field in keys(record).items()]
