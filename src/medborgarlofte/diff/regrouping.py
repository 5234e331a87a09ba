"""Splits and merges that nobody has stated: what moved to a commitment without a counterpart."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from medborgarlofte.diff.binding import Side
from medborgarlofte.diff.commitment import Comparator
from medborgarlofte.diff.coverage import covers_less
from medborgarlofte.diff.matching import is_form_of
from medborgarlofte.diff.model import Effect, Evidence
from medborgarlofte.diff.similarity import words_of

Pieces = tuple[Evidence, ...]


class Pair(NamedTuple):
    """Commitment and its counterpart, with their differences."""

    old: Side
    new: Side
    pieces: Pieces


def without_moved(pair: Pair, compare: Comparator, gone: Sequence[Side], came: Sequence[Side]) -> Pieces:
    """Differences of a pair, without what has only moved.

    `gone` are the old commitments without a counterpart, `came` the new ones.
    """
    kept = _without(pair, "weakened", came, compare)
    kept = _without(pair._replace(pieces=kept), "sharpened", gone, compare)
    if kept == pair.pieces or any(piece.field == "text" for piece in kept):
        return kept
    return (*kept, Evidence("text", pair.old.commitment.text, pair.new.commitment.text, "neutral"))


def has_moved(gone: Side, pair: Pair, compare: Comparator) -> bool:
    """Whether a pair has taken over what an old commitment without a counterpart was bound to."""
    return _without(pair, "sharpened", [gone], compare) != pair.pieces and not any(
        _binds(piece, "weakened") for piece in compare(_joined(pair.old, gone), pair.new)
    )


def _without(pair: Pair, effect: Effect, others: Iterable[Side], compare: Comparator) -> Pieces:
    """Evidence without what a side lacks, where it stands in one of the others."""
    old, new, pieces = pair
    missing = [
        piece
        for piece in pieces
        if _binds(piece, effect) and (piece.field == "omfattning" or None in (piece.old, piece.new))
    ]
    whole, part = (old, new) if effect == "weakened" else (new, old)
    for other in others if missing else ():
        both = _joined(part, other)
        if not _is_in(other, whole) or covers_less(whole.commitment.text, both.commitment.text):
            continue
        found = compare(old, both) if effect == "weakened" else compare(both, new)
        if all(piece in pieces and piece not in missing for piece in found if _binds(piece, effect)):
            return tuple(piece for piece in pieces if piece not in missing)
    return pieces


_MOVABLE: Final = ("mål", "omfattning")


def _binds(piece: Evidence, effect: Effect) -> bool:
    return piece.field in _MOVABLE and piece.effect == effect


def _is_in(part: Side, whole: Side) -> bool:
    """Whether every word of one commitment that carries meaning stands in the other."""
    words, others = (words_of(side.commitment.text) for side in (part, whole))
    return all(any(is_form_of(word, other) for other in others) for word in words)


def _joined(one: Side, other: Side) -> Side:
    """Two commitments as one."""
    first, second = one.commitment, other.commitment
    both = {"text": f"{first.text} {second.text}", "targets": (*first.targets, *second.targets)}
    return replace(one, commitment=first.model_copy(update=both))
