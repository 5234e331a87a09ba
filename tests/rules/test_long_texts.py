"""Texts that no person writes: each rule and pattern ends in time that grows with the text, not with its square.

Nothing is timed: a run that takes a minute is stopped, and a pattern that goes astray takes far longer.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import pytest

from program import lofte

pytestmark = pytest.mark.slow

LENGTH: Final = 20_000
PIECES: Final = (
    "a", "A", "aB", "a-", "a:", "a@", "a.", "1", "1 ", "1,", "1/2 ", "( ", "( x", "”", "”x ", ". ", ", ", "- ", "- \n", "\n",
    " ", "\t", "ord ", "Ord ", "AB ", "https://", "och ", "att ", "som ", "har ", "ska ", "per ", "alla ", "noll ", "minst ",
    "i ", "en tre ", "inga ", "varje ", "ett hundra ", "måndag, ", "den 1 ", "från den 1 januari ", "senast ", "Karlstads, ",
    "Karlstads och ", "kommunen Karlstad, ", "Storgatan ", "tre ungdomar på ", "genomförande av ", "vid behov ", "SSPF (",
    "polisen genomförs ", "tryggare ", "kväll ", "patrullerar ", "vi ",
)  # fmt: skip
HEAD: Final = """\
dokument: medborgarlöfte
titel: Medborgarlöfte
period: {från: 2024-01-01, till: 2024-12-31}
parter: [{id: kommunen, typ: kommun, namn: Exempelby kommun}]
"""


def _promise(pieces: Sequence[str]) -> str:
    """A promise whose commitments each repeat one piece; the last letter is what a pattern may hope for in vain."""
    texts = [json.dumps(piece * (LENGTH // len(piece)) + "x", ensure_ascii=False) for piece in pieces]
    rows = [f"  - {{id: K{n}, part: kommunen, text: {text}}}" for n, text in enumerate(texts)]
    return "\n".join([HEAD + f"inledning: {texts[0]}", "åtaganden:", *rows, ""])


@pytest.mark.parametrize("first", range(6))
def test_a_text_that_repeats_itself_is_checked_in_reasonable_time(tmp_path: Path, first: int) -> None:
    text = _promise(PIECES[first::6])
    answer = lofte(
        "validate", "-", "--profile", "granskning", "--statistics", cwd=tmp_path, stdin=text.encode()
    )

    assert answer.code in (0, 1)
    assert answer.err == ""


def test_two_promises_that_repeat_themselves_are_compared_in_reasonable_time(tmp_path: Path) -> None:
    for year, pieces in (("2023", PIECES[::4]), ("2024", PIECES[1::4])):
        path = tmp_path / "promises" / "exempelby" / f"lofte-{year}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_promise(pieces).replace("2024-", f"{year}-"), encoding="utf-8")
    answer = lofte("diff", "exempelby", "--format", "json", cwd=tmp_path)

    assert (answer.code, answer.err) == (0, "")
