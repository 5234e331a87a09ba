"""State of a project drawn for a terminal."""

from medborgarlofte.i18n import Language
from medborgarlofte.report.formats import Cell
from medborgarlofte.report.status.result import Status
from medborgarlofte.report.status.sentences import DO_NOW, HEADINGS, cells, follow_ups, verdict
from medborgarlofte.report.terminal import Column, Screen


def write(status: Status, /, *, lang: Language, width: int, color: bool) -> str:
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
