"""Heavy modules, each imported when a command first uses it.

Help, completion and mistyped words need only the declarations of the commands.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from medborgarlofte import regional, stats
    from medborgarlofte.cli import (
        check,
        comparisons,
        confirm,
        deadlines,
        drafts,
        figures,
        fixing,
        follow_up_file,
        follow_up_mail,
        imports,
        interview,
        new_files,
        projects,
        publication,
        rebuild,
        renames,
        resolve,
        signing,
        sites,
        status,
        watching,
    )  # fmt: skip
    from medborgarlofte.editor import server
    from medborgarlofte.language import explain
    from medborgarlofte.model import schema
    from medborgarlofte.report import explanation

__all__ = [
    "check", "comparisons", "confirm", "deadlines", "drafts", "explain", "explanation", "figures", "fixing",
    "follow_up_file", "follow_up_mail", "imports", "interview", "new_files", "projects", "publication", "rebuild",
    "regional", "renames", "resolve", "schema", "server", "signing", "sites", "stats", "status", "watching",
]  # fmt: skip

_ELSEWHERE: Final = {
    "explain": "language.explain", "explanation": "report.explanation", "regional": "regional",
    "schema": "model.schema", "server": "editor.server", "stats": "stats",
}  # fmt: skip
"""Modules that are not of this package."""

if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(name)
        return import_module(f"medborgarlofte.{_ELSEWHERE.get(name, f'cli.{name}')}")
