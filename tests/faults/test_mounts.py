"""Output folders that are mounts, or are mounted elsewhere, and folders that belong to administrators."""

from pathlib import Path

import pytest

from fault_injection import NO_MOUNTING
from invented import FILE, PROMISE, project
from program import lofte, lofte_with_fault

NO_RIGHT = "only root may mount a disk"


@pytest.mark.parametrize(
    ("words", "name", "page"),
    [
        (("render",), "site", "index.html"),
        (("export",), "data", "loften.csv"),
        (("render",), "site/data", "loften.csv"),
    ],
    ids=["render", "export", "a folder inside the site"],
)
def test_a_mounted_folder_is_written_to(tmp_path: Path, words: tuple[str, ...], name: str, page: str) -> None:
    folder = project(tmp_path)
    if "/" in name:
        lofte(*words, cwd=folder)
        (folder / name / page).unlink()
    answer = lofte_with_fault("with_a_mount", str(folder), name, words=words, cwd=folder)
    if answer.code == NO_MOUNTING:
        pytest.skip(NO_RIGHT)

    assert (answer.code, answer.err) == (0, "")
    assert (folder / f"{name}-seen" / page).is_file()
    assert list((folder / f"{name}-seen").glob(".lofte-????????")) == []


def test_a_web_server_that_has_the_folder_mounted_sees_the_new_pages(tmp_path: Path) -> None:
    folder = project(tmp_path)
    lofte("render", cwd=folder)
    project(folder, **{FILE: PROMISE.replace("40 lampor", "45 lampor")})
    answer = lofte_with_fault("mounted_elsewhere", str(folder), "site", "www", words=["render"], cwd=folder)
    if answer.code == NO_MOUNTING:
        pytest.skip(NO_RIGHT)

    assert (answer.code, answer.err) == (0, "")
    assert b"45 lampor" in (folder / "www-seen" / "exempelby" / "lofte-2024.html").read_bytes()


def test_a_parent_that_cannot_be_written_to_does_not_matter(tmp_path: Path) -> None:
    folder = project(tmp_path / "home")
    web = tmp_path / "web"
    (web / "site").mkdir(parents=True)
    web.chmod(0o555)
    try:
        answers = [
            lofte_with_fault("bound", words=["render", "-o", str(web / "site")], cwd=folder) for _ in range(2)
        ]
    finally:
        web.chmod(0o755)

    assert [(answer.code, answer.err) for answer in answers] == [(0, "")] * 2
    assert (web / "site" / "index.html").is_file()


def test_export_never_replaces_a_site(tmp_path: Path) -> None:
    folder = project(tmp_path)
    lofte("render", cwd=folder)
    before = sorted((folder / "site").rglob("*"))
    answer = lofte("export", "-o", "site", cwd=folder)

    assert (answer.code, answer.out) == (2, "")
    assert "ligger webbplatsen, som skulle ersättas av öppna data. Inget har ändrats.\n" in answer.err
    assert answer.err.endswith("Välj en annan mapp med -o.\n")
    assert sorted((folder / "site").rglob("*")) == before
