"""Which tests are slow: whole folders, and modules that are marked so."""

import re
from pathlib import Path
from typing import Final

SLOW_FOLDERS: Final = frozenset(["browser", "cases", "e2e", "editors", "faults"])
"""Tests of whole runs; slow modules elsewhere say `pytestmark = pytest.mark.slow`."""

_TESTS: Final = Path(__file__).parent
_SLOW_MODULE: Final = re.compile(r"^pytestmark = .*\bslow\b", re.MULTILINE)


def is_slow(path: Path) -> bool:
    """Whether every test in a folder or a module is slow."""
    if path.is_dir():
        return path.parent == _TESTS and path.name in SLOW_FOLDERS
    return path.suffix == ".py" and _SLOW_MODULE.search(path.read_text(encoding="utf-8")) is not None
