"""Documents of a project as plain text, one a line."""

from medborgarlofte.i18n import Language
from medborgarlofte.report.status.result import Status
from medborgarlofte.report.status.sentences import document_cells, in_columns, plain


def write(status: Status, /, *, lang: Language, width: int, color: bool) -> str:  # noqa: ARG001 - a Writer
    """Id, kind, stage and title."""
    rows = [[plain(cell) for cell in document_cells(one, status, lang)] for one in status.documents]
    return "".join(f"{line}\n" for line in in_columns(rows))
