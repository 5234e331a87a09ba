"""Rule statistics for a terminal (`--statistics`)."""

from medborgarlofte.i18n import Language
from medborgarlofte.report.check.result import CheckResult
from medborgarlofte.report.check.terminal import draw_closing, draw_rules
from medborgarlofte.report.terminal import Screen


def write(checked: CheckResult, /, *, lang: Language, width: int, color: bool) -> str:
    """Row per rule, most frequent first; totals."""
    screen = Screen(width=width, color=color)
    if checked.open:
        draw_rules(screen, checked, lang)
    draw_closing(screen, checked, lang)
    return str(screen)
