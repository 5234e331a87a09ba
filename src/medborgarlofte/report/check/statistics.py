"""Rules by how often they fired."""

from medborgarlofte.i18n import Language
from medborgarlofte.report.check.result import Checked
from medborgarlofte.report.check.sentences import closing


def write(checked: Checked, /, *, lang: Language, width: int, color: bool) -> str:  # noqa: ARG001 - a Writer
    """Count, code and name per rule; totals."""
    lines = [f"{row.times:5}  {row.code}  {row.notice.name}" for row in checked.tally.rules()]
    return "\n".join([*lines, closing(checked, lang)]) + "\n"
