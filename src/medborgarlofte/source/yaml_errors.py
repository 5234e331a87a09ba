"""Diagnoses of YAML syntax errors for non-programmers."""

import re
from collections.abc import Collection, Sequence
from typing import Final

from medborgarlofte.i18n import Text
from medborgarlofte.source.file_messages import CONTROL
from medborgarlofte.source.finding import Finding
from medborgarlofte.source.messages import COMPLEX_KEY, SPELLING, STRAY_TEXT, TEXT_CUT, quoted
from medborgarlofte.source.syntax_messages import (
    AFTER_QUOTE,
    BLOCK_TEXT,
    BRACKET_TOO_MANY,
    ESCAPE,
    INDENT,
    MERGE_CONFLICT,
    NO_DASH,
    NO_SPACE_DASH,
    RESERVED,
    SYNTAX,
    TAB,
    UNCLOSED_BRACKET,
    UNCLOSED_QUOTE,
)
from medborgarlofte.source.yaml_colons import INDENTED, colon_in, misplaced_colon, no_colon
from medborgarlofte.source.yaml_lines import (
    Scene,
    indent_of,
    mark_span,
    rest_span,
)
from medborgarlofte.source.yaml_pasted import (
    HARD_SPACES,
    bullet,
    dash,
    double_dash,
    fence,
    hard_space,
    line_prefix,
    markup,
    stray_text,
    table_row,
)
from medborgarlofte.swedish import fold


def diagnose(
    problem: str,
    at: tuple[int, int],
    since: tuple[int, int] | None,
    lines: Sequence[str],
    keys: Collection[str] = (),
) -> Finding:
    """Most likely mistake behind a libyaml error.

    `at` is where libyaml stopped, `since` where the construct starts, both (line, column) from 0; `keys` are
    the known keys, folded.
    """
    last = len(lines) - 1
    begun = since or at
    scene = Scene(problem, min(at[0], last), at[1], (min(begun[0], last), begun[1]), lines, keys)
    return next(finding for detect in _DETECTORS if (finding := detect(scene)))


def _merge_conflict(scene: Scene) -> Finding | None:
    number = next((n for n, text in enumerate(scene.lines) if text.startswith(CONFLICT)), None)
    return None if number is None else Finding(MERGE_CONFLICT, rest_span(number, 0, scene.lines[number]), {})


def _comment(scene: Scene) -> Finding | None:
    """Hash sign that cuts off a text."""
    if "expected ',' or" in scene.problem:
        numbers = range(scene.since[0], scene.line_no + 1)
    elif "expected key" in scene.problem or "expected ':'" in scene.problem:
        numbers = range(max(scene.line_no - 1, 0), scene.line_no)
    else:
        return None
    for number in numbers:
        line = scene.lines[number]
        if (start := hash_in(line)) and re.search(r"[^\s,\[{:-]\s+$", line[:start]):
            text = re.split(r"(?:[,{]|^\s*-|:)\s", line[:start])[-1].strip()
            rest = re.split(r"[,}\]]", line[start:])[0].rstrip()
            after = scene.line.strip() if "expected key" in scene.problem else ""
            values = {"rest": line[start:].rstrip(), "quoted": quoted(f"{text} {rest} {after}".strip())}
            return Finding(TEXT_CUT, rest_span(number, start, line), values)
    return None


def hash_in(line: str) -> int:
    """Column of a comment's #, or 0."""
    quote = ""
    for column, character in enumerate(line):
        if quote:
            quote = "" if character == quote else quote
        elif character in "\"'" and line[column - 1 : column].strip(" [{,:") == "":
            quote = character
        elif character == "#" and column and line[column - 1].isspace():
            return column
    return 0


def _white_space(scene: Scene) -> Finding | None:
    """Tab or no-break space in place of spaces."""
    for number in (scene.line_no, scene.line_no - 1):
        if number >= 0 and (hard := re.match(rf"[ ]*([{HARD_SPACES}])", scene.lines[number])):
            return Finding(TAB, mark_span(number, hard.start(1)), {"mark": _HARD_SPACE})
    if "\t" in indent_of(scene.line) or scene.line[scene.column : scene.column + 1] == "\t":
        return Finding(TAB, mark_span(scene.line_no, scene.line.index("\t")), {"mark": _TAB})
    return None


def _unclosed(scene: Scene) -> Finding | None:
    """Unclosed quotation mark or bracket."""
    if "unexpected end of stream" in scene.problem:
        return Finding(UNCLOSED_QUOTE, rest_span(*scene.since, scene.begun), {"mark": scene.mark})
    if "expected ',' or" in scene.problem:
        if colon := _colon_in_brackets(scene):
            return colon
        values = {"opened": scene.mark, "closed": "]" if scene.mark == "[" else "}"}
        return Finding(UNCLOSED_BRACKET, mark_span(*scene.since), values)
    last = scene.lines[-1]
    opened = re.search(r"[\[{][^\[\]{}]*[,:]\s*$", last) if "node content" in scene.problem else None
    if opened and scene.line is last:  # the file ends after a comma or a colon
        mark = last[opened.start()]
        values = {"opened": mark, "closed": "]" if mark == "[" else "}"}
        return Finding(UNCLOSED_BRACKET, mark_span(len(scene.lines) - 1, opened.start()), values)
    return None


def _colon_in_brackets(scene: Scene) -> Finding | None:
    """Unquoted text with a colon inside closed braces."""
    line, column = scene.line, scene.column
    entry = re.search(r"""(?:^|[,\[{])\s*(?:- )?([^\s,\[{}:][^,\[{}:]*:\s+)([^,\[\]{}"']*)$""", line[:column])
    if line[column : column + 1] != ":" or not entry:
        return None
    if " " in entry[2] and fold(entry[2].split()[-1]) in scene.keys:
        return None  # a comma is missing before the next key
    rest = re.match(r"[^,}\]]*", line[column:])
    text = entry[2] + (rest[0] if rest else "")
    return colon_in(scene, text.strip())


def _key_and_colon(scene: Scene) -> Finding | None:
    if "mapping values are not allowed" in scene.problem:
        return misplaced_colon(scene)
    if "could not find expected ':'" in scene.problem:
        return no_colon(scene.since[0], scene.begun, scene.keys)
    return None


def _character(scene: Scene) -> Finding | None:
    """Invalid escape, or a reserved first character."""
    line, problem = scene.line, scene.problem
    if "unknown escape" in problem or "hexdecimal" in problem or "escape code" in problem:
        back = scene.column if "unknown" in problem else scene.column - 2  # libyaml has read \x, \u or \U
        return Finding(ESCAPE, mark_span(scene.line_no, back, 2), {"escape": line[back : back + 2]})
    if "sequence entries" in problem:
        return Finding(RESERVED, mark_span(scene.line_no, scene.column), {"mark": "-"})
    if "cannot start any token" in problem or "alphabetic or numeric" in problem or "directive" in problem:
        start = scene.since[1]
        return Finding(RESERVED, mark_span(scene.line_no, start), {"mark": line[start : start + 1]})
    if "comment or line break" in problem:
        return Finding(BLOCK_TEXT, rest_span(scene.line_no, scene.column, line), {"mark": scene.mark})
    return None


def _after_quote(scene: Scene) -> Finding | None:
    quoted = re.match(
        rf"""\s*(?:- )?(?:{_PLAIN_OR_QUOTED_KEY}:\s+|- )?((["']).*?\2)\s*(?=\S)(?!#)""", scene.line
    )
    if quoted and quoted.end(1) <= scene.column and not scene.line.startswith(":", quoted.end()):
        rest = scene.line[quoted.end() :].strip()
        values = {"quoted": quoted[1], "advice": _COMMA_LAST if rest in (",", ";") else _SINGLE_QUOTES}
        return Finding(AFTER_QUOTE, rest_span(scene.line_no, quoted.end(), scene.line), values)
    return None


_PLAIN_OR_QUOTED_KEY: Final = r"""(?:[^\s'"#][^'"#]*|"[^"]*"|'[^']*')"""
_COMMA_LAST: Final = Text("Ta bort tecknet sist på raden.", "Remove the character at the end of the line.")
_SINGLE_QUOTES: Final = Text(
    "Sätt enkla citattecken (') runt hela texten, eller skriv >- efter nyckeln och sedan texten, indragen, på raden under.",
    "Put single quotes (') around the whole text, or write >- after the key and then the text, indented, on the line below.",
)


def _structure(scene: Scene) -> Finding | None:
    """Misplaced line, or an unclosed quote above it."""
    if scene.line[scene.column : scene.column + 1] in ("]", "}"):
        mark = scene.line[scene.column]
        return Finding(BRACKET_TOO_MANY, mark_span(scene.line_no, scene.column), {"mark": mark})
    if "expected key" not in scene.problem and "'-' indicator" not in scene.problem:
        return None
    if link := re.search(r":\s+(?=\[[^\]]*\]\()", scene.line):
        return Finding(RESERVED, mark_span(scene.line_no, link.end()), {"mark": "["})
    if re.match(r"\s*-[^\s-]", scene.line):
        return Finding(NO_SPACE_DASH, mark_span(scene.line_no, len(indent_of(scene.line))), {})
    if (first := _without_dash(scene)) is not None:
        return Finding(NO_DASH, rest_span(first, len(indent_of(scene.lines[first])), scene.lines[first]), {})
    for number in range(scene.line_no - 1, -1, -1):
        if quote := re.match(r"""[^'"#]*:\s+(["'])(?:(?!\1).)*$""", scene.lines[number]):
            return Finding(
                UNCLOSED_QUOTE, rest_span(number, quote.start(1), scene.lines[number]), {"mark": quote[1]}
            )
    return Finding(INDENT, rest_span(scene.line_no, scene.column, scene.line), INDENTED)


def _without_dash(scene: Scene) -> int | None:
    """The first line of a list whose first item alone has no dash, where another begins here."""
    dashes = [n for n in range(scene.line_no + 1) if re.match(r"\s*- ", scene.lines[n])]
    if scene.line_no not in dashes:
        return None
    indent = len(indent_of(scene.line))
    for number in range(scene.line_no - 1, -1, -1):
        line = scene.lines[number]
        if line.strip() and len(indent_of(line)) < indent:
            below = next((n for n in range(number + 1, scene.line_no) if scene.lines[n].strip()), None)
            if not line.rstrip().endswith(":") or below is None or below in dashes:
                return None
            return below if len(indent_of(scene.lines[below])) > indent else None
    return None


def _first_line(scene: Scene) -> Finding | None:
    """First line that is indented further than all others."""
    top = next((n for n, line in enumerate(scene.lines) if line.strip() and line.lstrip()[0] != "#"), 0)
    start = len(indent_of(scene.lines[top]))
    if not start or "document start" not in scene.problem:
        return None
    where = Text("under", "below")
    return Finding(INDENT, rest_span(top, start, scene.lines[top]), {"where": where})


def _anything(scene: Scene) -> Finding | None:
    if lone := re.search(r":\s+\?$", scene.line.rstrip()):
        return Finding(RESERVED, mark_span(scene.line_no, lone.end() - 1), {"mark": "?"})
    return Finding(SYNTAX, rest_span(scene.line_no, scene.column, scene.line), {})


_DETECTORS: Final = (
    _merge_conflict, fence, line_prefix, stray_text, markup, bullet, dash, double_dash, table_row, hard_space, _white_space, _comment, _unclosed, _key_and_colon, _character, _after_quote, _structure, _first_line, _anything
)  # fmt: skip
_HARD_SPACE: Final = Text("ett hårt mellanslag", "a no-break space")
_TAB: Final = Text("tabb", "a tab")


CONFLICT: Final = ("<<<<<<< ", "||||||| ", "=======", ">>>>>>> ")
"""How the lines begin that Git leaves between two versions."""


def is_part_of(one: Finding, error: Finding) -> bool:
    """True for a key in a line that the error is about, or above it in a mail header."""
    if one.notice is COMPLEX_KEY:
        return one.span.line == error.span.line
    return one.notice is SPELLING and error.notice is STRAY_TEXT


def is_reported(error: Finding, findings: Collection[Finding]) -> bool:
    """True for an error that is there already, or that a control character on its line causes."""
    return error in findings or any(
        one.notice is CONTROL and one.span.line == error.span.line for one in findings
    )
