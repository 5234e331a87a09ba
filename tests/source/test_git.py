"""What is read out of git, in repositories made for each test."""

import datetime as dt
import os
import subprocess
from pathlib import Path
from typing import Final

import pytest

from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text
from medborgarlofte.source.git import Changed, changed_since, file_at, last_changed

_ENVIRONMENT: Final = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_AUTHOR_NAME": "Test",
    "GIT_AUTHOR_EMAIL": "test@example.org",
    "GIT_COMMITTER_NAME": "Test",
    "GIT_COMMITTER_EMAIL": "test@example.org",
}


def _git(folder: Path, *words: str, day: str | None = None) -> None:
    dated = {"GIT_COMMITTER_DATE": f"{day}T12:00:00+0000"} if day else {}
    subprocess.run(
        ["git", "-C", str(folder), *words],
        env=os.environ | _ENVIRONMENT | dated,
        capture_output=True,
        check=True,
    )


def _commit(folder: Path, files: dict[str, str], day: str | None = None) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    _git(folder, "add", "--all")
    _git(folder, "commit", "--quiet", "--message", "x", day=day)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """An empty repository, in a folder that has a space and å in its name."""
    folder = tmp_path / "våra löften"
    folder.mkdir()
    _git(folder, "init", "--quiet", "--initial-branch", "main")
    return folder


def _refused(folder: Path, revision: str, path: str = "a.yaml") -> LofteError:
    with pytest.raises(LofteError) as caught:
        file_at(folder, revision, path)
    assert caught.value.help is not None
    return caught.value


# ---------------------------------------------------------------- a file at a revision


def test_a_file_is_given_as_it_was(repository: Path) -> None:
    _commit(repository, {"a.yaml": "förut: 1\r\n"})
    _commit(repository, {"a.yaml": "nu: 2\n"})

    assert file_at(repository, "HEAD~1", "a.yaml") == "förut: 1\r\n".encode()
    assert file_at(repository, "HEAD", "a.yaml") == b"nu: 2\n"


def test_what_is_not_committed_is_not_in_the_revision(repository: Path) -> None:
    _commit(repository, {"a.yaml": "x"})
    (repository / "a.yaml").write_text("y", encoding="utf-8")

    assert file_at(repository, "HEAD", "a.yaml") == b"x"


@pytest.mark.parametrize("path", ["Håbo kommun/löfte 2024.yaml", "a b/c.yaml", "-n.yaml", "a/[b]*.yaml"])
def test_a_path_is_taken_as_it_is_written(repository: Path, path: str) -> None:
    _commit(repository, {path: "x"})

    assert file_at(repository, "HEAD", path) == b"x"


def test_a_path_is_counted_from_the_top_or_from_the_folder(repository: Path) -> None:
    _commit(repository, {"promises/åby/a.yaml": "x"})

    assert file_at(repository / "promises", "HEAD", "promises/åby/a.yaml") == b"x"
    assert file_at(repository / "promises", "HEAD", "åby/a.yaml") == b"x"
    assert file_at(repository / "promises", "HEAD", "./åby/a.yaml") == b"x"
    assert file_at(repository / "promises" / "åby", "HEAD", "../åby/a.yaml") == b"x"


def test_a_path_may_be_written_as_on_windows(repository: Path) -> None:
    _commit(repository, {"promises/åby/a.yaml": "x"})

    assert file_at(repository, "HEAD", "promises\\åby\\a.yaml") == b"x"


@pytest.mark.parametrize("revision", ["HEAD", "main", "v1", "HEAD^{commit}", "@"])
def test_a_revision_may_be_written_in_every_way(repository: Path, revision: str) -> None:
    _commit(repository, {"a.yaml": "x"})
    _git(repository, "tag", "--annotate", "--message", "x", "v1")

    assert file_at(repository, revision, "a.yaml") == b"x"


def test_a_file_that_did_not_exist_is_told_of(repository: Path) -> None:
    _commit(repository, {"b.yaml": "x"})
    error = _refused(repository, "HEAD", "promises/a.yaml")

    assert error.message.sv == "”promises/a.yaml” fanns inte vid revisionen ”HEAD”."
    assert error.message.en == "“promises/a.yaml” did not exist at the revision “HEAD”."
    assert error.help == Text(
        "Filen kan ha hetat något annat då. Se: git log --follow -- promises/a.yaml",
        "The file may have had another name then. See: git log --follow -- promises/a.yaml",
    )


def test_a_folder_is_no_file(repository: Path) -> None:
    _commit(repository, {"promises/a.yaml": "x"})

    assert "”promises” fanns inte" in _refused(repository, "HEAD", "promises").message.sv


@pytest.mark.parametrize(
    "revision", ["nowhere", "HEAD~5", "", "--all", "-h", "--output=x", "HEAD:a.yaml", "0" * 40, "a b"]
)
def test_a_revision_that_there_is_not_is_told_of(repository: Path, revision: str) -> None:
    _commit(repository, {"a.yaml": "x"})
    error = _refused(repository, revision)

    assert f"Revisionen ”{revision}” finns inte." == error.message.sv
    assert f"There is no revision “{revision}”." == error.message.en
    assert error.help == Text("Se vilka som finns: git log --oneline", "See what there is: git log --oneline")
    assert [repository / "a.yaml"] == [path for path in repository.iterdir() if path.name != ".git"]


def test_a_repository_without_commits_has_no_revisions(repository: Path) -> None:
    assert _refused(repository, "HEAD").message.sv == "Revisionen ”HEAD” finns inte."


def test_a_shallow_repository_is_told_to_fetch_the_rest(repository: Path, tmp_path: Path) -> None:
    _commit(repository, {"a.yaml": "x"})
    _commit(repository, {"a.yaml": "y"})
    _git(tmp_path, "clone", "--quiet", "--depth", "1", repository.as_uri(), "shallow")
    shallow = tmp_path / "shallow"
    error = _refused(shallow, "HEAD~1")

    assert error.help == Text(
        "Arkivet är hämtat utan hela sin historia. Hämta resten: git fetch --unshallow",
        "The repository was fetched without its whole history. Fetch the rest: git fetch --unshallow",
    )
    assert file_at(shallow, "HEAD", "a.yaml") == b"y"


def test_a_folder_outside_every_repository_is_told_of(tmp_path: Path) -> None:
    error = _refused(tmp_path, "HEAD")

    assert error.message == Text(
        f"Mappen ”{tmp_path}” ligger inte i något git-arkiv.",
        f"The folder “{tmp_path}” is in no git repository.",
    )
    assert error.help == Text(
        "Jämför två filer i stället: lofte diff GAMMAL NY", "Compare two files instead: lofte diff OLD NEW"
    )


def test_a_computer_without_git_is_told_so(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _commit(repository, {"a.yaml": "x"})
    monkeypatch.setenv("PATH", str(tmp_path))

    error = _refused(repository, "HEAD")

    assert error.message == Text(
        "Git är inte installerat på den här datorn.", "Git is not installed on this computer."
    )
    assert error.help == Text(
        "Installera git, eller jämför två filer: lofte diff GAMMAL NY",
        "Install git, or compare two files: lofte diff OLD NEW",
    )


# ---------------------------------------------------------------- what changed since


def test_files_that_changed_came_and_went_are_told_apart(repository: Path) -> None:
    _commit(repository, {"same.yaml": "x", "changed.yaml": "x", "gone.yaml": "x"})
    (repository / "changed.yaml").write_text("y", encoding="utf-8")
    (repository / "gone.yaml").unlink()
    (repository / "staged.yaml").write_text("z", encoding="utf-8")
    _git(repository, "add", "staged.yaml")
    (repository / "unknown.yaml").write_text("å", encoding="utf-8")

    assert {
        Changed("changed.yaml", "changed.yaml"),
        Changed("gone.yaml", None),
        Changed(None, "staged.yaml"),
        Changed(None, "unknown.yaml"),
    } == set(changed_since(repository, "HEAD"))


def test_a_file_with_another_name_is_followed(repository: Path) -> None:
    _commit(repository, {"gammal å.yaml": "a\nb\nc\nd\ne\nf\n"})
    (repository / "Håbo").mkdir()
    _git(repository, "mv", "gammal å.yaml", "Håbo/ny ö.yaml")
    _commit(repository, {"Håbo/ny ö.yaml": "a\nb\nc\nd\ne\ng\n"})

    assert changed_since(repository, "HEAD~1") == [Changed("gammal å.yaml", "Håbo/ny ö.yaml")]


def test_several_files_with_other_names_are_followed(repository: Path) -> None:
    _commit(repository, {f"{name}.yaml": f"{name}\n" * 5 for name in "abc"})
    for name in "abc":
        _git(repository, "mv", f"{name}.yaml", f"ny-{name}.yaml")

    assert changed_since(repository, "HEAD") == [Changed(f"{name}.yaml", f"ny-{name}.yaml") for name in "abc"]


def test_names_are_counted_from_the_folder(repository: Path) -> None:
    _commit(repository, {"promises/åby/a.yaml": "x", "b.yaml": "x"})
    _commit(repository, {"promises/åby/a.yaml": "y", "b.yaml": "y"})
    (repository / "promises" / "c d.yaml").write_text("z", encoding="utf-8")

    assert changed_since(repository / "promises", "HEAD~1") == [
        Changed("åby/a.yaml", "åby/a.yaml"),
        Changed(None, "c d.yaml"),
    ]


def test_a_file_may_be_called_as_the_revision(repository: Path) -> None:
    _commit(repository, {"main": "x"})
    (repository / "main").write_text("y", encoding="utf-8")

    assert changed_since(repository, "main") == [Changed("main", "main")]


def test_what_git_ignores_is_not_told_of(repository: Path) -> None:
    _commit(repository, {".gitignore": "*.bak\n"})
    (repository / "a.bak").write_text("x", encoding="utf-8")

    assert changed_since(repository, "HEAD") == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("diff.noprefix", "true"),
        ("diff.renames", "false"),
        ("diff.relative", "false"),
        ("core.quotePath", "true"),
        ("diff.external", "false"),
        ("color.ui", "always"),
        ("diff.ignoreSubmodules", "all"),
        ("diff.orderFile", os.devnull),
    ],
)
def test_the_users_settings_of_git_change_nothing(repository: Path, name: str, value: str) -> None:
    _commit(repository, {"å.yaml": "a\nb\nc\nd\n"})
    _git(repository, "mv", "å.yaml", "ä.yaml")
    _git(repository, "config", name, value)

    assert changed_since(repository, "HEAD") == [Changed("å.yaml", "ä.yaml")]


def test_a_bad_revision_is_told_of_before_anything_is_compared(repository: Path) -> None:
    _commit(repository, {"a.yaml": "x"})

    with pytest.raises(LofteError, match="nowhere"):
        changed_since(repository, "nowhere")


def test_a_file_that_became_a_link_ends_as_changed(repository: Path) -> None:
    _commit(repository, {"a.yaml": "x", "b.yaml": "y"})
    (repository / "a.yaml").unlink()
    (repository / "a.yaml").symlink_to("b.yaml")

    assert changed_since(repository, "HEAD") == [Changed("a.yaml", "a.yaml")]


# ---------------------------------------------------------------- when a file last changed


def _days(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): str(day) for path, day in last_changed(folder).items()}


def test_each_file_has_the_day_of_the_last_commit_that_touched_it(repository: Path) -> None:
    _commit(repository, {"a b.yaml": "1", "åby/ö.yaml": "1", "c.yaml": "1"}, "2024-01-31")
    _commit(repository, {"åby/ö.yaml": "2"}, "2024-02-29")
    _commit(repository, {"c.yaml": "2"}, "2024-03-01")
    _commit(repository, {"c.yaml": "3", "d.yaml": "1"}, "2024-03-02")

    assert _days(repository) == {
        "a b.yaml": "2024-01-31",
        "åby/ö.yaml": "2024-02-29",
        "c.yaml": "2024-03-02",
        "d.yaml": "2024-03-02",
    }
    assert last_changed(repository)[repository / "d.yaml"] == dt.date(2024, 3, 2)


def test_only_files_below_the_folder_are_told_of(repository: Path) -> None:
    _commit(repository, {"promises/a.yaml": "1", "promises/x/b.yaml": "1", "c.yaml": "1"}, "2024-01-31")
    _commit(repository, {"c.yaml": "2"}, "2024-02-29")

    assert _days(repository / "promises") == {"a.yaml": "2024-01-31", "x/b.yaml": "2024-01-31"}


@pytest.mark.parametrize("name", [" a.yaml", "X.yaml", "-a.yaml"])
def test_a_name_may_begin_with_any_letter(repository: Path, name: str) -> None:
    _commit(repository, {name: "1"}, "2024-01-31")

    assert _days(repository) == {name: "2024-01-31"}


def test_a_change_above_the_folder_is_none_of_a_file_with_the_same_name(repository: Path) -> None:
    _commit(repository, {"a.yaml": "1", "promises/a.yaml": "1"}, "2024-01-31")
    (repository / "a.yaml").write_text("2", encoding="utf-8")

    assert _days(repository / "promises") == {"a.yaml": "2024-01-31"}


@pytest.mark.parametrize("inner", [".", "promises"])
def test_what_is_not_committed_has_no_day(repository: Path, inner: str) -> None:
    folder = repository / inner
    _commit(repository, {f"{inner}/{name}.yaml": "1" for name in ("a", "b", "c", "d e")}, "2024-01-31")
    (folder / "a.yaml").write_text("2", encoding="utf-8")
    (folder / "d e.yaml").write_text("2", encoding="utf-8")
    (folder / "new.yaml").write_text("1", encoding="utf-8")
    _git(folder, "add", "d e.yaml")

    assert _days(folder) == {"b.yaml": "2024-01-31", "c.yaml": "2024-01-31"}


def test_a_file_that_moves_has_no_day_under_either_name_until_it_is_committed(repository: Path) -> None:
    _commit(repository, {"a.yaml": "1\n2\n3\n"}, "2024-01-31")
    _git(repository, "mv", "a.yaml", "b.yaml")

    assert _days(repository) == {}


def test_without_git_a_repository_or_its_history_nothing_has_a_day(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _commit(repository, {"a.yaml": "1"}, "2024-01-31")
    _commit(repository, {"a.yaml": "2"}, "2024-02-29")
    _git(tmp_path, "clone", "--quiet", "--depth", "1", repository.as_uri(), "shallow")

    assert _days(tmp_path / "shallow") == {}
    assert _days(tmp_path) == {}
    assert _days(repository / "borta") == {}
    assert _days(repository / "a.yaml") == {}
    monkeypatch.setenv("PATH", str(tmp_path))
    assert _days(repository) == {}


def test_a_repository_without_commits_has_no_days(repository: Path) -> None:
    (repository / "a.yaml").write_text("1", encoding="utf-8")

    assert _days(repository) == {}
