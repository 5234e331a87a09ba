"""Every place in a file cuts out the text that reads as the value."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from medborgarlofte.source.files import MOJIBAKE_LETTERS
from medborgarlofte.source.positions import Node, Route, Span, locate, text_span
from medborgarlofte.source.reader import MAX_DEPTH, read

pytestmark = pytest.mark.slow

# Control characters, line separators and lone surrogates are findings of their own; see test_fuzz.
letters = st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp", "Cn"), include_characters="\n åäöé")
swedish = st.text("abcåäö ,.:;-–'\"#[]{}()&*!|>%@`?/\\0123456789\n", max_size=80)
texts = st.one_of(swedish, st.text(letters, max_size=40)).map(lambda text: unicodedata.normalize("NFC", text))
keys = st.text("abcdefåäö_ -:'", min_size=1, max_size=8)


def documents(depth: int = 4) -> st.SearchStrategy[Any]:
    """Mappings whose values are texts, lists and mappings."""
    values: st.SearchStrategy[Any] = st.recursive(
        texts, lambda part: st.lists(part, max_size=4) | st.dictionaries(keys, part, max_size=4), max_leaves=8
    )
    return st.dictionaries(keys, values, min_size=1, max_size=depth)


@st.composite
def written(draw: st.DrawFn) -> str:
    """A document as YAML, in one of the ways to write it."""
    text = yaml.dump(
        draw(documents()),
        default_style=draw(st.sampled_from([None, "'", '"', "|", ">"])),
        default_flow_style=draw(st.sampled_from([None, True, False])),
        width=draw(st.sampled_from([10, 40, 80, 1000])),
        indent=draw(st.sampled_from([2, 4])),
        allow_unicode=True,
        sort_keys=False,
    )
    # The reader composes letters, so only texts that are composed already keep their columns.
    assume(text == unicodedata.normalize("NFC", text))
    # A file in another encoding is one finding and not read further.
    assume(not MOJIBAKE_LETTERS.search(text))
    return text


def _scalars(value: Any, route: Route = ()) -> Iterator[tuple[Route, str]]:
    if isinstance(value, dict):
        for key, part in value.items():
            yield from _scalars(part, (*route, key))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from _scalars(part, (*route, index))
    elif value is not None:
        yield route, value


def _cut(lines: Sequence[str], span: Span) -> str:
    """The text between two places of a file."""
    if span.line == span.end_line:
        return lines[span.line - 1][span.column - 1 : span.end_column - 1]
    first, last = lines[span.line - 1][span.column - 1 :], lines[span.end_line - 1][: span.end_column - 1]
    return "\n".join([first, *lines[span.line : span.end_line - 1], last])


def _read_alone(cut: str) -> Any:
    return yaml.load(cut, Loader=yaml.BaseLoader)  # noqa: S506 - BaseLoader builds text only


def _has_own_indentation(cut: str) -> bool:
    """A block text whose first line says how far in it stands cannot be read away from its place."""
    return re.match(r"[|>][+-]?[0-9]", cut) is not None


def _depth(node: Node) -> int:
    return 1 + max((_depth(part) for part in (node.items or {}).values()), default=0)


@given(written())
@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
def test_values_are_read_as_yaml_reads_them(text: str) -> None:
    reading = read(text.encode(), {})

    assert reading.findings == []
    assert _read_alone(text) == reading.value
    assert reading.source.root is not None
    assert _depth(reading.source.root) <= MAX_DEPTH


@given(written())
@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
def test_the_place_of_every_value_cuts_out_what_reads_as_the_value(text: str) -> None:
    value, source, _ = read(text.encode(), {})
    assert source.root is not None

    for route, scalar in _scalars(value):
        found = locate(source.root, route)
        cut = _cut(source.lines, found.node.span)
        assert found.complete
        if not _has_own_indentation(cut):
            assert scalar == _read_alone(cut), (route, cut)


@given(written())
@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
def test_the_place_of_every_key_cuts_out_what_reads_as_the_key(text: str) -> None:
    _, source, _ = read(text.encode(), {})
    nodes = [source.root]

    while nodes:
        node = nodes.pop()
        assert node is not None
        nodes += (node.items or {}).values()
        for step, below in (node.items or {}).items():
            assert below.key is None or step == _read_alone(_cut(source.lines, below.key))


@given(written())
@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
def test_the_place_of_every_word_cuts_out_the_word(text: str) -> None:
    value, source, _ = read(text.encode(), {})
    assert source.root is not None

    for route, scalar in _scalars(value):
        node = locate(source.root, route).node
        for word in re.finditer(r"\S+", scalar):
            cut = _cut(source.lines, text_span(source.lines, node, word.start(), word.end(), scalar))
            quote = node.style if node.style in ("'", '"') else ""
            assert word[0] == (_read_alone(f"{quote}{cut}{quote}") if quote else cut), (route, node.style)
