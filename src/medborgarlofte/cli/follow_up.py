"""`lofte follow-up`: write and fill in a follow-up."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Final

from medborgarlofte.cli.follow_up_file import parse_entries, work_done_by, work_named, written
from medborgarlofte.cli.follow_up_mail import read_answers, write_forms
from medborgarlofte.cli.interview import interview
from medborgarlofte.cli.session import ExitCode, Session
from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text
from medborgarlofte.model.follow_up import Counting

_COUNTINGS: Final[Mapping[str, Counting]] = {"hittills": "hittills", "sedan-förra": "sedan förra"}


def follow_up(
    session: Session,
    *,
    name: str,
    date: dt.date | None,
    settings: Sequence[str],
    counted: str | None,
    interactive: bool,
    mail: str | None,
    form: str,
    read: str | None,
    today: dt.date | None,
) -> int:
    """Create or continue a form, then record outcomes."""
    _check_options(session, settings, mail, read, interactive=interactive)
    counting = _COUNTINGS[counted] if counted else None
    day = today or session.today
    if read:
        return read_answers(session, name, read, day, counting)
    find = work_done_by if interactive or settings else work_named
    work = find(session, name, date, day)
    if mail:
        return write_forms(session, work, mail, form, counting)
    entries = parse_entries(work, settings, counting)
    created = work.write(entries)
    session.print(written(work, created, len(entries)))
    if interactive:
        return interview(session, work)
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
