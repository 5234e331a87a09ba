"""Every labelled pair of commitments gets its kind, and the evidence that shows it."""

from collections import Counter
from typing import Final

from diff.promises_of_pairs import PAIRS, Row, new_promise, old_promise
from each import each
from medborgarlofte.diff.document import compare
from medborgarlofte.diff.model import KINDS, Change

HELD: Final = [row for row in PAIRS if row["kind"] not in ("dropped", "new")]
ALONE: Final = [row for row in PAIRS if row["kind"] in ("dropped", "new")]


CHANGES: Final[dict[str, Change]] = {}


def _change(row: Row) -> Change:
    """The change from the old commitment to the new one, computed once for all tests."""
    if row["name"] not in CHANGES:
        [CHANGES[row["name"]]] = compare(old_promise(row["old"]), new_promise(row["new"])).changes
    return CHANGES[row["name"]]


@each(HELD, lambda row: row["name"])
def test_a_pair_is_of_its_kind_and_shows_why(row: Row) -> None:
    change = _change(row)
    found = {(piece.field, piece.effect) for piece in change.evidence}
    wanted = {(piece["field"], piece["effect"]) for piece in row["evidence"]}
    directions = {effect for _, effect in wanted} | {"neutral"}

    assert row["kind"] == change.kind
    assert set() == wanted - found
    assert [piece for piece in change.evidence if piece.effect not in directions] == []


@each(HELD, lambda row: row["name"])
def test_a_pair_is_the_one_that_the_new_commitment_names(row: Row) -> None:
    change = _change(row)

    assert ((row["old"]["id"],), (row["new"]["id"],), "stated") == (change.old, change.new, change.basis)


@each(HELD, lambda row: row["name"])
def test_the_weakened_is_reported_first(row: Row) -> None:
    order = ["weakened", "sharpened", "neutral"]
    places = [order.index(piece.effect) for piece in _change(row).evidence]

    assert sorted(places) == places


@each(ALONE, lambda row: row["name"])
def test_what_is_on_one_side_is_dropped_or_new(row: Row) -> None:
    old, new = ([row[side]] if isinstance(row[side], dict) else [] for side in ("old", "new"))
    [change] = compare(old_promise(*old), new_promise(*new)).changes

    assert (row["kind"], None) == (change.kind, change.basis)
    assert {(piece.new, piece.effect) for piece in change.evidence} <= {(None, "weakened")}
    assert change.kind == "dropped" or change.evidence == ()
    assert tuple(c["id"] for c in old) == change.old
    assert tuple(c["id"] for c in new) == change.new


def test_all_pairs_in_two_promises_are_counted_as_they_are_labelled() -> None:
    olds = [row["old"] for row in PAIRS if row["kind"] != "new"]
    news = [row["new"] for row in PAIRS if row["kind"] != "dropped"]
    comparison = compare(old_promise(*olds), new_promise(*news), strict=True)

    assert Counter(row["kind"] for row in PAIRS) == comparison.headline


def test_the_labels_hold_every_kind_that_one_pair_can_have() -> None:
    assert {row["kind"] for row in PAIRS} == set(KINDS) - {"split", "merged"}
