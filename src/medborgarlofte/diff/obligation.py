"""How firmly a commitment binds: “ska”, “kan”, “erbjuder”."""

from collections.abc import Iterator, Sequence

from medborgarlofte.diff.binding import Side
from medborgarlofte.diff.matching import normal
from medborgarlofte.diff.model import Evidence
from medborgarlofte.language import expressions as ex


def compare_obligation(old: Side, new: Side) -> Iterator[Evidence]:
    """Obligation: “kan”, “försöker” bind to less than “ska”.

    So does a new negation.
    """
    weak = [_weakest(side.analysis.of(ex.Obligation)) for side in (old, new)]
    texts = old.commitment.text, new.commitment.text
    if weak[0] != weak[1]:
        yield Evidence("text", *texts, "weakened" if weak[1] < weak[0] else "sharpened")
    elif (less := _is_offered(*texts)) != _is_offered(*reversed(texts)):
        yield Evidence("text", *texts, "weakened" if less else "sharpened")


def _is_offered(before: str, after: str) -> bool:
    """Whether what was done is only offered: “utbildar alla elever”, “erbjuder alla elever utbildning”."""
    old, new = normal(before).split(), normal(after).split()
    stems = tuple(word.removesuffix("ning") for word in new if word.endswith("ning"))
    offers = any(word.startswith("erbjud") for word in new) and not any(
        word.startswith("erbjud") for word in old
    )
    return offers and any(word.startswith(stems) and word.endswith(("a", "ar", "as")) for word in old)


def _weakest(found: Sequence[ex.Obligation]) -> int:
    return min((one.strength for one in found), default=ex.FULL)
