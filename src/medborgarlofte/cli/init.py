"""`lofte init`: a new project."""

from typing import Annotated

from medborgarlofte.cli import lazy
from medborgarlofte.cli.bilingual import command
from medborgarlofte.cli.options import argument, option
from medborgarlofte.cli.parameters import NAME
from medborgarlofte.cli.session import Session
from medborgarlofte.i18n import Text

Folder = Annotated[
    str,
    argument(
        "Var projektet ska ligga. Utan: här.",
        "Where to put the project. Without: here.",
        metavar=Text("[MAPP]", "[DIR]"),
    ),
]
Municipality = Annotated[
    str | None,
    option(
        "--municipality --kommun",
        "Kommunens namn eller kod: Lerum, 1441.",
        "Name or code of the municipality: Lerum, 1441.",
        metavar=NAME,
    ),
]
Police = Annotated[
    str | None,
    option(
        "--police --polis",
        "Lokalpolisområdets namn (förval efter kommunen).",
        "Name of the local police area (default: after the municipality).",
        metavar=NAME,
    ),
]
DryRun = Annotated[bool, option("--dry-run", "Visa filerna, skriv inget.", "Show the files, write nothing.")]


@command(
    "Börja på ett projekt: mappen promises, inställningar, stöd i VS Code och git, kontroll och publicering hos GitHub "
    "och GitLab, och en README för kollegor. Bara det som saknas skrivs; inget som finns ändras.",
    "Start a project: the folder promises, settings, support in VS Code and git, checks and publishing on GitHub and "
    "GitLab, and a README in Swedish for colleagues. Only what is missing is written; nothing that exists is changed.",
    example="lofte init\nlofte init trygghet --municipality Lerum\nlofte init --municipality 1441 --dry-run",
)
def init(
    session: Session,
    folder: Folder = ".",
    *,
    municipality: Municipality = None,
    police: Police = None,
    dry_run: DryRun = False,
) -> int:
    """Write the missing files of a project."""
    return lazy.projects.start_project(session, folder, municipality, police, dry_run=dry_run)
