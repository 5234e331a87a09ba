"""Paths and exclusive creation of new files."""

import json
import re
from pathlib import Path

from medborgarlofte.cli.session import Session
from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text
from medborgarlofte.load import FOLDER, SCHEMAS, folder_above, root_of
from medborgarlofte.model.schema import schema_of
from medborgarlofte.source.files import write_atomically
from medborgarlofte.source.locking import locked
from medborgarlofte.swedish import PartialDate, slug


def path_for(session: Session, output: str | None, place: str, name: str) -> Path:
    """Path of a new document.

    As given, else in the place's folder below promises. Raises LofteError.
    """
    if output:
        return named_path(session, output)
    folder = folder_above(session.cwd) or session.cwd / FOLDER
    return folder / slug(place) / f"{name}.yaml"


def named_path(session: Session, output: str) -> Path:
    """Given path. Raises LofteError unless YAML."""
    path = session.cwd / output
    if path.suffix not in (".yaml", ".yml") or path.is_dir():
        raise LofteError(
            Text(f"”{output}” slutar inte på .yaml.", f"“{output}” does not end in .yaml."),
            Text(
                "Löften skrivs i filer som slutar på .yaml.",
                "Promises are written in files that end in .yaml.",
            ),
        )
    return path


def schema_from(path: Path, kind: str) -> str:
    """Relative path of a schema in `.lofte`.

    Empty outside a folder promises.
    """
    root = root_of(path.parent)
    if root.name != FOLDER:
        return ""
    depth = len(path.parent.relative_to(root).parts) + 1
    return f"{'../' * depth}{SCHEMAS}/{kind}.schema.json"


def create(session: Session, path: Path, text: str) -> None:
    """Write a document and its schema. Raises LofteError if it exists."""
    write_new(session, path, text.encode())
    write_schema(path, text)


def write_schema(path: Path, text: str) -> None:
    """Write the schema a document refers to."""
    reference = re.match(
        rf"# yaml-language-server: \$schema=((?:\.\./)+{re.escape(SCHEMAS)}/(\S+)\.schema\.json)", text
    )
    if reference:
        schema = path.parent / reference[1]
        if not schema.exists():
            data = json.dumps(schema_of(reference[2]), ensure_ascii=False, indent=2) + "\n"
            write_atomically(schema, data.encode())


def taken(session: Session, path: Path, advice: Text) -> LofteError:
    """Error for a file that exists."""
    shown = session.shown(path)
    return LofteError(
        Text(
            f"{shown} finns redan. Inget har ändrats.", f"{shown} already exists. Nothing has been changed."
        ),
        advice,
    )


def write_new(session: Session, path: Path, data: bytes) -> None:
    """Write a file. Raises LofteError if it exists."""
    with locked(path):
        if path.exists():
            advice = Text("Välj ett annat namn med -o.", "Choose another name with -o.")
            raise taken(session, path, advice)
        write_atomically(path, data)


def replace_text(session: Session, path: Path, old: str, new: str) -> None:
    """Rewrite a file of this program. Raises LofteError if it has changed since."""
    with locked(path):
        if path.read_bytes() != old.encode():
            shown = session.shown(path)
            raise LofteError(
                Text(f"{shown} har ändrats under tiden.", f"{shown} has been changed meanwhile."),
                Text("Sluta med q och fortsätt i filen.", "Quit with q and go on in the file."),
            )
        write_atomically(path, new.encode())


def check_order(first: PartialDate, last: PartialDate) -> None:
    """Raises LofteError for a period that ends before it starts."""
    if last.last < first.first:
        raise LofteError(
            Text(
                f"Perioden slutar ({last}) före den börjar ({first}).",
                f"The period ends ({last}) before it starts ({first}).",
            )
        )
