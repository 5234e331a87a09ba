"""M02: ”verka för”, ”arbeta med” and other verbs that are always true."""

import re
from collections.abc import Iterator

from medborgarlofte.i18n import Text
from medborgarlofte.language.measurable import commitment_passages, is_measured
from medborgarlofte.language.word_lists import LEXICON
from medborgarlofte.model.promise import Promise
from medborgarlofte.rules.rule import Rule, RuleContext, excerpt, when_live
from medborgarlofte.source.finding import Finding

_SUBORDINATE = re.compile(r"\b(som|att|där|vilk[ae]t?|vars|medan|innan|när|eftersom|om)\b", re.IGNORECASE)
_MAIN_ATT = re.compile(
    r"\b(kommer|avser|lovar|ska|åtar sig|försöka|fortsätter|fortsätta|har för avsikt|planerar)(\s+\w+){0,4}?\s+att\b",
    re.IGNORECASE,
)


def check(context: RuleContext) -> Iterator[Finding]:
    promise = context.document
    for index, field in commitment_passages(promise, context.text_fields).items():
        commitment = promise.commitments[index]
        if is_measured(promise, commitment, field):
            continue
        found = main_verb(field.plain, field.sentences)
        if found:
            values = {
                "id": commitment.id,
                "said": " ".join(found[0].split()),
                "text": excerpt(commitment.text),
            }
            yield Finding(RULE, field.route, values, found.span())


def main_verb(text: str, sentences: tuple[tuple[int, int], ...]) -> re.Match[str] | None:
    """The first vague verb that is not inside a clause: ”en metod som utvecklar” has none."""
    pattern = LEXICON.pattern("vague_verbs")
    for start, end in sentences:
        for found in pattern.finditer(text, start, end):
            before = re.sub(
                r"^\W*att\b", " ", _MAIN_ATT.sub(" ", text[start : found.start()]), flags=re.IGNORECASE
            )
            if not _SUBORDINATE.search(before):
                return found
    return None


RULE = Rule(
    code="M02",
    name="vague-verb",
    scope=(Promise,),
    stages=when_live("warning"),
    message=Text(
        "{id} lovar att ”{said}”, men det går inte att se när det är gjort.",
        "{id} promises to “{said}”, but it cannot be seen when that is done.",
    ),
    why=Text(
        "Att arbeta med, utveckla eller verka för något stämmer alltid. Invånare och journalister kan inte svara ja eller nej.",
        "Working with, developing or striving for something is always true. Residents and journalists cannot answer yes or no.",
    ),
    help=Text(
        "Säg vad någon ska göra: vem, vad, var, hur många eller hur ofta, till när.",
        "Say what somebody will do: who, what, where, how many or how often, by when.",
    ),
    source="LULEA, DS16",
    bad="åtaganden:\n  - id: K2\n    text: Vi ska verka för ökad trygghet i Stadsparken.\n    mål:\n    senast:\n    mål_saknas: Parken byggs om.\n",
    good="åtaganden:\n  - id: K2\n    text: Vi byter 40 lampor i Stadsparken före den 1 november.\n",
    check=check,
)
