"""How firmly a commitment binds: “ska”, “kan”, “erbjuder”, “inte”."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from medborgarlofte.diff.binding import Side
from medborgarlofte.diff.matching import normal
from medborgarlofte.diff.model import Evidence
from medborgarlofte.language import expressions as ex
from medborgarlofte.language.analysis import Analysis, analyse
from medborgarlofte.language.clause_states import NEGATIONS


def compare_obligation(old: Side, new: Side) -> Iterator[Evidence]:
    """Obligation: “kan”, “försöker” and “erbjuder” bind to less than “ska”, and “ska inte” to nothing."""
    texts = old.commitment.text, new.commitment.text
    for is_less in _LESS:
        less, more = is_less(*texts), is_less(*reversed(texts))
        if less != more:
            yield Evidence("text", *texts, "weakened" if less else "sharpened")
            return


def _is_weaker(before: str, after: str) -> bool:
    """Whether a modal verb or a striving binds to less; where both changed, the weaker of them decides."""
    old, new = (_strengths(analyse(text)) for text in (before, after))
    lower = [one > other for one, other in zip(old, new, strict=True)]
    higher = [one < other for one, other in zip(old, new, strict=True)]
    return any(lower) and (not any(higher) or min(new) < min(old))


def _strengths(text: Analysis) -> tuple[int, int]:
    """The strength of the weakest modal verb, and of the weakest striving: “bör”, “arbeta för att”."""
    vague = {(one.start, one.end) for one in text.of(ex.Predicate)}
    found = text.of(ex.Obligation)
    return (
        _weakest([one for one in found if (one.start, one.end) not in vague]),
        _weakest([one for one in found if (one.start, one.end) in vague]),
    )


def _weakest(found: Sequence[ex.Obligation]) -> int:
    return min((one.strength for one in found), default=ex.FULL)


def _is_denied(before: str, after: str) -> bool:
    """Whether the only other word is a negation: “ska genomföra”, “ska inte genomföra”."""
    old, new = ([word for word in normal(text).split() if word not in NEGATIONS] for text in (before, after))
    return old == new and len(normal(after).split()) > len(normal(before).split())


def _is_offered(before: str, after: str) -> bool:
    """Whether what was done is only offered: “utbildar alla elever”, “erbjuder alla elever utbildning”."""
    old, new = normal(before).split(), normal(after).split()
    stems = tuple(word.removesuffix("ning") for word in new if word.endswith("ning"))
    offers = [any(word.startswith("erbjud") for word in words) for words in (old, new)]
    return offers == [False, True] and any(
        word.startswith(stems) and word.endswith(("a", "ar", "as")) for word in old
    )


_LESS: Final[Sequence[Callable[[str, str], bool]]] = (_is_denied, _is_weaker, _is_offered)
