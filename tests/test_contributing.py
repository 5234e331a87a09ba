"""The examples in CONTRIBUTING.md, followed on a copy of the repository."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

import pytest

pytestmark = pytest.mark.slow

ROOT: Final = Path(__file__).parent.parent
BESIDE: Final = (
    "docs",
    "tests",
    "fuzz",
    "promises",
    "pyproject.toml",
    "README.md",
    "CONTRIBUTING.md",
)
RULE: Final = "rules/s09_shouting.py"
FORMAT: Final = "report/check/tsv.py"
FIELD: Final = "model/promise.py"
COMPLETENESS: Final = (
    "tests/test_whole.py",
    "tests/test_generated.py",
    "tests/test_declared.py",
    "tests/rules/test_examples.py",
    "tests/report/test_explanation.py",
)


def _examples() -> dict[str, str]:
    """The code blocks of CONTRIBUTING.md by the path in their first line."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    blocks = re.findall(
        r"```python\n# file: src/medborgarlofte/(\S+?),?(?: in [^\n]*)?\n(.*?)```", text, re.DOTALL
    )
    return dict(blocks)


def _stated(heading: str) -> int:
    """Number of files that CONTRIBUTING.md states for an addition."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    [count] = re.findall(rf"^### {heading}: (\d) files?$", text, re.MULTILINE)
    return int(count)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The package and its templates."""
    _copy(("src", "templates"), tmp_path)
    return tmp_path


def _copy(names: Sequence[str], folder: Path) -> None:
    for name in names:
        source = ROOT / name
        if source.is_dir():
            ignored = shutil.ignore_patterns(".hypothesis", "__pycache__")
            shutil.copytree(source, folder / name, ignore=ignored)
        else:
            shutil.copy2(source, folder / name)


def _written_by_hand(folder: Path) -> dict[str, bytes]:
    """Content of every file of the package and its templates."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for name in ("src", "templates")
        for path in sorted((folder / name).rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }


def _add(folder: Path, path: str, old: str, new: str) -> None:
    file = folder / "src" / "medborgarlofte" / path
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, (path, old)
    file.write_text(text.replace(old, new), encoding="utf-8")


def _add_rule(folder: Path) -> None:
    (folder / "src" / "medborgarlofte" / RULE).write_text(_examples()[RULE], encoding="utf-8")
    last = '"s04_duplicate_commitment",\n'
    _add(folder, "rules/__init__.py", last, last.rstrip() + ' "s09_shouting",\n')


def _add_format(folder: Path) -> None:
    (folder / "src" / "medborgarlofte" / FORMAT).write_text(_examples()[FORMAT], encoding="utf-8")
    _add(folder, "report/__init__.py", '"junit")\n', '"junit"), tsv=("tsv",)\n')


def _add_field(folder: Path) -> None:
    line = _examples()[FIELD].strip()
    _add(
        folder,
        FIELD,
        '    """Unit that is promised, followed up and compared."""\n',
        f'    """Unit that is promised, followed up and compared."""\n\n    {line}\n',
    )


def _run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *words],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder / "src")},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("heading", "add"), [("A rule", _add_rule), ("An output format", _add_format), ("A field", _add_field)]
)
def test_an_addition_touches_as_many_files_as_stated(
    copy: Path, heading: str, add: Callable[[Path], None]
) -> None:
    before = _written_by_hand(copy)
    add(copy)
    after = _written_by_hand(copy)

    assert _stated(heading) == sum(before.get(name) != data for name, data in after.items())


def test_the_additions_pass_the_tests_of_completeness(copy: Path) -> None:
    _copy(BESIDE, copy)
    for add in (_add_rule, _add_format, _add_field):
        add(copy)
    assert _run(copy, "docs/generate.py").returncode == 0

    # The pages were written a moment ago: there is no need to make them a second time.
    made = f"--deselect={COMPLETENESS[1]}::test_a_page_is_as_it_would_be_made_now"
    tests = _run(copy, "-m", "pytest", "-q", "-n0", "-p", "no:cacheprovider", made, *COMPLETENESS)
    assert tests.returncode == 0, tests.stdout[-3000:]

    (copy / "a.yaml").write_text(
        "dokument: medborgarlöfte\ntitel: A\nperiod: {från: 2024-01-01, till: 2024-12-31}\n"
        "parter: [{id: k, typ: kommun, namn: Exempelby kommun}]\n"
        "åtaganden:\n  - {id: K1, part: k, text: Vi ses!, lokal: Torget}\n",
        encoding="utf-8",
    )
    answer = _run(
        copy,
        "-m",
        "medborgarlofte",
        "validate",
        "a.yaml",
        "--select",
        "S09",
        "--format",
        "tsv",
        "--today",
        "2024-06-01",
    )
    assert "S09\ta.yaml\t6\n" in answer.stdout
