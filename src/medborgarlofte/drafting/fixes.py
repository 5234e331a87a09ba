"""Automatic fixes that leave other bytes unchanged.

`fix_for` gives the edits of one finding, for editors; `fix` applies them to a file, for `validate --fix`.
"""

import contextlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from medborgarlofte.diagnostic import Diagnostic
from medborgarlofte.drafting import fix_syntax, fix_texts, fix_values
from medborgarlofte.drafting.fix import Fix, Fixer
from medborgarlofte.drafting.fix_values import Applied, missing_codes, tidy
from medborgarlofte.i18n import Text
from medborgarlofte.load import LoadedFile
from medborgarlofte.model.kinds import spellings
from medborgarlofte.source.editing import Edit, edited
from medborgarlofte.source.files import MOJIBAKE_LETTERS, split_mark, utf16_of
from medborgarlofte.source.reader import Source, read

FIXERS: Final[Mapping[str, Fixer]] = {**fix_syntax.FIXERS, **fix_texts.FIXERS, **fix_values.FIXERS}


def fix_for(diagnostic: Diagnostic, source: Source) -> Fix | None:
    """Edits that remove a finding, or None.

    Their positions are those of `source.text`; `source.editing.apply` also takes lines with other line ends
    and decomposed letters.
    """
    fixer = FIXERS.get(diagnostic.code)
    return fixer(diagnostic, source) if fixer else None


Check = Callable[[bytes], LoadedFile]
"""Content of a file with its diagnostics."""
Accept = Callable[[Fix, Source], bool]


def only_certain(fix: Fix, _source: Source) -> bool:
    return fix.certain


@dataclass(frozen=True, slots=True)
class FixedFile:
    """Content after fixing."""

    data: bytes
    applied: list[Applied]
    remaining: list[Diagnostic]
    offered: list[Fix]
    """Probable fixes that were not accepted."""
    unfixable: list[Diagnostic]
    """What remains and has no probable fix."""


def fix(data: bytes, check: Check, accept: Accept = only_certain) -> FixedFile:
    """Fix a file as far as it can be fixed.

    Line ends, byte order mark, comments, order and quoting are preserved. A fix that does not remove its
    finding, or makes the rest unreadable, is left out.
    """
    data, applied = _transcoded(data)
    data, tidied = tidy(data)
    run = _Run(data, check, accept)
    while run.step():
        pass
    data, again = tidy(run.data)  # what could not be parsed before
    data, codes = _with_codes(data)
    applied += [*tidied, *run.applied, *again, *codes]
    file = check(data)
    probable = [(d, row) for d in file.diagnostics if (row := fix_for(d, file.source)) and not row.certain]
    offered = [row for _, row in probable]
    unfixable = [d for d in file.diagnostics if all(d is not other for other, _ in probable)]
    return FixedFile(data, sorted(applied, key=lambda row: row.line), file.diagnostics, offered, unfixable)


class _Run:
    """Rounds of fixing one file until nothing more is fixed."""

    def __init__(self, data: bytes, check: Check, accept: Accept) -> None:
        self.data, self.check, self.accept = data, check, accept
        self.file = check(data)
        self.applied: list[Applied] = []
        self.failed: set[tuple[str, str]] = set()
        self.asked: dict[tuple[str, str], bool] = {}
        self.rounds = _ROUNDS

    def step(self) -> bool:
        """Apply the fixes of one round; false at the end."""
        self.rounds -= 1
        wanted = [row for d in self.file.diagnostics if (row := self._wanted(d))]
        if not wanted or not self.rounds:
            return False
        chosen = _disjoint(wanted)
        if not self._try(chosen) and not any(self._try([one]) for one in chosen):
            self.failed |= {_identity(d, row) for d, row in chosen}
        return True

    def _wanted(self, diagnostic: Diagnostic) -> tuple[Diagnostic, Fix] | None:
        row = fix_for(diagnostic, self.file.source)
        if row is None or _identity(diagnostic, row) in self.failed:
            return None
        key = _identity(diagnostic, row)
        if key not in self.asked:
            self.asked[key] = self.accept(row, self.file.source)
        return (diagnostic, row) if self.asked[key] else None

    def _try(self, chosen: Sequence[tuple[Diagnostic, Fix]]) -> bool:
        """Apply fixes together if all their findings go."""
        data = edited(self.data, [edit for _, row in chosen for edit in row.edits])
        file = self.check(data)
        if not _is_better(self.file, file, chosen):
            return False
        self.applied += [Applied(edit.span.line, row.what) for _, row in chosen for edit in _lines(row)]
        self.data, self.file = data, file
        return True


_ROUNDS: Final = 400
"""How often one file is checked; a file that YAML cannot parse shows one mistake at a time."""


def _identity(diagnostic: Diagnostic, row: Fix) -> tuple[str, str]:
    """What stays the same of a finding when other lines change."""
    return diagnostic.code, f"{row.what.en} {diagnostic.span.line}"


def _lines(row: Fix) -> list[Edit]:
    """One edit of each line."""
    return list({edit.span.line: edit for edit in row.edits}.values())


def _disjoint(wanted: Sequence[tuple[Diagnostic, Fix]]) -> list[tuple[Diagnostic, Fix]]:
    """Fixes whose edits share no line with an earlier one."""
    taken: set[int] = set()
    chosen = []
    for diagnostic, row in wanted:
        lines = {n for edit in row.edits for n in range(edit.span.line, edit.span.end_line + 1)}
        if not lines & taken:
            taken |= lines
            chosen.append((diagnostic, row))
    return chosen


def _is_better(before: LoadedFile, after: LoadedFile, chosen: Sequence[tuple[Diagnostic, Fix]]) -> bool:
    """True when the findings are gone and the rest is still read."""
    fixed = [d for d, _ in chosen]
    if not before.source.is_whole:
        fewer = len(after.diagnostics) < len(before.diagnostics) and _first(after) == _first(before)
        lines = {edit.span.line for _, row in chosen for edit in row.edits}
        respaced = {d.code for d in fixed} == {"Y06"} and all(
            d.code != "Y06" and d.span.line not in lines for d in after.diagnostics
        )
        bare = {d.code for d in fixed} <= {"Y35", "Y37"} and all(
            d.span.line not in lines for d in after.diagnostics
        )
        return after.source.is_whole or _first(after) > _first(before) or fewer or respaced or bare
    if not after.source.is_whole:
        return False
    left = {(d.code, d.span) for d in after.diagnostics}
    return all((d.code, d.span) not in left for d in fixed) and _unparsed(after) <= _unparsed(before)


def _first(file: LoadedFile) -> tuple[int, int, str]:
    """Place of the first error of the reader."""
    errors = (d for d in file.diagnostics if d.severity == "error" and d.code.startswith("Y"))
    return min(((d.span.line, d.span.column, d.code) for d in errors), default=(0, 0, ""))


def _unparsed(file: LoadedFile) -> set[str]:
    """Codes of what the reader could not understand."""
    return {d.code for d in file.diagnostics if d.code.startswith("Y") and d.severity == "error"}


def _with_codes(data: bytes) -> tuple[bytes, list[Applied]]:
    """Add the codes of named municipalities."""
    parsed = read(data, spellings())
    rows = list(missing_codes(parsed)) if parsed.source.root is not None else []
    if not rows:
        return data, []
    return edited(data, [edit for edit, _ in rows]), [Applied(edit.span.line, what) for edit, what in rows]


# ---------------------------------------------------------------- encodings


def _transcoded(data: bytes) -> tuple[bytes, list[Applied]]:
    """UTF-8 for the encodings of Notepad, where they are certain."""
    mark, rest = split_mark(data)
    if encoding := utf16_of(data):
        text, name = _decoded(data, encoding), "UTF-16"
    elif _is_windows_1252(rest):
        text, name = _decoded(rest, "cp1252"), "Windows-1252"
    elif MOJIBAKE_LETTERS.search(rest.decode(errors="replace")):
        text, name = _decoded(_once_less(rest.decode(errors="replace")), "utf-8"), "Windows-1252"
    else:
        return data, []
    what = Text(f"filen sparades som UTF-8 i stället för {name}", f"saved as UTF-8 instead of {name}")
    return (data, []) if text is None else (mark + text.encode(), [Applied(1, what)])


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _once_less(text: str) -> bytes:
    """Bytes of a text that was UTF-8 read as Windows-1252."""
    return b"".join(_byte(character) for character in text)


def _byte(character: str) -> bytes:
    for encoding in ("cp1252", "latin-1"):  # the second for the five bytes that the first leaves out
        with contextlib.suppress(UnicodeEncodeError):
            return character.encode(encoding)
    return character.encode()


def _is_windows_1252(data: bytes) -> bool:
    """True when Swedish letters make sense in no other encoding."""
    try:
        data.decode()
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
        others = set(re.sub(r"[\x00-\x7f]", "", text))
        return bool(others & set("åäöÅÄÖ")) and others <= set(_LETTERS)
    return False


_LETTERS: Final = "åäöÅÄÖéÉèüÜøØæÆ”“’‘–—…•§°½ \u00a0´·×»«"


# ---------------------------------------------------------------- what is left to the writer

_STRUCTURE: Final = Text(
    "Här går det att mena flera saker. Bara du vet vilken.",
    "This can mean several things. Only you know which.",
)
_CONTENT: Final = Text(
    "Svaret finns i ditt underlag, inte i filen. lofte hittar inte på något.",
    "The answer is in your sources, not in the file. lofte invents nothing.",
)
_CHOICE: Final = Text(
    "Inget av det som går att skriva är tillräckligt likt.", "Nothing that can be written is similar enough."
)
_BOTH: Final = Text(
    "Bara du vet vilken av uppgifterna som gäller.", "Only you know which of the two applies."
)
_WORDING: Final = Text(
    "Löftets ordalydelse ändras aldrig av lofte.", "lofte never changes the wording of a promise."
)
_FILE: Final = Text("Filen går inte att läsa som text.", "The file cannot be read as text.")
_NAMES: Final = Text(
    "Andra filer hänvisar med namnet. Byt det med: lofte rename GAMMALT NYTT",
    "Other files refer to the name. Change it with: lofte rename OLD NEW",
)

_FAMILIES: Final[Mapping[str, Text]] = {"Y": _STRUCTURE, "D": _CONTENT, "X": _CHOICE, "L": _CONTENT}
EXCEPTIONS: Final[Mapping[str, Text]] = {
    **dict.fromkeys(("Y01", "Y02", "Y03", "Y05", "Y33"), _FILE),
    **dict.fromkeys(("Y19", "Y22", "D16", "D18", "D22"), _BOTH),
    **dict.fromkeys(("D01", "D07", "D08", "D24", "D25", "D26", "D29"), _STRUCTURE),
    **dict.fromkeys(("D03", "D05", "D09"), _CHOICE),
    **dict.fromkeys(("Y32", "D21", "X05"), _NAMES),
    **dict.fromkeys(("X06", "X07"), _CONTENT),
    "Y04": _WORDING,
}


def reason_for(diagnostic: Diagnostic) -> Text:
    """Why `--fix` leaves a finding.

    Findings of rules are about what a promise says.
    """
    return EXCEPTIONS.get(diagnostic.code) or _FAMILIES.get(diagnostic.code[0], _WORDING)
