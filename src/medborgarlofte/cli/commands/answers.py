"""Commands that answer questions about documents."""

from collections.abc import Mapping
from typing import Final

from medborgarlofte.cli.options import Command, arguments, command, flag, option, options
from medborgarlofte.cli.parameters import DRAFTS, PATHS, TODAY, format_option, parse_days
from medborgarlofte.i18n import Text
from medborgarlofte.report import check, compare, diff, due, status, summary

_CODES: Final = Text("KODER", "CODES")
_KINDS_OF_CHANGE: Final = {
    "försvagat": "weakened", "borttaget": "dropped", "delat": "split", "uppdelat": "split", "sammanslaget": "merged",
    "flyttat": "moved", "skärpt": "sharpened", "nytt": "new", "omformulerat": "reworded", "behållet": "kept",
}  # fmt: skip
_GROUPS: Final = {
    "kommun": "municipality", "år": "year", "fokus": "focus", "fokusområde": "focus", "part": "party",
    "polisområde": "police-area", "lokalpolisområde": "police-area",
}  # fmt: skip
"""What `summary --by` counts, by the Swedish words for it."""

ANSWERS: Final[Mapping[str, Command]] = {
    "list": command(
        Text("Räkna upp dokumenten.", "List the documents."),
        Text(
            "Räkna upp dokumenten: id, sort, läge och titel. Id:t är det namn som andra kommandon tar.",
            "List the documents: id, kind, state and title. The id is the name that other commands take.",
        ),
        "lofte list\nlofte list karlshamn\nlofte list --format json",
        names=arguments(
            "En kommun, ett id, en fil eller mapp. Utan: hela projektet.",
            "A municipality, an id, a file or folder. Without: the whole project.",
            Text("[NAMN]...", "[NAME]..."),
        ),
        output=format_option(status.FORMATS.names),
        today=TODAY,
    ),
    "validate": command(
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
        paths=arguments(
            "Filer eller mappar, eller - för standard in. Utan sökväg: närmaste mapp promises.",
            "Files or folders, or - for standard input. Without a path: the nearest folder promises.",
            Text("[SÖKVÄG]...", "[PATH]..."),
        ),
        output=format_option(check.FORMATS.names),
        profile=option(
            "--profile",
            "Hur strängt: utkast, granskning, publicering eller arkiv. Förval auto: efter dokumentets status och period.",
            "How strict: utkast (draft), granskning (review), publicering (publishing) or arkiv (archive). Default auto: "
            "by the status and period of the document.",
            choices=("auto", "utkast", "granskning", "publicering", "arkiv"),
            synonyms={
                "draft": "utkast",
                "review": "granskning",
                "publishing": "publicering",
                "archive": "arkiv",
            },
            metavar=Text("PROFIL", "PROFILE"),
            default="auto",
        ),
        select=options(
            "--select",
            "Bara dessa regler eller grupper: M01,U.",
            "Only these rules or groups: M01,U.",
            metavar=_CODES,
        ),
        ignore=options(
            "--ignore", "Inte dessa regler eller grupper.", "Not these rules or groups.", metavar=_CODES
        ),
        today=TODAY,
        compact=flag("--compact", "En rad för varje fynd.", "One line for each finding."),
        statistics=flag("--statistics", "Bara antal per regel.", "Only the count of each rule."),
        fix=flag(
            "--fix",
            "Rätta det som bara har ett rätt svar: indrag, citattecken, punktlistor, stavning av nycklar och värden, "
            "datum, kommunkod, osynliga tecken. Löftets ordalydelse ändras aldrig.",
            "Fix what has one right answer: indentation, quotation marks, lists, spelling of keys and values, dates, "
            "municipality code, invisible characters. The wording of a promise is never changed.",
        ),
        unsafe=flag(
            "--unsafe",
            "Med --fix: rätta också det som är nästan säkert, till exempel en felstavad nyckel, utan att fråga.",
            "With --fix: also fix what is nearly certain, such as a misspelt key, without asking.",
        ),
        dry_run=flag(
            "--dry-run",
            "Med --fix: visa ändringen, skriv inget.",
            "With --fix: show the changes, write nothing.",
        ),
        published=flag(
            "--published",
            "Jämför också med det som polisen och kommunen publicerar: sparade sidor under publicerat, arkiverad.",
            "Also compare with what the police and the municipality publish: pages kept under publicerat, arkiverad.",
        ),
        watch=flag(
            "--watch",
            "Kontrollera igen varje gång en fil sparas, tills du trycker Ctrl+C.",
            "Check again whenever a file is saved, until you press Ctrl+C.",
        ),
        explain=option(
            "--explain",
            "Förklara en kod, till exempel D10.",
            "Explain a code, such as D10.",
            metavar=Text("KOD", "CODE"),
        ),
        explain_text=option(
            "--explain-text",
            "Visa vad reglerna läser ut ur en mening: antal, tider, förbehåll, vaga verb.",
            "Show what the rules read in a sentence: counts, times, reservations, vague verbs.",
            metavar=Text("TEXT", "TEXT"),
        ),
    ),
    "diff": command(
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
        documents=arguments(
            "En fil, ett id (karlshamn/lofte-2022), REV:sökväg ur git, en sparad webbsida, PDF eller Wordfil, eller en "
            "kommun eller mapp.",
            "A file, an id (karlshamn/lofte-2022), REV:path from git, a saved web page, PDF or Word file, or a "
            "municipality or folder.",
            Text("[GAMMAL] [NY]", "[OLD] [NEW]"),
        ),
        since=option(
            "--since",
            "Vad som ändrats i varje dokument sedan en revision.",
            "What changed in each document since a revision.",
            metavar=Text("REV", "REV"),
        ),
        output=format_option(diff.FORMATS.names),
        only=option(
            "--only",
            "Bara ett slags ändring: försvagat, borttaget, flyttat, skärpt, nytt …",
            "Only one kind of change: weakened, dropped …",
            choices=tuple(dict.fromkeys(_KINDS_OF_CHANGE.values())),
            synonyms=_KINDS_OF_CHANGE,
            metavar=Text("SLAG", "KIND"),
        ),
        strict=flag(
            "--strict",
            "Räkna bara par som är bekräftade eller ordagrant lika, inga som bara liknar varandra.",
            "Count only pairs that are confirmed or have the same wording, none that are only alike.",
        ),
        exit_code=flag(
            "--exit-code",
            "Avsluta med 1 när något försvagats eller ett åtagande med ett tal tagits bort, för CI.",
            "Exit with 1 when something weakened or a commitment with a number was dropped, for CI.",
        ),
        confirm=flag(
            "--confirm",
            "Gå igenom förslagen och skriv de bekräftade som ”fortsätter” i den nyare filen.",
            "Go through the suggestions and write the confirmed ones as “fortsätter” into the newer file.",
        ),
        drafts=DRAFTS,
    ),
    "compare": command(
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
        names=arguments(
            "Kommuner, mappar eller filer att jämföra. Utan: alla i närmaste mapp promises.",
            "Municipalities, folders or files to compare. Without: all in the nearest folder promises.",
            Text("[SÖKVÄG|KOMMUN]...", "[PATH|MUNICIPALITY]..."),
        ),
        area=option(
            "--area",
            "Bara kommunerna i ett län, ett lokalpolisområde eller en region ur lofte.toml.",
            "Only the municipalities of a county, a local police area or a region of lofte.toml.",
            metavar=Text("OMRÅDE", "AREA"),
        ),
        output=format_option(compare.FORMATS.names),
        drafts=DRAFTS,
        today=TODAY,
    ),
    "due": command(
        Text("Visa vad som har en dag, och vad som är försenat.", "Show what is due, and what is overdue."),
        Text(
            "Visa allt som har en dag, det närmaste först: uppföljningar, löften och överenskommelser som tar slut, "
            "lägesbilder äldre än två år, beslut och dialoger. Avslutar med 1 när något är försenat.",
            "Show everything that has a date, soonest first: follow-ups, promises and agreements about to end, situation "
            "pictures older than two years, decisions and dialogues. Exits with 1 when something is overdue.",
        ),
        "lofte due\nlofte due --within 1y\nlofte due --format ics > uppfoljning.ics",
        paths=PATHS,
        within=option(
            "--within",
            "Hur långt framåt: 90d, 12v, 6m eller 1å (förval 90d; i kalendern 2å).",
            "How far ahead: 90d, 12w, 6m or 1y (default 90d; 2y in a calendar).",
            metavar=Text("TID", "TIME"),
            parse=parse_days,
        ),
        output=format_option(due.FORMATS.names),
        today=TODAY,
    ),
    "summary": command(
        Text("Räkna löften, eller berätta ett som text.", "Count promises, or describe one as text."),
        Text(
            "Räkna: åtaganden, hur många som är mätbara och har en ansvarig, och hur det gick. Med ett löftes id berättas "
            "det löftet som text att klistra in.",
            "Count: commitments, how many are measurable and have a responsible function, and how it went. With the id of a "
            "promise, that promise is described as text to paste.",
        ),
        "lofte summary\nlofte summary --by focus\nlofte summary karlshamn/lofte-2022 --short\n"
        "lofte summary karlshamn/lofte-2022 --format markdown",
        names=arguments(
            "Filer, mappar eller ett löftes id. Utan: närmaste mapp promises.",
            "Files, folders or the id of a promise. Without: the nearest folder promises.",
            Text("[SÖKVÄG|ID]...", "[PATH|ID]..."),
        ),
        by=option(
            "--by",
            "Räkna efter kommun, år, fokus, part eller polisområde.",
            "Count by municipality, year, focus, party, police-area.",
            choices=tuple(dict.fromkeys(_GROUPS.values())),
            synonyms=_GROUPS,
            metavar=Text("VAD", "WHAT"),
        ),
        output=format_option(
            summary.FORMATS.names,
            "Hur svaret skrivs (förval text). markdown är en tabell till kommunstyrelsen.",
            "Output format (default text). markdown is a table for the board.",
        ),
        short=flag("--short", "Ett löfte i högst 60 ord.", "One promise in at most 60 words."),
        drafts=DRAFTS,
        today=TODAY,
    ),
}
