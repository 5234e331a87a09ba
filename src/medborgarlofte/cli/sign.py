"""`lofte sign`: adopt a draft with its signatures."""

import datetime as dt
from collections.abc import Sequence
from typing import Annotated

from medborgarlofte.cli import lazy
from medborgarlofte.cli.bilingual import command
from medborgarlofte.cli.options import argument, option
from medborgarlofte.cli.parameters import DATE, Today, parse_day
from medborgarlofte.cli.session import ExitCode, Session
from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text

Name = Annotated[
    str, argument("Löftets id eller fil.", "Id or file of the promise.", metavar=Text("ID", "ID"))
]
By = Annotated[
    Sequence[str],
    option(
        "--by",
        "Den som skrev under; kan upprepas. Utan --by frågas för varje part.",
        "Who signed; may be repeated. Without --by each party is asked for.",
        metavar=Text("NAMN,ROLL,PART", "NAME,ROLE,PARTY"),
    ),
]
Date = Annotated[
    dt.date | None,
    option(
        "--date",
        "När det undertecknades (förval i dag).",
        "When it was signed (default today).",
        metavar=DATE,
        parse=parse_day,
    ),
]


@command(
    "Anteckna att ett löfte är undertecknat: status blir antaget, och namnen skrivs under ”undertecknat”. Löftet "
    "granskas först, och fel stoppar. Ingen annan rad i filen ändras.",
    "Record that a promise has been signed: its status becomes antaget, and the names are written under "
    "“undertecknat”. The promise is reviewed first, and errors stop. No other line of the file is changed.",
    example='lofte sign exempelby/lofte-2026\nlofte sign exempelby/lofte-2026 --by "Kim Exempelsson, kommunalråd, kommunen"',
)
def sign(session: Session, name: Name, *, by: By = (), date: Date = None, today: Today = None) -> int:
    """Review, then write status and signatures."""
    if not by and not session.interactive:
        raise LofteError(
            Text("--by saknas.", "--by is missing."),
            Text(
                'Skriv --by "Kim Exempelsson, kommunalråd, kommunen".',
                'Write --by "Kim Exempelsson, kommunalråd, kommunen".',
            ),
        )
    day = today or session.today
    session.print(lazy.signing.sign_promise(session, name, by, date or day, day))
    return ExitCode.CLEAN
