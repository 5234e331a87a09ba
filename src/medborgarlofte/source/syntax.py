"""What libyaml could not read, said so that somebody who does not program can mend it."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from medborgarlofte.source.files import Flaw
from medborgarlofte.source.positions import Span
from medborgarlofte.text import SchemaNotice, Text


class _Scene(NamedTuple):
    """Where libyaml gave up, what it said, and where the thing it was reading began; lines and columns from 0."""

    problem: str
    line_no: int
    column: int
    since: tuple[int, int]
    lines: Sequence[str]

    @property
    def line(self) -> str:
        return self.lines[self.line_no]

    @property
    def begun(self) -> str:
        """The line where the thing that it was reading began."""
        return self.lines[self.since[0]]

    @property
    def mark(self) -> str:
        """The first character of that thing."""
        return self.begun[self.since[1] : self.since[1] + 1]


def explain(problem: str, at: tuple[int, int], since: tuple[int, int] | None, lines: Sequence[str]) -> Flaw:
    """The likely slip behind a message of libyaml.

    `at` is where libyaml gave up and `since` where the thing it was reading began, both (line, column) from 0.
    """
    last = len(lines) - 1
    begun = since or at
    scene = _Scene(problem, min(at[0], last), at[1], (min(begun[0], last), begun[1]), lines)
    return next(flaw for detect in _DETECTORS if (flaw := detect(scene)))


def _merge_conflict(scene: _Scene) -> Flaw | None:
    number = next((n for n, text in enumerate(scene.lines) if text.startswith(_CONFLICT)), None)
    return None if number is None else Flaw(MERGE_CONFLICT, _rest(number, 0, scene.lines[number]), {})


def _white_space(scene: _Scene) -> Flaw | None:
    """A tab or a no-break space where ordinary spaces belong."""
    for number in (scene.line_no, scene.line_no - 1):
        if number >= 0 and (hard := re.match("[ ]*(\u00a0)", scene.lines[number])):
            return Flaw(TAB, _mark(number, hard.start(1)), {"mark": _HARD_SPACE})
    if "\t" in _indent(scene.line) or scene.line[scene.column : scene.column + 1] == "\t":
        return Flaw(TAB, _mark(scene.line_no, scene.line.index("\t")), {"mark": _TAB})
    return None


def _unclosed(scene: _Scene) -> Flaw | None:
    """A quotation mark or a bracket without its other half."""
    if "unexpected end of stream" in scene.problem:
        return Flaw(UNCLOSED_QUOTE, _rest(*scene.since, scene.begun), {"mark": scene.mark})
    if "expected ',' or" in scene.problem:
        values = {"opened": scene.mark, "closed": "]" if scene.mark == "[" else "}"}
        return Flaw(UNCLOSED_BRACKET, _mark(*scene.since), values)
    return None


def _key_and_colon(scene: _Scene) -> Flaw | None:
    if "mapping values are not allowed" in scene.problem:
        return _colon(scene.line_no, scene.column, scene.lines)
    if "could not find expected ':'" in scene.problem:
        return _no_colon(scene.since[0], scene.begun)
    return None


def _character(scene: _Scene) -> Flaw | None:
    """An escape that is none, or a first character with a meaning of its own."""
    line, problem = scene.line, scene.problem
    if "unknown escape" in problem or "hexdecimal" in problem or "escape code" in problem:
        back = scene.column if "unknown" in problem else scene.column - 2  # libyaml has read \x, \u or \U
        return Flaw(ESCAPE, _mark(scene.line_no, back, 2), {"escape": line[back : back + 2]})
    if "sequence entries" in problem:
        return Flaw(RESERVED, _mark(scene.line_no, scene.column), {"mark": "-"})
    if "cannot start any token" in problem or "alphabetic or numeric" in problem or "directive" in problem:
        start = scene.since[1]
        return Flaw(RESERVED, _mark(scene.line_no, start), {"mark": line[start : start + 1]})
    if "comment or line break" in problem:
        return Flaw(BLOCK_TEXT, _rest(scene.line_no, scene.column, line), {"mark": scene.mark})
    return None


def _after_quote(scene: _Scene) -> Flaw | None:
    quoted = re.match(r"""\s*(?:- )?(?:[^\s'"#][^'"#]*:\s+|- )?((["']).*?\2)\s*(?=\S)(?!#)""", scene.line)
    if quoted and quoted.end(1) <= scene.column and not scene.line.startswith(":", quoted.end()):
        return Flaw(AFTER_QUOTE, _rest(scene.line_no, quoted.end(), scene.line), {"quoted": quoted[1]})
    return None


def _structure(scene: _Scene) -> Flaw | None:
    """A line that does not belong where it stands, or a quotation mark above it that swallowed its place."""
    if scene.line[scene.column : scene.column + 1] in ("]", "}"):
        mark = scene.line[scene.column]
        return Flaw(BRACKET_TOO_MANY, _mark(scene.line_no, scene.column), {"mark": mark})
    if "expected key" not in scene.problem and "'-' indicator" not in scene.problem:
        return None
    if re.match(r"\s*-[^\s-]", scene.line):
        return Flaw(NO_SPACE_DASH, _mark(scene.line_no, len(_indent(scene.line))), {})
    for number in range(scene.line_no - 1, -1, -1):
        if quote := re.match(r"""[^'"#]*:\s+(["'])(?:(?!\1).)*$""", scene.lines[number]):
            return Flaw(
                UNCLOSED_QUOTE, _rest(number, quote.start(1), scene.lines[number]), {"mark": quote[1]}
            )
    return Flaw(INDENT, _rest(scene.line_no, scene.column, scene.line), {})


def _anything(scene: _Scene) -> Flaw | None:
    return Flaw(SYNTAX, _rest(scene.line_no, scene.column, scene.line), {})


_DETECTORS: Final = (
    _merge_conflict, _white_space, _unclosed, _key_and_colon, _character, _after_quote, _structure, _anything
)  # fmt: skip
_HARD_SPACE: Final = Text("ett hårt mellanslag", "a no-break space")
_TAB: Final = Text("tabb", "a tab")


def _colon(line_no: int, column: int, lines: Sequence[str]) -> Flaw:
    """A colon where no key can stand: inside a text, after a line that lacks its own, or on a line too far in."""
    line = lines[line_no]
    own_key = re.match(r"""\s*(?:- )*(?:[^\s:'"#][^:#]*|"[^"]*"|'[^']*'):(?=\s|$)""", line)
    if own_key and own_key.end() <= column:
        return Flaw(COLON, _mark(line_no, column), {"quoted": _quoted(line[own_key.end() :].strip())})
    if re.match(r"\s*-[^\s-]", line) or (line_no and re.match(r"\s*-[^\s-]", lines[line_no - 1])):
        number = line_no - 1 if line_no and re.match(r"\s*-[^\s-]", lines[line_no - 1]) else line_no
        return Flaw(NO_SPACE_DASH, _mark(number, len(_indent(lines[number]))), {})
    above = next((n for n in range(line_no - 1, -1, -1) if lines[n].strip()), None)
    if above is not None and (joined := _joined_colon(lines[above])):
        return Flaw(NO_SPACE, _mark(above, joined), {"key": _key(lines[above], joined)})
    if above is not None and not re.search(r":(\s|$)", lines[above]):
        start = len(_indent(lines[above]))
        return Flaw(NO_COLON, _rest(above, start, lines[above]), {"text": lines[above].strip()})
    start = len(_indent(line))
    return Flaw(INDENT, _rest(line_no, start, line), {})


def _quoted(text: str) -> str:
    """The text in the quotation marks that need least inside it."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def _no_colon(line_no: int, line: str) -> Flaw:
    """A line that should be a key and is not."""
    start = len(_indent(line))
    if joined := _joined_colon(line):
        return Flaw(NO_SPACE, _mark(line_no, joined), {"key": _key(line, joined)})
    if re.match(r"\s*-\S", line):
        return Flaw(NO_SPACE_DASH, _mark(line_no, start), {})
    return Flaw(NO_COLON, _rest(line_no, start, line), {"text": line.strip()})


def _joined_colon(line: str) -> int:
    """Where a key is joined to its value by a colon without a space; 0 when it is not."""
    found = re.match(r"\s*(?:- )?[\w ]{2,40}(:)(?=[^\s:/])", line)
    return found.start(1) if found else 0


def _key(line: str, colon: int) -> str:
    return line[:colon].strip().removeprefix("- ")


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


def _mark(line_no: int, column: int, width: int = 1) -> Span:
    """A character, or a few, with line and column counted from 0."""
    return Span(line_no + 1, column + 1, line_no + 1, column + 1 + width)


def _rest(line_no: int, column: int, line: str) -> Span:
    """What stands on a line from a column on, and at least one character."""
    return _mark(line_no, column, max(len(line.rstrip()) - column, 1))


_CONFLICT: Final = ("<<<<<<< ", "=======", ">>>>>>> ")


_WHY_STRUCTURE: Final = Text(
    "Filen går inte att tolka längre än hit, så resten är inte kontrollerat.",
    "The file cannot be understood beyond this point, so the rest has not been checked.",
)

TAB: Final = SchemaNotice(
    code="Y06",
    name="tab",
    message=Text("Raden är indragen med {mark}.", "The line is indented with {mark}."),
    why=Text(
        "Bara vanliga mellanslag räknas som indrag, för andra tecken är olika breda i olika program.",
        "Only ordinary spaces count as indentation, since other characters have different widths in different programs.",
    ),
    help=Text(
        "Byt tecknet mot vanliga mellanslag, två för varje steg.",
        "Replace it by ordinary spaces, two for each step.",
    ),
)
NO_SPACE: Final = SchemaNotice(
    code="Y07",
    name="missing-space-after-colon",
    message=Text(
        "Det saknas ett mellanslag efter kolonet i ”{key}:”.",
        "A space is missing after the colon in “{key}:”.",
    ),
    why=Text(
        "Utan mellanslag blir hela raden en enda text i stället för nyckel och värde.",
        "Without the space the whole line becomes one text instead of a key and its value.",
    ),
    help=Text("Skriv ”{key}: …” med ett mellanslag.", "Write “{key}: …” with a space."),
)
UNCLOSED_QUOTE: Final = SchemaNotice(
    code="Y08",
    name="unclosed-quote",
    message=Text("Citattecknet {mark} avslutas aldrig.", "The quotation mark {mark} is never closed."),
    why=Text(
        "Allt från citattecknet till filens slut räknas som en enda text.",
        "Everything from the mark to the end of the file counts as one text.",
    ),
    help=Text(
        "Sätt ett {mark} där texten slutar, eller ta bort det första.",
        "Put a {mark} where the text ends, or remove the first one.",
    ),
)
UNCLOSED_BRACKET: Final = SchemaNotice(
    code="Y09",
    name="unclosed-bracket",
    message=Text(
        "Parentesen ”{opened}” avslutas inte, eller så saknas ett kommatecken inuti.",
        "The bracket “{opened}” is not closed, or a comma is missing inside it.",
    ),
    why=_WHY_STRUCTURE,
    help=Text(
        "Sätt ”{closed}” där listan slutar och kommatecken mellan delarna.",
        "Put “{closed}” where the list ends and commas between the parts.",
    ),
)
COLON: Final = SchemaNotice(
    code="Y10",
    name="colon-in-text",
    message=Text(
        "Texten innehåller ett kolon följt av mellanslag, och då tolkas den som en ny nyckel.",
        "The text holds a colon followed by a space, and is then taken for a new key.",
    ),
    why=_WHY_STRUCTURE,
    help=Text(
        "Sätt citattecken runt hela texten: {quoted}. Eller skriv >- efter nyckeln och texten indragen på raden under.",
        "Put quotation marks around the whole text: {quoted}. Or write >- after the key and the text indented on the line below.",
    ),
)
INDENT: Final = SchemaNotice(
    code="Y11",
    name="wrong-indentation",
    message=Text(
        "Raden är indragen så att den inte hör ihop med raderna ovanför.",
        "The line is indented so that it does not belong with the lines above.",
    ),
    why=Text(
        "Indraget visar vad som hör till vad. Syskon ska börja i samma kolumn.",
        "Indentation shows what belongs to what. Siblings must begin in the same column.",
    ),
    help=Text(
        "Jämför med raderna ovanför: lika många mellanslag för syskon, två till för det som hör under.",
        "Compare with the lines above: the same number of spaces for siblings, two more for what belongs below.",
    ),
)
AFTER_QUOTE: Final = SchemaNotice(
    code="Y12",
    name="text-after-quote",
    message=Text(
        "Det står text efter det avslutande citattecknet.", "There is text after the closing quotation mark."
    ),
    why=Text(
        "En text som börjar med citattecken slutar vid nästa citattecken.",
        "A text that begins with a quotation mark ends at the next one.",
    ),
    help=Text(
        "Sätt enkla citattecken (') runt hela texten, eller skriv >- efter nyckeln och texten på raden under.",
        "Put single quotes (') around the whole text, or write >- after the key and the text on the line below.",
    ),
)
RESERVED: Final = SchemaNotice(
    code="Y13",
    name="reserved-character",
    message=Text(
        "En text utan citattecken kan inte börja med ”{mark}”.",
        "A text without quotation marks cannot begin with “{mark}”.",
    ),
    why=Text("Tecknet har en egen betydelse i YAML.", "The character has a meaning of its own in YAML."),
    help=Text(
        "Sätt citattecken runt hela texten. Är det en punktlista: skriv > eller | efter nyckeln och listan på raden under.",
        "Put quotation marks around the whole text. If it is a bulleted list: write > or | after the key and the list below.",
    ),
)
ESCAPE: Final = SchemaNotice(
    code="Y14",
    name="backslash",
    message=Text(
        "”{escape}” inom dubbla citattecken är ingen känd teckenkod.",
        "“{escape}” inside double quotes is no known escape.",
    ),
    why=Text(
        "Inom dubbla citattecken betyder omvänt snedstreck att en kod följer.",
        "Inside double quotes a backslash announces a code.",
    ),
    help=Text(
        "Använd enkla citattecken ('…') i stället, eller skriv snedstrecket två gånger.",
        "Use single quotes ('…') instead, or write the backslash twice.",
    ),
)
BLOCK_TEXT: Final = SchemaNotice(
    code="Y15",
    name="text-after-block-mark",
    message=Text("Det står text på samma rad som ”{mark}”.", "There is text on the same line as “{mark}”."),
    why=Text(
        "Efter ”{mark}” ska texten börja på nästa rad, indragen.",
        "After “{mark}” the text begins on the next line, indented.",
    ),
    help=Text(
        "Flytta ned texten en rad och dra in den två mellanslag.",
        "Move the text down one line and indent it two spaces.",
    ),
)
NO_COLON: Final = SchemaNotice(
    code="Y16",
    name="missing-colon",
    message=Text("Raden ”{text}” saknar kolon.", "The line “{text}” lacks a colon."),
    why=Text(
        "Här väntas en nyckel med kolon efter, till exempel ”titel: …”.",
        "A key followed by a colon is expected here, for example “titel: …”.",
    ),
    help=Text(
        "Sätt kolon och mellanslag efter nyckeln. Hör raden till texten ovanför: dra in den mer än nyckeln ovanför.",
        "Put a colon and a space after the key. If the line belongs to the text above: indent it more than the key above.",
    ),
)
NO_SPACE_DASH: Final = SchemaNotice(
    code="Y17",
    name="missing-space-after-dash",
    message=Text("Det saknas ett mellanslag efter strecket.", "A space is missing after the dash."),
    why=Text(
        "Utan mellanslag blir raden text i stället för en punkt i listan.",
        "Without it the line becomes text instead of a list item.",
    ),
    help=Text("Skriv ”- ” med ett mellanslag efter strecket.", "Write “- ” with a space after the dash."),
)
MERGE_CONFLICT: Final = SchemaNotice(
    code="Y19",
    name="merge-conflict",
    message=Text(
        "Git har lämnat två versioner av texten i filen.",
        "Git has left two versions of the text in the file.",
    ),
    why=Text(
        "Två personer har ändrat samma rader. Någon måste välja vad som gäller.",
        "Two people changed the same lines. Somebody must choose which holds.",
    ),
    help=Text(
        "Behåll en av versionerna och ta bort raderna som börjar med <<<<<<<, ======= och >>>>>>>.",
        "Keep one of the versions and remove the lines that begin with <<<<<<<, ======= and >>>>>>>.",
    ),
)
BRACKET_TOO_MANY: Final = SchemaNotice(
    code="Y27",
    name="bracket-too-many",
    message=Text("Här står en parentes ”{mark}” för mycket.", "Here stands one bracket “{mark}” too many."),
    why=_WHY_STRUCTURE,
    help=Text(
        "Ta bort den, eller sätt citattecken runt hela texten.",
        "Remove it, or put quotation marks around the whole text.",
    ),
)
SYNTAX: Final = SchemaNotice(
    code="Y18",
    name="syntax-error",
    message=Text("Här går filen inte att tolka som YAML.", "Here the file cannot be understood as YAML."),
    why=_WHY_STRUCTURE,
    help=Text(
        "Titta på raden och den ovanför: kolon med mellanslag efter nyckeln, lika indrag för syskon, citattecken i par.",
        "Look at this line and the one above: a colon and a space after the key, equal indentation for siblings, quotes in pairs.",
    ),
)
NOTICES: Final = (
    TAB,
    NO_SPACE,
    UNCLOSED_QUOTE,
    UNCLOSED_BRACKET,
    COLON,
    INDENT,
    AFTER_QUOTE,
    RESERVED,
    ESCAPE,
    BLOCK_TEXT,
    NO_COLON,
    NO_SPACE_DASH,
    MERGE_CONFLICT,
    BRACKET_TOO_MANY,
    SYNTAX,
)
