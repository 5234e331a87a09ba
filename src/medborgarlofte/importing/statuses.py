"""How it went, in words and colours → the statuses of the schema."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from medborgarlofte.language.status_words import DONE, WORDS

_SIGNS: Final[Mapping[str, str]] = {
    "går ej att bedöma": "grå(?:tt)?|för tidigt att (?:säga|bedöma)|oklart|vet ej", "delvis genomfört": "gul(?:t)?|orange",
    "ej påbörjat": "vit(?:t)?", "pågår": "blå(?:tt)?", "ej genomfört": "[✗✘✕✖❌☒]|nej|röd|rött",
    "genomfört": "[✓✔☑✅√]|ok|ja|grön(?:t)?",
}  # fmt: skip
"""Colours, marks and short answers, which a document gives a meaning."""
_WORDS: Final = tuple(
    (status, f"{_SIGNS[status]}|{words}" if status in _SIGNS else words) for status, words in WORDS.items()
)
_LEADING: Final = re.compile(
    rf"^(?:(?:status|bedömning|resultat|läge|hållet|vår bedömning|uppfyllt|utfall)\b\s*[:–-]?\s*|(?:löftet|åtagandet|punkten|målet|detta|det här|insatsen)\s+(?:är|har|blev|bedöms)(?: som)?\s+)?(?P<word>{'|'.join(f'(?:{pattern})' for _, pattern in _WORDS)})\s*(?:[.:!,;–—-]|$)\s*(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_WEAK: Final[tuple[tuple[str, str], ...]] = (
    ("delvis genomfört", r"\b(?:hölls|genomfördes|gjordes|har hållits|har genomförts|har gjorts)(?! inte)[^.]{0,40}\b(?:ställdes in|ställts in|ställas in|blev inte av|uteblev)\b"),
    ("utgått", r"\b(?:ströks|struket|utgått|utgår|dragits in|drogs in|lagts ner|lades ner)\b"),
    ("ej genomfört", r"\b(?:blev (?:inte|aldrig) av|har (?:vi |polisen |kommunen |det )?inte (?:\w+ )?(?:genomförts|gjorts|kunnat|klarat|lyckats|hunnit|hållits|skett)|inte kunnat genomföras|kunde inte|uteblev|har inte blivit|inte hunnit|hann (?:\w+ )?inte|(?:inga?|inget) \w+ (?:genomfördes|hölls|gjordes)|ställdes in|ställts in|inställ(?:t|d|da)|(?:är|blev) (?:ännu )?inte (?:klar|färdig|på plats|byggd|gjord)\w*)\b"),
    ("ej påbörjat", r"\b(?:har inte (?:börjat|startat|påbörjats)|är inte påbörja\w+)\b|^(?:(?!och\b|men\b)[\wåäö]+ ){0,4}(?:startar|börjar|påbörjas|inleds|drar i ?gång|kommer i ?gång|planeras|(?:är )?planera(?:d|t|de))(?: \w+)? (?:i|till|under|efter|från|den|när|nästa|vecka|hösten|våren|sommaren|vintern)\b|\b(?:den|det) första \w+s (?:i|till|den|under|efter)\b|\bhittills (?:har )?(?:inte|inga|inget|ingen)\b|^(?:inga|inget|ingen|inte)\b[^.]*\bhittills\b"),
    ("delvis genomfört", r"\b(?:delvis|till en del|men (?:bara|endast|inte)|dock (?:inte|bara|endast)|bara (?:två|en|ett|hälften|\d+)|nådde inte|nästan|i stället för|(?:den|det|de) (?:andra|tredje|fjärde|sista|övriga|resterande) (?:\w+ )?(?:blir|hålls|kommer|startar|genomförs|börjar))\b"),
    ("pågår", r"\b(?:pågår|är på gång|arbetet fortsätter|har påbörjats|planeras|hittills|så här långt|så långt|(?:i|under) (?:höst|vår|vinter|sommar) (?:fortsätter|följer|återstår)|återstår|återstående|(?:en|ett|två|tre|fyra|fem|sex|\d+|resten|några|flera)(?: \w+)? (?:är |finns )?kvar)\b"),
    ("genomfört", rf"\b(?:(?:alla|samtliga|båda|bägge) (?:[\wåäö]+ ){{0,3}}{DONE}|^(?:(?:allt|nu) )?{DONE} (?:redan )?(?:den \d+|i|under|sedan|före)|genomför(?:des|ts|t)|har (?:(?!inte\b|aldrig\b|ej\b)\w+ ){{0,3}}(?:gjort|hållit|ordnat)\b|(?:har|är) (?:gjort|gjorts|gjorda|hållits|byggts|anställts|hållna|genomförda)|gjordes|hölls|togs i bruk|blev klart?|är (?:nu )?(?:klar|färdig|på plats)\w*|samtliga|^\d+ (?:\w+ )?genomförda|uppfylldes|anses (?:vara )?uppfyllt|nåddes|är nått|har nåtts|blev av|invigdes)\b"),
)  # fmt: skip


def status_of(word: str) -> str:
    """The status that a word, verdict or colour stands for; empty when it stands for none."""
    text = " ".join(word.strip().strip(".!?:;,()–- ").lower().split())
    return next((status for status, pattern in _WORDS if re.fullmatch(pattern, text)), "")


def leading_status(text: str) -> tuple[str, str] | None:
    """The status that a comment begins with, and the word: ”Grönt. Det blev 27 …”."""
    found = _LEADING.match(text.strip())
    if not found or (
        found.start("word") == 0 and len(found["word"].split()) == 1 and found["word"][:1].islower()
    ):
        return None
    status = status_of(found["word"])
    return (status, found["word"]) if status else None


def status_in(text: str) -> str:
    """The status that running words suggest; empty when they suggest none."""
    return next((status for status, pattern in _WEAK if re.search(pattern, text, re.IGNORECASE)), "")


_SHARE: Final = re.compile(r"(?:(?:ca|cirka) )?(?P<share>\d{1,3})(?:[.,]\d+)? ?(?:%|procent)", re.IGNORECASE)
_NEARER: Final = {
    "ej genomfört": ("ej påbörjat", "utgått"),
    "delvis genomfört": ("pågår", "utgått"),
}
"""What words can say more closely than a share does."""


def share_of(text: str) -> int | None:
    """The share that a verdict is: ”60 %”; None for anything else."""
    found = _SHARE.fullmatch(text.strip(" ."))
    return int(found["share"]) if found else None


def status_of_share(share: int, said: str) -> str:
    """The status of a share of what was promised; `said` is what the words beside it suggest."""
    status = "genomfört" if share >= 100 else "delvis genomfört" if share else "ej genomfört"
    return said if said in _NEARER.get(status, ()) else status


_COLOURS: Final = re.compile(r"(?P<colour>grön|gul|rö[dt]|grå|blå|vit|orange)\w*$", re.IGNORECASE)


def colour_of(word: str) -> str:
    """The colour that a verdict names, in its plain form; empty for none."""
    found = _COLOURS.match(word.strip(" .!:"))
    return found["colour"].lower().replace("röt", "röd") if found else ""


_LEGEND: Final = re.compile(
    r"\b(?P<colour>grön\w*|gul\w*|röd|rött|röda|grå\w*|blå\w*|vit\w*|orange)\b[^.,;]{0,25}?\b(?:betyder|innebär|står för|=|visar|:|använder vi)?\s*(?:att )?(?P<meaning>[^.,;]{4,90})",
    re.IGNORECASE,
)


def legend(texts: Sequence[str]) -> dict[str, str]:
    """What the colours mean where the text explains them: ”rött att den inte är genomförd”."""
    made: dict[str, str] = {}
    for text in texts:
        for found in (
            _LEGEND.finditer(text) if re.search(r"betyder|innebär|står för", text, re.IGNORECASE) else ()
        ):
            meaning = found["meaning"].lower()
            status = status_of(meaning) or status_in(meaning)
            if status:
                made.setdefault(colour_of(found["colour"]), status)
    return made
