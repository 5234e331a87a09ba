"""Commands as whole processes at several sizes, beside a floor and other tools.

One command measures everything and writes the tables in docs/benchmarks.md:
python benchmarks/speed.py --sizes 10 100 1000 2900 10000 30000 --write

2,900 documents are 290 municipalities over ten years.

Figures are CPU time of the process and its children, and the ratio is to the floor of the same run, so that a busy or slow
machine gives a similar table. Other tools are installed in an environment of their own.
"""

import argparse
import math
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

import yaml
from rules_profile import YEARS, written

HERE = Path(__file__).parent
PAGE = HERE.parent / "docs" / "benchmarks.md"
BEGIN, END = "<!-- written by benchmarks/speed.py -->", "<!-- end -->"
PEERS = ("check-jsonschema", "yamllint", "mkdocs", "doorstop")
DAY = ("--today", "2024-06-01")
REPEATS = 3
LARGE = 3000
"""Above so many documents only some commands are measured: the others take an hour."""
LARGEST = {
    "lofte export --format sqlite": 10_000,
    "lofte diff": 10_000,
    "lofte render": 10_000,
    "floor": 30_000,
    "lofte validate --profile granskning": 30_000,
    "lofte summary": 30_000,
    "lofte export --format parquet": 30_000,
}
"""Up to how many documents these are measured."""


class Cost(NamedTuple):
    """Resources used by a process."""

    processor: float
    """CPU seconds, children included."""
    wall: float
    """Elapsed seconds."""
    memory: int
    """Peak memory of one process in MiB."""


class Row(NamedTuple):
    """A line of the table."""

    size: int
    name: str
    cost: Cost
    floor: Cost


def run(folder: Path, *words: str) -> Cost:
    """Run a command in a folder; output is discarded, and findings (exit code 1) are accepted."""
    began = time.perf_counter()
    child = subprocess.Popen(
        words,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
    )
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in (0, 1):
        sys.exit(f"{' '.join(words)} ended with {child.returncode}")
    return Cost(used.ru_utime + used.ru_stime, time.perf_counter() - began, used.ru_maxrss // 1024)


def least(costs: Sequence[Cost]) -> Cost:
    """Best of several runs, the least disturbed one."""
    return min(costs)


def documents(folder: Path, size: int) -> None:
    """A project with so many promises; from ten on, with pages for mkdocs and items for doorstop as well."""
    written(size, 1, folder)
    (folder / "mkdocs.yml").write_text("site_name: x\nuse_directory_urls: false\n", encoding="utf-8")
    (folder / "docs").mkdir()
    (folder / "reqs").mkdir()
    (folder / "reqs" / ".doorstop.yml").write_text(
        "settings: {digits: 5, prefix: L, sep: ''}\n", encoding="utf-8"
    )
    for number, path in enumerate(sorted((folder / "promises").rglob("*.yaml")), 1):
        promise = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        text = "\n\n".join([promise["inledning"], *(f"- {row['text']}" for row in promise["åtaganden"])])
        (folder / "docs" / f"{number}.md").write_text(f"# {promise['titel']}\n\n{text}\n", encoding="utf-8")
        item = {"active": True, "derived": False, "level": f"1.{number}", "links": [], "text": text}
        (folder / "reqs" / f"L{number:05}.yml").write_text(
            yaml.dump(item, Dumper=yaml.CSafeDumper, allow_unicode=True), encoding="utf-8"
        )
    shutil.copy(folder / "docs" / "1.md", folder / "docs" / "index.md")
    subprocess.run(["git", "init", "--quiet"], cwd=folder, check=True)


def one_change(folder: Path) -> None:
    """Another number in one document."""
    path = min((folder / "promises").rglob("*.yaml"))
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Minst", "Allra minst", 1), encoding="utf-8")


def steps(folder: Path, size: int, peers: Path | None) -> Iterator[tuple[str, Callable[[], Cost]]]:
    """Every command on one project, in an order that leaves each what it needs."""
    lofte = str(Path(sys.executable).with_name("lofte"))
    times = range(REPEATS if size < 1000 else 1)
    render = (lofte, "render", "-o", "site", "--force", *DAY)

    def best(*words: str) -> Cost:
        return least([run(folder, *words) for _ in times])

    def changed(*words: str) -> Cost:
        one_change(folder)
        return run(folder, *words)

    yield "floor", lambda: best(sys.executable, str(HERE / "floor.py"), "promises")
    for statement in ("pass", "import pyarrow.parquet"):
        yield f"python -c '{statement}'", partial(best, sys.executable, "-c", statement)
    yield "lofte --version", lambda: best(lofte, "--version")
    yield "lofte validate", lambda: best(lofte, "validate", *DAY)
    yield (
        "lofte validate --profile granskning",
        lambda: best(lofte, "validate", "--profile", "granskning", *DAY),
    )
    yield "lofte summary", lambda: best(lofte, "summary", *DAY)
    for output in ("parquet", "sqlite"):
        words = (lofte, "export", "--format", output, "-o", output, *DAY)
        yield f"lofte export --format {output}", partial(run, folder, *words)
    if size > len(YEARS):  # more than one municipality
        yield "lofte compare", lambda: run(folder, lofte, "compare", *DAY)
    yield "lofte diff", lambda: run(folder, lofte, "diff")
    yield "lofte render", lambda: run(folder, *render)
    if size <= 100:
        yield "lofte render, nothing changed", lambda: run(folder, *render)
        yield "lofte render, one document changed", lambda: changed(*render)
    if peers is not None:
        for name, words in peer_commands(folder, peers):
            yield name, partial(run, folder, *words)


def peer_commands(folder: Path, peers: Path) -> Iterator[tuple[str, Sequence[str]]]:
    """What the other tools are asked to do with the same documents."""
    files = sorted(str(path) for path in (folder / "promises").rglob("*.yaml"))
    schema = HERE.parent / "docs" / "schema" / "medborgarlofte.schema.json"
    yield "check-jsonschema --version", [str(peers / "check-jsonschema"), "--version"]
    yield "check-jsonschema", [str(peers / "check-jsonschema"), "--schemafile", str(schema), *files]
    yield "yamllint", [str(peers / "yamllint"), "-d", "relaxed", "promises"]
    yield "mkdocs build", [str(peers / "mkdocs"), "build", "--quiet", "--site-dir", "mkdocs-site"]
    yield "doorstop", [str(peers / "doorstop"), "--no-child-check", "--quiet"]


def install_peers(folder: Path) -> Path:
    """The other tools in an environment of their own; answers where their commands lie."""
    venv.create(folder, with_pip=True)
    commands = folder / ("Scripts" if os.name == "nt" else "bin")
    subprocess.run([commands / "python", "-m", "pip", "install", "--quiet", *PEERS], check=True)
    return commands


def versions(peers: Path | None) -> str:
    """What was measured."""
    names = ["medborgarlofte", "pydantic", "PyYAML", "Jinja2"]
    listed = [(sys.executable, names)]
    if peers is not None:
        listed.append((str(peers / "python"), list(PEERS)))
    say = "import sys; from importlib.metadata import version; print(*(f'{n} {version(n)}' for n in sys.argv[1:]), sep=', ')"
    told = [
        subprocess.run([python, "-c", say, *names], capture_output=True, text=True, check=True).stdout.strip()
        for python, names in listed
    ]
    return f"Python {platform.python_version()}, {os.cpu_count()} processors, {', '.join(told)}"


def exponent(points: Sequence[tuple[int, float]]) -> float:
    """The slope of log time over log size, by least squares: 1 is linear, 2 is quadratic."""
    logs = [(math.log(size), math.log(spent)) for size, spent in points]
    mean_x, mean_y = (sum(row[axis] for row in logs) / len(logs) for axis in (0, 1))
    return sum((x - mean_x) * (y - mean_y) for x, y in logs) / sum((x - mean_x) ** 2 for x, _ in logs)


def measured(
    sizes: Sequence[int], place: Path, peers: Path | None, peers_up_to: int, only: str
) -> Iterator[Row]:
    """Rows of the table, in order; each project is removed when it has been measured."""
    for size in sizes:
        folder = place / str(size)
        folder.mkdir()
        documents(folder, size)
        run(folder, str(Path(sys.executable).with_name("lofte")), "validate")  # compiles the modules
        floor: Cost | None = None
        for name, take in steps(folder, size, peers if size <= peers_up_to else None):
            if name == "floor" or (only in name and size <= LARGEST.get(name, LARGE)):
                cost = take()
                floor = floor or cost
                yield Row(size, name, cost, floor)
        shutil.rmtree(folder)


def line(row: Row) -> str:
    """A row of the table."""
    cost, ratio = row.cost, row.cost.processor / row.floor.processor
    return f"| {row.size} | {row.name} | {cost.processor:.2f} | {ratio:.2f} | {cost.wall:.2f} | {cost.memory} |\n"


def growth(rows: Sequence[Row]) -> str:
    """The table of exponents, of the commands that were measured at several sizes from 1,000."""
    lines = ["\n| command | grows as the number of documents to the power of |\n|---|--:|\n"]
    large = [row for row in rows if row.size >= 1000]
    for name in dict.fromkeys(row.name for row in large):
        points = [(row.size, row.cost.processor) for row in large if row.name == name]
        if len(points) > 1:
            lines.append(f"| {name} | {exponent(points):.2f} |\n")
    return "".join(lines)


def write_page(tables: str) -> None:
    """Put the tables in the documentation."""
    text = PAGE.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    PAGE.write_text(f"{before}{BEGIN}\n\n{tables}\n{END}{after}", encoding="utf-8")


def main() -> None:
    """Print the tables as they are measured, and write them where asked."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", nargs="+", type=int, default=[10, 100, 1000], help="numbers of promises")
    parser.add_argument(
        "--peers-up-to", type=int, default=1000, help="the largest size for other tools; 0 for none"
    )
    parser.add_argument("--only", default="", help="only commands whose name holds this")
    parser.add_argument("--write", action="store_true", help="write the tables in docs/benchmarks.md")
    chosen = parser.parse_args()
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as place:
        peers = install_peers(Path(place, "peers")) if chosen.peers_up_to else None
        head = f"{versions(peers)}.\n\n| documents | command | s | × floor | wall, s | MiB |\n|--:|---|--:|--:|--:|--:|\n"
        sys.stdout.write(head)
        for row in measured(chosen.sizes, Path(place), peers, chosen.peers_up_to, chosen.only):
            rows.append(row)
            sys.stdout.write(line(row))
            sys.stdout.flush()
            if chosen.write:
                write_page(head + "".join(map(line, rows)) + growth(rows))
    sys.stdout.write(growth(rows))


if __name__ == "__main__":
    main()
