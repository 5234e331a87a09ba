"""Mending changes what has one right answer, and leaves the wording and every other byte as they were."""

import difflib
import re
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import EXEMPELBY, PROMISES, written_on_another_machine
from each import each
from medborgarlofte.drafting.fix_values import Applied
from medborgarlofte.drafting.fixes import fix as fix_file
from medborgarlofte.load import InputFile, LoadedFile
from medborgarlofte.model.kinds import spellings
from medborgarlofte.source.files import INVISIBLE
from medborgarlofte.source.positions import Route
from medborgarlofte.source.reader import read
from medborgarlofte.swedish import guess_date
from program import COMMAND, Answer, environment, lofte

HEAD: Final = "dokument: medborgarlöfte\n"
SEEDS: Final = [
    path.read_text(encoding="utf-8")
    for folder in (PROMISES, EXEMPELBY / "promises")
    for path in sorted(folder.rglob("*.yaml"))
]


def check(data: bytes) -> LoadedFile:
    """Content of a file alone in its folder."""
    return LoadedFile(InputFile("lofte", "lofte.yaml", None, data))


def fix(data: bytes) -> tuple[bytes, list[Applied]]:
    """Content after the certain fixes, and the fixes."""
    fixed = fix_file(data, check)
    return fixed.data, fixed.applied


def fixed_text(text: str) -> str:
    """A document below its first line, fixed."""
    after, _ = fix((HEAD + text).encode())
    return after.decode().removeprefix(HEAD)


def said(text: str) -> list[tuple[int, str]]:
    """Descriptions of fixing a document below its first line."""
    return [(change.line, change.what.sv) for change in fix((HEAD + text).encode())[1]]


# ---------------------------------------------------------------- one thing at a time


@each(
    [
        ("ataganden: []\n", "åtaganden: []\n"),
        ("Titel: x\n", "titel: x\n"),
        ("'lagesbild': x\n", "lägesbild: x\n"),
        ("period: {fran: 2024, till: 2025}\n", "period: {från: 2024, till: 2025}\n"),
        ('period: {"fran": 2024, till: 2025}\n', "period: {från: 2024, till: 2025}\n"),
        ("? lagesbild\n: x\n", "? lägesbild\n: x\n"),
        ("parter:\n  - {id: a} # fran och till\n", "parter:\n  - {id: a} # fran och till\n"),
        ("inledning: |\n  lagesbild: x\n", "inledning: |\n  lagesbild: x\n"),
    ]
)
def test_a_key_gets_its_spelling(before: str, after: str) -> None:
    assert after == fixed_text(before)


@pytest.mark.parametrize(
    "period", ['{"fran":2024-01-01, till: 2024-12-31}', "{'fran':2024-01-01, till: 2024-12-31}"]
)
def test_a_quoted_key_without_a_space_behind_its_colon_still_has_its_value(period: str) -> None:
    value = read((HEAD + fixed_text(f"period: {period}\n")).encode(), spellings()).value

    assert value["period"] == {"från": "2024-01-01", "till": "2024-12-31"}


@each(
    [
        ("31/12 2024", "2024-12-31"),
        ("31/12-2024", "2024-12-31"),
        ("31.12.2024", "2024-12-31"),
        ("2024/12/31", "2024-12-31"),
        ("2024-1-5", "2024-01-05"),
        ("20240105", "2024-01-05"),
        ("31 december 2024", "2024-12-31"),
        ("den 31 december 2024", "2024-12-31"),
        ("31 dec. 2024", "2024-12-31"),
        ("1:e maj 2024", "2024-05-01"),
        ("juni 2024", "2024-06"),
        ("2024-6", "2024-06"),
        ('"31 december 2024"', "2024-12-31"),
        ("'5 Maj 2024'", "2024-05-05"),
    ]
)
def test_a_date_that_can_mean_one_day_is_written_as_one(written: str, date: str) -> None:
    assert f"period:\n  till: {date} # slut\n" == fixed_text(f"period:\n  till: {written} # slut\n")
    assert f"period: {{till: {date}}}\n" == fixed_text(f"period: {{till: {written}}}\n")


@each(["31/6 2024", "2024-02-30", "hösten 2024", "31/12 24", "våren", "2024-12-31", "2024"])
def test_a_date_that_is_right_or_impossible_or_unsure_stays(written: str) -> None:
    assert f"period: {{till: {written}}}\n" == fixed_text(f"period: {{till: {written}}}\n")


def test_a_date_in_running_text_stays() -> None:
    text = "inledning: Löftet gäller till 31/12 2024.\nperiod: {från: 2024, text: 1/1 2024}\n"

    assert text == fixed_text(text)


@each(
    [
        (
            "parter:\n  - typ: kommun\n    namn: Karlshamns kommun\n    id: a\n",
            'parter:\n  - typ: kommun\n    namn: Karlshamns kommun\n    kommunkod: "1082"\n    id: a\n',
        ),
        (
            "parter:\n- namn: Karlshamns kommun # vår\n  typ: kommun\n",
            'parter:\n- namn: Karlshamns kommun # vår\n  kommunkod: "1082"\n  typ: kommun\n',
        ),
        (
            "parter:\n  - {typ: kommun, namn: Håbo kommun}\n",
            'parter:\n  - {typ: kommun, namn: Håbo kommun, kommunkod: "0305"}\n',
        ),
        (
            'parter: [{namn: "Habo kommun", typ: kommun}]\n',
            'parter: [{namn: "Habo kommun", kommunkod: "0643", typ: kommun}]\n',
        ),
        (
            "parter:\n  - {typ: kommun,\n     namn: Karlshamns kommun # vår\n    }\n",
            'parter:\n  - {typ: kommun,\n     namn: Karlshamns kommun, kommunkod: "1082" # vår\n    }\n',
        ),
        (
            "parter:\n  - typ: kommun\n    namn: Karlshamns kommun",
            'parter:\n  - typ: kommun\n    namn: Karlshamns kommun\n    kommunkod: "1082"',
        ),
    ]
)
def test_a_known_municipality_gets_its_code_in_the_style_around_it(before: str, after: str) -> None:
    assert after == fixed_text(before)


@each(
    [
        "{typ: kommun, namn: Exempelby kommun}",
        "{typ: polis, namn: Karlshamns kommun}",
        "{typ: kommun, namn: Lokalpolisområde Karlshamn}",
        "{typ: kommun, namn: Karlshamns kommun, kommunkod: }",
        '{typ: kommun, namn: Karlshamns kommun, kommunkod: "1083"}',
        "{typ: kommun, namn: [Karlshamns kommun]}",
        "{typ: kommun}",
    ]
)
def test_a_party_that_is_no_known_municipality_or_has_a_code_stays(party: str) -> None:
    text = f"parter:\n  - {party}\n"

    assert text == fixed_text(text)


def test_a_code_takes_the_line_end_of_the_file() -> None:
    text = "parter:\r\n  - typ: kommun\r\n    namn: Karlshamns kommun"

    after, _ = fix((HEAD.replace("\n", "\r\n") + text).encode())

    assert b"\n" not in after.replace(b"\r\n", b"")
    assert after.endswith(b'\r\n    kommunkod: "1082"')


@each(["\u200b", "\u200c", "\u200e", "\u200f", "\u2060", "\u00ad", "\ufeff"])
def test_an_invisible_character_goes(character: str) -> None:
    assert fixed_text(f"titel: Lö{character}fte # k{character}om\n") == "titel: Löfte # kom\n"


def test_the_joiner_of_emoji_stays() -> None:
    assert fixed_text("titel: 👨\u200d👩\u200d👧\n") == "titel: 👨\u200d👩\u200d👧\n"


@each(
    [
        "titel: \u200b# inte en kommentar\n",
        "titel: \u200b- inte en lista\n",
        "titel: \u200b[inte en lista\n",
        "titel: \u200b\n",
        "titel: a \u200b#b\n",
        "titel: a:\u200b b\n",
        "parter: [a,\u200bb]\n",
    ]
)
def test_an_invisible_character_that_makes_the_text_text_does_not_change_what_is_read(text: str) -> None:
    before, after = (read((HEAD + t).encode(), spellings()) for t in (text, fixed_text(text)))

    assert [finding.notice.code for finding in before.findings] == [
        finding.notice.code for finding in after.findings
    ]
    assert bare(before.value) == bare(after.value)


@each(
    [
        ("titel: x  \n", "titel: x\n"),
        ("titel: x\t\n", "titel: x\n"),
        ("titel: x # y  \n", "titel: x # y\n"),
        ("  \ntitel: x\n", "\ntitel: x\n"),
        ("inledning: |  \n  rad  \n\ntitel: x\n", "inledning: |\n  rad  \n\ntitel: x\n"),
        ("inledning: |+\n  rad  \n   \n", "inledning: |+\n  rad  \n   \n"),
        ('inledning: "rad  \n  två\\\n  "\n', 'inledning: "rad  \n  två\\\n  "\n'),
        ("parter: [ \n  {id: a}, \n]\n", "parter: [\n  {id: a},\n]\n"),
    ]
)
def test_spaces_at_the_end_of_a_line_go_unless_a_text_goes_on(before: str, after: str) -> None:
    assert after == fixed_text(before)


@pytest.mark.parametrize(
    "text",
    [
        "inledning: |\n  en\ninledning: |\n  rad  \n  två\n",
        "titel: x\n---\ninledning: |\n  rad  \n  två\n",
        "? [a]\n: |\n  rad  \n  två\n",
        "a: {b: {c: {d: {e: {f: {g: {h: {i: {j: {k: {l: {m: {n: 'rad  \n  två'}}}}}}}}}}}}}}\n",
    ],
    ids=["a key that stands twice", "a second document", "below a key that is none", "below too many levels"],
)
def test_a_text_that_was_not_read_keeps_its_spaces(text: str) -> None:
    assert text == fixed_text(text)


@each(
    [
        b"",
        b"\n",
        b"# bara en kommentar  \n",
        b"titel: [  \n",
        "titel: löfte  \n".encode("cp850"),
        b"titel: a\x0cb  \n",
    ]
)
def test_a_file_that_cannot_be_read_is_left_as_it_is(data: bytes) -> None:
    assert (data, []) == fix(data)


def test_two_keys_never_become_one() -> None:
    text = "titel\u200b: a\ntit\u200bel: b\n"

    assert fixed_text(text) == "titel: a\ntit\u200bel: b\n"


def test_several_byte_order_marks_move_nothing() -> None:
    marks = b"\xef\xbb\xbf" * 2
    after, _ = fix(marks + b"Titel: x\n" + HEAD.encode())

    assert marks + b"titel: x\n" + HEAD.encode() == after


def test_every_change_is_reported_with_its_line() -> None:
    text = "Inledning: 1  \nperiod: {till: 31/12 2024}\ntitel: a\u030a\nparter: [{typ: kommun, namn: Håbo kommun}]\n"

    assert sorted(said(text)) == [
        (2, "mellanslag i radens slut togs bort"),
        (2, "nyckeln stavas ”inledning”"),
        (3, "datumet skrivs 2024-12-31"),
        (4, "å, ä och ö skrivs som ett tecken (NFC)"),
        (5, "kommunkod 0305 för Håbo"),
    ]


def test_lines_are_reported_in_one_numbering_when_a_line_is_added() -> None:
    text = "parter:\n  - typ: kommun\n    namn: Håbo kommun\ntitel: x  \nDiarienummer: a\n"

    lines = [line for line, _ in said(text)]

    # Either the lines of the file as it was, or as it is now.
    assert lines in ([4, 5, 6], [5, 6, 7])


@pytest.mark.parametrize(
    "text",
    ["titel: a\u200b\u030a\n", "titel: x \u200b \n", "titel: x\n\ufeffinledning: y\n", "titel: 'a' \u00ad\n"],
)
def test_mending_once_is_enough(text: str) -> None:
    once, _ = fix((HEAD + text).encode())

    assert (once, []) == fix(once)


# ---------------------------------------------------------------- real promises, written oddly


def bare(value: Any) -> Any:
    """A value without invisible characters and spaces around texts; nothing is as an empty text."""
    if isinstance(value, dict):
        return {bare(key): bare(part) for key, part in value.items()}
    if isinstance(value, list):
        return [bare(part) for part in value]
    return unicodedata.normalize("NFC", INVISIBLE.sub("", value)).strip() if value else ""


def texts(value: Any, route: Route = ()) -> Iterator[tuple[Route, str]]:
    """Every text of plain values, with its route."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield from texts(part, (*route, INVISIBLE.sub("", key)))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from texts(part, (*route, index))
    else:
        yield route, value or ""


@st.composite
def odd_promises(draw: st.DrawFn) -> bytes:
    """A real promise as somebody may have written it: comments, quotes, dates, spaces, invisible characters."""
    lines = draw(st.sampled_from(SEEDS)).splitlines()
    for _ in range(draw(st.integers(0, 12))):
        number = draw(st.integers(1, len(lines) - 1))
        lines[number : number + 1] = draw(st.sampled_from(_WAYS))(lines[number])
    text = "\n".join(lines) + draw(st.sampled_from(["\n", "", "\n\n", "  \n"]))
    text = unicodedata.normalize(draw(st.sampled_from(["NFC", "NFD"])), text)
    text = text.replace("\n", draw(st.sampled_from(["\n", "\r\n"])))
    return draw(st.sampled_from([b"", b"\xef\xbb\xbf"])) + text.encode()


def _comment(line: str) -> list[str]:
    return ["# en kommentar, fran 1/1 2024\u200b \t", line] if re.match(r"[\wåäö]", line) else [line]


def _spaced(line: str) -> list[str]:
    return [f"{line}  "]


def _invisible(line: str) -> list[str]:
    middle = line.rfind(" ", 0, 45) + 2
    return [f"{line[:middle]}\u200b{line[middle:]}"] if len(line) > 50 else [line]


def _spelled(line: str) -> list[str]:
    return [re.sub(r"^([ -]*)(åtaganden|från|lägesbild|fokusområden|återkoppling):", _folded, line)]


def _folded(found: re.Match[str]) -> str:
    plain = found[2].replace("å", "a").replace("ä", "a").replace("ö", "o")
    return f'{found[1]}"{plain}":' if len(plain) % 2 else f"{found[1]}{plain}:"


def _dated(line: str) -> list[str]:
    return [re.sub(r"^( *(?:- )?(?:datum|hämtad|från|till): )(\d{4})-(\d\d)-(\d\d)$", r"\1\4/\3 \2", line)]


def _quoted(line: str) -> list[str]:
    return [re.sub(r"^( *(?:- )?(?:id|part|kategori|typ|status): )([\w-]+)$", r"\1'\2'", line)]


def _uncoded(line: str) -> list[str]:
    return [re.sub(r', kommunkod: "\d+"', "", line)]


_WAYS: Final = [_comment, _spaced, _invisible, _spelled, _dated, _quoted, _uncoded]


@pytest.mark.slow
@given(odd_promises())
def test_only_the_lines_that_are_reported_change(data: bytes) -> None:
    after, fixes = fix(data)
    before_lines, after_lines = (given.split(b"\n") for given in (data, after))

    # No line is added here, since these promises write each party without a code on one line.
    changed = {
        number
        for number, (before, now) in enumerate(zip(before_lines, after_lines, strict=True), start=1)
        if before != now
    }
    assert {change.line for change in fixes} == changed


@pytest.mark.slow
@given(odd_promises())
def test_fixing_again_changes_nothing(data: bytes) -> None:
    once, _ = fix(data)

    assert (once, []) == fix(once)


@pytest.mark.slow
@given(odd_promises())
def test_the_wording_never_changes(data: bytes) -> None:
    after, _ = fix(data)
    old, new = (dict(texts(read(given, spellings()).value)) for given in (data, after))

    assert {route for route in new.keys() - old.keys() if route[-1] != "kommunkod"} == set()
    for route, text in old.items():
        meant = INVISIBLE.sub("", text)
        if meant != new[route]:
            assert new[route] == str(guess_date(text)), route
            assert route[-1] in ("datum", "hämtad", "från", "till"), route


@given(odd_promises())
def test_line_ends_and_the_byte_order_mark_stay(data: bytes) -> None:
    after, _ = fix(data)

    assert data.startswith(b"\xef\xbb\xbf") == after.startswith(b"\xef\xbb\xbf")
    assert [data.count(end) for end in (b"\r\n", b"\n")] == [after.count(end) for end in (b"\r\n", b"\n")]
    assert data.endswith(b"\n") == after.endswith(b"\n")


@pytest.mark.slow
@given(odd_promises())
def test_no_new_flaw_comes_of_it(data: bytes) -> None:
    after, _ = fix(data)
    old, new = (
        {finding.notice.code for finding in read(given, spellings()).findings} for given in (data, after)
    )

    assert new <= old - {"Y26"}


@pytest.mark.parametrize("text", SEEDS, ids=range(len(SEEDS)))
def test_a_shipped_promise_needs_no_mending(text: str) -> None:
    data = text.encode()

    assert (data, []) == fix(data)


@pytest.mark.parametrize("text", SEEDS, ids=range(len(SEEDS)))
def test_a_promise_of_another_machine_only_has_its_letters_composed(text: str) -> None:
    after, fixes = fix(written_on_another_machine(text))

    assert b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode() == after
    assert {change.what.en for change in fixes} <= {"å, ä and ö written as one character (NFC)"}


# ---------------------------------------------------------------- the command


TEXT: Final = (
    "dokument: medborgarlöfte\ntitel: Löfte  \nperiod: {fran: 1/1 2024, till: 2024-12-31}\n"
    "parter:\n  - {id: kommunen, typ: kommun, namn: Karlshamns kommun}\n"
)
MENDED: Final = (
    "dokument: medborgarlöfte\ntitel: Löfte\nperiod: {från: 2024-01-01, till: 2024-12-31}\n"
    'parter:\n  - {id: kommunen, typ: kommun, namn: Karlshamns kommun, kommunkod: "1082"}\n'
)


@pytest.fixture
def promise(tmp_path: Path) -> Path:
    """A promise to mend, alone in its folder."""
    path = tmp_path / "promises" / "lofte.yaml"
    path.parent.mkdir()
    path.write_bytes(TEXT.encode())
    return path


def test_the_file_is_fixed_and_each_change_reported_on_stderr(promise: Path) -> None:
    answer = lofte("validate", "--fix", "--ignore", "S,R,T,M,A,U,K,P,W", cwd=promise.parents[1])

    assert promise.read_bytes().decode() == MENDED
    assert answer.code == 0
    assert sorted(answer.err.splitlines()) == [
        "promises/lofte.yaml:2: rättat: mellanslag i radens slut togs bort",
        "promises/lofte.yaml:3: rättat: datumet skrivs 2024-01-01",
        "promises/lofte.yaml:3: rättat: nyckeln stavas ”från”",
        "promises/lofte.yaml:5: rättat: kommunkod 1082 för Karlshamn",
    ]
    assert answer.out == "Inga problem i 1 fil.\n"


def test_the_changes_are_reported_in_english(promise: Path) -> None:
    answer = lofte("validate", "--fix", "--lang", "en", cwd=promise.parents[1])

    assert "promises/lofte.yaml:5: fixed: the code 1082 of Karlshamn" in answer.err.splitlines()


def test_a_second_run_tells_nothing_and_writes_nothing(promise: Path) -> None:
    lofte("validate", "--fix", cwd=promise.parents[1])
    before = promise.stat()
    answer = lofte("validate", "--fix", cwd=promise.parents[1])

    assert answer.err == ""
    assert (before.st_ino, before.st_mtime_ns) == (promise.stat().st_ino, promise.stat().st_mtime_ns)


def test_a_dry_run_names_the_files_that_it_could_not_read(tmp_path: Path) -> None:
    (tmp_path / "promises").mkdir()
    (tmp_path / "promises" / "a.yaml").symlink_to("nowhere")

    done = lofte("validate", "--fix", "--dry-run", "--lang", "en", cwd=tmp_path)

    assert (done.code, done.out, done.err) == (
        1,
        "",
        "promises/a.yaml: could not be read, so nothing in it is fixed. See why: lofte validate promises/a.yaml\n",
    )


def test_a_dry_run_shows_the_difference_and_writes_nothing(promise: Path) -> None:
    answer = lofte("validate", "--fix", "--dry-run", cwd=promise.parents[1])
    wanted = difflib.unified_diff(
        TEXT.splitlines(keepends=True),
        MENDED.splitlines(keepends=True),
        "promises/lofte.yaml",
        "promises/lofte.yaml",
    )

    assert promise.read_bytes().decode() == TEXT
    assert (1, "".join(wanted), "") == answer


def test_a_dry_run_of_a_file_without_a_last_line_end_has_each_line_by_itself(promise: Path) -> None:
    promise.write_bytes(TEXT.encode() + b"titel: x  ")
    answer = lofte("validate", "--fix", "--dry-run", cwd=promise.parents[1])

    assert "-titel: x  " in answer.out.split("\n")
    assert "+titel: x" in answer.out.split("\n")
    assert answer.out.endswith("\n")


@pytest.mark.skipif(sys.platform == "win32", reason="patch is a tool of Unix")
def test_a_dry_run_is_a_patch(promise: Path) -> None:
    answer = lofte("validate", "--fix", "--dry-run", cwd=promise.parents[1])
    patch = subprocess.run(
        ["git", "apply", "-p0", "-"],
        cwd=promise.parents[1],
        input=answer.out.encode(),
        capture_output=True,
        check=False,
    )

    assert patch.stderr == b""
    assert promise.read_bytes().decode() == MENDED


def test_a_dry_run_alone_is_wrong_use(promise: Path) -> None:
    assert lofte("validate", "--dry-run", cwd=promise.parents[1]).code == 2


def test_only_what_was_requested_is_fixed(promise: Path) -> None:
    other = promise.with_name("annat.yaml")
    other.write_bytes(TEXT.encode())
    lofte("validate", "--fix", "promises/annat.yaml", cwd=promise.parents[1])

    assert promise.read_bytes().decode() == TEXT
    assert other.read_bytes().decode() == MENDED


def test_standard_input_mends_no_files(promise: Path) -> None:
    answer = lofte("validate", "--fix", "-", cwd=promise.parents[1], stdin=MENDED.encode())

    assert promise.read_bytes().decode() == TEXT
    assert "rättat" not in answer.err


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_a_link_stays_a_link(promise: Path) -> None:
    link = promise.with_name("link.yaml")
    link.symlink_to(promise.name)
    lofte("validate", "--fix", "promises/link.yaml", cwd=promise.parents[1])

    assert link.is_symlink()
    assert promise.read_bytes().decode() == MENDED


@pytest.mark.skipif(sys.platform == "win32", reason="file modes of Unix")
def test_the_rights_of_a_file_stay(promise: Path) -> None:
    promise.chmod(0o640)
    lofte("validate", "--fix", cwd=promise.parents[1])

    assert promise.stat().st_mode & 0o777 == 0o640


def full_disk() -> None:
    """Let no file of this process grow, as when the disk is full."""
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


@pytest.mark.skipif(sys.platform == "win32", reason="the limit is one of Unix")
def test_a_file_that_cannot_be_written_is_left_whole_and_told(promise: Path) -> None:
    done = subprocess.run(
        [*COMMAND, "validate", "--fix"],
        cwd=promise.parents[1],
        env=environment(PYTHONDONTWRITEBYTECODE="1"),
        capture_output=True,
        check=False,
        preexec_fn=full_disk,
    )
    answer = Answer(done.returncode, done.stdout.decode(), done.stderr.decode())

    assert promise.read_bytes().decode() == TEXT
    assert list(promise.parent.iterdir()) == [promise]
    assert answer.code == 2
    assert "Traceback" not in answer.err
    assert "promises/lofte.yaml" in answer.err


def test_a_file_whose_neighbour_cannot_be_made_is_left_whole(promise: Path) -> None:
    # The name is too long for that of a temporary file beside it.
    path = promise.with_name("l" * 245 + ".yaml")
    path.write_bytes(TEXT.encode())
    answer = lofte("validate", "--fix", f"promises/{path.name}", cwd=promise.parents[1])

    assert path.read_bytes().decode() in (TEXT, MENDED)
    assert "Traceback" not in answer.err


def test_a_fix_is_a_line_and_a_sentence_in_two_languages() -> None:
    _, fixes = fix(TEXT.encode())

    assert all(isinstance(change, Applied) and change.what.sv and change.what.en for change in fixes)
    assert sorted(fixes, key=lambda change: change.line) == fixes


# ---------------------------------------------------------------- what is called fixed, left and probable


@each(
    [
        ("\ttitel: x\n", "titel: x\n"),
        ("titel: 'x'\n\t\tdatum: 2026-01-01\n", "titel: 'x'\ndatum: 2026-01-01\n"),
        ("titel: x\n# not\n\tdatum: 2026-01-01\n", "titel: x\n# not\ndatum: 2026-01-01\n"),
        (
            "period: {från: 2024, till: 2025}\n\tparter:\n\t- id: a\n\t  namn: b\n",
            "period: {från: 2024, till: 2025}\nparter:\n  - id: a\n    namn: b\n",
        ),
        ("period:\n\tfrån: 2024\n\ttill: 2025\n", "period:\n  från: 2024\n  till: 2025\n"),
    ]
)
def test_a_tab_before_a_key_after_a_whole_value_at_the_top_level_goes(before: str, after: str) -> None:
    assert fixed_text(before) == after


def test_a_finding_with_a_probable_fix_is_not_called_left(tmp_path: Path) -> None:
    path = tmp_path / "lofte.yaml"
    path.write_text(f"{HEAD}atagaganden: []\nxyzzy: 1\n", encoding="utf-8")

    answer = lofte("validate", "--fix", "lofte.yaml", cwd=tmp_path)

    assert "lofte.yaml:2: troligen: nyckeln ”atagaganden” stavas ”åtaganden”." in answer.err
    assert "kvar: D05 (1). Inget av det som går att skriva är tillräckligt likt.\n" in answer.err
