"""Commands that publish, and commands for editors and shells."""

from typing import Annotated, Final

from medborgarlofte.cli.options import Parameters, argument, option
from medborgarlofte.cli.parameters import (
    FOLDER,
    KIND_SYNONYMS,
    Drafts,
    Paths,
    Today,
    format_option,
    parse_path,
    parse_port,
    suggest_format,
)
from medborgarlofte.i18n import Text

TABLES: Final = ("sqlite", "parquet", "csv", "json", "xlsx")
SHELLS: Final = ("bash", "zsh", "fish", "powershell")
KINDS: Final = tuple(KIND_SYNONYMS.values())

# A parameter reads from its name, type and flag, on one line, to its default.
# fmt: off


class Render(Parameters):
    """Parameters of `render`."""

    paths: Paths = ()
    folder: Annotated[str, option("-o --output",
        "Var webbplatsen skrivs (förval site).",
        "Where the site is written (default site).",
        metavar=FOLDER, parse=parse_path,
    )] = "site"
    output: Annotated[str, format_option(
        ("html", "markdown", "pdf", "docx", "share"),
        "html är hela webbplatsen (förval), markdown bara texterna, pdf och docx (Word) löften, uppföljningar och "
        "jämförelser, docx också kommunstyrelsens tabell, share texter och bilder att visa på andra sidor.",
        "html is the whole site (default), markdown only the texts, pdf and docx (Word) promises, follow-ups and "
        "comparisons, docx also the board's table, share texts and pictures to show on other sites.",
    )] = "html"
    force: Annotated[bool, option("--force",
        "Publicera fast reglerna ser fel. Fel i filernas form stoppar ändå.",
        "Publish although rules report errors. Errors in the structure of files still stop it.",
    )] = False
    allow_empty: Annotated[bool, option("--allow-empty",
        "Avsluta med 0 när inget är antaget än och det inte finns något att publicera, för CI.",
        "Exit with 0 when nothing is adopted yet and there is nothing to publish, for CI.",
    )] = False
    drafts: Drafts = False
    today: Today = None
    templates: Annotated[str | None, option("--templates",
        "Egna mallar som går före dem som följer med (förval: mappen templates bredvid promises).",
        "Your own templates, which override ours (default: the folder templates beside promises).",
        metavar=FOLDER, parse=parse_path,
    )] = None


class Preview(Parameters):
    """Parameters of `preview`."""

    paths: Paths = ()
    port: Annotated[int, option("--port",
        "Porten (förval 8000). Är den upptagen tas nästa.",
        "The port (default 8000). If it is taken, the next free one is used.",
        metavar=Text("TAL", "NUMBER"), parse=parse_port,
    )] = 8000
    browser: Annotated[bool, option("--open",
        "Öppna sidan i webbläsaren.", "Open the page in the web browser.",
    )] = False


class Export(Parameters):
    """Parameters of `export`."""

    paths: Paths = ()
    folder: Annotated[str, option("-o --output",
        "Var filerna skrivs (förval data).",
        "Where the files are written (default data).",
        metavar=FOLDER, parse=parse_path,
    )] = "data"
    output: Annotated[str | None, option("--format",
        "Skriv i stället tabeller med nycklar för databaser och analys: sqlite (också för Datasette), parquet, csv "
        "eller json. Samma rader i alla; de beskrivs i docs/data.md. xlsx är en arbetsbok för Excel.",
        "Write tables with keys for databases and analysis instead: sqlite (also for Datasette), parquet, csv or json. "
        "The same rows in all; they are described in docs/data.md. xlsx is a workbook for Excel.",
        choices=TABLES, hint=lambda word: suggest_format(word, TABLES), metavar=Text("FORMAT", "FORMAT"),
    )] = None
    excel: Annotated[bool, option("--excel",
        "Skriv också tabeller som Excel öppnar med dubbelklick.",
        "Also write tables that Excel opens on double-click.",
    )] = False
    drafts: Drafts = False
    today: Today = None


class Lsp(Parameters):
    """Parameters of `lsp`."""

    today: Today = None


class Schema(Parameters):
    """Parameters of `schema`."""

    kind: Annotated[str | None, argument(
        f"En av {', '.join(KINDS)}.",
        f"One of {', '.join(KINDS)}.",
        metavar=Text("[SORT]", "[KIND]"), choices=KINDS, synonyms=KIND_SYNONYMS,
    )] = None


class Completion(Parameters):
    """Parameters of `completion`."""

    shell: Annotated[str, argument(
        f"Ett av {', '.join(SHELLS)}.",
        f"One of {', '.join(SHELLS)}.",
        metavar=Text("SKAL", "SHELL"), choices=SHELLS,
    )]
