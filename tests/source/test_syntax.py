"""The likely slip behind what YAML cannot read: which notice, and where."""

import pytest
import yaml

from medborgarlofte.source.files import Flaw
from medborgarlofte.source.reader import read


def _flaw(text: str) -> Flaw:
    _, source, [flaw] = read(text.encode(), {})
    assert source.root is None
    return flaw


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        ("a: b\n\tc: d\n", "tab", (2, 1)),
        ("a:\n\t- b\n", "tab", (2, 1)),
        ("a:\n  b: c\n \u00a0d: e\n", "tab", (3, 2)),
        ("id:b\nc: d\n", "missing-space-after-colon", (1, 3)),
        ("a: b\nid:d\n", "missing-space-after-colon", (2, 3)),
        ('a: "b\nc: d\n', "unclosed-quote", (1, 4)),
        ("a: 'b\nc: d\n", "unclosed-quote", (1, 4)),
        ('a: "b\nc: "d"\n', "unclosed-quote", (1, 4)),
        ("a: [b, c\nd: e\n", "unclosed-bracket", (1, 4)),
        ("a: {b: c\n", "unclosed-bracket", (1, 4)),
        ("a:\n  - {b: c, d: e\n  - {b: c}\n", "unclosed-bracket", (2, 5)),
        ("a: {b: 2024-01-01 c: d}\n", "unclosed-bracket", (1, 4)),
        ("a: b: c\n", "colon-in-text", (1, 5)),
        ("a: Vi lovar: b\n", "colon-in-text", (1, 12)),
        ("a: se https://x.se: b\n", "colon-in-text", (1, 19)),
        ("a: b\n   c: d\n", "wrong-indentation", (2, 4)),
        ("a:\n  b: c\n d: e\n", "wrong-indentation", (3, 2)),
        ("a:\n    - b\n  - c\n", "wrong-indentation", (3, 3)),
        ('a: "b" c\n', "text-after-quote", (1, 8)),
        ("a: 'b' c\n", "text-after-quote", (1, 8)),
        ("a: @b\n", "reserved-character", (1, 4)),
        ("a: `b`\n", "reserved-character", (1, 4)),
        ("a: %b\n", "reserved-character", (1, 4)),
        ("a: *\n", "reserved-character", (1, 4)),
        ("a: & b\n", "reserved-character", (1, 4)),
        ("a: - b\n", "reserved-character", (1, 4)),
        ('a: "\\q"\n', "backslash", (1, 5)),
        ('a: "C:\\Users"\n', "backslash", (1, 7)),
        ("a: > b\n", "text-after-block-mark", (1, 6)),
        ("a: | b\n", "text-after-block-mark", (1, 6)),
        ("a\nb: c\n", "missing-colon", (1, 1)),
        ("a: b\nen rad\nc: d\n", "missing-colon", (2, 1)),
        ("a:\n  b: c\n  d\n  e: f\n", "missing-colon", (3, 3)),
        ("a:\n- b\n-c\n", "missing-space-after-dash", (3, 1)),
        ("a:\n  -b\n  -c: d\n", "missing-space-after-dash", (2, 3)),
        ("<<<<<<< HEAD\na: b\n=======\na: c\n>>>>>>> x\n", "merge-conflict", (1, 1)),
        ("a: b\n=======\n", "merge-conflict", (2, 1)),
        ("a: b\n...\nc d: e\nf\n", "syntax-error", (3, 1)),
    ],
)
def test_a_slip_is_named_and_placed(text: str, name: str, place: tuple[int, int]) -> None:
    flaw = _flaw(text)

    assert (name, place) == (flaw.notice.name, (flaw.span.line, flaw.span.column))


@pytest.mark.parametrize("text", ["a: [b]]\n", "a: {b: c}}\n"])
def test_a_bracket_too_many_is_not_taken_for_indentation(text: str) -> None:
    assert _flaw(text).notice.name != "wrong-indentation"


@pytest.mark.parametrize(
    "text",
    [
        "a: |\n  Rubrik\n  =======\n",
        "a: b # c: d: e\n",
        'a: "b" # c\n',
        "a: http://x.se\n",
        "a: 10:30\n",
        "a: b\n  c\n",
    ],
)
def test_what_only_looks_like_a_slip_is_let_through(text: str) -> None:
    _, source, flaws = read(text.encode(), {})

    assert (source.root is not None, flaws) == (True, [])


@pytest.mark.parametrize(
    "line",
    [
        "text: Vi lovar: fler vuxna ute.",
        'text: Vi säger "ja": alltid.',
        "text: Vi säger 'ja': alltid.",
        "text: Mappen C:\\Users: vår.",
    ],
)
def test_the_proposed_quoting_of_a_text_with_a_colon_can_be_read(line: str) -> None:
    flaw = _flaw(f"{line}\n")
    proposal = (
        flaw.notice.help.format(flaw.values).sv.split("runt hela texten: ")[1].split(". Eller skriv")[0]
    )

    assert {"text": line.removeprefix("text: ")} == yaml.safe_load(f"text: {proposal}")


@pytest.mark.parametrize(
    "text", ["a: b\n   c: d", "a: [", 'a: "', "a: @", "\ta", "a: b: c", "-", "a", "%", "? a: b: c"]
)
def test_a_slip_is_always_placed_inside_the_file(text: str) -> None:
    reading = read(text.encode(), {})
    lines = text.split("\n")

    for flaw in reading.flaws:
        assert 1 <= flaw.span.line <= len(lines)
        assert 1 <= flaw.span.column <= len(lines[flaw.span.line - 1]) + 1
        assert (flaw.span.end_line, flaw.span.end_column) > (flaw.span.line, flaw.span.column)
