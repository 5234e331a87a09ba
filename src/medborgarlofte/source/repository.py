"""Git work tree and failure messages."""

import os
import re
import shlex
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Final, NamedTuple

from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text


class Repository(NamedTuple):
    """Work tree and the environment for git."""

    folder: Path
    environment: Mapping[str, str]

    def run(self, *words: str) -> subprocess.CompletedProcess[bytes]:
        """Run one git command.

        Raises LofteError when git cannot be started.
        """
        try:
            return subprocess.run(
                ["git", "-C", str(self.folder), *words],
                capture_output=True,
                check=False,
                env=self.environment,
                stdin=subprocess.DEVNULL,
            )
        except OSError as error:
            raise NoRepositoryError(
                Text("Git är inte installerat på den här datorn.", "Git is not installed on this computer."),
                Text(
                    "Installera git, eller jämför två filer: lofte diff GAMMAL NY",
                    "Install git, or compare two files: lofte diff OLD NEW",
                ),
            ) from error

    def ask(self, *words: str) -> bytes:
        """Output of a git command.

        Raises LofteError that quotes git when it fails.
        """
        done = self.run(*words)
        if done.returncode != 0:
            raise failure(self.folder, done)
        return done.stdout


class NoRepositoryError(LofteError):
    """Git is missing, or the folder is in no repository."""


def open_repository(folder: Path) -> Repository:
    """Work tree that contains a folder. Raises LofteError.

    Hooks and tools set GIT_DIR for their own repository, often without the work tree; git searches from the
    folder itself first. Both variables are respected where the folder is in no other repository.
    """
    clean = {name: value for name, value in os.environ.items() if not _is_dropped(name)} | _FIXED
    attempts = [clean]
    if os.environ.get("GIT_DIR") and os.environ.get("GIT_WORK_TREE"):
        chosen = {name: str(Path(os.environ[name]).absolute()) for name in ("GIT_DIR", "GIT_WORK_TREE")}
        attempts.append(clean | chosen)
    answers = []
    for environment in attempts:
        repository = Repository(folder, environment)
        done = repository.run("rev-parse", "--is-inside-work-tree")
        if done.returncode == 0 and done.stdout.strip() == b"true":
            return repository
        answers.append(done)
    first = answers[0]
    if first.returncode != 0 and b"not a git repository (or any" not in first.stderr:
        raise failure(folder, first)
    raise NoRepositoryError(
        Text(
            f"Mappen ”{folder}” ligger inte i något git-arkiv.",
            f"The folder “{folder}” is in no git repository.",
        ),
        Text(
            "Jämför två filer i stället: lofte diff GAMMAL NY",
            "Compare two files instead: lofte diff OLD NEW",
        ),
    )


_OF_ONE_REPOSITORY: Final = frozenset([
    "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_COMMON_DIR", "GIT_DIR", "GIT_GRAFT_FILE",
    "GIT_IMPLICIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_INTERNAL_SUPER_PREFIX", "GIT_NAMESPACE",
    "GIT_NO_REPLACE_OBJECTS", "GIT_OBJECT_DIRECTORY", "GIT_PREFIX", "GIT_QUARANTINE_PATH",
    "GIT_REPLACE_REF_BASE", "GIT_SHALLOW_FILE", "GIT_WORK_TREE",
])  # fmt: skip
"""Environment variables that hold for one repository alone, after `git rev-parse --local-env-vars`; settings that a user
gives in the environment (GIT_CONFIG_COUNT) are no such thing."""

_PATTERNS: Final = frozenset(["GIT_GLOB_PATHSPECS", "GIT_ICASE_PATHSPECS", "GIT_NOGLOB_PATHSPECS"])
"""How names are matched; git refuses them together with GIT_LITERAL_PATHSPECS."""


def _is_dropped(name: str) -> bool:
    return name in _OF_ONE_REPOSITORY or name in _PATTERNS or name.startswith("GIT_TRACE")


_FIXED: Final = {
    "GIT_LITERAL_PATHSPECS": "1",  # a name may hold * and [
    "GIT_OPTIONAL_LOCKS": "0",  # reading changes nothing in the repository
    "GIT_TERMINAL_PROMPT": "0",  # a fetch on the way fails rather than ask for a password
    "LC_ALL": "C",  # its errors are recognized by their words
    "LANGUAGE": "",
}


def failure(folder: Path, done: subprocess.CompletedProcess[bytes]) -> LofteError:
    """Error that quotes git, with advice."""
    words = " ".join(done.stderr.decode("utf-8", "backslashreplace").split()) or f"exit {done.returncode}"
    owned = re.search(r"detected dubious ownership in repository at '(.+?)'", words)
    if owned:
        command = f"git config --global --add safe.directory {shlex.quote(owned[1])}"
        return LofteError(
            Text(
                f"Git läser inte arkivet i ”{owned[1]}”, för det ägs av en annan användare. Git säger: {words}",
                f"Git does not read the repository in “{owned[1]}”, since another user owns it. Git says: {words}",
            ),
            Text(f"Litar du på arkivet, kör: {command}", f"If you trust the repository, run: {command}"),
        )
    return LofteError(
        Text(
            f"Git kunde inte läsa arkivet för mappen ”{folder}”. Git säger: {words}",
            f"Git could not read the repository of the folder “{folder}”. Git says: {words}",
        ),
        Text(
            "Rätta det som git säger och kör igen. Se om arkivet är helt: git fsck",
            "Correct what git says and run again. See whether the repository is whole: git fsck",
        ),
    )


def text_of(data: bytes) -> str:
    """Git output as text, surrogates for invalid bytes."""
    return data.decode("utf-8", "surrogateescape")


def paths_from_top(files: Mapping[str, Path]) -> dict[str, str]:
    """Paths from the repository's top, where in one."""
    tops = {folder: _top(folder) for folder in {path.parent for path in files.values()}}
    return {
        name: path.relative_to(top).as_posix()
        for name, path in files.items()
        if (top := tops[path.parent]) is not None
    }


def _top(folder: Path) -> Path | None:
    return next((above for above in (folder, *folder.parents) if os.path.lexists(above / ".git")), None)
