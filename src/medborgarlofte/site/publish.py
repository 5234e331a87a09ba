"""A site put in its folder whole or not at all, touching nothing that somebody else put there."""

import contextlib
import hashlib
import json
import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Final, NamedTuple

from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text
from medborgarlofte.source.files import real_path
from medborgarlofte.source.locking import held, is_abandoned, locked

MARKER: Final = ".lofte-site.json"
"""Lists the files that we wrote; its presence says that the folder is ours."""


_RANDOM: Final = "-[a-z0-9_]{8}"
"""How names end that are made for one build."""


class Published(NamedTuple):
    """What a publication did."""

    files: int
    """How many there are now."""
    written: int
    """How many of them were made anew; the others stayed as they were."""


def publish(
    folder: Path, files: Iterable[tuple[str, bytes]], tick: Callable[[int], None] = lambda _: None
) -> Published:
    """Write the files beside the folder, then swap the two.

    A file whose bytes have not changed keeps its modification time.

    A folder that is not ours is refused with LofteError before anything is written. Files that others have put in a
    folder of ours are kept. An interrupted build leaves the former site as it was. Of two builds at once each is whole,
    and the one that is done last stays.
    """
    folder = real_path(folder)
    with contextlib.ExitStack() as work:
        with locked(folder):
            _recover(folder)
            _remove_abandoned(folder)
            ours = _ours(folder)
            new = _beside(folder, "new")
            work.callback(_remove, new)
            work.enter_context(held(new))
            _write_marker(new, {})
        names, written = _write(new, folder, files, ours, tick)
        with locked(folder):
            _keep_others(folder, new, frozenset(_ours(folder)), names)
            _swap(folder, new)
    return Published(len(names), written)


def _recover(folder: Path) -> None:
    """Bring back the former site if a crash fell between the two renames of a swap."""
    for old in _siblings(folder, "old", f"old{_RANDOM}"):
        if MARKER in _names(old):
            if folder.exists():
                _discard(folder, old)
            else:
                old.rename(folder)


def _remove_abandoned(folder: Path) -> None:
    """Remove what builds that were killed have left: folders with our marker, or empty, that nobody is at work in."""
    for left in _siblings(folder, f"new{_RANDOM}", f"gone{_RANDOM}"):
        names = _names(left)
        if (MARKER in names or names == []) and is_abandoned(left):
            _remove(left)


def _names(folder: Path) -> list[str | None]:
    """What lies in a folder; one that may not be looked into holds something nameless."""
    try:
        return [path.name for path in folder.iterdir()]
    except OSError:
        return [None]


def _siblings(folder: Path, *roles: str) -> list[Path]:
    """The folders beside this one that bear the names we give those of a role."""
    name = re.compile(rf"\.{re.escape(folder.name)}\.(?:{'|'.join(roles)})")
    try:
        found = [path for path in folder.parent.iterdir() if name.fullmatch(path.name)]
    except OSError:  # nobody may look there
        return []
    return sorted(path for path in found if path.is_dir() and not path.is_symlink())


def _beside(folder: Path, role: str) -> Path:
    """A new folder beside this one."""
    return Path(tempfile.mkdtemp(prefix=f".{folder.name}.{role}-", dir=folder.parent))


def _discard(folder: Path, old: Path) -> None:
    """Remove a former site, under a name that no crash brings back half of it from."""
    gone = _beside(folder, "gone")
    gone.rmdir()
    old.rename(gone)
    _remove(gone)


def _remove(folder: Path) -> None:
    """Remove a folder with everything in it, as far as that can be done; the marker last, so that it shows whose it is."""
    with contextlib.suppress(OSError):
        folder.chmod(0o700)
        for path in folder.iterdir():
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path, ignore_errors=True)
                if path.exists():
                    _open(path)
                    shutil.rmtree(path, ignore_errors=True)
            elif path.name != MARKER:
                path.unlink(missing_ok=True)
        if set(_names(folder)) <= {MARKER}:
            (folder / MARKER).unlink(missing_ok=True)
            folder.rmdir()


def _open(folder: Path) -> None:
    """Let what lies in a folder be removed that was closed for writing."""
    for below, _, _ in os.walk(folder):
        Path(below).chmod(0o700)


def _ours(folder: Path) -> Mapping[str, str]:
    """Files we wrote, with the SHA-256 of their bytes. Raises LofteError when the folder belongs to somebody else."""
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


def _listed(marker: Path) -> Mapping[str, str]:
    try:
        files = json.loads(marker.read_text(encoding="utf-8"))["files"]
        if isinstance(files, list):  # as written before 0.2
            return dict.fromkeys(map(str, files), "")
        return {
            str(name): str(entry[-1] if isinstance(entry, list) else entry) for name, entry in files.items()
        }
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
    files: Iterable[tuple[str, bytes]],
    ours: Mapping[str, str],
    tick: Callable[[int], None],
) -> tuple[list[str], int]:
    """Write every file in the new folder; returns their names and how many are new or changed."""
    listed: dict[str, str] = {}
    folders: set[str] = set()
    changed = 0
    for name, data in files:
        above = name.rpartition("/")[0]
        if above not in folders:
            (new / above).mkdir(parents=True, exist_ok=True)
            folders.add(above)
        listed[name] = hashlib.sha256(data).hexdigest()
        unchanged = ours.get(name) == listed[name] and _link_unchanged(old / name, new / name, data)
        if not unchanged:
            (new / name).write_bytes(data)
            changed += 1
        tick(len(listed))
    _write_marker(new, listed)
    new.chmod(0o755)
    return list(listed), changed


def _write_marker(folder: Path, listed: Mapping[str, str]) -> None:
    marker = {"made_by": "lofte", "files": dict(sorted(listed.items()))}
    (folder / MARKER).write_text(json.dumps(marker, indent=1) + "\n", encoding="utf-8")


def _link_unchanged(old: Path, new: Path, data: bytes) -> bool:
    """Keep an old file, with its modification time, where its bytes are the new ones."""
    try:
        if old.is_symlink() or old.read_bytes() != data:
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
    for name, entry in _below(folder):
        if name == MARKER or (name in ours and not entry.is_dir()):
            continue
        path, is_folder = Path(entry.path), entry.is_dir(follow_symlinks=False)
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
        if not path.is_file() and not path.is_symlink():
            raise LofteError(
                Text(
                    f"I ”{folder}” ligger ”{name}”, som varken är en fil eller en mapp. Inget har ändrats.",
                    f"In “{folder}” lies “{name}”, which is neither a file nor a folder. Nothing has been changed.",
                ),
                Text("Flytta den och kör igen.", "Move it and run again."),
            )
        (new / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(path, new / name, follow_symlinks=False)


def _below(folder: Path, above: str = "") -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Everything in a folder with its name from there; links are not followed."""
    with os.scandir(folder) as entries:
        found = sorted(entries, key=lambda entry: entry.name)
    for entry in found:
        yield f"{above}{entry.name}", entry
        if entry.is_dir(follow_symlinks=False):
            yield from _below(Path(entry.path), f"{above}{entry.name}/")


def _swap(folder: Path, new: Path) -> None:
    if not folder.exists():
        new.rename(folder)
        return
    old = folder.with_name(f".{folder.name}.old")
    if old.exists():  # somebody else's folder happens to bear the name
        old = _beside(folder, "old")
        old.rmdir()
    try:
        folder.rename(old)
        new.rename(folder)
    except BaseException:  # also when somebody presses Ctrl-C just then
        if not folder.exists():
            old.rename(folder)
        raise
    _discard(folder, old)
