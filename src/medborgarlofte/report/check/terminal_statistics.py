"""Table of the rules that fired (`validate --statistics`)."""

from medborgarlofte.i18n import Language
from medborgarlofte.report.check.result import CheckResult
from medborgarlofte.report.check.terminal import draw_closing, draw_rules
from medborgarlofte.report.terminal import Screen


def write(checked: CheckResult, /, *, lang: Language, width: int, color: bool) -> str:
    """A row for each rule, the most frequent first; then the counts."""
    screen = Screen(width=width, color=color)
    if checked.open:
        draw_rules(screen, checked, lang)
    draw_closing(screen, checked, lang)
    return str(screen)
