"""Exceptions that stop a command."""

from importlib import import_module
from typing import Any

from medborgarlofte.i18n import Text


class LofteError(Exception):
    """User-facing error that stops a command.

    The cause is never a document: no such folder, git missing, port taken.
    """

    def __init__(self, message: Text, help: Text | None = None) -> None:  # noqa: A002 - reads as in Notice
        super().__init__(message.en)
        self.message = message
        self.help = help


def load_extra(module: str, extra: str, message: Text) -> Any:
    """Module of an optional dependency. Raises LofteError when it is not installed."""
    try:
        return import_module(module)
    except ImportError as error:
        command = f'pip install "medborgarlofte[{extra}]"'
        raise LofteError(message, Text(f"Installera det: {command}", f"Install it: {command}")) from error
