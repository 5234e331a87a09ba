"""Diagnoses of colons that are missing, or where no key can be."""

import re
from collections.abc import Collection
from typing import Final

from medborgarlofte.i18n import Text
from medborgarlofte.source.finding import Finding
from medborgarlofte.source.messages import quoted
from medborgarlofte.source.syntax_messages import COLON, INDENT, NO_COLON, NO_SPACE, NO_SPACE_DASH
from medborgarlofte.source.yaml_lines import Scene, indent_of, joined_colon, key_before, mark_span, rest_span
from medborgarlofte.swedish import fold


def colon_in(scene: Scene, text: str) -> Finding:
    """Colon inside a text, which may also be that of a key that lacks a line of its own."""
    word = re.search(r"[^\s:]\s+(\w+)$", scene.line[: scene.column])
    key = word[1] if word else ""
    start = _PUT
    if re.fullmatch(r"\(\w+: .*\)", text):
        start = _PUT_BRACES
    elif key and key.islower() and fold(key) in scene.keys:
        start = Text(
            f"Är ”{key}” en nyckel: skriv den på en egen rad. Annars: sätt",
            f"If “{key}” is a key: write it on a line of its own. Otherwise: put",
        )
    span = mark_span(scene.line_no, scene.column)
    return Finding(COLON, span, {"quoted": quoted(text), "start": start})


_PUT_BRACES: Final = Text(
    "Är det en grupp av nycklar: skriv { och } i stället för ( och ). Annars: sätt",
    "If it is a group of keys: write { and } instead of ( and ). Otherwise: put",
)
_PUT: Final = Text("Sätt", "Put")


def misplaced_colon(scene: Scene) -> Finding:
    """Colon where no key can be.

    Inside a text, after a line that lacks its own colon, or on a line indented too far.
    """
    line_no, column, lines, line = scene.line_no, scene.column, scene.lines, scene.line
    own_key = re.match(r"""\s*(?:- )*(?:[^\s:'"#][^:#]*|"[^"]*"|'[^']*'):(?=\s|$)""", line)
    if own_key and own_key.end() <= column:
        return colon_in(scene, line[own_key.end() :].strip())
    if re.match(r"\s*-[^\s-]", line) or (line_no and re.match(r"\s*-[^\s-]", lines[line_no - 1])):
        number = line_no - 1 if line_no and re.match(r"\s*-[^\s-]", lines[line_no - 1]) else line_no
        return Finding(NO_SPACE_DASH, mark_span(number, len(indent_of(lines[number]))), {})
    above = next((n for n in range(line_no - 1, -1, -1) if lines[n].strip()), None)
    if above is not None and (joined := joined_colon(lines[above])):
        return Finding(NO_SPACE, mark_span(above, joined), {"key": key_before(lines[above], joined)})
    if above is not None and not re.search(r":(\s|$)", lines[above]):
        return _lacks_colon(above, lines[above], scene.keys)
    start = len(indent_of(line))
    return Finding(INDENT, rest_span(line_no, start, line), INDENTED)


def no_colon(line_no: int, line: str, keys: Collection[str]) -> Finding:
    """Line that should be a key but has no colon."""
    if joined := joined_colon(line):
        return Finding(NO_SPACE, mark_span(line_no, joined), {"key": key_before(line, joined)})
    if re.match(r"\s*-\S", line):
        return Finding(NO_SPACE_DASH, mark_span(line_no, len(indent_of(line))), {})
    return _lacks_colon(line_no, line, keys)


def _lacks_colon(line_no: int, line: str, keys: Collection[str]) -> Finding:
    text = line.strip()
    pair = re.fullmatch(r"(?P<dash>- )?(?P<key>\w+)(?P<rest>(?:\s*[=;]|\s|$).*)", text)
    if text.startswith(("//", "/*", "<!--", ";", "%")):
        advice = _COMMENT
    elif pair and fold(pair["key"]) in keys:
        meant = f"{pair['key']}: {pair['rest'].strip(' =;')}".strip()
        advice = Text(
            f"Skriv ”{meant}”. Hör raden till texten ovanför: dra in den längre än nyckeln.",
            f"Write “{meant}”. If the line belongs to the text above: indent it further than the key.",
        )
    else:
        advice = _NO_KEY
    return Finding(NO_COLON, rest_span(line_no, len(indent_of(line)), line), {"text": text, "advice": advice})


_COMMENT: Final = Text(
    "Är raden en kommentar: skriv # först på den. Annars: sätt kolon och mellanslag efter nyckeln.",
    "If the line is a comment: write # at its start. Otherwise: put a colon and a space after the key.",
)
_NO_KEY: Final = Text(
    "Hör raden till texten ovanför: dra in den längre än nyckeln. Är den en nyckel: sätt kolon och mellanslag efter. "
    "Annars: ta bort den, eller skriv # först.",
    "If the line belongs to the text above: indent it further than the key. If it is a key: put a colon and a space after "
    "it. Otherwise: remove it, or write # at its start.",
)
INDENTED: Final = {"where": Text("ovanför", "above")}
