"""Following a route to its place, and finding words inside a text value."""

import pytest

from each import each
from medborgarlofte.diagnostic import value_at
from medborgarlofte.source.positions import Span, locate, text_span
from medborgarlofte.source.reader import ParsedYaml, read

DOCUMENT = """\
titel: Löfte
period: {från: 2024, till: 2025}
parter:
  - id: kommunen
    namn: >-
      Exempelby
      kommun
  - id: polisen
åtaganden:
- {id: K1, fokus: [unga, trafik]}
part: en text
"""


@pytest.fixture
def reading() -> ParsedYaml:
    """The document above, parsed."""
    return read(DOCUMENT.encode(), {})


@each(
    [
        ((), Span(1, 1, 12, 1), None),
        (("titel",), Span(1, 8, 1, 13), Span(1, 1, 1, 6)),
        (("period", "till"), Span(2, 28, 2, 32), Span(2, 22, 2, 26)),
        (("parter", 1, "id"), Span(8, 9, 8, 16), Span(8, 5, 8, 7)),
        (("åtaganden", 0, "fokus", 1), Span(10, 26, 10, 32), None),
        (("part", 0), Span(11, 7, 11, 14), Span(11, 1, 11, 5)),
    ]
)
def test_a_route_leads_to_the_value_and_its_key(
    route: tuple[str | int, ...], value: Span, key: Span | None, reading: ParsedYaml
) -> None:
    assert reading.source.root is not None
    found = locate(reading.source.root, route)

    assert (value, key, True, False) == (found.node.span, found.key, found.complete, found.invalid)


@each(
    [
        (("saknas",), Span(1, 1, 12, 1), None),
        (("period", "text"), Span(2, 9, 2, 33), Span(2, 1, 2, 7)),
        (("parter", 7, "id"), Span(4, 3, 9, 1), Span(3, 1, 3, 7)),
        (("parter", 1, "namn"), Span(8, 5, 9, 1), None),
        (("titel", "x", "y"), Span(1, 8, 1, 13), Span(1, 1, 1, 6)),
        (("titel", 1), Span(1, 8, 1, 13), Span(1, 1, 1, 6)),
    ]
)
def test_a_route_that_goes_on_where_the_file_does_not_ends_at_the_nearest_thing(
    route: tuple[str | int, ...], at: Span, key: Span | None, reading: ParsedYaml
) -> None:
    assert reading.source.root is not None
    found = locate(reading.source.root, route)

    assert (at, key, False, False) == (found.node.span, found.key, found.complete, found.invalid)


def test_the_first_of_one_thing_written_without_its_dash_is_the_thing(reading: ParsedYaml) -> None:
    assert reading.source.root is not None
    found = locate(reading.source.root, ("period", 0, "från"))

    assert (Span(2, 16, 2, 20), True) == (found.node.span, found.complete)


@each(
    [
        ((), False, True),
        (("a",), False, True),
        (("a", "b"), True, False),
        (("a", "b", "c"), True, False),
        (("d",), False, False),
        (("d", 0), False, False),
    ]
)
def test_a_route_through_a_refused_value_says_so(
    route: tuple[str | int, ...], invalid: bool, has_invalid_child: bool
) -> None:
    source = read(b"a: {b: !x c}\nd: [e]\n", {}).source
    assert source.root is not None
    found = locate(source.root, route)

    assert (invalid, has_invalid_child) == (found.invalid, found.node.has_invalid_child)


# ---------------------------------------------------------------- words inside a text

WORD = "två"


@each(
    [
        ("a: ett två tre", (1, 8)),
        ("a:  ett   två tre", (1, 11)),
        ('a: "ett två tre"', (1, 9)),
        ("a: 'ett två tre'", (1, 9)),
        ("a: 'it''s två'", (1, 11)),
        ('a: "\\"ett\\" två"', (1, 13)),
        ('a: "\\u00e5r två"', (1, 13)),
        ('a: "ett\\ttvå"', (1, 10)),
        ('a: "ett\\n\\n två"', (1, 13)),
        ('a: "ett\\\n  två"', (2, 3)),
        ("a: ett\n  två tre", (2, 3)),
        ("a: ett\n\n\n     två", (4, 6)),
        ("a: 'ett\n  två'", (2, 3)),
        ("a: >-\n  ett\n  två", (3, 3)),
        ("a: |\n  ett\n    två\n", (3, 5)),
        ("a: |2\n    ett\n  två\n", (3, 3)),
        ("a: > # kommentar två\n  ett\n\n  två\n", (4, 3)),
        ('a: "ett\ntvå"', (2, 1)),
        ("- ett två", (1, 7)),
        ("a: [ett två, tre]", (1, 9)),
    ]
)
def test_a_word_is_found_however_the_text_is_written(written: str, place: tuple[int, int]) -> None:
    value, source, findings = read(written.encode(), {})
    assert source.root is not None
    route: tuple[str | int, ...] = ("a",) if isinstance(value, dict) else ()
    while not isinstance(value_at(value, route), str):
        route = (*route, 0)
    text = value_at(value, route)
    start = text.index(WORD)

    assert findings == []
    assert Span(*place, place[0], place[1] + 3) == text_span(
        source.lines, locate(source.root, route).node, start, start + 3, text
    )


@pytest.mark.parametrize("escape", ["\\x20", "\\u00a0", "\\u2003"])
def test_a_white_space_written_as_a_code_is_not_counted_as_a_letter(escape: str) -> None:
    value, source, _ = read(f'a: "ett{escape}två"'.encode(), {})
    assert source.root is not None
    start = value["a"].index(WORD)
    column = 8 + len(escape)

    assert Span(1, column, 1, column + 3) == text_span(
        source.lines, locate(source.root, ("a",)).node, start, start + 3, value["a"]
    )


@each(
    [
        ("a: ett tvåtre fyra", "två", "två"),
        ("a: ett tvåtre fyra", "tre", "tre"),
        ('a: "ett tv\\u00e5 tre"', "två", "tv\\u00e5"),
        ('a: "ett \\u00e5tta"', "å", "\\u00e5"),
        ("a: 'ett''tre'", "t'", "t''"),
    ]
)
def test_a_part_of_a_word_is_placed_at_its_letters(written: str, part: str, marked: str) -> None:
    value, source, _ = read(written.encode(), {})
    assert source.root is not None
    start = value["a"].rindex(part)
    span = text_span(source.lines, locate(source.root, ("a",)).node, start, start + len(part), value["a"])

    assert marked == written[span.column - 1 : span.end_column - 1]


def test_words_on_two_lines_are_one_span() -> None:
    value, source, _ = read(b"a: >-\n  ett\n  tre\n", {})
    assert source.root is not None

    assert Span(2, 3, 3, 6) == text_span(source.lines, locate(source.root, ("a",)).node, 0, 7, value["a"])


def test_only_white_space_is_placed_at_the_whole_text() -> None:
    value, source, _ = read(b"a: ett  tre\n", {})
    assert source.root is not None
    node = locate(source.root, ("a",)).node

    assert node.span == text_span(source.lines, node, 3, 5, value["a"])


@each(["a: ett # två", "a: ett\nb: två", "a: [ett, två]", "a: 'ett' # två", 'a: "ett" # två'])
def test_words_that_the_file_does_not_hold_are_placed_at_the_whole_text(written: str) -> None:
    _, source, _ = read(written.encode(), {})
    assert source.root is not None
    node = locate(source.root, ("a", 0)).node

    assert node.span == text_span(source.lines, node, 4, 7, "ett två")
