"""Which files are found, what their bytes become, and writing one whole."""

import errno
import os
import re
import stat
import tempfile
import unicodedata
from pathlib import Path

import pytest

from each import each
from medborgarlofte.i18n import Text
from medborgarlofte.source.files import (
    MAX_BYTES,
    decode,
    read_bytes,
    real_path,
    remove_leftovers,
    span_at,
    write_atomically,
    yaml_files,
)
from medborgarlofte.source.finding import Finding
from medborgarlofte.source.positions import Span


def _touch(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("a: b\n", encoding="utf-8")


def _found(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in yaml_files(folder)]


# ---------------------------------------------------------------- which files


def test_yaml_files_are_found_in_the_order_of_their_names(tmp_path: Path) -> None:
    _touch(tmp_path, "b.yaml", "a/c.yml", "a/B.YAML", "a.yaml", "a/note.txt", "README.md")

    assert _found(tmp_path) == ["a/B.YAML", "a/c.yml", "a.yaml", "b.yaml"]


def test_hidden_files_and_folders_are_passed_over(tmp_path: Path) -> None:
    _touch(tmp_path, ".git/config.yaml", ".hidden.yaml", "seen.yaml")

    assert _found(tmp_path) == ["seen.yaml"]


def test_a_folder_named_as_a_file_is_walked_into(tmp_path: Path) -> None:
    _touch(tmp_path, "folder.yaml/a.yaml")

    assert _found(tmp_path) == ["folder.yaml/a.yaml"]


def test_a_link_that_stays_inside_is_followed_and_one_that_leads_out_is_not(tmp_path: Path) -> None:
    _touch(tmp_path, "in/a.yaml", "in/last.yaml", "out/b.yaml")
    (tmp_path / "in" / "c.yaml").symlink_to("a.yaml")
    (tmp_path / "in" / "d.yaml").symlink_to(tmp_path / "out" / "b.yaml")
    (tmp_path / "in" / "folder").symlink_to(tmp_path / "out")

    assert _found(tmp_path / "in") == ["a.yaml", "c.yaml", "last.yaml"]


def test_a_link_in_a_circle_ends(tmp_path: Path) -> None:
    _touch(tmp_path, "a/b/c.yaml")
    (tmp_path / "a" / "b" / "round").symlink_to(tmp_path / "a")

    assert _found(tmp_path) == ["a/b/c.yaml"]


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("nowhere.yaml", "en länk leder till något som inte finns"),
        ("gone.yaml", "en länk leder till sig själv"),
    ],
)
def test_a_link_to_nothing_or_itself_is_reported_by_reading_it(
    tmp_path: Path, target: str, reason: str
) -> None:
    (tmp_path / "gone.yaml").symlink_to(target)
    (tmp_path / "folder").symlink_to("nowhere")
    _touch(tmp_path, "later.yaml")

    assert _found(tmp_path) == ["gone.yaml", "later.yaml"]
    found = read_bytes(tmp_path / "gone.yaml")
    assert isinstance(found, Finding)
    assert reason in str(found.values["reason"])


def test_a_path_leads_where_its_links_do_and_to_nothing_when_they_go_round(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").symlink_to("b.yaml")
    (tmp_path / "round.yaml").symlink_to("round.yaml")

    assert real_path(tmp_path / "a.yaml") == tmp_path.resolve() / "b.yaml"
    with pytest.raises(OSError, match=re.escape(os.strerror(errno.ELOOP))) as caught:
        real_path(tmp_path / "round.yaml")
    assert (caught.value.errno, caught.value.filename) == (errno.ELOOP, str(tmp_path / "round.yaml"))


def test_a_pipe_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")

    assert _found(tmp_path) == []


# ---------------------------------------------------------------- bytes


def _finding(found: object) -> tuple[str, Span]:
    assert isinstance(found, Finding)
    assert isinstance(found.place, Span)
    return found.notice.code, found.place


def test_a_file_that_is_gone_is_reported_to_be_unreadable(tmp_path: Path) -> None:
    finding = read_bytes(tmp_path / "gone.yaml")

    assert ("Y01", Span(1, 1, 1, 1)) == _finding(finding)
    assert isinstance(finding, Finding)
    assert finding.values == {
        "reason": Text("filen eller mappen finns inte", "there is no such file or folder")
    }


def test_what_the_computer_does_not_explain_is_reported_by_its_kind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(*_: object) -> None:
        raise TimeoutError

    _touch(tmp_path, "a.yaml")
    monkeypatch.setattr(Path, "open", slow)
    finding = read_bytes(tmp_path / "a.yaml")

    assert isinstance(finding, Finding)
    assert finding.values == {"reason": Text("TimeoutError", "TimeoutError")}


def test_the_largest_file_that_is_read_has_a_limit(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"#" * MAX_BYTES)
    at_the_limit = read_bytes(path)
    path.write_bytes(b"#" * (MAX_BYTES + 1))

    assert at_the_limit == b"#" * MAX_BYTES
    finding = read_bytes(path)
    assert ("Y02", Span(1, 1, 1, 1)) == _finding(finding)
    assert isinstance(finding, Finding)
    assert finding.notice.message.format(finding.values).sv == "Filen är större än 1000 kB."


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbftitel: \xc3\xa5\n",
        b"\xef\xbb\xbf\xef\xbb\xbf\xef\xbb\xbftitel: \xc3\xa5\n",
        "titel: å\r\n".encode(),
        "titel: å\r".encode(),
        unicodedata.normalize("NFD", "titel: å\n").encode(),
    ],
    ids=["byte order mark", "several marks", "CRLF", "CR", "NFD"],
)
def test_every_way_to_save_gives_the_same_text(data: bytes) -> None:
    assert decode(data) == ("titel: å\n", [])


@pytest.mark.parametrize(
    "data",
    [
        "titel: å\n".encode("utf-16"),
        "titel: å\n".encode("utf-16-le"),
        "titel: å\n".encode("utf-16-be"),
        "titel: å\n".encode("utf-32"),
        b"\xfe\xff" + "Жжж".encode("utf-16-be"),
    ],
    ids=["BOM", "little", "big", "32 bits", "other letters"],
)
def test_utf_16_is_recognised(data: bytes) -> None:
    text, [finding] = decode(data)

    assert (text, finding.notice.code, finding.values) == ("", "Y03", {"encoding": "UTF-16"})
    assert Span(1, 1, 1, 1) == finding.place


def test_nothing_but_what_begins_with_nulls_is_taken_for_utf_16() -> None:
    text, findings = decode(b"a: \x00\x00b")

    assert (text, [finding.notice.code for finding in findings]) == ("a:   b", ["Y04"])


def test_half_characters_are_reported_as_such() -> None:
    _, [finding] = decode("a: \ud83d".encode("utf-8", "surrogatepass"))

    assert finding.values == {
        "encoding": Text("en annan teckenkodning (halva tecken)", "another encoding (half characters)")
    }
    assert Span(1, 4, 1, 5) == finding.place


def test_windows_1252_is_placed_at_its_first_foreign_letter() -> None:
    text, [finding] = decode("dokument: x\ntitel: Löfte\n".encode("cp1252"))

    assert (text, finding.notice.code, finding.values["encoding"]) == ("", "Y03", "Windows-1252")
    assert Span(2, 9, 2, 10) == finding.place


def test_a_foreign_letter_after_a_byte_order_mark_is_counted_without_the_mark() -> None:
    _, [finding] = decode(b"\xef\xbb\xbfab\xe5")

    assert Span(1, 3, 1, 4) == finding.place


@each([b"", b"\n", b"  \r\n\t", b"\xef\xbb\xbf", "\u00a0\u2003".encode()])
def test_a_file_of_white_space_is_empty(data: bytes) -> None:
    text, [finding] = decode(data)

    assert ("", "Y05", Span(1, 1, 1, 1), {}) == (text, finding.notice.code, finding.place, finding.values)


@each(["\x00", "\x07", "\x0b", "\x1b", "\x7f", "\x85", "\u2028", "\u2029", "\uffff"])
def test_a_control_character_is_pointed_out_and_the_rest_is_still_read(character: str) -> None:
    text, [finding] = decode(f"a: b\nc: d{character}e\n".encode())

    assert ("a: b\nc: d e\n", "Y04", Span(2, 5, 2, 6)) == (text, finding.notice.code, finding.place)
    assert f"U+{ord(character):04X}" == finding.values["character"]


def test_every_control_character_is_pointed_out() -> None:
    _, findings = decode(b"a: \x01\nb: \x02\x03\n")

    assert [finding.place[:2] for finding in findings] == [(1, 4), (2, 4), (2, 5)]


def test_a_tab_is_no_control_character() -> None:
    assert decode(b"a: b\tc\n") == ("a: b\tc\n", [])


@pytest.mark.parametrize(
    ("words", "span"),
    [
        ("första", Span(2, 1, 2, 7)),
        ("andra", Span(3, 1, 3, 6)),
        ("dra", Span(3, 3, 3, 6)),
        ("tredje", Span(5, 1, 5, 7)),
    ],
)
def test_a_span_counts_lines_and_columns_from_one(words: str, span: Span) -> None:
    text = "\nförsta\nandra\n\ntredje"
    start = text.index(words)

    assert span == span_at(text, start, start + len(words))


# ---------------------------------------------------------------- writing


def test_a_file_is_written_whole_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "er"
    write_atomically(folder / "a.yaml", b"hej")

    assert [(path.name, path.read_bytes()) for path in folder.iterdir()] == [("a.yaml", b"hej")]


def test_a_written_file_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_atomically(path, b"new")

    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"new", 0o640)


@pytest.mark.parametrize(("mask", "mode"), [(0o022, 0o644), (0o002, 0o664), (0o077, 0o600)])
def test_a_new_file_has_the_permissions_that_the_user_gives_new_files(
    tmp_path: Path, mask: int, mode: int
) -> None:
    before = os.umask(mask)
    try:
        write_atomically(tmp_path / "a.yaml", b"new")
    finally:
        os.umask(before)

    assert stat.S_IMODE((tmp_path / "a.yaml").stat().st_mode) == mode


@pytest.mark.skipif(os.name != "posix" or os.getuid() != 0, reason="only root may give a file away")
@pytest.mark.parametrize("mode", [0o640, 0o4755, 0o2664])
def test_a_written_file_keeps_its_owner_and_group(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")
    os.chown(path, 1234, 4321)
    path.chmod(mode)
    write_atomically(path, b"new")
    now = path.stat()

    assert (now.st_uid, now.st_gid, stat.S_IMODE(now.st_mode)) == (1234, 4321, mode)


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="extended attributes are of Linux")
def test_a_written_file_keeps_its_extended_attributes(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")
    try:
        os.setxattr(path, "user.lofte", b"x")
    except OSError:
        pytest.skip("the file system has none")
    write_atomically(path, b"new")

    assert os.getxattr(path, "user.lofte") == b"x"


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    folder = tmp_path / "a.yaml"
    (folder / "full").mkdir(parents=True)

    with pytest.raises(OSError, match=r"a\.yaml"):
        write_atomically(folder, b"new")
    assert [folder] == list(tmp_path.iterdir())


def test_a_folder_that_takes_no_file_is_reported_by_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(**_: object) -> None:
        raise PermissionError(errno.EACCES, "no", ".a.yaml.x1.tmp")

    monkeypatch.setattr(tempfile, "mkstemp", refused)
    with pytest.raises(PermissionError) as caught:
        write_atomically(tmp_path / "a.yaml", b"new")

    assert caught.value.filename == str(tmp_path / "a.yaml")


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_what_is_not_whole_yet_lies_hidden_beside_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    monkeypatch.setattr(os, "fsync", lambda _: seen.extend(_names(tmp_path)))
    write_atomically(tmp_path / "a.yaml", b"new")

    assert len(seen) == 1
    assert re.fullmatch(r"\.a\.yaml\..+\.tmp", seen[0])


@pytest.mark.parametrize("fault", [OSError(28, "No space left on device"), KeyboardInterrupt()], ids=repr)
def test_a_write_that_is_broken_off_leaves_the_old_file_and_says_which(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: BaseException
) -> None:
    def broken(_: int) -> None:
        raise fault

    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", broken)

    with pytest.raises(type(fault)) as caught:
        write_atomically(path, b"new")
    assert ([path], b"old") == (list(tmp_path.iterdir()), path.read_bytes())
    assert getattr(caught.value, "filename", str(path)) == str(path)


def test_a_write_whose_half_file_is_swept_away_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def swept(_: int) -> None:
        for path in tmp_path.iterdir():
            path.unlink()

    monkeypatch.setattr(os, "fsync", swept)

    with pytest.raises(FileNotFoundError, match=r"a\.yaml"):
        write_atomically(tmp_path / "a.yaml", b"new")


def test_only_what_bears_the_name_of_an_unfinished_file_is_tidied_away(tmp_path: Path) -> None:
    kept = [
        ".a.yaml.tmp",
        ".a.yaml.ABCDEFGH.tmp",
        ".b.yaml.abcd1234.tmp",
        "a.yaml.abcd1234.tmp",
        ".a.yaml.swp",
    ]
    for name in [*kept, ".a.yaml.abcd_234.tmp", ".a.yaml.abcd_235.tmp"]:
        (tmp_path / name).write_text("x", encoding="utf-8")
    (tmp_path / ".a.yaml.folder12.tmp").mkdir()
    (tmp_path / ".a.yaml.link_123.tmp").symlink_to(".a.yaml.swp")
    remove_leftovers(tmp_path / "a.yaml")

    assert _names(tmp_path) == sorted([*kept, ".a.yaml.folder12.tmp", ".a.yaml.link_123.tmp"])


def test_where_there_is_no_folder_nothing_is_tidied_away(tmp_path: Path) -> None:
    remove_leftovers(tmp_path / "borta" / "a.yaml")

    assert _names(tmp_path) == []


def test_each_kind_of_control_character_is_one_finding_at_the_first() -> None:
    _, findings = decode(b"a: b\x0bc\x0bd\n\x0ce: f\x0bg\nh: \x0ci\n")

    assert [(f.notice.code, f.place[:2], f.notice.message.filled(f.values, "sv")) for f in findings] == [
        ("Y04", (1, 5), "Här finns ett osynligt styrtecken (U+000B). Det finns på 2 ställen till."),
        ("Y04", (2, 1), "Här finns ett osynligt styrtecken (U+000C). Det finns på ett ställe till."),
    ]


@pytest.mark.parametrize(
    "data",
    [b"PK\x03\x04\xff\x00", b"%PDF-1.7\n", b"\xd0\xcf\x11\xe0\xa1", b"\x89PNG\r\n", bytes(range(1, 32))],
)
def test_a_file_of_another_program_is_one_finding(data: bytes) -> None:
    text, findings = decode(data)

    assert (text, [finding.notice.code for finding in findings]) == ("", ["Y38"])
