"""Staging folder of a build."""

import contextlib
import errno
import filecmp
import hashlib
import os
import re
import shutil
import stat
import tempfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path, PurePosixPath
from typing import Final

from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text
from medborgarlofte.site.manifest import MARKER, Manifest, read_manifest, write_manifest
from medborgarlofte.source.locking import is_abandoned

_PREFIX: Final = ".lofte-"
_NAME: Final = re.compile(rf"{re.escape(_PREFIX)}[a-z0-9_]{{8}}")


def make_staging(folder: Path) -> Path:
    """New staging folder on the output's file system."""
    try:
        return Path(tempfile.mkdtemp(prefix=_PREFIX, dir=folder))
    except FileNotFoundError:  # another program removed the folder just now
        folder.mkdir(parents=True, exist_ok=True)
        return Path(tempfile.mkdtemp(prefix=_PREFIX, dir=folder))


def is_staging(path: Path) -> bool:
    if not _NAME.fullmatch(path.name) or path.is_symlink() or not path.is_dir():
        return False
    try:
        names = [below.name for below in path.iterdir()]
    except OSError:
        return False
    return MARKER in names or not names


def remove_abandoned(folder: Path) -> None:
    """Remove staging folders of killed builds."""
    for path in filter(is_staging, list(folder.iterdir())):
        if is_abandoned(path):
            remove_staging(path)


def remove_staging(staging: Path) -> None:
    """Remove a staging folder, surviving one interrupt."""
    try:
        _remove(staging)
    except KeyboardInterrupt:
        _remove(staging)
        raise


def _remove(staging: Path) -> None:
    """Remove a staging folder, its marker last."""
    with contextlib.suppress(OSError):
        for path in staging.iterdir():
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path, ignore_errors=True)
            elif path.name != MARKER:
                path.unlink(missing_ok=True)
        (staging / MARKER).unlink(missing_ok=True)
        staging.rmdir()


def remove_empty(folders: Iterable[Path]) -> None:
    """Remove empty folders, innermost first."""
    for folder in folders:
        try:
            folder.rmdir()
        except OSError:
            return


def stage(
    staging: Path,
    folder: Path,
    files: Iterable[tuple[str, bytes | Path]],
    published: Mapping[str, str],
    tick: Callable[[int], None],
) -> tuple[dict[str, str], int]:
    """Stage every file; returns digests and change count.

    A path is a finished file, which is moved.
    """
    staged: dict[str, str] = {}
    changed = 0
    for name, data in files:
        path = staging / name
        path.parent.mkdir(parents=True, exist_ok=True)
        staged[name] = _digest(data)
        unchanged = published.get(name) == staged[name] and _link_unchanged(folder / name, path, data)
        if not unchanged:
            if isinstance(data, Path):
                shutil.move(data, path)
            else:
                path.write_bytes(data)
            changed += 1
        tick(len(staged))
    return staged, changed


def _digest(data: bytes | Path) -> str:
    if isinstance(data, bytes):
        return hashlib.sha256(data).hexdigest()
    with data.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _link_unchanged(old: Path, new: Path, data: bytes | Path) -> bool:
    """Hard-link a published file with equal bytes."""
    try:
        if old.is_symlink():
            return False
        same = old.read_bytes() == data if isinstance(data, bytes) else filecmp.cmp(old, data, shallow=False)
        if not same:
            return False
    except OSError:
        return False
    try:
        os.link(old, new)
    except OSError:  # a file system without hard links
        shutil.copy2(old, new)
    return True


# ---------------------------------------------------------------- moving into place


def complete_interrupted(folder: Path) -> None:
    """Move files left staged by a killed build."""
    manifest = read_manifest(folder)
    staging = folder / manifest.staging if manifest and manifest.staging else None
    if staging is not None and is_staging(staging) and (staging / MARKER).is_file():
        move_all(staging, folder)
        remove_staging(staging)


def move_all(staging: Path, folder: Path) -> None:
    """Move staged files, remove outdated ones; idempotent."""
    new = read_manifest(staging)
    if new is None:  # another program removed it
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(staging))
    old = read_manifest(folder) or Manifest({}, new.kind)
    gone = [name for name in old.files if name not in new.files and not _is_below_link(folder, name)]
    outdated = [name for name in gone if (folder / name).is_symlink() or (folder / name).is_file()]
    moves = [name for name in new.files if not _is_same(staging / name, folder / name)]
    _check_free(folder, old.files, new.files)
    _check_writable(folder, [*outdated, *moves])
    _replace_manifest(staging, folder, Manifest({**old.files, **new.files}, new.kind, staging.name))
    for name in outdated:
        (folder / name).unlink(missing_ok=True)
    for name in moves:
        _move(staging / name, folder, name)
    for name in gone:
        remove_empty(folder / parent for parent in list(PurePosixPath(name).parents)[:-1])
    _replace_manifest(staging, folder, new)


def _replace_manifest(staging: Path, folder: Path, manifest: Manifest) -> None:
    write_manifest(staging / f"{MARKER}.new", manifest)
    (staging / f"{MARKER}.new").replace(folder / MARKER)


def _is_same(staged: Path, published: Path) -> bool:
    """True if a staged file is already in place."""
    return not staged.exists() or (
        published.is_file() and not published.is_symlink() and staged.samefile(published)
    )


def _is_below_link(folder: Path, name: str) -> bool:
    """True if a path leaves the folder through a link."""
    return any((folder / parent).is_symlink() for parent in list(PurePosixPath(name).parents)[:-1])


def _check_free(folder: Path, ours: Mapping[str, str], names: Iterable[str]) -> None:
    """Raises LofteError for foreign files in the way."""
    checked: set[str] = set()
    for name in names:
        path = folder / name
        taken = os.path.lexists(path) and (name not in ours or (path.is_dir() and not path.is_symlink()))
        above = [p.as_posix() for p in list(PurePosixPath(name).parents)[:-1] if p.as_posix() not in checked]
        checked.update(above)
        foreign = (
            [name] if taken else [parent for parent in above if _is_in_the_way(folder / parent, parent, ours)]
        )
        if foreign:
            raise LofteError(
                Text(
                    f"I ”{folder}” ligger ”{foreign[0]}”, som lofte inte har skrivit, på en sidas plats. Inget har ändrats.",
                    f"In “{folder}”, “{foreign[0]}”, which lofte did not write, is in the place of a page. Nothing has been changed.",
                ),
                Text("Flytta filen och kör igen.", "Move the file and run again."),
            )


def _is_in_the_way(path: Path, name: str, ours: Mapping[str, str]) -> bool:
    """True unless free, a folder or a page of ours."""
    if not os.path.lexists(path) or (path.is_dir() and not path.is_symlink()):
        return False
    return name not in ours


def _check_writable(folder: Path, names: Iterable[str]) -> None:
    """Raises PermissionError before any move."""
    effective = os.access in os.supports_effective_ids
    for parent in sorted({(folder / name).parent for name in names}):
        if parent.is_dir() and not os.access(parent, os.W_OK | os.X_OK, effective_ids=effective):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(parent))


def _move(staged: Path, folder: Path, name: str) -> None:
    target = folder / name
    for parent in reversed(list(PurePosixPath(name).parents)[:-1]):
        if not (folder / parent).is_dir():
            (folder / parent).mkdir()
            _keep_owner_as_root(folder / parent, (folder / parent).parent)
    if target.is_file() and not target.is_symlink():
        seen = target.stat()
        _keep_owner(staged, seen)
        staged.chmod(stat.S_IMODE(seen.st_mode))
    else:
        _keep_owner_as_root(staged, target.parent)
    try:
        staged.replace(target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        beside = target.with_name(f"{_PREFIX}{target.name}")  # the subfolder is a mount of its own
        shutil.copy2(staged, beside)
        beside.replace(target)


def _keep_owner(path: Path, owner: os.stat_result) -> None:
    """Copy owner and group as far as permitted."""
    seen = path.stat()
    if (seen.st_uid, seen.st_gid) != (owner.st_uid, owner.st_gid) and hasattr(os, "chown"):
        with contextlib.suppress(OSError):
            os.chown(path, owner.st_uid, owner.st_gid)


def _keep_owner_as_root(path: Path, parent: Path) -> None:
    """As root, give files to the folder's owner."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        _keep_owner(path, parent.stat())
