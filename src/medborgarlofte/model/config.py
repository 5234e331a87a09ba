"""User configuration (lofte.toml)."""

import datetime as dt
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Final, Literal, NamedTuple

from pydantic import BeforeValidator, Field, ValidationError
from pydantic_core import PydanticCustomError

from medborgarlofte.diagnostic import Diagnostic
from medborgarlofte.i18n import Text
from medborgarlofte.messages import SchemaNotice
from medborgarlofte.model.colours import Colour, DarkColour, LightColour
from medborgarlofte.model.fields import Date, Line, Link, OneOrMany
from medborgarlofte.model.record import Record
from medborgarlofte.model.validation_errors import describe_errors
from medborgarlofte.source.file_messages import CONTROL
from medborgarlofte.source.files import CONTROL_CHARACTERS, START, decode, read_bytes
from medborgarlofte.source.finding import Finding
from medborgarlofte.source.patterns import is_pattern
from medborgarlofte.source.positions import Route, Span
from medborgarlofte.source.toml_positions import span_of

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


def read_config(data: bytes, file: str) -> tuple[Config, list[Diagnostic]]:
    """Configuration in a file, or its diagnostics."""
    text, findings = decode(data)
    if findings and findings[0].notice.code != "Y05":
        return Config(), [Diagnostic(f.notice, "error", file, f.span, values=f.values) for f in findings]
    try:
        value: dict[str, Any] = _plain(tomllib.loads(text))
    except (
        ValueError,
        RecursionError,
    ) as error:  # also a number of thousands of digits, and what nests as deep
        at = re.search(r"at line (\d+), column (\d+)", str(error))
        line, column = (int(at[1]), int(at[2])) if at else (text.count("\n") + 1, 1)
        return Config(), [Diagnostic(NOT_TOML, "error", file, Span(line, column, line, column + 1))]
    if controls := list(_controls(value, ())):
        return Config(), [
            Diagnostic(
                CONTROL, "error", file, span_of(text, route), "/".join(map(str, route)), {"character": code}
            )
            for route, code in controls
        ]
    try:
        return Config.model_validate(value), []
    except ValidationError as error:
        found = []
        for finding in describe_errors(error, Config, value):
            route = tuple(step for step in finding.place if step != "[key]")
            found.append(
                Diagnostic(
                    finding.notice,
                    "error",
                    file,
                    span_of(text, route),
                    "/".join(map(str, route)),
                    finding.values,
                )
            )
        return Config(), found


def _controls(value: Any, route: Route) -> Iterator[tuple[Route, str]]:
    """Texts with an invisible character, and which one."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield from _controls(part, (*route, key))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from _controls(part, (*route, index))
    elif isinstance(value, str) and (found := CONTROL_CHARACTERS.search(value)):
        yield route, f"U+{ord(found[0]):04X}"


def _plain(value: Any) -> Any:
    """Value with dates as text, as in YAML."""
    if isinstance(value, dict):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_plain(part) for part in value]
    return value.isoformat() if isinstance(value, dt.date) else value


class ReadConfig(NamedTuple):
    """Configuration, diagnostics and source text; empty without a file."""

    config: Config
    wrong: list[Diagnostic]
    text: str


def config_of(path: Path, file: str = CONFIG_FILE, unsaved: bytes | None = None) -> ReadConfig:
    """Read `lofte.toml`; `file` is its display name, `unsaved` an editor's content of it."""
    if unsaved is None and not path.is_file():
        return ReadConfig(Config(), [], "")
    data = read_bytes(path, unsaved)
    if isinstance(data, Finding):
        return ReadConfig(Config(), [Diagnostic(data.notice, "error", file, START, values=data.values)], "")
    return ReadConfig(*read_config(data, file), decode(data)[0])


NOT_TOML: Final = SchemaNotice(
    code="D23",
    name="broken-configuration",
    message=Text("lofte.toml går inte att tolka här.", "lofte.toml cannot be understood here."),
    why=Text("Då vet verktyget inte hur ni vill ha det.", "Then the tool does not know how you want it."),
    help=Text(
        'Skriv nyckel = "värde" på varje rad. Finns inget att ställa in, ta bort filen.',
        'Write key = "value" on each line. If there is nothing to set, remove the file.',
    ),
)
NOTICES: Final = (NOT_TOML,)
