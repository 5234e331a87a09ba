"""Files that belong with a file outside every folder `promises`."""

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
    texts = {path: _bytes(path) for path in files}
    ids = {
        path: path.with_suffix("").relative_to(root).as_posix().encode()
        for path in files
        if path.is_relative_to(root)
    }
    kept, waiting = set(asked), list(asked)
    while waiting:
        path = waiting.pop()
        text, own = texts.get(path, b""), ids.get(path)
        for other in files:
            if other not in kept and ((own and own in texts[other]) or ids[other] in text):
                kept.add(other)
                waiting.append(other)
    return [path for path in files if path in kept]


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes() if path.stat().st_size <= MAX_BYTES else b""
    except OSError:
        return b""
