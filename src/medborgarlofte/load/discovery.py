"""Discovery of projects and files."""

import os
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, NamedTuple

from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text
from medborgarlofte.load.neighbours import related
from medborgarlofte.load.paths import display, existing_path
from medborgarlofte.model.config import CONFIG_FILE
from medborgarlofte.source.files import SUFFIXES, is_misnamed, yaml_files
from medborgarlofte.source.os_errors import describe_os_error
from medborgarlofte.source.patterns import expanded

FOLDER: Final = "promises"
SCHEMAS: Final = ".lofte"
"""Folder beside promises with the JSON Schemas for editors; the dot hides it in listings."""
STDIN: Final = "-"


class InputFile(NamedTuple):
    """File to read: id, name, optional bytes."""

    id: str
    file: str
    path: Path | None
    data: bytes | None = None
    asked: bool = True
    """Whether it is to be reported on; others are there to be referred to."""


@dataclass(frozen=True, slots=True)
class Project:
    """Documents below one folder, sharing a configuration."""

    root: Path
    """Where ids start: a folder ”promises”, or a folder outside every such."""
    config: Path
    """Where its lofte.toml lies or would lie."""
    config_name: str
    """How that file is called in messages."""
    files: tuple[InputFile, ...]
    """In the order of their ids."""
    closed: tuple[str, ...] = ()
    """The ids of folders that may not be read, ending in /; what lies in them can be referred to all the same."""
    names: tuple[str, ...] = ()
    """What was asked for by id or place; the files are known once they are read."""

    @property
    def asked(self) -> frozenset[str]:
        """Ids of the files to report on."""
        return frozenset(item.id for item in self.files if item.asked)


def discover(paths: Sequence[str], cwd: Path, stdin: bytes | None) -> list[Project]:
    """Projects of the paths, at least one.

    Each has all its files. What is no path is a name of something in the nearest folder `promises`. Raises
    LofteError when a path does not exist or a selected folder is not readable.
    """
    scopes: dict[Path, list[Path]] = {}
    piped: Path | None = None
    names: list[str] = []
    for written in list(expanded(paths, cwd)) or [str(nearest_folder(cwd))]:
        if written == STDIN and stdin is not None:
            piped = folder_above(cwd) or cwd
            if piped.name == FOLDER:  # what the document may refer to
                scopes.setdefault(piped, [])
        elif is_name(written, cwd):
            names.append(written)
            scopes.setdefault(nearest_folder(cwd), [])
        else:
            path = existing_path(written, cwd)
            scopes.setdefault(root_of(path), []).append(path)
    roots: dict[Path, dict[Path, bool]] = {}
    closed: dict[Path, list[Path]] = {}
    for root, asked in _outermost(scopes).items():
        for file in _files(root, asked, closed):
            seen = roots.setdefault(root_of(file, root), {})
            seen[file] = seen.get(file, False) or any(file == path or path in file.parents for path in asked)
    if piped:
        roots.setdefault(piped, {})
    named = nearest_folder(cwd) if names else None
    wanted = [root for root, files in roots.items() if root in (piped, named) or any(files.values())]
    projects = []
    for root in sorted(wanted) or list(scopes)[:1]:
        read = (input_file(file, root, cwd, asked=asked) for file, asked in roots.get(root, {}).items())
        items = [item for item in read if item]
        if root == piped:
            items.append(InputFile("stdin", "<stdin>", None, stdin))
        project = _project(root, items, closed.get(root, ()), cwd)
        projects.append(replace(project, names=tuple(names)) if root == named else project)
    return projects


def only_project(projects: Sequence[Project]) -> Project:
    """Single project. Raises LofteError for several."""
    if len(projects) == 1:
        return projects[0]
    named = ", ".join(project.config_name.removesuffix(CONFIG_FILE) or "./" for project in projects)
    raise LofteError(
        Text(
            f"Sökvägarna hör till flera samlingar av löften ({named}), var och en med egna id:n och inställningar.",
            f"The paths belong to several collections of promises ({named}), each with its own ids and settings.",
        ),
        Text("Kör kommandot en gång för var och en.", "Run the command once for each of them."),
    )


def _outermost(scopes: Mapping[Path, list[Path]]) -> dict[Path, list[Path]]:
    """Nested folders outside `promises`, merged."""
    merged: dict[Path, list[Path]] = {}
    for root in sorted(scopes):
        home = next((above for above in merged if above in root.parents and above.name != FOLDER), root)
        merged.setdefault(home if root.name != FOLDER else root, []).extend(scopes[root])
    return merged


def _files(root: Path, asked: Sequence[Path], closed: dict[Path, list[Path]]) -> Iterator[Path]:
    """Files of a folder, plus selected hidden ones."""
    refused: list[OSError] = []
    inside = list(yaml_files(root, refused))
    for error in refused:
        folder = Path(error.filename or root)
        if any(folder == path or path in folder.parents for path in asked):
            reason, _ = describe_os_error(error)
            raise LofteError(
                Text(f"Mappen ”{folder}” går inte att läsa.", f"The folder “{folder}” cannot be read."),
                Text(f"Datorn säger: {reason.sv}.", f"The computer says: {reason.en}."),
            ) from error
        closed.setdefault(root_of(folder, root), []).append(folder)
    if root.name != FOLDER and all(path.is_file() for path in asked):
        inside = related(asked, inside, root)
    yield from inside
    yield from (path for path in asked if path not in inside and path.is_file())


def _project(root: Path, items: Sequence[InputFile], closed: Iterable[Path], cwd: Path) -> Project:
    config = _config_path(root, cwd)
    return Project(
        root,
        config,
        display(config, cwd),
        tuple(sorted(items, key=lambda item: (item.id.casefold(), item.id, item.file))),
        tuple("" if folder == root else f"{_id(folder, root)}/" for folder in closed),
    )


def _config_path(root: Path, cwd: Path) -> Path:
    """Path of lofte.toml.

    Beside `promises`; for other folders the nearest one up to the current folder.
    """
    if root.name == FOLDER:
        return root.parent / CONFIG_FILE
    above = [folder for folder in (root, *root.parents) if folder == root or cwd in (folder, *folder.parents)]
    return next((folder for folder in above if (folder / CONFIG_FILE).is_file()), cwd) / CONFIG_FILE


def is_name(written: str, cwd: Path) -> bool:
    """True for an id or a place: what neither exists, starts with an existing folder nor ends in .yaml outside `promises`."""
    path = Path(written)
    if written in ("", STDIN):
        return False
    inside = len(path.parts) > 1 and os.path.lexists(cwd / path.parts[0])
    exists = any(os.path.lexists(cwd / f"{path}{suffix}") for suffix in ("", *SUFFIXES))
    is_file = path.suffix.lower() in SUFFIXES and not (
        (folder := folder_above(cwd)) and (folder / path).is_file()
    )
    return not (inside or exists or is_file)


def folder_above(cwd: Path) -> Path | None:
    """The folder `promises` here or above, or None."""
    folders = (folder / FOLDER for folder in (cwd, *cwd.parents))
    return next((folder for folder in folders if os.path.isdir(folder)), None)  # noqa: PTH112 - False where closed


def nearest_folder(cwd: Path) -> Path:
    """Folder `promises` here or above.

    Raises LofteError without one.
    """
    folder = folder_above(cwd)
    if folder:
        return folder
    raise LofteError(
        Text(
            f"Här finns ingen mapp ”{FOLDER}” med löften, och inte i mapparna ovanför heller.",
            f"There is no folder “{FOLDER}” with promises here, nor in the folders above.",
        ),
        Text(
            "Börja här: lofte init. Har du löftet i Word eller PDF: lofte import FIL. Vill du prova först: lofte new "
            f"--example prova. Annars: gå till mappen där ”{FOLDER}” ligger.",
            "Start here: lofte init. If you have the promise in Word or PDF: lofte import FILE. To try first: lofte new "
            f"--example try. Otherwise: go to the folder that holds “{FOLDER}”.",
        ),
    )


def root_of(path: Path, below: Path | None = None) -> Path:
    """Folder that ids start from.

    `promises` above the path, else the folder itself; with `below`, the outermost `promises` under that
    folder, else that folder.
    """
    if below is not None and below.name == FOLDER:
        return below
    folder = path if path.is_dir() else path.parent
    if below is None:
        return next((above for above in (folder, *folder.parents) if above.name == FOLDER), folder)
    under = [above for above in (folder, *folder.parents) if below in above.parents and above.name == FOLDER]
    return under[-1] if under else below


def _id(path: Path, root: Path) -> str:
    return unicodedata.normalize("NFC", path.relative_to(root).as_posix())


def input_file(file: Path, root: Path, cwd: Path, *, asked: bool) -> InputFile | None:
    """File with its id.

    None for an unselected file whose name cannot be shown. Raises LofteError for a selected one.
    """
    meant = file.with_suffix("")
    document_id = _id(meant.with_suffix("") if is_misnamed(file) and not meant.exists() else meant, root)
    if document_id.isascii() or document_id.encode(errors="replace").decode() == document_id:
        return InputFile(document_id, display(file, cwd), file, asked=asked)
    if not asked:
        return None
    shown = document_id.encode(errors="backslashreplace").decode()
    raise LofteError(
        Text(
            f"Namnet på filen ”{shown}” är inte skrivet i UTF-8, så det går inte att visa på en sida.",
            f"The name of the file “{shown}” is not written in UTF-8, so it cannot be shown on a page.",
        ),
        Text("Byt namn på filen.", "Rename the file."),
    )
