"""Rules by how often they fired."""

from medborgarlofte.i18n import Language
from medborgarlofte.report.check.result import CheckResult
from medborgarlofte.report.check.sentences import closing, rule_counts


def write(checked: CheckResult, /, *, lang: Language, width: int, color: bool) -> str:  # noqa: ARG001 - a Writer
    """Count, code and name per rule; totals."""
    lines = [f"{row.times:5}  {row.code}  {row.notice.name}" for row in rule_counts(checked)]
    return "\n".join([*lines, closing(checked, lang)]) + "\n"
