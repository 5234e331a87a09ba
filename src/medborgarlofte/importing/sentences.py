"""Sentences, and whether one promises something."""

import re
from typing import Final

from medborgarlofte.importing.agents import promisor, says_we

_ABBREVIATIONS: Final = re.compile(
    r"\b(?:bl\.\s?a|t\.\s?ex|m\.\s?fl|m\.\s?m|d\.\s?v\.\s?s|dvs|s\.\s?k|f\.\s?d|kl|ca|c:a|nr|tel|resp|inkl|fr\.\s?o\.\s?m|t\.\s?o\.\s?m|p\.\s?g\.\s?a|osv|o\.\s?s\.\s?v|ev|etc|max|min|st|jan|feb|aug|sept|okt|nov|dec|dnr|kap|prop)\.$",
    re.IGNORECASE,
)


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph, verbatim."""
    made: list[str] = []
    start = 0
    for found in re.finditer(r"[.!?][”\"')]?\s+(?=[A-ZÅÄÖ0-9”\"–-])", text):
        head = text[start : found.start() + 1]
        if _ABBREVIATIONS.search(head) or (
            re.search(r"\b\d{1,2}\.$", head) and re.match(r"[a-zåäö]", text[found.end() :])
        ):
            continue
        made.append(text[start : found.end()].strip())
        start = found.end()
    if text[start:].strip():
        made.append(text[start:].strip())
    return made


_PERFORMATIVE: Final = re.compile(
    r"\b(?:lovar|åtar|förbinder|utlovar|garanterar|har lovat|har åtagit)\b", re.IGNORECASE
)
_FUTURE: Final = re.compile(r"\b(?:ska|skall|kommer(?: \w+){0,6}? att|skulle)\b", re.IGNORECASE)
_PAST: Final = re.compile(
    r"\b(?:var|hade|blev|fick|gick|kom|gjorde|gav|tog|såg|sa|sade|skrev|stod|låg|satt|fanns|höll|hölls|gjordes|togs|lades|drog|valde|ställde|\w{2,}(?:ades?|ddes?|[^aeiouyåäö]tes?))\b",
    re.IGNORECASE,
)
_STATE: Final = re.compile(
    r"\b(?:är|handlar|gäller|ingår|består|bygger på|bygger vidare|består|betyder|innebär|omfattar|syftar|heter|ligger|har (?:redan|sedan|därför))\b|\bhar\b(?:\s+[\w-]+){0,5}?\s+\w{2,}(?:at|it|tt|ts|ats|its)\b",
    re.IGNORECASE,
)
_NOT_PROMISED: Final = re.compile(
    r"\b(?:lovar (?:vi )?(?:inte|ingenting)|inte (?:lova|part)|utan att det stod|ingår inte|omfattas inte|i nästa löfte|nästa år(?:s löfte)?)\b",
    re.IGNORECASE,
)
_ABOUT: Final = re.compile(
    r"\b(?:medborgarlöftet|löftet|överenskommelsen|medborgarlöften|samverkansöverenskommelsen?|avtalet|planen|rapporten|sammanfattningen|resultatet|siffrorna)\b(?! (?:om|att))[^,;]{0,40}?\b(?:ska|skall|gäller|kommer|är|kan|har|visar|handlar|bygger|följs|tas|skickas)\b"
    r"|\bsom ska gälla\b|\bdu ska kunna\b|\bvill att\b|\bska kännas\b|\b(?:invånarna|invånare|alla|ingen|du|de som bor|medborgarna|den som)\b[^.]{0,60}\bska (?:kunna|känna|få|slippa|veta|våga)\b",
    re.IGNORECASE,
)
_FEEDBACK: Final = re.compile(
    r"\b(?:berättar\b[^.]{0,50}\b(?:hur|vad|resultat\w*)|redovisa\w*|återkoppla\w*|publicera\w*|rapportera\w*|följ(?:a|s|er) upp|uppföljning\w*|utvärder\w*|stämmer \w* ?av|stäms av|läggs ut|presenterar resultat\w*|jämför)\b",
    re.IGNORECASE,
)


_PARTIES: Final = re.compile(r"(?:Parterna|(?:Alla|Samtliga) (?:parter|två|tre|fyra|fem)|Båda)\b")


def is_past(text: str) -> bool:
    """Whether a sentence tells what has been: no promise."""
    return bool(_PAST.search(text)) and not _FUTURE.search(text) and not _PERFORMATIVE.search(text)


def denies(text: str) -> bool:
    """Whether a sentence says what is not promised."""
    return bool(_NOT_PROMISED.search(text))


def about_document(text: str) -> bool:
    """Whether a sentence is about the document, or about how residents are to feel, rather than what is to be done."""
    return bool(_ABOUT.search(text))


def is_feedback(text: str) -> bool:
    """True for a sentence on reporting or follow-up."""
    return bool(_FEEDBACK.search(text))


def strength(text: str, others: tuple[str, ...] = ()) -> int:
    """How much a sentence promises: 3 ”lovar”, 2 ”ska” with one who acts, 1 present tense with one who acts, else 0."""
    if denies(text) or text.rstrip().endswith("?"):
        return 0
    actor = bool(promisor(text, others)) or says_we(" ".join(text.split()[:8])) or bool(_PARTIES.match(text))
    if _PERFORMATIVE.search(text) and actor:
        return 3
    if is_past(text) or about_document(text):
        return 0
    if _FUTURE.search(text) and not re.search(r"\b(?:ska|skall) (?:\w+ ){0,3}kunna\b", text):
        return 2 if actor else 0
    if not actor or _STATE.search(_main_clause(text)) or _PAST.search(_main_clause(text)):
        return 0
    return 1 if _present(text) else 0


def _main_clause(text: str) -> str:
    """The words before the first comma or relative clause."""
    return re.split(
        r",|(?<!^)\b(?:som|där|eftersom|medan|när|om|innan|sedan|tills|så att|att)\b", text, maxsplit=1
    )[0]


def _present(text: str) -> bool:
    words = re.findall(r"[a-zåäöé]+", text.lower())[:14]
    return any(
        re.fullmatch(r"\w{2,}(?:ar|er|ir|år|ör|yr|r)|ses|görs|hålls|tas|ges|sätts|\w{3,}as", word)
        for word in words
    )
