"""Documents of a project as plain text, one a line."""

from medborgarlofte.i18n import Language
from medborgarlofte.model.lifecycle import STAGE_LABELS
from medborgarlofte.report.status.result import Status
from medborgarlofte.timeline import stage_of


def write(status: Status, /, *, lang: Language, width: int, color: bool) -> str:  # noqa: ARG001 - a Writer
    """Id, kind, stage and title."""
    rows = [
        (
            loaded.id,
            loaded.document.LABEL[lang].lower(),
            STAGE_LABELS[stage_of(status.workspace, loaded, status.today)][lang].lower(),
            loaded.document.title or str(loaded.document.date or ""),
        )
        for loaded in status.documents
    ]
    widths = [max((len(cell) for cell in column), default=0) for column in zip(*rows, strict=True)]
    lines = (
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    )
    return "".join(f"{line}\n" for line in lines)
