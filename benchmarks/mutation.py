"""How many small faults, planted in the core one at a time, the tests find.

mutmut makes the faults. Pytest is started once for each module, and forks a process for each fault, in which the tests of the
module run until one fails; starting it anew each time takes twenty times as long.
"""

import argparse
import ast
import difflib
import gc
import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).parents[1]
WORK: Final = ROOT / "build" / "mutation"
PACKAGE: Final = Path("src") / "medborgarlofte"
COPIED: Final = ("src", "tests", "templates", "docs", "promises", "benchmarks", "pyproject.toml", "README.md")
MODULES: Final[dict[str, tuple[str, ...]]] = {
    "swedish": ("tests/test_swedish.py", "tests/property/test_swedish.py"),
    "source/editing": ("tests/source/test_editing.py",),
    "source/files": ("tests/source/test_files.py",),
    "source/git": ("tests/source/test_git.py",),
    "source/positions": ("tests/source/test_positions.py", "tests/source/test_editing.py"),
    "source/reader": ("tests/source/test_reader.py", "tests/source/test_positions.py", "tests/source/test_yaml_errors.py"),
    "source/yaml_errors": ("tests/source/test_yaml_errors.py",),
    "source/writing": ("tests/source/test_writing.py",),
    "rules/engine": ("tests/rules/test_engine.py", "tests/rules/test_profiles.py"),
    "diff/commitment": ("tests/diff/test_commitment.py",),
    "diff/matching": ("tests/diff/test_matching.py",),
    "diff/similarity": ("tests/diff/test_similarity.py",),
    "diff/document": ("tests/diff/test_document.py",),
    "diff/measures": ("tests/diff/test_measures.py",),
    "diff/describe": ("tests/diff/test_describe.py",),
    "diff/timeline": ("tests/diff/test_timeline.py",),
}  # fmt: skip
"""What is mutated, and its own tests. mutmut leaves constants and decorated functions as they are."""

OPTIONS: Final = (
    "-o", "addopts=--import-mode=importlib --strict-markers", "-p", "mutation", "-p", "_hypothesis_pytestplugin",
    "-p", "no:terminal", "-p", "no:cacheprovider", "--assert=plain",
    "--capture=sys", "--hypothesis-profile=mutation",
)  # fmt: skip

# ---------------------------------------------------------------- one process for each fault


def pytest_runtestloop(session: pytest.Session) -> bool:
    """Instead of running the tests once, run them for each mutant in tasks.json, and say which survived."""
    tasks = Path(os.environ["MUTATION_TASKS"])
    gc.freeze()  # what nobody collects, no process needs a copy of
    reached = _reached(session)
    patience = 1 + 3 * resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    survived = []
    for mutant in json.loads(tasks.read_text(encoding="utf-8")):
        items = reached.get(mutant.rpartition("__mutmut_")[0], [])
        killer = _killer(session, items, mutant, patience)
        if killer is None:
            survived.append(mutant)
        else:  # the next fault is in the same function, and likely found by the same test
            items.insert(0, items.pop(killer))
    tasks.with_suffix(".survived").write_text(json.dumps(survived), encoding="utf-8")
    return True


def _reached(session: pytest.Session) -> dict[str, list[pytest.Item]]:
    """The tests that call each function of the module, the fastest first."""
    from mutmut.state import state

    reader, writer = os.pipe()
    if not os.fork():
        os.environ["MUTANT_UNDER_TEST"] = "stats"
        found: dict[str, list[int]] = {}
        spent = []
        for number, item in enumerate(session.items):
            start = time.process_time()
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)
            for name in state()._stats:  # noqa: SLF001 - where the functions that mutmut wrote say that they were called
                found.setdefault(name, []).append(number)
            state()._stats.clear()  # noqa: SLF001
            spent.append(time.process_time() - start)
        with os.fdopen(writer, "w") as pipe:
            fast_first = {name: sorted(numbers, key=spent.__getitem__) for name, numbers in found.items()}
            json.dump({} if session.testsfailed else fast_first, pipe)
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as pipe:
        told: dict[str, list[int]] = json.load(pipe)
    os.wait()
    if not told:
        raise pytest.UsageError("the tests fail without any fault")
    return {name: [session.items[number] for number in numbers] for name, numbers in told.items()}


def _killer(
    session: pytest.Session, items: Sequence[pytest.Item], mutant: str, patience: float
) -> int | None:
    """Which test fails in a process where a mutant is active; the first when they do not end, None when none does."""
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        signal.setitimer(signal.ITIMER_VIRTUAL, patience)  # a fault without end works, or waits
        signal.setitimer(signal.ITIMER_REAL, 600)
        os.environ["MUTANT_UNDER_TEST"] = mutant  # the functions that mutmut wrote look at it
        for number, item in enumerate(items):
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)
            if session.testsfailed:
                os.write(writer, str(number).encode())
                os._exit(1)
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as pipe:
        told = pipe.read()
    _, status = os.waitpid(child, 0)
    return None if os.waitstatus_to_exitcode(status) == 0 else int(told or 0)


# ---------------------------------------------------------------- a module and its faults


def plant(module: str) -> tuple[Path, list[str]]:
    """A copy of the project in which a module holds all its mutants, and their names."""
    from mutmut.mutation.file_mutation import mutate_file_contents

    folder = WORK / module.replace("/", "-")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in COPIED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, folder / name)
    path = folder / PACKAGE / f"{module}.py"
    mutated = mutate_file_contents(str(path), path.read_text(encoding="utf-8"))
    path.write_text(mutated.code, encoding="utf-8")
    return folder, [f"medborgarlofte.{module.replace('/', '.')}.{name}" for name in mutated.mutant_names]


def survivors(folder: Path, mutants: Sequence[str], tests: Sequence[str], workers: int) -> list[str]:
    """The mutants that no test finds."""
    environment = os.environ | {
        "PYTHONPATH": os.pathsep.join([str(folder / "src"), str(folder / "benchmarks")]),
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
        "MUTANT_UNDER_TEST": "",
    }
    running = []
    outside = tempfile.mkdtemp(prefix="mutation-")  # what tests write lies in no repository
    for number in range(workers):
        tasks = folder / f"tasks-{number}.json"
        tasks.write_text(json.dumps(mutants[number::workers]), encoding="utf-8")
        words = [sys.executable, "-m", "pytest", *OPTIONS, f"--basetemp={outside}/{number}", *tests]
        told = (folder / f"told-{number}.txt").open("w")
        done = subprocess.Popen(
            words, cwd=folder, env=environment | {"MUTATION_TASKS": str(tasks)}, stdout=told, stderr=told
        )
        running.append((done, tasks))
    left: set[str] = set()
    for done, tasks in running:
        if done.wait() != 0:
            sys.exit(f"pytest failed: see {tasks.parent}/told-*.txt")
        left.update(json.loads(tasks.with_suffix(".survived").read_text(encoding="utf-8")))
    shutil.rmtree(outside)
    return [mutant for mutant in mutants if mutant in left]


def difference(code: str, mutant: str) -> Iterator[str]:
    """The lines in which a mutant differs from the function it was made of."""
    name = mutant.rpartition(".")[2]
    wanted = (f"{name.rpartition('__mutmut_')[0]}__mutmut_orig", name)
    functions = {node.name: node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.FunctionDef)}
    for each in wanted:
        functions[each].name = "_"
    old, new = (ast.unparse(functions[each]).splitlines() for each in wanted)
    for line in difflib.unified_diff(old, new, n=0, lineterm=""):
        if line[:2] not in ("--", "++", "@@"):
            yield line


def row(name: str, count: int, survived: int) -> str:
    """A row of the table."""
    killed = count - survived
    return f"| {name} | {count} | {killed} | {survived} | {killed / count if count else 1:.1%} |"


def main() -> None:
    """Print a row for each module, and with `--show` the faults that no test found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "modules", nargs="*", help="such as swedish or source/editing; all when none is named"
    )
    parser.add_argument("--workers", type=int, default=2, help="processes at once")
    parser.add_argument("--every", type=int, default=1, help="try only one mutant in so many")
    parser.add_argument("--again", action="store_true", help="try only the mutants that survived last time")
    parser.add_argument("--show", action="store_true", help="print the mutants that survived")
    chosen = parser.parse_args()
    if unknown := set(chosen.modules) - set(MODULES):
        parser.error(f"{', '.join(sorted(unknown))} is none of {', '.join(MODULES)}")
    print("| module | mutants | killed | survived | score |\n|---|--:|--:|--:|--:|", flush=True)
    total, lost = 0, 0
    shown: list[str] = []
    for module in chosen.modules or MODULES:
        folder, mutants = plant(module)
        mutants = mutants[:: chosen.every]
        memory = WORK / f"{folder.name}.json"
        tried = (
            json.loads(memory.read_text(encoding="utf-8")) if chosen.again and memory.exists() else mutants
        )
        left = survivors(folder, [name for name in mutants if name in tried], MODULES[module], chosen.workers)
        memory.write_text(json.dumps(left), encoding="utf-8")
        total, lost = total + len(mutants), lost + len(left)
        print(row(f"`{module}.py`", len(mutants), len(left)), flush=True)
        code = (folder / PACKAGE / f"{module}.py").read_text(encoding="utf-8")
        for mutant in left:
            shown += ["", mutant, *difference(code, mutant)]
    print(row("all", total, lost))
    if chosen.show:
        print("\n".join(shown))


if __name__ == "__main__":
    main()
