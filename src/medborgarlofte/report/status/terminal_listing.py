"""Documents of a project in a table for a terminal."""

from medborgarlofte.i18n import Language, Text
from medborgarlofte.report.status.result import Status
from medborgarlofte.report.status.sentences import document_cells
from medborgarlofte.report.terminal import NARROWEST, Column, Screen, cell_widths


def write(status: Status, /, *, lang: Language, width: int, color: bool) -> str:
    """Id, kind, stage and, where there is room, title."""
    screen = Screen(width=width, color=color)
    rows = [document_cells(loaded, status, lang) for loaded in status.documents]
    *headings, title = (heading[lang] for heading in _HEADINGS)
    names = cell_widths([headings, *(row[:-1] for row in rows)])
    if rows and sum(names) + 2 * len(names) + NARROWEST > width:
        screen.table([Column(heading) for heading in headings], [row[:-1] for row in rows])
    elif rows:
        screen.table([*map(Column, headings), Column(title, wraps=True)], rows)
    return str(screen)


_HEADINGS = (
    Text("Dokument", "Document"),
    Text("Sort", "Kind"),
    Text("Läge", "State"),
    Text("Titel eller datum", "Title or date"),
)
