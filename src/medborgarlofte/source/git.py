"""Read-only access to git.

The index is never used: `assume-unchanged` or a damaged index hides no change. Errors are LofteError that
quote git.
"""

import datetime as dt
import hashlib
import os
import posixpath
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text
from medborgarlofte.source.files import SUFFIXES
from medborgarlofte.source.repository import NoRepositoryError, Repository, failure, open_repository, text_of


class Changed(NamedTuple):
    """YAML file that differs from a revision.

    `old` is None for a new file, `new` for a removed one.
    """

    old: str | None
    """Its name then, from the folder; ../ leads out of it."""
    new: Path | None
    before: bytes = b""
    """What it held then."""


class Blob(NamedTuple):
    """A file at a revision."""

    path: str
    """From the top of the work tree, as git has it; bytes that are not UTF-8 are kept as surrogates."""
    id: str
    repository: Repository
    """Which one holds it: that of a submodule for the files there."""

    def read(self) -> bytes:
        return self.repository.ask("cat-file", "blob", self.id)


def file_at(folder: Path, revision: str, path: str) -> bytes:
    """Bytes of a file at a revision.

    The path counts from the top of the repository or from the folder. Raises LofteError when git fails or is
    missing, the folder is in no repository, or there is no such revision or file.
    """
    repository = open_repository(folder)
    commit = _commit(repository, revision)
    plain = path.replace("\\", "/")
    wanted = [posixpath.normpath(name) for name in (plain, _prefix(repository) + plain)]
    blobs = list(_blobs(repository, commit))
    for normal in (str, composed):
        by_name = {normal(blob.path): blob for blob in blobs}
        for name in wanted:
            if normal(name) in by_name:
                return by_name[normal(name)].read()
    raise LofteError(
        Text(
            f"”{path}” fanns inte vid revisionen ”{revision}”.",
            f"“{path}” did not exist at the revision “{revision}”.",
        ),
        Text(
            f"Filen kan ha hetat något annat då. Se: git log --follow -- {path}",
            f"The file may have had another name then. See: git log --follow -- {path}",
        ),
    )


def changed_since(folder: Path, revision: str, files: Iterable[Path]) -> list[Changed]:
    """YAML files that differ from a revision, renames followed.

    `files` are all YAML files below the folder. Names are compared in NFC, contents regardless of line ends.
    Raises LofteError.
    """
    repository = open_repository(folder)
    prefix = _prefix(repository)
    top = Path(os.fsdecode(repository.ask("rev-parse", "--show-toplevel").removesuffix(b"\n")))
    now = {composed(path.relative_to(folder).as_posix()): path for path in files}
    then: dict[str, Blob] = {}
    gone: dict[str, Blob] = {}
    for blob in _blobs(repository, _commit(repository, revision)):
        name = composed(posixpath.relpath(blob.path, prefix or "."))
        if not blob.path.lower().endswith(SUFFIXES):
            continue
        if name in now:
            then[name] = blob
        elif name.startswith("../") and os.path.lexists(top / blob.path):
            continue
        else:
            gone[name] = blob
    same = [
        Changed(name, path, before)
        for name, path in now.items()
        if name in then and (before := _before(then[name], path)) is not None
    ]
    came = {name: _read(path) for name, path in now.items() if name not in then}
    lost = {name: blob.read() for name, blob in gone.items() if came or not name.startswith("../")}
    renamed = dict(_renames(lost, came))
    moved = [Changed(old, now[new], lost[old]) for new, old in renamed.items()]
    removed = [
        Changed(name, None, data)
        for name, data in lost.items()
        if name not in renamed.values() and not name.startswith(("../", ".")) and "/." not in name
    ]
    added = [Changed(None, now[name]) for name in came if name not in renamed]
    return sorted(
        [*same, *moved, *removed, *added], key=lambda change: str(change.new or folder / (change.old or ""))
    )


def last_changed(folder: Path) -> dict[Path, dt.date]:
    """Date of the last commit of each file below a folder.

    Empty without git, a repository or commits, and for a shallow clone. Files with uncommitted changes are
    left out. Raises LofteError when git fails.
    """
    if not folder.is_dir():
        return {}
    try:
        repository = open_repository(folder)
    except NoRepositoryError:
        return {}
    if repository.ask("rev-parse", "--is-shallow-repository").strip() != b"false":
        return {}
    if repository.run("rev-parse", "--verify", "--quiet", "HEAD").returncode != 0:
        return {}
    log = repository.ask(
        "log",
        "--no-show-signature",
        "--no-color",
        "--format=%x01%cs",
        "--name-only",
        "-z",
        "--relative",
        "--",
        ".",
    )
    changed = repository.ask(
        "status", "--porcelain", "-z", "--no-renames", "--untracked-files=all", "--", "."
    )
    prefix = _prefix(repository)
    pending = {entry[3:].removeprefix(prefix) for entry in _names(changed)}
    days: dict[Path, dt.date] = {}
    for commit in text_of(log).split("\1")[1:]:
        day, _, names = commit.partition("\0")
        for name in names.lstrip("\n").split("\0"):
            path = folder / name
            if name and path not in days and name not in pending:
                days[path] = dt.date.fromisoformat(day.strip())
    return days


def _commit(repository: Repository, revision: str) -> str:
    """Commit id of a revision. Raises LofteError."""
    done = repository.run("rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}")
    if done.returncode == 0:
        return text_of(done.stdout).strip()
    if b"Needed a single revision" not in done.stderr or b"error:" in done.stderr:
        raise failure(repository.folder, done)
    shallow = repository.ask("rev-parse", "--is-shallow-repository").strip() == b"true"
    advice = Text("Se vilka som finns: git log --oneline", "See what there is: git log --oneline")
    if shallow:
        advice = Text(
            "Arkivet är hämtat utan hela sin historia. Hämta resten: git fetch --unshallow",
            "The repository was fetched without its whole history. Fetch the rest: git fetch --unshallow",
        )
    raise LofteError(
        Text(f"Revisionen ”{revision}” finns inte.", f"There is no revision “{revision}”."), advice
    )


def _prefix(repository: Repository) -> str:
    """Folder's path from the work tree's top."""
    return text_of(repository.ask("rev-parse", "--show-prefix")).removesuffix("\n")


def _blobs(repository: Repository, commit: str, above: str = "") -> Iterator[Blob]:
    """Every file at a commit, including checked-out submodules."""
    for row in _names(repository.ask("ls-tree", "-r", "-z", "--full-tree", commit)):
        about, _, path = row.partition("\t")
        mode, kind, object_id = about.split()
        if kind == "blob" and mode != "120000":  # a link is read where it leads
            yield Blob(above + path, object_id, repository)
        elif kind == "commit":
            top = text_of(repository.ask("rev-parse", "--show-toplevel")).removesuffix("\n")
            inner = Path(top) / path
            if os.path.lexists(inner / ".git"):
                yield from _blobs(repository._replace(folder=inner), object_id, f"{above}{path}/")


def _before(blob: Blob, path: Path) -> bytes | None:
    """Content of a file at a revision if it differs now."""
    data = _read(path)
    algorithm = "sha1" if len(blob.id) == 40 else "sha256"
    if data is not None and hashlib.new(algorithm, b"blob %d\0%b" % (len(data), data)).hexdigest() == blob.id:
        return None
    before = blob.read()
    same = data is not None and before.replace(b"\r\n", b"\n") == data.replace(b"\r\n", b"\n")
    return None if same else before


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _renames(lost: Mapping[str, bytes], came: Mapping[str, bytes | None]) -> Iterator[tuple[str, str]]:
    """Renames by similarity of lines, at least half.

    At least half of the lines must be shared.
    """
    old, new = (
        {name: Counter(line.strip() for line in (data or b"").splitlines()) for name, data in files.items()}
        for files in (lost, came)
    )
    scored = [
        (-score, posixpath.basename(before) != posixpath.basename(after), before, after)
        for before in old
        for after in new
        if (score := _likeness(old[before], new[after])) >= _ALIKE
    ]
    taken: set[str] = set()
    for _, _, before, after in sorted(scored):
        if before not in taken and f"+{after}" not in taken:
            taken |= {before, f"+{after}"}
            yield after, before


_ALIKE: Final = 0.5
"""From which part in common a file is the same under another name, as git has it."""


def _likeness(one: Counter[bytes], other: Counter[bytes]) -> float:
    return (one & other).total() / max(one.total(), other.total(), 1)


def _names(data: bytes) -> Sequence[str]:
    return text_of(data).split("\0")[:-1]


def composed(name: str) -> str:
    """Name in NFC; macOS may write å as two characters."""
    return unicodedata.normalize("NFC", name)
