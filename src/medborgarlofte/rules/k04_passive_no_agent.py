"""K04: passive without an agent or party."""

import re

from medborgarlofte.language.word_lists import LEXICON
from medborgarlofte.rules.rule import Finding, Findings, Rule, RuleContext, Text, when_live

_AGENT = re.compile(r"\bav\s+(?!vilka|dem|de|dessa)(?:\w+\s+){0,2}\w+", re.IGNORECASE)
_GENERAL = re.compile(
    r"\b(?:(?:ska|skall|kan|bör|får|kommer att)\s+(?:\w+\s+){0,2}?(?P<verb>\w{3,}as)|\w{3,}eras|används|röjs|målas|rensas|städas)\b",
    re.IGNORECASE,
)
_DEPONENT = re.compile(
    r"(träff|saml|lyck|hopp|vist|triv|syn|känn|finn|möt|hjälp|tur|and|deltag|umgå|enas|behöv|skill)as$",
    re.IGNORECASE,
)


def check(context: RuleContext) -> Findings:
    for commitment, field in context.commitment_texts:
        if commitment.parties:
            continue
        known, general = LEXICON.pattern("passive"), _GENERAL
        for match in (*known.finditer(field.plain), *general.finditer(field.plain)):
            if _DEPONENT.search(match[0]):
                continue
            _, end = field.sentence_at(match.start())
            if not _AGENT.search(field.plain[match.end() : end]):
                yield Finding(RULE, field.route, {"quote": match[0]}, match.span())
                break


RULE = Rule(
    code="K04",
    name="passive-no-agent",
    stages=when_live("info"),
    message=Text("Det står inte vem som gör det: ”{quote}”.", "It does not say who does it: “{quote}”."),
    why=Text(
        "Invånarna vill veta vem de kan vända sig till.", "Residents want to know whom they can turn to."
    ),
    help=Text(
        "Skriv vem som gör det: ”Områdespolisen besöker …”. Eller ange ”part”.",
        "Say who does it: “Områdespolisen besöker …”. Or give “part”.",
    ),
    source="TVV",
    bad="endast_polisen: ja\nåtaganden:\n  - id: K1\n    part:\n    text: Trygghetsvandringar genomförs två gånger per år.\n",
    good="endast_polisen: ja\nåtaganden:\n  - id: K1\n    part: kommunen\n    text: Kommunen ordnar två trygghetsvandringar per år.\n",
    check=check,
)
