"""The floor of the benchmarks: libyaml loads every document of a folder, one at a time, and forgets it again."""

import sys
from pathlib import Path

import yaml


def main() -> None:
    """Print how many documents there are."""
    count = 0
    for path in Path(sys.argv[1]).rglob("*.yaml"):
        yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
        count += 1
    sys.stdout.write(f"{count}\n")


if __name__ == "__main__":
    main()
