"""Documents of a project as JSON (docs/schema/list.schema.json)."""

import json
from typing import Any, Final

from medborgarlofte.i18n import Language
from medborgarlofte.load import LoadedDocument
from medborgarlofte.model.places import places
from medborgarlofte.report.status.result import PromiseState, Status
from medborgarlofte.report.summary.sentences import grouped
from medborgarlofte.stats import counted
from medborgarlofte.timeline import stage_of

VERSION: Final = 1


def write(status: Status, /, *, lang: Language, width: int, color: bool) -> str:  # noqa: ARG001 - a Writer
    """Every document with its state, and the next commands."""
    promises = {state.id: state for state in status.promises}
    envelope = {
        "version": VERSION,
        "today": status.today.isoformat(),
        "errors": status.found.tally.severities["error"],
        "warnings": status.found.tally.severities["warning"],
        "documents": [_document(loaded, promises.get(loaded.id), status) for loaded in status.documents],
        "next": [{"command": step.command, "what": step.what[lang]} for step in status.steps],
    }
    return json.dumps(envelope, ensure_ascii=False, indent=2) + "\n"


def _document(loaded: LoadedDocument, state: PromiseState | None, status: Status) -> dict[str, Any]:
    document = loaded.document
    period = document.period
    errors, warnings = status.found.by_file.get(loaded.file, (0, 0))
    return {
        "id": loaded.id,
        "file": loaded.file,
        "kind": document.KIND,
        "title": document.title,
        "places": places(document),
        "period": {
            "from": str(period.start) if period and period.start else None,
            "to": str(period.last_date) if period and period.last_date else None,
        },
        "date": str(document.date) if document.date else None,
        "status": document.status,
        "stage": stage_of(status.workspace, loaded, status.today),
        "errors": errors,
        "warnings": warnings,
        "promise": _promise(state) if state else None,
    }


def _promise(state: PromiseState) -> dict[str, Any]:
    one, ahead = state.figures, state.next
    return {
        "commitments": len(one.units),
        "done": grouped(counted(one.units))["done"],
        "days_left": one.days_left,
        "last_follow_up": str(one.latest.date) if one.latest else None,
        "next": {"date": ahead.day.isoformat(), "state": ahead.state, "kind": ahead.kind} if ahead else None,
    }
