"""Faults that a process gets before it runs `lofte`: missing rights, a full disk, a file that changes meanwhile."""

import contextlib
import ctypes
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

NO_MOUNTING: Final = 77
"""The exit code of a process that may not mount a disk."""
_NEW_MOUNTS: Final = 0x00020000
_READ_ONLY, _REMOUNT, _BIND, _RECURSIVE, _PRIVATE = 1, 32, 4096, 16384, 1 << 18
_CAPABILITIES: Final = 0x20080522
_PAST_RIGHTS: Final = (1 << 1) | (1 << 2)
"""The capabilities to write, and to read and search, where rights say otherwise."""


def bound() -> None:
    """Be bound by the rights of files and folders also as root."""
    if os.geteuid() != 0:
        return
    libc = ctypes.CDLL(None, use_errno=True)
    header, held = (ctypes.c_uint32 * 2)(_CAPABILITIES, 0), (ctypes.c_uint32 * 6)()
    _done(libc.capget(header, held))
    held[0] &= ~_PAST_RIGHTS
    _done(libc.capset(header, held))


def small_files(size: str) -> None:
    """Let no file grow beyond this many bytes."""
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (int(size), int(size)))


def little_memory(size: str) -> None:
    """Let the process have no more memory than this many bytes."""
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (int(size), int(size)))


def meddled(when: str, what: str, deed: str) -> None:
    """Let something be done the first time that a thing happens (an event of `sys.audit`) to what bears a name.

    It is as when another program does it at that very moment.
    """
    waiting = [deed]

    def watch(event: str, args: tuple[Any, ...]) -> None:
        if waiting and event == when and (not what or (args and what in str(args[0]))):
            exec(waiting.pop(), {"os": os, "shutil": shutil})  # noqa: S102 - the deed of a test

    sys.addaudithook(watch)


def on_a_full_disk(folder: str, free: str) -> None:
    """Stand in a copy of a folder on a disk in memory where this many bytes are free; the folder then is as the disk was."""

    def put_back() -> None:
        Path("fill").unlink()
        for path in Path(folder).iterdir():
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        shutil.copytree(".", folder, symlinks=True, dirs_exist_ok=True)

    disk = Path(f"{folder}-disk")
    disk.mkdir()
    _mount(b"tmpfs", disk, b"tmpfs", 0, b"size=2m")
    shutil.copytree(folder, disk, symlinks=True, dirs_exist_ok=True)
    os.chdir(disk)
    with Path("fill").open("wb", buffering=0) as fill, contextlib.suppress(OSError):
        while True:
            fill.write(bytes(4096))
    os.truncate("fill", os.path.getsize("fill") - int(free))  # noqa: PTH202 - as short as it can be
    _and_then(put_back)


def on_a_disk_to_read(folder: str) -> None:
    """Stand in a folder that lies on a disk which can only be read."""
    _mount(folder.encode(), Path(folder), b"", _BIND, b"")
    _mount(b"", Path(folder), b"", _REMOUNT | _READ_ONLY | _BIND, b"")
    os.chdir("/")
    os.chdir(folder)


def with_a_mount(folder: str, name: str) -> None:
    """Have an empty disk in memory in a folder of this name; what it holds at the end is copied to `<name>-seen`."""
    Path(folder, name).mkdir(parents=True, exist_ok=True)
    _mount(b"tmpfs", Path(folder, name), b"tmpfs", 0, b"size=8m")
    _and_then(lambda: _copy(Path(folder, name), Path(folder, f"{name}-seen")))


def mounted_elsewhere(folder: str, name: str, elsewhere: str) -> None:
    """Have a folder mounted in a second place, as for a web server; what is seen there is copied to `<elsewhere>-seen`."""
    there = Path(folder, elsewhere)
    there.mkdir()
    _mount(bytes(Path(folder, name)), there, b"", _BIND, b"")
    _and_then(lambda: _copy(there, Path(folder, f"{elsewhere}-seen")))


def _copy(folder: Path, to: Path) -> None:
    shutil.copytree(folder, to)


def _mount(what: bytes, where: Path, kind: bytes, flags: int, settings: bytes) -> None:
    """Mount where nobody else sees it."""
    libc = ctypes.CDLL(None, use_errno=True)
    try:
        _done(libc.unshare(_NEW_MOUNTS))
        _done(libc.mount(b"", b"/", b"", _RECURSIVE | _PRIVATE, None))
        _done(libc.mount(what, bytes(where), kind, ctypes.c_ulong(flags), settings))
    except PermissionError:
        os._exit(NO_MOUNTING)


def _and_then(do: Callable[[], object]) -> None:
    """Become the program in a child, and do something when it has ended."""
    child = os.fork()
    if child:
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        do()
        os._exit(code)


def _done(answer: int) -> None:
    if answer:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
