"""What the fast subset leaves out: slow folders and modules, and most examples of property tests."""

import re
from pathlib import Path
from typing import Final

from hypothesis import settings

SLOW_FOLDERS: Final = frozenset(["browser", "cases", "e2e", "editors", "faults"])
"""Tests of whole runs; slow modules elsewhere say `pytestmark = pytest.mark.slow`."""

EXAMPLES: Final = 40
"""Examples of a property test unless it sets another number, in a run of all tests."""
FAST_EXAMPLES: Final = 10

_TESTS: Final = Path(__file__).parent
_SLOW_MODULE: Final = re.compile(r"^pytestmark = .*\bslow\b", re.MULTILINE)


def is_slow(path: Path) -> bool:
    """Whether every test in a folder or a module is slow."""
    if path.is_dir():
        return path.parent == _TESTS and path.name in SLOW_FOLDERS
    return path.suffix == ".py" and _SLOW_MODULE.search(path.read_text(encoding="utf-8")) is not None


def examples(count: int) -> int:
    """`count`, scaled as the profile of hypothesis in use scales EXAMPLES."""
    return max(1, count * settings().max_examples // EXAMPLES)
