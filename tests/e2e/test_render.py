"""`lofte render` from typed words to a site in its folder."""

import re
from pathlib import Path

import pytest

from corpus import copy_of_promises
from medborgarlofte.cli.sites import format_files
from medborgarlofte.i18n import Text
from program import Answer, lofte, lofte_with_fault


def _files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def _pages(folder: Path) -> set[str]:
    return {name for name in _files(folder) if name.endswith(".html")}


def _built(answer: Answer, start: str) -> int:
    """How many files the program says that it wrote, when it says what it should."""
    found = re.fullmatch(
        rf"Klart: (\d+) filer(?: \((?:\d+ nya eller ändrade|inget var ändrat)\))?\. Öppna {re.escape(start)} i en webbläsare\.\n",
        answer.out,
    )
    assert found is not None, answer
    assert (answer.code, answer.err) == (0, "")
    return int(found[1])


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the shipped promises and their site."""
    folder = tmp_path_factory.mktemp("home")
    copy_of_promises(folder)
    count = _built(lofte("render", cwd=folder), "site/index.html")
    assert count == len(_files(folder / "site")) - 1  # the list of our own files is not counted
    return folder


def test_the_site_is_written_and_nothing_else(home: Path) -> None:
    assert {path.name for path in home.iterdir()} == {"promises", "site"}
    assert {"index.html", "karlshamn/lofte-2022.html", "solvesborg/overenskommelse-2022.html"} <= _pages(
        home / "site"
    )


def test_a_second_build_is_the_same_to_the_byte(home: Path, tmp_path: Path) -> None:
    site = tmp_path / "again"
    for seed in ("7", "8"):
        answer = lofte("render", "-o", str(site), cwd=home, PYTHONHASHSEED=seed, TZ="Pacific/Kiritimati")
        _built(answer, str(site / "index.html"))

    assert _files(home / "site") == _files(site)


def test_the_site_is_built_in_english_when_asked(tmp_path: Path) -> None:
    copy_of_promises(tmp_path)
    answer = lofte("render", "--lang", "en", "-o", "deep/down", cwd=tmp_path)

    assert (answer.code, answer.err) == (0, "")
    assert re.fullmatch(r"Done: \d+ files\. Open deep/down/index\.html in a web browser\.\n", answer.out)
    assert b'<html lang="en">' in (tmp_path / "deep" / "down" / "index.html").read_bytes()


def test_removed_promises_vanish_and_faulty_ones_leave_the_site_as_it_was(tmp_path: Path) -> None:
    promises = copy_of_promises(tmp_path)
    lofte("render", cwd=tmp_path)
    (promises / "karlstad" / "lofte-2023.yaml").unlink()
    _built(lofte("render", cwd=tmp_path), "site/index.html")
    before = _files(tmp_path / "site")
    path = promises / "solvesborg" / "lofte-2022.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("titel:", "titl:"), encoding="utf-8")
    answer = lofte("render", cwd=tmp_path)

    assert not (tmp_path / "site" / "karlstad").exists()
    assert (answer.code, answer.out) == (1, "")
    assert "promises/solvesborg/lofte-2022.yaml:3:1 fel D05" in answer.err
    assert before == _files(tmp_path / "site")


@pytest.mark.parametrize(
    ("lang", "said"), [("sv", "Inget har ändrats."), ("en", "Nothing has been changed.")]
)
def test_a_folder_of_somebody_elses_is_refused(tmp_path: Path, lang: str, said: str) -> None:
    copy_of_promises(tmp_path)
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "mine.txt").write_bytes(b"mine")
    answer = lofte("render", "--lang", lang, cwd=tmp_path)

    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err
    assert _files(tmp_path / "site") == {"mine.txt": b"mine"}


def test_the_folder_of_the_promises_is_refused(tmp_path: Path) -> None:
    promises = copy_of_promises(tmp_path)
    before = _files(promises)

    assert lofte("render", "-o", "promises", cwd=tmp_path).code == 2
    assert before == _files(promises)


def test_a_file_on_the_way_to_the_folder_is_reported(tmp_path: Path) -> None:
    copy_of_promises(tmp_path)
    (tmp_path / "file").write_bytes(b"")
    answer = lofte("render", "-o", "file/site", cwd=tmp_path)

    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("Systemfel: där ligger en fil i vägen för en mapp (")


def test_a_folder_that_may_not_be_written_in_is_reported(tmp_path: Path) -> None:
    copy_of_promises(tmp_path)
    (tmp_path / "closed").mkdir(mode=0o500)
    answer = lofte_with_fault("bound", words=["render", "-o", "closed/site"], cwd=tmp_path)

    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("Systemfel: du har inte rätt till det (")
    assert list((tmp_path / "closed").iterdir()) == []


def test_where_there_is_nothing_to_publish_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "promises").mkdir()
    answer = lofte("render", cwd=tmp_path)

    assert (answer.code, answer.out) == (1, "")
    assert "Inget har publicerats." in answer.err
    assert {"promises"} == {path.name for path in tmp_path.iterdir()}


def test_templates_of_the_users_own_are_used(tmp_path: Path) -> None:
    copy_of_promises(tmp_path)
    (tmp_path / "templates" / "html").mkdir(parents=True)
    (tmp_path / "templates" / "html" / "start.html").write_text("<h1>Egen</h1>", encoding="utf-8")
    lofte("render", cwd=tmp_path)

    assert (tmp_path / "site" / "index.html").read_bytes() == b"<h1>Egen</h1>"


def test_templates_that_are_not_there_are_wrong_use(tmp_path: Path) -> None:
    copy_of_promises(tmp_path)
    answer = lofte("render", "--templates", "saknas", cwd=tmp_path)

    assert (answer.code, answer.out) == (2, "")
    assert "saknas" in answer.err


def test_one_municipality_is_published_without_the_others(tmp_path: Path) -> None:
    copy_of_promises(tmp_path)
    lofte("render", "promises/karlshamn", "-o", "karlshamn-webb", cwd=tmp_path)

    pages = _pages(tmp_path / "karlshamn-webb")

    assert "karlshamn/lofte-2022.html" in pages
    assert [page for page in pages if re.search(r"karlstad|solvesborg|ronneby", page)] == []


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ("", False),
        ('[webbplats]\nutgivare = "Exempelby kommun"\n', True),
        ('[webbplats]\nutgivare = "Exempelby kommun"\n[tillganglighet]\nforenlig = "delvis"\n', False),
    ],
)
def test_a_publisher_is_told_that_the_statement_is_not_filled_in(
    tmp_path: Path, settings: str, told: bool
) -> None:
    copy_of_promises(tmp_path)
    (tmp_path / "lofte.toml").write_text(settings, encoding="utf-8")
    answer = lofte("render", cwd=tmp_path)

    assert answer.code == 0, answer
    assert ("[tillganglighet] i lofte.toml" in answer.err) is told


def test_one_file_is_counted_as_one() -> None:
    assert format_files(1) == Text("1 fil", "1 file")
    assert format_files(2) == Text("2 filer", "2 files")


_TWO: str = """\
dokument: medborgarlöfte
titel: Medborgarlöfte för Exempelby 2026
period: {från: 2026-01-01, till: 2026-12-31}
beslut: [{organ: kommunstyrelsen, datum: 2026-02-03}]
undertecknat: [{namn: Kim Exempelsson, roll: ordförande, part: kommunen, datum: 2026-01-15}]
parter:
  - {id: kommunen, typ: kommun, namn: Exempelby kommun}
  - {id: polisen, typ: polis, namn: Lokalpolisområde Exempelby}
åtaganden:
  - {id: K1, part: kommunen, text: Vi byter 40 lampor., mål: {exakt: 40, enhet: lampor}}
  - {id: G1, part: tillsammans, text: Vi ordnar fyra vandringar., mål: {exakt: 4, enhet: vandringar}}
"""


@pytest.fixture
def two(tmp_path: Path) -> str:
    """Page of a promise outside git, decided after it was signed, with headings of parties."""
    (tmp_path / "promises").mkdir()
    (tmp_path / "promises" / "lofte-2026.yaml").write_text(_TWO, encoding="utf-8")
    assert lofte("render", "--force", cwd=tmp_path).code == 0
    return (tmp_path / "site" / "lofte-2026.html").read_text(encoding="utf-8")


def test_a_heading_of_a_party_is_not_repeated_at_each_commitment(two: str) -> None:
    assert "Exempelby kommun lovar" in two
    assert "Kommunen lovar." not in two
    assert "Kommunen och polisen lovar." in two  # below “Tillsammans lovar vi”


def test_pages_are_as_new_as_the_decision_that_their_news_name(two: str) -> None:
    assert "Uppdaterad den 3\N{NO-BREAK SPACE}februari 2026." in two


_REPORT = "dokument: uppföljning\nlöfte: lofte-2026\ndatum: {day}\nposter:\n  - {{åtagande: K1, status: pågår, utfall: 9}}\n"


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        ("", "Nästa uppföljning: 30 april 2026"),
        ("2026-04-28", "Nästa uppföljning: 31 augusti 2026"),
        ("2026-12-20", "Planerad uppföljning: 30 april 2026"),
    ],
)
def test_the_next_follow_up_is_one_that_is_not_made(tmp_path: Path, day: str, shown: str) -> None:
    (tmp_path / "promises").mkdir()
    (tmp_path / "promises" / "lofte-2026.yaml").write_text(
        f"{_TWO}uppföljningsplan: {{takt: tertial, nästa: 2026-04-30}}\n", encoding="utf-8"
    )
    if day:
        (tmp_path / "promises" / "u.yaml").write_text(_REPORT.format(day=day), encoding="utf-8")
    assert lofte("render", "--force", "--today", "2026-12-21", cwd=tmp_path).code == 0

    assert f"- {shown}\n" in (tmp_path / "site" / "lofte-2026.md").read_text(encoding="utf-8")
