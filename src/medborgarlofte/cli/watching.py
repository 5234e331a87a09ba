"""Watching of files, for `preview` and `validate --watch`."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from medborgarlofte.cli.session import Session
from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text
from medborgarlofte.load import existing_path, is_name, nearest_folder, root_of


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
    try:
        from watchfiles import watch  # noqa: PLC0415 - an optional dependency
    except ImportError as error:
        raise LofteError(
            Text(
                "Det här kräver ett tillägg som inte är installerat.",
                "This needs an extra that is not installed.",
            ),
            Text(
                'Installera det: pip install "medborgarlofte[preview]"',
                'Install it: pip install "medborgarlofte[preview]"',
            ),
        ) from error
    return watch
