"""`lofte due`: everything with a clock, soonest first."""

import datetime as dt
import re
from typing import Any

import click

from medborgarlofte.cli.bilingual import Command, format_option, paths_argument
from medborgarlofte.cli.check import BROKEN, today_option
from medborgarlofte.cli.session import ExitCode, Session
from medborgarlofte.i18n import Text
from medborgarlofte.report.due import FORMATS


def build(session: Session) -> click.Command:
    """The command for a session."""
    say = session.say

    def due(paths: tuple[str, ...], within: int | None, output: str | None, today: dt.date | None) -> int:
        from medborgarlofte.follow_up.deadlines import deadlines  # noqa: PLC0415 - heavy modules wait until needed
        from medborgarlofte.report.due.result import DueResult  # noqa: PLC0415

        day = today or session.today
        ahead = within if within is not None else 730 if output == "ics" else 90
        until = day + dt.timedelta(days=min(ahead, (dt.date.max - day).days - 800))
        workspace = session.load(paths)
        found = [
            deadline
            for deadline in deadlines(workspace, today=day, until=until)
            if deadline.document in workspace.asked
        ]
        write = FORMATS.choose(output, terminal=session.color)
        due = DueResult(found, day)
        session.write(write(due, lang=session.lang, width=session.width, color=session.color))
        if workspace.has_errors:
            click.echo(say(BROKEN), err=True)
        return ExitCode.FINDINGS if any(deadline.state == "overdue" for deadline in found) else ExitCode.CLEAN

    return Command(
        session,
        name="due",
        callback=due,
        about=Text(
            "Visa allt som har en dag, det närmaste först: uppföljningar, löften och överenskommelser som tar slut, "
            "lägesbilder äldre än två år, beslut och dialoger. Svarar 1 när något är försenat.",
            "Show everything that has a day, soonest first: follow-ups, promises and agreements about to end, situation "
            "pictures older than two years, decisions and dialogues. Answers 1 when something is overdue.",
        ),
        example="lofte due\nlofte due --within 1y\nlofte due --format ics > uppfoljning.ics",
        params=[
            paths_argument(session),
            click.Option(
                ["--within"],
                type=_Days(session),
                metavar=say(Text("TID", "TIME")),
                help=say(
                    Text(
                        "Hur långt framåt: 90d, 12v, 6m eller 1å (förval 90d; i kalendern 2å).",
                        "How far ahead: 90d, 12w, 6m or 1y (default 90d; 2y in a calendar).",
                    )
                ),
            ),
            format_option(session, FORMATS.names),
            today_option(session),
        ],
    )


class _Days(click.ParamType[int]):
    """A stretch of time as days."""

    name = "time"

    def __init__(self, session: Session) -> None:
        self.session = session

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        found = re.fullmatch(r"([0-9]{1,5})\s*(d|v|w|m|å|y)?", str(value).strip().lower())
        if found:
            return int(found[1]) * {"d": 1, "v": 7, "w": 7, "m": 31, "å": 366, "y": 366}[found[2] or "d"]
        said = Text(
            f"”{value}” är ingen tid. Skriv 90d, 12v, 6m eller 1å.",
            f"“{value}” is no stretch of time. Write 90d, 12w, 6m or 1y.",
        )
        raise click.BadParameter(self.session.say(said), ctx, param)
