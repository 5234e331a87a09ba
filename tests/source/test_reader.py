"""YAML as plain values with their places, and what is not let through."""

from typing import Any

import pytest

from each import each
from medborgarlofte.source.positions import Node, Span, locate
from medborgarlofte.source.reader import MAX_DEPTH, ParsedYaml, Source, read

SPELLINGS = {"ataganden": "åtaganden", "fran": "från", "titel": "titel"}


def _read(text: str) -> ParsedYaml:
    return read(text.encode(), SPELLINGS)


def _flaws(text: str) -> list[tuple[str, int, int]]:
    return [(finding.notice.code, finding.span.line, finding.span.column) for finding in _read(text).findings]


# ---------------------------------------------------------------- values


@each(
    [
        "NO",
        "no",
        "yes",
        "on",
        "0123",
        "0114",
        "1.10",
        "12:30",
        "2022-06-31",
        "1_000",
        "0x1F",
        ".inf",
        "<<",
        "=",
    ]
)
def test_a_plain_scalar_stays_as_it_is_written(scalar: str) -> None:
    assert {"a": scalar} == _read(f"a: {scalar}\n").value


@each(["", "~", "null", "Null", "NULL", "# kommentar"])
def test_an_empty_value_is_nothing(nothing: str) -> None:
    assert _read(f"a: {nothing}\n").value == {"a": None}


@pytest.mark.parametrize("text", ["''", '""', "'~'", '"null"'])
def test_a_quoted_value_is_never_nothing(text: str) -> None:
    assert {"a": text[1:-1]} == _read(f"a: {text}\n").value


def test_lists_and_mappings_are_read_in_both_their_forms() -> None:
    value = {"a": ["b", {"c": "d", "e": []}], "f": {}}

    assert value == _read("a:\n- b\n- c: d\n  e: []\nf: {}\n").value
    assert value == _read("{a: [b, {c: d, e: []}], f: {}}\n").value


def test_a_directive_and_a_document_mark_are_let_through() -> None:
    assert (
        _read("%YAML 1.1\n---\na: b\n...\n").value,
        _flaws("%YAML 1.1\n---\na: b\n...\n"),
    ) == ({"a": "b"}, [])


# ---------------------------------------------------------------- places


def _spans(node: Node, route: tuple[Any, ...] = ()) -> dict[tuple[Any, ...], Span]:
    found = {route: node.span}
    for step, below in (node.items or {}).items():
        found |= _spans(below, (*route, step))
    return found


def test_every_value_has_its_place() -> None:
    root = _read("åtaganden:\n  - id: K1\n    mål: {minst: 2}\n").source.root
    assert root is not None

    assert {
        (): Span(1, 1, 4, 1),
        ("åtaganden",): Span(2, 3, 4, 1),
        ("åtaganden", 0): Span(2, 5, 4, 1),
        ("åtaganden", 0, "id"): Span(2, 9, 2, 11),
        ("åtaganden", 0, "mål"): Span(3, 10, 3, 20),
        ("åtaganden", 0, "mål", "minst"): Span(3, 18, 3, 19),
    } == _spans(root)


def test_columns_count_characters_also_beyond_the_basic_plane() -> None:
    root = _read('{"😀": "🇸🇪", b: c}\n').source.root
    assert root is not None
    assert root.items is not None

    assert (Span(1, 2, 1, 5), Span(1, 13, 1, 14)) == (root.items["😀"].key, root.items["b"].key)


def test_an_unreadable_file_has_no_root() -> None:
    assert _read("a: [").source.root is None


# ---------------------------------------------------------------- keys


@pytest.mark.parametrize("written", ["ataganden", "Åtaganden", "a\u030ataganden", "ÅTAGANDEN"])
def test_a_key_without_its_marks_is_understood_with_a_hint(written: str) -> None:
    reading = _read(f"{written}: x\n")

    assert reading.value == {"åtaganden": "x"}
    expected = [] if written == "a\u030ataganden" else [("Y26", False, "åtaganden")]
    assert expected == [
        (finding.notice.code, finding.severity != "info", finding.values["real"])
        for finding in reading.findings
    ]


def test_an_unknown_key_is_kept_as_it_is() -> None:
    assert (_read("Foo: x\n").value, _flaws("Foo: x\n")) == ({"Foo": "x"}, [])


@pytest.mark.parametrize(
    "text",
    [
        "titel: a\nb: c\ntitel: d\n",
        "åtaganden: a\nb: c\nataganden: d\n",
        "åtaganden: a\nb: c\na\u030ataganden: d\n",
    ],
)
def test_two_spellings_of_one_key_are_an_error_at_the_second(text: str) -> None:
    findings = _read(text).findings

    assert _flaws(text) == [("Y22", 3, 1)]
    assert findings[0].values["line"] == 1


def test_the_first_of_two_keys_is_kept_so_that_the_rest_can_be_looked_at() -> None:
    assert _read("titel: a\ntitel: b\nc: d\n").value == {"titel": "a", "c": "d"}


@pytest.mark.parametrize("text", ["? [a, b]\n: c\n", "{[a]: b}\n", "? {a: b}\n: c\n"])
def test_a_key_that_is_no_word_is_refused(text: str) -> None:
    assert [code for code, _, _ in _flaws(text)] == ["Y25"]
    assert _read(text).value == {}


# ---------------------------------------------------------------- what is not let through


@each(
    [
        ("a: &x 1\nb: *x\n", [("Y20", 1, 4), ("Y20", 2, 4)]),
        ("a: *x\n", [("Y20", 1, 4)]),
        ("*x : a\n", [("Y20", 1, 1)]),
        ("a: &x [*x]\n", [("Y20", 1, 4), ("Y20", 1, 8)]),
        ("a: !!str 1\n", [("Y21", 1, 4)]),
        ("a: !eget {b: c}\n", [("Y21", 1, 4)]),
        ("a: !<tag:x> b\n", [("Y21", 1, 4)]),
        ("a: b\n---\nc: d\n", [("Y23", 2, 1)]),
        ("a: b\n---\nc: d\n---\n", [("Y23", 2, 1), ("Y23", 4, 1)]),
        ("# bara en kommentar\n", [("Y05", 1, 1)]),
        ('a: "b\\x1bc"\n', [("Y04", 1, 4)]),
    ]
)
def test_what_yaml_can_do_and_a_promise_should_not_is_pointed_out(
    text: str, findings: list[tuple[str, int, int]]
) -> None:
    assert findings == _flaws(text)


@each(
    [
        ("a: &x 1\n", "Y20", Span(1, 4, 1, 6), {"name": "&x"}),
        ("a: *x\n", "Y20", Span(1, 4, 1, 6), {"name": "*x"}),
        ("*lang : a\n", "Y20", Span(1, 1, 1, 6), {"name": "*lang"}),
        ("a: !!str 1\n", "Y21", Span(1, 4, 1, 9), {"tag": "!!str"}),
        ("a: !<tag:x> b\n", "Y21", Span(1, 4, 1, 12), {"tag": "!<tag:x>"}),
        ("a: !x {b: c}\n", "Y21", Span(1, 4, 1, 6), {"tag": "!x"}),
        ("titel: a\nb: c\ntitel: d\n", "Y22", Span(3, 1, 3, 6), {"key": "titel", "line": 1}),
        ("a: b\n---\nc: d\n", "Y23", Span(2, 1, 2, 4), {}),
        ("? [a, b]\n: c\n", "Y25", Span(1, 3, 1, 4), {}),
        ("b: c\nataganden: x\n", "Y26", Span(2, 1, 2, 10), {"key": "ataganden", "real": "åtaganden"}),
        ('"\\x1b": 1\n', "Y04", Span(1, 1, 1, 7), {"character": "U+001B"}),
        ('a: "b\\x1bc"\n', "Y04", Span(1, 4, 1, 12), {"character": "U+001B"}),
        ("# bara en kommentar\n", "Y05", Span(1, 1, 1, 1), {}),
        ("[" * 13 + "x" + "]" * 13, "Y24", Span(1, 13, 1, 14), {"limit": 12}),
        ("[" * 2000 + "]" * 2000, "Y24", None, {"limit": 12}),
        (
            "".join(f"{' ' * depth}a:\n" for depth in range(13)) + " " * 13 + "b: c\n",
            "Y24",
            Span(13, 13, 13, 14),
            {"limit": 12},
        ),
    ]
)
def test_what_is_pointed_out_has_its_place_and_its_words(
    text: str, code: str, span: Span | None, values: dict[str, object]
) -> None:
    [finding] = _read(text).findings

    assert (code, values) == (
        finding.notice.code,
        {k: v for k, v in finding.values.items() if k not in ("advice", "more", "also")},
    )
    assert span in (None, finding.place)


@each(
    [
        ("? [a, [b]]\n: c\nd: e\n", {"d": "e"}),
        ("*x : a\nb: c\n", {"b": "c"}),
        ("a: !x [b, {c: d}]\ne: f\n", {"a": ["b", {"c": "d"}], "e": "f"}),
        ("a: b\n---\n- [c, [d]]\n- {e: f}\n---\ng\n", {"a": "b"}),
        ("a: b\nc: [*x, d]\n", {"a": "b", "c": [None, "d"]}),
    ]
)
def test_the_rest_is_read_where_something_is_not_let_through(text: str, value: object) -> None:
    assert value == _read(text).value


def test_the_rest_is_read_where_something_is_nested_too_deep() -> None:
    deep = "[" * (MAX_DEPTH + 3) + "x, [y]" + "]" * (MAX_DEPTH + 3)
    text = f"{{a: {deep}, b: c}}"

    assert _flaws(text) == [("Y24", 1, 4 + MAX_DEPTH)]
    assert _read(text).value["b"] == "c"


@each(
    [
        ("a: [b]\nc: d\n", [], []),
        ("a: *x\nc: d\n", [("a",)], [()]),
        ("a: [*x]\nc: d\n", [("a", 0)], [(), ("a",)]),
        ("a: [!x b]\n", [("a", 0)], [(), ("a",)]),
        ("a: {b: {c: *x}}\n", [("a", "b", "c")], [(), ("a",), ("a", "b")]),
        ("a: {? [b] : c}\nd: e\n", [], [(), ("a",)]),
    ]
)
def test_what_is_refused_and_what_holds_it_is_known(
    text: str, invalid: list[tuple[Any, ...]], has_invalid_child: list[tuple[Any, ...]]
) -> None:
    root = _read(text).source.root
    assert root is not None
    routes = list(_spans(root))

    assert invalid == [route for route in routes if locate(root, route).node.invalid]
    assert has_invalid_child == [route for route in routes if locate(root, route).node.has_invalid_child]


def test_a_refused_value_has_its_place() -> None:
    root = _read("a: *lang\n").source.root
    assert root is not None

    assert Span(1, 4, 1, 9) == locate(root, ("a",)).node.span


@pytest.mark.parametrize(("text", "code"), [("&a titel: x\n", "Y20"), ("!!str titel: x\n", "Y21")])
def test_a_shortcut_or_tag_on_a_key_is_pointed_out(text: str, code: str) -> None:
    assert [(code, 1, 1)] == _flaws(text)


def test_a_control_character_written_as_a_code_in_a_key_is_pointed_out() -> None:
    assert _flaws('"\\x1b[31m": 1\n') == [("Y04", 1, 1)]


@pytest.mark.parametrize(("opened", "closed"), [("[", "]"), ("{a: ", "}")])
def test_a_file_nested_too_deep_is_refused_where_it_passes_the_limit(opened: str, closed: str) -> None:
    deepest, deeper = (opened * depth + "x" + closed * depth for depth in (MAX_DEPTH, MAX_DEPTH + 1))

    assert _flaws(deepest) == []
    assert [("Y24", 1, MAX_DEPTH * len(opened) + 1)] == _flaws(deeper)


def test_a_hostile_depth_neither_raises_nor_takes_long() -> None:
    assert len(_flaws("[" * 5000)) == 1
    assert [code for code, _, _ in _flaws("[" * 2000 + "]" * 2000)] == ["Y24"]


@pytest.mark.parametrize("text", ["", " \n", "\ufeff\n"])
def test_nothing_is_read_of_an_empty_file_and_a_message_reports_it(text: str) -> None:
    value, source, [finding] = _read(text)

    assert (value, source, finding.notice.code) == (None, Source("", None), "Y05")


def test_a_tag_behind_a_shortcut_is_pointed_out_too() -> None:
    _, _, [shortcut, tag] = _read("a: &x !eget b\n")

    assert (shortcut.notice.code, shortcut.values) == ("Y20", {"name": "&x"})
    assert (tag.notice.code, tag.values) == ("Y21", {"tag": "!eget"})


def test_what_comes_before_a_flaw_is_still_read() -> None:
    assert _read("titel: a\nb: *x\nc: d\n").value == {"titel": "a", "b": None, "c": "d"}
