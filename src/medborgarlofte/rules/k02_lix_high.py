"""K02: high readability index (LIX)."""

from medborgarlofte.i18n import Text
from medborgarlofte.language import word_lists
from medborgarlofte.language.fields import WORD
from medborgarlofte.model.agreement import Agreement
from medborgarlofte.model.promise import Promise
from medborgarlofte.rules.rule import Finding, Findings, Rule, RuleContext, Severity, TextField, when_live


def check(context: RuleContext) -> Findings:
    terms = {term.term.lower() for term in context.document.glossary}
    text_fields = list(context.texts("prose", "commitment", "area", "purpose", "heading", "line"))
    words = [word for field in text_fields for word in _words(field)]
    if terms:
        words = [word for word in words if word.lower() not in terms]
    if len(words) < word_lists.threshold("lix_words"):
        return
    value = lix(words, sum(len(p.analysis.sentences) for p in text_fields))
    if value > word_lists.threshold("lix_info"):
        severity: Severity = "warning" if value > word_lists.threshold("lix_warning") else "info"
        longest = max(text_fields, key=lambda field: len(field.text))
        yield Finding(RULE, longest.route[:1], {"lix": round(value)}, severity=severity, on_key=True)


def lix(words: list[str], sentence_count: int) -> float:
    """Words per sentence plus percentage of long words (Björnsson 1968)."""
    return len(words) / max(sentence_count, 1) + 100 * sum(len(word) > 6 for word in words) / len(words)


def _words(field: TextField) -> list[str]:
    """Words other than names."""
    opening = (WORD.match(field.text, start) for start, _ in field.analysis.sentences)
    return [
        *(word for word in WORD.findall(field.text) if not word[0].isupper()),
        *(found[0] for found in opening if found and found[0][0].isupper()),
    ]


RULE = Rule(
    code="K02",
    name="lix-high",
    scope=(Promise, Agreement),
    stages=when_live("warning"),
    message=Text(
        "Texten har läsbarhetsindex (lix) {lix}.", "The text has a readability index (LIX) of {lix}."
    ),
    why=Text(
        "En text med lix över 50 är svår, och över 55 är den tyngre än de flesta myndighetstexter. Lix är ett trubbigt mått: se det som en fingervisning.",
        "A text with a LIX above 50 is hard to read, and above 55 it is heavier than most official texts. LIX is a blunt measure: take it as a hint.",
    ),
    help=Text(
        "Korta de längsta meningarna och byt långa substantiv mot verb.",
        "Shorten the longest sentences and replace long nouns with verbs.",
    ),
    source="LIX-F, LIX-B, LIX-K; gränserna är lofte",
    bad="inledning: |\n"
    + "  Myndighetsgemensamma brottsförebyggande insatser planläggs kontinuerligt inom samverkansorganisationens verksamhetsområde, varvid uppföljningsresultaten sammanställs.\n"
    * 10,
    good="inledning: |\n"
    + "  Vi går ut på kvällarna. Vi pratar med unga på torget. Vi ringer hem när någon mår dåligt.\n" * 6,
    check=check,
)
