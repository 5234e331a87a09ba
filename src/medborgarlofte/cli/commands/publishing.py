"""Commands that publish, and commands for editors and shells."""

from collections.abc import Mapping
from typing import Final

from medborgarlofte.cli.options import Command, argument, command, flag, option
from medborgarlofte.cli.parameters import (
    DRAFTS,
    FOLDER,
    KIND_SYNONYMS,
    PATHS,
    TODAY,
    format_option,
    parse_port,
    suggest_format,
)
from medborgarlofte.i18n import Text

TABLES: Final = ("sqlite", "parquet", "csv", "json", "xlsx")
SHELLS: Final = ("bash", "zsh", "fish", "powershell")
KINDS: Final = tuple(KIND_SYNONYMS.values())

PUBLISHING: Final[Mapping[str, Command]] = {
    "render": command(
        Text("Bygg webbplatsen.", "Build the site."),
        Text(
            "Bygg webbplatsen av löftena: HTML och Markdown. Dokumenten kontrolleras först, och finns det fel skrivs "
            "inget. En mapp som lofte inte har skapat rörs aldrig.",
            "Build the site from the promises: HTML and Markdown. The documents are checked first, and nothing is "
            "written if there are errors. A folder that lofte did not create is never touched.",
        ),
        "lofte render\nlofte render promises/karlshamn -o karlshamn-webb",
        paths=PATHS,
        folder=option(
            "-o --output",
            "Var webbplatsen skrivs (förval site).",
            "Where the site is written (default site).",
            metavar=FOLDER,
            default="site",
        ),
        output=format_option(
            ("html", "markdown", "pdf", "docx", "share"),
            "html är hela webbplatsen (förval), markdown bara texterna, pdf och docx (Word) löften, uppföljningar och "
            "jämförelser, docx också kommunstyrelsens tabell, share texter och bilder att visa på andra sidor.",
            "html is the whole site (default), markdown only the texts, pdf and docx (Word) promises, follow-ups and "
            "comparisons, docx also the board's table, share texts and pictures to show on other sites.",
            default="html",
        ),
        force=flag(
            "--force",
            "Publicera fast reglerna ser fel. Fel i filernas form stoppar ändå.",
            "Publish although rules report errors. Errors in the structure of files still stop it.",
        ),
        allow_empty=flag(
            "--allow-empty",
            "Avsluta med 0 när inget är antaget än och det inte finns något att publicera, för CI.",
            "Exit with 0 when nothing is adopted yet and there is nothing to publish, for CI.",
        ),
        drafts=DRAFTS,
        today=TODAY,
        templates=option(
            "--templates",
            "Egna mallar som går före dem som följer med (förval: mappen templates bredvid promises).",
            "Your own templates, which override ours (default: the folder templates beside promises).",
            metavar=FOLDER,
        ),
    ),
    "preview": command(
        Text("Visa webbplatsen medan du skriver.", "Show the site while you write."),
        Text(
            "Visa webbplatsen på den här datorn medan du skriver. Sidorna byggs och laddas om när en fil sparas. Är något fel "
            "visas det på sidan och här, tills det är rättat.",
            "Show the site on this computer while you write. The pages are rebuilt and reloaded when a file is saved. Errors "
            "are shown on the page and here until they are fixed.",
        ),
        "lofte preview --open\nlofte preview --port 9000",
        paths=PATHS,
        port=option(
            "--port",
            "Porten (förval 8000). Är den upptagen tas nästa.",
            "The port (default 8000). If it is taken, the next free one is used.",
            metavar=Text("TAL", "NUMBER"),
            parse=parse_port,
            default=8000,
        ),
        browser=flag("--open", "Öppna sidan i webbläsaren.", "Open the page in the web browser."),
    ),
    "export": command(
        Text("Skriv öppna data.", "Write open data."),
        Text(
            "Skriv öppna data: löften, åtaganden och uppföljningar som CSV med beskrivning, alla dokument som JSON, och en "
            "katalog för dataportaler när lofte.toml säger vem som publicerar.",
            "Write open data: promises, commitments and follow-ups as CSV with a description, all documents as JSON, and a "
            "catalogue for data portals when lofte.toml names the publisher.",
        ),
        "lofte export -o data\nlofte export -o data --excel\nlofte export --format sqlite -o databas\n"
        "lofte export --format xlsx -o excel",
        paths=PATHS,
        folder=option(
            "-o --output",
            "Var filerna skrivs (förval data).",
            "Where the files are written (default data).",
            metavar=FOLDER,
            default="data",
        ),
        output=option(
            "--format",
            "Skriv i stället tabeller med nycklar för databaser och analys: sqlite (också för Datasette), parquet, csv "
            "eller json. Samma rader i alla; de beskrivs i docs/data.md. xlsx är en arbetsbok för Excel.",
            "Write tables with keys for databases and analysis instead: sqlite (also for Datasette), parquet, csv or json. "
            "The same rows in all; they are described in docs/data.md. xlsx is a workbook for Excel.",
            choices=TABLES,
            hint=lambda word: suggest_format(word, TABLES),
            metavar=Text("FORMAT", "FORMAT"),
        ),
        excel=flag(
            "--excel",
            "Skriv också tabeller som Excel öppnar med dubbelklick.",
            "Also write tables that Excel opens on double-click.",
        ),
        drafts=DRAFTS,
        today=TODAY,
    ),
    "lsp": command(
        Text("Kontrollera medan du skriver, i en editor.", "Check while you write, in an editor."),
        Text(
            "Kontrollera löften medan du skriver, i VS Code, Neovim och andra editorer. Editorn startar kommandot själv och "
            "talar med det på standard in och ut; du kör det inte för hand.",
            "Check promises while you write, in VS Code, Neovim and other editors. The editor starts the command itself and "
            "talks to it on standard input and output; you do not run it by hand.",
        ),
        "lofte lsp\nlofte lsp --lang en",
        today=TODAY,
    ),
    "schema": command(
        Text("Skriv formatets JSON Schema.", "Write the JSON Schema of the format."),
        Text(
            "Skriv formatets JSON Schema, så att VS Code kan föreslå nycklar och förklara dem. Utan sort: alla "
            "sorters dokument i ett schema.",
            "Write the JSON Schema of the format, so that VS Code can suggest keys and explain them. Without a kind: "
            "all kinds of documents in one schema.",
        ),
        "lofte schema medborgarlofte > medborgarlofte.schema.json",
        kind=argument(
            f"En av {', '.join(KINDS)}.",
            f"One of {', '.join(KINDS)}.",
            metavar=Text("[SORT]", "[KIND]"),
            choices=KINDS,
            synonyms=KIND_SYNONYMS,
            default=None,
        ),
    ),
    "completion": command(
        Text(
            "Skriv ett skript som fyller i kommandon med tabb.",
            "Write a script that completes commands on tab.",
        ),
        Text(
            "Skriv ett skript som låter tabb fylla i kommandon och flaggor. Lägg till raden i skalets startfil.",
            "Write a script that lets tab complete commands and options. Add the line to the start file of the shell.",
        ),
        'eval "$(lofte completion bash)"\nlofte completion powershell >> $PROFILE',
        shell=argument(
            f"Ett av {', '.join(SHELLS)}.",
            f"One of {', '.join(SHELLS)}.",
            metavar=Text("SKAL", "SHELL"),
            choices=SHELLS,
        ),
    ),
}
