"""`lofte validate`: schema and rules, every problem of every file in one run."""

import sys

import click

from medborgarlofte.cli.session import Exit, Session
from medborgarlofte.cli.words import Argument, Choice, Command
from medborgarlofte.text import Text

FORMATS = ("text", "json")


def build(session: Session) -> click.Command:
    """The command for a session."""
    say = session.say

    def validate(paths: tuple[str, ...], output: str, explain: str | None) -> int:
        if explain:
            return _explain(session, explain)
        from medborgarlofte.load import STDIN, load  # noqa: PLC0415 - pydantic waits until it is needed
        from medborgarlofte.report import DIAGNOSTIC_FORMATS, Checked  # noqa: PLC0415

        stdin = sys.stdin.buffer.read() if STDIN in paths else None
        workspace = load(paths, session.cwd, stdin)
        checked = Checked(workspace.diagnostics, workspace.files, workspace.texts)
        write = DIAGNOSTIC_FORMATS[output]
        click.echo(write(checked, lang=session.lang, width=session.width, color=session.color), nl=False)
        return Exit.FINDINGS if workspace.has_errors else Exit.CLEAN

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
            click.Option(
                ["--format", "output"],
                type=Choice(session, FORMATS),
                default="text",
                metavar="|".join(FORMATS),
                help=say(Text("Hur svaret skrivs (förval text).", "How the answer is written (default text).")),
            ),
            click.Option(
                ["--explain"],
                metavar=say(Text("KOD", "CODE")),
                help=say(Text("Förklara en kod, till exempel D10.", "Explain a code, such as D10.")),
            ),
        ],
    )


def _explain(session: Session, code: str) -> int:
    from medborgarlofte.report.explanation import explain  # noqa: PLC0415

    click.echo(explain(code, lang=session.lang, width=session.width), nl=False)
    return Exit.CLEAN
