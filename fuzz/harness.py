"""Fuzzing with atheris: `python fuzz/harness.py TARGET [seconds]` goes on until then, past everything that it finds."""

import argparse
import hashlib
import os
import shutil
import sys
import tempfile
import time
import traceback
from pathlib import Path
from random import Random
from typing import Final

import atheris

HERE: Final = Path(__file__).parent
sys.path.append(str(HERE.parent / "tests"))  # the documents and readers that the tests share

with atheris.instrument_imports(include=["medborgarlofte"], enable_loader_override=True):
    from mutating import mutated
    from targets import TARGETS, seeds_of

LONGEST: Final = 16_000


class Hunt:
    """One target run over and over; what breaks it is kept, one input for each place that it breaks at."""

    def __init__(self, name: str, seconds: int) -> None:
        self.name, self.run = name, TARGETS[name].run
        self.folder = HERE / "findings" / name
        self.until, self.began = time.monotonic() + seconds, time.monotonic()
        self.executions = 0
        self.places: set[str] = set()

    def once(self, data: bytes) -> None:
        """Run the target on the bytes."""
        if time.monotonic() > self.until:
            self.summarise()
            sys.stdout.flush()
            shutil.rmtree(str(tempfile.tempdir))
            os._exit(0)  # an exception would be taken for a finding
        self.executions += 1
        try:
            self.run(data)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what we are looking for
            self.keep(data, error)

    def keep(self, data: bytes, error: Exception) -> None:
        frames = traceback.extract_tb(error.__traceback__)[-3:]
        place = " < ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in reversed(frames))
        place = f"{type(error).__name__} {place}"
        path = self.folder / hashlib.sha256(place.encode()).hexdigest()[:8]
        if place not in self.places or len(data) < path.stat().st_size:
            self.folder.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
            path.with_suffix(".txt").write_text("".join(traceback.format_exception(error)), encoding="utf-8")
        if place not in self.places:
            self.places.add(place)
            sys.stdout.write(f"{self.name}: {place}: {path}\n")
            sys.stdout.flush()

    def summarise(self) -> None:
        """One line on what was done."""
        taken = time.monotonic() - self.began
        sys.stdout.write(
            f"{self.name}: {self.executions} executions in {taken:.0f} s, {len(self.places)} places\n"
        )


def main() -> None:
    """Begin from the files of the repository, and from what earlier runs found new ways with."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("seconds", nargs="?", type=int, default=600)
    chosen = parser.parse_args()
    tempfile.tempdir = tempfile.mkdtemp()
    corpus = HERE / "corpus" / chosen.target
    for folder in (corpus, HERE / "findings"):
        folder.mkdir(parents=True, exist_ok=True)
    for seed in seeds_of(chosen.target):
        (corpus / hashlib.sha256(seed).hexdigest()[:16]).write_bytes(seed)
        TARGETS[chosen.target].run(seed)  # what is read once is read now
    hunt = Hunt(chosen.target, chosen.seconds)

    def mutator(data: bytes, longest: int, seed: int) -> bytes:
        random = Random(seed)  # noqa: S311 - for variety, not for secrets
        made = atheris.Mutate(data, longest) if random.randrange(20) == 0 else mutated(data, random)
        return bytes(made[:longest])

    atheris.Setup(
        [
            sys.argv[0],
            str(corpus),
            f"-max_len={LONGEST}",
            "-timeout=60",
            f"-artifact_prefix={hunt.folder}-",
            "-rss_limit_mb=3000",
            "-verbosity=0",
        ],
        hunt.once,
        custom_mutator=mutator,
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main()
