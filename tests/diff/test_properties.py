"""What must hold of every comparison, whatever the two promises say."""

import random
from collections import Counter
from collections.abc import Sequence
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diff.promises_of_pairs import PAIRS, Row, loaded_value, value_of
from each import each
from medborgarlofte.diff.document import compare
from medborgarlofte.diff.model import KINDS, Change, Comparison, Effect, Evidence, Kind
from medborgarlofte.load import LoadedDocument
from medborgarlofte.report import DIFF_FORMATS
from medborgarlofte.report.diff.text import Compared
from medborgarlofte.report.formats import View

pytestmark = pytest.mark.slow

POOL: Final[list[Row]] = [
    {key: value for key, value in row[side].items() if key not in ("id", "fortsätter")}
    for row in PAIRS
    for side in ("old", "new")
    if isinstance(row[side], dict)
]
PARTIES: Final = ["kommunen", "polisen", "bostadsbolaget", "raddningstjansten", "tillsammans"]
AREAS: Final = ["unga", "trygga-platser", "trafik", "narkotika"]
PERIODS: Final = [("2023-01-01", "2023-12-31"), ("2024-01-01", "2024-12-31"), ("2024-01-01", "2025-12-31")]
OPPOSITE: Final[dict[Effect, Effect]] = {
    "weakened": "sharpened",
    "sharpened": "weakened",
    "neutral": "neutral",
}
MIRRORED: Final[dict[Kind, Kind]] = {
    "kept": "kept", "reworded": "reworded", "moved": "moved", "weakened": "sharpened", "sharpened": "weakened",
    "split": "merged", "merged": "split", "dropped": "new", "new": "dropped",
}  # fmt: skip
"""The kind when old and new change places; one that is both weaker and stronger is weakened both ways."""


@st.composite
def _commitment(draw: st.DrawFn) -> Row:
    """One of the labelled commitments as it is, or with a party, focus and fields of others."""
    row = dict(draw(st.sampled_from(POOL)))
    if draw(st.booleans()):
        row["part"] = draw(st.sampled_from(PARTIES))
    if draw(st.booleans()):
        row["fokus"] = draw(st.lists(st.sampled_from(AREAS), unique=True, max_size=2))
    other = draw(st.sampled_from(POOL))
    for key in ("mål", "tid", "senast", "ansvarig", "förbehåll", "leds_av", "plats", "målgrupp"):
        if key in other and draw(st.booleans()):
            row[key] = other[key]
    return row


@st.composite
def _commitments(draw: st.DrawFn, least: int = 0) -> list[Row]:
    rows = draw(st.lists(_commitment(), min_size=least, max_size=7))
    keys = draw(st.permutations([f"K{n}" for n in range(1, len(rows) + 1)]))
    return [{"id": key, **row} for key, row in zip(keys, rows, strict=True)]


@st.composite
def _two(draw: st.DrawFn) -> tuple[list[Row], list[Row]]:
    """The commitments of two years; some of the later ones are earlier ones, as they were or with fields changed."""
    old = draw(_commitments())
    new = draw(_commitments())
    for row in draw(st.lists(st.sampled_from(old), max_size=4) if old else st.just([])):
        changed = {**draw(_commitment()), "text": row["text"]} if draw(st.booleans()) else dict(row)
        new.append({**changed, "id": f"K{len(new) + 1}"})
    return old, new


periods = st.sampled_from(PERIODS)


def _loaded(document_id: str, rows: Sequence[Row], period: tuple[str, str]) -> LoadedDocument:
    return loaded_value(document_id, value_of(rows, *period))


def _effects(change: Change) -> set[Effect]:
    return {piece.effect for piece in change.evidence} - {"neutral"}


def _mirrored(change: Change) -> Kind:
    if _effects(change) == {"weakened", "sharpened"}:
        return "weakened"
    return MIRRORED[change.kind]


# ---------------------------------------------------------------- one promise


@given(_commitments(), periods)
def test_a_promise_is_no_change_of_itself(rows: list[Row], period: tuple[str, str]) -> None:
    promise = _loaded("a", rows, period)
    comparison = compare(promise, promise)

    assert comparison.is_empty
    assert [change for change in comparison.changes if change.evidence] == []
    assert {(row["id"],) for row in rows} == {change.old for change in comparison.changes}


@given(_commitments(), periods)
def test_a_promise_with_another_name_is_the_same_promise(rows: list[Row], period: tuple[str, str]) -> None:
    comparison = compare(_loaded("a", rows, period), _loaded("b", rows, period))

    assert comparison.is_empty


# ---------------------------------------------------------------- order


def _written(old: LoadedDocument, new: LoadedDocument, name: str) -> str:
    row = Compared(compare(old, new), old, new)
    return DIFF_FORMATS[name]([row], View("sv", 80, False))


def _shuffled(document: Row, chance: random.Random) -> Row:
    """The same document with its commitments, areas, parties and the keys of each commitment in another order."""
    made = dict(document)
    for key in ("åtaganden", "fokusområden", "parter"):
        rows = [dict(chance.sample(list(row.items()), len(row))) for row in document[key]]
        made[key] = chance.sample(rows, len(rows))
    return dict(chance.sample(list(made.items()), len(made)))


@given(_two(), periods, periods, st.integers(0, 999))
def test_the_order_of_a_file_changes_no_report(
    rows: tuple[list[Row], list[Row]],
    before: tuple[str, str],
    after: tuple[str, str],
    seed: int,
) -> None:
    chance = random.Random(seed)  # noqa: S311 - an order, not a secret
    values = value_of(rows[0], *before), value_of(rows[1], *after)
    as_written = loaded_value("a", values[0]), loaded_value("b", values[1])
    shuffled = (
        loaded_value("a", _shuffled(values[0], chance)),
        loaded_value("b", _shuffled(values[1], chance)),
    )

    for name in DIFF_FORMATS:
        assert _written(*as_written, name) == _written(*shuffled, name)


# ---------------------------------------------------------------- every commitment once


@given(_two(), periods, periods, st.booleans())
def test_every_commitment_is_reported_exactly_once(
    rows: tuple[list[Row], list[Row]], before: tuple[str, str], after: tuple[str, str], strict: bool
) -> None:
    comparison = compare(_loaded("a", rows[0], before), _loaded("b", rows[1], after), strict=strict)

    assert Counter(row["id"] for row in rows[0]) == Counter(
        key for change in comparison.changes for key in change.old
    )
    assert Counter(row["id"] for row in rows[1]) == Counter(
        key for change in comparison.changes for key in change.new
    )
    counted = (*comparison.headline.values(), *comparison.suggestions.values())
    assert sum(counted) == len(comparison.changes)


@given(_two(), periods, periods)
def test_a_change_is_as_its_sides_and_evidence_say(
    rows: tuple[list[Row], list[Row]], before: tuple[str, str], after: tuple[str, str]
) -> None:
    for change in compare(_loaded("a", rows[0], before), _loaded("b", rows[1], after)).changes:
        shape = (min(len(change.old), 2), min(len(change.new), 2))
        by_shape = {(1, 0): "dropped", (0, 1): "new", (1, 2): "split", (2, 1): "merged"}

        assert shape in by_shape or shape == (1, 1)
        assert by_shape.get(shape, change.kind) == change.kind
        assert (change.basis is None) == (0 in shape)
        assert change.score is None or 0 <= change.score <= 1
        if shape == (1, 1):
            assert (change.kind in ("weakened", "sharpened")) == bool(_effects(change))
            assert (change.kind == "kept") == ({piece.field for piece in change.evidence} <= {"part_ny"})


@given(_two(), periods, periods)
def test_strict_leaves_no_guess_and_takes_no_sure_pair_away(
    rows: tuple[list[Row], list[Row]], before: tuple[str, str], after: tuple[str, str]
) -> None:
    old, new = _loaded("a", rows[0], before), _loaded("b", rows[1], after)
    held = {(c.old, c.new, c.basis) for c in compare(old, new).changes if c.basis and not c.is_unconfirmed}
    strict = {(c.old, c.new, c.basis) for c in compare(old, new, strict=True).changes if c.basis}

    assert held == strict


# ---------------------------------------------------------------- there and back


def _linked(rows: Sequence[Row], document_id: str) -> list[Row]:
    """The commitments, each said to continue the one of the same id in another document."""
    return [{**row, "fortsätter": [f"{document_id}#{row['id']}"]} for row in rows]


def _both_ways(
    old: list[Row], new: list[Row], before: tuple[str, str], after: tuple[str, str]
) -> tuple[Comparison, Comparison]:
    """The comparison of two promises whose commitments of one id belong together, and the one backwards."""
    count = min(len(old), len(new))
    old = [{**row, "id": f"K{n}"} for n, row in enumerate(old[:count])]
    new = [{**row, "id": f"K{n}"} for n, row in enumerate(new[:count])]
    return (
        compare(_loaded("a", old, before), _loaded("b", _linked(new, "a"), after)),
        compare(_loaded("b", new, after), _loaded("a", _linked(old, "b"), before)),
    )


def _backwards(piece: Evidence) -> tuple[str, str, str, Effect]:
    return piece.field, repr(piece.new), repr(piece.old), OPPOSITE[piece.effect]


@given(_two(), periods, periods)
def test_evidence_backwards_is_the_same_with_the_sides_changed(
    rows: tuple[list[Row], list[Row]], before: tuple[str, str], after: tuple[str, str]
) -> None:
    there, back = _both_ways(*rows, before, after)
    returned = {change.old: change for change in back.changes}

    for change in there.changes:
        forwards = sorted((p.field, repr(p.old), repr(p.new), p.effect) for p in change.evidence)
        assert forwards == sorted(_backwards(piece) for piece in returned[change.new].evidence)


@given(_two(), periods, periods)
def test_kinds_of_stated_pairs_are_mirrored(
    rows: tuple[list[Row], list[Row]], before: tuple[str, str], after: tuple[str, str]
) -> None:
    there, back = _both_ways(*rows, before, after)
    returned = {change.old: change.kind for change in back.changes}

    for change in there.changes:
        assert _mirrored(change) == returned[change.new]


@given(_two(), periods, periods)
def test_kinds_of_found_pairs_are_mirrored(
    rows: tuple[list[Row], list[Row]], before: tuple[str, str], after: tuple[str, str]
) -> None:
    old, new = _loaded("a", rows[0], before), _loaded("b", rows[1], after)
    there, back = compare(old, new), compare(new, old)

    assert {(c.old, c.new, _mirrored(c), c.score) for c in there.changes} == {
        (c.new, c.old, c.kind, c.score) for c in back.changes
    }


@each([row for row in PAIRS if row["kind"] not in ("dropped", "new")], lambda row: row["name"])
def test_a_labelled_pair_is_mirrored(row: Row) -> None:
    [there], [back] = (
        comparison.changes for comparison in _both_ways([row["old"]], [row["new"]], PERIODS[0], PERIODS[1])
    )

    assert _mirrored(there) == back.kind


def test_every_kind_has_its_mirror() -> None:
    assert set(KINDS) == set(MIRRORED)
    assert {kind: kind for kind in KINDS} == {kind: MIRRORED[MIRRORED[kind]] for kind in KINDS}
