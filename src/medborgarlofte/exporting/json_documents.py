"""Every document whole, as JSON with the keys of the files, so that it can be read back."""

import json
from typing import Any, Final

from pydantic_core import to_json

from medborgarlofte.load import Workspace
from medborgarlofte.model.record import Document
from medborgarlofte.model.schema import DIALECT, schema_of_all

VERSION: Final = 1

NEVER_PUBLISHED: Final = ("anmärkningar", "undantag")
"""Keys that are for those who write."""


def write_documents(workspace: Workspace) -> bytes:
    """All documents by id; own notes and contacts that are not public are left out."""
    made = {
        "version": VERSION,
        "documents": [
            {"id": loaded.id, "document": plain(loaded.document)} for loaded in workspace.documents.values()
        ],
    }
    return to_json(made, indent=1) + b"\n"


def plain(document: Document) -> dict[str, Any]:
    """A document as the keys and values of its file, without what is not filled in or not published."""
    made: dict[str, Any] = document.model_dump(
        mode="json", by_alias=True, exclude_defaults=True, exclude_none=True
    )
    made = {
        "dokument": document.KIND,
        **{key: part for key, part in made.items() if key not in NEVER_PUBLISHED},
    }
    contacts = [
        row.model_dump(mode="json", by_alias=True, exclude_defaults=True)
        for row in document.contacts
        if row.public and not row.press_only
    ]
    made.pop("kontakter", None)
    return made | ({"kontakter": contacts} if contacts else {})


def write_schema() -> bytes:
    """The JSON Schema of what write_documents gives."""
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
    return (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode()
