"""Files that belong with a file outside every folder `promises`."""

import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from medborgarlofte.source.files import MAX_BYTES

MANY: Final = 200
"""Files up to which a whole folder is read, as a collection is."""


def related(asked: Sequence[Path], files: Sequence[Path], root: Path) -> list[Path]:
    """Files that refer to the asked ones or are referred to.

    All of them in a folder of ordinary size. In one with thousands of other YAML files only those connected by an
    id in their text, which costs reading, not parsing.
    """
    if len(files) <= MANY:
        return list(files)
    by_id = {_id_of(path, root): path for path in files if path.is_relative_to(root)}
    joined: dict[Path, set[Path]] = {path: set() for path in files}
    for path in files:
        for name in by_id.keys() & {scalar.strip() for scalar in _BETWEEN.split(_bytes(path))}:
            joined[path].add(by_id[name])
            joined[by_id[name]].add(path)
    kept, waiting = set(asked), list(asked)
    while waiting:
        found = joined.get(waiting.pop(), set()) - kept
        kept |= found
        waiting += found
    return [path for path in files if path in kept]


_BETWEEN: Final = re.compile(rb"[\n:\[\]{},#\"']|^\s*- ", re.MULTILINE)
"""What stands between the scalars of a YAML file."""


def _id_of(path: Path, root: Path) -> bytes:
    return os.fsencode(path.with_suffix("").relative_to(root).as_posix())  # a name need not be UTF-8


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes() if path.stat().st_size <= MAX_BYTES else b""
    except OSError:
        return b""
