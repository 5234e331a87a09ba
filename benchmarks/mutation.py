"""How many small faults, planted in the core one at a time, the tests find: mutmut, each module against its own tests."""

import argparse
import os
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]
WORK: Final = ROOT / "build" / "mutation"
PACKAGE: Final = Path("src") / "medborgarlofte"
COPIED: Final = ("src", "tests", "templates", "docs", "promises", "benchmarks", "pyproject.toml", "README.md")

MODULES: Final[dict[str, tuple[str, ...]]] = {
    "swedish": ("tests/test_swedish.py", "tests/property/test_swedish.py"),
    "source/edit": ("tests/source/test_edit.py",),
    "source/files": ("tests/source/test_files.py",),
    "source/git": ("tests/source/test_git.py",),
    "source/positions": ("tests/source/test_positions.py", "tests/source/test_edit.py"),
    "source/reader": (
        "tests/source/test_reader.py",
        "tests/source/test_positions.py",
        "tests/source/test_syntax.py",
    ),
    "source/syntax": ("tests/source/test_syntax.py",),
    "source/writing": ("tests/source/test_writing.py",),
    "rules/engine": ("tests/rules/test_engine.py",),
    "changes/strength": ("tests/changes/test_strength.py",),
    "changes/pairing": ("tests/changes/test_pairing.py",),
    "changes/likeness": ("tests/changes/test_likeness.py",),
    "changes/compare": ("tests/changes/test_compare.py",),
    "changes/measures": ("tests/changes/test_measures.py",),
    "changes/words": ("tests/changes/test_words.py",),
    "changes/series": ("tests/changes/test_series.py",),
}
"""What is mutated, and the tests that must find it; decorated functions and constants are left as they are."""

SETTINGS: Final = """

[tool.mutmut]
source_paths = ["src"]
only_mutate = ["{module}"]
also_copy = {copied}
pytest_add_cli_args = [
    "-o", "addopts=--import-mode=importlib --strict-markers", "-p", "_hypothesis_pytestplugin",
    "-p", "no:cacheprovider", "-p", "no:unraisableexception", "--hypothesis-profile=mutation",
]
pytest_add_cli_args_test_selection = {tests}
timeout_multiplier = 4.0
timeout_constant = 2.0
use_git_change_detection = false
"""
KILLED: Final = ("killed", "timeout", "segfault")


def prepare(module: str) -> Path:
    """A copy of the project whose settings name one module and its tests."""
    folder = WORK / module.replace("/", "-")
    folder.mkdir(parents=True, exist_ok=True)
    for name in COPIED:
        source, copy = ROOT / name, folder / name
        if source.is_dir():
            shutil.rmtree(copy, ignore_errors=True)
            shutil.copytree(source, copy, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, copy)
    with (folder / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write(
            SETTINGS.format(
                module=PACKAGE / f"{module}.py",
                copied=[name for name in COPIED if name not in ("src", "tests", "pyproject.toml")],
                tests=list(MODULES[module]),
            )
        )
    return folder


def mutmut(folder: Path, *words: str) -> str:
    """What mutmut prints when it is run in a folder."""
    done = subprocess.run(
        [sys.executable, "-m", "mutmut", *words],
        cwd=folder,
        env=os.environ | {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},  # each mutant starts pytest anew
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        sys.exit(f"{folder.name}: mutmut {' '.join(words[:1])} failed\n{done.stdout[-5000:]}")
    return done.stdout


def results(folder: Path) -> dict[str, str]:
    """The state of every mutant by its name."""
    lines = mutmut(folder, "results", "--all", "true").splitlines()
    return dict(line.strip().split(": ", 1) for line in lines if ": " in line)


def survivors(folder: Path) -> list[str]:
    """The mutants that no test found."""
    return [name for name, state in results(folder).items() if state not in KILLED]


def _changed(shown: str) -> str:
    """The name of a mutant and the lines that differ."""
    name, *lines = shown.splitlines()
    differing = [line for line in lines if line[:1] in ("-", "+") and not line.startswith(("---", "+++"))]
    return "\n".join([name, *differing, ""])


def main() -> None:
    """Print a row for each module, and with `--show` what was changed in each mutant that survived."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("modules", nargs="*", help="such as swedish or source/edit; all when none is named")
    parser.add_argument("--children", type=int, default=2, help="processes at once")
    parser.add_argument("--again", action="store_true", help="try only what changed and what survived")
    parser.add_argument("--show", action="store_true", help="print the mutants that survived")
    chosen = parser.parse_args()
    if unknown := set(chosen.modules) - set(MODULES):
        parser.error(f"{', '.join(sorted(unknown))} is none of {', '.join(MODULES)}")
    print("| module | mutants | killed | survived | score |\n|---|--:|--:|--:|--:|", flush=True)
    total: Counter[str] = Counter()
    shown: list[str] = []
    for module in chosen.modules or MODULES:
        if not chosen.again:
            shutil.rmtree(WORK / module.replace("/", "-"), ignore_errors=True)
        folder = prepare(module)
        mutmut(folder, "run", "--max-children", str(chosen.children))
        if chosen.again and (names := survivors(folder)):
            mutmut(folder, "run", "--max-children", str(chosen.children), *names)
        left = survivors(folder)
        count = len(results(folder))
        total.update(mutants=count, survived=len(left))
        print(row(f"`{module}.py`", count, len(left)), flush=True)
        if chosen.show:
            shown += [_changed(mutmut(folder, "show", name)) for name in left]
    if len(chosen.modules) != 1:
        print(row("all", total["mutants"], total["survived"]))
    print("\n".join(["", *shown]) if shown else "", end="")


def row(name: str, count: int, survived: int) -> str:
    """A row of the table."""
    killed = count - survived
    return f"| {name} | {count} | {killed} | {survived} | {killed / count if count else 1:.1%} |"


if __name__ == "__main__":
    main()
