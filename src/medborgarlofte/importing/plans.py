"""Plans, channels, districts, periods and figures."""

import re
from collections.abc import Sequence
from typing import Any, Final

from medborgarlofte.swedish import NUMBER_WORDS

_CADENCES: Final = (
    ("vecka", r"(?:varje vecka|en gång i veckan|veckovis)"),
    ("månad", r"(?:varje månad|en gång i månaden|månadsvis|månatligen)"),
    ("kvartal", r"(?:varje kvartal|en gång (?:i|per) kvartal(?:et)?|kvartalsvis)"),
    ("tertial", r"(?:varje tertial|tertialvis|en gång per tertial)"),
    ("halvår", r"(?:varje halvår|halvårsvis|två gånger (?:om|per) år(?:et)?|vid halvårsskiftet och)"),
    ("år", r"(?:varje år\b|årligen|en gång (?:om|per) år(?:et)?|(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december) varje år|varje (?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december))"),
)  # fmt: skip
_BODIES: Final = re.compile(
    r"\b(?:till|för|i)\s+(kommunstyrelsen|kommunfullmäktige|fullmäktige|(?:lokala )?trygghetsrådet|brottsförebyggande rådet|kommunens trygghetsutskott|styrgruppen)\b",
    re.IGNORECASE,
)
_CHANNELS: Final = (
    ("sociala medier", r"sociala medier|facebook|instagram"),
    ("webbplats", r"webbplats|webbsida|hemsid|på (?:den här )?sidan|\.se\b"),
    ("tidning", r"tidning|bladet\b|annons"),
    ("möte", r"möte|träff|dialog|öppet hus"),
    ("affisch", r"affisch|anslag|trappuppgång"),
    ("brev", r"brevlåd|alla hushåll|utskick"),
)


def plan_of(text: str) -> dict[str, Any]:
    """Follow-up plan of a text."""
    made: dict[str, Any] = {}
    found = [cadence for cadence, pattern in _CADENCES if re.search(rf"\b{pattern}", text, re.IGNORECASE)]
    if len(found) == 1:
        made["takt"] = found[0]
    if body := _BODIES.search(text):
        made["redovisas_för"] = body[1]
    made["text"] = text
    return made


def channel_of(text: str) -> dict[str, Any]:
    """Feedback channel of a text."""
    found = [channel for channel, pattern in _CHANNELS if re.search(pattern, text, re.IGNORECASE)]
    return ({"kanal": found[0]} if found else {}) | {"text": text}


_DISTRICT: Final = re.compile(
    r"\b(?P<kind>stadsdelen|kommundelen|bostadsområdet|tätorten|stadsområdet)\s+(?P<name>[A-ZÅÄÖ][\wåäö-]+(?: [A-ZÅÄÖ][\wåäö-]+)?)"
)
_KINDS: Final = {
    "stadsdelen": "stadsdel",
    "kommundelen": "kommundel",
    "bostadsområdet": "bostadsområde",
    "tätorten": "tätort",
    "stadsområdet": "stadsområde",
}


def district_of(texts: Sequence[str]) -> dict[str, str]:
    """District of a promise; empty for a municipality."""
    for text in texts:
        found = _DISTRICT.search(text)
        if found and re.search(
            r"\b(?:gäller|omfattar|löfte\w*|för)\b[^.]{0,40}$", text[: found.start()], re.IGNORECASE
        ):
            return {"typ": _KINDS[found["kind"]], "namn": found["name"]}
    return {}


_REPORTED: Final = re.compile(
    r"\b(?:(?P<kind>tertial|kvartal|halvår)\s*(?P<number>[1-4])|(?P<first>första|andra|tredje|fjärde)\s+(?P<word>tertialet|kvartalet|halvåret))\s*,?\s*(?P<year>20\d\d)",
    re.IGNORECASE,
)
_MONTHS: Final = {"tertial": 4, "kvartal": 3, "halvår": 6}
_ORDINALS: Final = {"första": 1, "andra": 2, "tredje": 3, "fjärde": 4}


def reported_period(title: str) -> dict[str, str]:
    """Part of a year: ”tertial 1 2024”."""
    found = _REPORTED.search(title)
    if not found:
        return {}
    length = _MONTHS[(found["kind"] or found["word"].lower().removesuffix("et")).lower()]
    number = int(found["number"]) if found["number"] else _ORDINALS[found["first"].lower()]
    if number * length > 12:
        return {}
    return {
        "från": f"{found['year']}-{(number - 1) * length + 1:02}",
        "till": f"{found['year']}-{number * length:02}",
        "text": found[0],
    }


_COUNTED: Final = re.compile(
    rf"(?<!av )(?<![\d,.])\b(?P<number>\d+(?: \d{{3}})*(?:,\d+)?|{'|'.join(sorted(NUMBER_WORDS, key=len, reverse=True))})\s+(?:nya\s+)?(?P<noun>[a-zåäö]+)",
    re.IGNORECASE,
)


def figure_in(result: str, units: Sequence[str]) -> str:
    """Number of the target's unit in a result."""
    for unit in units:
        counted = unit.split()[-1].lower() if unit else ""
        for found in _COUNTED.finditer(result):
            word, noun = found["number"].lower(), found["noun"].lower()
            if (
                len(noun) > 3
                and (counted[:5] == noun[:5] or counted.endswith(noun) or noun.endswith(counted))
                and counted
            ):
                return str(NUMBER_WORDS[word]) if word in NUMBER_WORDS else word
    return ""


_MISREAD: Final = re.compile(
    r"\b(?:\d+[OolI]+\d*|[OI]\d+|\w*[a-zåäö]I[a-zåäö]\w*|\w*[a-zåäö][A-ZÅÄÖ][a-zåäö]\w*|1[a-zåäö]{3,}|[a-zåäö]+[01][a-zåäö]+|Kornmun\w*|gernensam\w*)\b"
)


def misread(text: str) -> str:
    """Probable OCR error: ”2O”, ”PoIisen”; else empty."""
    found = next((m for m in _MISREAD.finditer(text) if not re.search(r"https?:|@|\.\w{2,3}$", m[0])), None)
    return found[0] if found else ""
