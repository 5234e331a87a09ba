"""`lofte schema`: JSON Schema for editors."""

import json

import typer

from medborgarlofte.cli.session import ExitCode, Session
from medborgarlofte.model.schema import schema_of, schema_of_all
from medborgarlofte.swedish import slug


def schema(_session: Session, *, kind: str | None) -> int:
    """Print a JSON Schema."""
    document = schema_of(slug(kind)) if kind else schema_of_all()
    typer.echo(json.dumps(document, ensure_ascii=False, indent=2))
    return ExitCode.CLEAN
