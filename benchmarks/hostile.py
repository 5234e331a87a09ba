"""Growth of the work of the reader and of each rule on long hostile texts: twice the text, at most about twice the work."""

import argparse
import datetime as dt
import gc
import itertools
import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

from medborgarlofte.language.analysis import Analysis
from medborgarlofte.language.tokens import scan
from medborgarlofte.load import load
from medborgarlofte.rules import RULES
from medborgarlofte.rules.rule import RuleContext

PIECES: Final = (
    "a", "A", "aB", "a-", "a:", "a@", "1", "1 ", "1,", "1/2 ", "( ", "”x ", ". ", ", ", "- \n", "\n\n", " ", "ord ", "Ord ",
    "AB ", "https://", "och ", "att ", "ska ", "per ", "alla ", "minst ", "två ", "i ", "om ", "när läget ", "en tre ", "varje ",
    "måndag, ", "den 1 ", "från den 1 januari ", "från två till ", "senast ", "Karlstads, ", "Karlstads och ", "Storgatan ",
    "tre ungdomar på ", "genomförande av ", "vid behov ", "SSPF (", "genomförs ", "tryggare ", "kväll ", "arbetar ", "ser, ",
    "lägger fokus ", "ingen ", "brott ökar ", "under förra ", "årskurs 7, ", "kl. 8–", "hälften av ", "inte mer än två ",
    "vecka 7 ", "utom ", "sedan ", "enkäten visar att 4 ", "löftet gäller ", "Kim Exempelsson ", "avser 2024–", "har haft god ",
)  # fmt: skip
SIZES: Final = (4_000, 8_000, 16_000)
MOST: Final = 3.0
"""Growth of work for twice the text; a quadratic reading has 4."""
LEAST: Final = 0.02
"""Seconds below which a growth is noise."""


class Growth(NamedTuple):
    """Work on a text and on one twice as long."""

    reader: str
    piece: str
    ratio: float
    seconds: float


def work(read: Callable[[], object]) -> float:
    """Processor time of the fastest of three readings, without garbage collection."""
    gc.disable()
    took = []
    for _ in range(3):
        start = time.process_time()
        read()
        took.append(time.process_time() - start)
    gc.enable()
    return min(took)


def readers(text: str) -> Iterator[tuple[str, Callable[[], object]]]:
    """Tokenizer, parser and each rule, on a text."""
    yield "tokenizer", lambda: scan(text)
    yield "parser", lambda: Analysis(text).expressions
    words = json.dumps(text, ensure_ascii=False)
    document = (
        f"dokument: medborgarlöfte\ntitel: L\nperiod: {{från: 2024-01-01, till: 2024-12-31}}\n"
        f"parter: [{{id: k, typ: kommun, namn: Exempelby kommun}}]\ninledning: {words}\n"
        f"åtaganden:\n  - {{id: K1, text: {words}, mål: {{exakt: 4, enhet: ronder}}, senast: 2024-05-01}}\n"
    )
    workspace = load(["-"], Path(tempfile.gettempdir()), document.encode())
    for loaded in workspace.readable.values():
        context = RuleContext(loaded, workspace, dt.date(2024, 6, 1))
        for rule in RULES:
            if isinstance(loaded.document, rule.scope):
                list(rule.check(context))  # what is shared by all rules is read before
                yield rule.code, partial(_uncached, rule.check, context)


def _uncached(check: Callable[[RuleContext], Iterator[object]], context: RuleContext) -> list[object]:
    for module in list(sys.modules.values()):
        if (getattr(module, "__name__", "") or "").startswith("medborgarlofte.rules."):
            for cached in vars(module).values():
                if hasattr(cached, "cache_clear"):
                    cached.cache_clear()
    return list(check(context))


def growth(piece: str) -> Iterator[Growth]:
    """Work on a piece repeated to each size, by reader."""
    texts = [piece * (size // len(piece)) + "x" for size in SIZES]
    for rows in zip(*map(readers, texts), strict=True):
        took = [work(read) for _, read in rows]
        for shorter, longer in itertools.pairwise(took):
            if longer > LEAST:
                yield Growth(rows[0][0], piece, longer / max(shorter, 1e-6), longer)


def main() -> int:
    """Print what grows faster than the text; answer 1 when something does."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--all", action="store_true", help="print the growth of every reader that takes a while"
    )
    chosen = parser.parse_args()
    found = [one for piece in PIECES for one in growth(piece)]
    fast = [one for one in found if one.ratio > MOST]
    for one in sorted(found if chosen.all else fast, key=lambda one: -one.ratio):
        sys.stdout.write(
            f"{one.reader} on {one.piece!r}: {one.ratio:.1f} times the work ({one.seconds:.3f} s)\n"
        )
    sys.stdout.write(f"{len(fast)} of {len(found)} measured growths are above {MOST}.\n")
    return 1 if fast else 0


if __name__ == "__main__":
    raise SystemExit(main())
