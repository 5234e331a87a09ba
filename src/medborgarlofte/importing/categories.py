"""Taxonomy categories by words of headings."""

import re
from typing import Final

from medborgarlofte.model.taxonomy import categories

_WORDS: Final[tuple[tuple[str, str], ...]] = (
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
    return next((slug for slug, pattern in _WORDS if re.search(pattern, text) and slug in categories()), "")
