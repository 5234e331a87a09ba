"""Small edits leave every other byte of a file as it was."""

from hypothesis import given
from hypothesis import strategies as st

from each import each
from medborgarlofte.source.editing import Edit, apply, lines_of, new_item, new_key, new_value
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


def test_edits_at_one_place_stand_as_they_came() -> None:
    here = Span(1, 2, 1, 2)

    assert _edited("ad\n", Edit(here, "b"), Edit(here, "c")) == "abcd\n"
    assert _edited("ad\n", Edit(here, "c"), Edit(here, "b")) == "acbd\n"


@each(
    [
        ("a\u030ab: c\n", Span(1, 5, 1, 6), "a\u030ab: X\n"),
        ("a\u030ab: c\n", Span(1, 1, 1, 2), "Xb: c\n"),
        ("a\u030ab: c\n", Span(1, 2, 1, 3), "a\u030aX: c\n"),
        ("a\u030ao\u0308e: c\n", Span(1, 2, 1, 3), "a\u030aXe: c\n"),
        ("a\u030a: c\n", Span(1, 5, 1, 5), "a\u030a: cX\n"),
        ("a\u030a: c\r\n", Span(1, 9, 1, 9), "a\u030a: cX\r\n"),
        ("a\u030a", Span(1, 2, 1, 2), "a\u030aX"),
        ("a\u030ab", Span(1, 2, 1, 2), "a\u030aXb"),
        ("x\u0303y", Span(1, 2, 1, 3), "xXy"),
        ("x\u0303y", Span(1, 3, 1, 4), "x\u0303X"),
        ("å: c\na\u030a: d\n", Span(1, 4, 2, 2), "å: X: d\n"),
    ]
)
def test_a_place_is_found_in_a_line_of_decomposed_letters(raw: str, span: Span, expected: str) -> None:
    assert expected == _edited(raw, Edit(span, "X"))


def test_a_new_line_ends_as_the_lines_of_the_file() -> None:
    assert _edited("a\r\nb\r\n", Edit(Span(1, 2, 1, 2), "\nx")) == "a\r\nx\r\nb\r\n"
    assert _edited("a\nb\n", Edit(Span(1, 2, 1, 2), "\nx")) == "a\nx\nb\n"
    assert _edited("a\rb\r", Edit(Span(1, 2, 1, 2), "\nx")) == "a\rx\rb\r"


def test_a_new_line_behind_a_last_line_without_end_keeps_the_style_of_the_file() -> None:
    assert _edited("a\r\nb", Edit(Span(2, 2, 2, 2), "\nx")) == "a\r\nb\r\nx"


def test_a_new_line_behind_the_only_line_ends_it() -> None:
    assert _edited("a: b", Edit(Span(1, 5, 1, 5), "\nc: d")) == "a: b\nc: d"


def test_a_file_without_lines_stays_so() -> None:
    assert _edited("") == ""


def test_a_new_line_in_a_file_of_carriage_returns_is_read_as_one() -> None:
    edited = _edited("a: 1\rb: 2\r", Edit(Span(1, 5, 1, 5), "\nx: 3"))

    assert read(edited.encode(), {}).value == {"a": "1", "x": "3", "b": "2"}


def _with_key(raw: str, route: Route, after: str = "id", text: str = "ny: 1") -> str | None:
    edit = new_key(read(raw.encode(), {}).source, route, after, text)
    return None if edit is None else _edited(raw, edit)


@each(
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
    ]
)
def test_a_key_is_put_behind_another_in_the_style_of_its_mapping(raw: str, expected: str) -> None:
    assert expected == _with_key(raw, ("a", 0))


@each(
    [
        "a:\n  - text: x\n",
        "b: 1\n",
        'a:\n  - id: "K1\n      more"\n',
        "a:\n  - id:\n    text: x\n",
        "a:\n  - id: # inget\n",
        "a:\n  - {id: , text: x}\n",
        "a: 1\n",
        "",
    ]
)
def test_no_key_is_put_where_there_is_no_place_for_it(raw: str) -> None:
    assert _with_key(raw, ("a", 0)) is None


# ---------------------------------------------------------------- items of a list


def _with_items(raw: str, route: Route = ("x", "a")) -> str | None:
    edit = new_item(read(raw.encode(), {}).source, route, "ny", "sist")
    return None if edit is None else _edited(raw, edit)


@each([
        ("x:\n  a: [b]\n", "x:\n  a: [b, ny, sist]\n"),
        ("x: {a: [b, c], d: e}\n", "x: {a: [b, c, ny, sist], d: e}\n"),
        ("x:\n  a: [b,\n    c ]\n", "x:\n  a: [b,\n    c, ny, sist ]\n"),
        ("x:\n  a: [b, 'c\n    d']\n", "x:\n  a: [b, 'c\n    d', ny, sist]\n"),
        ("x:\n  a:\n    - b\n", "x:\n  a:\n    - b\n    - ny\n    - sist\n"),
        ("x:\n  a:\n  - b\n  - c\n  d: e", "x:\n  a:\n  - b\n  - c\n  - ny\n  - sist\n  d: e"),
        ("x:\n  a:\n    - b  # varför\n", "x:\n  a:\n    - b  # varför\n    - ny\n    - sist\n"),
        ("x:\n  a:\n    -\n      b\n", "x:\n  a:\n    -\n      b\n    - ny\n    - sist\n"),
        ("x:\n  a:\n    - b\n      c\n", "x:\n  a:\n    - b\n      c\n    - ny\n    - sist\n"),
        ("x:\n  a:\n    - >\n      b\n\ny: z\n", "x:\n  a:\n    - >\n      b\n    - ny\n    - sist\n\ny: z\n"),
    ])  # fmt: skip
def test_items_are_added_behind_the_last_in_the_style_of_their_list(raw: str, expected: str) -> None:
    assert expected == _with_items(raw)


@each(
    [
        ("x:\n  a: b\n", "x:\n  a: [b, ny, sist]\n"),
        ("x:\n  a: 'b' # varför\n", "x:\n  a: ['b', ny, sist] # varför\n"),
        ("x: {a: b}\n", "x: {a: [b, ny, sist]}\n"),
        ("x:\n  a:\n  c: d\n", "x:\n  a: [ny, sist]\n  c: d\n"),
        ("x:\n  a: ~\n", "x:\n  a: [ny, sist]\n"),
        ("x:\n  a: null\n", "x:\n  a: [ny, sist]\n"),
        ("x:\n  a: []\n", "x:\n  a: [ny, sist]\n"),
    ]
)
def test_one_item_without_its_dash_and_an_empty_key_become_a_list(raw: str, expected: str) -> None:
    assert expected == _with_items(raw)


def test_an_item_is_added_however_deep_its_list_is() -> None:
    assert _with_items("x:\n- y:\n    a: b\n", ("x", 0, "y", "a")) == "x:\n- y:\n    a: [b, ny, sist]\n"


@each(["x:\n  b: c\n", "x: 1\n", "x:\n  a: {b: c}\n", "x:\n  a:\n    - b\n    -\ny: z\n", ""])
def test_no_item_is_added_where_there_is_no_list_to_end(raw: str) -> None:
    assert _with_items(raw) is None


# ---------------------------------------------------------------- another value


def _with_value(raw: str, key: str = "a", route: Route = ()) -> str | None:
    edit = new_value(read(raw.encode(), {}).source, route, key, "ny")
    return None if edit is None else _edited(raw, edit)


@each(
    [
        ("a: b\n", "a: ny\n"),
        ("c: d\na:   b  # varför\n", "c: d\na:   ny  # varför\n"),
        ("'a:': c\na: b\n", "'a:': c\na: ny\n"),
        ("{c: d, a: b}\n", "{c: d, a: ny}\n"),
        ('"a": "b: c"\n', '"a": ny\n'),
        ("a: b\n  c\nd: e\n", "a: ny\nd: e\n"),
        ("a: [b, c]\nd: e\n", "a: ny\nd: e\n"),
        ("a: |\n  b\n\n  c\n\n\nd: e\n", "a: ny\n\n\nd: e\n"),
        ("a: |\n  b\n", "a: ny\n"),
        ("a:\n  - b\n\nd: e\n", "a:\n  ny\n\nd: e\n"),
        ("a:\n", "a: ny\n"),
        ("a:", "a: ny"),
        ("a:\nc: d\n", "a: ny\nc: d\n"),
        ("a:  # varför\nc: d\n", "a: ny  # varför\nc: d\n"),
        ("{a: , c: d}\n", "{a: ny , c: d}\n"),
        ("a : b\n", "a : ny\n"),
        ("a :\nc: d\n", "a : ny\nc: d\n"),
    ]
)
def test_a_value_is_exchanged_and_nothing_around_it(raw: str, expected: str) -> None:
    assert expected == _with_value(raw)


def test_a_colon_in_a_key_is_not_the_one_behind_it() -> None:
    assert _with_value("'a:b':\nc: d\n", "a:b") == "'a:b': ny\nc: d\n"
    assert _with_value("a::\nc: d\n", "a:") == "a:: ny\nc: d\n"


def test_no_value_is_exchanged_below_what_has_no_keys() -> None:
    assert _with_value("b: c\n", route=("b",)) is None
    assert _with_value("b: [a]\n", route=("b",)) is None


@each(["b: c\n", "- a\n", "b\n", "? a\n: b\n", "a:\n- >", "a: [", ""])
def test_no_value_is_exchanged_where_the_key_does_not_stand(raw: str) -> None:
    assert _with_value(raw) is None
