"""Fixes of files that YAML cannot parse."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from medborgarlofte.diagnostic import Diagnostic
from medborgarlofte.drafting.fix import Fix, Fixer, on_line, replaced
from medborgarlofte.i18n import Text
from medborgarlofte.model.kinds import spellings
from medborgarlofte.source.editing import Edit, apply, lines_of
from medborgarlofte.source.messages import BULLET_MARK, NEW_ITEM
from medborgarlofte.source.positions import Span
from medborgarlofte.source.reader import Source, read
from medborgarlofte.source.yaml_lines import indent_of
from medborgarlofte.source.yaml_pasted import NUMBER_PREFIX, QUOTE_PREFIX
from medborgarlofte.swedish import fold

_BLANKS: Final = "\t\u00a0\u2007\u2009\u202f"
_MARGIN: Final = re.compile(rf"(?P<indent>[ {_BLANKS}]*)(?P<dashes>(?:-[ {_BLANKS}]+)*)")
_WIDTHS: Final = (2, 4, 8, 1)
"""How many spaces a tab may stand for, the format's own first."""
_TOP_PAIR: Final = re.compile(r"[^\W\d]\w*:\s+(?:[^\s\"'\[{|>&*!#].*|([\"']).*\1|\[.*\]|\{.*\})\s*")
"""Key at the top level with its whole value: the next key is at the top level too."""
_KEY: Final = re.compile(r"[^\W\d]\w*:(?=\s|$)")
_JOINED_DASH: Final = re.compile(r"^([ ]*)-(?=[\w{\[])", re.MULTILINE)
_BLOCK: Final = re.compile(r"(?::|-)\s+[|>][+-]?\d?\s*$")


def indentation(_diagnostic: Diagnostic, source: Source) -> Fix | None:
    """Tabs and no-break spaces of every indentation."""
    reach: list[tuple[tuple[int, int], list[Edit]]] = []
    for width in _WIDTHS:
        edits = list(_margins(source, width))
        if not edits:
            return None
        lines = lines_of(source.text)
        apply(lines, edits)
        reach.append((_first_error(_sections(lines, {edit.span.line for edit in edits})), edits))
    best = max(reach, key=lambda row: row[0])  # the first of several that are read equally far
    return Fix(
        Text("indraget skrivs med mellanslag", "the indentation is written with spaces"), tuple(best[1])
    )


def _margins(source: Source, width: int) -> Iterator[Edit]:
    """Edits of the lines that are indented with more than spaces."""
    block: int | None = None  # indentation of the key or item whose block text follows
    previous = ""  # line that is no comment
    for number, line in enumerate(source.lines, start=1):
        margin = _MARGIN.match(line)
        if margin is None or not line.strip():
            continue
        indent = re.sub(f"[{_BLANKS[1:]}]", " ", margin["indent"]).replace("\t", " " * width)
        if block is not None and len(indent) > block:
            if len(line) - len(line.lstrip(" ")) > block:
                continue  # what follows the spaces belongs to the text
        else:
            block = len(indent) if _BLOCK.search(line) else None
        if not margin["dashes"] and _TOP_PAIR.fullmatch(previous) and _KEY.match(line, margin.end()):
            indent = ""
        previous = previous if line.lstrip().startswith("#") else indent + line[margin.end("indent") :]
        dashes = re.sub(rf"-[ {_BLANKS}]*[{_BLANKS}][ {_BLANKS}]*", "- ", margin["dashes"])
        if indent + dashes != margin[0]:
            yield on_line(number, 0, margin.end(), indent + dashes)


def _sections(lines: list[str], numbers: set[int]) -> str:
    """Top-level sections that hold some lines, so that mistakes elsewhere do not hide which width is right."""
    kept: list[str] = []
    section: list[str] = []
    is_meant = False
    for number, line in enumerate(lines, start=1):
        if line[:1].strip() and line[:1] not in "-#" and number not in numbers:
            kept += section if is_meant else []
            section, is_meant = [], False
        section.append(line)
        is_meant = is_meant or number in numbers
    return _JOINED_DASH.sub(r"\1- ", "".join([*kept, *(section if is_meant else [])]))


def _first_error(text: str) -> tuple[int, int]:
    """Position of the first error, or one after the end."""
    parsed = read(text.encode(), spellings())
    places = [f.place for f in parsed.findings if isinstance(f.place, Span) and f.severity != "info"]
    if parsed.source.root is not None and not places:
        return (text.count("\n") + 2, 0)
    return min((place.line, place.column) for place in places) if places else (0, 0)


def colon_space(diagnostic: Diagnostic, source: Source) -> Fix | None:
    span, key = diagnostic.span, diagnostic.values["key"]
    line = source.lines[span.line - 1]
    colon = line.find(":", span.column - 1)
    if colon < 0:
        return None
    return Fix(
        Text(f"mellanslag efter ”{key}:”", f"space after “{key}:”"),
        (on_line(span.line, colon + 1, colon + 1, " "),),
        certain=fold(str(key)) in spellings(),
    )


def hard_space(diagnostic: Diagnostic, source: Source) -> Fix | None:
    span = diagnostic.span
    found = re.compile(f"[{_BLANKS[1:]}]+ *").search(source.lines[span.line - 1], span.column - 1)
    if found is None:
        return None
    what = Text("hårt mellanslag byttes mot vanligt", "no-break space replaced with an ordinary one")
    return Fix(what, (on_line(span.line, found.start(), found.end(), " "),))


def dash_space(diagnostic: Diagnostic, source: Source) -> Fix | None:
    """Space after each dash of a list."""
    return _items(
        diagnostic,
        source,
        re.compile(r"\s*-(?=[^\s-])"),
        Text("mellanslag efter strecket", "space after the dash"),
    )


def bullets(diagnostic: Diagnostic, source: Source) -> Fix | None:
    """Hyphens for the bullets of a list."""
    mark = str(diagnostic.values["mark"])
    return _items(
        diagnostic,
        source,
        re.compile(rf"\s*(?:{BULLET_MARK})[ {_BLANKS}]*"),
        Text(f"”{mark}” byttes mot ”-”", f"“{mark}” replaced with “-”"),
    )


def _items(diagnostic: Diagnostic, source: Source, mark: re.Pattern[str], what: Text) -> Fix | None:
    """Rewrite the marks of neighbouring items with one indentation."""
    first = diagnostic.span.line
    indent = indent_of(source.lines[first - 1])
    if not mark.match(source.lines[first - 1]):  # the list begins on the line of its key
        first += 1
        indent = indent_of(source.lines[first - 1]) if first <= len(source.lines) else ""
        if mark.match(source.lines[diagnostic.span.line - 1], diagnostic.span.column - 1):
            return None
    edits = []
    for number in range(first, len(source.lines) + 1):
        line = source.lines[number - 1]
        if line.strip() and len(indent_of(line)) < len(indent):
            break
        found = mark.match(line)
        if found and indent_of(line) == indent:
            edits.append(on_line(number, len(indent), found.end(), "- "))
    return Fix(what, tuple(edits)) if edits else None


def missing_colon(diagnostic: Diagnostic, source: Source) -> Fix | None:
    """Colon after a known key."""
    number = diagnostic.span.line
    line = source.lines[number - 1]
    found = re.match(r"\s*(?:- )*(\w+)[ ]*[;=]?[ ]*", line)
    if found is None or fold(found[1]) not in spellings():
        return None
    text = ": " if line[found.end() :].strip() else ":"
    what = Text(f"kolon efter ”{found[1]}”", f"colon after “{found[1]}”")
    return Fix(what, (on_line(number, found.end(1), found.end(), text),), certain=False)


def misaligned(diagnostic: Diagnostic, source: Source) -> Fix | None:
    """Indentation of a neighbour, where only one can be parsed."""
    number, lines = diagnostic.span.line, source.lines
    here = indent_of(lines[number - 1])
    around = [line for line in (*lines[: number - 1][::-1][:1], *lines[number : number + 1]) if line.strip()]
    margins = {_MARGIN.match(line)[0] for line in around}  # type: ignore[index]  # it matches every line
    fits = []
    for width in sorted({len(margin) for margin in margins} | {len(indent_of(line)) for line in around}):
        edit = on_line(number, 0, len(here), " " * width)
        changed = lines_of(source.text)
        apply(changed, [edit])
        if width != len(here) and read("".join(changed).encode(), spellings()).source.root is not None:
            fits.append(edit)
    what = Text("indraget rättas efter raderna intill", "the indentation follows the lines beside it")
    return Fix(what, (fits[0],), certain=False) if len(fits) == 1 else None


def closing_bracket(diagnostic: Diagnostic, source: Source) -> Fix | None:
    number, closed = diagnostic.span.line, str(diagnostic.values["closed"])
    line = source.lines[number - 1].rstrip()
    opened = str(diagnostic.values["opened"])
    if " #" in line or line.count(opened) != line.count(closed) + 1:
        return None
    what = Text(f"”{closed}” i radens slut", f"“{closed}” at the end of the line")
    return Fix(what, (on_line(number, len(line), len(line), closed),), certain=False)


def twin_key(diagnostic: Diagnostic, source: Source) -> Fix | None:
    """Second of two equal lines."""
    number = diagnostic.span.line
    if diagnostic.values["advice"] == NEW_ITEM:
        indent = len(indent_of(source.lines[number - 1]))
        what = Text("bindestreck för en ny punkt", "a hyphen for a new item")
        return Fix(what, (on_line(number, indent - 2, indent, "- "),), certain=False) if indent > 1 else None
    first = source.lines[int(str(diagnostic.values["line"])) - 1]
    if first != source.lines[number - 1]:
        return None
    below = source.lines[number] if number < len(source.lines) else ""
    if not re.search(r":\s+[^\s|>]", first) or len(indent_of(below)) > len(indent_of(first)):
        return None
    what = Text("den andra av två lika rader togs bort", "the second of two equal lines removed")
    return Fix(what, (_removed(source, number),))


def fences(_diagnostic: Diagnostic, source: Source) -> Fix | None:
    """Lines of a code fence."""
    numbers = [number for number, line in enumerate(source.lines, start=1) if line.startswith("```")]
    edits = tuple(_removed(source, number) for number in numbers)
    return Fix(Text("rader med ``` togs bort", "lines of ``` removed"), edits) if edits else None


def line_prefix(diagnostic: Diagnostic, source: Source) -> Fix | None:
    """Lines of a quoted mail, or with line numbers, without what they begin with."""
    first = diagnostic.span.line - 1
    prefix = QUOTE_PREFIX if source.lines[first].startswith(">") else NUMBER_PREFIX
    edits = []
    for number, line in enumerate(source.lines[first:], start=first + 1):
        if not (found := prefix.match(line)):
            break
        edits.append(on_line(number, 0, found.end(), ""))
    what = Text("det som stod först på raderna togs bort", "what the lines began with was removed")
    return Fix(what, tuple(edits))


def markup(diagnostic: Diagnostic, _source: Source) -> Fix | None:
    meant = str(diagnostic.values["meant"])
    return replaced(
        diagnostic.span, meant, Text(f"”{meant}” utan formatering", f"“{meant}” without formatting")
    )


def _removed(source: Source, number: int) -> Edit:
    """Edit that removes a line; of the last one only what it says."""
    is_last = number >= len(lines_of(source.text))
    return (
        on_line(number, 0, len(source.lines[number - 1]), "")
        if is_last
        else Edit(Span(number, 1, number + 1, 1), "")
    )


def end_mark(diagnostic: Diagnostic, source: Source) -> Fix | None:
    """Document mark with nothing after it."""
    number = diagnostic.span.line
    if any(line.strip() for line in source.lines[number:]) or source.lines[number - 1].strip() != "---":
        return None
    return Fix(
        Text("”---” togs bort", "“---” removed"), (on_line(number, 0, len(source.lines[number - 1]), ""),)
    )


def key_spelling(diagnostic: Diagnostic, source: Source) -> Fix | None:
    span, real = diagnostic.span, str(diagnostic.values["real"])
    if span.line != span.end_line:
        return None
    line = source.lines[span.line - 1]
    is_joined = re.match(r":\S", line[span.end_column - 1 :])  # only a quoted key may be
    quote = line[span.column - 1] if is_joined else ""
    return replaced(
        span, f"{quote}{real}{quote}", Text(f"nyckeln stavas ”{real}”", f"the key is spelled “{real}”")
    )


FIXERS: Final[Mapping[str, Fixer]] = {
    "Y06": indentation,
    "Y07": colon_space,
    "Y09": closing_bracket,
    "Y11": misaligned,
    "Y16": missing_colon,
    "Y17": dash_space,
    "Y22": twin_key,
    "Y23": end_mark,
    "Y26": key_spelling,
    "Y28": bullets,
    "Y30": hard_space,
    "Y34": fences,
    "Y35": line_prefix,
    "Y37": markup,
    "D08": dash_space,
}
