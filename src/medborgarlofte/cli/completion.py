"""`lofte completion`: shell completion scripts."""

import typer
from typer.completion import get_completion_script  # type: ignore[attr-defined]  # not in its __all__

from medborgarlofte.cli.commands.publishing import Completion
from medborgarlofte.cli.session import ExitCode, Session


def completion(_session: Session, given: Completion) -> int:
    """Print a completion script."""
    typer.echo(get_completion_script(prog_name="lofte", complete_var="_LOFTE_COMPLETE", shell=given.shell))
    return ExitCode.CLEAN
