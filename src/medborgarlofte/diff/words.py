"""Word-level difference of two texts."""

import difflib
import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple


class Piece(NamedTuple):
    """Words in both texts, or in one of them."""

    words: str
    mark: str
    """= for both, - for the old, + for the new."""


def word_diff(old: str, new: str) -> Iterator[Piece]:
    """Word-level diff of two texts."""
    one, other = (re.findall(r"\S+", text) for text in (old, new))
    for tag, i1, i2, j1, j2 in difflib.SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Piece(" ".join(one[i1:i2]), "=")
            continue
        if i2 > i1:
            yield Piece(" ".join(one[i1:i2]), "-")
        if j2 > j1:
            yield Piece(" ".join(other[j1:j2]), "+")


def woven(pieces: Iterable[Piece]) -> str:
    """Both texts in one, ”minst [-100-] {+80+} kvällar”."""
    signs = {"=": "{}", "-": "[-{}-]", "+": "{{+{}+}}"}
    return " ".join(signs[piece.mark].format(piece.words) for piece in pieces)


AROUND: Final = 4
"""How many unchanged words are shown beside what differs in a long text."""


def excerpts(old: str, new: str) -> list[Piece]:
    """Two long texts woven together, without what is the same and far from what differs."""
    pieces = list(word_diff(old, new))
    return [_shortened(piece, first=n == 0, last=n == len(pieces) - 1) for n, piece in enumerate(pieces)]


def _shortened(piece: Piece, *, first: bool, last: bool) -> Piece:
    words = piece.words.split()
    if piece.mark != "=" or len(words) <= 2 * AROUND + 1:
        return piece
    kept = [*([] if first else words[:AROUND]), "…", *([] if last else words[-AROUND:])]
    return Piece(" ".join(kept), "=")
