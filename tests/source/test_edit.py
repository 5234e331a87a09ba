"""Small edits leave every other byte of a file as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medborgarlofte.source.edit import Edit, apply, lines_of, new_key
from medborgarlofte.source.positions import Route, Span
from medborgarlofte.source.reader import read


@given(st.text(alphabet="aå \t\r\n#:\u2028\u0085"))
def test_the_lines_of_a_file_are_the_file(raw: str) -> None:
    assert raw == "".join(lines_of(raw))


def test_a_line_ends_as_it_ends_in_the_file() -> None:
    assert lines_of("a\nb\r\n\r\nc\rd") == ["a\n", "b\r\n", "\r\n", "c\r", "d"]


def _edited(raw: str, *edits: Edit) -> str:
    lines = lines_of(raw)
    apply(lines, edits)
    return "".join(lines)


def test_a_stretch_is_replaced() -> None:
    assert _edited("abc\ndef\n", Edit(Span(2, 2, 2, 3), "EE")) == "abc\ndEEf\n"


def test_several_edits_of_a_line_hold_their_places() -> None:
    edits = [Edit(Span(1, 1, 1, 2), "XXX"), Edit(Span(1, 3, 1, 4), ""), Edit(Span(1, 4, 1, 4), "!")]

    assert _edited("abc\n", *edits) == "XXXb!\n"
    assert _edited("abc\n", *reversed(edits)) == "XXXb!\n"


def test_a_new_line_ends_as_the_lines_of_the_file() -> None:
    assert _edited("a\r\nb\r\n", Edit(Span(1, 2, 1, 2), "\nx")) == "a\r\nx\r\nb\r\n"
    assert _edited("a\nb\n", Edit(Span(1, 2, 1, 2), "\nx")) == "a\nx\nb\n"


def test_a_new_line_behind_a_last_line_without_end_keeps_the_style_of_the_file() -> None:
    assert _edited("a\r\nb", Edit(Span(2, 2, 2, 2), "\nx")) == "a\r\nb\r\nx"


def test_a_new_line_in_a_file_of_carriage_returns_is_read_as_one() -> None:
    edited = _edited("a: 1\rb: 2\r", Edit(Span(1, 5, 1, 5), "\nx: 3"))

    assert read(edited.encode(), {}).value == {"a": "1", "x": "3", "b": "2"}


def _with_key(raw: str, route: Route, after: str = "id", text: str = "ny: 1") -> str | None:
    edit = new_key(read(raw.encode(), {}).source, route, after, text)
    return None if edit is None else _edited(raw, edit)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("a:\n  - id: K1\n    text: x\n", "a:\n  - id: K1\n    ny: 1\n    text: x\n"),
        ("a:\n- id: K1\n  text: x\n", "a:\n- id: K1\n  ny: 1\n  text: x\n"),
        ("a:\n  -   id: K1\n", "a:\n  -   id: K1\n      ny: 1\n"),
        ("a:\n  -\n    id: K1\n", "a:\n  -\n    id: K1\n    ny: 1\n"),
        ("a:\n  - text: x\n    id: K1", "a:\n  - text: x\n    id: K1\n    ny: 1"),
        ("a:\n  - id: K1  # varför\n    text: x\n", "a:\n  - id: K1  # varför\n    ny: 1\n    text: x\n"),
        ('a:\n  - "id": "K1"\n', 'a:\n  - "id": "K1"\n    ny: 1\n'),
        ("a:\n  - {id: K1, text: x}\n", "a:\n  - {id: K1, ny: 1, text: x}\n"),
        ("a:\n  - {text: x, id: K1}\n", "a:\n  - {text: x, id: K1, ny: 1}\n"),
        ("a:\n  - { id: 'K1' }\n", "a:\n  - { id: 'K1', ny: 1 }\n"),
        ("a: [{id: K1}, {id: K2}]\n", "a: [{id: K1, ny: 1}, {id: K2}]\n"),
        ("a:\n  - {id: K1,\n     text: x}\n", "a:\n  - {id: K1, ny: 1,\n     text: x}\n"),
        ("a: {id: K1}\n", "a: {id: K1, ny: 1}\n"),
    ],
)
def test_a_key_is_put_behind_another_in_the_style_of_its_mapping(raw: str, expected: str) -> None:
    assert expected == _with_key(raw, ("a", 0))


@pytest.mark.parametrize(
    "raw", ["a:\n  - text: x\n", "b: 1\n", 'a:\n  - id: "K1\n      more"\n', "a: 1\n", ""]
)
def test_no_key_is_put_where_there_is_no_place_for_it(raw: str) -> None:
    assert _with_key(raw, ("a", 0)) is None
