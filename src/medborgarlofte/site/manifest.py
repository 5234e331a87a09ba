"""Manifest of published files."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath
from typing import Any, Final, NamedTuple

from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text

MARKER: Final = ".lofte-site.json"
"""File name of the manifest; its presence means that lofte made the folder."""

KIND_LABELS: Final[Mapping[str, Text]] = {
    "html": Text("webbplatsen", "the site"),
    "markdown": Text("texterna i Markdown", "the Markdown texts"),
    "pdf": Text("pdf-filerna", "the PDF files"),
    "share": Text("det som ska delas", "what is to be shared"),
    "docx": Text("Word-filerna", "the Word files"),
    "xlsx": Text("arbetsboken för Excel", "the Excel workbook"),
    "data": Text("öppna data", "the open data"),
    "sqlite": Text("en databas", "a database"),
    "parquet": Text("tabeller i Parquet", "tables in Parquet"),
    "csv": Text("tabeller i CSV", "tables in CSV"),
    "json": Text("tabeller i JSON", "tables in JSON"),
}


class Manifest(NamedTuple):
    """Published files with their SHA-256."""

    files: Mapping[str, str]
    """By path from the folder, with forward slashes."""
    kind: str
    """A key of KIND_LABELS."""
    staging: str = ""
    """Name of the staging folder whose files are being moved; empty when the folder is complete."""


def read_manifest(folder: Path) -> Manifest | None:
    """Manifest of a folder, or None.

    Raises LofteError when it is damaged.
    """
    path = folder / MARKER
    if not path.is_file():
        return None
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        files = {
            name: str(entry[-1] if isinstance(entry, list) else entry)
            for name, entry in _entries(data["files"])
        }
        manifest = Manifest(files, str(data.get("kind") or _guess_kind(files)), str(data.get("staging", "")))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise _damaged(path) from error
    if not all(map(_is_inside, files)):
        raise _damaged(path)
    return manifest


def _damaged(path: Path) -> LofteError:
    return LofteError(
        Text(
            f"”{path}” är skadad, så det går inte att se vilka filer som är våra. Inget har ändrats.",
            f"“{path}” is damaged, so files written by lofte cannot be identified. Nothing has been changed.",
        ),
        Text(
            "Välj en annan mapp, eller ta bort den här själv.",
            "Choose another folder, or remove this one yourself.",
        ),
    )


def write_manifest(path: Path, manifest: Manifest) -> None:
    """Write a manifest to a file."""
    value = {"made_by": "lofte", "kind": manifest.kind, "files": dict(sorted(manifest.files.items()))}
    if manifest.staging:
        value["staging"] = manifest.staging
    path.write_text(json.dumps(value, indent=1) + "\n", encoding="utf-8")


def _entries(files: Any) -> Iterable[tuple[str, Any]]:
    """Path and entry of each file, older formats included."""
    return ((str(name), "") for name in files) if isinstance(files, list) else files.items()


def _is_inside(name: str) -> bool:
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts and bool(path.parts)


def _guess_kind(files: Iterable[str]) -> str:
    """Output kind for manifests that do not state it."""
    suffixes = {PurePosixPath(name).suffix for name in files}
    if ".html" in suffixes or not suffixes:
        return "html"
    if ".csv" in suffixes:
        return "data"
    return "pdf" if ".pdf" in suffixes else "markdown"
