"""Paths as people write them."""

import contextlib
import os
import unicodedata
from pathlib import Path

from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text
from medborgarlofte.source.files import SUFFIXES, is_misnamed
from medborgarlofte.source.os_errors import describe_os_error
from medborgarlofte.suggestions import closest_match


def existing_path(written: str, cwd: Path) -> Path:
    """Named file or folder; a file also without its suffix.

    Raises LofteError with the closest name when it does not exist.
    """
    path = Path(os.path.normpath(cwd / written))
    try:
        path.stat()
    except PermissionError as error:
        reason, advice = describe_os_error(error)
        raise LofteError(
            Text(f"”{written}” går inte att läsa: {reason.sv}.", f"“{written}” cannot be read: {reason.en}."),
            advice,
        ) from error
    except OSError:
        pass  # the missing part is reported below
    if path.is_dir() or (path.is_file() and (path.suffix.lower() in SUFFIXES or is_misnamed(path))):
        return path
    if path.is_file():
        raise LofteError(
            Text(f"”{written}” är ingen YAML-fil.", f"“{written}” is no YAML file."),
            Text(
                "Löften skrivs i filer som slutar på .yaml.",
                "Promises are written in files that end in .yaml.",
            ),
        )
    if path.exists():
        raise LofteError(
            Text(f"”{written}” är ingen vanlig fil.", f"“{written}” is no regular file."),
            Text(
                "Skicka innehållet i en pipe till kommandot och ange ”-” som fil.",
                "Pipe the content to the command and give “-” as the file.",
            ),
        )
    for suffix in SUFFIXES:
        if (found := path.with_name(path.name + suffix)).is_file():
            return found
    raise _missing_path(written, path, cwd)


def _missing_path(written: str, path: Path, cwd: Path) -> LofteError:
    """Error for a missing path, with the closest name."""
    above = next(folder for folder in path.parents if folder.is_dir())
    missing = path.relative_to(above).parts[0]
    if (above / missing).is_symlink():
        return LofteError(
            Text(f"Länken ”{written}” leder ingenstans.", f"The link “{written}” leads nowhere."),
            Text("Ta bort den, eller rätta vart den leder.", "Remove it or correct its target."),
        )
    beside: list[str] = []
    with contextlib.suppress(PermissionError):
        beside = [path.name for path in above.iterdir() if not path.name.startswith(".")]
    meant = closest_match(missing, beside)
    advice = Text("Kontrollera stavningen.", "Check the spelling.")
    if meant:
        closest = display(above / meant, cwd)
        advice = Text(f"Menade du ”{closest}”?", f"Did you mean “{closest}”?")
    return LofteError(
        Text(f"Sökvägen ”{written}” finns inte.", f"The path “{written}” does not exist."), advice
    )


def display(path: Path, cwd: Path) -> str:
    """Path relative to the current folder, with slashes."""
    shown = path.relative_to(cwd) if path.is_relative_to(cwd) else path
    return unicodedata.normalize("NFC", shown.as_posix())
