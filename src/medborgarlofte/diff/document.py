"""Two documents held together: every commitment, the focus areas, and what surrounds them."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from medborgarlofte.diff.binding import Side
from medborgarlofte.diff.commitment import evidence, kind
from medborgarlofte.diff.matching import Item, Link, Matching, normal, pair
from medborgarlofte.diff.model import KINDS, Change, Comparison, Effect, Evidence, Remark
from medborgarlofte.language.expressions import Relative
from medborgarlofte.language.fields import text_fields
from medborgarlofte.load import LoadedDocument
from medborgarlofte.model.promise import Commitment, FocusArea, FollowUpPlan, Promise
from medborgarlofte.model.record import TOGETHER, Document
from medborgarlofte.swedish import fold


def compare(
    old: LoadedDocument, new: LoadedDocument, *, followed_up: bool | None = None, strict: bool = False
) -> Comparison:
    """What became of one document in another of the same kind; `followed_up` tells whether the old one was,
    and `strict` leaves out pairs that are only guessed.

    Promises are compared commitment by commitment, other kinds field by field.
    """
    if isinstance(old.document, Promise) and isinstance(new.document, Promise):
        return _promises(old, old.document, new, new.document, followed_up, strict)
    return Comparison(old.id, new.id, other=tuple(_fields(old.document, new.document)))


def _promises(
    old: LoadedDocument,
    before: Promise,
    new: LoadedDocument,
    after: Promise,
    followed_up: bool | None,
    strict: bool,
) -> Comparison:
    same = before == after
    return Comparison(
        old=old.id,
        new=new.id,
        changes=commitment_changes(old.id, before, after, strict=strict),
        focus_areas=tuple(sorted(_focus_areas(before, after), key=_order)),
        other=() if same else tuple(_around(before, after)),
        remarks=() if same else tuple(_remarks(before, after, followed_up)),
    )


def _order(change: Change) -> tuple[int, tuple[str, ...], tuple[str, ...]]:
    return KINDS.index(change.kind), change.new or change.old, change.old


# ---------------------------------------------------------------- commitments


def commitment_changes(
    old: str, before: Promise, after: Promise, *, strict: bool = False
) -> tuple[Change, ...]:
    """What became of each commitment; `old` is the id of the older promise, and `strict` leaves out guessed pairs."""
    matching = pair(_items(before, None), _items(after, old))
    if strict:
        matching = matching._replace(links=tuple(link for link in matching.links if link.basis != "likeness"))
    return tuple(sorted(_changes(matching, before, after), key=_order))


def _items(promise: Promise, predecessor: str | None) -> list[Item]:
    return [
        Item(
            id=commitment.id,
            text=commitment.text,
            party=" + ".join(sorted(parties_of(commitment, promise))),
            continues=tuple(
                item
                for name, _, item in (ref.partition("#") for ref in commitment.continues)
                if name == predecessor
            ),
        )
        for commitment in promise.commitments
    ]


def parties_of(commitment: Commitment, promise: Promise) -> tuple[str, ...]:
    """Each party that promises, named so that it is the same from year to year."""
    known = {
        p.id: p.kind if p.kind in ("kommun", "polis") and _alone(promise, p.kind) else fold(p.name)
        for p in promise.parties
    }
    if TOGETHER in commitment.parties:
        return tuple(sorted({TOGETHER, *known.values()}))
    return tuple(sorted(known.get(party, party) for party in commitment.parties))


def _alone(promise: Promise, kind_of_party: str) -> bool:
    return sum(party.kind == kind_of_party for party in promise.parties) == 1


def _sides(promise: Promise) -> dict[str, Side]:
    areas = {area.id: area.category or normal(area.title) for area in promise.focus_areas}
    return {
        commitment.id: Side(
            commitment,
            promise.period,
            parties_of(commitment, promise),
            frozenset(areas.get(focus, focus) for focus in commitment.focus),
        )
        for commitment in promise.commitments
    }


def _changes(matching: Matching, before: Promise, after: Promise) -> Iterator[Change]:
    olds, news = _sides(before), _sides(after)
    for group in _groups(matching.links):
        yield _change(group, olds, news, matching)
    linked_old = {link.old for link in matching.links}
    linked_new = {link.new for link in matching.links}
    for key in olds:
        if key not in linked_old:
            yield Change("dropped", (key,), ())
    for key in news:
        if key not in linked_new:
            yield Change("new", (), (key,), candidates=matching.candidates[key])


def _groups(links: Sequence[Link]) -> list[list[Link]]:
    """Links that hang together."""
    groups: dict[tuple[str, str], list[Link]] = {}  # by side and id
    for link in links:
        ends = ("old", link.old), ("new", link.new)
        touching = {id(groups[end]): groups[end] for end in ends if end in groups}
        group = [link, *(other for found in touching.values() for other in found)]
        for other in group:
            groups["old", other.old] = groups["new", other.new] = group
    return list({id(group): group for group in groups.values()}.values())


def _change(group: list[Link], olds: dict[str, Side], news: dict[str, Side], matching: Matching) -> Change:
    old = tuple(sorted({link.old for link in group}))
    new = tuple(sorted({link.new for link in group}))
    basis = group[0].basis  # what is linked in one way is out of the next
    score = round(min(link.score for link in group), 3)
    candidates = matching.candidates[new[0]] if basis == "likeness" else ()
    if len(old) == len(new) == 1:
        pieces = evidence(olds[old[0]], news[new[0]])
        return Change(kind(pieces), old, new, basis, score, pieces, candidates)
    texts = [olds[key].commitment.text for key in old], [news[key].commitment.text for key in new]
    told = (Evidence("text", texts[0], texts[1], "neutral"),)
    return Change("merged" if len(old) > 1 else "split", old, new, basis, score, told, candidates)


# ---------------------------------------------------------------- focus areas


def _focus_areas(before: Promise, after: Promise) -> Iterator[Change]:
    """By category, else by title; a guess is never needed."""
    left = list(after.focus_areas)
    for area in before.focus_areas:
        match = next((other for other in left if _is_same_area(area, other)), None)
        if match is None:
            yield Change("dropped", (area.title,), ())
            continue
        left.remove(match)
        same = normal(area.title) == normal(match.title)
        told = () if same else (Evidence("rubrik", area.title, match.title, "neutral"),)
        yield Change("kept" if same else "reworded", (area.title,), (match.title,), "identical", 1.0, told)
    for area in left:
        yield Change("new", (), (area.title,))


def _is_same_area(one: FocusArea, other: FocusArea) -> bool:
    if one.category and other.category:
        return one.category == other.category
    return normal(one.title) == normal(other.title)


# ---------------------------------------------------------------- what surrounds the commitments

_CADENCES: Final = ("vecka", "månad", "kvartal", "tertial", "halvår", "år", "perioden")


def _around(before: Promise, after: Promise) -> Iterator[Evidence]:
    names = [sorted(party.name for party in promise.parties) for promise in (before, after)]
    if names[0] != names[1]:
        yield Evidence("parter", _listed(names[0]), _listed(names[1]), "neutral")
    spans = [f"{p.period.start or '…'} – {p.period.last_date or '…'}" for p in (before, after)]
    if spans[0] != spans[1]:
        yield Evidence("period", spans[0], spans[1], "neutral")
    frames = [promise.agreement.name if promise.agreement else None for promise in (before, after)]
    if frames[0] != frames[1]:
        yield Evidence("ingår_i", frames[0], frames[1], "neutral")
    kinds: list[list[str]] = [sorted({row.kind for row in promise.evidence}) for promise in (before, after)]
    if kinds[0] != kinds[1]:
        yield Evidence("underlag", _listed(kinds[0]), _listed(kinds[1]), _by_subset(kinds[0], kinds[1]))
    yield from _plan(before.follow_up_plan, after.follow_up_plan)
    channels = [sorted({c.link or c.channel or "" for c in promise.feedback}) for promise in (before, after)]
    if bool(channels[0]) != bool(channels[1]):
        effect: Effect = "weakened" if channels[0] else "sharpened"
        yield Evidence("återkoppling", _listed(channels[0]), _listed(channels[1]), effect)


def _listed(values: list[str]) -> str | None:
    return ", ".join(values) or None


def _by_subset(before: list[str], after: list[str]) -> Effect:
    """Thinner when something is gone and nothing has come."""
    one, other = set(before), set(after)
    return "weakened" if other < one else "sharpened" if one < other else "neutral"


def _plan(before: FollowUpPlan | None, after: FollowUpPlan | None) -> Iterator[Evidence]:
    """A follow-up plan is thinner when a part is gone or it is followed up less often."""
    if (before is None) != (after is None):
        yield Evidence(
            "uppföljningsplan", _plan_words(before), _plan_words(after), "weakened" if before else "sharpened"
        )
        return
    if before is None or after is None:
        return
    for key, name in (("cadence", "takt"), ("convenor", "sammankallande"), ("reported_to", "redovisas_för")):
        one, other = getattr(before, key), getattr(after, key)
        if one == other:
            continue
        effect: Effect = "neutral"
        if one is None or other is None:
            effect = "weakened" if other is None else "sharpened"
        elif key == "cadence":
            effect = "weakened" if _CADENCES.index(other) > _CADENCES.index(one) else "sharpened"
        yield Evidence(f"uppföljningsplan/{name}", one, other, effect)


def _plan_words(plan: FollowUpPlan | None) -> str | None:
    if plan is None:
        return None
    return (
        ", ".join(str(v) for v in (plan.cadence, plan.next_due, plan.convenor, plan.reported_to) if v)
        or plan.text
    )


def _remarks(before: Promise, after: Promise, followed_up: bool | None) -> Iterator[Remark]:
    for which, promise in (("old", before), ("new", after)):
        source = promise.provenance
        if source and source.completeness in ("delvis", "sammanfattning"):
            yield Remark("partial-source", which)
    if followed_up is False:
        yield Remark("not-followed-up", "old")
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


# ---------------------------------------------------------------- other kinds of documents


def _fields(before: Document, after: Document) -> Iterator[Evidence]:
    yield from _differences(
        "", *(d.model_dump(mode="json", by_alias=True, exclude_defaults=True) for d in (before, after))
    )


def _differences(route: str, before: Any, after: Any) -> Iterator[Evidence]:
    """Field by field; items of lists by their id."""
    if before == after:
        return
    if isinstance(before, dict) and isinstance(after, dict):
        for key in dict.fromkeys((*before, *after)):
            yield from _differences(f"{route}/{key}".lstrip("/"), before.get(key), after.get(key))
        return
    if (
        isinstance(before, list)
        and isinstance(after, list)
        and (named := _named(before))
        and (others := _named(after))
    ):
        for key in dict.fromkeys((*named, *others)):
            yield from _differences(f"{route}/{key}", named.get(key), others.get(key))
        return
    yield Evidence(route, before, after, "neutral")


def _named(items: list[Any]) -> dict[str, Any]:
    """The items by id, or nothing when one lacks it."""
    found = {}
    for item in items:
        name = (item.get("id") or item.get("åtagande")) if isinstance(item, dict) else None
        if name is None:
            return {}
        found[str(name)] = item
    return found
