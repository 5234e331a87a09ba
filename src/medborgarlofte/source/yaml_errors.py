"""Diagnoses of YAML syntax errors for non-programmers."""

import re
from collections.abc import Collection, Sequence
from typing import Final, NamedTuple

from medborgarlofte.i18n import Text
from medborgarlofte.source.finding import Finding
from medborgarlofte.source.messages import BULLETS, TEXT_CUT, quoted
from medborgarlofte.source.positions import Span
from medborgarlofte.source.syntax_messages import (
    AFTER_QUOTE,
    BLOCK_TEXT,
    BRACKET_TOO_MANY,
    BULLET,
    COLON,
    ESCAPE,
    HARD_SPACE,
    INDENT,
    MERGE_CONFLICT,
    NO_COLON,
    NO_SPACE,
    NO_SPACE_DASH,
    RESERVED,
    SYNTAX,
    TAB,
    TABLE_ROW,
    UNCLOSED_BRACKET,
    UNCLOSED_QUOTE,
)
from medborgarlofte.swedish import fold


class _Scene(NamedTuple):
    """Libyaml's problem with its context.

    Lines and columns count from 0.

    Lines and columns count from 0.
    """

    problem: str
    line_no: int
    column: int
    since: tuple[int, int]
    lines: Sequence[str]
    keys: Collection[str]

    @property
    def line(self) -> str:
        return self.lines[self.line_no]

    @property
    def nearby(self) -> tuple[int, ...]:
        """Lines that most likely hold the mistake."""
        return tuple(dict.fromkeys((self.since[0], self.line_no, max(self.line_no - 1, 0))))

    @property
    def begun(self) -> str:
        """Line where the construct starts."""
        return self.lines[self.since[0]]

    @property
    def mark(self) -> str:
        """First character of the construct."""
        return self.begun[self.since[1] : self.since[1] + 1]


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
    scene = _Scene(problem, min(at[0], last), at[1], (min(begun[0], last), begun[1]), lines, keys)
    return next(finding for detect in _DETECTORS if (finding := detect(scene)))


def _merge_conflict(scene: _Scene) -> Finding | None:
    number = next((n for n, text in enumerate(scene.lines) if text.startswith(_CONFLICT)), None)
    return None if number is None else Finding(MERGE_CONFLICT, _rest(number, 0, scene.lines[number]), {})


def _bullet(scene: _Scene) -> Finding | None:
    """List item behind a pasted bullet."""
    for number in scene.nearby:
        match = _BULLET.match(scene.lines[number])
        if match and not _is_inside_block_text(number, scene.lines):
            return Finding(BULLET, _mark(number, match.start(1)), {"mark": match[1]})
    return None


def _table_row(scene: _Scene) -> Finding | None:
    """Tab-separated cells pasted from a spreadsheet."""
    for number in scene.nearby:
        if TABLE_CELLS.match(scene.lines[number]):
            while number and TABLE_CELLS.match(scene.lines[number - 1]):
                number -= 1  # noqa: PLW2901 - the first row of the table
            text = " | ".join(scene.lines[number].strip().split("\t"))
            start = len(_indent(scene.lines[number]))
            return Finding(TABLE_ROW, _rest(number, start, scene.lines[number]), {"text": text})
    return None


def _hard_space(scene: _Scene) -> Finding | None:
    """No-break space after a colon or dash."""
    for number in scene.nearby:
        if match := _HARD_SPACE_AFTER.match(scene.lines[number]):
            before = (match["key"] or match["dash"]).strip()
            return Finding(HARD_SPACE, _mark(number, match.start("space")), {"before": before})
    return None


def _comment(scene: _Scene) -> Finding | None:
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
            return Finding(TEXT_CUT, _rest(number, start, line), values)
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


def _white_space(scene: _Scene) -> Finding | None:
    """Tab or no-break space in place of spaces."""
    for number in (scene.line_no, scene.line_no - 1):
        if number >= 0 and (hard := re.match(rf"[ ]*([{_HARD_SPACES}])", scene.lines[number])):
            return Finding(TAB, _mark(number, hard.start(1)), {"mark": _HARD_SPACE})
    if "\t" in _indent(scene.line) or scene.line[scene.column : scene.column + 1] == "\t":
        return Finding(TAB, _mark(scene.line_no, scene.line.index("\t")), {"mark": _TAB})
    return None


def _unclosed(scene: _Scene) -> Finding | None:
    """Unclosed quotation mark or bracket."""
    if "unexpected end of stream" in scene.problem:
        return Finding(UNCLOSED_QUOTE, _rest(*scene.since, scene.begun), {"mark": scene.mark})
    if "expected ',' or" in scene.problem:
        if colon := _colon_in_brackets(scene):
            return colon
        values = {"opened": scene.mark, "closed": "]" if scene.mark == "[" else "}"}
        return Finding(UNCLOSED_BRACKET, _mark(*scene.since), values)
    return None


def _colon_in_brackets(scene: _Scene) -> Finding | None:
    """Unquoted text with a colon inside closed braces."""
    line, column = scene.line, scene.column
    entry = re.search(r"""(?:^|[,\[{])\s*(?:- )?([^\s,\[{}:][^,\[{}:]*:\s+)([^,\[\]{}"']*)$""", line[:column])
    if line[column : column + 1] != ":" or not entry:
        return None
    if " " in entry[2] and fold(entry[2].split()[-1]) in scene.keys:
        return None  # a comma is missing before the next key
    rest = re.match(r"[^,}\]]*", line[column:])
    text = entry[2] + (rest[0] if rest else "")
    return Finding(COLON, _mark(scene.line_no, column), {"quoted": quoted(text.strip())})


def _key_and_colon(scene: _Scene) -> Finding | None:
    if "mapping values are not allowed" in scene.problem:
        return _colon(scene.line_no, scene.column, scene.lines)
    if "could not find expected ':'" in scene.problem:
        return _no_colon(scene.since[0], scene.begun)
    return None


def _character(scene: _Scene) -> Finding | None:
    """Invalid escape, or a reserved first character."""
    line, problem = scene.line, scene.problem
    if "unknown escape" in problem or "hexdecimal" in problem or "escape code" in problem:
        back = scene.column if "unknown" in problem else scene.column - 2  # libyaml has read \x, \u or \U
        return Finding(ESCAPE, _mark(scene.line_no, back, 2), {"escape": line[back : back + 2]})
    if "sequence entries" in problem:
        return Finding(RESERVED, _mark(scene.line_no, scene.column), {"mark": "-"})
    if "cannot start any token" in problem or "alphabetic or numeric" in problem or "directive" in problem:
        start = scene.since[1]
        return Finding(RESERVED, _mark(scene.line_no, start), {"mark": line[start : start + 1]})
    if "comment or line break" in problem:
        return Finding(BLOCK_TEXT, _rest(scene.line_no, scene.column, line), {"mark": scene.mark})
    return None


def _after_quote(scene: _Scene) -> Finding | None:
    quoted = re.match(r"""\s*(?:- )?(?:[^\s'"#][^'"#]*:\s+|- )?((["']).*?\2)\s*(?=\S)(?!#)""", scene.line)
    if quoted and quoted.end(1) <= scene.column and not scene.line.startswith(":", quoted.end()):
        return Finding(AFTER_QUOTE, _rest(scene.line_no, quoted.end(), scene.line), {"quoted": quoted[1]})
    return None


def _structure(scene: _Scene) -> Finding | None:
    """Misplaced line, or an unclosed quote above it."""
    if scene.line[scene.column : scene.column + 1] in ("]", "}"):
        mark = scene.line[scene.column]
        return Finding(BRACKET_TOO_MANY, _mark(scene.line_no, scene.column), {"mark": mark})
    if "expected key" not in scene.problem and "'-' indicator" not in scene.problem:
        return None
    if re.match(r"\s*-[^\s-]", scene.line):
        return Finding(NO_SPACE_DASH, _mark(scene.line_no, len(_indent(scene.line))), {})
    for number in range(scene.line_no - 1, -1, -1):
        if quote := re.match(r"""[^'"#]*:\s+(["'])(?:(?!\1).)*$""", scene.lines[number]):
            return Finding(
                UNCLOSED_QUOTE, _rest(number, quote.start(1), scene.lines[number]), {"mark": quote[1]}
            )
    return Finding(INDENT, _rest(scene.line_no, scene.column, scene.line), {})


def _anything(scene: _Scene) -> Finding | None:
    return Finding(SYNTAX, _rest(scene.line_no, scene.column, scene.line), {})


_DETECTORS: Final = (
    _merge_conflict, _bullet, _table_row, _hard_space, _white_space, _comment, _unclosed, _key_and_colon, _character, _after_quote, _structure, _anything
)  # fmt: skip
_HARD_SPACE: Final = Text("ett hårt mellanslag", "a no-break space")
_TAB: Final = Text("tabb", "a tab")


def _colon(line_no: int, column: int, lines: Sequence[str]) -> Finding:
    """Colon where no key can be.

    Inside a text, after a line that lacks its own colon, or on a line indented too far.
    """
    line = lines[line_no]
    own_key = re.match(r"""\s*(?:- )*(?:[^\s:'"#][^:#]*|"[^"]*"|'[^']*'):(?=\s|$)""", line)
    if own_key and own_key.end() <= column:
        return Finding(COLON, _mark(line_no, column), {"quoted": quoted(line[own_key.end() :].strip())})
    if re.match(r"\s*-[^\s-]", line) or (line_no and re.match(r"\s*-[^\s-]", lines[line_no - 1])):
        number = line_no - 1 if line_no and re.match(r"\s*-[^\s-]", lines[line_no - 1]) else line_no
        return Finding(NO_SPACE_DASH, _mark(number, len(_indent(lines[number]))), {})
    above = next((n for n in range(line_no - 1, -1, -1) if lines[n].strip()), None)
    if above is not None and (joined := _joined_colon(lines[above])):
        return Finding(NO_SPACE, _mark(above, joined), {"key": _key(lines[above], joined)})
    if above is not None and not re.search(r":(\s|$)", lines[above]):
        start = len(_indent(lines[above]))
        return Finding(NO_COLON, _rest(above, start, lines[above]), {"text": lines[above].strip()})
    start = len(_indent(line))
    return Finding(INDENT, _rest(line_no, start, line), {})


def _no_colon(line_no: int, line: str) -> Finding:
    """Line that should be a key but has no colon."""
    start = len(_indent(line))
    if joined := _joined_colon(line):
        return Finding(NO_SPACE, _mark(line_no, joined), {"key": _key(line, joined)})
    if re.match(r"\s*-\S", line):
        return Finding(NO_SPACE_DASH, _mark(line_no, start), {})
    return Finding(NO_COLON, _rest(line_no, start, line), {"text": line.strip()})


def _joined_colon(line: str) -> int:
    """Column of a colon without space, or 0."""
    match = re.match(r"\s*(?:- )?[\w ]{2,40}(:)(?=[^\s:/])", line)
    return match.start(1) if match else 0


def _key(line: str, colon: int) -> str:
    return line[:colon].strip().removeprefix("- ")


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


def _mark(line_no: int, column: int, width: int = 1) -> Span:
    """Span of a few characters, from 0."""
    return Span(line_no + 1, column + 1, line_no + 1, column + 1 + width)


def _rest(line_no: int, column: int, line: str) -> Span:
    """Span from a column to the line's end."""
    return _mark(line_no, column, max(len(line.rstrip()) - column, 1))


def _is_inside_block_text(number: int, lines: Sequence[str]) -> bool:
    """True for a line of a block scalar (| or >)."""
    indent = len(_indent(lines[number]))
    for line in reversed(lines[:number]):
        if line.strip() and len(_indent(line)) < indent:
            return re.search(r"(?::|-)\s+[|>][+-]?\d?\s*$", line) is not None
    return False


_HARD_SPACES: Final = "\u00a0\u2007\u2009\u202f"
_BULLET: Final = re.compile(rf"\s*([{re.escape(BULLETS)}])[\s{_HARD_SPACES}]")
TABLE_CELLS: Final = re.compile(r"[ ]*(?![#'\"-])[^\s:][^:\t]*\t+[^\t]")
"""A line of cells between tabs that is no key with its value."""
_HARD_SPACE_AFTER: Final = re.compile(
    rf"\s*(?:- )?(?:(?P<key>[\w ]{{2,40}}:)|(?P<dash>-))(?P<space>[{_HARD_SPACES}])"
)
_CONFLICT: Final = ("<<<<<<< ", "=======", ">>>>>>> ")
