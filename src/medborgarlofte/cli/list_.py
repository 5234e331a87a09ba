"""`lofte list`: the documents of a project."""

from collections.abc import Sequence
from typing import Annotated

from medborgarlofte.cli import lazy
from medborgarlofte.cli.bilingual import command
from medborgarlofte.cli.options import argument
from medborgarlofte.cli.parameters import Today, format_option
from medborgarlofte.cli.session import ExitCode, Session
from medborgarlofte.i18n import Text
from medborgarlofte.report.status import FORMATS

Names = Annotated[
    Sequence[str],
    argument(
        "En kommun, ett id, en fil eller mapp. Utan: hela projektet.",
        "A municipality, an id, a file or folder. Without: the whole project.",
        metavar=Text("[NAMN]...", "[NAME]..."),
    ),
]


@command(
    "Räkna upp dokumenten: id, sort, läge och titel. Id:t är det namn som andra kommandon tar.",
    "List the documents: id, kind, state and title. The id is the name that other commands take.",
    example="lofte list\nlofte list karlshamn\nlofte list --format json",
)
def list_(
    session: Session,
    names: Names = (),
    *,
    output: Annotated[str | None, format_option(FORMATS.names)] = None,
    today: Today = None,
) -> int:
    """Print the documents."""
    status = lazy.status.status_of(session, names, today)
    named = output if output == "json" else None
    session.write(session.format(FORMATS, status, named, view="listing"))
    return ExitCode.CLEAN
