"""Exceptions that stop a command."""

from medborgarlofte.i18n import Text


class LofteError(Exception):
    """User-facing error that stops a command.

    The cause is never a document: no such folder, git missing, port taken.
    """

    def __init__(self, message: Text, help: Text | None = None) -> None:  # noqa: A002 - reads as in Notice
        super().__init__(message.en)
        self.message = message
        self.help = help
