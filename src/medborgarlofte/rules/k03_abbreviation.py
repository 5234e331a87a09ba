"""K03: unexplained or misspelt abbreviation."""

import re
from functools import cache, lru_cache

from medborgarlofte.language import word_lists
from medborgarlofte.language.classes import classify
from medborgarlofte.model.agreement import Agreement
from medborgarlofte.model.promise import Promise
from medborgarlofte.rules.rule import Finding, Findings, Rule, RuleContext, Text, TextField, when_live
from medborgarlofte.swedish import fold

_CAPITALS = re.compile(r"([A-ZÅÄÖ](?<![\w.-].)[A-ZÅÄÖ]{1,5})(?=s?\b|-)(?!\w|\.\w)")


def check(context: RuleContext) -> Findings:
    glossary = {term.term.strip() for term in context.document.glossary}
    known = set(word_lists.table()["known_abbreviations"]["words"]) | glossary
    text_fields = list(context.texts("prose", "commitment", "area", "heading", "purpose", "goal", "line"))
    reported: set[str] = set()
    whole = "\n".join(field.text for field in text_fields)

    @cache
    def elsewhere(word: str) -> str | None:
        return _elsewhere(whole, word)

    for field in text_fields:
        for match in _CAPITALS.finditer(field.analysis.plain):
            word = match[1]
            if word in reported or _is_shouted(field, match):
                continue
            expansion = _expansion(field.text, match.start(1), match.end(1)) or elsewhere(word)
            if expansion is None and (word in known or _is_emphasised(word)):
                continue
            reported.add(word)
            wrong = expansion is not None and _missing_words(word, expansion)
            if wrong:
                what = Text(
                    f"”{word}” skrivs ut som ”{expansion}”. Där saknas {', '.join(wrong)}.",
                    f"“{word}” is written out as “{expansion}”, which lacks {', '.join(wrong)}.",
                )
                yield Finding(RULE, field.route, {"message": what}, match.span(1), severity="error")
            elif expansion is None:
                yield Finding(
                    RULE,
                    field.route,
                    {"message": Text(f"”{word}” förklaras inte.", f"“{word}” is not explained.")},
                    match.span(1),
                )


def _is_shouted(field: TextField, match: re.Match[str]) -> bool:
    """True for a sentence in capitals or an emphasised word."""
    start, end = field.sentence_at(match.start(1))
    if _is_in_capitals(field.text[start:end]):
        return True
    if len(match[1]) > 5 and match[1] not in word_lists.table()["expansions"]:
        return True  # a word for emphasis rather than an abbreviation
    text = field.text
    before = re.search(r"\b([A-ZÅÄÖ]{3,})\s+$", text[max(0, match.start(1) - _NEAR) : match.start(1)])
    after = re.match(r"\s+([A-ZÅÄÖ]{3,})\b", text[match.end(1) : match.end(1) + _NEAR])
    return any(beside and max(len(beside[1]), len(match[1])) > 4 for beside in (before, after))


def _is_emphasised(word: str) -> bool:
    """True for a function word: “INTE”."""
    plain, table = word.lower(), word_lists.table()
    known = classify(plain)
    is_function = (known.name != "NOUN" and not known.unit) or plain in table["stop_words"]["words"]
    return is_function and word not in table["expansions"]


_NEAR = 60
"""Distance in characters to the word before or after."""


@lru_cache(maxsize=64)
def _is_in_capitals(sentence: str) -> bool:
    letters = [c for c in sentence if c.isalpha()]
    return sum(c.isupper() for c in letters) > len(letters) * 0.6 and len(letters) > 8


def _expansion(text: str, start: int, end: int) -> str | None:
    """Expansion beside an abbreviation: ”SSPF (skola, …)”."""
    if after := re.match(r"[\w-]*\s*\(([^)]{4,160})\)", text[end : end + 240]):
        return after[1]
    if text[end : end + 1] == ")" and text[start - 1 : start] == "(":
        return text[max(0, start - 90) : start - 1].rsplit(".", 1)[-1].strip()
    if text[end : end + 1] in (",", ".") and (
        named := re.search(r"(\w[\w-]+(?: \w+){0,4}), $", text[max(0, start - 160) : start])
    ):
        return named[1]
    if dash := re.match(r"[\w-]*\s+[–-]\s+((?:\w+[ ,]*){2,12})", text[end : end + 240]):
        return dash[1]
    if means := re.match(
        r",?\s+(?:det vill säga|dvs\.?|som (?:betyder|står för)|står för|betyder)\s+([^.;]{6,120})",
        text[end : end + 240],
    ):
        return means[1]
    return None


def _elsewhere(whole: str, word: str) -> str | None:
    """Expansion elsewhere in the document."""
    for match in re.finditer(rf"(?<![\w.-]){word}(?!\w|\.\w)", whole):
        if expansion := _expansion(whole, match.start(), match.end()):
            return expansion
    return None


def _missing_words(word: str, expansion: str) -> list[str]:
    wanted = word_lists.table()["expansions"].get(word, [])
    given = fold(expansion)
    return [w.split("|")[0] for w in wanted if not any(fold(choice) in given for choice in w.split("|"))]


RULE = Rule(
    code="K03",
    name="abbreviation",
    scope=(Promise, Agreement),
    stages=when_live("warning"),
    message=Text(
        "En förkortning förklaras inte.",
        "An abbreviation is not explained.",
    ),
    why=Text(
        "En förkortning som är självklar för er kan vara obegriplig för den som läser löftet för första gången.",
        "An abbreviation that is obvious to you may mean nothing to those who read the promise for the first time.",
    ),
    help=Text(
        "Skriv ut den första gången, med förkortningen inom parentes, eller förklara den under ”ordlista”.",
        "Write it out the first time, with the abbreviation in parentheses, or explain it under “ordlista”.",
    ),
    source="TVV, ISOF11",
    bad="inledning: Vi arbetar enligt SSPF sedan 2019.\n",
    good="inledning: Skola, socialtjänst, polis och fritid (SSPF) samarbetar sedan 2019.\n",
    check=check,
)
