"""What surrounds a run: hooks of git, an owner that is another, no home, an old locale."""

import os
import shlex
import subprocess
from pathlib import Path
from typing import Final

import pytest
import yaml

from corpus import ROOT
from invented import FILE, ID, PROMISE, project
from program import COMMAND, lofte

OTHER: Final = "promises/exempelby/lofte-2025.yaml"
FOLLOWING: Final = PROMISE.replace("2024", "2025").replace("parter:", f"föregångare: {ID}\nparter:", 1)
_IDENTITY: Final = ("-c", "user.name=Test", "-c", "user.email=test@example.org")
LOFTE: Final = shlex.join(COMMAND)


def _git(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["git", "-C", str(folder), *_IDENTITY, *words],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull},
    )


def _repository(folder: Path, **files: str) -> Path:
    project(folder, **files)
    for words in (
        ("init", "--quiet", "--initial-branch", "main"),
        ("add", "--all"),
        ("commit", "--quiet", "-m", "x"),
    ):
        assert _git(folder, *words).returncode == 0
    return folder


def _hook(repository: Path, command: str) -> None:
    path = repository / ".git" / "hooks" / "pre-commit"
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"#!/bin/sh\nexec {command}\n", encoding="utf-8")
    path.chmod(0o755)


@pytest.mark.parametrize(
    ("linked", "words"),
    [(False, ("-a",)), (True, ("-o", FILE)), (True, ("--allow-empty",))],
    ids=["the repository", "a linked work tree, a file", "a linked work tree, nothing"],
)
def test_a_hook_compares_the_work_tree_that_is_committed(
    tmp_path: Path, linked: bool, words: tuple[str, ...]
) -> None:
    folder = _repository(tmp_path / "r")
    _hook(folder, f"{LOFTE} diff --since HEAD --exit-code")
    if linked:
        assert _git(folder, "worktree", "add", "--quiet", str(tmp_path / "träd")).returncode == 0
        folder = tmp_path / "träd"
    (folder / FILE).write_text(
        PROMISE.replace("minst 100", "minst 50").replace("minst: 100", "minst: 50"), encoding="utf-8"
    )
    refused = _git(folder, "commit", "--quiet", "-m", "svagare", *words)
    (folder / FILE).write_text(PROMISE, encoding="utf-8")
    accepted = _git(folder, "commit", "--quiet", "-m", "samma", "--allow-empty")

    assert (refused.returncode, accepted.returncode) == (1, 0)
    assert "försvagat" in refused.stdout + refused.stderr


def _of_pre_commit() -> str:
    """The command that pre-commit runs for the hook, when no file is given to it."""
    [hook] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert (hook["pass_filenames"], hook["always_run"]) == (False, True)
    program, *words = shlex.split(hook["entry"])
    assert program == "lofte"
    return shlex.join([*COMMAND, *words])


@pytest.mark.parametrize("change", ["remove", "rename an id"])
def test_the_hook_for_pre_commit_sees_what_breaks_elsewhere(tmp_path: Path, change: str) -> None:
    following = FOLLOWING.replace(
        "part: kommunen\n    fokus: [unga]", f"part: kommunen\n    fortsätter: {ID}#K1\n    fokus: [unga]", 1
    )
    folder = _repository(tmp_path, **{FILE: PROMISE, OTHER: following})
    _hook(folder, _of_pre_commit())
    sound = _git(folder, "commit", "--quiet", "-m", "helt", "--allow-empty")
    if change == "remove":
        (folder / FILE).unlink()
    else:
        (folder / FILE).write_text(PROMISE.replace("- id: K1", "- id: K9"), encoding="utf-8")
    broken = _git(folder, "commit", "--quiet", "-m", "trasigt", "-a")

    assert (sound.returncode, broken.returncode) == (0, 1), sound.stdout + sound.stderr
    assert OTHER in broken.stdout + broken.stderr


def test_a_repository_of_another_owner_is_explained(tmp_path: Path) -> None:
    folder = _repository(tmp_path)
    settings = {"GIT_TEST_ASSUME_DIFFERENT_OWNER": "1", "GIT_CONFIG_GLOBAL": os.devnull}
    compared = lofte("diff", "--since", "HEAD", cwd=folder, env=settings)
    built = lofte("render", "--format", "markdown", "--force", cwd=folder, env=settings)

    assert compared.code == 2
    assert "git config --global --add safe.directory" in compared.err
    assert built.code == 0
    assert "git config --global --add safe.directory" in built.err


def test_git_that_fails_is_quoted(tmp_path: Path) -> None:
    folder = _repository(tmp_path)
    for path in (folder / ".git" / "objects").rglob("*"):
        if path.is_file():
            path.chmod(0o644)
            path.write_bytes(b"x")
    answer = lofte("diff", "--since", "HEAD", "--exit-code", "--lang", "en", cwd=folder)

    assert (answer.code, answer.out) == (2, "")
    assert "Git says: " in answer.err


@pytest.mark.parametrize("name", [b"l\xf6fte.pdf", b"l\xf6fte.yaml"])
def test_a_name_in_history_that_is_not_utf_8_stops_nothing(tmp_path: Path, name: bytes) -> None:
    folder = project(tmp_path)
    odd = Path(os.fsdecode(os.fsencode(folder) + b"/promises/" + name))
    try:
        odd.write_text("x\ny\nz\n", encoding="utf-8")
    except OSError:
        pytest.skip("the file system refuses the name")
    _repository(folder)
    odd.unlink()
    compared = lofte("diff", "--since", "HEAD", cwd=folder)
    built = lofte("render", "--format", "markdown", "--force", cwd=folder)

    assert (compared.code, built.code) == (0, 0)
    assert ("l\\xf6fte.yaml: borttaget sedan HEAD." in compared.err) == name.endswith(b".yaml")


# ---------------------------------------------------------------- owner, home and locale


@pytest.mark.skipif(os.name != "posix" or os.getuid() != 0, reason="only root may give a file away")
@pytest.mark.parametrize(
    "words",
    [("validate", "--fix"), ("follow-up", ID, "--set", "K1=pågår", "--date", "2024-09-30")],
    ids=lambda words: words[0],
)
def test_a_file_that_is_written_to_keeps_its_owner(tmp_path: Path, words: tuple[str, ...]) -> None:
    follow_up = "promises/exempelby/uppfoljning-2024-09-30.yaml"
    folder = project(tmp_path, **{FILE: PROMISE.replace("titel:", "Titel:")})
    if words[0] == "follow-up":
        (folder / FILE).write_text(PROMISE, encoding="utf-8")
        assert lofte("follow-up", ID, "--date", "2024-09-30", cwd=folder).code == 0
    path = folder / (FILE if words[0] == "validate" else follow_up)
    before = path.read_bytes()
    os.chown(path, 1234, 4321)
    path.chmod(0o640)
    lofte(*words, cwd=folder)
    now = path.stat()

    assert path.read_bytes() != before
    assert (now.st_uid, now.st_gid, now.st_mode & 0o777) == (1234, 4321, 0o640)


NOBODY: Final = ("unshare", "--user", "--map-user=12345", "--map-group=12345")
"""A user id that is in no list of users, as in containers."""


def _is_possible(command: tuple[str, ...]) -> bool:
    try:
        return subprocess.run([*command, "true"], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


@pytest.mark.skipif(not _is_possible(NOBODY), reason="needs user namespaces")
@pytest.mark.parametrize(
    "words",
    [("validate",), ("summary",), ("due", "--today", "2024-01-01"), ("diff",), ("schema", "uppfoljning")],
    ids=lambda words: words[0],
)
def test_somebody_without_a_home_or_a_name_can_run_every_command(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    folder = project(tmp_path)
    homeless = ("env", "-u", "HOME", "-u", "XDG_CACHE_HOME", "-u", "USER", "-u", "LOGNAME")
    done = subprocess.run(
        [*NOBODY, *homeless, *COMMAND, *words], cwd=folder, capture_output=True, check=False
    )

    assert done.returncode == 0, done.stderr
    assert {path.name for path in folder.iterdir()} == {"promises"}


OLD: Final = {"LC_ALL": "C", "PYTHONUTF8": "0"}


def test_an_old_locale_writes_and_reads_every_letter(tmp_path: Path) -> None:
    made = lofte(
        "new", "--municipality", "Håby kommun", "--start", "2030", "--end", "2030", cwd=tmp_path, env=OLD
    )
    path = tmp_path / "promises" / "haby" / "lofte-2030.yaml"
    odd = path.with_name("löfte å.yaml")
    path.rename(odd)
    checked = lofte("validate", "promises/haby/löfte å.yaml", "--select", "Y", cwd=tmp_path, env=OLD)

    assert (made.code, checked.code) == (0, 0), made.err + checked.err
    assert "Håby kommun" in odd.read_text(encoding="utf-8")


@pytest.mark.parametrize("settings", [{}, OLD], ids=["UTF-8", "C"])
@pytest.mark.skipif(os.name != "posix", reason="arguments are bytes on POSIX alone")
def test_a_word_that_is_not_utf_8_is_refused_before_it_is_written(
    tmp_path: Path, settings: dict[str, str]
) -> None:
    done = subprocess.run(
        [
            *map(str.encode, COMMAND),
            b"new",
            b"--municipality",
            b"H\xe5by kommun",
            b"--start",
            b"2030",
            b"--end",
            b"2030",
        ],
        cwd=tmp_path,
        env=os.environ | settings,
        capture_output=True,
        check=False,
    )

    assert done.returncode == 2
    assert "”H\\xe5by kommun” är inte skrivet i UTF-8.".encode() in done.stderr
    assert list(tmp_path.iterdir()) == []
