"""`lofte schema`: JSON Schema for editors."""

import json

import typer

from medborgarlofte.cli.commands.publishing import Schema
from medborgarlofte.cli.session import ExitCode, Session
from medborgarlofte.model.schema import schema_of, schema_of_all
from medborgarlofte.swedish import slug


def schema(_session: Session, given: Schema) -> int:
    """Print a JSON Schema."""
    document = schema_of(slug(given.kind)) if given.kind else schema_of_all()
    typer.echo(json.dumps(document, ensure_ascii=False, indent=2))
    return ExitCode.CLEAN
