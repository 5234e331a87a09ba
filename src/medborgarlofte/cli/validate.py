"""`lofte validate`: schema and rules, every problem of every file in one run."""

import datetime as dt
import difflib
from typing import TYPE_CHECKING, Final

import click

from medborgarlofte.cli.bilingual import Argument, Command, format_option
from medborgarlofte.cli.check import check, check_request, profile_option, today_option
from medborgarlofte.cli.session import ExitCode, Session
from medborgarlofte.i18n import Text, escape_controls
from medborgarlofte.report.check import FORMATS

if TYPE_CHECKING:
    from medborgarlofte.report.check.result import CheckResult


def build(session: Session) -> click.Command:
    """The command for a session."""
    say = session.say

    def validate(  # noqa: PLR0917 - click passes them by name
        paths: tuple[str, ...],
        output: str | None,
        explain: str | None,
        profile: str,
        today: dt.date | None,
        select: tuple[str, ...],
        ignore: tuple[str, ...],
        compact: bool,
        statistics: bool,
        fix: bool,
        dry_run: bool,
    ) -> int:
        if explain:
            return _explain(session, explain)
        if dry_run and not fix:
            raise click.UsageError(say(Text("--dry-run hör till --fix.", "--dry-run goes with --fix.")))
        if fix:
            waiting = _fix(session, paths, dry_run=dry_run)
            if dry_run:
                if not waiting:
                    click.echo(
                        say(Text("Det fanns inget att rätta.", "There was nothing to mend.")), err=True
                    )
                return ExitCode.FINDINGS if waiting else ExitCode.CLEAN
        stdin = session.read_stdin() if "-" in paths else None
        asked = check_request(
            session,
            paths,
            profile=profile,
            today=today or session.today,
            stdin=stdin,
            select=select,
            ignore=ignore,
        )
        _, checked = check(session, asked)
        view = "statistics" if statistics else "compact" if compact else "text"
        session.write(_written(session, checked, None if compact or statistics else output, view))
        blocked = checked.counted["error"] or (profile == "publicering" and checked.counted["warning"])
        return ExitCode.FINDINGS if blocked else ExitCode.CLEAN

    return Command(
        session,
        name="validate",
        callback=validate,
        about=Text(
            "Kontrollera löften och andra dokument. Varje problem visas med fil, rad, vad som är fel, varför det "
            "spelar roll och vad du gör nu. Inget ändras.",
            "Check promises and other documents. Each problem is shown with its file, line, what is wrong, why it "
            "matters and what to do now. Nothing is changed.",
        ),
        example="lofte validate\nlofte validate promises/karlshamn --format json\nlofte validate --explain D10",
        params=[
            Argument(
                "paths",
                nargs=-1,
                metavar=say(Text("[SÖKVÄG]...", "[PATH]...")),
                help=Text(
                    "Filer eller mappar, eller - för standard in. Utan sökväg: närmaste mapp promises.",
                    "Files or folders, or - for standard input. Without a path: the nearest folder promises.",
                ),
            ),
            format_option(session, FORMATS.names),
            profile_option(session),
            click.Option(
                ["--select"],
                multiple=True,
                metavar=say(Text("KODER", "CODES")),
                help=say(
                    Text("Bara dessa regler eller grupper: M01,U.", "Only these rules or groups: M01,U.")
                ),
            ),
            click.Option(
                ["--ignore"],
                multiple=True,
                metavar=say(Text("KODER", "CODES")),
                help=say(Text("Inte dessa regler eller grupper.", "Not these rules or groups.")),
            ),
            today_option(session),
            click.Option(
                ["--compact"],
                is_flag=True,
                help=say(Text("En rad för varje fynd.", "One line for each finding.")),
            ),
            click.Option(
                ["--statistics"],
                is_flag=True,
                help=say(Text("Bara antal per regel.", "Only the count of each rule.")),
            ),
            click.Option(
                ["--fix"],
                is_flag=True,
                help=say(
                    Text(
                        "Rätta det som bara har ett rätt svar: nycklars stavning, datum, kommunkod, osynliga tecken. "
                        "Löftets ordalydelse ändras aldrig.",
                        "Mend what has one right answer: spelling of keys, dates, municipality code, invisible "
                        "characters. The wording of a promise is never changed.",
                    )
                ),
            ),
            click.Option(
                ["--dry-run"],
                is_flag=True,
                help=say(
                    Text(
                        "Med --fix: visa ändringen, skriv inget.",
                        "With --fix: show the change, write nothing.",
                    )
                ),
            ),
            click.Option(
                ["--explain"],
                metavar=say(Text("KOD", "CODE")),
                help=say(Text("Förklara en kod, till exempel D10.", "Explain a code, such as D10.")),
            ),
        ],
    )


def _written(session: Session, checked: "CheckResult", output: str | None, view: str) -> str:
    write = FORMATS.choose(output, terminal=session.color, view=view)
    return write(checked, lang=session.lang, width=session.width, color=session.color)


def _fix(session: Session, paths: tuple[str, ...], *, dry_run: bool) -> int:
    """Mend the files that were asked for; what was done is told on stderr, a dry run shows it on stdout.

    Answers how many files had something to mend.
    """
    from medborgarlofte.drafting.fixes import fix  # noqa: PLC0415
    from medborgarlofte.load import selected_files  # noqa: PLC0415
    from medborgarlofte.model.kinds import spellings  # noqa: PLC0415
    from medborgarlofte.source.editing import lines_of  # noqa: PLC0415
    from medborgarlofte.source.files import read_bytes, write_atomically  # noqa: PLC0415
    from medborgarlofte.source.locking import locked  # noqa: PLC0415

    count = 0
    for name, path in selected_files(paths, session.cwd):
        before = read_bytes(path)
        if not isinstance(before, bytes):
            continue  # the check that follows says why it cannot be read
        after, fixes = fix(before, spellings())
        if after == before:
            continue
        count += 1
        if dry_run:
            old, new = (lines_of(data.decode("utf-8-sig")) for data in (before, after))
            for line in difflib.unified_diff(old, new, name, name):
                whole = line.endswith("\n")
                click.echo(line if whole else f"{line}\n\\ No newline at end of file\n", nl=False)
            continue
        place = escape_controls(name, in_line=True)
        with locked(path):
            unchanged = read_bytes(path) == before
            if unchanged:
                write_atomically(path, after)
        if not unchanged:
            click.echo(f"{place}: {session.say(_CHANGED)}", err=True)
            continue
        for change in fixes:
            said = Text(f"rättat: {change.what.sv}", f"mended: {change.what.en}")
            click.echo(f"{place}:{change.line}: {session.say(said)}", err=True)
    return count


_CHANGED: Final = Text(
    "inget rättat: filen ändrades av ett annat program under tiden. Kör igen.",
    "nothing mended: another program changed the file meanwhile. Run again.",
)


def _explain(session: Session, code: str) -> int:
    from medborgarlofte.report.explanation import explain  # noqa: PLC0415

    click.echo(explain(code, lang=session.lang, width=session.width), nl=False)
    return ExitCode.CLEAN
