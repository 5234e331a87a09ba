"""`lofte follow-up` from typed words to the bytes of the file, also when two write at once and when the computer dies."""

import datetime as dt
import difflib
import hashlib
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import pytest
from inline_snapshot import snapshot

from corpus import plain
from invented import FILE, ID, PROMISE, project
from medborgarlofte.cli.follow_up_file import work_on
from medborgarlofte.cli.session import Session
from medborgarlofte.load import load
from program import Answer, Running, environment, lofte, lofte_with_fault
from terminal import CTRL_C, CTRL_D, typed

DAY: Final = ("--date", "2024-04-30")
WRITTEN: Final = "promises/exempelby/uppfoljning-2024-04-30.yaml"
BY_HAND: Final = """\
# yaml-language-server: $schema=../../../schema/uppfoljning.schema.json
dokument:   uppföljning     # tre blanksteg
löfte: "exempelby/lofte-2024"
datum: 2024-04-30
avser: {från: 2024-01-01, till: 2024-04-30}

poster:
  # om kvällarna
  - åtagande: K1
    status: "pågår"   # citattecken
    utfall: {cirka: 34}
    kommentar: |
      Två rader,
      som de står.

  - { åtagande: K2, status: ej påbörjat, utfall: 0 }  # på en rad

  # om fotpatrullen
  - utfall: 36
    åtagande: P1
    belägg:
      - {text: Passlistan, datum: 2024-04-28}
    status: pågår
# slut
"""
"""A follow-up as somebody wrote it, with comments, quotes and an order of their own; G1 is not there yet."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The promise alone."""
    return project(tmp_path)


def _follow(folder: Path, *words: str) -> Answer:
    return lofte("follow-up", *words, cwd=folder)


def _set(folder: Path, *settings: str, date: Sequence[str] = DAY) -> str:
    words = [word for setting in settings for word in ("--set", setting)]
    answer = _follow(folder, ID, *date, *words)
    assert (answer.code, answer.err) == (0, ""), answer
    return answer.out


def _files(folder: Path) -> dict[str, str]:
    """Every file and what it holds, as a fingerprint."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def _read(folder: Path, name: str = WRITTEN) -> str:
    return (folder / name).read_text(encoding="utf-8")


def _items(folder: Path, name: str = WRITTEN) -> dict[str, dict[str, Any]]:
    return {row["åtagande"]: row for row in plain(_read(folder, name))["poster"]}


def _told(folder: Path, name: str = WRITTEN) -> dict[str, str]:
    """The status of each commitment that has one."""
    return {key: row["status"] for key, row in _items(folder, name).items() if row.get("status")}


# ---------------------------------------------------------------- the form


def test_the_form_has_every_commitment_with_its_wording_and_its_target(folder: Path) -> None:
    answer = _follow(folder, ID)

    assert answer == Answer(
        0, snapshot("Skrev promises/exempelby/uppfoljning-2024-04-30.yaml med 4 åtaganden att fylla i.\n"), ""
    )
    assert _read(folder) == snapshot("""\
# Uppföljning av Medborgarlöfte för Exempelby 2024.
# Fyll i det du vet, lämna resten tomt, och kontrollera med: lofte validate
# status: ej påbörjat | pågår | genomfört | delvis genomfört | ej genomfört | utgått | går ej att bedöma
# utfall: ett tal, {cirka: 60}, {minst: 60} eller ord. kommentar: varför, särskilt när det inte blev gjort.
# Gav det resultat? Lägg till effekt: god | viss | ingen | negativ | går ej att bedöma
dokument: uppföljning
löfte: exempelby/lofte-2024
datum: 2024-04-30
avser: {från: 2024-01-01, till: 2024-04-30}
sammanfattning:
poster:

  # Fältgruppen är ute minst 100 kvällar.
  # Mål: minst 100 kvällar under perioden
  - åtagande: K1
    status:
    utfall:
    kommentar:
    ordalydelse: cc513328

  # Kommunen byter 40 lampor i Stadsparken senast den 31 oktober 2024.
  # Mål: 40 lampor
  - åtagande: K2
    status:
    utfall:
    kommentar:
    ordalydelse: 11f7341c

  # Polisen fotpatrullerar vid stationen minst två kvällar i veckan.
  # Mål: minst 2 kvällar per vecka
  - åtagande: P1
    status:
    utfall:
    kommentar:
    ordalydelse: ec5af271

  # Kommunpolisen och fältgruppen håller fyra samtal med invånarna på torget.
  # Mål: 4 samtal under perioden
  - åtagande: G1
    status:
    utfall:
    kommentar:
    ordalydelse: e4d315bc
""")


def test_the_form_in_english(folder: Path) -> None:
    answer = _follow(folder, ID, *DAY, "--lang", "en")

    assert answer == Answer(
        0,
        snapshot("Wrote promises/exempelby/uppfoljning-2024-04-30.yaml with 4 commitments to fill in.\n"),
        "",
    )
    assert _read(folder) == snapshot("""\
# Follow-up of Medborgarlöfte för Exempelby 2024.
# Fill in what you know, leave the rest empty, and check with: lofte validate
# status: ej påbörjat | pågår | genomfört | delvis genomfört | ej genomfört | utgått | går ej att bedöma
# utfall (outcome): a number, {cirka: 60}, {minst: 60} or words. kommentar: why, above all when it was not done.
# Did it have an effect? Add effekt: god | viss | ingen | negativ | går ej att bedöma
dokument: uppföljning
löfte: exempelby/lofte-2024
datum: 2024-04-30
avser: {från: 2024-01-01, till: 2024-04-30}
sammanfattning:
poster:

  # Fältgruppen är ute minst 100 kvällar.
  # Target: at least 100 kvällar during the period
  - åtagande: K1
    status:
    utfall:
    kommentar:
    ordalydelse: cc513328

  # Kommunen byter 40 lampor i Stadsparken senast den 31 oktober 2024.
  # Target: 40 lampor
  - åtagande: K2
    status:
    utfall:
    kommentar:
    ordalydelse: 11f7341c

  # Polisen fotpatrullerar vid stationen minst två kvällar i veckan.
  # Target: at least 2 kvällar per week
  - åtagande: P1
    status:
    utfall:
    kommentar:
    ordalydelse: ec5af271

  # Kommunpolisen och fältgruppen håller fyra samtal med invånarna på torget.
  # Target: 4 samtal during the period
  - åtagande: G1
    status:
    utfall:
    kommentar:
    ordalydelse: e4d315bc
""")


def test_the_form_is_clean(folder: Path) -> None:
    _follow(folder, ID)

    assert lofte("validate", "--today", "2024-05-02", cwd=folder) == Answer(
        0, "Inga problem i 2 filer.\n", ""
    )


@pytest.mark.parametrize("name", [ID, FILE])
def test_a_promise_is_named_by_its_id_or_its_file(folder: Path, name: str) -> None:
    _follow(folder, name)

    assert WRITTEN in _files(folder)


def test_a_form_that_was_begun_is_gone_on_with(folder: Path) -> None:
    _set(folder, "K1=pågår:34")
    before = _files(folder)

    assert _follow(folder, ID) == Answer(0, f"Fortsätter i {WRITTEN}.\n", "")
    assert before == _files(folder)


def test_another_day_is_another_follow_up_of_the_same_promise(folder: Path) -> None:
    lofte("follow-up", ID, *DAY, cwd=folder)
    before = (folder / WRITTEN).read_bytes()
    lofte("follow-up", "exempelby/uppfoljning-2024-04-30", "--date", "2024-06-30", cwd=folder)

    assert (folder / WRITTEN).read_bytes() == before
    assert (folder / "promises/exempelby/uppfoljning-2024-06-30.yaml").is_file()


def test_the_next_form_is_for_the_next_planned_day_and_begins_where_the_last_one_ended(folder: Path) -> None:
    _set(folder, "K1=:34", "K2=:0", "P1=:36", "G1=:1")
    _follow(folder, ID)
    made = _read(folder, "promises/exempelby/uppfoljning-2024-08-31.yaml")

    assert plain(made)["avser"] == {"från": "2024-05-01", "till": "2024-08-31"}
    assert "# Senast: pågår, 34 (2024-04-30)\n" in made


def test_the_form_for_the_last_day_says_that_it_is_the_last(folder: Path) -> None:
    _follow(folder, ID, "--date", "2024-12-31")
    made = plain(_read(folder, "promises/exempelby/uppfoljning-2024-12-31.yaml"))

    assert made["slutlig"] == "ja"


def test_the_form_points_at_the_schema_as_the_promise_does(tmp_path: Path) -> None:
    lofte("new", "--municipality", "Exempelby kommun", "--start", "2024", "--end", "2024", cwd=tmp_path)
    _follow(tmp_path, ID, *DAY)
    first, _, _ = _read(tmp_path).partition("\n")
    pointed = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)

    assert pointed is not None, first
    assert (tmp_path / WRITTEN).parent.joinpath(pointed[1]).is_file()


def test_one_commitment_is_counted_as_one(tmp_path: Path) -> None:
    start, end = PROMISE.index("  - id: K2"), PROMISE.index("uppföljningsplan:")
    project(tmp_path, **{FILE: PROMISE[:start] + PROMISE[end:]})

    assert _follow(tmp_path, ID).out == f"Skrev {WRITTEN} med 1 åtagande att fylla i.\n"


def test_a_day_before_the_promise_leaves_no_file_with_errors(folder: Path) -> None:
    _follow(folder, ID, "--date", "2023-01-01")

    assert lofte("validate", "--today", "2024-05-02", cwd=folder).code == 0


DONE: Final = ("K1=genomfört:104", "K2=genomfört:40", "P1=genomfört:104", "G1=genomfört:4")


def test_a_promise_that_has_been_followed_up_to_its_end_gets_no_second_last_follow_up(folder: Path) -> None:
    _set(folder, *DONE, date=("--date", "2024-12-31"))
    _follow(folder, ID)

    assert set(_files(folder)) == {FILE, "promises/exempelby/uppfoljning-2024-12-31.yaml"}


def test_two_promises_of_a_folder_have_a_follow_up_each_of_the_same_day(tmp_path: Path) -> None:
    other = "promises/exempelby/centrum-2024.yaml"
    project(tmp_path, **{FILE: PROMISE, other: PROMISE.replace("Exempelby 2024", "Exempelby centrum 2024")})
    _follow(tmp_path, ID, *DAY)
    _follow(tmp_path, "exempelby/centrum-2024", *DAY)

    assert set(_files(tmp_path)) == {
        FILE, other, WRITTEN, "promises/exempelby/uppfoljning-centrum-2024-2024-04-30.yaml"
    }  # fmt: skip


# ---------------------------------------------------------------- what is recorded


def test_status_outcome_and_comment_are_recorded_and_counted(folder: Path) -> None:
    assert _set(folder, "K1=pågår:34") == f"Förde in ett åtagande i {WRITTEN}.\n"
    assert _set(folder, "K2=ej påbörjat:0:Kommer: i augusti", "P1=pågår") == (
        f"Förde in 2 åtaganden i {WRITTEN}.\n"
    )
    assert _told(folder) == {"K1": "pågår", "K2": "ej påbörjat", "P1": "pågår"}
    assert _items(folder)["K2"]["kommentar"] == "Kommer: i augusti"


@pytest.mark.parametrize(
    ("setting", "status"),
    [
        ("K1=:34", "pågår"),
        ("K1=:100", "genomfört"),
        ("k1=3:", "genomfört"),
        ("K1=delv", "delvis genomfört"),
        ("K1=EJ PÅBÖRJAT", "ej påbörjat"),
        ("K1=pågår:cirka 34", "pågår"),
    ],
)
def test_a_status_may_be_a_number_a_beginning_or_follow_from_the_figure(
    folder: Path, setting: str, status: str
) -> None:
    _set(folder, setting)

    assert _told(folder) == {"K1": status}


def test_the_status_follows_from_the_figures_of_all_parts_together(folder: Path) -> None:
    _set(folder, "K1=:34", "P1=:36")
    since = ("--counted", "sedan-förra")
    _set(folder, "K1=:30", "P1=:30", date=("--date", "2024-08-31", *since))
    _set(folder, "K1=:40", "P1=:38", date=("--date", "2024-12-31", *since))
    told = _told(folder, "promises/exempelby/uppfoljning-2024-12-31.yaml")

    assert told == {"K1": "genomfört", "P1": "genomfört"}  # 104 of 100 evenings and 104 of 104
    assert "U05" not in lofte("validate", "--today", "2025-01-02", cwd=folder).out


def test_the_follow_up_s_own_id_goes_on_in_its_file(folder: Path) -> None:
    _set(folder, "K1=pågår:34")
    _set(folder, "K1=pågår:30", date=("--date", "2024-08-31", "--counted", "hittills"))
    answer = _follow(folder, "exempelby/uppfoljning-2024-04-30", "--set", "P1=pågår:36")

    assert answer == Answer(0, f"Förde in ett åtagande i {WRITTEN}.\n", "")
    assert _told(folder) == {"K1": "pågår", "P1": "pågår"}


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["no mark", "byte order mark"])
@pytest.mark.parametrize(
    ("setting", "gone", "came"),
    [
        (
            "K1=genomfört:104",
            ['    status: "pågår"   # citattecken', "    utfall: {cirka: 34}"],
            [
                "    status: genomfört   # citattecken",
                "    utfall: 104",
                "    ordalydelse: cc513328",
            ],
        ),
        (
            "K2=genomfört:40",
            ["  - { åtagande: K2, status: ej påbörjat, utfall: 0 }  # på en rad"],
            ["  - { åtagande: K2, status: genomfört, utfall: 40, ordalydelse: 11f7341c }  # på en rad"],
        ),
        ("P1=pågår:40", ["  - utfall: 36"], ["  - utfall: 40", "    ordalydelse: ec5af271"]),
        (
            "G1=pågår:1",
            [],
            [
                "  - åtagande: G1",
                "    status: pågår",
                "    utfall: 1",
                "    ordalydelse: e4d315bc",
            ],
        ),
    ],
)
def test_comments_and_the_other_items_stay_byte_for_byte(
    tmp_path: Path, setting: str, gone: list[str], came: list[str], end: str, mark: str
) -> None:
    before = mark + BY_HAND.replace("\n", end)
    project(tmp_path, **{FILE: PROMISE, WRITTEN: before})
    _set(tmp_path, setting)
    after = (tmp_path / WRITTEN).read_bytes().decode()
    delta = list(difflib.ndiff(before.splitlines(keepends=True), after.splitlines(keepends=True)))

    assert gone == [line[2:].removesuffix(end) for line in delta if line.startswith("- ")]
    assert came == [line[2:].removesuffix(end) for line in delta if line.startswith("+ ")]
    assert all(line.endswith(end) for line in after.splitlines(keepends=True))


def test_recording_the_same_again_writes_nothing(folder: Path) -> None:
    _set(folder, "K1=pågår:34")
    before = (folder / WRITTEN).stat()
    _set(folder, "K1=pågår:34")
    after = (folder / WRITTEN).stat()

    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_nothing_but_the_follow_up_is_ever_written(folder: Path) -> None:
    before = _files(folder)
    _follow(folder, ID)
    _set(folder, "K1=pågår:34")
    _set(
        folder,
        "K1=genomfört:104",
        "K2=ej genomfört:0:Strejk.",
        date=("--date", "2024-12-31", "--counted", "hittills"),
    )
    _follow(folder, ID, "--set", "K9=pågår")
    typed(
        folder,
        ["follow-up", ID, *DAY, "-i"],
        (OUTCOME, "5\n"),
        (STATUS, "\n"),
        (COMMENT, "x\n"),
        (OUTCOME, "q\n"),
    )
    after = _files(folder)

    assert after[FILE] == before[FILE]
    assert set(after) == {FILE, WRITTEN, "promises/exempelby/uppfoljning-2024-12-31.yaml"}


def test_a_commitment_with_nothing_to_record_is_not_said_to_be_recorded(folder: Path) -> None:
    _follow(folder, ID)
    answer = _follow(folder, ID, "--set", "K1=")

    assert "Förde in ett åtagande" not in answer.out


# ---------------------------------------------------------------- what is refused


def _refused(folder: Path, *words: str) -> str:
    """What is said; nothing may have been written."""
    before = _files(folder)
    swedish, english = _follow(folder, *words), _follow(folder, *words, "--lang", "en")

    assert {2} == {swedish.code, english.code}, swedish
    assert {""} == {swedish.out, english.out}
    assert before == _files(folder)
    return swedish.err + english.err


def test_an_unknown_promise_is_answered_with_the_nearest(folder: Path) -> None:
    assert _refused(folder, "exempelby/lofte-2042") == snapshot("""\
Fel: ”exempelby/lofte-2042” finns inte: ingen fil, mapp eller kommun och inget id heter så.
Menade du ”exempelby/lofte-2024”?
Error: There is no “exempelby/lofte-2042”: no file, folder, municipality or id is called that.
Did you mean “exempelby/lofte-2024”?
""")


def test_a_name_like_nothing_is_answered_without_a_guess(folder: Path) -> None:
    assert _refused(folder, "xyz") == snapshot("""\
Fel: ”xyz” finns inte: ingen fil, mapp eller kommun och inget id heter så.
Det här finns: exempelby/lofte-2024. Visa allt: lofte list
Error: There is no “xyz”: no file, folder, municipality or id is called that.
There is: exempelby/lofte-2024. Show all: lofte list
""")


def test_an_unknown_commitment_is_answered_with_those_there_are(folder: Path) -> None:
    assert _refused(folder, ID, *DAY, "--set", "K9=pågår") == snapshot("""\
Fel: Löftet har inget åtagande ”K9”.
Det finns: K1, K2, P1, G1.
Error: The promise has no commitment “K9”.
Choose from: K1, K2, P1, G1.
""")
    assert _refused(folder, ID, *DAY, "--set", "KK1=pågår") == snapshot("""\
Fel: Löftet har inget åtagande ”KK1”.
Menade du ”K1”? Det finns: K1, K2, P1, G1.
Error: The promise has no commitment “KK1”.
Did you mean “K1”? Choose from: K1, K2, P1, G1.
""")


def test_an_impossible_figure_is_refused(folder: Path) -> None:
    assert _refused(folder, ID, *DAY, "--set", "K1=genomfört:-4") == snapshot("""\
Fel: Ett utfall kan inte vara mindre än noll: ”-4”.
Error: An outcome cannot be negative: “-4”.
""")


def test_a_figure_that_settles_nothing_needs_a_status(folder: Path) -> None:
    assert _refused(folder, ID, *DAY, "--set", "K1=:många") == snapshot("""\
Fel: Vilken status K1 har följer inte av ”många”.
Skriv den: --set K1=genomfört:många
Error: The status of K1 does not follow from “många”.
Write it: --set K1=genomfört:många
""")


def test_an_unknown_status_is_answered_with_the_nearest(folder: Path) -> None:
    assert _refused(folder, ID, *DAY, "--set", "K1=genomförtt:104") == snapshot("""\
Fel: Statusen ”genomförtt” finns inte.
Menade du ”genomfört”? Det finns: ej påbörjat, pågår, genomfört, delvis genomfört, ej genomfört, utgått, går ej att bedöma.
Error: There is no status “genomförtt”.
Did you mean “genomfört”? Choose from: ej påbörjat, pågår, genomfört, delvis genomfört, ej genomfört, utgått, går ej att bedöma.
""")
    assert _refused(folder, ID, *DAY, "--set", "K1=8") == snapshot("""\
Fel: Statusen ”8” finns inte.
Är det utfallet, skriv ett kolon före: --set K1=:8
Error: There is no status “8”.
If it is the outcome, write a colon before it: --set K1=:8
""")


def test_a_number_alone_is_refused_where_it_may_be_the_outcome(folder: Path) -> None:
    assert _refused(folder, ID, *DAY, "--set", "K1=4") == snapshot("""\
Fel: K1=4 kan vara både ett utfall och en status.
Är det utfallet: --set K1=:4. Är det status 4: --set "K1=delvis genomfört"
Error: K1=4 may be an outcome or a status.
If it is the outcome: --set K1=:4. If it is status 4 (partly done): --set "K1=delvis genomfört"
""")


def test_a_setting_without_an_equals_sign_is_refused(folder: Path) -> None:
    assert _refused(folder, ID, *DAY, "--set", "K1:genomfört") == snapshot("""\
Fel: ”K1:genomfört” saknar likhetstecken.
Skriv --set K1=genomfört:104
Error: “K1:genomfört” has no equals sign.
Write --set K1=genomfört:104
""")


def test_two_answers_about_a_commitment_are_refused(folder: Path) -> None:
    assert _refused(folder, ID, *DAY, "--set", "K1=pågår:34", "--set", "k1=pågår:35") == snapshot("""\
Fel: --set har två svar om K1.
Skriv ett --set för varje åtagande.
Error: --set has two answers about K1.
Write one --set for each commitment.
""")


def test_one_wrong_setting_of_several_writes_none(folder: Path) -> None:
    _refused(folder, ID, *DAY, "--set", "K1=pågår:34", "--set", "K9=pågår")


def test_an_impossible_day_is_refused(folder: Path) -> None:
    assert _refused(folder, ID, "--date", "2024-02-30") == snapshot("""\
Fel: --date: ”2024-02-30” är inget datum. Skriv det som 2024-06-01.
Se ”lofte follow-up --help”.
Error: --date: “2024-02-30” is not a date. Write it as 2024-06-01.
See “lofte follow-up --help”.
""")


def test_only_a_promise_is_followed_up(tmp_path: Path) -> None:
    text = "dokument: lägesbild\ntitel: Lägesbild\ndatum: 2024-01-01\nparter:\n"
    text += "  - {id: kommunen, typ: kommun, namn: Exempelby kommun}\n"
    project(tmp_path, **{"promises/exempelby/lagesbild-2024.yaml": text})

    assert _refused(tmp_path, "exempelby/lagesbild-2024") == snapshot("""\
Fel: ”exempelby/lagesbild-2024” är inget medborgarlöfte.
Bara löften följs upp så här.
Error: “exempelby/lagesbild-2024” is not a medborgarlöfte.
Only promises are followed up like this.
""")


def test_a_promise_with_errors_of_form_is_refused(tmp_path: Path) -> None:
    project(tmp_path, **{FILE: PROMISE.replace("period:", "perod:")})

    assert _refused(tmp_path, ID, *DAY) == snapshot("""\
Fel: ”exempelby/lofte-2024” har fel i sin form och går inte att använda.
Se vad som är fel: lofte validate
Error: “exempelby/lofte-2024” has structural errors and cannot be used.
See what is wrong: lofte validate
""")


@pytest.mark.parametrize("text", [BY_HAND + "  - [\n", BY_HAND.replace("åtagande: P1", "åtagande: P9")])
def test_a_follow_up_of_that_day_with_errors_is_not_passed_over(tmp_path: Path, text: str) -> None:
    project(tmp_path, **{FILE: PROMISE, WRITTEN: text})
    answer = _follow(tmp_path, ID, *DAY, "--set", "K1=pågår:34")

    assert set(_files(tmp_path)) == {FILE, WRITTEN}, answer


def test_a_folder_that_may_not_be_written_to_is_reported(folder: Path) -> None:
    closed = (folder / FILE).parent
    closed.chmod(0o555)
    try:
        answer = lofte_with_fault("bound", words=["follow-up", ID, *DAY], cwd=folder)
    finally:
        closed.chmod(0o755)

    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("Systemfel: ")
    assert set(_files(folder)) == {FILE}


def test_a_file_in_a_folder_that_is_missing_is_reported(folder: Path) -> None:
    assert _refused(folder, "promises/provby/lofte-2024.yaml") == snapshot("""\
Fel: Sökvägen ”promises/provby/lofte-2024.yaml” finns inte.
Kontrollera stavningen.
Error: The path “promises/provby/lofte-2024.yaml” does not exist.
Check the spelling.
""")


def test_without_a_folder_of_promises_one_is_advised_to_go_there(tmp_path: Path) -> None:
    assert _refused(tmp_path, ID) == snapshot("""\
Fel: Här finns ingen mapp ”promises” med löften, och inte i mapparna ovanför heller.
Börja här: lofte init. Har du löftet i Word eller PDF: lofte import FIL. Vill du prova först: lofte new --example prova. Annars: gå till mappen där ”promises” ligger.
Error: There is no folder “promises” with promises here, nor in the folders above.
Start here: lofte init. If you have the promise in Word or PDF: lofte import FILE. To try first: lofte new --example try. Otherwise: go to the folder that holds “promises”.
""")


def test_nobody_is_asked_without_a_terminal(folder: Path) -> None:
    assert _refused(folder, ID, *DAY, "--interactive") == snapshot("""\
Fel: --interactive frågar, och behöver en terminal.
Skriv annars: --set K1=genomfört:104
Error: --interactive asks, and needs a terminal.
Otherwise write: --set K1=genomfört:104
""")


# ---------------------------------------------------------------- at a terminal

OUTCOME: Final = "Utfall"
STATUS: Final = "Status 1–7"
COMMENT: Final = "Kommentar: "
WHY: Final = "Varför?"
ASK: Final = ("follow-up", ID, *DAY, "--interactive")


def test_two_commitments_are_answered_and_the_rest_another_day(folder: Path) -> None:
    first = typed(
        folder, ASK,
        (OUTCOME, "34\n"), (STATUS, "\n"), (COMMENT, "Åtta på en kväll.\n"),
        (OUTCOME, "0\n"), (STATUS, "5\n"), (WHY, "Lamporna kom inte.\n"),
        (OUTCOME, "q\n"),
    )  # fmt: skip
    assert _told(folder) == {"K1": "pågår", "K2": "ej genomfört"}

    second = typed(
        folder, ASK,
        (OUTCOME, "\n"), (STATUS, "\n"),
        (OUTCOME, "en på torget\n"), (STATUS, "pågår\n"), (COMMENT, "\n"),
    )  # fmt: skip
    assert _told(folder) == {"K1": "pågår", "K2": "ej genomfört", "G1": "pågår"}
    assert _items(folder)["K1"]["kommentar"] == "Åtta på en kväll."
    assert _items(folder)["K2"]["kommentar"] == "Lamporna kom inte."

    assert first == (
        0,
        snapshot("""\
Skrev promises/exempelby/uppfoljning-2024-04-30.yaml med 4 åtaganden att fylla
i.

┌─ K1 · åtagande 1 av 4 ───────────────────────────────────────────────────────┐
│ Fältgruppen är ute minst 100 kvällar.                                        │
│                                                                              │
│ Mål       minst 100 kvällar under perioden                                   │
│ Ansvarig  enhetschef, Kultur och fritid                                      │
└──────────────────────────────────────────────────────────────────────────────┘
Status  1 ej påbörjat   2 pågår   3 genomfört   4 delvis genomfört
        5 ej genomfört   6 utgått   7 går ej att bedöma
Enter hoppar över   b föregående   u ångrar senaste svaret   ? hjälp
q sparar och slutar
Utfall, kvällar: 34
  Hittills 34 av minst 100 kvällar under perioden, och 245 dagar kvar.
Status 1–7 [2 pågår]: \n\
Kommentar: Åtta på en kväll.
  Sparat. 1 av 4 åtaganden har fått besked.

┌─ K2 · åtagande 2 av 4 ───────────────────────────────────────────────────────┐
│ Kommunen byter 40 lampor i Stadsparken senast den 31 oktober 2024.           │
│                                                                              │
│ Mål       40 lampor                                                          │
│ Ansvarig  driftchef, Gatukontoret                                            │
└──────────────────────────────────────────────────────────────────────────────┘
Status  1 ej påbörjat   2 pågår   3 genomfört   4 delvis genomfört
        5 ej genomfört   6 utgått   7 går ej att bedöma
Utfall, lampor: 0
  Hittills 0 av 40 lampor, och 245 dagar kvar.
Status 1–7 [1 ej påbörjat]: 5
Varför? Lamporna kom inte.
  Sparat. 2 av 4 åtaganden har fått besked.

┌─ P1 · åtagande 3 av 4 ───────────────────────────────────────────────────────┐
│ Polisen fotpatrullerar vid stationen minst två kvällar i veckan.             │
│                                                                              │
│ Mål       minst 2 kvällar per vecka                                          │
│ Ansvarig  gruppchef områdespolisen, Lokalpolisområde Exempelby               │
└──────────────────────────────────────────────────────────────────────────────┘
Status  1 ej påbörjat   2 pågår   3 genomfört   4 delvis genomfört
        5 ej genomfört   6 utgått   7 går ej att bedöma
Utfall, kvällar: q
2 åtaganden återstår. Kör samma kommando för att fortsätta.
"""),
    )
    assert second == (
        0,
        snapshot("""\
Fortsätter i promises/exempelby/uppfoljning-2024-04-30.yaml.

┌─ P1 · åtagande 1 av 2 ───────────────────────────────────────────────────────┐
│ Polisen fotpatrullerar vid stationen minst två kvällar i veckan.             │
│                                                                              │
│ Mål       minst 2 kvällar per vecka                                          │
│ Ansvarig  gruppchef områdespolisen, Lokalpolisområde Exempelby               │
└──────────────────────────────────────────────────────────────────────────────┘
Status  1 ej påbörjat   2 pågår   3 genomfört   4 delvis genomfört
        5 ej genomfört   6 utgått   7 går ej att bedöma
Enter hoppar över   b föregående   u ångrar senaste svaret   ? hjälp
q sparar och slutar
Utfall, kvällar: \n\
Status 1–7: \n\

┌─ G1 · åtagande 2 av 2 ───────────────────────────────────────────────────────┐
│ Kommunpolisen och fältgruppen håller fyra samtal med invånarna på torget.    │
│                                                                              │
│ Mål       4 samtal under perioden                                            │
│ Ansvarig  kommunpolis, Lokalpolisområde Exempelby                            │
└──────────────────────────────────────────────────────────────────────────────┘
Status  1 ej påbörjat   2 pågår   3 genomfört   4 delvis genomfört
        5 ej genomfört   6 utgått   7 går ej att bedöma
Utfall, samtal: en på torget
Status 1–7: pågår
Kommentar: \n\
  Sparat. 3 av 4 åtaganden har fått besked.
1 åtagande återstår. Kör samma kommando för att fortsätta.
"""),
    )


def test_english_is_asked_in_english(folder: Path) -> None:
    code, said = typed(
        folder, [*ASK, "--lang", "en"],
        ("Outcome", "104\n"), (STATUS, "\n"), ("Comment: ", "\n"),
        ("Outcome", "q\n"),
    )  # fmt: skip

    assert (code, _told(folder)) == (0, {"K1": "genomfört"})
    assert said == snapshot("""\
Wrote promises/exempelby/uppfoljning-2024-04-30.yaml with 4 commitments to fill
in.

┌─ K1 · commitment 1 of 4 ─────────────────────────────────────────────────────┐
│ Fältgruppen är ute minst 100 kvällar.                                        │
│                                                                              │
│ Target       at least 100 kvällar during the period                          │
│ Responsible  enhetschef, Kultur och fritid                                   │
└──────────────────────────────────────────────────────────────────────────────┘
Status  1 ej påbörjat (not begun)   2 pågår (under way)   3 genomfört (done)
        4 delvis genomfört (partly done)   5 ej genomfört (not done)
        6 utgått (withdrawn)   7 går ej att bedöma (cannot be judged)
Enter skips   b previous   u undoes the last answer   ? help   q saves and quits
Outcome, kvällar: 104
  So far 104 of at least 100 kvällar during the period, and 245 days left.
Status 1–7 [3 genomfört (done)]: \n\
Comment: \n\
  Saved. 1 of 4 commitments have been reported.

┌─ K2 · commitment 2 of 4 ─────────────────────────────────────────────────────┐
│ Kommunen byter 40 lampor i Stadsparken senast den 31 oktober 2024.           │
│                                                                              │
│ Target       40 lampor                                                       │
│ Responsible  driftchef, Gatukontoret                                         │
└──────────────────────────────────────────────────────────────────────────────┘
Status  1 ej påbörjat (not begun)   2 pågår (under way)   3 genomfört (done)
        4 delvis genomfört (partly done)   5 ej genomfört (not done)
        6 utgått (withdrawn)   7 går ej att bedöma (cannot be judged)
Outcome, lampor: q
3 commitments remain. Run the same command to continue.
""")


def test_an_answer_that_is_no_choice_is_told_the_choices(folder: Path) -> None:
    _set(folder, "K1=pågår:34")
    code, said = typed(
        folder, ("follow-up", ID, "--date", "2024-08-31", "--interactive"),
        ("(1 eller 2)", "31\n"), ("(1 eller 2)", "1\n"), (OUTCOME, "q\n"),
    )  # fmt: skip

    assert code == 0
    assert said.count("Skriv 1 eller 2.") == 1


@pytest.mark.parametrize("width", ["80", "50"])
def test_a_question_stands_below_what_it_is_about(folder: Path, width: str) -> None:
    _set(folder, "K1=pågår:34")
    code, said = typed(
        folder, ("follow-up", ID, "--date", "2024-08-31", "--interactive"),
        ("(1 eller 2)", "1\n"), (OUTCOME, "31\n"), (STATUS, "9\n"), (STATUS, "\n"), ("Kommentar", "[se bilaga 2]\n"),
        (OUTCOME, "q\n"),
        TERM="xterm", COLUMNS=width,
    )  # fmt: skip
    lines = re.sub(r"\x1b\[[0-9;]*m", "", said).replace("\xa0", " ").splitlines()
    last = next(number for number, line in enumerate(lines) if "K2" in line)

    assert code == 0
    assert max(map(len, lines[2:last])) <= int(width)
    assert (
        "\n".join(lines[2:last])
        == snapshot(
            {
                "80": """\

┌─ K1 · åtagande 1 av 4 ───────────────────────────────────────────────────────┐
│ Fältgruppen är ute minst 100 kvällar.                                        │
│                                                                              │
│ Mål            minst 100 kvällar under perioden                              │
│ Ansvarig       enhetschef, Kultur och fritid                                 │
│ 30 april 2024  pågår, 34                                                     │
└──────────────────────────────────────────────────────────────────────────────┘
Status  1 ej påbörjat   2 pågår   3 genomfört   4 delvis genomfört
        5 ej genomfört   6 utgått   7 går ej att bedöma
Enter hoppar över   b föregående   u ångrar senaste svaret   ? hjälp
q sparar och slutar
Räknar talen 1) bara det nya sedan förra uppföljningen eller 2) hela löftet
hittills?
Talen räknar (1 eller 2): 1
Utfall, kvällar sedan 30 april 2024: 31
  Hittills 65 av minst 100 kvällar under perioden (34 + 31), och 122 dagar kvar.
Status 1–7 [2 pågår]: 9
  Statusen ”9” finns inte. Det finns: ej påbörjat, pågår, genomfört, delvis
  genomfört, ej genomfört, utgått, går ej att bedöma.
Status 1–7 [2 pågår]: \n\
Kommentar: [se bilaga 2]
  Sparat. 1 av 4 åtaganden har fått besked.
""",
                "50": """\
4 åtaganden att fylla i.

┌─ K1 · åtagande 1 av 4 ─────────────────────────┐
│ Fältgruppen är ute minst 100 kvällar.          │
│                                                │
│ Mål            minst 100 kvällar under         │
│                perioden                        │
│ Ansvarig       enhetschef, Kultur och fritid   │
│ 30 april 2024  pågår, 34                       │
└────────────────────────────────────────────────┘
Status  1 ej påbörjat   2 pågår   3 genomfört
        4 delvis genomfört   5 ej genomfört
        6 utgått   7 går ej att bedöma
Enter hoppar över   b föregående
u ångrar senaste svaret   ? hjälp
q sparar och slutar
Räknar talen 1) bara det nya sedan förra
uppföljningen eller 2) hela löftet hittills?
Talen räknar (1 eller 2): 1
Utfall, kvällar sedan 30 april 2024: 31
  Hittills 65 av minst 100 kvällar under perioden
  (34 + 31), och 122 dagar kvar.
Status 1–7 [2 pågår]: 9
  Statusen ”9” finns inte. Det finns: ej påbörjat,
  pågår, genomfört, delvis genomfört, ej
  genomfört, utgått, går ej att bedöma.
Status 1–7 [2 pågår]: \n\
Kommentar: [se bilaga 2]
  Sparat. 1 av 4 åtaganden har fått besked.
""",
            }
        )[width]
    )
    written = _items(folder, "promises/exempelby/uppfoljning-2024-08-31.yaml")["K1"]
    assert (written["räknat"], written["kommentar"]) == ("sedan förra", "[se bilaga 2]")


def test_the_last_answer_is_taken_back_and_prompted_for_again(folder: Path) -> None:
    _follow(folder, ID, *DAY)
    before = _files(folder)
    code, said = typed(folder, ASK, (OUTCOME, "u\n"), *FIRST, (OUTCOME, "u\n"), (OUTCOME, "q\n"))

    assert code == 0
    assert "Det finns inget svar att ångra." in said
    assert "Svaret om K1 är borttaget." in said
    assert before == _files(folder)


def test_an_outcome_that_has_no_status_yet_is_taken_back_alone(folder: Path) -> None:
    _, said = typed(
        folder, ASK, *FIRST, (OUTCOME, "några\n"), (STATUS, "\n"), (STATUS, "u\n"), (OUTCOME, "q\n")
    )

    assert "Statusen framgår inte av utfallet." in said
    assert "Utfallet är borttaget." in said
    assert _told(folder) == {"K1": "pågår"}


def test_a_total_is_not_counted_of_a_rate(folder: Path) -> None:
    _set(folder, "K1=:34", "K2=:0")
    _, said = typed(folder, ASK, (OUTCOME, "36\n"), (STATUS, "q\n"))

    assert "Hittills 36, målet är minst 2 kvällar per vecka, och 245 dagar kvar." in said


def test_one_day_that_is_left_is_counted_as_one(folder: Path) -> None:
    _, said = typed(
        folder, [*ASK[:2], "--date", "2024-12-30", "--interactive"], (OUTCOME, "34\n"), (STATUS, "q\n")
    )

    assert "och 1 dag kvar." in said


def test_one_goes_back_to_the_question_before(folder: Path) -> None:
    _, said = typed(
        folder, ASK, *FIRST, (OUTCOME, "b\n"), (OUTCOME, "35\n"), (STATUS, "\n"), (COMMENT, "\n"), (OUTCOME, "q\n")
    )  # fmt: skip

    assert "Svaret nu  pågår, 34" in said
    assert _items(folder)["K1"]["utfall"] == "35"


def test_no_earlier_report_is_a_later_one(folder: Path) -> None:
    _set(folder, "K1=pågår:77", date=("--date", "2024-12-31"))
    _follow(folder, ID, *DAY)
    _, said = typed(folder, ASK, (OUTCOME, "q\n"))

    assert "Senast" not in _read(folder)
    assert "77" not in said


# ---------------------------------------------------------------- leaving


def test_everything_answered_is_reported_to_be(folder: Path) -> None:
    _set(folder, "K1=:34", "K2=:0", "P1=:36")
    code, said = typed(folder, ASK, (OUTCOME, "1\n"), (STATUS, "\n"), (COMMENT, "\n"))

    assert (code, said.splitlines()[-1]) == (
        0,
        "Alla åtaganden har fått ett besked. Kontrollera med: lofte validate",
    )


def test_one_that_remains_is_counted_as_one(folder: Path) -> None:
    _set(folder, "K1=:34", "K2=:0", "P1=:36")
    _, said = typed(folder, ASK, (OUTCOME, "q\n"))

    assert said.splitlines()[-1] == "1 åtagande återstår. Kör samma kommando för att fortsätta."


def test_q_stops_at_every_question(folder: Path) -> None:
    typed(folder, ASK, (OUTCOME, "34\n"), (STATUS, "q\n"))
    assert _told(folder) == {}

    typed(folder, ASK, (OUTCOME, "34\n"), (STATUS, "\n"), (COMMENT, "q\n"))
    assert _items(folder)["K1"].get("kommentar") != "q"


def test_an_answer_that_cannot_be_used_is_prompted_for_again(folder: Path) -> None:
    code, said = typed(
        folder, ASK,
        (OUTCOME, "34\n"), (STATUS, "9\n"), (STATUS, "\n"), (COMMENT, "\n"), (OUTCOME, "q\n"),
    )  # fmt: skip

    assert "Statusen ”9” finns inte." in said
    assert (code, _told(folder)) == (0, {"K1": "pågår"})


def test_an_impossible_figure_is_prompted_for_again(folder: Path) -> None:
    code, said = typed(folder, ASK, (OUTCOME, "-5\n"), (OUTCOME, "q\n"))

    assert "Ett utfall kan inte vara mindre än noll" in said
    assert code == 0


def test_a_prompt_does_not_mention_flags(folder: Path) -> None:
    _, said = typed(folder, ASK, (OUTCOME, "många\n"), (STATUS, "2\n"), (COMMENT, "\n"), (OUTCOME, "q\n"))

    assert "--set" not in said


def test_a_question_ends_with_one_sign(folder: Path) -> None:
    _, said = typed(folder, ASK, (OUTCOME, "0\n"), (STATUS, "5\n"), (WHY, "x\n"), (OUTCOME, "q\n"))

    assert "?:" not in said


FIRST: Final = ((OUTCOME, "34\n"), (STATUS, "\n"), (COMMENT, "\n"))


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D], ids=["Ctrl-C", "Ctrl-D"])
@pytest.mark.parametrize(
    "turns",
    [
        (*before, *half, (check_request, ""))
        for before in ((), FIRST)
        for half, check_request in (
            ((), OUTCOME),
            (((OUTCOME, "5\n"),), STATUS),
            (((OUTCOME, "5\n"), (STATUS, "\n")), COMMENT),
            (((OUTCOME, "5\n"), (STATUS, "5\n")), WHY),
        )
    ],
)
def test_what_was_answered_is_kept_when_one_leaves_at_any_question(
    folder: Path, turns: tuple[tuple[str, str], ...], key: str
) -> None:
    *answered, (check_request, _) = turns
    code, said = typed(folder, ASK, *answered, (check_request, key))

    assert code == 130
    assert "Traceback" not in said
    assert said.endswith("\nAvbrutet.\n")
    assert _told(folder) == ({"K1": "pågår"} if turns[:3] == FIRST else {})


# ---------------------------------------------------------------- two at once

MANY: Final = tuple(f"V{number}" for number in range(1, 9))


def _many(folder: Path) -> Path:
    """A promise with a commitment for each who writes."""
    start, end = PROMISE.index("  - id: K1"), PROMISE.index("uppföljningsplan:")
    rows = "".join(f"  - {{id: {name}, part: kommunen, text: Vi ordnar träff {name}.}}\n" for name in MANY)
    return project(folder, **{FILE: PROMISE[:start] + rows + PROMISE[end:]})


@pytest.mark.parametrize("there", [True, False], ids=["a file that is there", "a file that is not"])
def test_eight_who_write_at_once_lose_no_word(tmp_path: Path, there: bool) -> None:
    folder = _many(tmp_path)
    if there:
        _follow(folder, ID, *DAY)
    screens = {name: tmp_path.with_name(f"{tmp_path.name}-{name}") for name in MANY}
    for screen in screens.values():
        screen.touch()
    running = [
        Running(
            "follow-up", ID, *DAY, "--set", f"{name}=pågår:{number}:Skrivet av {name}.",
            cwd=folder, env=environment(), streams=[Path(os.devnull), *[screens[name]] * 2],
        )
        for number, name in enumerate(MANY, 1)
    ]  # fmt: skip
    assert [process.wait(60) for process in running] == [0] * len(MANY)
    said = [screen.read_text(encoding="utf-8") for screen in screens.values()]
    rows = _items(folder)

    assert said == [f"Förde in ett åtagande i {WRITTEN}.\n"] * len(MANY)
    assert set(_files(folder)) == {FILE, WRITTEN}
    for number, name in enumerate(MANY, 1):
        assert (rows[name]["utfall"], rows[name]["kommentar"]) == (str(number), f"Skrivet av {name}.")


def test_a_form_that_somebody_else_began_meanwhile_is_the_same_form(folder: Path) -> None:
    session = Session("sv", folder, dt.date(2024, 4, 30), 80, color=False, interactive=False)
    workspace = load([], folder)  # as it was before the other one wrote
    _set(folder, "K1=pågår:34")
    work = work_on(session, workspace.documents[ID], workspace, dt.date(2024, 4, 30), session.today)

    assert work.path == folder / WRITTEN


# ---------------------------------------------------------------- the computer dies


def test_one_that_died_keeps_nobody_else_from_writing(folder: Path) -> None:
    subprocess.run(
        [sys.executable, "-c", _DIES_WITH_THE_LOCK, str(folder / WRITTEN)], env=environment(), check=False
    )

    assert _set(folder, "K1=pågår:34") == f"Förde in ett åtagande i {WRITTEN}.\n"


_DIES_WITH_THE_LOCK: Final = """
import os, sys
from pathlib import Path
from medborgarlofte.source.locking import locked
with locked(Path(sys.argv[1])):
    os._exit(9)
"""


# ---------------------------------------------------------------- sent out and read back


@pytest.mark.parametrize("form", ["text", "xlsx"])
def test_a_form_for_each_function_is_written_and_an_empty_one_read_back(folder: Path, form: str) -> None:
    before = _files(folder)
    sent = _follow(folder, ID, *DAY, "--mail", "utskick", "--form", form)
    forms = sorted((folder / "utskick").iterdir())

    assert (sent.code, sent.err) == (0, "")
    assert sent.out == f"Skrev 4 formulär i utskick. Läs in ett svar med: lofte follow-up {ID} --read FIL\n"
    assert [path.stem for path in forms] == [
        "driftchef-gatukontoret",
        "enhetschef-kultur-och-fritid",
        "gruppchef-omradespolisen-lokalpolisomrade-exempelby",
        "kommunpolis-lokalpolisomrade-exempelby",
    ]
    for path in forms:
        read = _follow(folder, ID, "--read", f"utskick/{path.name}")
        assert read == Answer(0, f"utskick/{path.name} är inte ifylld.\n", "")
    assert before == {name: hash_ for name, hash_ in _files(folder).items() if not name.startswith("utskick")}


def test_a_form_says_what_has_been_reported_with_its_unit(folder: Path) -> None:
    _set(folder, "K1=:34")
    _follow(folder, ID, "--date", "2024-08-31", "--mail", "utskick")

    asked = (folder / "utskick" / "enhetschef-kultur-och-fritid.txt").read_text(encoding="utf-8")
    assert "\nHittills: pågår, 34 kvällar (30 april 2024)\n" in asked


def test_an_answer_is_recorded_and_what_cannot_be_understood_pointed_out(folder: Path) -> None:
    _follow(folder, ID, *DAY, "--mail", "utskick")
    path = folder / "utskick/driftchef-gatukontoret.txt"
    text = path.read_text(encoding="utf-8-sig").replace("\nStatus: \n", "\nStatus: fixat\n")
    path.write_text(f"{text}\n[P1]\nUtfall: 36\nStatus: pågår\n", encoding="cp1252")
    answer = _follow(folder, ID, "--read", "utskick/driftchef-gatukontoret.txt")

    assert (answer.code, answer.out) == (1, f"Förde in ett åtagande i {WRITTEN}.\n")
    assert _told(folder) == {"P1": "pågår"}
    assert answer.err == snapshot("""\
fel  Statusen ”fixat” finns inte.
  utskick/driftchef-gatukontoret.txt:16:9
  Varför      Svaret om åtagandet har inte förts in.
  Gör så här  Det finns: ej påbörjat, pågår, genomfört, delvis genomfört, ej genomfört,
              utgått, går ej att bedöma.
1 rad gick inte att förstå. Rätta och läs in filen igen.
""")


def test_an_answer_about_another_promise_is_refused(tmp_path: Path) -> None:
    other = "promises/exempelby/lofte-2025.yaml"
    project(tmp_path, **{FILE: PROMISE, other: PROMISE.replace("2024", "2025")})
    _follow(tmp_path, "exempelby/lofte-2025", "--date", "2025-04-30", "--mail", "utskick")

    assert _refused(tmp_path, ID, "--read", "utskick/driftchef-gatukontoret.txt") == snapshot("""\
Fel: Svaret gäller löftet ”exempelby/lofte-2025”, inte ”exempelby/lofte-2024”.
Läs in det med: lofte follow-up exempelby/lofte-2025 --read utskick/driftchef-gatukontoret.txt
Error: The answer is about the promise “exempelby/lofte-2025”, not “exempelby/lofte-2024”.
Read it with: lofte follow-up exempelby/lofte-2025 --read utskick/driftchef-gatukontoret.txt
""")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("Uppföljning: 2024-04-30", "Uppföljning: 30 apr", "”30 apr” i svaret är inget datum."),
        ("Löfte: ", "Talen räknar: allt\nLöfte: ", "Vad talen räknar går inte att förstå: ”allt”."),
    ],
)
def test_a_heading_that_cannot_be_understood_is_not_guessed(
    old: str, new: str, said: str, folder: Path
) -> None:
    _follow(folder, ID, *DAY, "--mail", "utskick")
    path = folder / "utskick/driftchef-gatukontoret.txt"
    text = path.read_text(encoding="utf-8").replace("\nStatus: \n", "\nStatus: pågår\n")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")

    assert said in _refused(folder, ID, "--read", "utskick/driftchef-gatukontoret.txt")


def test_the_heading_of_a_commitment_may_have_lost_its_brackets(folder: Path) -> None:
    _follow(folder, ID, *DAY, "--mail", "utskick")
    path = folder / "utskick/driftchef-gatukontoret.txt"
    text = path.read_text(encoding="utf-8").replace("\nStatus: \n", "\nStatus: pågår\n")
    path.write_text(text.replace("[K2]", "K2"), encoding="utf-8")

    assert _follow(folder, ID, "--read", "utskick/driftchef-gatukontoret.txt").code == 0
    assert _told(folder) == {"K2": "pågår"}


def test_a_promise_that_has_its_final_follow_up_is_remarked_on(folder: Path) -> None:
    final = folder / "promises/exempelby/uppfoljning-2024-12-31.yaml"
    final.write_text(
        f"dokument: uppföljning\nlöfte: {ID}\ndatum: 2024-12-31\nslutlig: ja\nposter:\n  - {{åtagande: K2, status: genomfört, utfall: 40}}\n",
        encoding="utf-8",
    )
    answer = _follow(folder, ID, "--date", "2025-04-30", "--set", "K2=genomfört:40")

    assert answer.err.startswith(f"”{ID}” är redan slutligt uppföljt 2024-12-31. Gäller det ett senare löfte")


def test_an_answer_in_the_folder_is_not_overwritten(folder: Path) -> None:
    _follow(folder, ID, *DAY, "--mail", "utskick")
    path = folder / "utskick/driftchef-gatukontoret.txt"
    path.write_text(path.read_text(encoding="utf-8").replace("Utfall: ", "Utfall: 40"), encoding="utf-8")

    assert "finns redan" in _refused(folder, ID, *DAY, "--mail", "utskick")


@pytest.mark.parametrize(
    "words", [("--read", "saknas.txt"), ("--read", FILE, "--mail", "x"), ("--mail", "x", "-i")]
)
def test_forms_that_cannot_be_read_or_sent_are_refused(folder: Path, words: tuple[str, ...]) -> None:
    _refused(folder, ID, *DAY, *words)


def test_a_workbook_of_something_else_is_refused(folder: Path) -> None:
    (folder / "annat.xlsx").write_bytes(b"PK\x03\x04 something else")

    assert "inget formulär från lofte" in _refused(folder, ID, "--read", "annat.xlsx")


@pytest.mark.parametrize("words", [("--set", "K1=pågår"), ("--interactive",)])
def test_what_has_not_happened_is_dated_today(tmp_path: Path, words: tuple[str, ...]) -> None:
    """The planned day is to come, and the follow-up is made before it."""
    folder = project(tmp_path)
    command = ("follow-up", ID, "--today", "2024-02-01", *words)
    code, said = typed(folder, command, *[("Utfall", "q\n")] * (words == ("--interactive",)))

    assert code == 0
    assert "Nästa planerade uppföljning är" in said
    assert (folder / "promises/exempelby/uppfoljning-2024-02-01.yaml").is_file()
    assert "U10" not in lofte("validate", "--today", "2024-02-01", cwd=folder).out


@pytest.mark.parametrize(("lang", "warning"), [("sv", "är det 2024-02-01"), ("en", "today is 2024-02-01")])
def test_a_day_to_come_is_warned_of(folder: Path, lang: str, warning: str) -> None:
    words = ("--today", "2024-02-01", "--set", "K1=pågår", "--lang", lang)
    assert warning in _follow(folder, ID, "--date", "2024-04-30", *words).err

    assert warning in _follow(folder, ID, *words[:-3], "K2=pågår", *words[-2:]).err  # in the form it made


def test_a_form_for_a_day_to_come_is_prepared_without_a_warning(folder: Path) -> None:
    answer = _follow(folder, ID, "--today", "2024-02-01", "--date", "2024-04-30")

    assert (answer.code, answer.err) == (0, "")
