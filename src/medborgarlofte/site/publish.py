"""A site put in its folder whole or not at all, touching nothing that somebody else put there."""

import json
import shutil
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path, PurePosixPath
from typing import Final

from medborgarlofte.text import LofteError, Text

MARKER: Final = ".lofte-site.json"
"""Lists the files that we wrote; its presence says that the folder is ours."""


def publish(
    folder: Path, files: Iterable[tuple[str, bytes]], tick: Callable[[int], None] = lambda _: None
) -> int:
    """Write the files beside the folder, then swap the two; answers how many there were.

    A folder that is not ours is refused with LofteError before anything is written. Files that others have put in a
    folder of ours are kept. An interrupted build leaves the former site as it was.
    """
    folder = folder.resolve()
    old, new = folder.with_name(f".{folder.name}.old"), None
    _recover(folder, old)
    ours = _ours(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    try:
        new = Path(tempfile.mkdtemp(prefix=f".{folder.name}.new-", dir=folder.parent))
        written = _write(new, files, tick)
        _keep_others(folder, new, ours, written)
        _swap(folder, new, old)
    except BaseException:
        if new is not None:
            shutil.rmtree(new, ignore_errors=True)
        raise
    return len(written)


def _recover(folder: Path, old: Path) -> None:
    """Bring back the former site if a crash fell between the two renames of a swap."""
    if (old / MARKER).is_file():
        if folder.exists():
            shutil.rmtree(old)
        else:
            old.rename(folder)


def _ours(folder: Path) -> frozenset[str]:
    """The files in the folder that we wrote. Raises LofteError when the folder belongs to somebody else."""
    if not folder.exists():
        return frozenset()
    if folder.is_dir():
        marker = folder / MARKER
        if marker.is_file():
            return _listed(marker)
        if not any(folder.iterdir()):
            return frozenset()
    raise LofteError(
        Text(
            f"Mappen ”{folder}” är inte skapad av lofte och har redan innehåll. Inget har ändrats.",
            f"The folder “{folder}” was not made by lofte and is not empty. Nothing has been changed.",
        ),
        Text(
            "Välj en ny eller tom mapp: lofte render -o site",
            "Choose a new or empty folder: lofte render -o site",
        ),
    )


def _listed(marker: Path) -> frozenset[str]:
    try:
        files = json.loads(marker.read_text(encoding="utf-8"))["files"]
        return frozenset(name for name in files if isinstance(name, str))
    except (ValueError, KeyError, TypeError) as error:
        raise LofteError(
            Text(
                f"”{marker}” är skadad, så det går inte att se vilka filer som är våra. Inget har ändrats.",
                f"“{marker}” is damaged, so it cannot be seen which files are ours. Nothing has been changed.",
            ),
            Text(
                "Välj en annan mapp, eller ta bort den här själv.",
                "Choose another folder, or remove this one yourself.",
            ),
        ) from error


def _write(new: Path, files: Iterable[tuple[str, bytes]], tick: Callable[[int], None]) -> list[str]:
    written: list[str] = []
    folders: set[Path] = set()
    for name, data in files:
        path = new / name
        if path.parent not in folders:
            path.parent.mkdir(parents=True, exist_ok=True)
            folders.add(path.parent)
        path.write_bytes(data)
        written.append(name)
        tick(len(written))
    marker = {"made_by": "lofte", "files": sorted(written)}
    (new / MARKER).write_text(json.dumps(marker, indent=1) + "\n", encoding="utf-8")
    new.chmod(0o755)
    return written


def _keep_others(folder: Path, new: Path, ours: frozenset[str], written: list[str]) -> None:
    """Take along what others have put in the folder."""
    if not folder.is_dir():
        return
    pages = set(written)
    above = {parent.as_posix() for name in written for parent in PurePosixPath(name).parents}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if name == MARKER or (name in ours and not path.is_dir()):
            continue
        is_folder = path.is_dir() and not path.is_symlink()
        if name in pages or (name in above and not is_folder):
            raise LofteError(
                Text(
                    f"I ”{folder}” ligger ”{name}”, som lofte inte har skrivit, på en sidas plats. Inget har ändrats.",
                    f"In “{folder}” lies “{name}”, which lofte did not write, where a page belongs. Nothing has been changed.",
                ),
                Text("Flytta filen och kör igen.", "Move the file and run again."),
            )
        if is_folder:
            if not any(path.iterdir()):
                (new / name).mkdir(parents=True, exist_ok=True)
            continue
        (new / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(path, new / name, follow_symlinks=False)


def _swap(folder: Path, new: Path, old: Path) -> None:
    if folder.exists():
        if old.exists():  # somebody else's folder happens to bear the name
            old = Path(tempfile.mkdtemp(prefix=f".{folder.name}.old-", dir=folder.parent))
            old.rmdir()
        folder.rename(old)
        try:
            new.rename(folder)
        except OSError:
            old.rename(folder)
            raise
        shutil.rmtree(old)
    else:
        new.rename(folder)
