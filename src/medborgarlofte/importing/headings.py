"""What a heading says about the part below it."""

import re
from typing import Final, Literal

Role = Literal[
    "commitments", "focus", "focus-list", "problems", "goals", "situation", "evidence", "background", "follow-up", "results",
    "feedback", "signatures", "contacts", "decision", "links", "facts", "glossary", "denied", "residents", "purpose",
    "areas", "organisation", "action-plan", "lessons", "validity", "causes", "target-groups",
]  # fmt: skip

_ROLES: Final[tuple[tuple[Role, str], ...]] = (
    ("denied", r"lovar (?:(?!att\b)\w+ ){0,3}?(?:inte|ingenting)\b|omfattas inte|ingår inte|inte med i löftet|det vi inte|utanför (?:löftet|uppdraget)|vad vi inte"),
    ("signatures", r"^(?:underskrift|undertecknat|undertecknande|undertecknare|signatur|parternas underskrift)|^med (?:vänlig|bästa|hälsning)|^vänliga? hälsning|^hälsning"),
    ("contacts", r"^kontakt|^(?:vem|vart|var) (?:kan jag |ska jag )?(?:kontakt|ring|vänd|fråg|når)|för mer information|mer information|^frågor|har du frågor|^vill du veta mer|presskontakt"),
    ("links", r"^läs (?:mer|också|även|vidare)|^relaterad|relaterade? (?:länk|sid|dokument|innehåll)|^länkar|^mer om|^dokument(?:$| )|ladda (?:ner|ned)|^se (?:även|också)|^bilagor$|fler nyheter|senaste nytt|äldre (?:löften|medborgarlöften)|tidigare (?:löften|medborgarlöften)"),
    ("facts", r"^bra att veta\b|personuppgift|dina uppgifter|dataskydd|gdpr|tillgänglighetsredogörelse|^i korthet|^fakta|^faktaruta|^vad (?:är|betyder|innebär)\b|^om medborgarlöften|^detta är (?:ett|medborgar)|^så fungerar|^kort om"),
    ("glossary", r"ordförklaring|ordlista|definition|begrepp|^så läser du|läsanvisning|förkortning"),
    ("lessons", r"tar med oss|lärdom|slutsats|nästa steg|händer (?:sedan|sen|nu|härnäst)|^framåt|fortsatt arbete|^kommande"),
    ("results", r"^(?:så|det|detta|vad)(?: här)?(?: som)? (?:blev|gick|hände|gjordes|har hänt|har blivit|har gjorts|är gjort|är klart)(?: (?:det|gjort|av|resultatet|utfallet|under året|av löftet|hittills|så här långt|\d{4}))*[.:?]?$|^resultat|^så (?:här )?(?:har det gått|gick det)\b|^så blev det|^utfall|^övriga resultat|dessutom|även gjort|vad vi (?:har )?gjort|\bhar (?:\w+ ){0,3}(?:gjort|genomfört|uppfyllt)\b|resulterat i$|^genomförda (?:åtgärder|insatser|aktiviteter)"),
    ("follow-up", r"uppfölj|följer? (?:vi )?upp|^rapporter|redovis(?!as nedan)|utvärder|hur vet vi|så mäter|avstämning|^efteråt|så följs|hur går det|\bvi hållit\b|hålla? oss till svars|revider"),
    ("feedback", r"återkoppl|kommunicer|^följ (?:med|oss|vår|arbetet)|så får (?:du|ni) veta|berättar vi|information till invånar|så informerar"),
    ("residents", r"^(?:att )?tänk[a]? på\b|^kom ihåg\b|^(?:goda |våra |några )?(?:råd|tips) till dig|^goda råd|^så skyddar du|så (?:kan|här kan) du|\b(?:ni|du) (?:själva? )?kan\b|kan (?:ni|du)\b|du kan (?:själv|också|bidra)|det kan du|vad kan du|kan du (?:göra|hjälpa|själv)|tyck till|bidra\b|hjälp oss|\bvar med\b|engagera dig|till dig som vill"),
    ("decision", r"^beslut|s beslut$|^(?:reservation|protokollsanteckning|särskilt yttrande|yrkande|propositionsordning|ärende)|^kommunstyrelsen beslutar|^kommunfullmäktige beslutar|^nämnden beslutar|^förslag till beslut|^antagande|^antaget av"),
    ("validity", r"^giltig|^period|löftesperiod|avtalstid|^gäller|giltighetstid|^löptid|^tid$|tidsperiod"),
    ("goals", r"(?:vill|ska) (?:vi )?uppnå|^på sikt\b|effektmål|^(?:övergripande |långsiktiga )?mål(?:$|et|en|bild|sättning| som\b| på \w+ sikt)|^våra? mål|önskat läge|förväntad|önskad effekt|^effekt(?:en|er|erna)?\b|det här vill vi|vad vi vill|^vision|ska (?:löftet |det |detta )?leda till"),
    ("causes", r"^orsak|varför (?:ser|är) det så|bakomliggande"),
    ("target-groups", r"^målgrupp"),
    ("problems", r"problemområde|^problem|^utmaning|problembild"),
    ("situation", r"^läget|^nuläge|^lägesbild(?!\S* och)|situationen|så ser det ut|^utgångsläge|^bakgrund och läge|hur ser det ut|det här vet vi|vad vi vet|lägesbeskrivning|problembeskrivning|^varför(?! ett)"),
    ("evidence", r"^underlag|ligger till grund för|har (?:invånarna|medborgarna|de boende|ungdomarna) (?:sagt|berättat|svarat|tyckt)|(?:invånarna|medborgarna|de boende|ungdomarna) (?:har )?(?:sagt|berättat|berättade|svarade|svarat)|^källor(?:$|na$| och )|^källförteckning|^referenser$|(?:har|det) ni (?:har )?(?:sagt|berättat|tyckt)|ni (?:har )?(?:sagt|berättat|tyckt)|så (?:gjorde|har) (?:vi|löftet)|dialog|^så (?:här )?(?:tog vi fram|har vi tagit fram)|så kom löftet till|det här bygger|vad tycker|ni berättade|så arbetade vi|hur (?:vi|löftet) "),
    ("areas", r"samverkansområde|områden för samverkan|gemensamma områden|prioriterade samverkans|överenskomna områden|områden (?:som|vi|där) "),
    ("organisation", r"^organisation|styrgrupp|arbetsgrupp|samverkansform|samverkansstruktur|brottsförebyggande råd|^roller|^ansvar och roller|^råd(?:et)?$|trygghetsråd|mötesform"),
    ("action-plan", r"handlingsplan|åtgärdsplan|aktivitetsplan"),
    ("focus-list", r"^(?:våra |valda |gemensamma )?(?:fokusområden|prioriterade områden|prioriteringar|prioriterade frågor|insatsområden)(?: (?:20\d\d|för|under).*)?:?$|följande (?:fokus|prioriterade )?områden"),
    ("purpose", r"^syfte|^ändamål"),
    ("background", r"^bakgrund|^inledning|^utgångspunkt|^om (?:löftet|överenskommelsen)|^varför ett|^sammanfattning|^introduktion|^allmänt|^förord|^sekretess|^information och sekretess|^tvist|^ändring|^uppsägning|^lag|^utgång"),
)  # fmt: skip
_FOCUS_LABEL: Final = re.compile(
    r"^(?:fokusområde|fokus|prioriterat område|prioriterat område|prioriterad fråga|prioritering|område|insatsområde|problemområde|delområde|inriktning|målområde|satsning|tema|löfte|utmaning)\s*(?:nr\.?\s*)?(?P<number>\d+|(?-i:[A-ZÅÄÖ])\b|ett|två|tre|fyra|fem)?\s*(?:[.:–—-]|\s)\s*(?P<title>\S.*)$",
    re.IGNORECASE,
)
LABELLED_GOAL: Final = re.compile(
    r"^(?:Effekt(?:mål)?|Mål(?:et)?|Målbild|Önskad effekt|Önskat läge|Förväntad effekt|Syfte och mål|Det vill vi uppnå)\s*:\s+(?P<rest>\S.*)$"
)
"""A goal with its label in front of it."""
_COMMITS: Final = re.compile(
    r"\b(?:lova\w*|följande medborgarlöfte\w*|löften(?:a)?|löfte \d+|åta\w*|åtagande\w*|ska(?:ll)?|gör|göra|åtgärd\w*|insats\w*|aktivitet\w*|punkt(?:er|en)?|del|ansvar\w*|arbeta\w*|kommer att|bidrar|uppfyller|överens om|enats om)\b",
    re.IGNORECASE,
)

_LEADS: Final = re.compile(
    r"\b(?:ska|skall|lovar|kommer|åtar sig)\b(?:.*\batt| vi)\s*:?$"
    r"|\b(?:sker|görs|nås|uppnås|bedrivs|genomförs|samverkar|arbetar)\b[^.]* genom(?: bland annat)? att\s*:?$|\bgenom(?: bland annat)?\s*:$"
)
"""A sentence that goes on in the items below it, whatever else it names."""
BY_THIS: Final = re.compile(
    r"(?:Det(?:ta)?|Så) (?:gör vi|ska (?:vi )?(?:gör|ske|åstadkomma|uppnå|nå)[as]*|görs|sker|uppnås|uppnår vi)\b(?: \w+){0,2} genom(?: bland annat)?(?: att| följande \w+)?\s*[:;]?$"
    r"|För att (?:löfte[nta]*|målen|detta)\b.* ska (?:vi )?(?:följande \w+ genomföra|genomföra följande).*:?$"
)
"""What stands between a promised goal and what is done for it."""
IN_GENERAL: Final = re.compile(r"\bska(?:ll)?\s*:?$")
"""What ends an intro to what every promise is for: ”Medborgarlöften ska: öka tryggheten”."""


def role_of(heading: str) -> Role | None:
    """The role of the part under a heading, None when the heading says nothing known."""
    text = heading.strip().lower().rstrip(":").strip()
    text = re.sub(r"^\d+(?:\.\d+)*\.?\s+", "", text)
    return next((role for role, pattern in _ROLES if re.search(pattern, text)), None)


def focus_of(heading: str) -> str | None:
    """The title of the focus area that a heading with a label names: ”Fokusområde 1. Trygg trafik”."""
    found = _FOCUS_LABEL.match(heading.strip())
    if not found or (found["number"] is None and not re.match(r"[^:–—-]*[:–—-]", heading)):
        return None
    return found["title"].strip(" .:")


def commits(heading: str) -> bool:
    """Whether a heading says that what follows is promised."""
    return bool(_COMMITS.search(heading)) or leads(heading)


def leads(text: str) -> bool:
    """Whether a line goes on in the items below it: ”Kommunen åtar sig att”."""
    return bool(_LEADS.search(text))
