"""Values of a draft's parts."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from medborgarlofte.importing.blocks import Source
from medborgarlofte.importing.found import Found, FoundParty
from medborgarlofte.importing.people import ROLE
from medborgarlofte.importing.private import without_private
from medborgarlofte.importing.typed_period import parse_typed_period
from medborgarlofte.model.municipalities import by_name
from medborgarlofte.model.taxonomy import categories
from medborgarlofte.numerals import NUMBER_WORDS
from medborgarlofte.source.writing import Quoted
from medborgarlofte.swedish import slug

_PREFIX: Final = {
    "medborgarlöfte": "lofte",
    "samverkansöverenskommelse": "overenskommelse",
    "uppföljning": "uppfoljning",
    "åtgärdsplan": "atgardsplan",
    "lägesbild": "lagesbild",
}


def name_of(found: Found, kind: str, *, by_place: bool) -> str:
    """File name by kind, municipalities and year: ”lofte-lillby-2024”, or ”lillby/lofte-2024” by place."""
    towns = [party.name for party in found.parties if party.kind == "kommun"]
    place = "-".join(slug(without_private(re.sub(r"s?\s+(?:kommun|stad)$", "", town))) for town in towns[:2])
    if not place and (word := re.search(r"\b(?:för|i)\s+([A-ZÅÄÖ][\w-]+)", found.title)):
        place = slug(without_private(word[1]))
    year = str(found.period.start.year) if found.period and found.period.start else ""
    name = "-".join(filter(None, (_PREFIX[kind], "" if by_place else place, year)))
    return f"{place}/{name}" if by_place and place else name


def first_day(found: Found) -> dt.date | None:
    """First day of the period.

    Used for dates without a year.
    """
    return found.period.start.first if found.period and found.period.start else None


def period_of(found: Found) -> dict[str, Any]:
    """Period; only its text when the days are impossible."""
    period = found.period
    if period is None:
        return {}
    is_reversed = period.start and period.end and period.end.last < period.start.first
    made: dict[str, Any] = {}
    if not (period.impossible or is_reversed):
        made |= {"från": str(period.start)} if period.start else {}
        made |= {"till": str(period.end)} if period.end else {}
        made |= {"tills_vidare": "ja"} if period.until_further_notice else {}
        made |= {"förlängd_till": str(period.extended_to)} if period.extended_to else {}
    return made | {"text": period.text}


def parties_of(found: Found) -> list[dict[str, Any]]:
    """Parties; at least one."""
    made = [_party(party) for party in found.parties]
    return made or [{"id": "part", "typ": "annan", "namn": found.title or "?"}]


def _party(party: FoundParty) -> dict[str, Any]:
    known = by_name(party.name) if party.kind == "kommun" else None
    code = {"kommunkod": Quoted(known.code)} if known else {}
    return {"id": party.id, "typ": party.kind, "namn": party.name} | code


def provenance_of(found: Found, source: Source) -> dict[str, Any]:
    """Type, completeness and name of the source."""
    top = " ".join(block.text for block in found.blocks[:6])
    quoted = any(block.quoted for block in found.blocks)
    kind = "webbsida" if source.format == "html" else "original"
    news = re.search(r"\b(?:nyhet(?:er)?|pressmeddelande)\b", top, re.IGNORECASE)
    if news or (quoted and found.kind == "medborgarlöfte"):
        kind = "pressmeddelande" if re.search("pressmeddelande", top, re.IGNORECASE) else "nyhet"
    return {"typ": kind, "fullständighet": "fullständig", "fil": source.name}


_TITLES: Final = re.compile(r"(?:funktion|roll|namn|befattning|ledam\w+|organisation|titel)", re.IGNORECASE)
Group = tuple[str, list[tuple[str, int]]]
"""What stands above its members, and each member with its block."""


def groups_of(found: Found) -> list[Group]:
    """Bodies of an agreement with their members, in lists or table rows."""
    made: dict[str, list[tuple[str, int]]] = {}
    for index in found.sections["organisation"]:
        block, before = found.blocks[index], reversed(found.blocks[:index])
        above = next((one.text for one in before if one.kind in ("heading", "paragraph")), "")
        if block.kind in ("item", "row") and not (block.cells and _TITLES.fullmatch(block.cells[0])):
            member = ", ".join(filter(None, block.cells)) or block.text.rstrip(" .,;")
            made.setdefault(above, []).append((member, index))
    named = [(name, members) for name, members in made.items() if any(ROLE.search(one) for one, _ in members)]
    return list({_body_of(name): (name, members) for name, members in reversed(named)}.values())[::-1]


def _body_of(name: str) -> str:
    return "styrgrupp" if "styrgrupp" in name.lower() else "råd"


# ---------------------------------------------------------------- evidence and categories

_EVIDENCE: Final = (
    ("trygghetsmätning", r"(?:(?!(?:i|och|samt|en|vår|från|genom)\b)\w+ )?(?:trygghetsmätning|trygghetsundersökning|webbenkät|enkät|invånarundersökning)(?:en|ar|arna)?(?: (?:från |hösten |våren )?(?:19|20)\d\d)?"),
    ("medborgardialog", r"(?:medborgardialog|rundabordssamtal|samtalscafé|trygghetsvandring|öppet hus|invånarpanel|panel)(?:en|er|erna|ar|arna)?(?: (?:19|20)\d\d)?"),
    ("medarbetardialog", r"medarbetardialog(?:en|er|erna)?"),
    ("lägesbild", r"(?:den |en )?(?:lokala |gemensam(?:ma)? |aktuella )*lägesbild(?:en|er|erna)?(?: (?:från )?(?:\w+ )?(?:19|20)\d\d)?"),
    ("brottsstatistik", r"(?:brottsstatistik|händelserapporter|anmälningsstatistik)(?:en|na)?"),
)  # fmt: skip


def evidence_of(found: Found) -> Iterator[tuple[dict[str, Any], list[int]]]:
    """Evidence that the text names: one entry per kind."""
    seen: set[str] = set()
    for index in [*found.sections["evidence"], *found.sections["introduction"], *found.sections["situation"]]:
        text = found.blocks[index].text
        for kind, pattern in _EVIDENCE:
            match = re.search(rf"\b{pattern}\b", text, re.IGNORECASE)
            if match and kind not in seen:
                seen.add(kind)
                made: dict[str, Any] = {"typ": kind, "rubrik": match[0]}
                if year := re.search(r"(?:19|20)\d\d", match[0]):
                    made["datum"] = year[0]
                yield made, [index]


_CATEGORIES: Final[tuple[tuple[str, str], ...]] = (
    ("heder", r"heder"),
    ("vald-nara-relation", r"våld i nära|närstående|relationsvåld|kvinnofrid|partnervåld|våld i hemmet"),
    ("avhoppare", r"avhopp"),
    ("extremism", r"extremism|radikalis|terror"),
    ("organiserad-brottslighet", r"organiserad brott|gängkriminal|gäng\b|välfärdsbrott|sprängmedel|skjutning|vapen|kriminella nätverk|rekrytering"),
    ("brottsaktiva", r"brotts(?:o)?aktiv|återfall|strategiska brottslingar"),
    ("bedrageri", r"bedräg|lurad|lurendrej|falska samtal|telefonbedr"),
    ("natet", r"på nätet|näthat|sociala medier|internet|digital"),
    ("motorburen-ungdom", r"moped|a-traktor|epa|crosscyk|motorburen|buskör"),
    ("trafik", r"trafik|hastighet|fort|rattfyll|skoter|väg(?:en|ar|arna)?\b|parkering|cykelväg"),
    ("andts", r"narkotik|alkohol|drog|andt|doping|tobak|missbruk|langning|festande|fylleri|rökning|krog"),
    ("tillgrepp", r"stöld|inbrott|tillgrepp|cykelstöld|rån\b|butiksstöld|snatteri|grannsamverkan"),
    ("skadegorelse", r"skadegörelse|klotter|nedskräp|vandal|anlagd"),
    ("vald-offentlig-miljo", r"våld(?! i nära| i hem)|misshandel|hot mot|personrån|krogvåld"),
    ("brottsoffer", r"brottsoffer|utsatts för brott|utsatta|hatbrott|hot\b"),
    ("synlighet", r"synlig|närvaro|tillgänglig|polis(?:en)? nära|patrull|fot(?:patrull|pass)"),
    ("barn-och-unga", r"barn|unga|ungdom|elev|skol|förälder|föräldr|sspf"),
    ("otrygga-platser", r"otrygg|trygg(?:a|are|het)?\b.*(?:plats|miljö|centrum|torg|park|område|station)|offentliga miljö|belysning|mörk|plats(?:er)?\b|centrum|stationen|gångtunn|torget|park\b|utemiljö"),
    ("lagesbild-och-metod", r"lägesbild|analys|metod|samverkan|uppföljning|trygghetsmätning"),
    ("dialog-och-delaktighet", r"dialog|delaktig|inflytande|medborgarlöfte|trygghetsvandring|grannstöd"),
)  # fmt: skip


def category_of(title: str) -> str:
    """Category of a heading, or empty."""
    text = title.lower()
    return next(
        (slug for slug, pattern in _CATEGORIES if re.search(pattern, text) and slug in categories()), ""
    )


# ---------------------------------------------------------------- plans and figures

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
    r"\b(?P<kind>stadsdel|kommundel|bostadsområde|tätort|stadsområde)(?:en|t)\s+(?P<name>[A-ZÅÄÖ][\wåäö-]+(?: [A-ZÅÄÖ][\wåäö-]+)?)"
)
_IN_TITLE: Final = re.compile(
    r"(?P<town>[A-ZÅÄÖ][\wåäö-]+), (?P<name>[A-ZÅÄÖ][\wåäö-]+(?: [A-ZÅÄÖ][\wåäö-]+)?)\s*[–-]\s*medborgarlöft"
)


def district_of(title: str, texts: Sequence[str]) -> dict[str, str]:
    """District of a promise; empty for a municipality."""
    titled = _IN_TITLE.match(title)
    if titled and any("stadsdel" in text for text in texts):
        return {"typ": "stadsdel", "namn": titled["name"], "kommun": titled["town"]}
    for text in texts:
        found = _DISTRICT.search(text)
        if found and re.search(
            r"\b(?:gäller|omfattar|löfte\w*|för)\b[^.]{0,40}$", text[: found.start()], re.IGNORECASE
        ):
            return {"typ": found["kind"], "namn": found["name"]}
    return {}


_REPORTED: Final = re.compile(
    r"\b(?:(?:tertial|kvartal|halvår) ?[1-4]|(?:första|andra|tredje|fjärde) (?:tertialet|kvartalet|halvåret)),? 20\d\d\b",
    re.IGNORECASE,
)


_REPORT_OF: Final = re.compile(
    r"^(?i:uppföljning|utvärdering|resultat|bokslut|\w*rapport)(?:en|et)?(?: (?:av|för|om|till))? (?=\S*löfte)"
)


def promise_title(report: str) -> str:
    """Title of the promise that a report is of: ”Medborgarlöftet 2023” of ”Uppföljning av medborgarlöftet 2023”."""
    bare = _REPORT_OF.sub("", report)
    return bare[:1].upper() + bare[1:]


def reported_period(title: str) -> dict[str, str]:
    """Part of a year: ”tertial 1 2024”."""
    found = _REPORTED.search(title)
    try:
        part = parse_typed_period(found[0].replace(",", ""), dt.date.min) if found else None
    except ValueError:  # ”halvår 3”
        part = None
    return {"från": str(part.start), "till": str(part.end), "text": found[0]} if found and part else {}


_COUNTED: Final = re.compile(
    rf"(?<!av )(?<![\d,.])\b(?P<number>\d+(?: \d{{3}})*(?:,\d+)?|{'|'.join(sorted(NUMBER_WORDS, key=len, reverse=True))})\s+(?:(?:nya|st(?:ycken|\.)?|[a-zåäö]+ade)\s+)?(?P<noun>[a-zåäö]+)",
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
