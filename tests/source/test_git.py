"""What is read out of git, in repositories made for each test."""

import datetime as dt
import os
import subprocess
import unicodedata
from pathlib import Path
from typing import Final

import pytest

from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text
from medborgarlofte.source.files import yaml_files
from medborgarlofte.source.git import Changed, changed_since, file_at, last_changed

pytestmark = pytest.mark.slow

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


def test_a_file_that_did_not_exist_is_reported(repository: Path) -> None:
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
def test_a_revision_that_there_is_not_is_reported(repository: Path, revision: str) -> None:
    _commit(repository, {"a.yaml": "x"})
    error = _refused(repository, revision)

    assert f"Revisionen ”{revision}” finns inte." == error.message.sv
    assert f"There is no revision “{revision}”." == error.message.en
    assert error.help == Text("Se vilka som finns: git log --oneline", "See what there is: git log --oneline")
    assert [repository / "a.yaml"] == [path for path in repository.iterdir() if path.name != ".git"]


def test_a_repository_without_commits_has_no_revisions(repository: Path) -> None:
    assert _refused(repository, "HEAD").message.sv == "Revisionen ”HEAD” finns inte."


def test_a_shallow_repository_gets_the_advice_to_fetch_the_rest(repository: Path, tmp_path: Path) -> None:
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


def test_a_folder_outside_every_repository_is_reported(tmp_path: Path) -> None:
    error = _refused(tmp_path, "HEAD")

    assert error.message == Text(
        f"Mappen ”{tmp_path}” ligger inte i något git-arkiv.",
        f"The folder “{tmp_path}” is in no git repository.",
    )
    assert error.help == Text(
        "Jämför två filer i stället: lofte diff GAMMAL NY", "Compare two files instead: lofte diff OLD NEW"
    )


def test_a_computer_without_git_is_reported(
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


Names = tuple[str | None, str | None]


def _changed(folder: Path, revision: str = "HEAD") -> list[Names]:
    """The names then and now of what differs, both from the folder."""
    changed = changed_since(folder, revision, yaml_files(folder))
    return [
        (change.old, change.new.relative_to(folder).as_posix() if change.new else None) for change in changed
    ]


def test_files_that_changed_came_and_went_are_distinguished(repository: Path) -> None:
    _commit(repository, {"same.yaml": "x", "changed.yaml": "x", "gone.yaml": "1\n2\n3\n"})
    (repository / "changed.yaml").write_text("y", encoding="utf-8")
    (repository / "gone.yaml").unlink()
    (repository / "staged.yaml").write_text("z", encoding="utf-8")
    _git(repository, "add", "staged.yaml")
    (repository / "unknown.yaml").write_text("å", encoding="utf-8")

    assert _changed(repository) == [
        ("changed.yaml", "changed.yaml"),
        ("gone.yaml", None),
        (None, "staged.yaml"),
        (None, "unknown.yaml"),
    ]


def test_what_a_file_held_comes_with_it(repository: Path) -> None:
    _commit(repository, {"a.yaml": "förut: 1\n"})
    (repository / "a.yaml").write_text("nu: 2\n", encoding="utf-8")

    assert changed_since(repository, "HEAD", [repository / "a.yaml"]) == [
        Changed("a.yaml", repository / "a.yaml", "förut: 1\n".encode())
    ]


def test_a_file_with_another_name_is_followed(repository: Path) -> None:
    _commit(repository, {"gammal å.yaml": "a\nb\nc\nd\ne\nf\n"})
    (repository / "Håbo").mkdir()
    _git(repository, "mv", "gammal å.yaml", "Håbo/ny ö.yaml")
    _commit(repository, {"Håbo/ny ö.yaml": "a\nb\nc\nd\ne\ng\n"})

    assert _changed(repository, "HEAD~1") == [("gammal å.yaml", "Håbo/ny ö.yaml")]


def test_several_files_with_other_names_are_followed(repository: Path) -> None:
    _commit(repository, {f"{name}.yaml": f"{name}\n" * 5 for name in "abc"})
    for name in "abc":
        _git(repository, "mv", f"{name}.yaml", f"ny-{name}.yaml")

    assert _changed(repository) == [(f"{name}.yaml", f"ny-{name}.yaml") for name in "abc"]


def test_a_folder_with_another_name_is_followed(repository: Path) -> None:
    _commit(repository, {"löften/a.yaml": "a\nb\nc\n", "annat.yaml": "x\ny\nz\n"})
    _git(repository, "mv", "löften", "promises")

    assert _changed(repository / "promises") == [("../löften/a.yaml", "a.yaml")]


def test_files_that_have_little_in_common_are_no_rename(repository: Path) -> None:
    _commit(repository, {"a.yaml": "a\nb\nc\nd\n"})
    (repository / "a.yaml").unlink()
    (repository / "b.yaml").write_text("a\n1\n2\n3\n", encoding="utf-8")

    assert _changed(repository) == [("a.yaml", None), (None, "b.yaml")]


def test_names_are_counted_from_the_folder(repository: Path) -> None:
    _commit(repository, {"promises/åby/a.yaml": "x", "b.yaml": "x"})
    _commit(repository, {"promises/åby/a.yaml": "y", "b.yaml": "y"})
    (repository / "promises" / "c d.yaml").write_text("z", encoding="utf-8")

    assert _changed(repository / "promises", "HEAD~1") == [(None, "c d.yaml"), ("åby/a.yaml", "åby/a.yaml")]


@pytest.mark.parametrize("name", ["main.yaml", "A.YML", "-n.yaml", "a[1]*.yaml", ":(top)x.yaml", '"q".yaml'])
def test_a_file_may_have_any_name_that_a_document_may_have(repository: Path, name: str) -> None:
    _commit(repository, {name: "x"})
    (repository / name).write_text("y", encoding="utf-8")

    assert _changed(repository) == [(name, name)]


def test_a_name_in_decomposed_letters_is_the_same_name(repository: Path) -> None:
    decomposed = unicodedata.normalize("NFD", "löfte.yaml")
    _git(repository, "config", "core.precomposeunicode", "false")
    _commit(repository, {decomposed: "x"})
    (repository / decomposed).rename(repository / "löfte.yaml")
    (repository / "löfte.yaml").write_text("y", encoding="utf-8")

    assert _changed(repository) == [("löfte.yaml", "löfte.yaml")]
    assert file_at(repository, "HEAD", "löfte.yaml") == b"x"


def test_other_files_and_hidden_ones_are_no_documents(repository: Path) -> None:
    _commit(repository, {"a.txt": "x", ".hidden.yaml": "x", ".github/b.yaml": "x"})
    for name in ("a.txt", ".hidden.yaml", ".github/b.yaml"):
        (repository / name).unlink()

    assert _changed(repository) == []


def test_line_ends_alone_are_no_change(repository: Path) -> None:
    _commit(repository, {"a.yaml": "a\nb\n"})
    (repository / "a.yaml").write_bytes(b"a\r\nb\r\n")

    assert _changed(repository) == []


@pytest.mark.parametrize("flag", ["--assume-unchanged", "--skip-worktree"])
def test_files_hidden_from_git_are_compared(repository: Path, flag: str) -> None:
    _commit(repository, {"a.yaml": "x"})
    _git(repository, "update-index", flag, "a.yaml")
    (repository / "a.yaml").write_text("y", encoding="utf-8")

    assert _changed(repository) == [("a.yaml", "a.yaml")]


def test_a_damaged_index_hides_nothing(repository: Path) -> None:
    _commit(repository, {"a.yaml": "x"})
    (repository / ".git" / "index").write_bytes(b"x")
    (repository / "a.yaml").write_text("y", encoding="utf-8")

    assert _changed(repository) == [("a.yaml", "a.yaml")]


def test_a_name_that_is_not_utf_8_stops_nothing(repository: Path) -> None:
    odd = os.fsdecode(b"l\xf6fte.yaml")
    try:
        _commit(repository, {odd: "a\nb\nc\n", "b.yaml": "x"}, "2024-01-31")
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("the file system refuses the name")
    (repository / odd).rename(repository / "löfte.yaml")

    assert _changed(repository) == [(odd, "löfte.yaml")]
    assert last_changed(repository)[repository / "b.yaml"] == dt.date(2024, 1, 31)


def test_a_submodule_is_compared_with_the_commit_that_the_revision_has(
    repository: Path, tmp_path: Path
) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    _git(inner, "init", "--quiet", "--initial-branch", "main")
    _commit(inner, {"a.yaml": "x", "b.yaml": "x"})
    _git(repository, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(inner), "sub")
    _commit(repository, {"c.yaml": "x"})
    _commit(repository / "sub", {"a.yaml": "y"})

    assert _changed(repository) == [("sub/a.yaml", "sub/a.yaml")]
    assert _changed(repository / "sub") == []
    assert file_at(repository, "HEAD", "sub/a.yaml") == b"x"


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
        ("log.showSignature", "true"),
        ("status.showUntrackedFiles", "no"),
    ],
)
def test_the_users_settings_of_git_change_nothing(repository: Path, name: str, value: str) -> None:
    _commit(repository, {"å.yaml": "a\nb\nc\nd\n", "b.yaml": "x"}, "2024-01-31")
    _git(repository, "mv", "å.yaml", "ä.yaml")
    _git(repository, "config", name, value)

    assert _changed(repository) == [("å.yaml", "ä.yaml")]
    assert _days(repository) == {"b.yaml": "2024-01-31"}


def test_a_bad_revision_is_reported_before_anything_is_compared(repository: Path) -> None:
    _commit(repository, {"a.yaml": "x"})

    with pytest.raises(LofteError, match="nowhere"):
        changed_since(repository, "nowhere", [])


def test_a_file_that_became_a_link_ends_as_changed(repository: Path) -> None:
    _commit(repository, {"a.yaml": "x", "b.yaml": "y"})
    (repository / "a.yaml").unlink()
    (repository / "a.yaml").symlink_to("b.yaml")

    assert _changed(repository) == [("a.yaml", "a.yaml")]


# ---------------------------------------------------------------- whose repository, and git that fails


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """A repository beside the one that a test is about."""
    folder = tmp_path / "annat"
    folder.mkdir()
    _git(folder, "init", "--quiet", "--initial-branch", "main")
    _commit(folder, {"annat.yaml": "x"})
    return folder


@pytest.mark.parametrize(
    "variables",
    [
        {"GIT_DIR": "{other}/.git"},
        {"GIT_DIR": "{other}/.git", "GIT_WORK_TREE": "{other}"},
        {"GIT_INDEX_FILE": "{other}/.git/index"},
        {"GIT_COMMON_DIR": "{other}/.git"},
        {"GIT_OBJECT_DIRECTORY": "{other}/.git/objects"},
        {"GIT_NAMESPACE": "x"},
        {"GIT_PREFIX": "annat/"},
        {"GIT_LITERAL_PATHSPECS": "0", "GIT_ICASE_PATHSPECS": "1"},
    ],
    ids="+".join,
)
def test_variables_that_hooks_set_lead_to_no_other_repository(
    repository: Path, other: Path, monkeypatch: pytest.MonkeyPatch, variables: dict[str, str]
) -> None:
    _commit(repository, {"a.yaml": "x"}, "2024-01-31")
    _commit(repository, {"b.yaml": "x"}, "2024-02-29")
    (repository / "a.yaml").write_text("y", encoding="utf-8")
    for name, value in variables.items():
        monkeypatch.setenv(name, value.format(other=other))

    assert _changed(repository) == [("a.yaml", "a.yaml")]
    assert file_at(repository, "HEAD", "a.yaml") == b"x"
    assert _days(repository) == {"b.yaml": "2024-02-29"}


def test_a_work_tree_named_in_the_environment_is_used_where_the_folder_is_in_no_other(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "utan"
    folder.mkdir()
    (folder / "a.yaml").write_text("y", encoding="utf-8")
    _commit(repository, {"a.yaml": "x"})
    monkeypatch.setenv("GIT_DIR", str(repository / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(folder))

    assert _changed(folder) == [("a.yaml", "a.yaml")]


def test_a_repository_of_another_owner_is_reported_with_the_command_that_trusts_it(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _commit(repository, {"a.yaml": "x"})
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    error = _refused(repository, "HEAD")

    assert "ägs av en annan användare" in error.message.sv
    assert "Git says: fatal: detected dubious ownership" in error.message.en
    assert error.help is not None
    assert f"git config --global --add safe.directory '{repository}'" in error.help.sv
    with pytest.raises(LofteError, match="dubious ownership"):
        last_changed(repository)

    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")  # settings of the user are no business of ours
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "safe.directory")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", "*")

    assert file_at(repository, "HEAD", "a.yaml") == b"x"


def _damage(repository: Path) -> None:
    """Remove every object but the commits."""
    kinds = subprocess.run(
        ["git", "-C", str(repository), "cat-file", "--batch-all-objects", "--batch-check"],
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    for row in kinds.splitlines():
        name, kind, _ = row.split()
        if kind != "commit":
            (repository / ".git" / "objects" / name[:2] / name[2:]).unlink()


def test_a_damaged_repository_is_reported_in_the_words_of_git(repository: Path) -> None:
    _commit(repository, {"a.yaml": "x"})
    _damage(repository)

    with pytest.raises(LofteError, match="Git says: "):
        _changed(repository)
    assert "Git says: " in _refused(repository, "HEAD").message.en


def test_a_fetch_that_fails_is_reported_in_the_words_of_git(repository: Path, tmp_path: Path) -> None:
    _commit(repository, {"a.yaml": "1"})
    _commit(repository, {"a.yaml": "2"})
    _git(repository, "config", "uploadpack.allowFilter", "true")
    _git(tmp_path, "clone", "--quiet", "--filter=blob:none", repository.as_uri(), "partial")
    repository.rename(tmp_path / "borta")

    assert "Git says: " in _refused(tmp_path / "partial", "HEAD~1").message.en
    with pytest.raises(LofteError, match="Git says: "):
        _changed(tmp_path / "partial", "HEAD~1")


def test_a_work_tree_whose_repository_is_gone_is_reported_in_the_words_of_git(
    repository: Path, tmp_path: Path
) -> None:
    _commit(repository, {"a.yaml": "x"})
    _git(repository, "worktree", "add", "--quiet", str(tmp_path / "träd"))
    repository.rename(tmp_path / "flyttat")

    assert "Git says: fatal: not a git repository: " in _refused(tmp_path / "träd", "HEAD").message.en


def test_a_linked_work_tree_is_compared_with_its_own_files(repository: Path, tmp_path: Path) -> None:
    _commit(repository, {"a.yaml": "x"})
    _git(repository, "worktree", "add", "--quiet", str(tmp_path / "träd"))
    (tmp_path / "träd" / "a.yaml").write_text("y", encoding="utf-8")

    assert _changed(tmp_path / "träd") == [("a.yaml", "a.yaml")]
    assert _changed(repository) == []


def test_a_bare_repository_has_no_files_to_compare(repository: Path, tmp_path: Path) -> None:
    _commit(repository, {"a.yaml": "x"})
    _git(tmp_path, "clone", "--quiet", "--bare", str(repository), "bar")

    assert "ligger inte i något git-arkiv" in _refused(tmp_path / "bar", "HEAD").message.sv


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


def test_only_files_below_the_folder_are_reported(repository: Path) -> None:
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


def test_files_that_a_damaged_repository_knows_have_no_days_by_halves(repository: Path) -> None:
    _commit(repository, {"a.yaml": "1"}, "2024-01-31")
    _commit(repository, {"b.yaml": "1"}, "2024-02-29")
    _damage(repository)

    with pytest.raises(LofteError, match="Git says: "):
        last_changed(repository)


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
