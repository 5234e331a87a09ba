"""Fixes of single keys and values, and of whole files."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from medborgarlofte.diagnostic import Diagnostic
from medborgarlofte.drafting.fix import Fix, Fixer, on_line, replaced, written
from medborgarlofte.i18n import Text
from medborgarlofte.model.kinds import spellings
from medborgarlofte.model.municipalities import by_name
from medborgarlofte.numerals import NUMBER_WORDS
from medborgarlofte.source.editing import Edit, lines_of, new_key
from medborgarlofte.source.files import INVISIBLE, split_mark
from medborgarlofte.source.finding import Finding
from medborgarlofte.source.positions import Node, Span
from medborgarlofte.source.reader import ParsedYaml, Source, read
from medborgarlofte.source.writing import scalar
from medborgarlofte.suggestions import closest_match

NEAR: Final = 0.8
"""Similarity (0–1) from which a misspelt word has one likely meaning."""


def value_spelling(diagnostic: Diagnostic, source: Source) -> Fix | None:
    """Choices and ids in canonical spelling."""
    return _value(diagnostic, source, str(diagnostic.values["real"]))


def curly_quotes(diagnostic: Diagnostic, source: Source) -> Fix | None:
    plain = scalar(str(diagnostic.values["plain"]))
    what = Text(f"böjda citattecken runt {plain} togs bort", f"curly quotes around {plain} removed")
    return _value(diagnostic, source, plain, what, certain=diagnostic.severity == "error")


def date_form(diagnostic: Diagnostic, _source: Source) -> Fix | None:
    """Unambiguous dates in ISO form."""
    if not diagnostic.values.get("certain"):
        return None
    date = str(diagnostic.values["example"])
    span = diagnostic.span
    if span.line != span.end_line:
        return None
    return replaced(span, date, Text(f"datumet skrivs {date}", f"the date is written {date}"))


def decimal_comma(diagnostic: Diagnostic, source: Source) -> Fix | None:
    span, example = diagnostic.span, str(diagnostic.values["example"])
    key, _, value = example.partition(": ")
    parts = re.split(r"\s*,\s*", str(diagnostic.values["written"]))
    number = r"\s*,\s*".join(re.escape(part) for part in parts)
    found = re.compile(rf"(:\s*)\[?\s*{number}\s*(?:\])?(?=[\s,}}\]]|$)").search(
        source.lines[span.line - 1], span.column - 1
    )
    if found is None or span.line != span.end_line:
        return None
    bracket = "]" if found[0].endswith("]") and not found[0].lstrip(": ").startswith("[") else ""
    return Fix(
        Text(f"{key} skrivs {value}", f"{key} is written {value}"),
        (on_line(span.line, found.end(1), found.end(), value + bracket),),
    )


def yes_no(diagnostic: Diagnostic, source: Source) -> Fix | None:
    real = _YES_NO.get(str(diagnostic.values["value"]).strip(" .").lower())
    return _value(diagnostic, source, real) if real else None


_YES_NO: Final = {
    **dict.fromkeys(("j", "y", "ja", "sant", "x"), "ja"),
    **dict.fromkeys(("n", "nej", "falskt"), "nej"),
}


def in_words(diagnostic: Diagnostic, source: Source) -> Fix | None:
    """Target or measurement as keys, where the whole text was understood."""
    example = diagnostic.values["example"]
    pair = re.fullmatch(r"”[^:]+: (\{.*\})”", example.sv if isinstance(example, Text) else str(example))
    return _value(diagnostic, source, pair[1], certain=False) if pair else None


def number_word(diagnostic: Diagnostic, source: Source) -> Fix | None:
    number = NUMBER_WORDS.get(str(diagnostic.values["value"]).strip().lower())
    return None if number is None else _value(diagnostic, source, str(number), certain=False)


def address(diagnostic: Diagnostic, source: Source) -> Fix | None:
    meant = str(diagnostic.values["example"])
    is_same = meant == f"https://{str(diagnostic.values['value']).strip()}"
    return _value(diagnostic, source, meant, certain=False) if is_same else None


def unknown_key(diagnostic: Diagnostic, source: Source) -> Fix | None:
    """Misspelt key with one likely meaning."""
    key, meant = str(diagnostic.values["key"]), diagnostic.values.get("key_meant")
    if not isinstance(meant, str) or not _is_near(key, meant) or key[0] in "+-":
        return None  # lines of a patch: only the writer knows which applies
    shown = written(source, diagnostic.span)
    if shown is None or shown.strip("\"'") != key:
        return None
    what = Text(f"nyckeln ”{key}” stavas ”{meant}”", f"the key “{key}” is spelled “{meant}”")
    return replaced(diagnostic.span, meant, what, certain=False)


def misspelt(diagnostic: Diagnostic, source: Source) -> Fix | None:
    """Misspelt choice or id with one likely meaning."""
    values = diagnostic.values
    real, name = values.get("real"), str(values.get("id") or values.get("value") or values.get("kind"))
    if not isinstance(real, str) or not (_is_near(name, real) or _is_near(name, real.rpartition("#")[2])):
        return None
    what = Text(f"”{name}” stavas ”{real}”", f"“{name}” is spelled “{real}”")
    return _value(diagnostic, source, real, what, certain=False)


def _is_near(word: str, meant: str) -> bool:
    """True for a slip of letters; other digits are another year or number."""
    same_digits = re.findall(r"\d+", word) == re.findall(r"\d+", meant)
    return same_digits and closest_match(word, [meant], NEAR) is not None


def _value(
    diagnostic: Diagnostic, source: Source, value: str, what: Text | None = None, *, certain: bool = True
) -> Fix | None:
    """Replace a value on one line, keeping its quotation marks."""
    shown = written(source, diagnostic.span)
    if not shown or shown[0] in "|>{[":
        return None
    quote = shown[0] if shown[0] in "\"'" and value[0] not in "\"'{[" else ""
    what = what or Text(f"värdet skrivs ”{value}”", f"the value is written “{value}”")
    span = diagnostic.span._replace(end_column=diagnostic.span.column + len(shown.rstrip()))
    return replaced(span, f"{quote}{value}{quote}", what, certain=certain)


def several(diagnostic: Diagnostic, source: Source) -> Fix | None:
    """List of the ids that were written in one text."""
    real = diagnostic.values.get("real")
    return _value(diagnostic, source, real, certain=False) if isinstance(real, str) else None


FIXERS: Final[Mapping[str, Fixer]] = {
    "D03": misspelt,
    "D05": unknown_key,
    "D09": misspelt,
    "D11": date_form,
    "D12": number_word,
    "D13": yes_no,
    "D14": address,
    "D21": several,
    "D24": curly_quotes,
    "D25": value_spelling,
    "D26": decimal_comma,
    "D28": in_words,
    "X01": misspelt,
    "X02": misspelt,
    "X04": misspelt,
}


class Applied(NamedTuple):
    """Change of one line and its description."""

    line: int
    what: Text


def tidy(data: bytes) -> tuple[bytes, list[Applied]]:
    """File without invisible characters and trailing spaces.

    A change with side effects on the parsed value is skipped. A file that cannot be parsed is unchanged.
    """
    parsed = read(data, spellings())
    if parsed.source.root is None or any(finding.notice.code == "Y04" for finding in parsed.findings):
        return data, []
    mark, rest = split_mark(data)
    lines = lines_of(rest.decode())
    applied: list[Applied] = []
    kept = _lines_of_texts(parsed.source.root) | _lines_after_errors(parsed.findings, len(lines))
    for change, what in ((_seen, _SEEN), (_composed, _COMPOSED), (_bare, _BARE)):
        lines = _tidy(lines, change, what, kept if change is _bare else set(), applied)
    return mark + "".join(lines).encode(), applied


def missing_codes(parsed: ParsedYaml) -> Iterator[tuple[Edit, Text]]:
    """Edits that add the codes of named municipalities."""
    parties = parsed.value.get("parter") if isinstance(parsed.value, dict) else None
    for index, party in enumerate(parties if isinstance(parties, list) else []):
        if not isinstance(party, dict) or party.get("typ") != "kommun" or "kommunkod" in party:
            continue
        known = by_name(party["namn"]) if isinstance(party.get("namn"), str) else None
        if known is None:
            continue
        edit = new_key(parsed.source, ("parter", index), "namn", f'kommunkod: "{known.code}"')
        if edit:
            yield (
                edit,
                Text(f"kommunkod {known.code} för {known.name}", f"the code {known.code} of {known.name}"),
            )


def _seen(line: str) -> str:
    return INVISIBLE.sub("", line)


def _composed(line: str) -> str:
    return unicodedata.normalize("NFC", line)


def _bare(line: str) -> str:
    body = line.rstrip("\r\n")
    return body.rstrip(" \t") + line[len(body) :]


def _tidy(
    lines: list[str], change: Callable[[str], str], what: Text, kept: set[int], applied: list[Applied]
) -> list[str]:
    """Apply a line fix wherever the parsed value stays equal."""
    wanted = [(n, change(line)) for n, line in enumerate(lines) if n + 1 not in kept and change(line) != line]
    if not wanted:
        return lines
    before = _plain(read("".join(lines).encode(), spellings()).value)
    chosen: dict[int, str] = {}
    waiting, tries = [wanted], 0
    while waiting and tries < _TRIES:
        part, tries = waiting.pop(), tries + 1
        if _reads_as(before, lines, {**chosen, **dict(part)}):
            chosen |= dict(part)
        elif len(part) > 1:
            middle = len(part) // 2
            waiting += [part[middle:], part[:middle]]
    applied += [Applied(number + 1, what) for number in chosen]
    return [chosen.get(number, line) for number, line in enumerate(lines)]


_TRIES: Final = 200
"""How often a file is read to find the lines that must stay; those not found by then stay too."""


def _reads_as(before: Any, lines: list[str], changed: Mapping[int, str]) -> bool:
    """True if both parse alike, invisible characters aside."""
    after = read("".join(changed.get(n, line) for n, line in enumerate(lines)).encode(), spellings())
    return after.source.root is not None and before == _plain(after.value)


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return [(_plain(key), _plain(part)) for key, part in value.items()]  # two keys may become one
    if isinstance(value, list):
        return [_plain(part) for part in value]
    return unicodedata.normalize("NFC", INVISIBLE.sub("", value)) if isinstance(value, str) else value


_SEEN: Final = Text("ett osynligt tecken togs bort", "an invisible character was removed")
_COMPOSED: Final = Text("å, ä och ö skrivs som ett tecken (NFC)", "å, ä and ö written as one character (NFC)")
_BARE: Final = Text("mellanslag i radens slut togs bort", "spaces at the end of the line were removed")


def _lines_of_texts(node: Node) -> set[int]:
    """Lines of block scalars, where trailing space may matter."""
    numbers: set[int] = set()
    if node.items is None:
        if node.span.end_line > node.span.line:
            last = node.span.end_line - (node.span.end_column == 1)  # a block ends where the next line begins
            numbers.update(range(node.span.line + (node.style in ("|", ">")), last + 1))
        return numbers
    for below in node.items.values():
        numbers |= _lines_of_texts(below)
    return numbers


def _lines_after_errors(findings: list[Finding], count: int) -> set[int]:
    """Lines that were skipped, and may hold texts with meaningful spaces."""
    errors = [f.place.line for f in findings if f.severity != "info" and isinstance(f.place, Span)]
    return set(range(min(errors) + 1, count + 1)) if errors else set()
