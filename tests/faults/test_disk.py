"""Disks that are full or closed, and files that vanish or change while they are read."""

from pathlib import Path
from typing import Final

import pytest

from fault_injection import NO_MOUNTING
from invented import FILE, ID, PROMISE, project
from program import Answer, lofte, lofte_with_fault

MISSPELT: Final = PROMISE.replace("åtaganden:", "ataganden:")
OTHER: Final = "promises/exempelby/lofte-2025.yaml"
FOLLOW_UP: Final = ("follow-up", ID, "--date", "2024-04-30")
NEW: Final = ("new", "--municipality", "Provby kommun", "--start", "2026", "--end", "2026")
RENDER: Final = ("render", "--format", "markdown")
WRITING: Final = (RENDER, ("export",), ("validate", "--fix"), FOLLOW_UP, NEW)
each_writing = pytest.mark.parametrize("words", WRITING, ids=lambda words: " ".join(words[:2]))


def _files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def _project(folder: Path, words: tuple[str, ...]) -> Path:
    """Something for the command to do, and a site and data from before."""
    project(folder)
    if words[0] in ("render", "export"):
        lofte(*words, cwd=folder)
        project(folder, **{FILE: PROMISE.replace("40 lampor", "45 lampor")})
    if "--fix" in words:
        project(folder, **{OTHER: MISSPELT})
    return folder


# ---------------------------------------------------------------- full


def _on_a_full_disk(folder: Path, *words: str, free: int = 0) -> Answer:
    answer = lofte_with_fault("on_a_full_disk", str(folder), str(free), words=words, cwd=folder)
    if answer.code == NO_MOUNTING:
        pytest.skip("only root may mount a disk; the tests with a limit on files say much the same")
    return answer


@pytest.mark.parametrize(
    ("words", "free"),
    [*((words, 0) for words in WRITING), (RENDER, 8192)],
    ids=[*(" ".join(words[:2]) for words in WRITING), "render, full halfway"],
)
def test_a_full_disk_is_reported_and_everything_stays_as_it_was(
    tmp_path: Path, words: tuple[str, ...], free: int
) -> None:
    folder = _project(tmp_path / "work", words)
    before = _files(folder)
    answer = _on_a_full_disk(folder, *words, free=free)

    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("Systemfel: disken är full")
    assert answer.err.endswith("\nFrigör plats på disken och kör igen.\n")
    assert _files(folder) == before
    assert {path.name for path in folder.iterdir()} <= {"promises", "site", "data"}


def test_a_full_disk_is_reported_in_english_too(tmp_path: Path) -> None:
    folder = _project(tmp_path / "work", FOLLOW_UP)
    answer = _on_a_full_disk(folder, *FOLLOW_UP, "--lang", "en")

    assert answer.err.startswith("System error: the disk is full (")
    assert answer.err.endswith("\nFree some space on the disk and run again.\n")


@each_writing
def test_a_limit_on_files_is_reported_and_everything_stays_as_it_was(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    folder = _project(tmp_path, words)
    before = _files(folder)
    answer = lofte_with_fault("small_files", "1000", words=words, cwd=folder)

    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("Systemfel: filen får inte bli så stor")
    assert _files(folder) == before
    assert {path.name for path in folder.iterdir()} <= {"promises", "site", "data"}


# ---------------------------------------------------------------- closed


@each_writing
def test_a_folder_that_may_not_be_written_in_is_reported_and_stays_as_it_was(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    folder = _project(tmp_path, words)
    before = _files(folder)
    closed = [folder, *(path for path in folder.rglob("*") if path.is_dir())]
    for path in closed:
        path.chmod(0o555)
    try:
        answer = lofte_with_fault("bound", words=words, cwd=folder)
    finally:
        for path in closed:
            path.chmod(0o755)

    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("Systemfel: du har inte rätt till det (")
    assert "Välj en annan plats" in answer.err
    assert _files(folder) == before


@pytest.mark.parametrize("closed", ["site", "site/exempelby"])
def test_a_site_with_a_closed_folder_stays_as_it_was(tmp_path: Path, closed: str) -> None:
    folder = _project(tmp_path, RENDER)
    before = _files(folder)
    (folder / closed).chmod(0o555)
    answer = lofte_with_fault("bound", words=RENDER, cwd=folder)

    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("Systemfel: du har inte rätt till det (")
    assert _files(folder) == before
    assert (folder / closed).stat().st_mode & 0o777 == 0o555


@pytest.mark.parametrize("closed", [FILE, "promises/exempelby"], ids=["file", "folder"])
@pytest.mark.parametrize(
    "words", [("validate",), ("render",), ("export",), FOLLOW_UP], ids=lambda words: " ".join(words[:1])
)
def test_what_may_not_be_read_is_reported(tmp_path: Path, words: tuple[str, ...], closed: str) -> None:
    folder = project(tmp_path)
    mode = (folder / closed).stat().st_mode
    (folder / closed).chmod(0)
    try:
        answer = lofte_with_fault("bound", words=words, cwd=folder)
    finally:
        (folder / closed).chmod(mode)
    said = answer.out + answer.err

    if closed == FILE and words != FOLLOW_UP:
        assert answer.code == 1
        assert "Filen går inte att läsa: du har inte rätt till det." in said
    else:
        assert answer.code == 2
        assert "går inte att läsa" in said or "har fel i sin form" in said
    assert closed in said or ID in said
    assert _files(folder) == {FILE: PROMISE.encode()}


def test_a_disk_that_can_only_be_read_can_be_checked_and_says_so_when_written_to(tmp_path: Path) -> None:
    folder = project(tmp_path)
    checked = lofte_with_fault("on_a_disk_to_read", str(folder), words=["validate"], cwd=folder)
    if checked.code == NO_MOUNTING:
        pytest.skip("only root may mount a disk; the tests of closed folders say much the same")
    built = lofte_with_fault("on_a_disk_to_read", str(folder), words=["render"], cwd=folder)

    assert (checked.code, checked.err) == (0, "")
    assert built.code == 2
    assert built.err.startswith("Systemfel: disken går bara att läsa (")
    assert _files(folder) == {FILE: PROMISE.encode()}


# ---------------------------------------------------------------- vanishing and changing


def _meddled(folder: Path, when: str, what: str, deed: str, *words: str) -> Answer:
    return lofte_with_fault("meddled", when, what, deed, words=words, cwd=folder)


@pytest.mark.parametrize("words", [("validate",), ("render",), ("export",)], ids=lambda words: words[0])
def test_a_file_that_vanishes_while_it_is_read_is_reported(tmp_path: Path, words: tuple[str, ...]) -> None:
    folder = project(tmp_path, **{FILE: PROMISE, OTHER: PROMISE})
    answer = _meddled(folder, "open", OTHER, f"os.remove({OTHER!r})", *words)

    assert answer.code == 1
    assert (
        f"{OTHER}:1:1 fel Y01\n  Filen går inte att läsa: filen eller mappen finns inte.\n"
        in answer.out + answer.err
    )
    assert _files(folder) == {FILE: PROMISE.encode()}


def test_a_folder_that_vanishes_while_it_is_read_is_reported(tmp_path: Path) -> None:
    folder = project(tmp_path)
    answer = _meddled(folder, "os.scandir", "exempelby", "shutil.rmtree('promises/exempelby')", "validate")

    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("Fel: Mappen ”")
    assert (
        "promises/exempelby” går inte att läsa.\nDatorn säger: filen eller mappen finns inte.\n" in answer.err
    )


@pytest.mark.parametrize(
    ("deed", "code"),
    [
        ("open(what, 'wb').close()", 1),
        ("open(what, 'ab').write(b'titel: en till')", 1),
        ("os.remove(what); os.mkdir(what)", 1),
        ("open(what, 'wb').write(b'\\xff' * 999)", 1),
    ],
    ids=["emptied", "added to", "a folder", "other bytes"],
)
def test_a_file_that_becomes_another_while_it_is_read_is_judged_as_it_then_is(
    tmp_path: Path, deed: str, code: int
) -> None:
    folder = project(tmp_path)
    answer = _meddled(folder, "open", FILE, deed.replace("what", repr(FILE)), "validate")

    assert (answer.code, answer.err) == (code, "")
    assert answer.out.startswith(f"{FILE}:")


def test_a_file_that_somebody_changes_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    folder = project(tmp_path, **{FILE: MISSPELT, OTHER: MISSPELT})
    deed = f"open({FILE!r}, 'ab').write(b'# mine\\n')"
    answer = _meddled(folder, "os.mkdir", "exempelby", deed, "validate", "--fix")

    assert (folder / FILE).read_bytes() == MISSPELT.encode() + b"# mine\n"
    assert (folder / OTHER).read_bytes() == PROMISE.encode()
    assert f"{FILE}: inget rättat: filen ändrades av ett annat program under tiden. Kör igen.\n" in answer.err
    assert "Traceback" not in answer.err


def test_a_promise_that_vanishes_before_its_follow_up_is_written_costs_nothing(tmp_path: Path) -> None:
    folder = project(tmp_path)
    answer = _meddled(folder, "tempfile.mkstemp", "", f"os.remove({FILE!r})", *FOLLOW_UP)

    assert (answer.code, answer.err) == (0, "")
    assert list(_files(folder)) == ["promises/exempelby/uppfoljning-2024-04-30.yaml"]


def test_a_site_that_vanishes_while_it_is_built_is_written_again(tmp_path: Path) -> None:
    folder = project(tmp_path)
    lofte(*RENDER, cwd=folder)
    before = _files(folder)
    answer = _meddled(folder, "tempfile.mkdtemp", "", "shutil.rmtree('site')", *RENDER)

    assert (answer.code, answer.err) == (0, "")
    assert _files(folder) == before


# ---------------------------------------------------------------- many


def test_a_folder_of_ten_thousand_files_is_read(tmp_path: Path) -> None:
    folder = project(tmp_path)
    for number in range(10_000):
        suffix = "yaml" if number % 100 == 0 else "txt"
        (folder / "promises" / "exempelby" / f"fil-{number:05}.{suffix}").write_bytes(b"")
    answer = lofte("validate", "--compact", cwd=folder)
    *lines, count = answer.out.splitlines()

    assert (answer.code, answer.err) == (1, "")
    assert len(lines) == 100
    assert lines[0].startswith("promises/exempelby/fil-00000.yaml:1:1: fel Y05 ")
    assert count == "100 fel. Kontrollerade 101 filer."
