"""A site is put in its folder whole or not at all, and what others put there stays."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from corpus import shipped
from lazy_site import LazySite
from medborgarlofte.errors import LofteError
from medborgarlofte.site.manifest import MARKER
from medborgarlofte.site.publish import publish
from program import environment

FIRST = [("index.html", b"first"), ("karlshamn/lofte-2022.html", b"a promise"), ("style.css", b"* {}")]
SECOND = [("index.html", b"second"), ("karlstad/lofte-2023.html", b"another promise")]


def _content(folder: Path) -> dict[str, bytes | str]:
    """Every file below a folder with its bytes, every link with its target, and empty folders; without our own."""
    found: dict[str, bytes | str] = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if name.startswith(".lofte-"):
            continue
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


def test_progress_is_reported_for_every_file(tmp_path: Path) -> None:
    told: list[int] = []
    publish(tmp_path / "site", FIRST, told.append)

    assert told == [1, 2, 3]


def test_two_builds_are_alike_to_the_byte(tmp_path: Path) -> None:
    for name in ("one", "two"):
        publish(tmp_path / name, LazySite(shipped(), "sv").items())
    one, two = (
        {p.relative_to(f).as_posix(): p.read_bytes() for p in f.rglob("*") if p.is_file()}
        for f in tmp_path.iterdir()
    )

    assert len(one) >= 7 * 2 + 2
    assert one == two


def test_a_build_over_a_site_is_as_one_in_a_new_folder(tmp_path: Path, site: Path) -> None:
    publish(site, LazySite(shipped(), "sv").items())
    publish(tmp_path / "new", LazySite(shipped(), "sv").items())

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


# ---------------------------------------------------------------- killed while files are moved into place

DIES = """
import os, signal, sys
from pathlib import Path
from medborgarlofte.site.publish import publish

def watch(event, args, waiting=[int(sys.argv[2])]):
    if event == "os.rename":
        waiting[0] -= 1
        if waiting[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(watch)
publish(Path(sys.argv[1]), [("index.html", b"second"), ("karlstad/lofte-2023.html", b"another promise")])
"""


@pytest.mark.parametrize("step", [1, 2, 3, 4])
@pytest.mark.parametrize("next_one", ["works", "fails", "is another"])
def test_moves_that_were_cut_short_are_completed_by_the_next_build(
    site: Path, step: int, next_one: str
) -> None:
    done = subprocess.run([sys.executable, "-c", DIES, str(site), str(step)], env=environment(), check=False)
    assert done.returncode == -signal.SIGKILL
    if next_one == "fails":
        with pytest.raises(RuntimeError, match="halfway"):
            publish(site, _failing([]))
    else:
        publish(site, SECOND if next_one == "works" else FIRST)
    moved_nothing = step == 1 and next_one == "fails"

    assert dict(FIRST if moved_nothing or next_one == "is another" else SECOND) == _content(site)
    assert [path.name for path in site.glob(".lofte-*")] == [MARKER]
    assert [site] == list(site.parent.iterdir())


def test_ctrl_c_while_files_are_moved_ends_with_the_new_site(site: Path) -> None:
    code = DIES.replace("SIGKILL", "SIGINT")
    done = subprocess.run(
        [sys.executable, "-c", code, str(site), "3"], env=environment(), check=False, capture_output=True
    )

    assert b"KeyboardInterrupt" in done.stderr
    assert dict(SECOND) == _content(site)
    assert [path.name for path in site.glob(".lofte-*")] == [MARKER]


# ---------------------------------------------------------------- the folder stays the same


def test_the_folder_and_its_mode_stay_the_same(site: Path) -> None:
    (site / "karlshamn").chmod(0o2750)
    site.chmod(0o2770)
    before = site.stat()
    publish(site, [("index.html", b"second"), ("karlshamn/lofte-2025.html", b"another")])

    assert (site.stat().st_ino, site.stat().st_mode) == (before.st_ino, before.st_mode)
    assert (site / "karlshamn").stat().st_mode & 0o7777 == 0o2750


def test_a_changed_page_keeps_its_mode(site: Path) -> None:
    (site / "index.html").chmod(0o640)
    publish(site, SECOND)

    assert (site / "index.html").read_bytes() == b"second"
    assert (site / "index.html").stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may give files away")
def test_what_root_publishes_belongs_to_the_owner_of_the_folder(site: Path) -> None:
    for path in (site, site / "index.html"):
        os.chown(path, 1234, 2345)
    publish(site, SECOND)
    owners = {path.name: (path.stat().st_uid, path.stat().st_gid) for path in site.rglob("*.html")}

    assert owners == {"index.html": (1234, 2345), "lofte-2023.html": (1234, 2345)}
    assert ((site / "karlstad").stat().st_uid, site.stat().st_uid) == (1234, 1234)


def test_the_parent_of_the_folder_need_not_be_writable(site: Path) -> None:
    site.parent.chmod(0o555)
    try:
        publish(site, SECOND)
    finally:
        site.parent.chmod(0o755)

    assert dict(SECOND) == _content(site)


def test_an_empty_file_system_may_become_a_site(tmp_path: Path) -> None:
    (tmp_path / "site" / "lost+found").mkdir(parents=True)
    publish(tmp_path / "site", FIRST)

    assert dict(FIRST) | {"lost+found/": ""} == _content(tmp_path / "site")


# ---------------------------------------------------------------- outputs of different kinds


@pytest.mark.parametrize(
    ("there", "wanted"), [("html", "data"), ("html", "pdf"), ("data", "html"), ("markdown", "html")]
)
def test_output_of_one_kind_never_replaces_another(tmp_path: Path, there: Any, wanted: Any) -> None:
    publish(tmp_path / "site", FIRST, kind=there)
    with pytest.raises(LofteError) as caught:
        publish(tmp_path / "site", SECOND, kind=wanted)

    assert dict(FIRST) == _content(tmp_path / "site")
    assert "Inget har ändrats." in caught.value.message.sv
    assert caught.value.help is not None


@pytest.mark.parametrize(
    ("files", "wanted"),
    [
        ({"index.html": "", "index.md": "", "data/loften.csv": ""}, "html"),
        ({"loften.csv": "", "loften.json": ""}, "data"),
        ({"a/lofte.pdf": ""}, "pdf"),
        ({"index.md": ""}, "markdown"),
    ],
)
def test_the_kind_of_an_older_output_is_known_by_its_files(
    tmp_path: Path, files: dict[str, str], wanted: Any
) -> None:
    (tmp_path / MARKER).write_text(json.dumps({"made_by": "lofte", "files": files}), encoding="utf-8")
    for other in {"html", "markdown", "pdf", "data"} - {wanted}:
        with pytest.raises(LofteError):
            publish(tmp_path, SECOND, kind=other)
    publish(tmp_path, SECOND, kind=wanted)

    assert dict(SECOND) == _content(tmp_path)


@pytest.mark.parametrize("name", ["../mine.txt", "/mine.txt", "karlshamn/../../mine.txt"])
def test_a_list_with_paths_outside_the_folder_is_refused(site: Path, name: str) -> None:
    mine = site.parent / "mine.txt"
    mine.write_bytes(b"mine")
    (site / MARKER).write_text(json.dumps({"files": {name: ""}}), encoding="utf-8")
    with pytest.raises(LofteError):
        publish(site, SECOND)

    assert mine.read_bytes() == b"mine"


def test_nothing_is_removed_through_a_link(site: Path) -> None:
    (site / "karlshamn").rename(site.parent / "mine")
    (site / "karlshamn").symlink_to(site.parent / "mine")
    publish(site, SECOND)

    assert (site.parent / "mine" / "lofte-2022.html").read_bytes() == b"a promise"
    assert (site / "karlshamn").is_symlink()


def test_a_page_may_become_a_folder(site: Path) -> None:
    publish(site, [("index.html/lofte.html", b"deep")])

    assert _content(site) == {"index.html/lofte.html": b"deep"}


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
