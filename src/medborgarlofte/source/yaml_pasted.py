"""Diagnoses of lines pasted from Word, Excel and chats."""

import re
from typing import Final

from medborgarlofte.source.finding import Finding
from medborgarlofte.source.messages import BULLET_MARK
from medborgarlofte.source.syntax_messages import BULLET, FENCE, HARD_SPACE, NO_SPACE_DASH, TABLE_ROW
from medborgarlofte.source.yaml_lines import Scene, indent_of, is_inside_block_text, mark_span, rest_span


def fence(scene: Scene) -> Finding | None:
    """Marks around code that was copied from a chat or a Markdown file."""
    for number in (0, scene.line_no, max(scene.line_no - 1, 0), len(scene.lines) - 1):
        line = scene.lines[number]
        if line.startswith("```"):
            return Finding(FENCE, rest_span(number, 0, line), {})
    return None


def bullet(scene: Scene) -> Finding | None:
    """List item behind a pasted bullet."""
    for number in scene.nearby:
        match = _BULLET.match(scene.lines[number])
        if match and not is_inside_block_text(number, scene.lines):
            return Finding(BULLET, mark_span(number, match.start(1)), {"mark": match[1]})
    return None


def dash(scene: Scene) -> Finding | None:
    """Dash joined to the bracket of its item."""
    for number in scene.nearby:
        if re.match(r"\s*-[{\[]", scene.lines[number]):
            return Finding(NO_SPACE_DASH, mark_span(number, len(indent_of(scene.lines[number]))), {})
    return None


def table_row(scene: Scene) -> Finding | None:
    """Tab-separated cells pasted from a spreadsheet."""
    for number in scene.nearby:
        if TABLE_CELLS.match(scene.lines[number]):
            while number and TABLE_CELLS.match(scene.lines[number - 1]):
                number -= 1  # noqa: PLW2901 - the first row of the table
            text = " | ".join(scene.lines[number].strip().split("\t"))
            start = len(indent_of(scene.lines[number]))
            return Finding(TABLE_ROW, rest_span(number, start, scene.lines[number]), {"text": text})
    return None


def hard_space(scene: Scene) -> Finding | None:
    """No-break space after a colon or dash."""
    for number in scene.nearby:
        if match := _HARD_SPACE_AFTER.match(scene.lines[number]):
            before = (match["key"] or match["dash"]).strip()
            return Finding(HARD_SPACE, mark_span(number, match.start("space")), {"before": before})
    return None


HARD_SPACES: Final = "\u00a0\u2007\u2009\u202f"
_BULLET: Final = re.compile(rf"\s*({BULLET_MARK})[\s{HARD_SPACES}]+(?=[\w{{\"'])")
TABLE_CELLS: Final = re.compile(r"[ ]*(?![#'\"-])[^\s:][^:\t]*\t+[^\t]")
"""A line of cells between tabs that is no key with its value."""
_HARD_SPACE_AFTER: Final = re.compile(
    rf"\s*(?:- )?(?:(?P<key>[\w ]{{2,40}}:)|(?P<dash>-))(?P<space>[{HARD_SPACES}])"
)


def second_document(text: str) -> int | None:
    """Where another document begins that is joined to the first without “---”, if there is one."""
    starts = [found.start() for found in _KIND.finditer(text)]
    if len(starts) < 2:
        return None
    between = text[starts[0] : starts[1]]
    is_joined = "\n---" not in between and len(_SECTION.findall(between)) > _FEW
    return starts[1] if is_joined else None


_KIND: Final = re.compile(r"^dokument:", re.MULTILINE)
_SECTION: Final = re.compile(r"^[^\W\d]\w*:", re.MULTILINE)
_FEW: Final = 3
"""More keys than this make a document; “dokument” after them begins another."""
