"""How long the rules take on many promises, how that grows, and which rules take most of it."""

import argparse
import datetime as dt
import math
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import yaml

from medborgarlofte.load import Workspace, load
from medborgarlofte.rules import RULES
from medborgarlofte.rules.engine import lint
from medborgarlofte.rules.rule import RuleContext

PROMISES = Path(__file__).parents[1] / "promises"
TODAY = dt.date(2024, 6, 1)
YEARS = range(2015, 2025)
SIZES = (250, 500, 1000)


def written(count: int, seed: int, folder: Path, *, linked: bool = True) -> Path:
    """A folder with so many promises: municipalities with ten years each, in sentences of real promises."""
    chance = random.Random(seed)  # noqa: S311 - repeatable, not secret
    sources = [
        yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(PROMISES.rglob("lofte-*.yaml"))
    ]
    sentences = [item["text"] for source in sources for item in source.get("åtaganden", [])]
    prose = [source[key] for source in sources for key in ("inledning", "lägesbild") if key in source]
    root = folder / "promises"
    for number in range(count):
        town, year = divmod(number, len(YEARS))
        path = root / f"ort-{town:03}" / f"lofte-{YEARS[year]}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        promise = one(chance, f"Ort{town} kommun", YEARS[year], sentences, prose)
        if year and linked:
            promise["föregångare"] = f"ort-{town:03}/lofte-{YEARS[year - 1]}"
        text = yaml.dump(promise, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)
        path.write_text(text, encoding="utf-8")
    return root


def one(
    chance: random.Random, name: str, year: int, sentences: list[str], prose: list[str]
) -> dict[str, object]:
    """One promise with eight to fourteen commitments."""
    items = [
        {
            "id": f"K{index}",
            "part": chance.choice(["kommunen", "polisen", "tillsammans"]),
            "fokus": [chance.choice(["unga", "platser"])],
            "text": f"{text} Minst {chance.randint(2, 99)} gånger.",
        }
        for index, text in enumerate(chance.sample(sentences, chance.randint(8, 14)), start=1)
    ]
    return {
        "dokument": "medborgarlöfte",
        "titel": f"Medborgarlöfte för {name} {year}",
        "status": "antaget",
        "period": {"från": f"{year}-01-01", "till": f"{year}-12-31"},
        "parter": [
            {"id": "kommunen", "typ": "kommun", "namn": name, "kommunkod": "9999"},
            {"id": "polisen", "typ": "polis", "namn": "Lokalpolisområde Exempelby"},
        ],
        "inledning": "\n\n".join(chance.sample(prose, 2)),
        "fokusområden": [
            {"id": "unga", "rubrik": "Barn och unga", "kategori": "barn-och-unga"},
            {"id": "platser", "rubrik": "Otrygga platser", "kategori": "otrygga-platser"},
        ],
        "åtaganden": items,
    }


def seconds(workspace: Workspace) -> float:
    """The processor time of the rules alone, under the profile that runs them all."""
    start = time.process_time()
    lint(workspace, today=TODAY, profile="granskning")
    return time.process_time() - start


def exponent(times: dict[int, float]) -> float:
    """The slope of log time over log size, by least squares: 1 is linear, 2 is quadratic."""
    points = [(math.log(size), math.log(spent)) for size, spent in times.items()]
    mean_x = sum(x for x, _ in points) / len(points)
    mean_y = sum(y for _, y in points) / len(points)
    return sum((x - mean_x) * (y - mean_y) for x, y in points) / sum((x - mean_x) ** 2 for x, _ in points)


def shares(workspace: Workspace) -> Iterator[tuple[str, float]]:
    """The seconds that each rule takes, and what they share first: the texts and their sentences."""
    spent: Counter[str] = Counter()
    for item in workspace.valid.values():
        case = RuleContext(item, workspace, TODAY)
        start = time.process_time()
        for passage in case.text_fields:
            _ = passage.plain, passage.sentences, passage.words
        spent["texts, once for all rules"] += time.process_time() - start
        for rule in RULES:
            if isinstance(item.document, rule.scope):
                start = time.process_time()
                for _ in rule.check(case):
                    pass
                spent[rule.code] += time.process_time() - start
    yield from spent.most_common()


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", nargs="+", type=int, default=SIZES, help="numbers of promises")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--unlinked", action="store_true", help="no promise names the one before it")
    chosen = parser.parse_args()
    times: dict[int, float] = {}
    with (
        tempfile.TemporaryDirectory() as folder
    ):  # patterns are compiled and tables read before the clock starts
        seconds(load([str(written(10, chosen.seed, Path(folder)))], Path(folder)))
    print("| promises | lint, s | ms a promise |\n|--:|--:|--:|")
    for size in chosen.sizes:
        with tempfile.TemporaryDirectory() as folder:
            root = written(size, chosen.seed, Path(folder), linked=not chosen.unlinked)
            workspace = load([str(root)], Path(folder))
        if len(workspace.valid) != size:
            sys.exit(f"{size - len(workspace.valid)} promises could not be read: {workspace.diagnostics[:1]}")
        times[size] = seconds(workspace)
        print(f"| {size} | {times[size]:.2f} | {1000 * times[size] / size:.1f} |", flush=True)
    if len(times) > 1:
        print(f"\nTime grows as the number of promises to the power of {exponent(times):.2f}.")
    rows = list(shares(workspace))
    total = sum(spent for _, spent in rows)
    print(f"\n| rule, at {max(times)} promises | s | share |\n|---|--:|--:|")
    for name, spent in rows:
        if spent / total >= 0.005:
            print(f"| {name} | {spent:.2f} | {spent / total:.0%} |")


if __name__ == "__main__":
    main()
