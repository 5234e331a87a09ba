"""Sentences, and whether one promises something."""

import re
from collections.abc import Sequence
from itertools import islice
from typing import Any, Final, Literal

from medborgarlofte.importing.agents import Mention, promisor
from medborgarlofte.language import expressions as ex
from medborgarlofte.language.analysis import analyse
from medborgarlofte.language.sentences import ABBREVIATIONS


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph, verbatim."""
    made: list[str] = []
    start = 0
    for found in re.finditer(r"[.!?][”\"')]?\s+(?=[A-ZÅÄÖ0-9”\"–-])", text):
        head = text[start : found.start() + 1]
        if head.split()[-1].lower().lstrip("(") in ABBREVIATIONS:
            continue
        made.append(text[start : found.end()].strip())
        start = found.end()
    if text[start:].strip():
        made.append(text[start:].strip())
    return made


_PERFORMATIVE: Final = re.compile(
    r"(?<!\b(?:det|vad|som) vi )\b(?:lovar|åtar|förbinder|utlovar|garanterar|har lovat|har åtagit)\b",
    re.IGNORECASE,
)
_FUTURE: Final = re.compile(
    r"(?<!\bsom )(?<!\bvad )\b(?:ska|skall|kommer(?: \w+){0,6}? att|skulle)\b", re.IGNORECASE
)
_PAST_VERB: Final = (
    r"(?:var|hade|blev|fick|gick|kom|gjorde|gav|tog|såg|sa|sade|skrev|stod|låg|satt|fanns|höll|hölls|gjordes|togs|lades|drog|valde|ställde"
    r"|[a-zåäö]{2,}(?:ades?|ddes?|(?<!fjä)(?<!vä)[bglmrv]des?|[^aeiouyåäö\s]tes?))"
)
_STATE_VERB: Final = r"(?:är|handlar|gäller|ingår|består|bygger (?:på|vidare)|betyder|innebär|omfattar|syftar|heter|ligger|tillhör|vet|tror|anser|menar|tycker|hoppas|önskar|minns|tackar|vill)"
_PRESENT_VERB: Final = (
    r"(?!(?:fler|flera|mer|över|under|efter|eller|per|dagar|timmar|månader|veckor|kvällar|gånger|platser|åtgärder|insatser|kontroller|elever|poliser|skolor|invånare|hela|alla)\b)"
    r"(?:[a-zåäö]{2,}(?:ar|er|ir|år|ör|yr)|har|hör|kör|rör|ger|ser|går|får|står|slår|tar|ber|gör|dra[rs]|når|låter|ses|görs|hålls|tas|ges|sätts|[a-zåäö]{3,}(?:as|(?<!en)(?<!et)(?<!na)s))"
)
_SUPINE: Final = re.compile(
    r"\s+(?:[\w–-]+,?\s+){0,10}?(?:[a-zåäö]{2,}(?:at|it|tt|ts|ats|its|yckts)\b|[a-zåäö]*(?:val|gjor|haf|för|rör|inför|bygg|stärk|ställ|lag|sag|köp|hjälp|lär|kör|hör|lös|fyll|sål|sök|märk|åk|tänk|röj|höj|sänk|stäng|tryck|väck|pröv|lev|lyf)t\b)"
)
_DEADLINE: Final = re.compile(r"\b(?:senast|före|innan)\b", re.IGNORECASE)
_CLAUSE_END: Final = re.compile(
    r",|(?<!^)\b(?:som|där|eftersom|medan|när|om|innan|sedan|tills|så att|så snart|så länge|att|för att|medan)\b"
)
Form = Literal["promise", "future", "present", "state", "past", "perfect", ""]


def verb_form(text: str, subject: Sequence[Mention] = ()) -> Form:
    """The form of the main verb: the verb beside the subject, or the first of the main clause; empty when none is found."""
    start = _beside(text, subject) if subject else None
    if start is None:
        main = _main_clause(text)
        for one in subject:
            main = f"{main[: one.start]}{' ' * (one.end - one.start)}{main[one.end :]}"
        starts = [found.start() for _, pattern in _FORMS if (found := pattern.search(main))]
        start = next(iter(starts), None)
    if start is None:
        return ""
    for form, pattern in _FORMS:
        if found := pattern.match(text, start):
            return _of_has(text, found.end()) if form == "has" else form
    return ""


def _of_has(text: str, end: int) -> Form:
    """A perfect, or ”har” with what is had; a perfect with a deadline is to come."""
    if not _SUPINE.match(text[end:]):
        return "present"
    return "present" if _DEADLINE.search(text) else "perfect"


_FORMS: Final[tuple[tuple[Any, re.Pattern[str]], ...]] = (
    ("promise", re.compile(r"\b(?:lovar|åtar|förbinder|utlovar|garanterar)\b", re.IGNORECASE)),
    ("future", re.compile(r"\b(?:ska|skall|kommer(?=(?: \w+){0,6}? att\b)|skulle)\b", re.IGNORECASE)),
    ("state", re.compile(rf"\b{_STATE_VERB}\b", re.IGNORECASE)),
    ("has", re.compile(r"\bhar\b", re.IGNORECASE)),
    ("past", re.compile(rf"\b{_PAST_VERB}\b", re.IGNORECASE)),
    ("present", re.compile(rf"\b{_PRESENT_VERB}\b", re.IGNORECASE)),
)
_FINITE: Final = re.compile(
    rf"(?:ska|skall|kommer|skulle|lovar|åtar|förbinder|{_STATE_VERB}|{_PAST_VERB}|{_PRESENT_VERB})",
    re.IGNORECASE,
)


def _beside(text: str, subject: Sequence[Mention]) -> int | None:
    """Where the finite verb begins that stands next to the subject, before it or behind it."""
    before = re.search(
        r"([A-Za-zåäöÅÄÖ]+)(?: (?:sig|oss|den|det|de|en|ett|två|tre|fyra|några|vår|våra|också|även|dessutom|då|alltså|därför|lokala))*$",
        text[: subject[0].start].rstrip(),
    )
    if before and _FINITE.fullmatch(before[1]):
        return before.start(1)
    behind = text[subject[-1].end :]
    for found in islice(re.finditer(r"[A-Za-zåäöÅÄÖ]+", behind), 5):
        if _FINITE.fullmatch(found[0]) and found[0][:1].islower():
            return subject[-1].end + found.start()
    return None


_NOT_PROMISED: Final = re.compile(
    r"\b(?:lovar (?:(?!att\b)\w+ ){0,3}?(?:inte|ingenting|aldrig)|(?:inte|aldrig) (?:\w+ )?(?:lova|part)|utan att det stod|(?:ingår|omfattas) inte|(?:är|hör|räknas) inte\b[^.]{0,25}\b(?:löftet|överenskommelsen)|(?:är|finns|kom) inte med(?! att)|(?:ger|lämnar|avger|har) inget (?:eget )?(?:medborgar|trygghets)?löfte|i nästa löfte|nästa års löfte|först nästa år)\b",
    re.IGNORECASE,
)
_ABOUT: Final = re.compile(
    r"\b(?:medborgarlöftet|löftet|överenskommelsen|medborgarlöften|samverkansöverenskommelsen?|avtalet|planen|rapporten|sammanfattningen|resultatet|siffrorna)\b(?! (?:om|att))[^,;]{0,40}?\b(?:ska|skall|gäller|kommer|är|kan|har|visar|handlar|bygger|följs|tas|skickas|löper|förbinder)\b"
    r"|\b(?:ger|gett|gav|avger|lämnar|presenterar|tecknar|tecknat|har) (?:\w+ )?(?:ett|sitt|varsitt) (?:\w+ )?(?:medborgar|trygghets)?löfte\b"
    r"|\bsom ska gälla\b|\bdu ska kunna\b|\bvill att\b|\bska kännas\b|\b(?:invånarna|invånare|alla|ingen|du|de som bor|medborgarna|den som)\b[^.]{0,60}\bska (?:kunna|känna|få|slippa|veta|våga)\b",
    re.IGNORECASE,
)
_DEFINES: Final = re.compile(
    r"(?:Ett )?(?:lokalt )?(?:medborgar|trygghets)?löfte(?:t|n|na)? (?:är|beskriver|handlar|innebär|fokuserar|innehåller|tas fram|bygger|ska)\b",
    re.IGNORECASE,
)
"""How a sentence begins about what promises are: ”Medborgarlöften beskriver vad polisen lovar”."""
_ANNOUNCES: Final = re.compile(
    r"\b(?:lovar|åtar) (?:vi|sig|parterna)(?: oss)?(?: därför| nu| också)*(?: detta| det här| följande\b.*)?[.:]?$|\blova\w* (?:här|nedan) (?:vad|det)\b|\bgäller följande\b|\b(?:nedanstående|följande)(?: \w+){0,3} (?:medborgar|trygghets)?(?:löften|åtaganden)\b[^.:]*[.:]?$|\bföljande(?: \w+){0,3}\s*[.:]?$",
    re.IGNORECASE,
)
_FEEDBACK: Final = re.compile(
    r"\b(?:berättar\b[^.]{0,50}\b(?:hur|vad|resultat\w*)|redovis(?:a|ning)\w*|återkoppla\w*|publicera\w*|rapportera\w*|följ(?:a|s|er) upp|uppföljning\w*|utvärder\w*|stämmer \w* ?av|stäms av|läggs ut|presenterar resultat\w*|jämför)\b",
    re.IGNORECASE,
)


COLLECTIVE: Final = re.compile(r"(?:Parterna|(?:Alla|Samtliga) (?:parter|två|tre|fyra|fem)|Båda)\b")


def is_past(text: str) -> bool:
    """Whether a sentence tells what has been: no promise."""
    if _FUTURE.search(_main_clause(text)) or _PERFORMATIVE.search(text):
        return False
    return verb_form(text, promisor(text) or _we(text)) in ("past", "perfect")


def says_done(text: str) -> bool:
    """Whether a sentence tells what somebody has done: ”Polisen har genomfört följande”."""
    return verb_form(text, promisor(text)) == "perfect"


_WE: Final = re.compile(r"(?:\S+\s+){0,9}?(?P<we>(?i:vi|våra?|vårt)\b)")


def _we(text: str) -> tuple[Mention, ...]:
    """“Vi” among the first words, as a subject."""
    found = _WE.match(text)
    return (Mention("vi", found.start("we"), found.end("we"), found["we"]),) if found else ()


_ADVICE: Final = re.compile(
    r"(?:Du|Ni|Man) (?:ska|skall|bör|får|måste|behöver)\b(?! (?:(?:alltid|också|även) )?(?:få|kunna|känna|slippa|veta|våga|bli|ha|möta|\w{3,}s)\b)"
)
"""What residents are to do, not what they are to get."""


_SHALL: Final = re.compile(r"\b(?:ska|skall|kommer(?: \w+){0,6}? att)\b")


def obliges(text: str) -> bool:
    """Whether a sentence says what is to be done, whoever is to do it, and its main verb nothing else."""
    return bool(_SHALL.search(text)) and verb_form(text) in ("future", "promise", "")


def is_likely(text: str) -> bool:
    """Whether an item says what is to be done, by whom it does not say."""
    acts = obliges(text) or analyse(text).of(ex.Passive)
    return bool(acts) and not _ADVICE.match(text)


_EARLIER: Final = re.compile(
    r"^då\b|\bförra\b|\bfjol|\bföregående\b|\btidigare (?:löfte|år|period)|\b(?:för|under|löftet) (?:år(?:et)? )?20\d\d\b",
    re.IGNORECASE,
)


_PROMISED: Final = re.compile(r"\blova(?:de|ts?|des)\b|\butlova|\båt(?:og|agit)\b|löfte", re.IGNORECASE)


def is_retrospect(text: str) -> bool:
    """Whether a sentence tells of an earlier promise: “I fjol lovade polisen …”."""
    return bool(_EARLIER.search(text) and _PROMISED.search(text)) and is_past(text)


def denies(text: str) -> bool:
    """Whether a sentence says what is not promised."""
    return bool(_NOT_PROMISED.search(text))


_ENGLISH: Final = re.compile(r"\b(?:the|will|of|and|with|our|at|before|every)\b", re.IGNORECASE)
_SWEDISH: Final = re.compile(r"[åäö]|\b(?:och|att|ska|som|med|det|den|till)\b", re.IGNORECASE)


def is_english(text: str) -> bool:
    """True for a translation beside the Swedish text."""
    return len(_ENGLISH.findall(text)) > 1 and not _SWEDISH.search(text)


def defines(text: str) -> bool:
    """Whether a sentence or heading says what promises are or are to do."""
    return bool(_DEFINES.match(text))


def about_document(text: str) -> bool:
    """Whether a sentence is about the document, or about how residents are to feel, rather than what is to be done."""
    return bool(_ABOUT.search(_BY_DOCUMENT.sub("", text)))


_BY_DOCUMENT: Final = re.compile(
    r"^(?:Enligt|Genom|I|Med) (?:det (?:nya )?|detta |vårt )?(?:medborgar|trygghets)?löfte[nt]*\b,?\s*"
)
"""An opening that says where a promise stands: ”Enligt löftet ska polisen …”."""


_CONTINUES: Final = re.compile(
    r"(?:Detta(?: \w+){0,3} genom|Det sker|Det görs|Det handlar|Dessutom ingår|Arbetet ska|Insats(?:en|erna) ska|Bland annat|Till exempel)\b"
)


def continues(text: str) -> bool:
    """Whether a sentence says more of the promise before it: ”Detta kommer att ske genom …”."""
    return bool(_CONTINUES.match(text))


def announces(text: str) -> bool:
    """Whether a sentence says that promises follow: ”Vi lovar följande:”."""
    return bool(_ANNOUNCES.search(text))


def is_feedback(text: str) -> bool:
    """True for a sentence on reporting or follow-up."""
    return bool(_FEEDBACK.search(text))


_PURPOSE: Final = re.compile(
    r"^För att\b[^,.;]*?(?= (?:kommer|ska|skall) (?:vi|parterna|polis\w*|kommun\w*)\b)|\b(?:för|så) att\b[^,.;]*",
    re.IGNORECASE,
)
"""A clause about what is to be reached: ”för att fler ska känna sig trygga”."""


def strength(text: str, others: tuple[str, ...] = ()) -> int:
    """How much a sentence promises: 3 ”lovar”, 2 ”ska” with one who acts, 1 present tense with one who acts, else 0."""
    if denies(text) or text.rstrip().endswith("?") or defines(text):
        return 0
    subject = promisor(text, others) or _we(text)
    actor = bool(subject) or bool(COLLECTIVE.match(text))
    if _PERFORMATIVE.search(text) and actor:
        return 3
    if not actor or about_document(text):
        return 0
    if _FUTURE.search(_PURPOSE.sub("", text)) and not is_past(text):
        return 0 if re.search(r"\b(?:ska|skall) (?:\w+ ){0,3}kunna\b", text) else 2
    return 1 if verb_form(text, subject) == "present" else 0


def _main_clause(text: str) -> str:
    """The words before the first comma or relative clause."""
    return _CLAUSE_END.split(text, maxsplit=1)[0]
