"""New files: where they go, and that nothing which exists is ever written over."""

import json
import re
from pathlib import Path

import click

from medborgarlofte.cli.session import ExitCode, Session
from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text

SCHEMAS = ".lofte"
"""The folder beside promises with the JSON Schemas that editors read; the dot keeps it out of the way."""


def path_for(session: Session, output: str | None, place: str, name: str) -> Path:
    """Where a new document goes: as asked for, else in the place's folder below promises."""
    from medborgarlofte.load import FOLDER, nearest_folder  # noqa: PLC0415
    from medborgarlofte.swedish import slug  # noqa: PLC0415

    if output:
        return named_path(session, output)
    try:
        folder = nearest_folder(session.cwd)
    except LofteError:
        folder = session.cwd / FOLDER
    return folder / slug(place) / f"{name}.yaml"


def named_path(session: Session, output: str) -> Path:
    """The file that was asked for. Raises LofteError when no document can be there."""
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
    """Where the schema lies from the file, through the folder that is made beside promises; empty elsewhere."""
    from medborgarlofte.load import FOLDER, root_of  # noqa: PLC0415

    root = root_of(path.parent)
    if root.name != FOLDER:
        return ""
    depth = len(path.parent.relative_to(root).parts) + 1
    return f"{'../' * depth}{SCHEMAS}/{kind}.schema.json"


def create(session: Session, path: Path, text: str) -> None:
    """Write a new file, never over another, and the schema that its first line points at."""
    write_new(session, path, text.encode())
    write_schema(path, text)


def write_schema(path: Path, text: str) -> None:
    """The schema that the first line of a new file points at, when it is one of ours and not there yet."""
    pointed = re.match(
        rf"# yaml-language-server: \$schema=((?:\.\./)+{re.escape(SCHEMAS)}/(\S+)\.schema\.json)", text
    )
    if pointed:
        from medborgarlofte.model.schema import schema_of  # noqa: PLC0415
        from medborgarlofte.source.files import write_atomically  # noqa: PLC0415

        schema = path.parent / pointed[1]
        if not schema.exists():
            made = json.dumps(schema_of(pointed[2]), ensure_ascii=False, indent=2) + "\n"
            write_atomically(schema, made.encode())


def write_new(session: Session, path: Path, data: bytes) -> None:
    """Write a file that is not there yet. Raises LofteError when it is."""
    from medborgarlofte.source.files import write_atomically  # noqa: PLC0415
    from medborgarlofte.source.locking import locked  # noqa: PLC0415

    with locked(path):
        if path.exists():
            raise LofteError(
                Text(
                    f"{session.shown(path)} finns redan. Inget har ändrats.",
                    f"{session.shown(path)} exists already. Nothing has been changed.",
                ),
                Text("Välj ett annat namn med -o.", "Choose another name with -o."),
            )
        write_atomically(path, data)


def write_example(session: Session, folder: str) -> int:
    """The invented municipality in a new folder."""
    from medborgarlofte.drafting.example import example_files  # noqa: PLC0415
    from medborgarlofte.source.files import write_atomically  # noqa: PLC0415

    root = session.cwd / folder
    if root.exists() and (not root.is_dir() or any(root.iterdir())):
        raise LofteError(
            Text(
                f"”{folder}” finns redan och är inte tom. Inget har ändrats.",
                f"“{folder}” exists and is not empty. Nothing has been changed.",
            ),
            Text(
                f"Välj en ny mapp: lofte new --example {folder}-2",
                f"Choose a new folder: lofte new --example {folder}-2",
            ),
        )
    count = 0
    for name, data in example_files():
        text = data.decode().replace("$schema=../../../schema/", f"$schema=../../{SCHEMAS}/")
        write_atomically(root / name, text.encode())
        write_schema(root / name, text)
        count += 1
    said = Text(
        f"Skrev {count} filer i {folder}. Prova: cd {folder}, sedan lofte validate och lofte render",
        f"Wrote {count} files in {folder}. Try: cd {folder}, then lofte validate and lofte render",
    )
    click.echo(session.say(said))
    return ExitCode.CLEAN
