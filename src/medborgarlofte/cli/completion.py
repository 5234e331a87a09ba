"""`lofte completion`: shell completion scripts."""

import typer
from typer.completion import get_completion_script  # type: ignore[attr-defined]  # not in its __all__

from medborgarlofte.cli.session import ExitCode, Session


def completion(_session: Session, *, shell: str) -> int:
    """Print a completion script."""
    typer.echo(get_completion_script(prog_name="lofte", complete_var="_LOFTE_COMPLETE", shell=shell))
    return ExitCode.CLEAN
