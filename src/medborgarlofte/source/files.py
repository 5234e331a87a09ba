"""Finding, reading and atomically writing files."""

import codecs
import contextlib
import errno
import os
import re
import stat
import tempfile
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from medborgarlofte.i18n import Text
from medborgarlofte.source.file_messages import (
    EMPTY,
    MISNAMED,
    MOJIBAKE,
    NOT_TEXT,
    NOT_UTF8,
    TOO_LARGE,
    UNREADABLE,
)
from medborgarlofte.source.finding import Finding
from medborgarlofte.source.foreign import control_findings, foreign_file
from medborgarlofte.source.os_errors import describe_os_error
from medborgarlofte.source.positions import START, Span

MAX_BYTES: Final = 1_000_000
"""The largest file that is read; a promise with 200 commitments takes about 60,000."""

SUFFIXES: Final = (".yaml", ".yml")


def yaml_files(folder: Path, closed: list[OSError] | None = None) -> Iterator[Path]:
    """Every YAML file below a folder, in a stable order.

    Skips hidden files and folders, lock files of Office, and links that leave the folder or form a cycle, but
    not links to nothing, so that reading them reports them. Links below links are followed to each folder once: they could
    lead to it in many ways. Raises OSError for a folder that cannot be read, or adds it to `closed` when that is given.
    """
    for path in _walk(folder, _Walk(folder.resolve(), closed, set()), frozenset()):
        if path.suffix.lower() in SUFFIXES or is_misnamed(path):
            yield path


def is_misnamed(path: Path) -> bool:
    """True when .txt follows the YAML suffix (Notepad, browsers)."""
    suffixes = [suffix.lower() for suffix in path.suffixes[-2:]]
    return len(suffixes) == 2 and suffixes[0] in SUFFIXES and suffixes[1] == ".txt"


class _Walk(NamedTuple):
    root: Path
    closed: list[OSError] | None
    linked: set[Path]
    """Folders reached by a link below another link."""


def _walk(folder: Path, walk: _Walk, above: frozenset[Path], *, below_link: bool = False) -> Iterator[Path]:
    try:
        with os.scandir(folder) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        if walk.closed is None:
            raise
        walk.closed.append(error)
        return
    here = above | {folder.resolve()}
    for entry in found:
        if entry.name.startswith((".", "~$")):
            continue
        path = folder / entry.name
        is_link = entry.is_symlink()
        if is_link and not os.path.exists(path):  # noqa: PTH110 -- Path.exists can raise here before Python 3.12
            yield path
        elif is_link and not _leads_below(path, walk, here, below_link=below_link):
            pass
        elif entry.is_dir():
            yield from _walk(path, walk, here, below_link=below_link or is_link)
        elif entry.is_file():
            yield path


def _leads_below(link: Path, walk: _Walk, here: frozenset[Path], *, below_link: bool) -> bool:
    """True for a link to follow."""
    real = real_path(link)
    if not real.is_relative_to(walk.root) or real in here or (below_link and real in walk.linked):
        return False
    if below_link and real.is_dir():
        walk.linked.add(real)
    return True


def real_path(path: Path) -> Path:
    """Path with links resolved.

    Raises OSError for a link to itself.
    """
    try:
        real = path.resolve()
        loops = real.is_symlink()
    except RuntimeError:  # as Python says it before 3.13
        loops = True
    if loops:
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))
    return real


def read_bytes(path: Path, unsaved: bytes | None = None) -> bytes | Finding:
    """Content of a file, or a finding; `unsaved` is an editor's content of it."""
    if is_misnamed(path):
        return Finding(MISNAMED, START, {"name": path.name, "meant": path.stem})
    try:
        if unsaved is None:
            with path.open("rb") as file:
                unsaved = file.read(MAX_BYTES + 1)
    except OSError as error:
        return Finding(UNREADABLE, START, {"reason": describe_os_error(error)[0]})
    return limited(unsaved)


def limited(data: bytes) -> bytes | Finding:
    """The bytes, or a finding where they are too many."""
    return Finding(TOO_LARGE, START, {"limit": MAX_BYTES // 1000}) if len(data) > MAX_BYTES else data


def decode(data: bytes) -> tuple[str, list[Finding]]:
    """Text with LF and NFC, and findings about its encoding.

    Control characters become spaces, so that the rest of the file can be checked.
    """
    text = foreign_file(data) or _to_text(data)
    if isinstance(text, Finding):
        return "", [text]
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    if not text.strip():
        return "", [Finding(EMPTY, START, {})]
    if wrong := MOJIBAKE_LETTERS.search(text):
        values = {"written": wrong[0], "meant": _MEANT[wrong[0]]}
        return "", [Finding(MOJIBAKE, span_at(text, wrong.start(), wrong.end()), values)]
    found = CONTROL_CHARACTERS.finditer(text)
    findings = control_findings((span_at(text, match.start(), match.end()), match[0]) for match in found)
    if not findings or findings[0].notice is NOT_TEXT:
        return ("" if findings else text), findings
    return CONTROL_CHARACTERS.sub(" ", text), findings


_MEANT: Final = {letter.encode().decode("cp1252"): letter for letter in "åäöÅÄÖ"}
MOJIBAKE_LETTERS: Final = re.compile("|".join(_MEANT))
"""Swedish letters in UTF-8 that were read as Windows-1252."""

CONTROL_CHARACTERS: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")


INVISIBLE: Final = re.compile("[\u200b\u200c\u200e\u200f\u2060\u00ad]|(?<!^)\ufeff")
"""Characters without width that come along from Word and PDF; the joiner of emoji is not among them."""


def _to_text(data: bytes) -> str | Finding:
    if utf16_of(data):
        return Finding(NOT_UTF8, START, {"encoding": "UTF-16"})
    _, data = split_mark(data)
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        before = data[: error.start].decode()
        at = span_at(before, len(before), len(before) + 1)
        encoding: str | Text = "Windows-1252"
        if data[error.start] == 0xED:
            encoding = Text("en annan teckenkodning (halva tecken)", "another encoding (half characters)")
        return Finding(NOT_UTF8, at, {"encoding": encoding})


def utf16_of(data: bytes) -> str | None:
    """Codec of UTF-16 text, with or without a byte order mark."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    if data[:4].count(0) < 2:
        return None
    return "utf-16-be" if data[:1] == b"\0" else "utf-16-le"


def split_mark(data: bytes) -> tuple[bytes, bytes]:
    """Leading byte order marks, and the rest."""
    end = 0
    while data.startswith(codecs.BOM_UTF8, end):
        end += len(codecs.BOM_UTF8)
    return data[:end], data[end:]


def span_at(text: str, start: int, end: int) -> Span:
    """The span of text[start:end] on one line."""
    line = text.count("\n", 0, start) + 1
    column = start - (text.rfind("\n", 0, start) + 1) + 1
    return Span(line, column, line, column + end - start)


def write_atomically(path: Path, data: bytes) -> None:
    """Write a file atomically.

    A crash leaves the old or the new content. Mode, owner, group and extended attributes of the old file are
    kept as far as the system allows.
    """
    path = real_path(path)  # a link stays a link
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        handle, written = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=_UNDER_WAY)
    except OSError as error:
        error.filename = str(path)  # nobody knows the other name
        raise
    name = Path(written)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            _keep_attributes(path, name)
        else:
            name.chmod(0o666 & ~_umask())
        name.replace(path)
    except BaseException as error:
        if isinstance(error, OSError) and error.filename is None:
            error.filename = str(path)
        with contextlib.suppress(FileNotFoundError):
            name.unlink()
        raise


class Replacement(NamedTuple):
    """New content of a file, and where it moves."""

    path: Path
    target: Path
    before: bytes
    after: bytes


def replace_all(changes: Sequence[Replacement]) -> None:
    """Write files and move them, all or none.

    Raises OSError after the old state is restored.
    """
    done: list[Replacement] = []
    try:
        for change in changes:
            done.append(change)
            write_atomically(change.target, change.after)
        for change in changes:
            if change.target != change.path:
                change.path.unlink()
    except BaseException:
        for change in done:
            if change.target != change.path:
                change.target.unlink(missing_ok=True)
            if not change.path.exists() or change.path.read_bytes() != change.before:
                write_atomically(change.path, change.before)
        raise


def _umask() -> int:
    """Umask of the process; reading requires setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _keep_attributes(old: Path, new: Path) -> None:
    """Copy mode, owner and attributes where permitted."""
    before, made = old.stat(), new.stat()
    if hasattr(os, "chown"):
        for owner in (-1, before.st_gid), (before.st_uid, -1):
            if owner not in ((-1, made.st_gid), (made.st_uid, -1)):
                with contextlib.suppress(PermissionError):
                    os.chown(new, *owner)
    new.chmod(stat.S_IMODE(before.st_mode))  # after the owner, which a change of takes bits away from
    if hasattr(os, "listxattr"):
        with contextlib.suppress(OSError):  # a file system without them, or one that others keep
            for attribute in os.listxattr(old):
                os.setxattr(new, attribute, os.getxattr(old, attribute))


def remove_leftovers(path: Path) -> None:
    """Remove temporary files of a crashed writer.

    The caller must hold the lock.
    """
    name = re.compile(rf"\.{re.escape(path.name)}\.[a-z0-9_]{{8}}{re.escape(_UNDER_WAY)}")
    with contextlib.suppress(OSError), os.scandir(path.parent) as entries:
        for entry in [entry for entry in entries if name.fullmatch(entry.name)]:
            if entry.is_file(follow_symlinks=False):
                Path(entry.path).unlink()


_UNDER_WAY: Final = ".tmp"
"""How the file ends that is to take the place of another."""
