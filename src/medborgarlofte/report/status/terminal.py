"""State and documents of a project drawn for a terminal."""

from medborgarlofte.i18n import Text
from medborgarlofte.report.formats import Cell, View
from medborgarlofte.report.status.result import Status
from medborgarlofte.report.status.text import DO_NOW, HEADINGS, cells, document_cells, follow_ups, verdict
from medborgarlofte.report.terminal import NARROWEST, Column, Screen, cell_widths


def write_text(status: Status, view: View) -> str:
    """Verdict, table of promises, follow-ups and next commands."""
    screen = Screen(width=view.width, color=view.color)
    screen.paragraph(*verdict(status, view.lang))
    if status.promises:
        screen.paragraph((follow_ups(status, view.lang), "muted"))
        screen.blank()
        *names, last = (heading[view.lang] for heading in HEADINGS)
        columns = [Column(name, right=name == HEADINGS[3][view.lang]) for name in names]
        rows = [cells(state, status, view.lang) for state in status.promises]
        screen.table([*columns, Column(last, wraps=True)], rows)
    screen.blank()
    screen.paragraph((DO_NOW[view.lang], "heading"))
    longest = max((len(step.command) for step in status.steps), default=0)
    steps: list[list[Cell]] = [[(step.command, "command"), step.what[view.lang]] for step in status.steps]
    screen.aligned(steps, [longest])
    return str(screen)


def write_listing(status: Status, view: View) -> str:
    """Id, kind, stage and, where there is room, title."""
    screen = Screen(width=view.width, color=view.color)
    rows = [document_cells(loaded, status, view.lang) for loaded in status.documents]
    *headings, title = (heading[view.lang] for heading in _HEADINGS)
    names = cell_widths([headings, *(row[:-1] for row in rows)])
    if rows and sum(names) + 2 * len(names) + NARROWEST > view.width:
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
