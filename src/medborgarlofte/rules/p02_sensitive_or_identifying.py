"""P02: identity number, or an identifiable small group.

The patterns are its own: names, addresses and identity numbers are no expressions, and “en ungdom” is no count.
"""

import re
from functools import lru_cache

from medborgarlofte.model.kinds import KINDS
from medborgarlofte.rules.rule import Finding, Findings, Rule, RuleContext, Text, at_all_stages

_IDENTITY = re.compile(
    r"(?<!\d)(?:19|20)?\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])[-+]\d{4}(?!\d)"
    r"|(?<!\d)(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{4}(?!\d)"
)
_LIKE_IDENTITY = re.compile(r"\d\d{5}(?:\d\d)?[-+]?\d{4}")
"""What is in every identity number, and found much faster: a digit and then digits."""
_FEW = r"(?:en|ett|två|tre|fyra|[1-4])"
_GROUP = r"(?:\w*(?:ungdom|flick|pojk|kill|tjej|elev|barn|person|män|kvinn|famil|ungar|individ|syskon|bröder|missbrukar|gärningsm)\w*|man)"
_SUSPECT = r"(?:misstänk\w*|misstanke|döm[ds]\w*|dömt|häkta\w*|grip\w*|omhänderta\w*|åtal\w*|missbruk\w*|beroende\w*|psykisk\w*|sjuk\w*|brottsoffer|utsatt\w*|utsätt\w*|misshandl\w*|våldta\w*|säljer|sålt|langa\w*|narkotik\w*|droger|stulit|stöld\w*|snatta\w*|rån\w*|kriminel\w*|orosanmäl\w*|vård\w*|diagnos\w*|självmord\w*|depression\w*|ångest\w*|psykos\w*|adhd|autis\w*|slog sönder|slagit|stal|hota[dt]e?\w*|knivh\w+|råna\w*|skadegör\w*)"
_ANY_GROUP, _ANY_SUSPECT = re.compile(rf"\b{_GROUP}", re.IGNORECASE), re.compile(_SUSPECT, re.IGNORECASE)
_STEMS = tuple(dict.fromkeys(re.findall(r"(?:^|[(|:])([a-zåäö]{3,})", _SUSPECT)))
"""What the words of _SUSPECT begin with; a text without any of them is never about a suspect."""
_INSIDE = re.compile(r"\s(?:[A-ZÅÄÖ]|\d)")
"""A capital or a number inside the sentence, as in every place, address and full name; found much faster."""
# A pattern that begins with a class of characters is looked for ten times as fast, so what must not stand before comes after.
_ADDRESS = r"[A-ZÅÄÖ](?<!\w.)\w+(?:gatan|vägen|stigen|gränd|torget|allén|backen|plan)\s+\d+"
_FEW_PEOPLE = re.compile(rf"\b(?i:{_FEW})(?:\s+\w+){{0,2}}\s+(?i:{_GROUP})\b")
_PLACE = re.compile(r"(?i:\b(?:på|i|vid|från|hos))\s+(?:byn |stadsdelen |kvarteret |området )?[A-ZÅÄÖ]\w+")
_STREET = re.compile(_ADDRESS)
_NAME = r"[A-ZÅÄÖ](?<!\w.)(?<![.!?–-] .)[a-zåäöé]+\s+[A-ZÅÄÖ][a-zåäöé]+(?:son|sson|berg|gren|ström|qvist|kvist|lund|man|dotter|dahl|holm|feldt|mark|stedt|ell|én|in|us|ic|ovic|i|a|e|o)?"
_NAMED = re.compile(rf"({_NAME})\b(?=[^.!?]{{0,80}}(?i:\b{_SUSPECT}))")
_QUOTING = re.compile(r"\b(säger|menar|berättar|förklarar|enligt)\b")
_NOT_NAMES = re.compile(
    r"\b(kommun|polis|lokalpolisområde|brå|gymnasium|skola|park|torg|station|centrum|förening|rådet|lagen|förvaltning|if|bk|ab|bostäder|kyrka|socialtjänst\w*)\b",
    re.IGNORECASE,
)
_FIRST_OF_A_PLACE_OR_GROUP = re.compile(
    r"(?:gamla|nya|norra|södra|västra|östra|stora|lilla|övre|nedre|inre|yttre|centrala|röda|rädda|svenska|unga|äldre|fri|fria|"
    r"trygg|trygga|säker|säkra|säkrare|mobila|hela|nära|våga|öppna|vita|blå|gröna|första|andra|nationella|lokala|regionala|"
    r"sociala|kommunala|goda|bättre|stoppa|barnens|polisens|kommunens|sveriges|i|på|vid|mot|för|från|hos|inom|om|till|under|med|"
    r"över|och|enligt|måndag\w*|tisdag\w*|onsdag\w*|torsdag\w*|fredag\w*|lördag\w*|söndag\w*)|[^\W\d_]{5,}(?:[^ab]et|en|ion|hus|jour)",
    re.IGNORECASE,
)
"""A first word that names a place, a group or a campaign: “Gamla Stan”, “Kvinnojouren Ada”, “Projektet Fri”."""
_LAST_OF_A_PLACE_OR_GROUP = re.compile(
    r"\w*(?:gatan|vägen|torget|parken|skolan|gården|området|hamnen|kyrkan|stan|stad|götaland|bygden|berget|dalen|ängen|backen|"
    r"stranden|stationen|gymnasiet|centret|huset|teamet|korset|barnen|relationer|sikt|örnar|ungdom|hemma)",
    re.IGNORECASE,
)
_SURNAME = re.compile(
    r"\w*(?:son|sen|berg|gren|ström|qvist|kvist|lund|man|dotter|dahl|holm|feldt|mark|stedt|ell|én|in|us|ic|i|a|e|o|z)"
)
"""The endings of surnames: at the start of a sentence the capital of the first word says nothing."""


def check(context: RuleContext) -> Findings:
    signers = {signature.name for signature in context.document.signatures}
    for field in context.texts("prose", "commitment", "area", "line", "comment", "purpose", "heading"):
        if _LIKE_IDENTITY.search(field.text):
            for match in _IDENTITY.finditer(field.text):
                yield Finding(RULE, field.route, {"message": _NUMBER}, match.span())
        if not any(map(_is_of_suspects, field.analysis.vocabulary)):
            continue
        for start, end in field.analysis.sentences:
            sentence = field.analysis.plain[start:end]
            if _INSIDE.search(sentence):
                yield from _few(field.route, sentence, start)
                yield from _named(field.route, field.analysis.plain, sentence, start, signers)


@lru_cache(maxsize=16_384)
def _is_of_suspects(word: str) -> bool:
    return any(map(word.__contains__, _STEMS))


def _few(route: tuple[str | int, ...], sentence: str, start: int) -> Findings:
    match = _FEW_PEOPLE.search(sentence) if _PLACE.search(sentence) else None
    if match is None and (street := _STREET.search(sentence)) and _ANY_GROUP.search(sentence):
        match = street
    if match and _ANY_SUSPECT.search(sentence):  # asked last, since it takes longest
        yield Finding(RULE, route, {"message": _RECOGNISED}, (start + match.start(), start + match.end()))


def _named(
    route: tuple[str | int, ...], text: str, sentence: str, start: int, signers: set[str | None]
) -> Findings:
    for match in _NAMED.finditer(sentence):
        if re.match(r"\s*[–-]", sentence) or _QUOTING.search(sentence):
            return
        name = match[1]
        # A first word with a capital is no name by itself; a title before or after makes it an official's.
        after = text[start + match.end(1) : start + match.end(1) + 40]
        if (
            name in signers
            or _NOT_NAMES.search(name)
            or _is_of_a_place_or_group(name, starts=match.start(1) == 0)
            or re.match(
                r"\s*(?:\([A-ZÅÄÖ]+\)|,\s*(?:\w+\s)?\w*(?:chef|polis|samordnare|ordförande|strateg|koordinator|råd|handläggare))",
                after,
            )
        ):
            continue
        yield Finding(RULE, route, {"message": _TIED}, (start + match.start(1), start + match.end(1)))
        return


def _is_of_a_place_or_group(name: str, *, starts: bool) -> bool:
    """True for two words with capitals that are no person's name."""
    first, _, last = name.partition(" ")
    if _FIRST_OF_A_PLACE_OR_GROUP.fullmatch(first) or _LAST_OF_A_PLACE_OR_GROUP.fullmatch(last):
        return True
    return starts and not _SURNAME.fullmatch(last)


_NUMBER = Text(
    "Texten ser ut att innehålla ett personnummer.", "The text seems to contain a personal identity number."
)
_RECOGNISED = Text(
    "Så få personer på en så liten plats kan kännas igen.",
    "So few people in such a small place can be recognised.",
)
_TIED = Text(
    "En namngiven person kopplas till brott eller ohälsa.", "A named person is linked to crime or ill health."
)

RULE = Rule(
    code="P02",
    name="sensitive-or-identifying",
    scope=KINDS,
    stages=at_all_stages("error", archive="error"),
    message=Text(
        "Texten kan peka ut en person.",
        "The text may identify a person.",
    ),
    why=Text(
        "Känsliga personuppgifter får aldrig publiceras, och sekretess kan gälla.",
        "Sensitive personal data must never be published, and confidentiality may apply.",
    ),
    help=Text(
        "Skriv om texten utan antal, adress och namn: ”ungdomar i centrum”. Om den redan är publicerad: kontakta dataskyddsombudet.",
        "Rewrite the text without numbers, addresses and names: “ungdomar i centrum”. If it has already been published: contact the data protection officer.",
    ),
    source="SKR-PUL, TF 2 kap. 2 §; gränsen är lofte",
    bad="lägesbild: Tre ungdomar på Storgatan 4 misstänks för skadegörelse.\n",
    good="lägesbild: Skadegörelse förekommer i centrum. Antal redovisas inte.\n",
    check=check,
)
