"""Publish by staging, then moving file by file.

The folder itself is never replaced, so mounts, modes and owners survive, and other files are not touched.
"""

import contextlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text
from medborgarlofte.site.manifest import KIND_LABELS, MARKER, Manifest, read_manifest, write_manifest
from medborgarlofte.site.staging import (
    complete_interrupted,
    is_staging,
    make_staging,
    move_all,
    remove_abandoned,
    remove_empty,
    remove_staging,
    stage,
)
from medborgarlofte.source.files import real_path
from medborgarlofte.source.locking import held, locked


class OutputFile(NamedTuple):
    """Output path and lazy content."""

    name: str
    make: Callable[[], bytes]


def contents(files: Iterable[OutputFile]) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each file, lazily."""
    for file in files:
        yield file.name, file.make()


_OF_THE_SYSTEM: Final = ("lost+found",)
"""Entries of an otherwise empty file system."""


class Published(NamedTuple):
    """Number of files."""

    files: int
    written: int
    """New or changed files; the others keep their modification time."""


def publish(
    folder: Path,
    files: Iterable[tuple[str, bytes | Path]],
    tick: Callable[[int], None] = lambda _: None,
    kind: str = "html",
) -> Published:
    """Stage all files, move them, remove outdated ones.

    Raises LofteError before any change for a folder with other content, or with output of another kind. A
    failed build leaves the folder as it was; interrupted moves are completed by the next build. Of two
    concurrent builds the last one to finish wins.
    """
    folder = real_path(folder)
    _published(folder, kind)
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    with contextlib.ExitStack() as work:
        work.callback(remove_empty, missing)
        folder.mkdir(parents=True, exist_ok=True)
        with locked(folder / MARKER):
            complete_interrupted(folder)
            remove_abandoned(folder)
            published = _published(folder, kind)
            staging = make_staging(folder)
            work.callback(remove_staging, staging)
            work.enter_context(held(staging))
            write_manifest(staging / MARKER, Manifest({}, kind))
        staged, written = stage(staging, folder, files, published.files, tick)
        write_manifest(staging / MARKER, Manifest(staged, kind))
        with locked(folder / MARKER):
            _published(folder, kind)
            try:
                move_all(staging, folder)
            except KeyboardInterrupt:
                move_all(staging, folder)  # completing takes no longer than undoing
                raise
    return Published(len(staged), written)


# ---------------------------------------------------------------- whose folder it is


def _published(folder: Path, kind: str) -> Manifest:
    """Manifest of a writable folder. Raises LofteError otherwise."""
    if not folder.exists():
        return Manifest({}, kind)
    if folder.is_dir():
        manifest = read_manifest(folder)
        if manifest is not None and manifest.kind != kind:
            raise _other_kind(folder, manifest.kind, kind)
        if manifest is not None:
            return manifest
        if all(path.name in _OF_THE_SYSTEM or is_staging(path) for path in folder.iterdir()):
            return Manifest({}, kind)
    elsewhere = Text("Välj en ny eller tom mapp med -o.", "Choose a new or empty folder with -o.")
    if not folder.is_dir():
        raise LofteError(
            Text(
                f"”{folder}” är en fil, inte en mapp. Inget har ändrats.",
                f"“{folder}” is a file, not a folder. Nothing has been changed.",
            ),
            elsewhere,
        )
    raise LofteError(
        Text(
            f"Mappen ”{folder}” är inte skapad av lofte och har redan innehåll. Inget har ändrats.",
            f"The folder “{folder}” was not made by lofte and is not empty. Nothing has been changed.",
        ),
        elsewhere,
    )


def _other_kind(folder: Path, old: str, new: str) -> LofteError:
    there, wanted = KIND_LABELS.get(old, Text("något annat", "something else")), KIND_LABELS[new]
    return LofteError(
        Text(
            f"I mappen ”{folder}” ligger {there.sv}, som skulle ersättas av {wanted.sv}. Inget har ändrats.",
            f"The folder “{folder}” holds {there.en}, which {wanted.en} would replace. Nothing has been changed.",
        ),
        Text("Välj en annan mapp med -o.", "Choose another folder with -o."),
    )
