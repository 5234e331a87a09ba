"""Diagnoses of lines pasted from Word, Excel and chats."""

import re
from collections.abc import Sequence
from typing import Final

from medborgarlofte.i18n import Text
from medborgarlofte.source.finding import Finding
from medborgarlofte.source.messages import BULLET_MARK, LINE_PREFIX, MARKUP, SEVERAL_DOCUMENTS, STRAY_TEXT
from medborgarlofte.source.positions import Span
from medborgarlofte.source.syntax_messages import (
    BRACKET_TOO_MANY,
    BULLET,
    FENCE,
    HARD_SPACE,
    NO_SPACE_DASH,
    TABLE_ROW,
)
from medborgarlofte.source.yaml_lines import Scene, indent_of, is_inside_block_text, mark_span, rest_span
from medborgarlofte.swedish import fold


def fence(scene: Scene) -> Finding | None:
    """Marks around code that was copied from a chat or a Markdown file."""
    for number in (0, scene.line_no, max(scene.line_no - 1, 0), len(scene.lines) - 1):
        line = scene.lines[number]
        if line.startswith("```"):
            return Finding(FENCE, rest_span(number, 0, line), {})
    return None


def line_prefix(scene: Scene) -> Finding | None:
    """Lines of a quoted mail, or with the line numbers of a web page."""
    for number in scene.nearby:
        if is_inside_block_text(number, scene.lines):
            continue
        first = number
        while first and QUOTE_PREFIX.match(scene.lines[first - 1]):
            first -= 1
        if QUOTE_PREFIX.match(scene.lines[number]):
            return Finding(LINE_PREFIX, mark_span(first, 0), {"what": _QUOTE})
        first, last = number, number
        while first and _is_numbered(scene.lines, first - 1):
            first -= 1
        while last < len(scene.lines) and _is_numbered(scene.lines, last):
            last += 1
        if first <= number < last and last - first >= _FEW - 1 and _are_line_numbers(scene.lines, first):
            width = len(NUMBER_PREFIX.match(scene.lines[first])[0].rstrip())  # type: ignore[index]  # a numbered line
            return Finding(LINE_PREFIX, mark_span(first, 0, width), {"what": _NUMBERS})
    return None


def _is_numbered(lines: Sequence[str], at: int) -> bool:
    """True for a line whose number is one more than that of the line above it, or one less than that below."""
    own, above, below = (
        NUMBER_PREFIX.match(lines[n]) if 0 <= n < len(lines) else None for n in (at, at - 1, at + 1)
    )
    return own is not None and (
        (above is not None and int(above[1]) == int(own[1]) - 1)
        or (below is not None and int(below[1]) == int(own[1]) + 1)
    )


def _are_line_numbers(lines: Sequence[str], first: int) -> bool:
    """False for the numbers of a list, which do not begin with the document."""
    mark = NUMBER_PREFIX.match(lines[first])
    return mark is None or not mark[2] or not any(line.strip() for line in lines[:first])


QUOTE_PREFIX: Final = re.compile(r"(?:> ?)+")
NUMBER_PREFIX: Final = re.compile(r"\s*(\d{1,4})([.)]?)[:|]?(?:[ \t]|$)")
_QUOTE: Final = Text("”>”", "“>”")
_NUMBERS: Final = Text("radnummer", "line numbers")


def stray_text(scene: Scene) -> Finding | None:
    """Greeting or mail header above the document, or text below it."""
    lines = scene.lines
    top = next((n for n, line in enumerate(lines) if re.match(r"dokument\s*:", line)), 0)
    above = [n for n in range(top) if re.match(r"(?!---|%|#)\s*\S", lines[n])]
    if above and _is_prose(lines, above, scene):
        return _stray(lines, above[0], _ABOVE)
    if said := next((n for n in scene.nearby if _SAID.match(lines[n])), None):
        return _stray(lines, said, _LINE)
    number = scene.since[0]
    word = re.match(r"[^\W\d]\w*", lines[number])
    is_apart = number > top and not lines[number - 1].strip() and word and fold(word[0]) not in scene.keys
    if is_apart and not any(re.search(r":(?:\s|$)|^\s*-|^\w+:", line) for line in lines[number:]):
        return _stray(lines, number, _BELOW)
    return None


def _is_prose(lines: Sequence[str], above: Sequence[int], scene: Scene) -> bool:
    """True for lines of which the first is no key, or a mail header."""
    word = re.match(r"\W*(\w*)(:\s)?", lines[above[0]])
    is_key = word is not None and (word[2] is not None or fold(word[1]) in scene.keys)
    return not is_key or any(re.match(r"(?:Ämne|Subject): ", lines[n]) for n in above)


def _stray(lines: Sequence[str], number: int, advice: Text) -> Finding:
    text = lines[number].strip()
    start = len(indent_of(lines[number]))
    return Finding(STRAY_TEXT, rest_span(number, start, lines[number]), {"text": text, "advice": advice})


_ABOVE: Final = Text(
    "Ta bort raderna ovanför ”dokument”, eller skriv # först på var och en.",
    "Remove the lines above “dokument”, or write # at the start of each.",
)
_BELOW: Final = Text(
    "Ta bort raderna härifrån och nedåt. Hör de till texten ovanför: dra in dem.",
    "Remove the lines from here on. If they belong to the text above: indent them.",
)


_LINE: Final = Text("Ta bort raden, eller skriv # först på den.", "Remove the line, or write # at its start.")
_SAID: Final = re.compile(r"\s*\[?\d{1,2}[.:]\d{2}(?:[.:]\d{2})?\]?,?\s+[^\W\d]")
"""Line of a chat: a time and who said it."""


def markup(scene: Scene) -> Finding | None:
    """Key in bold, or an address behind a link text."""
    for number in scene.nearby:
        line = scene.lines[number]
        bold = _BOLD_KEY.match(line)
        if bold and ":" in bold[0] and fold(bold["meant"].rstrip(":")) in scene.keys:
            return _marked(number, bold)
        if word := _BOLD_WORD.match(line) or _LINK.match(line):
            return _marked(number, word)
    return None


def _marked(number: int, found: re.Match[str]) -> Finding:
    span = mark_span(number, found.start("written"), len(found["written"]))
    return Finding(MARKUP, span, {"written": found["written"], "meant": found["meant"]})


_BOLD_KEY: Final = re.compile(r"\s*(?:- )?(?P<written>(?P<mark>[*_`]{1,3})(?P<meant>\w+:?)(?P=mark)):?")
_BOLD_WORD: Final = re.compile(
    r"\s*(?:- )?\w+:\s+(?P<written>(?P<mark>\*{1,2}|_{2})(?P<meant>[\w-]+)(?P=mark))\s*$"
)
_LINK: Final = re.compile(r"\s*(?:- )?länk:\s+(?P<written>\[[^\]]*\]\((?P<meant>[^()\s]+)\))\s*$")


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


def double_dash(scene: Scene) -> Finding | None:
    """Two dashes before one item."""
    for number in scene.nearby:
        match = re.match(r"\s*-\s+(?=-\s)", scene.lines[number])
        if match and not is_inside_block_text(number, scene.lines):
            return Finding(BRACKET_TOO_MANY, mark_span(number, match.end()), {"mark": "-"})
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


def another_document(text: str, start: int, span: Span) -> Finding:
    """Finding for a document that begins inside a file; the same text a second time is to go."""
    first = _KIND.search(text)
    own = text[first.start() if first else 0 : start].strip().removesuffix("---").strip()
    again = text[start:].removeprefix("---").strip() == own
    return Finding(SEVERAL_DOCUMENTS, span, {"advice": _PASTED_TWICE if again else _SEPARATE})


_PASTED_TWICE: Final = Text(
    "Samma text står en gång till. Ta bort allt härifrån och nedåt.",
    "The same text stands here again. Remove everything from here on.",
)
_SEPARATE: Final = Text(
    "Flytta det härifrån och nedåt till en egen fil.", "Move everything from here on to a separate file."
)
_KIND: Final = re.compile(r"^dokument:", re.MULTILINE)
_SECTION: Final = re.compile(r"^[^\W\d]\w*:", re.MULTILINE)
_FEW: Final = 3
"""More keys than this make a document; “dokument” after them begins another."""
