"""From plain values to a document, or to everything that is wrong in them."""

from typing import Any

from pydantic import BaseModel, ValidationError

from medborgarlofte.i18n import Text
from medborgarlofte.model.consistency import inconsistencies
from medborgarlofte.model.kinds import KINDS, keys, kind_named, record_below
from medborgarlofte.model.messages import NO_KIND, NOT_A_DOCUMENT, UNKNOWN_KEY, UNKNOWN_KIND
from medborgarlofte.model.record import Document
from medborgarlofte.model.validation_errors import describe_errors, did_you_mean, listed, unknown
from medborgarlofte.source.finding import Finding
from medborgarlofte.suggestions import closest_match


def validate(value: Any) -> tuple[Document | None, list[Finding]]:
    """The document that plain values make up, or the findings that say why they do not."""
    if not isinstance(value, dict):
        return None, [Finding(NOT_A_DOCUMENT, ())]
    kind, findings = _kind(value)
    if kind is None:
        return None, findings
    document: Document | None = None
    try:
        document = kind.model_validate({**_without_empty(value, kind), "dokument": kind.KIND})
    except ValidationError as error:
        findings += describe_errors(error, kind, value)
    findings += inconsistencies(value)
    return (None if any(f.severity in (None, "error") for f in findings) else document), findings


def _kind(value: dict[str, Any]) -> tuple[type[Document] | None, list[Finding]]:
    """The kind that the document says it is, or seems to mean, so that the rest can be looked at."""
    named = value.get("dokument")
    if isinstance(named, str) and (kind := kind_named(named)):
        return kind, []
    names = [kind.KIND for kind in KINDS]
    kinds = listed(names, Text("eller", "or"))
    if named is None:
        misspelt = next((key for key in value if closest_match(key, ["dokument"], cutoff=0.75)), None)
        if misspelt:
            return None, [Finding(UNKNOWN_KEY, (misspelt,), unknown(misspelt, ["dokument"]), on_key=True)]
        return None, [Finding(NO_KIND, (), {"kinds": kinds}, on_key=True)]
    meant = closest_match(named, names) if isinstance(named, str) else None
    return kind_named(meant or ""), [
        Finding(UNKNOWN_KIND, ("dokument",), {"kind": named, "meant": did_you_mean(meant, names)})
    ]


def _without_empty(value: Any, record: type[BaseModel] | None) -> Any:
    """The value without keys that stand empty: what is not filled in is left out."""
    if isinstance(value, dict):
        fields = keys(record) if record else {}
        return {
            key: _without_empty(part, record_below(record, key) if record else None)
            for key, part in value.items()
            if part is not None or key not in fields  # an unknown key is told even when it stands empty
        }
    if isinstance(value, list):
        return [_without_empty(part, record) for part in value]
    return value
