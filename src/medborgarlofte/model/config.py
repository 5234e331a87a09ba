"""User configuration (lofte.toml), and the contrast of its colours."""

import re
from collections.abc import Callable
from typing import Annotated, Final, Literal

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from medborgarlofte.i18n import Text
from medborgarlofte.model.declaration import Many, key, many, required
from medborgarlofte.model.fields import Date, Line, Link, written_as
from medborgarlofte.model.record import Record
from medborgarlofte.source.patterns import is_pattern


def _like(pattern: str, sv: str, en: str) -> BeforeValidator:
    """Validator of texts that match a pattern; others should be “such as” an example."""
    return written_as(
        lambda value: re.fullmatch(pattern, value.strip()), "shape", wanted=Text(sv, en), advice=_AS_EXAMPLE
    )


_AS_EXAMPLE: Final = Text(
    "Skriv det som i exemplet, inom raka citattecken.",
    "Write it as in the example, in straight quotation marks.",
)


_A_COLOUR: Final = _like("#[0-9a-fA-F]{6}", "en färg som #0b5394", "a colour such as #0b5394")


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours (#rrggbb), 1 to 21 (WCAG 2.2)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


GROUNDS: Final = {"light": ("#ffffff", "#f3f6f6"), "dark": ("#14191d", "#1c2328")}
"""Background of links in each mode of style.css."""
READABLE: Final = 4.5
"""The least contrast of text (WCAG 2.2, 1.4.3)."""


def readable(colour: str, mode: str) -> str:
    """A colour mixed with white, or black on light grounds, until it can be read on the grounds of a mode."""
    parts = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    end = 255 if mode == "dark" else 0
    for share in range(0, 101, 5):
        mixed = "#" + "".join(f"{round(part + (end - part) * share / 100):02x}" for part in parts)
        if min(contrast(mixed, ground) for ground in GROUNDS[mode]) >= READABLE:
            return mixed
    return f"#{end:02x}{end:02x}{end:02x}"


def _readable_on(mode: str) -> Callable[[str], str]:
    """Validator for text colours on a mode's background."""

    def check(colour: str) -> str:
        ratio = min(contrast(colour, ground) for ground in GROUNDS[mode])
        if ratio < READABLE:
            had = f"{int(ratio * 10) / 10}"
            sv, en = ("ljus", "light") if mode == "light" else ("mörk", "dark")
            other, meant = Text("mörkare", "darker"), readable(colour, mode)
            if mode == "dark":
                other = Text("ljusare", "lighter")
            wanted = Text(
                f"en färg som går att läsa på {sv} botten (kontrasten är {had.replace('.', ',')} och ska vara minst 4,5)",
                f"a colour that can be read on a {en} ground (the contrast is {had} and must be at least 4.5)",
            )
            advice = Text(
                f"Välj en {other.sv} färg, till exempel ”{meant}”.",
                f"Choose a {other.en} colour, such as “{meant}”.",
            )
            raise PydanticCustomError("shape", "a readable colour", {"wanted": wanted, "advice": advice})
        return colour

    return check


Colour = Annotated[Line, _A_COLOUR]
"""A colour as #rrggbb, for decoration."""
LightColour = Annotated[Line, _A_COLOUR, AfterValidator(_readable_on("light"))]
"""A colour as #rrggbb, for text on a light ground."""
DarkColour = Annotated[Line, _A_COLOUR, AfterValidator(_readable_on("dark"))]
"""A colour as #rrggbb, for text on a dark ground."""


CONFIG_FILE: Final = "lofte.toml"

Level = Literal["fel", "varning", "tips", "av"]


Pattern = Annotated[
    Line,
    written_as(
        is_pattern,
        "shape",
        wanted=Text("ett mönster som promises/gamla/*", "a pattern such as promises/gamla/*"),
        advice=_AS_EXAMPLE,
    ),
]
"""A pattern for paths as in .gitignore."""


class FileRules(Record):
    """Levels for some files."""

    name: Pattern = required("namn", "Mönster för sökvägar: promises/gamla/*.")
    rules: dict[str, Level] = required("regler", "Regelns kod och hur allvarlig den är.")


Address = Annotated[
    Line,
    _like(
        r"https?://[A-Za-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._~-]+)*/?",
        "en webbadress som https://trygghet.exempelby.example",
        "a web address such as https://trygghet.exempelby.example",
    ),
]
"""Where a site lies: scheme, host and folder, nothing behind them."""


Email = Annotated[
    Line,
    _like(
        r"[\w.+-]+@[\w-]+(\.[\w-]+)+",
        "en e-postadress som trygghet@exempelby.example",
        "an e-mail address such as trygghet@exempelby.example",
    ),
]
"""An address for e-mail, bare."""


class Website(Record):
    """Publisher, address and looks of the site."""

    name: Line | None = key("namn", "Webbplatsens namn: Trygg i Exempelby.")
    publisher: Line | None = key("utgivare", "Den som publicerar: Exempelby kommun.")
    organisation_no: Line | None = key("organisationsnummer", "Utgivarens: 212000-0000.")
    base_url: Address | None = key(
        "bas_url", "Adressen där webbplatsen ligger. Ger kanoniska länkar, sitemap och öppna data-katalog."
    )
    email: Email | None = key("epost", "Helst en funktionsadress: trygghet@exempelby.example.")
    owner: Line | None = key("ansvarig", "Funktion som svarar för sidorna.")
    logo: Line | None = key("logotyp", "Sökväg till en bild (svg eller png), från mappen med lofte.toml.")
    colour: LightColour | None = key("farg", "Accentfärg på ljus botten: #0b5394.")
    dark_colour: DarkColour | None = key("farg_mork", "Accentfärg på mörk botten: #8ec3f5.")
    second_colour: Colour | None = key("farg_2", "Smyckar sidhuvudet och rutor, aldrig text: #f0b43c.")
    licence: Literal["cc0", "cc-by"] = key("licens", "Villkor för öppna data: cc0 eller cc-by.", "cc0")


class Accessibility(Record):
    """Content of the tillgänglighetsredogörelse (lag 2018:1937)."""

    conformance: Literal["helt", "delvis", "inte"] = key("forenlig", "helt, delvis eller inte.", "delvis")
    shortcomings: Many[Line] = many("brister", "Vad som inte är tillgängligt, och varför.")
    assessed: Date | None = key("bedomd", "När webbplatsen senast bedömdes.")
    updated: Date | None = key("uppdaterad", "När redogörelsen senast uppdaterades.")
    method: Line | None = key("metod", "Hur den bedömdes: självskattning, extern granskning.")
    report_to: Link | None = key("meddela", "Adress dit brister meddelas: mailto:trygghet@exempelby.example.")
    burden: Line | None = key("oskaligt_betungande", "Vad som undantas enligt 12 §, och varför.")
    outside: Line | None = key("utanfor_lagen", "Innehåll som lagen inte gäller (9 §).")


class Region(Record):
    """Municipalities with a page together."""

    name: Line = required("namn", "Rubrik på sidan: Norra länsdelen.")
    municipalities: Many[Line] = required("kommuner", "Kommunernas namn eller koder, minst två.")


class NewDocuments(Record):
    """What `lofte new` proposes."""

    municipality: Line | None = key("kommun", "Kommunen i nya dokument: Exempelby kommun.")
    police: Line | None = key("polis", "Polisen i nya dokument: Lokalpolisområde Exempelby.")


class Config(Record):
    """The whole file; every key is optional."""

    website: Website = Field(
        default_factory=Website,
        alias="webbplats",
        description="Vems webbplatsen är, var den ligger och hur den ser ut.",
    )
    accessibility: Accessibility | None = key("tillganglighet", "Innehållet i tillgänglighetsredogörelsen.")

    new: NewDocuments = Field(
        default_factory=NewDocuments, alias="nya", description="Kommun och polis som lofte new föreslår."
    )
    rules: dict[str, Level] = Field(
        default_factory=dict, alias="regler", description="Regelns kod och hur allvarlig den är."
    )
    files: tuple[FileRules, ...] = many("filer", "Andra nivåer för vissa filer.")
    regions: tuple[Region, ...] = many(
        "regioner", "Kommuner som visas tillsammans. Lokalpolisområden och län får sidor ändå."
    )
