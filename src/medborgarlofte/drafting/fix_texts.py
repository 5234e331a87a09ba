"""Fixes of texts that YAML reads as something else."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from medborgarlofte.diagnostic import Diagnostic
from medborgarlofte.drafting.fix import Fix, Fixer, on_line
from medborgarlofte.i18n import Text
from medborgarlofte.model.kinds import spellings
from medborgarlofte.source.editing import Edit
from medborgarlofte.source.messages import quoted
from medborgarlofte.source.positions import Span
from medborgarlofte.source.reader import Source
from medborgarlofte.source.yaml_lines import indent_of
from medborgarlofte.swedish import fold

_VALUE: Final = re.compile(r"""\s*(?:- )*(?:(?:[^\s:'"#{\[-][^:#{\[]*|"[^"]*"|'[^']*'):[ ]+)?""")
"""Everything before the value of a line in block style."""
_SPLIT: Final = Text("en rad för varje nyckel", "a line for each key")
_CURLY: Final = ("”", "“", "„")
_QUOTED: Final = Text("citattecken runt texten", "quotation marks around the text")


def colon_in_text(diagnostic: Diagnostic, source: Source) -> Fix | None:
    """Quotation marks around a text with a colon."""
    whole = str(diagnostic.values["quoted"])
    text = whole[1:-1].replace("''", "'") if whole.startswith("'") else whole[1:-1]
    number = diagnostic.span.line
    line = source.lines[number - 1]
    start = line.find(text)
    if start < 0 or " #" in text or text[:1] in "([{-":
        return None
    two = re.fullmatch(r"[^\s,]+(,?\s+)(\w+): .*", text)
    if two and two[2].islower() and fold(two[2]) in spellings():
        prefix = re.match(r"\s*(?:- )*", line)
        margin = "\n" + " " * (prefix.end() if prefix else 0)
        return Fix(
            _SPLIT, (on_line(number, start + two.start(1), start + two.end(1), margin),), certain=False
        )
    end = start + len(text)
    if line[start - 1 : start] in _CURLY and line[end : end + 1] in _CURLY:
        start, end = start - 1, end + 1
    keys = (fold(word) for word in re.findall(r"(\w+):(?:\s|$)", text))
    return Fix(
        _QUOTED,
        (on_line(number, start, end, whole),),
        certain=not any(
            key in spellings() for key in keys
        ),  # else a line break may be missing before the key
    )


def quoted_value(diagnostic: Diagnostic, source: Source) -> Fix | None:
    """Quotation marks around the whole value of a line."""
    number = diagnostic.span.line
    line = source.lines[number - 1]
    start = _VALUE.match(line).end()  # type: ignore[union-attr]  # every part is optional
    text = line[start:].rstrip()
    if not text or " #" in text or text[0] in "{[" or start >= diagnostic.span.column:
        return None
    if re.fullmatch(r"(\"[^\"]*\"|'[^']*')\s*[,;]", text):  # a line of JSON
        end = start + len(text)
        return Fix(
            Text(f"”{text[-1]}” togs bort", f"“{text[-1]}” removed"), (on_line(number, end - 1, end, ""),)
        )
    return Fix(_QUOTED, (on_line(number, start, start + len(text), quoted(text)),))


def reserved(diagnostic: Diagnostic, source: Source) -> Fix | None:
    return None if diagnostic.values["mark"] == "-" else quoted_value(diagnostic, source)


def special(diagnostic: Diagnostic, source: Source) -> Fix | None:
    """Text that starts with an alias, an anchor or a tag."""
    name = str(diagnostic.values.get("name") or diagnostic.values.get("tag"))
    used = len(re.findall(rf"(?<!\S)[&*]{re.escape(name[1:])}(?!\S)", source.text)) > 1
    return None if used or name.startswith("!!") else quoted_value(diagnostic, source)


def backslash(diagnostic: Diagnostic, _source: Source) -> Fix | None:
    span = diagnostic.span
    what = Text("omvänt snedstreck skrivs två gånger", "the backslash is doubled")
    return Fix(what, (on_line(span.line, span.column - 1, span.column - 1, "\\"),))


def block_text(diagnostic: Diagnostic, source: Source) -> Fix | None:
    """Text of a block on a line of its own."""
    span = diagnostic.span
    line = source.lines[span.line - 1]
    start = len(line[: span.column - 1].rstrip())
    below = source.lines[span.line] if span.line < len(source.lines) else ""
    key = len(re.match(r"\s*(?:- )*", line)[0])  # type: ignore[index]  # it matches every line
    indent = max(key + 2, len(indent_of(below)) if below.strip() and len(indent_of(below)) > key else 0)
    what = Text("texten flyttades ned en rad", "the text moved down one line")
    return Fix(what, (on_line(span.line, start, span.column - 1, "\n" + " " * indent),))


def closing_quote(diagnostic: Diagnostic, source: Source) -> Fix | None:
    span, mark = diagnostic.span, str(diagnostic.values["mark"])
    line = source.lines[span.line - 1].rstrip()
    what = Text(f"citattecken {mark} i radens slut", f"quotation mark {mark} at the end of the line")
    text = line[span.column :]
    if " #" in line or not text:
        return None
    if line[span.column - 1 :].count(mark) != 1:
        return None
    return Fix(what, (on_line(span.line, len(line), len(line), mark),), certain=False)


def control_character(diagnostic: Diagnostic, source: Source) -> Fix | None:
    span = diagnostic.span
    if span.line != span.end_line or span.end_column != span.column + 1 or not source.text:
        return None
    what = Text("styrtecknet byttes mot mellanslag", "control character replaced with a space")
    also: Iterable[Span] = diagnostic.values.get("also", ())  # type: ignore[assignment]  # spans
    return Fix(what, tuple(Edit(one, " ") for one in (span, *also)), certain=False)


def hashtag(diagnostic: Diagnostic, source: Source) -> Fix | None:
    """Quotation marks around a text with a hashtag."""
    number = diagnostic.span.line
    line = source.lines[number - 1]
    start = _VALUE.match(line).end()  # type: ignore[union-attr]  # every part is optional
    if not re.match(r"#\w", str(diagnostic.values["rest"])) or line[start : start + 1] in ("{", "[", "#", ""):
        return None
    key = re.match(r"\s*(?:- )*", line).end()  # type: ignore[union-attr]
    below = next((text for text in source.lines[number:] if text.strip()), "")
    if start == key or len(indent_of(below)) > key:
        return None  # one line of a text that goes on
    text = line[start:].rstrip()
    return Fix(_QUOTED, (on_line(number, start, start + len(text), quoted(text)),), certain=False)


FIXERS: Final[Mapping[str, Fixer]] = {
    "Y08": closing_quote,
    "Y04": control_character,
    "Y10": colon_in_text,
    "Y12": quoted_value,
    "Y13": reserved,
    "Y14": backslash,
    "Y15": block_text,
    "Y20": special,
    "Y21": special,
    "Y31": hashtag,
}
