"""`lofte validate`: schema and rules."""

import sys
from collections.abc import Callable, Sequence
from typing import Final

import typer

from medborgarlofte.cli.bilingual import see_help
from medborgarlofte.cli.check import check_request, check_stream, empty_drafts, write_stream
from medborgarlofte.cli.commands.answers import Validate
from medborgarlofte.cli.progress import progress
from medborgarlofte.cli.session import ExitCode, Session
from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text, escape_controls
from medborgarlofte.language.format import NOTHING, format_explanation
from medborgarlofte.report import CHECK_FORMATS, explanation


def validate(session: Session, given: Validate) -> int:
    """Check, fix or explain."""
    if given.explain:
        explained = explanation.explain(given.explain, lang=session.lang, width=session.width)
        session.writing_to(given.file).write(explained)
        return ExitCode.CLEAN
    if given.explain_text is not None:
        found = format_explanation(given.explain_text, session.lang)
        typer.echo(escape_controls(found or session.say(NOTHING)))
        return ExitCode.CLEAN
    output = CHECK_FORMATS.resolve(given.output, given.file)
    _check_options(given, output)
    code = _fix(session, given) if given.fix else ExitCode.CLEAN
    if given.dry_run:
        return code
    if given.watch:
        return _watch(session, given.paths, lambda: _check(session, given, output))
    return _check(session, given, output)


def _check(session: Session, given: Validate, output: str | None) -> int:
    """Write what is found; the exit code."""
    session = session.writing_to(given.file)
    view = "statistics" if given.statistics else "compact" if given.compact else "text"
    request = check_request(
        session,
        given.paths,
        profile=given.profile,
        today=given.today,
        select=given.select,
        ignore=given.ignore,
        published=given.published,
    )
    with progress(session) as phase:
        workspaces, found = check_stream(request, phase)
        write_stream(session, found, output, view=view)
    if given.profile == "auto" and output in (None, "text"):
        for file in empty_drafts(workspaces):
            session.log(_EMPTY_DRAFT.format({"file": file}))
    return ExitCode.FINDINGS if found.has_failed else ExitCode.CLEAN


_EMPTY_DRAFT: Final = Text(
    "{file} är ett utkast utan åtaganden. Se vad som fattas: lofte validate {file} --profile granskning",
    "{file} is a draft without commitments. See what is missing: lofte validate {file} --profile granskning",
)


def _watch(session: Session, paths: Sequence[str], run: Callable[[], int]) -> int:
    """Check after each save until Ctrl-C; the code of the last check."""
    from medborgarlofte.cli.preview import watched_paths, watcher  # noqa: PLC0415 - loads the site
    from medborgarlofte.site.preview import saved_changes  # noqa: PLC0415 - the same

    changes = saved_changes(watcher(), watched_paths(session, paths))
    code: int = ExitCode.CLEAN
    try:
        for number, _ in enumerate(changes):
            if number:
                session.print(Text("\nSparat. Kontrollerar igen.\n", "\nSaved. Checking again.\n"))
            code = run()
            sys.stdout.flush()
            session.log(
                Text(
                    "Väntar på nästa ändring. Avsluta med Ctrl+C.",
                    "Waiting for the next change. Stop with Ctrl+C.",
                )
            )
    except KeyboardInterrupt:
        session.log(Text("Stängt.", "Closed."))
    return code


def _check_options(given: Validate, output: str | None) -> None:
    """Raises LofteError for incompatible options."""
    wrong = [
        Text(f"{name} hör till --fix.", f"{name} goes with --fix.")
        for name, chosen in (("--dry-run", given.dry_run), ("--unsafe", given.unsafe))
        if chosen and not given.fix
    ]
    if given.watch and given.fix:
        wrong.append(
            Text(
                "--watch ändrar inga filer, så --fix går inte ihop med det.",
                "--watch changes no files, so it cannot be combined with --fix.",
            )
        )
    if given.statistics and output not in (None, "text", "compact", "json"):
        wrong.append(
            Text(
                f"--statistics finns som text och json, inte som {output}.",
                f"--statistics is available as text and json, not as {output}.",
            )
        )
    if wrong:
        raise LofteError(wrong[0], see_help("lofte validate"))


def _fix(session: Session, given: Validate) -> int:
    from medborgarlofte.cli.fixing import apply_fixes, preview_fixes  # noqa: PLC0415 - loads the fixes

    if not given.dry_run:
        apply_fixes(session, given.paths, unsafe=given.unsafe)
    elif preview_fixes(session, given.paths, unsafe=given.unsafe):
        return ExitCode.FINDINGS
    else:
        session.log(Text("Ingen fil skulle ändras.", "No file would be changed."))
    return ExitCode.CLEAN
