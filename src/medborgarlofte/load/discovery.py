"""Which files a path stands for: the documents that were asked for, and those beside them."""

import os
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text
from medborgarlofte.model.config import CONFIG_FILE
from medborgarlofte.source.files import SUFFIXES, yaml_files
from medborgarlofte.source.os_errors import describe_os_error
from medborgarlofte.suggestions import closest_match

FOLDER: Final = "promises"
STDIN: Final = "-"


class InputFile(NamedTuple):
    """A file to read: its id, how it is called in messages, and its bytes when they come from elsewhere."""

    id: str
    file: str
    path: Path | None
    data: bytes | None = None


def discover(
    paths: Sequence[str], cwd: Path, stdin: bytes | None
) -> tuple[list[InputFile], set[str], list[Path]]:
    """Every file of the folders concerned, the ids of those that were asked for, and the folders."""
    inputs: dict[Path, InputFile] = {}
    asked: set[str] = set()
    roots: list[Path] = []
    for written in paths or [str(nearest_folder(cwd))]:
        if written == STDIN and stdin is not None:
            inputs[Path(STDIN)] = InputFile("stdin", "<stdin>", None, stdin)
            asked.add("stdin")
            for file in _beside_stdin(cwd):  # what the document may refer to
                inputs.setdefault(file.absolute(), _input(file, root_of(file), cwd))
            continue
        path = existing_path(written, cwd)
        root = root_of(path)
        roots.append(root)
        try:
            found = list(yaml_files(root))
        except OSError as error:
            reason, _ = describe_os_error(error)
            folder = error.filename or root
            raise LofteError(
                Text(f"Mappen ”{folder}” går inte att läsa.", f"The folder “{folder}” cannot be read."),
                Text(f"Datorn säger: {reason.sv}.", f"The computer says: {reason.en}."),
            ) from error
        if path.is_file() and path not in found:
            found.append(path)
        for file in found:
            item = inputs.setdefault(file.absolute(), _input(file, root, cwd))
            if file == path or path in file.parents:
                asked.add(item.id)
    return sorted(inputs.values(), key=lambda item: (item.id.casefold(), item.id)), asked, roots


def selected_files(paths: Sequence[str], cwd: Path) -> list[tuple[str, Path]]:
    """The name and path of each file that was asked for. Raises LofteError when a path leads nowhere."""
    named = [path for path in paths if path != STDIN]
    if paths and not named:
        return []
    inputs, asked, _ = discover(named, cwd, None)
    return [(item.file, item.path) for item in inputs if item.id in asked and item.path is not None]


def config_path(roots: Sequence[Path], cwd: Path) -> Path:
    """Where lofte.toml lies: beside the folder with the promises."""
    return (roots[0].parent if roots and roots[0].name == FOLDER else cwd) / CONFIG_FILE


def _beside_stdin(cwd: Path) -> Iterator[Path]:
    """The documents that one from standard input stands among."""
    for folder in (cwd, *cwd.parents):
        if (folder / FOLDER).is_dir():
            yield from yaml_files(folder / FOLDER)
            return


def nearest_folder(cwd: Path) -> Path:
    """The folder ”promises” here or above. Raises LofteError when there is none."""
    for folder in (cwd, *cwd.parents):
        if (folder / FOLDER).is_dir():
            return folder / FOLDER
    raise LofteError(
        Text(
            f"Här finns ingen mapp ”{FOLDER}” med löften, och inte i mapparna ovanför heller.",
            f"There is no folder “{FOLDER}” with promises here, nor in the folders above.",
        ),
        Text(
            f"Gå till mappen där ”{FOLDER}” ligger, eller säg var löftena finns: lofte validate sökväg/till/mapp",
            f"Go to the folder that holds “{FOLDER}”, or say where the promises are: lofte validate path/to/folder",
        ),
    )


def existing_path(written: str, cwd: Path) -> Path:
    """The file or folder that was named. Raises LofteError, with what may have been meant, when there is none."""
    path = Path(os.path.normpath(cwd / written))
    if path.is_dir() or (path.is_file() and path.suffix.lower() in SUFFIXES):
        return path
    if path.is_file():
        raise LofteError(
            Text(f"”{written}” är ingen YAML-fil.", f"“{written}” is no YAML file."),
            Text(
                "Löften skrivs i filer som slutar på .yaml.",
                "Promises are written in files that end in .yaml.",
            ),
        )
    above = next(folder for folder in path.parents if folder.is_dir())
    missing = path.relative_to(above).parts[0]
    if (above / missing).is_symlink():
        raise LofteError(
            Text(f"Länken ”{written}” leder ingenstans.", f"The link “{written}” leads nowhere."),
            Text("Ta bort den, eller rätta vart den leder.", "Remove it, or mend where it leads."),
        )
    meant = closest_match(missing, [p.name for p in above.iterdir() if not p.name.startswith(".")])
    advice = Text("Kontrollera stavningen.", "Check the spelling.")
    if meant:
        closest = _display(above / meant, cwd)
        advice = Text(f"Menade du ”{closest}”?", f"Did you mean “{closest}”?")
    raise LofteError(
        Text(f"Sökvägen ”{written}” finns inte.", f"The path “{written}” does not exist."), advice
    )


def root_of(path: Path) -> Path:
    """The folder that ids start from: ”promises” above the path, else the folder itself."""
    folder = path if path.is_dir() else path.parent
    return next((above for above in (folder, *folder.parents) if above.name == FOLDER), folder)


def _input(file: Path, root: Path, cwd: Path) -> InputFile:
    document_id = unicodedata.normalize("NFC", file.relative_to(root).with_suffix("").as_posix())
    if not document_id.isascii() and document_id.encode(errors="replace").decode() != document_id:
        shown = document_id.encode(errors="backslashreplace").decode()
        raise LofteError(
            Text(
                f"Namnet på filen ”{shown}” är inte skrivet i UTF-8, så det går inte att visa på en sida.",
                f"The name of the file “{shown}” is not written in UTF-8, so it cannot be shown on a page.",
            ),
            Text("Byt namn på filen.", "Rename the file."),
        )
    return InputFile(document_id, _display(file, cwd), file)


def _display(path: Path, cwd: Path) -> str:
    """The path as people type it: from where they stand when it is below, with forward slashes."""
    shown = path.relative_to(cwd) if path.is_relative_to(cwd) else path
    return unicodedata.normalize("NFC", shown.as_posix())
