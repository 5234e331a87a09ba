"""A site put in its folder whole or not at all, touching nothing that somebody else put there."""

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path, PurePosixPath
from typing import Final, NamedTuple

from medborgarlofte.site.piece import Piece
from medborgarlofte.text import LofteError, Text

MARKER: Final = ".lofte-site.json"
"""Lists the files that we wrote; its presence says that the folder is ours."""


class Published(NamedTuple):
    """What a publication did."""

    files: int
    """How many there are now."""
    written: int
    """How many of them were made anew; the others stayed as they were."""


def publish(
    folder: Path, files: Iterable[tuple[str, bytes] | Piece], tick: Callable[[int], None] = lambda _: None
) -> Published:
    """Write the files beside the folder, then swap the two.

    A piece whose stamp is the one it was written with, and whose file is still as we left it, is moved over untouched.

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
        names, written = _write(new, folder, files, ours, tick)
        _keep_others(folder, new, frozenset(ours), names)
        _swap(folder, new, old)
    except BaseException:
        if new is not None:
            shutil.rmtree(new, ignore_errors=True)
        raise
    return Published(len(names), written)


def _recover(folder: Path, old: Path) -> None:
    """Bring back the former site if a crash fell between the two renames of a swap."""
    if (old / MARKER).is_file():
        if folder.exists():
            shutil.rmtree(old)
        else:
            old.rename(folder)


Left = Mapping[str, tuple[str, str]]
"""For each file that we wrote, its stamp and the fingerprint of its bytes."""


def _ours(folder: Path) -> Left:
    """The files in the folder that we wrote. Raises LofteError when the folder belongs to somebody else."""
    if not folder.exists():
        return {}
    if folder.is_dir():
        marker = folder / MARKER
        if marker.is_file():
            return _listed(marker)
        if not any(folder.iterdir()):
            return {}
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


def _listed(marker: Path) -> Left:
    try:
        files = json.loads(marker.read_text(encoding="utf-8"))["files"]
        if isinstance(files, list):  # as written before 0.2
            return dict.fromkeys(map(str, files), ("", ""))
        return {str(name): (str(stamp), str(digest)) for name, (stamp, digest) in files.items()}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
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


def _write(
    new: Path,
    old: Path,
    files: Iterable[tuple[str, bytes] | Piece],
    ours: Left,
    tick: Callable[[int], None],
) -> tuple[list[str], int]:
    """Every file in the new folder; answers their names and how many were made."""
    listed: dict[str, tuple[str, str]] = {}
    folders: set[Path] = set()
    made = 0
    for piece in files:
        name = piece[0]
        path = new / name
        if path.parent not in folders:
            path.parent.mkdir(parents=True, exist_ok=True)
            folders.add(path.parent)
        stamp, left = piece.stamp if isinstance(piece, Piece) else "", ours.get(name, ("", ""))
        if stamp and left[0] == stamp and _moved(old / name, path, left[1]):
            listed[name] = left
        else:
            data = piece.make() if isinstance(piece, Piece) else piece[1]
            path.write_bytes(data)
            listed[name] = (stamp, hashlib.sha256(data).hexdigest())
            made += 1
        tick(len(listed))
    marker = {"made_by": "lofte", "files": dict(sorted(listed.items()))}
    (new / MARKER).write_text(json.dumps(marker, indent=1) + "\n", encoding="utf-8")
    new.chmod(0o755)
    return list(listed), made


def _moved(old: Path, new: Path, digest: str) -> bool:
    """Let a file that is as we left it stand in the new folder too, with its bytes and its time."""
    try:
        if old.is_symlink() or hashlib.sha256(old.read_bytes()).hexdigest() != digest:
            return False
    except OSError:
        return False
    try:
        os.link(old, new)
    except OSError:  # a file system without hard links
        shutil.copy2(old, new)
    return True


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
