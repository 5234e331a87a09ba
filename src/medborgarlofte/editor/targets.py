"""References between the documents of an editor's project."""

from medborgarlofte.editor.collection import Snapshot
from medborgarlofte.load import LoadedFile, targets
from medborgarlofte.load.targets import (
    Reference,
    Target,
    definition_at,
    definition_span,
    item_route,
    reference_at,
    references_in,
    target_at,
    value_span,
)

__all__ = [
    "Reference",
    "Target",
    "definition_at",
    "definition_span",
    "document_of",
    "item_route",
    "reference_at",
    "references_in",
    "target_at",
    "usages",
    "value_span",
]


def usages(snapshot: Snapshot, target: Target) -> list[Reference]:
    """References to a target in the whole project."""
    near = (file for file in snapshot.by_path.values() if _may_name(file, target.document))
    return targets.usages(near, target)


def _may_name(file: LoadedFile, document: str) -> bool:
    """False for a file that need not be parsed to know that it names no such document."""
    return file.input.id == document or any(found.document == document for found in file.facts.references)


def document_of(snapshot: Snapshot, target: Target) -> LoadedFile | None:
    return snapshot.by_id.get(target.document)
