"""Agents in Swedish text: police, municipality, others."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from medborgarlofte.language.classes import classify

Side = Literal["polis", "kommun", "annan", "vi"]

TOGETHER: Final = "tillsammans"

_CAPITAL: Final = r"[A-ZÅÄÖÉÜ][\w'’é-]*"
_NAME: Final = rf"{_CAPITAL}(?: (?:{_CAPITAL}))*"
POLICE: Final = re.compile(
    r"\b(?:(?<![\w ])Polisiär[at]? (?=[a-zåäö])|[Ll]okalpolisområde[nt]?s?|LPO|\w*[Pp]o[lI1]is(?:en|er|erna|myndigheten|området|patrull(?:en|er|erna)?|(?:kontor|station|buss|bil|hund)\w*)?s?"
    r"|[Kk]ommunpolis(?:en|er|erna)?s?|[Oo]mrådespolis(?:en|er|erna)?s?|[Uu]ngdomspolis(?:en|er|erna)?|POLISEN|POLISENS)\b"
)
_MUNICIPAL_WORDS: Final = (
    r"kommun(?:en|ens|er|erna|ernas|s)?|ko(?:m|rn)(?:m|rn)unen|stadens?|stadsdelen|(?:\w*)(?:förvaltning|nämnd|enhet|kontor)(?:en|et|er|erna|ens|ets)?"
    r"|socialtjänst(?:en|ens)?|socialkontoret|skol(?:a|an|or|orna|ans)|förskol(?:a|an|or|orna)|elevhälsa[ns]?|grundskolan|gymnasi(?:et|eskolan|eskolorna)|rektor(?:n|er|erna)?"
    r"|fritid(?:en)?|fritidsgård(?:en|ar|arna)?|fritidsledar(?:e|na)|fritidslärare|bibliotek(?:et|en)?|hemtjänst(?:en|ens)?|fält(?:grupp(?:en)?|are|arna|arbetare|arbetarna|assistent(?:er|erna)?|sekreterare)"
    r"|(?:skol|social|gatu|fritids|kultur|fastighets|miljö|bygg|park|näringslivs|utbildnings|förvaltnings|kommun)chef(?:en|er|erna)?|kommundirektör(?:en)?"
    r"|trygghetssamordnaren?|säkerhetssamordnaren?|trygghetsvärdar(?:na)?|ungdomsmottagningen|parkenheten|gatuenheten|gatukontoret|kommunstyrelsen|kommunfullmäktige"
    r"|kultur- och fritid|KOMMUNENS?|överförmyndaren|medborgarkontoret|kontaktcenter|parkarbetare|kommunens"
)
MUNICIPAL: Final = re.compile(
    rf"\b(?:(?:{_NAME}) (?i:kommun|stad)s?|kommunala \w+(?:en|et|na)|(?i:{_MUNICIPAL_WORDS}))\b"
)
_OTHER_WORDS: Final = (
    r"(?:\w*)(?:bostads(?:bolag|stiftelse|företag)|bostäder|fastighets(?:ägar|bolag)|hyresvärd|hyresgästförening|bussbolag|tågbolag|busstrafik|trafikbolag|kollektivtrafik"
    r"|räddningstjänst|trafikverk|länsstyrels|tullverk|kustbevakning|kriminalvård|brottsofferjour|kvinnojour|handlar|handel|köpman|butiksägar|krögar|näringsliv|företagar"
    r"|idrottsförening|förening|församling|kyrka|region|nattvandrar|väktarbolag|vaktbolag|köpcentrum|galleri|butik|byalag|samfällighet|hembygdsförening|ungdomsråd)"
    r"(?:en|et|ar|arna|na|er|erna|n|t|or|orna|ens|ets|e|a)?s?"
)
OTHER: Final = re.compile(
    rf"\b(?!(?:narkotika|drog|vapen|människo)handel)(?:{_OTHER_WORDS})\b", re.IGNORECASE
)
_ALL: Final = re.compile(
    r"\b(?:alla (?:parter(?:na)?|två|tre|fyra|fem|sex|sju)|båda (?:parter(?:na)?|två)|parterna|aktörerna|samtliga parter|gemensam(?:t|ma)?|gernensamt|tillsammans|ihop|polis och kommun|kommun och polis)\b",
    re.IGNORECASE,
)
_PREPOSITIONS: Final = frozenset(
    (
        "till", "med", "av", "i", "på", "hos", "från", "mot", "för", "om", "vid", "utanför", "innanför",
        "kring", "inom", "enligt", "genom", "åt", "ur", "via", "runt", "än", "mellan", "som", "när", "där",
        "att", "bland", "utan"
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mention:
    """Mention of a possible agent."""

    side: Side
    start: int
    end: int
    text: str

    @property
    def genitive(self) -> bool:
        """True for genitives: ”polisens”, ”kommunens”."""
        return self.text.lower().endswith(("ens", "nas", "ets", "kommuns", "stads"))

    @property
    def indefinite(self) -> bool:
        """True for others of a kind: ”fastighetsägare”; they take part, but promise nothing."""
        return self.side == "annan" and self.text.islower() and not self.text.endswith(("n", "na", "et"))


def mentions(text: str, others: Mapping[str, str] | Sequence[str] = ()) -> list[Mention]:
    """Mentions in order; `others` are third parties' names."""
    found: list[Mention] = []
    taken = bytearray(len(text))
    named = [re.compile(rf"\b{re.escape(name)}\b", re.IGNORECASE) for name in others]
    sides: tuple[tuple[Side, re.Pattern[str]], ...] = (
        *(("annan", pattern) for pattern in named),
        ("polis", POLICE),
        ("kommun", MUNICIPAL),
        ("annan", OTHER),
    )
    for side, pattern in sides:
        for match in pattern.finditer(text):
            if not any(taken[match.start() : match.end()]):
                found.append(Mention(side, match.start(), match.end(), match[0]))
                taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
    return sorted(found, key=lambda mention: mention.start)


def is_collective(text: str) -> bool:
    """True if the parties act together."""
    return bool(_ALL.search(text))


def _chain(text: str, found: Sequence[Mention], first: int) -> Iterator[Mention]:
    """Coordinated mentions: ”polisen, kommunen och handlarna”, ”kommunens fältare och polisen”."""
    yield found[first]
    last = found[first]
    for mention in found[first + 1 :]:
        between = text[last.end : mention.start]
        link = r"(?:[\s\w-]{0,40}?)(?:,| och| samt| &|/|\+)\s*(?:den |det |de |även |\w+s )?"
        near = rf"(?:(?: i)?(?: {_CAPITAL}){{1,3}})?\s*(?:,|och|samt|&|/|\+|, samt|i \w+ och|\w+ och|, \w+ och)\s*(?:den |det |de |även |också |lokala )*"
        owned = last.genitive and between == " " and mention.side == last.side
        if not (owned or re.fullmatch(near, between) or (last.genitive and re.fullmatch(link, between))):
            return
        yield mention
        last = mention


_TOLD: Final = re.compile(
    r"(?:(?:(?:Vi|Parterna)\s+(?:har\s+)?(?:lova\w*|åta\w*|förbinder)(?:\s+(?:oss|sig))?(?:\s+(?:också|även|dessutom))?\s+)?[Aa]tt)\s+(?=\w+)"
)
"""What stands before a clause that says itself who acts: ”Vi lovar att polisen …”."""


def promisor(text: str, others: Sequence[str] = ()) -> tuple[Mention, ...]:
    """The grammatical subject's mentions, or the agent of a passive: who does what a sentence says."""
    told = _TOLD.match(text)
    if told is None:
        return _agents(text, others)
    inner = _agents(text[told.end() :], others)
    return tuple(replace(one, start=one.start + told.end(), end=one.end + told.end()) for one in inner)


_INFINITIVE: Final = re.compile(
    r"(?:att )?(?:(?:inte|även|också|fortsätta?|fortsatt) (?:att )?)?(?P<verb>(?!egna\b|lokala\b|polisiära\b)[a-zåäö]{2,}a|se|ge|gå|få|ha|bli|stå|ta|be|dra|nå|ske)\b",
    re.IGNORECASE,
)
_VERBS: Final = frozenset(("NOUN", "WORD", "UP", "DOWN"))
"""Classes of words of measures that an infinitive can have."""
_CLAUSE: Final = 600
"""Characters of a sentence within which its subject stands."""


_STAFF: Final = re.compile(r"(?:personal|medarbetare|representanter|företrädare)\w* från", re.IGNORECASE)
"""”Personal från” socialtjänsten is an agent."""
_WITHIN: Final = re.compile(
    rf"\b(?:{'|'.join(sorted(_PREPOSITIONS - {'av', 'som', 'att', 'när', 'där'}))}) (?:(?:en|ett|bland annat) )?(?:(?!ska\b|skall\b)\w+(?:t|n|a|e) ){{0,2}}$"
    r"|\bsom (?:\w+ ){1,2}$"
)
"""What stands before a place or an object that is no agent: ”sker på en central” enhet, ”de som bedriver” handel."""


def is_infinitive(text: str) -> bool:
    """Whether a promise begins with an infinitive, without a subject: ”Besöka kommunens skolor”."""
    found = _INFINITIVE.match(text)
    known = classify(found["verb"].lower()) if found else None
    return known is not None and known.name in _VERBS and not known.topic


_WE_ALONE: Final = re.compile(
    r"vi (?!(?:i|på|från|inom|hos|som|och|ska|skall|kommer)\b)[a-zåäö]+[rs]\b", re.IGNORECASE
)
"""”Vi besöker butiker”: none of the nouns behind is who does it."""


def _agents(text: str, others: Sequence[str]) -> tuple[Mention, ...]:
    """Subject or passive agent of a plain clause."""
    text = text[:_CLAUSE]
    if _WE_ALONE.match(text):
        return ()
    found = mentions(text, others)
    if _CONDITION.match(text) and _WE_THEN.search(text):
        return ()
    if _CONDITION.match(text) and (main := [n for n, one in enumerate(found) if _fronted(text, one.start)]):
        found = found[main[-1] :]
    if agent := _passive_agent(text, found):
        return agent
    beside: set[Mention] = set()
    """What is coordinated with something that is no agent: ”mellan polisen och” kommunen."""
    for index, mention in enumerate(found):
        head = text[: mention.start].rstrip()
        if _is_after_preposition(head):
            beside |= {*_chain(text, found, index)}
            continue
        if mention in beside or _is_no_subject(text, mention):
            beside |= {*_chain(text, found, index)}
            continue
        chain = tuple(_chain(text, found, index))
        rest = text[chain[-1].end :]
        partner = re.match(
            r"[^.;:]{0,60}?\b(?:tillsammans|ihop|gemensamt|i (?:nära )?(?:samverkan|samarbete)) med (?:den |det |de |lokala )*",
            rest,
        )
        if partner and not _PARTICIPLE.search(partner[0]):
            start = chain[-1].end + partner.end()
            chain += tuple(m for m in found if start <= m.start <= start + 25 and not m.indefinite)
        return chain
    return ()


_PARTICIPLE: Final = re.compile(
    r"\b\w+(?:er|ar|or|en|et|na) \w+(?:ade|dda|lda|gna|mna) (?:tillsammans|ihop|gemensamt|i \w+(?: \w+)?) med\b"
)
"""What was done with a partner before: ”på platser utsedda i samverkan med” kommunen."""
_CONDITION: Final = re.compile(
    r"(?:Vill|Önskar|Behöver|Ber|Ringer|Larmar|Anmäler|Om|När) (?!(?:vi|polisen|kommunen)\b)"
)
"""How a clause begins before the one that promises: ”Vill ett byalag gå nattvandring ställer polisen upp”."""
_WE_THEN: Final = re.compile(r"(?:,|\bså) (?:lovar|ska|kommer|[a-zåäö]+r) vi\b")
_PART: Final = re.compile(r"\bdel\w* av$")
_DONE_BY: Final = re.compile(r"\w+(s|ts|as|ad|at|da|dda)\b(\s+\w+){0,6}\s+av$")


def _is_after_preposition(head: str) -> bool:
    """Whether the words before a mention end in a preposition that makes it no agent."""
    last = head.rpartition(" ")[2].lower().strip("(,")
    return last in _PREPOSITIONS and not (
        (last == "av" and _DONE_BY.search(head) and not _PART.search(head))
        or _STAFF.fullmatch(head.strip("(,"))
    )


_IS: Final = re.compile(r"\b(?:är|blir|heter)(?: \w+)?$")
"""What stands before what somebody is: ”Malin Ek är ny” kommunpolis."""


def _is_no_subject(text: str, mention: Mention) -> bool:
    """Whether a mention stands where no subject does."""
    staff = _STAFF.fullmatch(text[: mention.start].rstrip())
    if (_WITHIN.search(text[: mention.start]) and not staff) or _is_done_to(text, mention):
        return True
    words, fronted = len(text[: mention.start].split()), _fronted(text, mention.start)
    if fronted:
        return False
    if _IS.search(text[: mention.start].rstrip()) and text.split(maxsplit=1)[0].lower() not in _PREPOSITIONS:
        return True
    return (mention.genitive and words > 2) or words > 12 or (words > 0 and _is_object(text, mention))


_PASSIVE: Final = re.compile(
    r"\b\w{2,}(?:as|es|[bdfgklmnprtvyåäö]s)\b(?:\s+[\w-]+){0,7}\s+av(?: den| det| de)?$"
)


def _passive_agent(text: str, found: Sequence[Mention]) -> tuple[Mention, ...]:
    """Agent of a passive: ”Skolorna besöks av polisen”."""
    for index, mention in enumerate(found):
        part = mention.side == "annan" and mention.genitive  # ”i en del av räddningstjänstens lokaler”
        if not part and _PASSIVE.search(text[: mention.start].rstrip()):
            return tuple(_chain(text, found, index))
    return ()


def _is_done_to(text: str, mention: Mention) -> bool:
    """True for a passive subject: ”Fritidsgården hålls öppen”."""
    named = re.match(r"(?:\S+ )?(?:kommun|stad)", mention.text, re.IGNORECASE)
    if mention.side != "kommun" or named:
        return False
    return bool(
        re.match(
            r"\s+(?:\w+\s+)?(?:hålls|besöks|rustas|byggs|förses|får|ges|erbjuds|[a-zåäö]{3,}as)\b",
            text[mention.end :],
        )
    )


_FRONTED: Final = re.compile(
    r"\b(?:ska|skall|kommer|lovar|åtar|vill|avser|får|kan|bör|skulle|har|sig|(?!över\b|under\b|efter\b|eller\b|per\b)[a-zåäö]{2,}(?:ar|er|ir|år|ör|yr))(?: sig| oss| också| även| därför| dessutom)*(?: (?:en|ett|den|det|de|två|tre|fyra|några|vår|våra))?(?: lokala?)?$",
    re.IGNORECASE,
)


def _fronted(text: str, start: int) -> bool:
    """True after a verb: ”I parken ska polisen …”."""
    return bool(_FRONTED.search(text[:start].rstrip()))


def is_subject_place(text: str, start: int) -> bool:
    """Whether a subject can begin at a place: first in a clause, or after its verb."""
    return text[:start] in ("", "Att ", "att ") or _fronted(text, start)


def _is_object(text: str, mention: Mention) -> bool:
    """True for objects: ”ringer polisen”."""
    before = text[: mention.start]
    if is_infinitive(text):
        return True
    return bool(re.search(r"\b(?:ska|skall|kommer att|lovar|och|att)\s+(?:\w+\s+){1,6}$", before))
