"""A clock that shows 1970 or 2100, and files and commits with such times."""

import datetime as dt
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from invented import FILE, ID, project
from program import Answer, environment, lofte, lofte_in_new_process

LIBFAKETIME: Final = tuple(Path("/usr/lib").glob("*/faketime/libfaketime.so.1"))
YEARS: Final = (1970, 2100)
Show = Callable[..., Answer]


@pytest.fixture(scope="module")
def at(tmp_path_factory: pytest.TempPathFactory) -> Show:
    """Runs the program with the clock of the computer at a day, as the program sees it.

    A library between the program and the system answers for the clock: one of ten lines, compiled on the spot, or
    libfaketime where that is installed.
    """
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler:
        library = tmp_path_factory.mktemp("clock") / "clock.so"
        source = Path(__file__).with_name("clock.c")
        subprocess.run([compiler, "-shared", "-fPIC", "-o", library, source], check=True)
    elif LIBFAKETIME:
        library = LIBFAKETIME[0]
    else:
        pytest.skip("needs a C compiler or libfaketime (Debian: apt-get install libfaketime)")

    def run(day: dt.date, *words: str, cwd: Path) -> Answer:
        noon = dt.datetime.combine(day, dt.time(12), dt.UTC)
        return lofte_in_new_process(
            *words, cwd=cwd,
            env=environment(
                LD_PRELOAD=str(library), CLOCK=str(int(noon.timestamp())), FAKETIME=f"{noon:%Y-%m-%d %H:%M:%S}", TZ="UTC"
            ),
        )  # fmt: skip

    return run


@pytest.mark.parametrize(
    ("words", "year"),
    [(("due",), 1970), (("due",), 2100), (("summary",), 2100), (("validate",), 1970)],
    ids=lambda part: str(part) if isinstance(part, int) else part[0],
)
def test_the_answer_is_that_of_the_day_on_the_clock(
    tmp_path: Path, at: Show, year: int, words: tuple[str, ...]
) -> None:
    folder, day = project(tmp_path), dt.date(year, 1, 1)
    by_the_clock = at(day, *words, cwd=folder)
    asked_for = lofte(*words, "--today", day.isoformat(), cwd=folder)
    of_another_year = lofte(*words, "--today", "2024-06-01", cwd=folder)

    assert by_the_clock == asked_for
    assert by_the_clock.code in (0, 1)
    if words != ("validate",):
        assert by_the_clock != of_another_year


@pytest.mark.parametrize("year", YEARS)
def test_a_follow_up_is_begun_whatever_the_clock_shows(tmp_path: Path, at: Show, year: int) -> None:
    home = "promises/exempelby"
    text = (
        project(tmp_path / "plan")
        .joinpath(FILE)
        .read_text(encoding="utf-8")
        .partition("uppföljningsplan:")[0]
    )
    folders = [project(tmp_path / name, **{FILE: text}) for name in ("clock", "today")]
    day = dt.date(year, 1, 1)
    answers = [
        at(day, "follow-up", ID, cwd=folders[0]),
        lofte("follow-up", ID, "--today", day.isoformat(), cwd=folders[1]),
    ]
    names = [sorted(path.name for path in (folder / home).iterdir()) for folder in folders]

    assert answers[0] == answers[1]
    assert (answers[0].code, answers[0].err) == (0, "")
    assert names[0] == names[1]
    assert names[0][1] == f"uppfoljning-{'1970-01-01' if year == 1970 else '2024-12-31'}.yaml"


def test_a_site_and_a_draft_are_the_same_to_the_byte_whatever_the_clock_shows(
    tmp_path: Path, at: Show
) -> None:
    folders = [project(tmp_path / str(year)) for year in YEARS]
    for folder, year in zip(folders, YEARS, strict=True):
        answer = at(dt.date(year, 1, 1), "render", "--format", "markdown", cwd=folder)
        assert (answer.code, answer.err) == (0, "")
    at(dt.date(2100, 1, 1), "new", "--from", ID, cwd=folders[0])
    lofte("new", "--from", ID, cwd=folders[1])
    files = [
        {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        for folder in folders
    ]

    assert files[0] == files[1]
    assert len(files[0]) > 10


# ---------------------------------------------------------------- days that are typed


@pytest.mark.parametrize("day", ["1970-01-01", "2100-12-31", "1900-01-01", "2999-12-31"])
@pytest.mark.parametrize(
    "words",
    [("validate",), ("render",), ("due",), ("summary",), ("follow-up", ID)],
    ids=lambda words: words[0],
)
def test_any_day_can_be_today(tmp_path: Path, words: tuple[str, ...], day: str) -> None:
    answer = lofte(*words, "--today", day, cwd=project(tmp_path))

    assert answer.code in (0, 1)
    assert "gick fel i lofte" not in answer.err


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize(
    "words",
    [("validate", "--today"), ("due", "--today"), ("follow-up", ID, "--date")],
    ids=lambda words: words[0],
)
def test_a_day_outside_the_supported_years_is_refused(
    tmp_path: Path, words: tuple[str, ...], day: str
) -> None:
    folder = project(tmp_path)
    answer = lofte(*words, day, cwd=folder)

    assert (answer.code, answer.out) == (2, "")
    assert answer.err == (
        f"Fel: {words[-1]}: ”{day}” ligger utanför åren 1900–2999.\nSe ”lofte {words[0]} --help”.\n"
    )
    assert len(list((folder / "promises" / "exempelby").iterdir())) == 1


def test_a_follow_up_is_computed_from_the_day_that_is_requested(tmp_path: Path) -> None:
    text = (
        project(tmp_path / "plan")
        .joinpath(FILE)
        .read_text(encoding="utf-8")
        .partition("uppföljningsplan:")[0]
    )
    folder = project(tmp_path / "today", **{FILE: text})
    answer = lofte("follow-up", ID, "--today", "2024-05-17", cwd=folder)

    assert (answer.code, answer.err) == (0, "")
    assert (folder / "promises" / "exempelby" / "uppfoljning-2024-05-17.yaml").is_file()


# ---------------------------------------------------------------- the times of files and commits


def test_the_times_of_files_change_nothing(tmp_path: Path) -> None:
    folder = project(tmp_path)
    lofte("render", cwd=folder)
    for time in (0, -(10**9), 4_102_444_800, 2**33):
        for path in [folder, *folder.rglob("*")]:
            os.utime(path, (time, time))
        answer = lofte("render", cwd=folder)

        assert (answer.code, answer.err) == (0, "")
        assert "(inget var ändrat)" in answer.out


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
@pytest.mark.parametrize("year", YEARS)
def test_a_commit_of_any_year_is_shown_as_it_is(tmp_path: Path, year: int) -> None:
    folder = project(tmp_path)
    when = f"@{int(dt.datetime(year, 1, 2, 12, tzinfo=dt.UTC).timestamp())} +0000"
    who = {f"GIT_{role}_{part}": "x" for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")}
    env = environment(GIT_AUTHOR_DATE=when, GIT_COMMITTER_DATE=when, GIT_CONFIG_GLOBAL="/dev/null", **who)
    for words in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "x"]):
        subprocess.run(["git", *words], cwd=folder, env=env, check=True)
    answer = lofte("render", cwd=folder)
    page = (folder / "site" / "exempelby" / "lofte-2024.html").read_text(encoding="utf-8")

    assert (answer.code, answer.err) == (0, "")
    assert f"2 januari {year}" in page or f"{year}-01-02" in page
