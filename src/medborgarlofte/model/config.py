"""User configuration (lofte.toml)."""

import re
from typing import Annotated, Any, Final, Literal

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from medborgarlofte.i18n import Text
from medborgarlofte.model.colours import Colour, DarkColour, LightColour
from medborgarlofte.model.fields import Date, Line, Link, OneOrMany
from medborgarlofte.model.record import Record
from medborgarlofte.source.patterns import is_pattern

CONFIG_FILE: Final = "lofte.toml"

Level = Literal["fel", "varning", "tips", "av"]


def _pattern(value: Any) -> Any:
    if isinstance(value, str) and not is_pattern(value):
        raise PydanticCustomError("shape", "a pattern", {"wanted": _A_PATTERN})
    return value


_A_PATTERN: Final = Text("ett mönster som promises/gamla/*", "a pattern such as promises/gamla/*")

Pattern = Annotated[Line, BeforeValidator(_pattern)]
"""A pattern for paths as in .gitignore."""


class FileRules(Record):
    """Levels for some files."""

    name: Pattern = Field(alias="namn", title="Namn", description="Mönster för sökvägar: promises/gamla/*.")
    rules: dict[str, Level] = Field(
        alias="regler", title="Regler", description="Regelns kod och hur allvarlig den är."
    )


def _address(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch(
        r"https?://[A-Za-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._~-]+)*/?", value.strip()
    ):
        raise PydanticCustomError("shape", "an address", {"wanted": _AN_ADDRESS})
    return value


_AN_ADDRESS: Final = Text(
    "en webbadress som https://trygghet.exempelby.example",
    "a web address such as https://trygghet.exempelby.example",
)

Address = Annotated[Line, BeforeValidator(_address)]
"""Where a site lies: scheme, host and folder, nothing behind them."""


def _email(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", value.strip()):
        raise PydanticCustomError("shape", "an e-mail address", {"wanted": _AN_EMAIL})
    return value


_AN_EMAIL: Final = Text(
    "en e-postadress som trygghet@exempelby.example", "an e-mail address such as trygghet@exempelby.example"
)

Email = Annotated[Line, BeforeValidator(_email)]
"""An address for e-mail, bare."""


class Website(Record):
    """Publisher, address and looks of the site."""

    name: Line | None = Field(
        None, alias="namn", title="Namn", description="Webbplatsens namn: Trygg i Exempelby."
    )
    publisher: Line | None = Field(
        None, alias="utgivare", title="Utgivare", description="Den som publicerar: Exempelby kommun."
    )
    organisation_no: Line | None = Field(
        None, alias="organisationsnummer", title="Organisationsnummer", description="Utgivarens: 212000-0000."
    )
    base_url: Address | None = Field(
        None,
        alias="bas_url",
        title="Adress",
        description="Adressen där webbplatsen ligger. Ger kanoniska länkar, sitemap och öppna data-katalog.",
    )
    email: Email | None = Field(
        None,
        alias="epost",
        title="E-post",
        description="Helst en funktionsadress: trygghet@exempelby.example.",
    )
    owner: Line | None = Field(
        None, alias="ansvarig", title="Sidansvarig", description="Funktion som svarar för sidorna."
    )
    logo: Line | None = Field(
        None,
        alias="logotyp",
        title="Logotyp",
        description="Sökväg till en bild (svg eller png), från mappen med lofte.toml.",
    )
    colour: LightColour | None = Field(
        None, alias="farg", title="Färg", description="Accentfärg på ljus botten: #0b5394."
    )
    dark_colour: DarkColour | None = Field(
        None, alias="farg_mork", title="Färg, mörkt läge", description="Accentfärg på mörk botten: #8ec3f5."
    )
    second_colour: Colour | None = Field(
        None,
        alias="farg_2",
        title="Andra färg",
        description="Smyckar sidhuvudet och rutor, aldrig text: #f0b43c.",
    )
    licence: Literal["cc0", "cc-by"] = Field(
        "cc0", alias="licens", title="Licens", description="Villkor för öppna data: cc0 eller cc-by."
    )


class Accessibility(Record):
    """Content of the tillgänglighetsredogörelse (lag 2018:1937)."""

    conformance: Literal["helt", "delvis", "inte"] = Field(
        "delvis", alias="forenlig", title="Förenlig", description="helt, delvis eller inte."
    )
    shortcomings: Annotated[tuple[Line, ...], OneOrMany] = Field(
        (), alias="brister", title="Brister", description="Vad som inte är tillgängligt, och varför."
    )
    assessed: Date | None = Field(
        None, alias="bedomd", title="Bedömd", description="När webbplatsen senast bedömdes."
    )
    updated: Date | None = Field(
        None, alias="uppdaterad", title="Uppdaterad", description="När redogörelsen senast uppdaterades."
    )
    method: Line | None = Field(
        None, alias="metod", title="Metod", description="Hur den bedömdes: självskattning, extern granskning."
    )
    report_to: Link | None = Field(
        None,
        alias="meddela",
        title="Meddela brister",
        description="Adress dit brister meddelas: mailto:trygghet@exempelby.example.",
    )
    burden: Line | None = Field(
        None,
        alias="oskaligt_betungande",
        title="Oskäligt betungande",
        description="Vad som undantas enligt 12 §, och varför.",
    )
    outside: Line | None = Field(
        None,
        alias="utanfor_lagen",
        title="Utanför lagen",
        description="Innehåll som lagen inte gäller (9 §).",
    )


class Region(Record):
    """Municipalities with a page together."""

    name: Line = Field(alias="namn", title="Namn", description="Rubrik på sidan: Norra länsdelen.")
    municipalities: Annotated[tuple[Line, ...], OneOrMany] = Field(
        alias="kommuner", title="Kommuner", description="Kommunernas namn eller koder, minst två."
    )


class NewDocuments(Record):
    """What `lofte new` proposes."""

    municipality: Line | None = Field(
        None, alias="kommun", title="Kommun", description="Kommunen i nya dokument: Exempelby kommun."
    )
    police: Line | None = Field(
        None, alias="polis", title="Polis", description="Polisen i nya dokument: Lokalpolisområde Exempelby."
    )


class Config(Record):
    """The whole file; every key is optional."""

    website: Website = Field(
        default_factory=Website,
        alias="webbplats",
        title="Webbplats",
        description="Vems webbplatsen är, var den ligger och hur den ser ut.",
    )
    accessibility: Accessibility | None = Field(
        None,
        alias="tillganglighet",
        title="Tillgänglighet",
        description="Innehållet i tillgänglighetsredogörelsen.",
    )

    new: NewDocuments = Field(
        default_factory=NewDocuments,
        alias="nya",
        title="Nya dokument",
        description="Kommun och polis som lofte new föreslår.",
    )
    rules: dict[str, Level] = Field(
        default_factory=dict,
        alias="regler",
        title="Regler",
        description="Regelns kod och hur allvarlig den är.",
    )
    files: tuple[FileRules, ...] = Field(
        (), alias="filer", title="Filer", description="Andra nivåer för vissa filer."
    )
    regions: tuple[Region, ...] = Field(
        (),
        alias="regioner",
        title="Regioner",
        description="Kommuner som visas tillsammans. Lokalpolisområden och län får sidor ändå.",
    )
