"""`lofte summary`: figures over promises, or one promise told as text."""

import datetime as dt

import click

from medborgarlofte.cli.bilingual import Argument, Choice, Command
from medborgarlofte.cli.check import BROKEN, today_option
from medborgarlofte.cli.resolve import document_named
from medborgarlofte.cli.session import ExitCode, Session
from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text
from medborgarlofte.report.summary import FORMATS

GROUPS = ("municipality", "year", "focus", "party", "police-area")


def build(session: Session) -> click.Command:
    """The command for a session."""
    say = session.say

    def summary(
        names: tuple[str, ...], by: str | None, output: str | None, short: bool, today: dt.date | None
    ) -> int:
        from medborgarlofte.report.summary.result import Summary  # noqa: PLC0415
        from medborgarlofte.stats import figures, rows  # noqa: PLC0415

        day = today or session.today
        told = (
            len(names) == 1 and output in {None, "text"} and not by and not (session.cwd / names[0]).is_dir()
        )
        if short and (by or output not in {None, "text"}):
            raise LofteError(
                Text(
                    "--short är text, och går inte ihop med --by eller --format.",
                    "--short is text, and does not go with --by or --format.",
                )
            )
        if told or short:
            return _tell(session, names, day, short=short)
        if len(names) == 1 and not (session.cwd / names[0]).exists():
            loaded, workspace = document_named(session, names[0])
            found = figures(workspace, today=day, ids=frozenset([loaded.id]))
        else:
            workspace = session.load(names)
            found = figures(workspace, today=day)
        if workspace.has_errors:
            click.echo(say(BROKEN), err=True)
        elif not found:
            click.echo(say(_NOTHING), err=True)
        gathered = Summary(found, by or "", rows(found, by) if by else ())
        write = FORMATS.choose(output, terminal=session.color)
        session.write(write(gathered, lang=session.lang, width=session.width, color=session.color))
        return ExitCode.CLEAN

    return Command(
        session,
        name="summary",
        callback=summary,
        about=Text(
            "Räkna: åtaganden, hur många som är mätbara och har en ansvarig, och hur det gick. Med ett löftes id berättas "
            "det löftet som text att klistra in.",
            "Count: commitments, how many are measurable and have a responsible function, and how it went. With the id of a "
            "promise, that promise is told as text to paste.",
        ),
        example="lofte summary\nlofte summary --by focus\nlofte summary karlshamn/lofte-2022 --short\n"
        "lofte summary karlshamn/lofte-2022 --format markdown",
        params=[
            Argument(
                "names",
                nargs=-1,
                metavar=say(Text("[SÖKVÄG|ID]...", "[PATH|ID]...")),
                help=Text(
                    "Filer, mappar eller ett löftes id. Utan: närmaste mapp promises.",
                    "Files, folders or the id of a promise. Without: the nearest folder promises.",
                ),
            ),
            click.Option(
                ["--by"],
                type=Choice(session, GROUPS),
                metavar=say(Text("VAD", "WHAT")),
                help=say(
                    Text(
                        f"Räkna efter {', '.join(GROUPS)}.",
                        f"Count by {', '.join(GROUPS)}.",
                    )
                ),
            ),
            click.Option(
                ["--format", "output"],
                type=Choice(session, FORMATS.names),
                metavar="|".join(FORMATS),
                help=say(
                    Text(
                        "Hur svaret skrivs (förval text). markdown är en tabell till kommunstyrelsen.",
                        "How the answer is written (default text). markdown is a table for the board.",
                    )
                ),
            ),
            click.Option(
                ["--short"],
                is_flag=True,
                help=say(Text("Ett löfte i högst 60 ord.", "One promise in at most 60 words.")),
            ),
            today_option(session),
        ],
    )


def _tell(session: Session, names: tuple[str, ...], day: dt.date, *, short: bool) -> int:
    from medborgarlofte.model.promise import Promise  # noqa: PLC0415
    from medborgarlofte.report.summary.prose import render_prose  # noqa: PLC0415
    from medborgarlofte.stats import figures  # noqa: PLC0415

    if len(names) != 1:
        raise LofteError(
            Text("--short berättar ett löfte.", "--short tells one promise."),
            Text(
                "Ange dess id: lofte summary karlshamn/lofte-2022 --short",
                "Name its id: lofte summary karlshamn/lofte-2022 --short",
            ),
        )
    loaded, workspace = document_named(session, names[0])
    if not isinstance(loaded.document, Promise):
        raise LofteError(
            Text(f"”{loaded.id}” är inget medborgarlöfte.", f"“{loaded.id}” is no medborgarlöfte.")
        )
    counted = figures(workspace, today=day, ids=frozenset([loaded.id]))
    if not counted:  # it refers to something that there is not
        raise LofteError(
            Text(
                f"”{loaded.id}” hänvisar till något som inte finns.",
                f"“{loaded.id}” refers to something that does not exist.",
            ),
            Text("Se vad som är fel: lofte validate", "See what is wrong: lofte validate"),
        )
    (one,) = counted
    session.write(render_prose(one, lang=session.lang, width=session.width, short=short))
    return ExitCode.CLEAN


_NOTHING = Text("Här finns inga löften att räkna.", "There are no promises to count here.")
