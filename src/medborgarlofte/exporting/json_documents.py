"""Documents as JSON with the files' keys."""

import json
from typing import Any, Final

from pydantic_core import to_json

from medborgarlofte.load import Workspace
from medborgarlofte.model.declaration import declared
from medborgarlofte.model.record import Document
from medborgarlofte.model.schema import DIALECT, schema_of_all

VERSION: Final = 1


def write_documents(workspace: Workspace) -> bytes:
    """All documents by id, without private contacts and notes."""
    rows = (
        to_json({"id": loaded.id, "document": plain(loaded.document)}, indent=1).replace(b"\n", b"\n  ")
        for loaded in workspace.documents.values()
    )
    return b'{\n "version": %d,\n "documents": [\n  %b\n ]\n}\n' % (VERSION, b",\n  ".join(rows))


def plain(document: Document) -> dict[str, Any]:
    """Document as plain values, without empty and unpublished ones."""
    shown = document.model_copy(update={"contacts": document.public_contacts})
    private = {name for name, field in declared(type(document)).items() if not field.published}
    made = shown.model_dump(
        mode="json", by_alias=True, exclude=private, exclude_defaults=True, exclude_none=True
    )
    return {"dokument": document.KIND, **made}


def write_schema() -> bytes:
    """JSON Schema of `write_documents`."""
    whole = schema_of_all()
    definitions = whole.pop("$defs")
    whole.pop("$schema")
    schema = {
        "$schema": DIALECT,
        "title": "Medborgarlöften",
        "type": "object",
        "required": ["version", "documents"],
        "properties": {
            "version": {"const": VERSION},
            "documents": {
                "type": "array",
                "items": {
                    "type": "object",
                    "required": ["id", "document"],
                    "properties": {"id": {"type": "string"}, "document": whole},
                },
            },
        },
        "$defs": definitions,
    }
    return json_bytes(schema)


def json_bytes(value: Any) -> bytes:
    """JSON for a file."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
