"""Patterns for paths: of lofte.toml, read as in .gitignore, and of the command line."""

import glob
import os
import re
import unicodedata
import warnings
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text
from medborgarlofte.source.files import SUFFIXES, yaml_files

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


MAX_STARS = 8


@lru_cache(maxsize=65_536)
def matches(pattern: str, path: str) -> bool:
    """True if a path or its folder matches.

    Backslashes count as slashes; names are compared in NFC.
    """
    return _compiled(pattern).match_file(path)


def is_pattern(written: str) -> bool:
    """True when a text is a valid pattern.

    Each star multiplies the work of the regular expression that it becomes: more than eight could take hours.
    """
    if written.count("*") > MAX_STARS:
        return False
    try:
        _compiled(written)
    except (ValueError, re.error):
        return False
    return True


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> "GitIgnoreSpec":
    from pathspec import GitIgnoreSpec  # noqa: PLC0415 - only where lofte.toml has patterns

    plain = unicodedata.normalize("NFC", pattern.strip()).replace("\\", "/").removeprefix("./")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)  # of Python, for [[]
        return GitIgnoreSpec.from_lines([plain])


def expanded(paths: Iterable[str], cwd: Path) -> Iterator[str]:
    """Paths with the patterns that no shell has expanded: `promises/*/lofte-*.yaml`.

    Raises LofteError for a pattern that no YAML file and no folder fits.
    """
    for written in paths:
        if not re.search(r"[*?]|\[[^\]]+\]", written) or os.path.lexists(cwd / written):
            yield written
            continue
        fitting = sorted(_fitting(written, cwd))
        chosen = [path for path in fitting if path.lower().endswith(SUFFIXES) or Path(cwd, path).is_dir()]
        if not chosen:
            raise LofteError(
                Text(
                    f"Ingen YAML-fil passar mönstret ”{written}”.",
                    f"No YAML file fits the pattern “{written}”.",
                ),
                Text("Kontrollera mönstret.", "Check the pattern."),
            )
        yield from chosen


def _fitting(pattern: str, cwd: Path) -> Iterator[str]:
    """Paths that fit a pattern.

    `**` visits each folder once, however links lead back to it, which `glob` does not.
    """
    before, stars, below = _DEEP.split(pattern, maxsplit=1) if _DEEP.search(pattern) else (pattern, "", "")
    for found in glob.iglob(before or ".", root_dir=cwd):  # noqa: PTH207 - absolute patterns too
        if not stars:
            yield found
        elif (top := Path(cwd, found)).is_dir():
            for path in yaml_files(top, []):
                inside = path.relative_to(top).as_posix()
                if matches(f"/**/{below}", unicodedata.normalize("NFC", inside)):
                    yield os.path.normpath(os.path.join(found, inside))  # noqa: PTH118 - as it was written


_DEEP = re.compile(r"(?:^|(?<=[/\\]))(\*\*)(?:[/\\]|$)")
