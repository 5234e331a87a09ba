"""What git remembers: a file as it was at a revision, and which files changed since one."""

import datetime as dt
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text


class Changed(NamedTuple):
    """A file that differs from a revision; one of the names is None when it is new or gone."""

    old: str | None
    new: str | None


def file_at(folder: Path, revision: str, path: str) -> bytes:
    """The bytes of a file at a revision, its path counted from the top of the repository or from the folder.

    Raises LofteError when git is missing, the folder is in no repository, or there is no such revision or file.
    """
    _check_revision(folder, revision)
    plain = path.replace("\\", "/")
    for name in (plain, f"./{plain}"):
        found = _git(folder, "cat-file", "blob", f"{revision}:{name}")
        if found.returncode == 0:
            return found.stdout
    raise LofteError(
        Text(
            f"”{path}” fanns inte vid revisionen ”{revision}”.",
            f"“{path}” did not exist at the revision “{revision}”.",
        ),
        Text(
            f"Filen kan ha hetat något annat då. Se: git log --follow -- {path}",
            f"The file may have had another name then. See: git log --follow -- {path}",
        ),
    )


def changed_since(folder: Path, revision: str) -> list[Changed]:
    """Every file below the folder that differs from a revision, renames followed; new files that git does not
    know yet are among them. Raises LofteError."""
    _check_revision(folder, revision)
    found = _git(folder, "diff", "--name-status", "--find-renames", "-z", "--relative", revision, "--", ".")
    words = found.stdout.decode().split("\0")[:-1]
    changed: list[Changed] = []
    at = 0
    while at < len(words):
        status, first = words[at], words[at + 1]
        if status[0] in "RC":
            changed.append(Changed(first, words[at + 2]))
            at += 3
            continue
        changed.append(Changed(None if status == "A" else first, None if status == "D" else first))
        at += 2
    unknown = (
        _git(folder, "ls-files", "--others", "--exclude-standard", "-z", "--", ".")
        .stdout.decode()
        .split("\0")
    )
    return changed + [Changed(None, name) for name in unknown if name]


def last_changed(folder: Path) -> dict[Path, dt.date]:
    """The day of the last commit that touched each file below the folder.

    Empty where git cannot tell: no git, no repository, or one fetched without its history. Files with changes that are
    not committed are left out.
    """
    if shutil.which("git") is None or not folder.is_dir():
        return {}
    shallow = _git(folder, "rev-parse", "--is-shallow-repository")
    if shallow.returncode != 0 or shallow.stdout.strip() != b"false":
        return {}
    told = _git(folder, "log", "--format=%x01%cs", "--name-only", "-z", "--relative", "--", ".")
    changed = _git(folder, "status", "--porcelain", "-z", "--no-renames", "--", ".")
    prefix = _git(folder, "rev-parse", "--show-prefix").stdout.decode().rstrip("\n")
    pending = {entry[3:].removeprefix(prefix) for entry in changed.stdout.decode().split("\0") if entry}
    found: dict[Path, dt.date] = {}
    for commit in told.stdout.decode().split("\1")[1:]:
        day, _, names = commit.partition("\0")
        for name in names.lstrip("\n").split("\0"):
            path = folder / name
            if name and path not in found and name not in pending:
                found[path] = dt.date.fromisoformat(day.strip())
    return found


def _check_revision(folder: Path, revision: str) -> None:
    inside = _git(folder, "rev-parse", "--is-inside-work-tree")
    if inside.returncode != 0:
        raise LofteError(
            Text(
                f"Mappen ”{folder}” ligger inte i något git-arkiv.",
                f"The folder “{folder}” is in no git repository.",
            ),
            Text(
                "Jämför två filer i stället: lofte diff GAMMAL NY",
                "Compare two files instead: lofte diff OLD NEW",
            ),
        )
    if (
        _git(
            folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"
        ).returncode
        == 0
    ):
        return
    shallow = _git(folder, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true"
    advice = Text("Se vilka som finns: git log --oneline", "See what there is: git log --oneline")
    if shallow:
        advice = Text(
            "Arkivet är hämtat utan hela sin historia. Hämta resten: git fetch --unshallow",
            "The repository was fetched without its whole history. Fetch the rest: git fetch --unshallow",
        )
    raise LofteError(
        Text(f"Revisionen ”{revision}” finns inte.", f"There is no revision “{revision}”."), advice
    )


def _git(folder: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(["git", "-C", str(folder), *words], capture_output=True, check=False)
    except FileNotFoundError as error:
        raise LofteError(
            Text("Git är inte installerat på den här datorn.", "Git is not installed on this computer."),
            Text(
                "Installera git, eller jämför två filer: lofte diff GAMMAL NY",
                "Install git, or compare two files: lofte diff OLD NEW",
            ),
        ) from error
