"""K06: residue of PDF extraction or OCR."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from medborgarlofte.language import word_lists
from medborgarlofte.language.word_lists import WordList
from medborgarlofte.model.kinds import KINDS
from medborgarlofte.rules.rule import Finding, Findings, Rule, RuleContext, Text, TextField, at_all_stages

_JOINED = re.compile(r"(?<![\w./@-])[A-ZÅÄÖ]?[a-zåäöé]{2,}[A-ZÅÄÖ]\w*")
_CAMEL = re.compile(r"(?:[A-ZÅÄÖ][a-zåäö]{2,}){2,}")
"""A name of an app or a company: TryggTestinge."""
_CAPITAL_INSIDE = re.compile(r"[a-zåäöé][A-ZÅÄÖ]")
"""What is in every joined word, and found much faster."""
_SPACE_BEFORE_STOP = re.compile(r"[ \u00a0](?<=\w.)[ \u00a0]*[.,;!?](?=\s|$)")
_EMPTY_BULLET = re.compile(r"^[ \t]*[-•*–][ \t]*$", re.MULTILINE)
_INITIALS = re.compile(
    r"^[ \t]*(?:[A-ZÅÄÖ]{1,2}\.?[ \t]*){2,4}(?:[A-ZÅÄÖ]\.[A-ZÅÄÖ]\.?)?[ \t]*$", re.MULTILINE
)
_INVISIBLE = re.compile("[\u200b\u200c\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad]")
_MARKUP = re.compile(
    r"</?(?:br|p|b|i|li|ul|div|span|strong|em)\b[^<>]*>|&(?:nbsp|amp|quot|[aouAOU](?:ring|uml));"
)
_TWIN_WORD = WordList([r"(och|att|som|för|med|till|den|det|av|på|är|en|ett|vi|ska) \1"])
_TRACES = (
    (_SPACE_BEFORE_STOP, Text("har mellanslag före skiljetecknet", "has a space before the punctuation")),
    (_EMPTY_BULLET, Text("är en tom punkt i en lista", "is an empty list item")),
    (_INITIALS, Text("ser ut som lösa initialer", "looks like stray initials")),
    (_INVISIBLE, Text("innehåller ett osynligt tecken", "contains an invisible character")),
    (_MARKUP, Text("är kod från en webbsida", "is code of a web page")),
    (_TWIN_WORD, Text("är skrivet två gånger", "is written twice")),
)


def check(context: RuleContext) -> Findings:
    misread = _misread(frozenset().union(*(field.analysis.vocabulary for field in context.text_fields)))
    for field in context.texts(
        "prose", "commitment", "area", "purpose", "heading", "line", "comment", "goal"
    ):
        for start, end, what, quote in (*_traces(field.analysis.plain), *_misread_in(field, misread)):
            line = " ".join(quote.split())
            message = Text(f"”{line}” {what.sv}.", f"“{line}” {what.en}.")
            yield Finding(RULE, field.route, {"message": message}, (start, end))


Hit = tuple[int, int, Text, str]


@lru_cache(maxsize=4096)
def _traces(text: str) -> tuple[Hit, ...]:
    """Traces in one text alone."""
    return (*_joined(text), *_wrong(text), *_other(text))


def _joined(text: str) -> Iterator[Hit]:
    """Two words without a space."""
    if _CAPITAL_INSIDE.search(text):
        for match in _JOINED.finditer(text):
            if not _is_brand(match[0]) and not _CAMEL.fullmatch(match[0]):
                yield *match.span(), _JOINED_WORD, match[0]


def _wrong(text: str) -> Iterator[Hit]:
    wrong, _ = word_lists.replacements("residue")
    for match in wrong.finditer(text):
        if not _JOINED.fullmatch(match[0]):
            yield *match.span(), _meant(_corrected(match[0], (match.lastindex or 1) - 1)), match[0]


def _corrected(word: str, entry: int) -> str:
    """The word with its stem corrected and its ending kept."""
    pattern: str
    right: str
    pattern, right = word_lists.table()["residue"]["replacements"][entry]
    stem = pattern.removesuffix(r"\w*")
    return right if stem == pattern else right.removesuffix("…") + word[len(stem) :]


def _other(text: str) -> Iterator[Hit]:
    for pattern, what in _TRACES:
        for match in list(pattern.finditer(text))[: 1 if pattern is _MARKUP else None]:
            quote = text[max(0, match.start() - 12) : match.end()].rsplit("\n", maxsplit=1)[-1].strip()
            yield *match.span(), what, quote or match[0].strip()


def _misread_in(field: TextField, misread: Mapping[str, str]) -> Iterator[Hit]:
    """Probable misreadings."""
    if not misread.keys().isdisjoint(field.analysis.vocabulary):
        for match in field.analysis.words:
            if meant := misread.get(match[0].lower()):
                yield *match.span(), _meant(meant), match[0]


def _meant(word: str) -> Text:
    return Text(f"ska nog vara ”{word}”", f"should probably be “{word}”")


def _misread(words: frozenset[str]) -> Mapping[str, str]:
    """Words with confusable letters and a correct twin elsewhere."""
    known = words | _FREQUENT
    return {word: meant for word in words for meant in _alike(word) if meant in known}


@lru_cache(maxsize=16_384)
def _alike(word: str) -> tuple[str, ...]:
    """What a word may be misread from, the most likely last."""
    pairs = (("li", "h"), ("vv", "w"), ("cl", "d"), ("m", "rn"), ("rn", "m"))
    if len(word) < 4 or word in _FREQUENT:
        return ()
    return tuple(word.replace(wrong, right, 1) for wrong, right in pairs if wrong in word)


def _is_brand(word: str) -> bool:
    brands = word_lists.table()["residue"]["brands"]
    return any(word.lower().startswith(brand.lower()) for brand in brands) or word.isupper()


_FREQUENT = frozenset([
    "under", "barnen", "barn", "kommunen", "kommun", "hem", "hemma", "samma", "som", "med", "även", "medan", "samt", "alla", "andra", "undan", "kunder", "lider",
])  # fmt: skip
_JOINED_WORD = Text("har en stor bokstav mitt i ordet", "has a capital letter inside the word")

RULE = Rule(
    code="K06",
    name="extraction-residue",
    scope=KINDS,
    stages=at_all_stages("warning", archive="info"),
    message=Text(
        "Texten har spår av inklistring eller skanning.",
        "The text has residue from pasting or scanning.",
    ),
    why=Text(
        "Sådant följer med när text klistras in från PDF eller skannas. Det stör läsningen och ser slarvigt ut.",
        "This happens when text is pasted from PDF or scanned. It disturbs the reader and looks careless.",
    ),
    help=Text(
        "Jämför med originalet och rätta. Om felet finns i originalet: behåll det och beskriv det i ”anmärkning” under ”källa”.",
        "Compare with the original and correct it. If the mistake is in the original: keep it and describe it in “anmärkning” under “källa”.",
    ),
    source="SOLV-P",
    bad="inledning: Löftet gäller hela 2024 .\n",
    good="inledning: Löftet gäller hela 2024.\n",
    check=check,
)
