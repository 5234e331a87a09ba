"""Fixes of single keys and values."""

import re
from collections.abc import Mapping
from typing import Final

from medborgarlofte.diagnostic import Diagnostic
from medborgarlofte.drafting.fix import Fix, Fixer, on_line, replaced, written
from medborgarlofte.i18n import Text
from medborgarlofte.numerals import NUMBER_WORDS
from medborgarlofte.source.reader import Source
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
    "j": "ja",
    "y": "ja",
    "n": "nej",
    "ja": "ja",
    "nej": "nej",
    "sant": "ja",
    "falskt": "nej",
    "x": "ja",
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
