"""JSON Schemas of reports, as published in docs/schema."""

import functools
import json
from typing import Any

import jsonschema

from corpus import ROOT


def shape_of(report: str) -> dict[str, Any]:
    """Schema of a report's JSON."""
    path = ROOT / "docs" / "schema" / f"{report}.schema.json"
    shape: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return shape


@functools.cache
def validator(report: str) -> jsonschema.Draft202012Validator:
    """Validator of a report's JSON. Raises SchemaError when the schema itself is wrong."""
    jsonschema.Draft202012Validator.check_schema(shape_of(report))
    return jsonschema.Draft202012Validator(shape_of(report))
