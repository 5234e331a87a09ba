"""A site is put in its folder whole or not at all, and what others put there stays."""

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus import shipped
from medborgarlofte.errors import LofteError
from medborgarlofte.site.build import build
from medborgarlofte.site.publish import MARKER, publish
from program import environment

FIRST = [("index.html", b"first"), ("karlshamn/lofte-2022.html", b"a promise"), ("style.css", b"* {}")]
SECOND = [("index.html", b"second"), ("karlstad/lofte-2023.html", b"another promise")]


def _content(folder: Path) -> dict[str, bytes | str]:
    """Every file below a folder with its bytes, every link with its target, and empty folders; without our marker."""
    found: dict[str, bytes | str] = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            found[name] = path.readlink().as_posix()
        elif path.is_file() and name != MARKER:
            found[name] = path.read_bytes()
        elif path.is_dir() and not any(path.iterdir()):
            found[f"{name}/"] = ""
    return found


def _failing(files: list[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
    yield from files
    raise RuntimeError("halfway")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A published site."""
    folder = tmp_path / "site"
    publish(folder, FIRST)
    return folder


# ---------------------------------------------------------------- whole


def test_a_site_holds_exactly_its_files(tmp_path: Path) -> None:
    count = publish(tmp_path / "deep" / "site", iter(FIRST)).files

    assert len(FIRST) == count
    assert dict(FIRST) == _content(tmp_path / "deep" / "site")
    assert [path.name for path in (tmp_path / "deep").iterdir()] == ["site"]


def test_a_site_can_be_read_by_the_web_server(site: Path) -> None:
    assert site.stat().st_mode & 0o777 == 0o755


def test_pages_of_removed_documents_vanish(site: Path) -> None:
    publish(site, SECOND)

    assert dict(SECOND) == _content(site)
    assert [site] == list(site.parent.iterdir())


def test_an_empty_folder_may_become_a_site(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    publish(tmp_path / "site", FIRST)

    assert dict(FIRST) == _content(tmp_path / "site")


def test_progress_is_told_for_every_file(tmp_path: Path) -> None:
    told: list[int] = []
    publish(tmp_path / "site", FIRST, told.append)

    assert told == [1, 2, 3]


def test_two_builds_are_alike_to_the_byte(tmp_path: Path) -> None:
    for name in ("one", "two"):
        publish(tmp_path / name, build(shipped(), lang="sv"))
    one, two = (
        {p.relative_to(f).as_posix(): p.read_bytes() for p in f.rglob("*") if p.is_file()}
        for f in tmp_path.iterdir()
    )

    assert len(one) >= 7 * 2 + 2
    assert one == two


def test_a_build_over_a_site_is_as_one_in_a_new_folder(tmp_path: Path, site: Path) -> None:
    publish(site, build(shipped(), lang="sv"))
    publish(tmp_path / "new", build(shipped(), lang="sv"))

    assert _content(tmp_path / "new") == _content(site)


def test_a_site_reached_through_a_link_is_published_where_the_link_leads(tmp_path: Path, site: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(site)
    publish(link, SECOND)

    assert link.is_symlink()
    assert dict(SECOND) == _content(site)
    assert {"link", "site"} == {path.name for path in tmp_path.iterdir()}


# ---------------------------------------------------------------- not at all


@pytest.mark.parametrize("written", [0, 1, 3])
def test_a_build_that_fails_leaves_the_former_site_whole_and_nothing_beside_it(
    site: Path, written: int
) -> None:
    with pytest.raises(RuntimeError, match="halfway"):
        publish(site, _failing([*SECOND, ("x.html", b"x")][:written]))

    assert dict(FIRST) == _content(site)
    assert [site] == list(site.parent.iterdir())


def test_a_first_build_that_fails_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="halfway"):
        publish(tmp_path / "site", _failing(FIRST))

    assert list(tmp_path.iterdir()) == []


def test_a_build_that_is_interrupted_leaves_the_former_site_whole(site: Path) -> None:
    def interrupted() -> Iterator[tuple[str, bytes]]:
        yield SECOND[0]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        publish(site, interrupted())
    assert dict(FIRST) == _content(site)
    assert [site] == list(site.parent.iterdir())


SLOW = """
import sys, time
from pathlib import Path
from medborgarlofte.site.publish import publish

def slow():
    for number in range(5):
        yield f"page-{number}.html", b"half a site"
    print("halfway", flush=True)
    time.sleep(60)

publish(Path(sys.argv[1]), slow())
"""


def test_a_build_that_is_killed_leaves_the_former_site_whole_and_the_next_one_works(site: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", SLOW, str(site)], stdout=subprocess.PIPE, env=environment()
    ) as process:
        assert process.stdout is not None
        assert b"halfway" in process.stdout.readline()
        process.send_signal(signal.SIGKILL)
    left = _content(site)
    publish(site, SECOND)

    assert dict(FIRST) == left
    assert dict(SECOND) == _content(site)


# ---------------------------------------------------------------- a crash between the two renames


def test_a_crash_between_the_renames_is_recovered_also_when_the_next_build_fails(site: Path) -> None:
    site.rename(site.with_name(".site.old"))
    with pytest.raises(RuntimeError, match="halfway"):
        publish(site, _failing(SECOND))

    assert dict(FIRST) == _content(site)
    assert [site] == list(site.parent.iterdir())


def test_a_crash_between_the_renames_does_not_stop_the_next_build(site: Path) -> None:
    site.rename(site.with_name(".site.old"))
    publish(site, SECOND)

    assert dict(SECOND) == _content(site)
    assert [site] == list(site.parent.iterdir())


def test_a_crash_after_the_renames_leaves_the_new_site(tmp_path: Path, site: Path) -> None:
    publish(tmp_path / ".site.old", FIRST)
    publish(site, SECOND)

    assert dict(SECOND) == _content(site)
    assert [site] == list(site.parent.iterdir())


@pytest.mark.parametrize("there", [True, False])
def test_a_folder_of_somebody_elses_that_bears_the_name_of_a_former_site_is_left_alone(
    tmp_path: Path, there: bool
) -> None:
    foreign = tmp_path / ".site.old"
    foreign.mkdir()
    (foreign / "mine.txt").write_bytes(b"mine")
    if there:
        (tmp_path / "site").mkdir()
    with contextlib.suppress(LofteError):
        publish(tmp_path / "site", FIRST)

    assert _content(foreign) == {"mine.txt": b"mine"}


# ---------------------------------------------------------------- what others put there


@pytest.mark.parametrize("name", ["index.html", "notes/mine.txt", ".htaccess"])
def test_a_folder_of_somebody_elses_is_refused_and_not_touched(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "site"
    path = folder / name
    path.parent.mkdir(parents=True)
    path.write_bytes(b"mine")
    with pytest.raises(LofteError) as caught:
        publish(folder, FIRST)

    assert {name: b"mine"} == _content(folder)
    assert [folder] == list(tmp_path.iterdir())
    assert "Inget har ändrats." in caught.value.message.sv
    assert caught.value.help is not None


def test_nothing_is_built_for_a_folder_of_somebody_elses(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_bytes(b"mine")
    with pytest.raises(LofteError):
        publish(tmp_path, _failing([]))

    assert _content(tmp_path) == {"mine.txt": b"mine"}


def test_a_file_where_the_folder_should_be_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").write_bytes(b"mine")
    with pytest.raises(LofteError):
        publish(tmp_path / "site", FIRST)

    assert _content(tmp_path) == {"site": b"mine"}


def test_files_of_others_in_a_site_are_kept(site: Path) -> None:
    others: dict[str, bytes | str] = {
        "CNAME": b"exempel.se",
        ".well-known/security.txt": b"x",
        "karlshamn/bild.png": b"\x89",
    }
    for name, data in others.items():
        path = site / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(bytes(data, "utf-8") if isinstance(data, str) else data)
    publish(site, SECOND)
    publish(site, FIRST)

    assert dict(FIRST) | others == _content(site)


def test_links_of_others_in_a_site_are_kept_as_links(site: Path) -> None:
    (site / "latest").symlink_to("karlshamn")
    (site / "start").symlink_to("index.html")
    publish(site, FIRST)

    assert dict(FIRST) | {"latest": "karlshamn", "start": "index.html"} == _content(site)


def test_empty_folders_of_others_in_a_site_are_kept(site: Path) -> None:
    (site / ".git" / "refs" / "tags").mkdir(parents=True)
    publish(site, FIRST)

    assert dict(FIRST) | {".git/refs/tags/": ""} == _content(site)


def test_times_and_permissions_of_others_files_are_kept(site: Path) -> None:
    path = site / "hook.sh"
    path.write_bytes(b"#!/bin/sh")
    path.chmod(0o750)
    os.utime(path, (1, 1))
    publish(site, SECOND)

    assert (path.stat().st_mode & 0o777, int(path.stat().st_mtime)) == (0o750, 1)


@pytest.mark.parametrize(
    ("foreign", "ours"),
    [
        ("karlstad/lofte-2023.html", "karlstad/lofte-2023.html"),
        ("karlstad", "karlstad/lofte-2023.html"),
        ("karlstad/lofte-2023.html/mine.txt", "karlstad/lofte-2023.html"),
    ],
    ids=["same file", "file where a folder belongs", "folder where a file belongs"],
)
def test_what_others_put_where_a_page_belongs_is_refused(site: Path, foreign: str, ours: str) -> None:
    path = site / foreign
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"mine")
    before = _content(site)
    with pytest.raises(LofteError) as caught:
        publish(site, [(ours, b"page")])

    assert before == _content(site)
    assert [site] == list(site.parent.iterdir())
    assert "karlstad" in caught.value.message.sv


@pytest.mark.parametrize("damage", ["{", "[]", '{"files": 3}', ""])
def test_a_damaged_marker_is_refused_in_words(site: Path, damage: str) -> None:
    (site / MARKER).write_text(damage, encoding="utf-8")
    with pytest.raises(LofteError):
        publish(site, SECOND)

    assert dict(FIRST) == _content(site)


def test_a_page_edited_by_hand_is_written_over(site: Path) -> None:
    (site / "index.html").write_bytes(b"by hand")
    publish(site, FIRST)

    assert dict(FIRST) == _content(site)
