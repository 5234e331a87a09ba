"""State and documents of a project drawn for a terminal."""

from medborgarlofte.i18n import Language, Text
from medborgarlofte.report.formats import Cell
from medborgarlofte.report.status.result import Status
from medborgarlofte.report.status.text import DO_NOW, HEADINGS, cells, document_cells, follow_ups, verdict
from medborgarlofte.report.terminal import NARROWEST, Column, Screen, cell_widths


def write_text(status: Status, /, *, lang: Language, width: int, color: bool) -> str:
    """Verdict, table of promises, follow-ups and next commands."""
    screen = Screen(width=width, color=color)
    screen.paragraph(*verdict(status, lang))
    if status.promises:
        screen.paragraph((follow_ups(status, lang), "muted"))
        screen.blank()
        *names, last = (heading[lang] for heading in HEADINGS)
        columns = [Column(name, right=name == HEADINGS[3][lang]) for name in names]
        rows = [cells(state, status, lang) for state in status.promises]
        screen.table([*columns, Column(last, wraps=True)], rows)
    screen.blank()
    screen.paragraph((DO_NOW[lang], "heading"))
    longest = max((len(step.command) for step in status.steps), default=0)
    steps: list[list[Cell]] = [[(step.command, "command"), step.what[lang]] for step in status.steps]
    screen.aligned(steps, [longest])
    return str(screen)


def write_listing(status: Status, /, *, lang: Language, width: int, color: bool) -> str:
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
