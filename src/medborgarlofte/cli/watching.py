"""Watching of files, for `preview` and `validate --watch`."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from medborgarlofte.cli.session import Session
from medborgarlofte.errors import load_extra
from medborgarlofte.i18n import Text
from medborgarlofte.load import existing_path, is_name, nearest_folder, root_of
from medborgarlofte.site.preview import saved_changes

__all__ = ["saved_changes", "watched_paths", "watcher"]


def watched_paths(session: Session, paths: Sequence[str]) -> list[Path]:
    """Promises, lofte.toml and templates, existing or not. Raises LofteError."""
    named = [existing_path(path, session.cwd) for path in paths if not is_name(path, session.cwd)]
    roots = named or [nearest_folder(session.cwd)]
    beside = sorted({root_of(root).parent for root in roots})
    return [*roots, *(folder / name for folder in beside for name in ("lofte.toml", "templates"))]


def watcher() -> Callable[..., Iterator[object]]:
    """File watcher of the extra `preview`.

    Raises LofteError when it is not installed.
    """
    message = Text(
        "Det här kräver ett tillägg som inte är installerat.", "This needs an extra that is not installed."
    )
    watch: Callable[..., Iterator[object]] = load_extra("watchfiles", "preview", message).watch
    return watch
