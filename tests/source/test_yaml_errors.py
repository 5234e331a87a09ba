"""The likely slip behind what YAML cannot read: which notice, and where."""

import yaml

from each import each
from medborgarlofte.i18n import Text
from medborgarlofte.source.finding import Finding
from medborgarlofte.source.reader import read


def _finding(text: str) -> Finding:
    _, source, [finding] = read(text.encode(), {"text": "text"})
    assert source.root is None
    return finding


@each(
    [
        ("a: b\n\tc: d\n", "tab", (2, 1, 2), {"mark": "tabb"}),
        ("a:\n\t- b\n", "tab", (2, 1, 2), {"mark": "tabb"}),
        ("a: b\n   \tc: d: e\n", "tab", (2, 4, 5), {"mark": "tabb"}),
        ("\t\ta: b\n", "tab", (1, 1, 2), {"mark": "tabb"}),
        ("- \ta\n", "tab", (1, 3, 4), {"mark": "tabb"}),
        ("a:\n  b: c\n \u00a0d: e\n", "tab", (3, 2, 3), {"mark": "ett hårt mellanslag"}),
        ("a:\n  b: c\n\u00a0d: e\nf\n", "tab", (3, 1, 2), {"mark": "ett hårt mellanslag"}),
        ("\u00a0a: b: c\n", "tab", (1, 1, 2), {"mark": "ett hårt mellanslag"}),
        ("id:b\nc: d\n", "missing-space-after-colon", (1, 3, 4), {"key": "id"}),
        ("a: b\nid:d\n", "missing-space-after-colon", (2, 3, 4), {"key": "id"}),
        ("a: b\n\n\nid:d\n", "missing-space-after-colon", (4, 3, 4), {"key": "id"}),
        ("- id:b\n  c: d\n", "missing-space-after-colon", (1, 5, 6), {"key": "id"}),
        ("Åtagande ett:text\nb: c\n", "missing-space-after-colon", (1, 13, 14), {"key": "Åtagande ett"}),
        ('a: "b\nc: d\n', "unclosed-quote", (1, 4, 6), {"mark": '"'}),
        ("a: 'b\nc: d\n", "unclosed-quote", (1, 4, 6), {"mark": "'"}),
        ('a: "b\nc: "d"\n', "unclosed-quote", (1, 4, 6), {"mark": '"'}),
        ('a: "b\nc: d\ne: "f"\n', "unclosed-quote", (1, 4, 6), {"mark": '"'}),
        ('a: "b\n  " c "d" e\n', "unclosed-quote", (1, 4, 6), {"mark": '"'}),
        ('a: b\n"c\n: d\n', "unclosed-quote", (2, 1, 3), {"mark": '"'}),
        ("a: 'it\n b: c\nd: x\n  - y\n", "unclosed-quote", (1, 4, 7), {"mark": "'"}),
        ("a: [b, c\nd: e\n", "unclosed-bracket", (1, 4, 5), {"opened": "[", "closed": "]"}),
        ("a: {b: c\n", "unclosed-bracket", (1, 4, 5), {"opened": "{", "closed": "}"}),
        ("a:\n  - {b: c, d: e\n  - {b: c}\n", "unclosed-bracket", (2, 5, 6), {"opened": "{", "closed": "}"}),
        ("a: {b: 2024-01-01 text: d}\n", "unclosed-bracket", (1, 4, 5), {"opened": "{", "closed": "}"}),
        ("a:\n  - [b, c\n  - d\n", "unclosed-bracket", (2, 5, 6), {"opened": "[", "closed": "]"}),
        ("a: b: c\n", "colon-in-text", (1, 5, 6), {"quoted": '"b: c"', "start": "Sätt"}),
        ("a: Klass: IX\n", "colon-in-text", (1, 9, 10), {"quoted": '"Klass: IX"', "start": "Sätt"}),
        ("a: Vi lovar: b\n", "colon-in-text", (1, 12, 13), {"quoted": '"Vi lovar: b"', "start": "Sätt"}),
        (
            "a: se https://x.se: b\n",
            "colon-in-text",
            (1, 19, 20),
            {"quoted": '"se https://x.se: b"', "start": "Sätt"},
        ),
        ("a:\n  - b: c: d\n", "colon-in-text", (2, 9, 10), {"quoted": '"c: d"', "start": "Sätt"}),
        ('"a": b: c\n', "colon-in-text", (1, 7, 8), {"quoted": '"b: c"', "start": "Sätt"}),
        ("a: 'it''s': b\n", "colon-in-text", (1, 11, 12), {"quoted": "\"'it''s': b\"", "start": "Sätt"}),
        ('a: x "b": c\n', "colon-in-text", (1, 9, 10), {"quoted": "'x \"b\": c'", "start": "Sätt"}),
        ("a: b\n   c: d\n", "wrong-indentation", (2, 4, 8), {"where": "ovanför"}),
        ("a: b\n\n  c: d\n", "wrong-indentation", (3, 3, 7), {"where": "ovanför"}),
        ("a:\n  b: c\n d: e\n", "wrong-indentation", (3, 2, 6), {"where": "ovanför"}),
        ('a:\n  b: c\n d: e\nf: "g\n', "wrong-indentation", (3, 2, 6), {"where": "ovanför"}),
        ("a:\n    - b\n  - c\n", "wrong-indentation", (3, 3, 6), {"where": "ovanför"}),
        ("- a\nb: c\n", "wrong-indentation", (2, 1, 5), {"where": "ovanför"}),
        (": a: b\n", "wrong-indentation", (1, 1, 7), {"where": "ovanför"}),
        ("# a\n: b: c\n", "wrong-indentation", (2, 1, 7), {"where": "ovanför"}),
        (":b: c: d\ne\n", "wrong-indentation", (1, 1, 9), {"where": "ovanför"}),
        ('a: "b" c\n', "text-after-quote", (1, 8, 9), {"quoted": '"b"'}),
        ("a: 'b' c\n", "text-after-quote", (1, 8, 9), {"quoted": "'b'"}),
        ('a: "x"y\n', "text-after-quote", (1, 7, 8), {"quoted": '"x"'}),
        ('- "a" b\n', "text-after-quote", (1, 7, 8), {"quoted": '"a"'}),
        ('"a" b: c\n', "text-after-quote", (1, 5, 9), {"quoted": '"a"'}),
        ("a: 'b' c: d\n", "text-after-quote", (1, 8, 12), {"quoted": "'b'"}),
        ('a: "b"\u00a0\u00a0c\n', "text-after-quote", (1, 9, 10), {"quoted": '"b"'}),
        ("a: @b\n", "reserved-character", (1, 4, 5), {"mark": "@"}),
        ("a: `b`\n", "reserved-character", (1, 4, 5), {"mark": "`"}),
        ("a: %b\n", "reserved-character", (1, 4, 5), {"mark": "%"}),
        ("%a\nb: c\n", "reserved-character", (1, 1, 2), {"mark": "%"}),
        ("a: *\n", "reserved-character", (1, 4, 5), {"mark": "*"}),
        ("a: & b\n", "reserved-character", (1, 4, 5), {"mark": "&"}),
        ("a: - b\n", "reserved-character", (1, 4, 5), {"mark": "-"}),
        ('a: "\\q"\n', "backslash", (1, 5, 7), {"escape": "\\q"}),
        ('a: "C:\\Users"\n', "backslash", (1, 7, 9), {"escape": "\\U"}),
        ('a: "\\ud800"\n', "backslash", (1, 5, 7), {"escape": "\\u"}),
        ('a: "\\xzz"\n', "backslash", (1, 5, 7), {"escape": "\\x"}),
        ('a: "\\\\ \\d \\q"\n', "backslash", (1, 8, 10), {"escape": "\\d"}),
        ('a: "b\n\\q"\n', "backslash", (2, 1, 3), {"escape": "\\q"}),
        ('a: "\\x\\\\"\n', "backslash", (1, 5, 7), {"escape": "\\x"}),
        ("a: > b\n", "text-after-block-mark", (1, 6, 7), {"mark": ">"}),
        ("a: | b\n", "text-after-block-mark", (1, 6, 7), {"mark": "|"}),
        ("a: >3x\n b\n", "text-after-block-mark", (1, 6, 7), {"mark": ">"}),
        ("a\nb: c\n", "missing-colon", (1, 1, 2), {"text": "a"}),
        ("a: b\nen rad\nc: d\n", "missing-colon", (2, 1, 7), {"text": "en rad"}),
        ("a: b\nen rad\n\n  c: d\n", "missing-colon", (2, 1, 7), {"text": "en rad"}),
        ("a:\n  b: c\n  d\n  e: f\n", "missing-colon", (3, 3, 4), {"text": "d"}),
        ("a b c\nd: e\n", "missing-colon", (1, 1, 6), {"text": "a b c"}),
        ("a b\n\nc: d: e\n", "missing-colon", (1, 1, 4), {"text": "a b"}),
        ("a:\n- b\n-c\n", "missing-space-after-dash", (3, 1, 2), {}),
        ("a:\n  - b\n -c\n", "missing-space-after-dash", (3, 2, 3), {}),
        ("a:\n  -b\n  -c: d\n", "missing-space-after-dash", (2, 3, 4), {}),
        ("- a\n-b: c\n", "missing-space-after-dash", (2, 1, 2), {}),
        ("a\n-b: c\n", "missing-space-after-dash", (2, 1, 2), {}),
        ("- a\n-b\n- c: d\n", "missing-space-after-dash", (2, 1, 2), {}),
        ("-a\nb: c\n", "missing-space-after-dash", (1, 1, 2), {}),
        ("a: [b]]\n", "bracket-too-many", (1, 7, 8), {"mark": "]"}),
        ("a: {b: c}}\n", "bracket-too-many", (1, 10, 11), {"mark": "}"}),
        ("a: ]\n", "bracket-too-many", (1, 4, 5), {"mark": "]"}),
        ("a: ]b\n", "bracket-too-many", (1, 4, 5), {"mark": "]"}),
        ("<<<<<<< HEAD\na: b\n=======\na: c\n>>>>>>> x\n", "merge-conflict", (1, 1, 13), {}),
        ("a: b\n=======\n", "merge-conflict", (2, 1, 8), {}),
        ("a: b\n>>>>>>> x\n", "merge-conflict", (2, 1, 10), {}),
        ("a: b\n...\nc d: e\nf\n", "syntax-error", (3, 1, 7), {}),
        ("a: !<\n", "syntax-error", (1, 6, 7), {}),
        ("a: ,\n", "syntax-error", (1, 4, 5), {}),
        ('"a":b\n', "syntax-error", (1, 4, 6), {}),
    ]
)
def test_a_slip_is_named_and_placed(
    text: str, name: str, place: tuple[int, int, int], values: dict[str, str]
) -> None:
    finding = _finding(text)
    (line, column, end_line, end_column), said = (
        finding.place,
        [row for row in finding.values.items() if row[0] != "advice"],
    )

    assert (name, place, line) == (finding.notice.name, (line, column, end_column), end_line)
    assert values == {key: value.sv if isinstance(value, Text) else value for key, value in said}


@each(
    [
        "a: |\n  Rubrik\n  =======\n",
        "a: b # c: d: e\n",
        'a: "b" # c\n',
        "a: http://x.se\n",
        "a: 10:30\n",
        "a: b\n  c\n",
    ]
)
def test_what_only_looks_like_a_slip_is_let_through(text: str) -> None:
    _, source, findings = read(text.encode(), {})

    assert (source.root is not None, findings) == (True, [])


@each(
    [
        "text: Vi lovar: fler vuxna ute.",
        'text: Vi säger "ja": alltid.',
        "text: Vi säger 'ja': alltid.",
        "text: Mappen C:\\Users: vår.",
        "text: Mappen C:\\Users: 'vår'.",
    ]
)
def test_the_proposed_quoting_of_a_text_with_a_colon_can_be_read(line: str) -> None:
    finding = _finding(f"{line}\n")
    proposal = (
        finding.notice.help.format(finding.values).sv.split("runt hela texten: ")[1].split(". Eller skriv")[0]
    )

    assert {"text": line.removeprefix("text: ")} == yaml.safe_load(f"text: {proposal}")


@each(["a: b\n   c: d", "a: [", 'a: "', "a: @", "\ta", "a: b: c", "-", "a", "%", "? a: b: c"])
def test_a_slip_is_always_placed_inside_the_file(text: str) -> None:
    reading = read(text.encode(), {})
    lines = text.split("\n")

    for finding in reading.findings:
        assert 1 <= finding.span.line <= len(lines)
        assert 1 <= finding.span.column <= len(lines[finding.span.line - 1]) + 1
        assert (finding.span.end_line, finding.span.end_column) > (finding.span.line, finding.span.column)
