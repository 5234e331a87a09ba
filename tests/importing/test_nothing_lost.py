"""Every block of a source stands in a draft, as a value or as a comment, whatever order the blocks come in."""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from each import each
from importing.drafts import DOCUMENTS, FILES, TODAY, imported, imported_text
from medborgarlofte.importing.blocks import squash
from medborgarlofte.importing.furniture import mark_furniture
from medborgarlofte.importing.markers import split_marker
from medborgarlofte.importing.pipeline import import_bytes
from medborgarlofte.importing.reading import read_source
from subsets import examples

TEXTS = sorted(DOCUMENTS.glob("*.txt"))
NUMBER = re.compile(r"^§? ?\d+(?:\.\d+)* ")
GLUED = re.compile(r"^\d{1,2}\.(?=[A-ZÅÄÖ])", re.MULTILINE)
"""The number of an item without a space, which its place in the list stands for."""
PARAGRAPHS = [part for path in TEXTS for part in path.read_text(encoding="utf-8").strip().split("\n\n")]


@each(TEXTS[::6], lambda path: path.name)
def test_every_block_of_a_text_is_a_value_or_a_comment(path: Path) -> None:
    _assert_whole(path)


@pytest.mark.slow
@each([*TEXTS, *sorted(FILES.iterdir())], lambda path: path.name)
def test_every_block_of_every_source_is_a_value_or_a_comment(path: Path) -> None:
    _assert_whole(path)


def _assert_whole(path: Path) -> None:
    everything = squash(" ".join(draft.text for draft in imported(path)))
    for block in mark_furniture(read_source(path.name, path.read_bytes()).blocks):
        first, *others = block.origin or block.cells or (block.text,)
        marked = split_marker(first)
        for text in (marked[1] if marked else NUMBER.sub("", first), *others):
            assert squash(text) in everything


@settings(max_examples=examples(60), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(PARAGRAPHS), min_size=2, max_size=12))
def test_no_line_is_lost_in_any_order_of_paragraphs(parts: list[str]) -> None:
    text = "\n\n".join(parts)
    everything = squash(" ".join(draft.text for draft in imported_text(text)))
    bare = re.sub(GLUED, "", text)
    words = {word for line in bare.splitlines() for word in line.split() if len(squash(word)) > 4}
    assert sorted(word for word in words if squash(word.rstrip("-")) not in everything) == []


def test_a_mobile_number_is_left_out_of_every_value() -> None:
    text = (
        "# Medborgarlöfte för Exempelby 2024\n\nPolisen ska genomföra minst 40 kontroller, ring 070-123 45 67.\n\n"
        "Uppföljning\n\nLöftet följs upp varje kvartal. Frågor: ring 0701234567.\n"
    )

    _, [draft] = import_bytes("text.md", text.encode(), lang="sv", today=TODAY)

    assert "45 67" not in draft.text and "1234567" not in draft.text
    assert draft.text.count("[utelämnat mobilnummer]") == 2
