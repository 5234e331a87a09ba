"""`lofte follow-up`: write and fill in a follow-up."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Annotated, Final, Literal

from medborgarlofte.cli import lazy
from medborgarlofte.cli.bilingual import command
from medborgarlofte.cli.options import argument, option
from medborgarlofte.cli.parameters import DATE, FILE, FOLDER, Today, parse_day
from medborgarlofte.cli.session import ExitCode, Session
from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text

COUNTINGS: Final[Mapping[str, Literal["hittills", "sedan förra"]]] = {
    "hittills": "hittills",
    "sedan-förra": "sedan förra",
}
FORMS: Final = ("text", "xlsx")

Name = Annotated[
    str,
    argument(
        "Löftets id eller fil: karlshamn/lofte-2022.",
        "Id or file of the promise: karlshamn/lofte-2022.",
        metavar=Text("ID", "ID"),
    ),
]
Date = Annotated[
    dt.date | None,
    option(
        "--date",
        "Uppföljningens dag (förval: nästa dag i planen, men för utfall senast i dag).",
        "Day of the follow-up (default: the next day of the plan, but for outcomes today at the latest).",
        metavar=DATE,
        parse=parse_day,
    ),
]
Set = Annotated[
    Sequence[str],
    option(
        "--set",
        "För in utan att fråga; kan upprepas. K1=genomfört:104:kommentar. K1=:104 tar status av talet.",
        "Record without asking; may be repeated. K1=genomfört:104:comment. K1=:104 takes the status from the figure.",
        metavar=Text("K1=STATUS:UTFALL", "K1=STATUS:OUTCOME"),
    ),
]
Counted = Annotated[
    str | None,
    option(
        "--counted",
        "Vad talen räknar: hela löftet hittills, eller bara det nya sedan förra uppföljningen.",
        "What the figures count: the promise so far (hittills), or only what is new since the last follow-up.",
        choices=tuple(COUNTINGS),
    ),
]
Interactive = Annotated[
    bool,
    option(
        "--interactive -i",
        "Fråga åtagande för åtagande. Varje svar sparas genast, så det går att sluta när som helst.",
        "Ask commitment by commitment. Each answer is saved at once, so you may stop at any time.",
    ),
]
Mail = Annotated[
    str | None,
    option(
        "--mail",
        "Skriv ett formulär för varje ansvarig funktion i en mapp, att skicka ut.",
        "Write a form for each responsible function in a folder, to send out.",
        metavar=FOLDER,
    ),
]
Form = Annotated[
    str,
    option(
        "--form",
        "Med --mail: text (förval) eller xlsx.",
        "With --mail: text (default) or xlsx.",
        choices=FORMS,
    ),
]
Read = Annotated[
    str | None,
    option(
        "--read",
        "Läs in ett ifyllt formulär. Varje rad som inte går att förstå pekas ut.",
        "Read a form that has been filled in. Each line that cannot be understood is pointed out.",
        metavar=FILE,
    ),
]


@command(
    "Följ upp ett löfte: skriv ett formulär bredvid löftets fil, eller för in hur det gick. Löftets egen fil "
    "ändras aldrig. Finns formuläret redan läggs bara det nya till.",
    "Follow up a promise: write a form beside the promise's file, or record how it went. The promise's own file "
    "is never changed. If the form exists already, only new entries are added.",
    example="lofte follow-up karlshamn/lofte-2022\nlofte follow-up karlshamn/lofte-2022 --interactive\n"
    "lofte follow-up karlshamn/lofte-2022 --set K1=genomfört:104\n"
    "lofte follow-up karlshamn/lofte-2022 --mail utskick\nlofte follow-up karlshamn/lofte-2022 --read svar.txt",
)
def follow_up(
    session: Session,
    name: Name,
    *,
    date: Date = None,
    settings: Set = (),
    counted: Counted = None,
    interactive: Interactive = False,
    mail: Mail = None,
    form: Form = "text",
    read: Read = None,
    today: Today = None,
) -> int:
    """Create or continue a form, then record outcomes."""
    _check_options(session, settings, mail, read, interactive=interactive)
    counting = COUNTINGS[counted] if counted else None
    day = today or session.today
    if read:
        return lazy.follow_up_mail.read_answers(session, name, read, day, counting)
    find = lazy.follow_up_file.work_done_by if interactive or settings else lazy.follow_up_file.work_named
    work = find(session, name, date, day)
    if mail:
        return lazy.follow_up_mail.write_forms(session, work, mail, form, counting)
    entries = lazy.follow_up_file.parse_entries(work, settings, counting)
    created = work.write(entries)
    session.print(lazy.follow_up_file.written(work, created, len(entries)))
    if interactive:
        return lazy.interview.interview(session, work)
    return ExitCode.CLEAN


def _check_options(
    session: Session, settings: Sequence[str], mail: str | None, read: str | None, *, interactive: bool
) -> None:
    """Raise LofteError for options that do not go together."""
    if sum(map(bool, (settings, interactive, mail, read))) > 1:
        raise LofteError(
            Text(
                "--set, --interactive, --mail och --read går inte att blanda.",
                "--set, --interactive, --mail and --read cannot be combined.",
            ),
            Text("Kör dem var för sig.", "Run them one at a time."),
        )
    if interactive and not session.interactive:
        raise LofteError(
            Text(
                "--interactive frågar, och behöver en terminal.", "--interactive asks, and needs a terminal."
            ),
            Text("Skriv annars: --set K1=genomfört:104", "Otherwise write: --set K1=genomfört:104"),
        )
