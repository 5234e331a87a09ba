"""Every command: `cli/<command>.py` has its function."""

from collections.abc import Mapping
from typing import Final

from medborgarlofte.cli.commands.answers import Compare, Diff, Due, List, Summary, Validate
from medborgarlofte.cli.commands.documents import FollowUp, Import, Init, New, Rename, Sign
from medborgarlofte.cli.commands.publishing import Completion, Export, Lsp, Preview, Render, Schema
from medborgarlofte.cli.options import Command
from medborgarlofte.i18n import Text

COMMANDS: Final[Mapping[str, Command]] = {
    "init": Command(
        Text("Börja på ett nytt projekt.", "Start a new project."),
        Text(
            "Börja på ett projekt: mappen promises, inställningar, stöd i VS Code och git, kontroll och publicering hos GitHub "
            "och GitLab, och en README för kollegor. Bara det som saknas skrivs; inget som finns ändras.",
            "Start a project: the folder promises, settings, support in VS Code and git, checks and publishing on GitHub and "
            "GitLab, and a README in Swedish for colleagues. Only what is missing is written; nothing that exists is changed.",
        ),
        "lofte init\nlofte init trygghet --municipality Lerum\nlofte init --municipality 1441 --dry-run",
        Init,
    ),
    "list": Command(
        Text("Räkna upp dokumenten.", "List the documents."),
        Text(
            "Räkna upp dokumenten: id, sort, läge och titel. Id:t är det namn som andra kommandon tar.",
            "List the documents: id, kind, state and title. The id is the name that other commands take.",
        ),
        "lofte list\nlofte list karlshamn\nlofte list --format json",
        List,
    ),
    "validate": Command(
        Text(
            "Kontrollera löften och säg vad som behöver rättas.", "Check promises and show what needs fixing."
        ),
        Text(
            "Kontrollera löften och andra dokument. Varje problem visas med fil, rad, vad som är fel, varför det "
            "spelar roll och vad du gör nu. Inget ändras.",
            "Check promises and other documents. Each problem is shown with its file, line, what is wrong, why it "
            "matters and what to do now. Nothing is changed.",
        ),
        "lofte validate\nlofte validate promises/karlshamn --format json\nlofte validate --explain D10",
        Validate,
    ),
    "render": Command(
        Text("Bygg webbplatsen.", "Build the site."),
        Text(
            "Bygg webbplatsen av löftena: HTML och Markdown. Dokumenten kontrolleras först, och finns det fel skrivs "
            "inget. En mapp som lofte inte har skapat rörs aldrig.",
            "Build the site from the promises: HTML and Markdown. The documents are checked first, and nothing is "
            "written if there are errors. A folder that lofte did not create is never touched.",
        ),
        "lofte render\nlofte render promises/karlshamn -o karlshamn-webb",
        Render,
    ),
    "preview": Command(
        Text("Visa webbplatsen medan du skriver.", "Show the site while you write."),
        Text(
            "Visa webbplatsen på den här datorn medan du skriver. Sidorna byggs och laddas om när en fil sparas. Är något fel "
            "visas det på sidan och här, tills det är rättat.",
            "Show the site on this computer while you write. The pages are rebuilt and reloaded when a file is saved. Errors "
            "are shown on the page and here until they are fixed.",
        ),
        "lofte preview --open\nlofte preview --port 9000",
        Preview,
    ),
    "diff": Command(
        Text(
            "Jämför två löften: behållet, skärpt, försvagat, borttaget.",
            "Compare two promises: kept, sharpened, weakened, dropped.",
        ),
        Text(
            "Jämför två dokument: vad som är behållet, skärpt, försvagat, flyttat, borttaget och nytt. Med ett namn "
            "(en kommun eller en mapp) jämförs varje löfte med det före.",
            "Compare two documents: what is kept, sharpened, weakened, moved, dropped and new. With one name (a "
            "municipality or a folder) each promise is compared with the one before.",
        ),
        "lofte diff karlshamn/lofte-2022 karlshamn/lofte-2024\nlofte diff karlshamn\n"
        "lofte diff --since HEAD --exit-code",
        Diff,
    ),
    "compare": Command(
        Text(
            "Jämför kommuner: ämnen, luckor, samma ord.", "Compare municipalities: topics, gaps, same words."
        ),
        Text(
            "Jämför kommuner: vilka ämnen flera tar upp, vad en är ensam om, vad en saknar som de flesta andra har, och "
            "åtaganden med samma ord i flera kommuner. Räknar löften som gäller, annars det senaste.",
            "Compare municipalities: topics that several take up, what one has alone, what one lacks that most others have, and "
            "commitments in the same words in several. Counts promises in force, else the latest one.",
        ),
        "lofte compare\nlofte compare karlshamn solvesborg\nlofte compare --area 'Blekinge län' --format json",
        Compare,
    ),
    "import": Command(
        Text("Gör utkast av Word, PDF, webbsidor och text.", "Make drafts of Word, PDF, web pages and text."),
        Text(
            "Gör utkast av dokument som finns: Word (.docx), PDF, webbsidor, text, Markdown och RTF. Texten är ordagrann. "
            "Det som inte får någon plats står som kommentar, och det som är osäkert räknas upp.",
            "Draft documents from existing files: Word (.docx), PDF, web pages, text, Markdown and RTF. The wording is "
            "verbatim. Unplaced text becomes a comment; uncertain placements are listed.",
        ),
        "lofte import lofte-2024.docx\nlofte import sida.html -o promises/exempelby\nlofte import lofte.pdf -o -",
        Import,
    ),
    "new": Command(
        Text("Börja på ett nytt dokument.", "Start a new document."),
        Text(
            "Börja på ett dokument: från ingenting, från förra årets löfte, eller ett påhittat exempel att prova med. "
            "Inget som finns skrivs över.",
            "Start a document: from nothing, from last year's promise, or an invented example to try out. Nothing that "
            "exists is overwritten.",
        ),
        'lofte new --municipality "Exempelby kommun" --start 2025 --end 2025\n'
        "lofte new --from karlshamn/lofte-2022\nlofte new --example prova",
        New,
    ),
    "sign": Command(
        Text("Anteckna att ett löfte är undertecknat.", "Record that a promise has been signed."),
        Text(
            "Anteckna att ett löfte är undertecknat: status blir antaget, och namnen skrivs under ”undertecknat”. Löftet "
            "granskas först, och fel stoppar. Ingen annan rad i filen ändras.",
            "Record that a promise has been signed: its status becomes antaget, and the names are written under "
            "“undertecknat”. The promise is reviewed first, and errors stop. No other line of the file is changed.",
        ),
        'lofte sign exempelby/lofte-2026\nlofte sign exempelby/lofte-2026 --by "Kim Exempelsson, kommunalråd, kommunen"',
        Sign,
    ),
    "follow-up": Command(
        Text("Följ upp ett löfte: formulär och utfall.", "Follow up a promise: form and outcomes."),
        Text(
            "Följ upp ett löfte: skriv ett formulär bredvid löftets fil, eller för in hur det gick. Löftets egen fil "
            "ändras aldrig. Finns formuläret redan läggs bara det nya till.",
            "Follow up a promise: write a form beside the promise's file, or record how it went. The promise's own file "
            "is never changed. If the form exists already, only new entries are added.",
        ),
        "lofte follow-up karlshamn/lofte-2022\nlofte follow-up karlshamn/lofte-2022 --interactive\n"
        "lofte follow-up karlshamn/lofte-2022 --set K1=genomfört:104\n"
        "lofte follow-up karlshamn/lofte-2022 --mail utskick\nlofte follow-up karlshamn/lofte-2022 --read svar.txt",
        FollowUp,
    ),
    "due": Command(
        Text("Visa vad som har en dag, och vad som är försenat.", "Show what is due, and what is overdue."),
        Text(
            "Visa allt som har en dag, det närmaste först: uppföljningar, löften och överenskommelser som tar slut, "
            "lägesbilder äldre än två år, beslut och dialoger. Avslutar med 1 när något är försenat.",
            "Show everything that has a date, soonest first: follow-ups, promises and agreements about to end, situation "
            "pictures older than two years, decisions and dialogues. Exits with 1 when something is overdue.",
        ),
        "lofte due\nlofte due --within 1y\nlofte due -o uppfoljning.ics",
        Due,
    ),
    "summary": Command(
        Text("Räkna löften, eller berätta ett som text.", "Count promises, or describe one as text."),
        Text(
            "Räkna: åtaganden, hur många som är mätbara och har en ansvarig, och hur det gick. Med ett löftes id berättas "
            "det löftet som text att klistra in.",
            "Count: commitments, how many are measurable and have a responsible function, and how it went. With the id of a "
            "promise, that promise is described as text to paste.",
        ),
        "lofte summary\nlofte summary --by focus\nlofte summary karlshamn/lofte-2022 --short\n"
        "lofte summary karlshamn/lofte-2022 --format markdown",
        Summary,
    ),
    "rename": Command(
        Text(
            "Byt id eller filnamn, med alla hänvisningar.", "Change an id or file name, with all references."
        ),
        Text(
            "Byt namn på ett dokument, en mapp eller ett id i ett dokument, och ändra samtidigt varje hänvisning dit. Allt "
            "annat i filerna är oförändrat. Går något inte, ändras inget.",
            "Rename a document, a folder or an id in a document, and change every reference to it. Everything else in the "
            "files stays as it is. If something fails, nothing is changed.",
        ),
        "lofte rename exempelby/lofte-2026#K1 K7\nlofte rename exempelby/lofte-2026 exempelby/lofte-2026-2027\n"
        "lofte rename exempelby exempelkoping",
        Rename,
    ),
    "export": Command(
        Text("Skriv öppna data.", "Write open data."),
        Text(
            "Skriv öppna data: löften, åtaganden och uppföljningar som CSV med beskrivning, alla dokument som JSON, och en "
            "katalog för dataportaler när lofte.toml säger vem som publicerar.",
            "Write open data: promises, commitments and follow-ups as CSV with a description, all documents as JSON, and a "
            "catalogue for data portals when lofte.toml names the publisher.",
        ),
        "lofte export -o data\nlofte export -o data --excel\nlofte export --format sqlite -o databas\n"
        "lofte export --format xlsx -o excel",
        Export,
    ),
    "lsp": Command(
        Text("Kontrollera medan du skriver, i en editor.", "Check while you write, in an editor."),
        Text(
            "Kontrollera löften medan du skriver, i VS Code, Neovim och andra editorer. Editorn startar kommandot själv och "
            "talar med det på standard in och ut; du kör det inte för hand.",
            "Check promises while you write, in VS Code, Neovim and other editors. The editor starts the command itself and "
            "talks to it on standard input and output; you do not run it by hand.",
        ),
        "lofte lsp\nlofte lsp --lang en",
        Lsp,
    ),
    "schema": Command(
        Text("Skriv formatets JSON Schema.", "Write the JSON Schema of the format."),
        Text(
            "Skriv formatets JSON Schema, så att VS Code kan föreslå nycklar och förklara dem. Utan sort: alla "
            "sorters dokument i ett schema.",
            "Write the JSON Schema of the format, so that VS Code can suggest keys and explain them. Without a kind: "
            "all kinds of documents in one schema.",
        ),
        "lofte schema medborgarlofte > medborgarlofte.schema.json",
        Schema,
    ),
    "completion": Command(
        Text(
            "Skriv ett skript som fyller i kommandon med tabb.",
            "Write a script that completes commands on tab.",
        ),
        Text(
            "Skriv ett skript som låter tabb fylla i kommandon och flaggor. Lägg till raden i skalets startfil.",
            "Write a script that lets tab complete commands and options. Add the line to the start file of the shell.",
        ),
        'eval "$(lofte completion bash)"\nlofte completion powershell >> $PROFILE',
        Completion,
    ),
}
"""Every command in the order of the help."""

COMMAND_WORDS: Final[Mapping[str, str]] = {
    "börja": "init", "starta": "init", "lista": "list", "dokument": "list",
    "kontrollera": "validate", "granska": "validate", "rätta": "validate", "check": "validate",
    "bygg": "render", "publicera": "render", "webbplats": "render", "build": "render", "publish": "render",
    "visa": "preview", "förhandsvisa": "preview", "show": "preview", "serve": "preview",
    "skillnad": "diff", "ändringar": "diff", "jämför": "compare", "importera": "import", "läs-in": "import",
    "ny": "new", "skriv": "new", "nya": "new", "nytt": "new", "skapa": "new", "create": "new",
    "underteckna": "sign", "skriv-under": "sign", "uppföljning": "follow-up", "följ-upp": "follow-up",
    "följa-upp": "follow-up", "kommande": "due", "försenat": "due", "kalender": "due", "deadlines": "due",
    "sammanfatta": "summary", "sammanfattning": "summary", "statistik": "summary",
    "byt-namn": "rename", "döp-om": "rename", "exportera": "export",
}  # fmt: skip
"""Other words for the commands, Swedish and English, that are suggested and not run."""
