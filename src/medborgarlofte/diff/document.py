"""Comparison of two documents."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from medborgarlofte.diff.areas import area_changes
from medborgarlofte.diff.binding import Side, names_of
from medborgarlofte.diff.commitment import Comparator, compare_figures, evidence, kind
from medborgarlofte.diff.fields import Shift, differences
from medborgarlofte.diff.matching import Item, Link, Matching, normal, pair
from medborgarlofte.diff.measures import measures, period_days
from medborgarlofte.diff.model import KINDS, Change, Comparison, Evidence, Remark
from medborgarlofte.diff.regrouping import Pair, has_moved, without_moved
from medborgarlofte.diff.surroundings import period_difference, surroundings
from medborgarlofte.language.expressions import Relative
from medborgarlofte.language.fields import text_fields
from medborgarlofte.load import LoadedDocument
from medborgarlofte.model.promise import Promise
from medborgarlofte.swedish import fold


def compare(
    old: LoadedDocument, new: LoadedDocument, *, followed_up: bool | None = None, strict: bool = False
) -> Comparison:
    """Compare two documents of the same kind.

    Promises are compared commitment by commitment, other kinds field by field. `followed_up` is true when the
    old one has a follow-up; `strict` leaves out guessed pairs.
    """
    if isinstance(old.document, Promise) and isinstance(new.document, Promise):
        return _promises(old, old.document, new, new.document, followed_up, strict)
    shift, before, after = _shift(old, new), old.document, new.document
    both = before.period is not None and after.period is not None
    other = [
        *period_difference(before, after, shift),
        *differences(before, after, shift, without=("period",) if both else ()),
    ]
    return Comparison(old.id, new.id, other=tuple(other))


def _shift(old: LoadedDocument, new: LoadedDocument) -> Shift:
    return Shift(old.document, new.document, versions=old.id == new.id)


def _promises(
    old: LoadedDocument,
    before: Promise,
    new: LoadedDocument,
    after: Promise,
    followed_up: bool | None,
    strict: bool,
) -> Comparison:
    shift = _shift(old, new)
    comparison = Comparison(
        old=old.id,
        new=new.id,
        changes=commitment_changes(old.id, before, after, strict=strict),
        focus_areas=tuple(sorted(area_changes(before, after, shift), key=_order)),
        other=tuple(surroundings(before, after, shift)),
    )
    if before == after:
        return comparison
    remarks = _remarks(before, after, followed_up, changed=not comparison.is_empty)
    return replace(comparison, remarks=tuple(remarks))


def _order(change: Change) -> tuple[int, tuple[str, ...], tuple[str, ...]]:
    return KINDS.index(change.kind), change.new or change.old, change.old


# ---------------------------------------------------------------- commitments


def commitment_changes(
    old: str, before: Promise, after: Promise, *, strict: bool = False
) -> tuple[Change, ...]:
    """Change of each commitment.

    `old` is the older promise's id; `strict` leaves out guessed pairs.
    """
    sides = _sides_of_both(before, after)
    matching = pair(*_item_lists(old, *sides))
    if strict:
        matching = matching._replace(links=tuple(link for link in matching.links if link.basis != "likeness"))
    return tuple(sorted(_changes(matching, *sides), key=_order))


def figure_changes(old: str, before: Promise, after: Promise) -> tuple[Change, ...]:
    """Change of each commitment in figures alone, without candidates; commitments that are new are left out."""
    sides = _sides_of_both(before, after)
    matching = pair(*_item_lists(old, *sides), with_candidates=False)
    return tuple(sorted(_changes(matching, *sides, compare_figures), key=_order))


def _item_lists(old: str, olds: Sequence[Side], news: Sequence[Side]) -> tuple[list[Item], list[Item]]:
    return _items(olds, None), _items(news, old)


def _items(sides: Sequence[Side], predecessor: str | None) -> list[Item]:
    return [
        Item(
            id=side.commitment.id,
            text=side.commitment.text,
            party=" + ".join(side.parties),
            continues=tuple(
                item
                for name, _, item in (ref.partition("#") for ref in side.commitment.continues)
                if name == predecessor
            ),
        )
        for side in sides
    ]


def _sides_of_both(before: Promise, after: Promise) -> tuple[list[Side], list[Side]]:
    kinds = _lone_kinds(before, after)
    return _sides(before, kinds), _sides(after, kinds)


def _lone_kinds(before: Promise, after: Promise) -> frozenset[str]:
    """Kinds of party with a single member in both promises."""
    return frozenset(
        kind_of_party
        for kind_of_party in ("kommun", "polis")
        if all(
            sum(party.kind == kind_of_party for party in promise.parties) == 1 for promise in (before, after)
        )
    )


def _named_parties(promise: Promise, lone_kinds: Collection[str]) -> dict[str, str]:
    """Party names by id, stable over the years: a lone municipality or police by its kind, others by name."""
    return {
        party.id: party.kind if party.kind in lone_kinds else fold(party.name) for party in promise.parties
    }


def _sides(promise: Promise, lone_kinds: Collection[str]) -> list[Side]:
    areas = {area.id: area.category or normal(area.title) for area in promise.focus_areas}
    parties, days = _named_parties(promise, lone_kinds), period_days(promise.period)
    return [
        Side(
            commitment,
            promise,
            names_of(commitment, parties),
            parties,
            frozenset(areas.get(focus, focus) for focus in commitment.focus),
            days,
        )
        for commitment in promise.commitments
    ]


def _changes(
    matching: Matching, before: Sequence[Side], after: Sequence[Side], compare_sides: Comparator = evidence
) -> Iterator[Change]:
    olds, news = ({side.commitment.id: side for side in sides} for sides in (before, after))
    linked_old = {link.old for link in matching.links}
    linked_new = {link.new for link in matching.links}
    gone = [side for key, side in olds.items() if key not in linked_old]
    came = [side for key, side in news.items() if key not in linked_new]
    sides = {link: (olds[link.old], news[link.new]) for link in matching.links}
    pairs = {link: Pair(*both, compare_sides(*both)) for link, both in sides.items()}
    for group in _groups(matching.links):
        pieces = without_moved(pairs[group[0]], compare_sides, gone, came) if len(group) == 1 else ()
        yield _change(group, olds, news, matching, pieces)
    for side in gone:
        moved = any(has_moved(side, pair, compare_sides) for pair in pairs.values())
        yield Change("dropped", (side.commitment.id,), (), evidence=() if moved else _lost_numbers(side))
    for key in matching.candidates:
        if key not in linked_new:
            yield Change("new", (), (key,), candidates=matching.candidates[key])


def _lost_numbers(side: Side) -> tuple[Evidence, ...]:
    """The figures that a dropped commitment was bound to."""
    found = measures(side.commitment, side.days)
    return tuple(Evidence(measure.field, measure.found, None, "weakened") for measure in found)


def _groups(links: Sequence[Link]) -> list[list[Link]]:
    """Connected components of links."""
    groups: dict[tuple[str, str], list[Link]] = {}  # by side and id
    for link in links:
        ends = ("old", link.old), ("new", link.new)
        touching = {id(groups[end]): groups[end] for end in ends if end in groups}
        group = [link, *(other for found in touching.values() for other in found)]
        for other in group:
            groups["old", other.old] = groups["new", other.new] = group
    return list({id(group): group for group in groups.values()}.values())


def _change(
    group: list[Link],
    olds: dict[str, Side],
    news: dict[str, Side],
    matching: Matching,
    pieces: tuple[Evidence, ...],
) -> Change:
    old = tuple(sorted({link.old for link in group}))
    new = tuple(sorted({link.new for link in group}))
    basis = group[0].basis  # what is linked in one way is out of the next
    score = round(min(link.score for link in group), 3)
    candidates = matching.candidates.get(new[0], ()) if basis == "likeness" else ()
    if len(group) == 1:
        return Change(kind(pieces), old, new, basis, score, pieces, candidates)
    texts = [olds[key].commitment.text for key in old], [news[key].commitment.text for key in new]
    told = (Evidence("text", tuple(texts[0]), tuple(texts[1]), "neutral"),)
    return Change("merged" if len(old) > 1 else "split", old, new, basis, score, told, candidates)


# ---------------------------------------------------------------- remarks


def _remarks(before: Promise, after: Promise, followed_up: bool | None, *, changed: bool) -> Iterator[Remark]:
    for which, promise in (("old", before), ("new", after)):
        if promise.is_partial:
            yield Remark("partial-source", which)
    if followed_up is False:
        yield Remark("not-followed-up", "old")
    if not changed:
        return
    sentences = {normal(s) for s, _ in _relative_sentences(before)}
    for sentence, word in _relative_sentences(after):
        if normal(sentence) in sentences:
            yield Remark("stale-time", word)


def _relative_sentences(promise: Promise) -> Iterator[tuple[str, str]]:
    for field in text_fields(promise):
        if field.role in ("prose", "commitment"):
            for found in field.analysis.of(Relative):
                start, end = field.sentence_at(found.start)
                yield field.text[start:end], field.words_at(found)
