"""How long comparing takes: two promises of many commitments against reading them, and many municipalities by ten years."""

import argparse
import math
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

from medborgarlofte.diff.document import compare
from medborgarlofte.load import LoadedDocument, load, load_bytes
from medborgarlofte.timeline import consecutive

PAIRS = Path(__file__).parents[1] / "tests" / "changes" / "pairs.yaml"


def around(name: str, year: int) -> dict[str, Any]:
    """What stands before the commitments of a promise."""
    return {
        "dokument": "medborgarlöfte",
        "titel": f"Medborgarlöfte för {name} {year}",
        "period": {"från": f"{year}-01-01", "till": f"{year}-12-31"},
        "parter": [
            {"id": "kommunen", "typ": "kommun", "namn": name},
            {"id": "polisen", "typ": "polis", "namn": f"Lokalpolisområde {name}"},
        ],
    }


def texts() -> list[str]:
    """The wordings of the labelled pairs."""
    table = yaml.safe_load(PAIRS.read_text(encoding="utf-8"))
    return sorted({row[side]["text"] for row in table for side in ("old", "new") if row[side]})


def promise(name: str, year: int, count: int, pool: list[str], chance: random.Random) -> bytes:
    """A promise of so many commitments, some of them as in other years."""
    rows = [
        {
            "id": f"K{number}",
            "part": chance.choice(["kommunen", "polisen"]),
            "text": f"{chance.choice(pool)} (del {number})",
            "mål": {"minst": chance.randint(1, 99), "enhet": "gånger", "per": "år"},
        }
        for number in range(count)
    ]
    return yaml.safe_dump(around(name, year) | {"åtaganden": rows}, allow_unicode=True).encode()


def read(data: bytes) -> LoadedDocument:
    """The document of the bytes."""
    loaded, wrong = load_bytes("x", "x.yaml", data)
    if loaded is None:
        raise ValueError(wrong)
    return loaded


def seconds(work: Callable[[], Any], times: int = 3) -> float:
    """The shortest of some runs."""
    found = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        found.append(time.perf_counter() - start)
    return min(found)


def exponent(sizes: list[int], times: list[float]) -> float:
    """The slope of the line through the logarithms: 1 is linear, 2 is quadratic."""
    xs, ys = [math.log(n) for n in sizes], [math.log(t) for t in times]
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True)) / sum(
        (x - mean_x) ** 2 for x in xs
    )


def by_commitments(sizes: list[int]) -> None:
    """Two promises compared against the time of reading them."""
    pool, times = texts(), []
    print("| commitments | read both, s | compare, s | ratio |\n|--:|--:|--:|--:|")
    for size in sizes:
        chance = random.Random(size)  # noqa: S311 - the same every time, not a secret
        files = [promise("Exempelby", year, size, pool, chance) for year in (2023, 2024)]
        reading = seconds(lambda files=files: [read(data) for data in files])
        old, new = (read(data) for data in files)
        times.append(seconds(lambda old=old, new=new: compare(old, new)))
        print(f"| {size} | {reading:.3f} | {times[-1]:.3f} | {times[-1] / reading:.1f} |")
    print(f"\nexponent in commitments: {exponent(sizes, times):.2f}\n")


def by_municipalities(sizes: list[int], years: int, commitments: int) -> None:
    """Every consecutive pair of many municipalities."""
    pool, times, pairs = texts(), [], []
    print("| municipalities | pairs | load, s | pair up and compare, s | ms a pair |\n|--:|--:|--:|--:|--:|")
    for size in sizes:
        chance = random.Random(size)  # noqa: S311 - the same every time, not a secret
        with TemporaryDirectory() as folder:
            for number in range(size):
                place = Path(folder) / "promises" / f"ort-{number}"
                place.mkdir(parents=True)
                for year in range(2014, 2014 + years):
                    data = promise(f"Ort{number}", year, commitments, pool, chance)
                    (place / f"lofte-{year}.yaml").write_bytes(data)
            start = time.perf_counter()
            workspace = load([], Path(folder))
            loading = time.perf_counter() - start
        found = list(consecutive(workspace))
        pairs.append(len(found))
        times.append(
            seconds(lambda workspace=workspace: [compare(*pair) for pair in consecutive(workspace)], 1)
        )
        print(
            f"| {size} | {pairs[-1]} | {loading:.2f} | {times[-1]:.2f} | {times[-1] / pairs[-1] * 1000:.1f} |"
        )
    print(f"\nexponent in pairs: {exponent(pairs, times):.2f}")


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--commitments", type=int, nargs="+", default=[25, 50, 100, 200])
    parser.add_argument("--municipalities", type=int, nargs="+", default=[5, 10, 20, 40])
    parser.add_argument("--years", type=int, default=10)
    chosen = parser.parse_args()
    by_commitments(chosen.commitments)
    by_municipalities(chosen.municipalities, chosen.years, 15)
    sys.stdout.flush()


if __name__ == "__main__":
    main()
