"""How it went, in words and colours → the statuses of the schema."""

import re
from collections.abc import Sequence
from typing import Final

_WORDS: Final[tuple[tuple[str, str], ...]] = (
    (
        "går ej att bedöma",
        r"grå(?:tt)?|går (?:inte|ej) att (?:bedöma|mäta|säga)|kan (?:inte|ej) bedömas|för tidigt att (?:säga|bedöma)|oklart|vet ej|ej bedömt|ej mätt|saknas underlag",
    ),
    (
        "utgått",
        r"utgår|utgått|struk(?:et|en|na)|avförts?|avbruten|avbrutet|inställ(?:t|d|da)|ställdes in|ställts in|utgick|togs bort|har tagits bort|ej aktuellt?|inte längre aktuellt?|upphävt|dras tillbaka|drogs tillbaka|dragits tillbaka",
    ),
    (
        "delvis genomfört",
        r"delvis(?: genomför(?:t|d|da)| uppfyll(?:t|d|da)| hållet| hållen| klart?)?|gul(?:t)?|till en del|till viss del|nästan|halvvägs|orange|i huvudsak",
    ),
    ("ej påbörjat", r"(?:ej|inte|icke) (?:påbörja(?:t|d|ts)|startat)|har inte börjat|vit(?:t)?"),
    ("pågår", r"pågår|pågående|är på gång|på väg|påbörja(?:t|d|ts)|löpande|under arbete|fortgår|blå(?:tt)?"),
    (
        "ej genomfört",
        r"nej|röd|rött|(?:ej|inte|icke) (?:genomför(?:t|d|da|ts)|uppfyll(?:t|d|da)|hållet|hållen|klart?|gjort|utför(?:t|d))|blev (?:inte|aldrig) av|har inte genomförts|uteblev|misslyckades|ogjort",
    ),
    (
        "genomfört",
        r"ja|grön(?:t)?|genomför(?:t|d|da|ts)|uppfyll(?:t|d|da)|hållet|hållen|klart?|gjort|blev av|utför(?:t|d)|helt|avklarat|fullföljt|uppnått|slutför(?:t|d)|är hållet",
    ),
)
_LEADING: Final = re.compile(
    rf"^(?:(?:status|bedömning|resultat|läge|hållet)\b\s*:?\s*|(?:löftet|åtagandet|punkten|målet|detta|det här|insatsen)\s+(?:är|har|blev|bedöms)(?: som)?\s+)?(?P<word>{'|'.join(f'(?:{pattern})' for _, pattern in _WORDS)})\s*(?:[.:!,;–—-]|$)\s*(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_WEAK: Final[tuple[tuple[str, str], ...]] = (
    (
        "utgått",
        r"\b(?:ställdes in|ställts in|ströks|struket|utgått|utgår|inställ(?:t|d|da)|dragits in|drogs in|lagts ner|lades ner)\b",
    ),
    (
        "ej genomfört",
        r"\b(?:blev (?:inte|aldrig) av|har inte (?:genomförts|gjorts|kunnat)|inte kunnat genomföras|kunde inte|uteblev|har inte blivit|inte hunnit|inga? \w+ (?:genomfördes|hölls|gjordes))\b",
    ),
    ("ej påbörjat", r"\b(?:har inte (?:börjat|startat|påbörjats)|är inte påbörja\w+)\b"),
    (
        "delvis genomfört",
        r"\b(?:delvis|till en del|men (?:bara|endast|inte)|dock (?:inte|bara|endast)|bara (?:två|en|ett|hälften|\d+)|nådde inte|nästan|i stället för)\b",
    ),
    ("pågår", r"\b(?:pågår|är på gång|arbetet fortsätter|har påbörjats|planeras)\b"),
    (
        "genomfört",
        r"\b(?:genomför(?:des|ts|t)|har (?:gjorts|hållits|byggts|anställts)|gjordes|hölls|togs i bruk|blev klart?|är klart?|samtliga|uppfylldes|nåddes|är nått|har nåtts|blev av)\b",
    ),
)


def status_of(word: str) -> str:
    """The status that a word, verdict or colour stands for; empty when it stands for none."""
    text = word.strip().strip(".!?:;,").lower()
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


_LEGEND: Final = re.compile(
    r"\b(?P<colour>grön\w*|gul\w*|röd|rött|röda|grå\w*|blå\w*|vit\w*|orange)\b[^.,;]{0,25}?\b(?:betyder|innebär|står för|=|visar|:|använder vi)?\s*(?:att )?(?P<meaning>[^.,;]{4,90})",
    re.IGNORECASE,
)


def legend(texts: Sequence[str]) -> dict[str, str]:
    """What the colours mean where the text explains them: ”rött att den inte är genomförd”."""
    made: dict[str, str] = {}
    for text in texts:
        if not re.search(r"betyder|innebär|står för", text, re.IGNORECASE):
            continue
        for found in _LEGEND.finditer(text):
            meaning = found["meaning"].lower()
            status = _meant(meaning)
            if status:
                made.setdefault(found["colour"].lower()[:3], status)
    return made


def _meant(meaning: str) -> str:
    for status, pattern in (
        ("går ej att bedöma", r"inte går att bedöma|ej går att bedöma|går inte att|ännu inte"),
        ("utgått", r"utgått|utgår|struk"),
        ("ej påbörjat", r"inte (?:är )?påbörja|ej påbörja|inte startat|inte börjat"),
        ("delvis genomfört", r"delvis|till en del|till viss del|nästan"),
        ("pågår", r"pågår|på väg|påbörja"),
        ("ej genomfört", r"inte (?:är |blev |har )?(?:genomför|gjort|hållet|uppfyll|klar)|ej genomför"),
        ("genomfört", r"genomför|klar|hållet|uppfyll|gjort"),
    ):
        if re.search(pattern, meaning):
            return status
    return ""
