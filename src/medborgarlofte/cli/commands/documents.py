"""Commands that write documents."""

from collections.abc import Mapping
from typing import Final

from medborgarlofte.cli.options import Command, argument, arguments, command, flag, option, options
from medborgarlofte.cli.parameters import (
    DATE,
    FILE,
    FOLDER,
    ID,
    KIND_SYNONYMS,
    NAME,
    TODAY,
    parse_day,
    suggest_place,
)
from medborgarlofte.i18n import Text

NEW_KINDS: Final = {
    "medborgarlöfte": "lofte",
    "samverkansöverenskommelse": "overenskommelse",
    "lägesbild": "lagesbild",
    "åtgärdsplan": "atgardsplan",
    "trygghetsmätning": "trygghetsmatning",
    "medborgardialog": "medborgardialog",
}
"""Kinds that can be started from nothing, with the start of the file's name; follow-ups have `lofte follow-up`."""

DOCUMENTS: Final[Mapping[str, Command]] = {
    "init": command(
        Text("Börja på ett nytt projekt.", "Start a new project."),
        Text(
            "Börja på ett projekt: mappen promises, inställningar, stöd i VS Code och git, kontroll och publicering hos GitHub "
            "och GitLab, och en README för kollegor. Bara det som saknas skrivs; inget som finns ändras.",
            "Start a project: the folder promises, settings, support in VS Code and git, checks and publishing on GitHub and "
            "GitLab, and a README in Swedish for colleagues. Only what is missing is written; nothing that exists is changed.",
        ),
        "lofte init\nlofte init trygghet --municipality Lerum\nlofte init --municipality 1441 --dry-run",
        folder=argument(
            "Var projektet ska ligga. Utan: här.",
            "Where to put the project. Without: here.",
            metavar=Text("[MAPP]", "[DIR]"),
            default=".",
        ),
        municipality=option(
            "--municipality --kommun",
            "Kommunens namn eller kod: Lerum, 1441.",
            "Name or code of the municipality: Lerum, 1441.",
            metavar=NAME,
        ),
        police=option(
            "--police --polis",
            "Lokalpolisområdets namn (förval efter kommunen).",
            "Name of the local police area (default: after the municipality).",
            metavar=NAME,
        ),
        dry_run=flag("--dry-run", "Visa filerna, skriv inget.", "Show the files, write nothing."),
    ),
    "import": command(
        Text("Gör utkast av Word, PDF, webbsidor och text.", "Make drafts of Word, PDF, web pages and text."),
        Text(
            "Gör utkast av dokument som finns: Word (.docx), PDF, webbsidor, text, Markdown och RTF. Texten är ordagrann. "
            "Det som inte får någon plats står som kommentar, och det som är osäkert räknas upp.",
            "Draft documents from existing files: Word (.docx), PDF, web pages, text, Markdown and RTF. The wording is "
            "verbatim. Unplaced text becomes a comment; uncertain placements are listed.",
        ),
        "lofte import lofte-2024.docx\nlofte import sida.html -o promises/exempelby\nlofte import lofte.pdf -o -",
        files=arguments(
            "Filer att läsa in. - läser standard in.",
            "Files to import. - reads standard input.",
            Text("FIL...", "FILE..."),
        ),
        output=option(
            "-o --output",
            "Mappen som utkasten skrivs i. - skriver dem på standard ut. Annars kommunens mapp under promises.",
            "The folder for the drafts. - writes them to standard output. Default: the municipality’s folder below promises.",
            metavar=FOLDER,
        ),
        review=flag(
            "--review",
            "Fråga om det som är osäkert eller inte fick någon plats.",
            "Ask about what is uncertain or did not fit a field.",
        ),
    ),
    "new": command(
        Text("Börja på ett nytt dokument.", "Start a new document."),
        Text(
            "Börja på ett dokument: från ingenting, från förra årets löfte, eller ett påhittat exempel att prova med. "
            "Inget som finns skrivs över.",
            "Start a document: from nothing, from last year's promise, or an invented example to try out. Nothing that "
            "exists is overwritten.",
        ),
        'lofte new --municipality "Exempelby kommun" --start 2025 --end 2025\n'
        "lofte new --from karlshamn/lofte-2022\nlofte new --example prova",
        kind=argument(
            f"En av {', '.join(NEW_KINDS)}.",
            f"One of {', '.join(NEW_KINDS)}.",
            metavar=Text("[SORT]", "[KIND]"),
            choices=tuple(NEW_KINDS),
            synonyms=KIND_SYNONYMS,
            hint=suggest_place,
            default="medborgarlöfte",
        ),
        predecessor=option(
            "--from", "Gör nästa löfte av det här.", "Make the next promise from this one.", metavar=ID
        ),
        example=option(
            "--example",
            "Skriv en påhittad kommun i en ny mapp.",
            "Write an invented municipality into a new folder.",
            metavar=FOLDER,
        ),
        municipality=option(
            "--municipality --kommun",
            "Kommunens namn: Exempelby kommun.",
            "Name of the municipality: Exempelby kommun.",
            metavar=NAME,
        ),
        police=option(
            "--police --polis",
            "Polisens namn: Lokalpolisområde Exempelby.",
            "Name of the police: Lokalpolisområde Exempelby.",
            metavar=NAME,
        ),
        start=option(
            "--start",
            "Första dagen, eller dokumentets datum.",
            "First day, or the date of the document.",
            metavar=DATE,
        ),
        end=option("--end", "Sista dagen.", "Last day.", metavar=DATE),
        output=option("-o --output", "Var filen skrivs.", "Where the file is written.", metavar=FILE),
    ),
    "sign": command(
        Text("Anteckna att ett löfte är undertecknat.", "Record that a promise has been signed."),
        Text(
            "Anteckna att ett löfte är undertecknat: status blir antaget, och namnen skrivs under ”undertecknat”. Löftet "
            "granskas först, och fel stoppar. Ingen annan rad i filen ändras.",
            "Record that a promise has been signed: its status becomes antaget, and the names are written under "
            "“undertecknat”. The promise is reviewed first, and errors stop. No other line of the file is changed.",
        ),
        'lofte sign exempelby/lofte-2026\nlofte sign exempelby/lofte-2026 --by "Kim Exempelsson, kommunalråd, kommunen"',
        name=argument("Löftets id eller fil.", "Id or file of the promise.", metavar=ID),
        by=options(
            "--by",
            "Den som skrev under; kan upprepas. Utan --by frågas för varje part.",
            "Who signed; may be repeated. Without --by each party is asked for.",
            metavar=Text("NAMN,ROLL,PART", "NAME,ROLE,PARTY"),
        ),
        date=option(
            "--date",
            "När det undertecknades (förval i dag).",
            "When it was signed (default today).",
            metavar=DATE,
            parse=parse_day,
        ),
        today=TODAY,
    ),
    "follow-up": command(
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
        name=argument(
            "Löftets id eller fil: karlshamn/lofte-2022.",
            "Id or file of the promise: karlshamn/lofte-2022.",
            metavar=ID,
        ),
        date=option(
            "--date",
            "Uppföljningens dag (förval: nästa dag i planen, men för utfall senast i dag).",
            "Day of the follow-up (default: the next day of the plan, but for outcomes today at the latest).",
            metavar=DATE,
            parse=parse_day,
        ),
        settings=options(
            "--set",
            "För in utan att fråga; kan upprepas. K1=genomfört:104:kommentar. K1=:104 tar status av talet.",
            "Record without asking; may be repeated. K1=genomfört:104:comment. K1=:104 takes the status from the figure.",
            metavar=Text("K1=STATUS:UTFALL", "K1=STATUS:OUTCOME"),
        ),
        counted=option(
            "--counted",
            "Vad talen räknar: hela löftet hittills, eller bara det nya sedan förra uppföljningen.",
            "What the figures count: the promise so far (hittills), or only what is new since the last follow-up.",
            choices=("hittills", "sedan-förra"),
        ),
        interactive=flag(
            "--interactive -i",
            "Fråga åtagande för åtagande. Varje svar sparas genast, så det går att sluta när som helst.",
            "Ask commitment by commitment. Each answer is saved at once, so you may stop at any time.",
        ),
        mail=option(
            "--mail",
            "Skriv ett formulär för varje ansvarig funktion i en mapp, att skicka ut.",
            "Write a form for each responsible function in a folder, to send out.",
            metavar=FOLDER,
        ),
        form=option(
            "--form",
            "Med --mail: text (förval) eller xlsx.",
            "With --mail: text (default) or xlsx.",
            choices=("text", "xlsx"),
            default="text",
        ),
        read=option(
            "--read",
            "Läs in ett ifyllt formulär. Varje rad som inte går att förstå pekas ut.",
            "Read a form that has been filled in. Each line that cannot be understood is pointed out.",
            metavar=FILE,
        ),
        today=TODAY,
    ),
    "rename": command(
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
        old=argument(
            "Ett dokuments id eller fil, en mapp, eller ett åtagande: exempelby/lofte-2026#K1.",
            "A document's id or file, a folder, or a commitment: exempelby/lofte-2026#K1.",
            metavar=Text("GAMMALT", "OLD"),
        ),
        new=argument("Det nya namnet.", "The new name.", metavar=Text("NYTT", "NEW")),
        dry_run=flag(
            "--dry-run", "Visa vad som skulle ändras, skriv inget.", "Show the changes, write nothing."
        ),
    ),
}
