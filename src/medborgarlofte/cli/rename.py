"""`lofte rename`: an id or a document, with every reference."""

from typing import Annotated

from medborgarlofte.cli import lazy
from medborgarlofte.cli.bilingual import command
from medborgarlofte.cli.options import argument, option
from medborgarlofte.cli.session import ExitCode, Session
from medborgarlofte.i18n import Text

Old = Annotated[
    str,
    argument(
        "Ett dokuments id eller fil, en mapp, eller ett åtagande: exempelby/lofte-2026#K1.",
        "A document's id or file, a folder, or a commitment: exempelby/lofte-2026#K1.",
        metavar=Text("GAMMALT", "OLD"),
    ),
]
New = Annotated[str, argument("Det nya namnet.", "The new name.", metavar=Text("NYTT", "NEW"))]
DryRun = Annotated[
    bool, option("--dry-run", "Visa vad som skulle ändras, skriv inget.", "Show the changes, write nothing.")
]


@command(
    "Byt namn på ett dokument, en mapp eller ett id i ett dokument, och ändra samtidigt varje hänvisning dit. Allt "
    "annat i filerna är oförändrat. Går något inte, ändras inget.",
    "Rename a document, a folder or an id in a document, and change every reference to it. Everything else in the "
    "files stays as it is. If something fails, nothing is changed.",
    example="lofte rename exempelby/lofte-2026#K1 K7\nlofte rename exempelby/lofte-2026 exempelby/lofte-2026-2027\n"
    "lofte rename exempelby exempelkoping",
)
def rename(session: Session, old: Old, new: New, *, dry_run: DryRun = False) -> int:
    """Rename and list the changed files."""
    lazy.renames.rename_all(session, old, new, dry_run=dry_run)
    return ExitCode.CLEAN
