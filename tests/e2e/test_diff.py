"""`lofte diff` from typed words to exit code, over files and over what git remembers."""

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any, Final

import pytest

from corpus import EXEMPELBY, PROMISE, ROOT
from markup_reader import MarkupReader
from medborgarlofte.i18n import LANGUAGES
from program import Answer, lofte, seeded
from schemas import validator

SCHEMA = validator("diff")
WEAKER: Final = PROMISE.replace("minst 100 kvällar", "minst 80 kvällar")
STRONGER: Final = PROMISE.replace("minst 100 kvällar", "minst 120 kvällar")
FORMATS: Final = ("text", "markdown", "json", "html")
A: Final = "promises/exempelby/lofte-2024.yaml"
_IDENTITY: Final = ("-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "core.autocrlf=false")


def _git(folder: Path, *words: str) -> None:
    subprocess.run(["git", "-C", str(folder), *_IDENTITY, *words], capture_output=True, check=True)


def _write(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _commit(folder: Path, **files: str) -> None:
    for name, text in files.items():
        _write(folder, name, text)
    _git(folder, "add", "--all")
    _git(folder, "commit", "--quiet", "--message", "x")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository whose promise was weakened in its second commit, in a folder with a space and å in its name."""
    folder = tmp_path / "våra löften"
    folder.mkdir()
    _git(folder, "init", "--quiet", "--initial-branch", "main")
    _commit(folder, **{A: PROMISE})
    _commit(folder, **{A: WEAKER})
    return folder


@pytest.fixture
def two(tmp_path: Path) -> Path:
    """A folder with two files, the newer of which is weaker."""
    _write(tmp_path, "a.yaml", PROMISE)
    _write(tmp_path, "b.yaml", WEAKER)
    return tmp_path


def _told(answer: Answer) -> str:
    assert (answer.code, answer.err) == (0, "")
    return answer.out


def _refused(*words: str, cwd: Path, **settings: str) -> str:
    answer = lofte("diff", *words, cwd=cwd, env=settings)
    assert (answer.code, answer.out) == (2, ""), answer
    return answer.err


def _json(*words: str, cwd: Path) -> Any:
    written = json.loads(_told(lofte("diff", *words, "--format", "json", cwd=cwd)))
    SCHEMA.validate(written)
    return written


# ---------------------------------------------------------------- the shipped promises


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("sv", "Att något ser borttaget ut kan bero på det."),
        ("en", "That something looks dropped may be due to that."),
    ],
)
@pytest.mark.parametrize("output", FORMATS)
def test_what_looks_dropped_in_karlshamn_may_be_due_to_an_incomplete_source(
    output: str, lang: str, said: str
) -> None:
    out = _told(lofte("diff", "karlshamn", "--format", output, "--lang", lang, cwd=ROOT))

    assert said in re.sub(r"\s+", " ", out)


@pytest.mark.parametrize("name", ["karlshamn", "Karlshamn", "promises/karlshamn"])
def test_a_municipality_is_named_as_one_likes(name: str) -> None:
    [comparison] = _json(name, cwd=ROOT)["comparisons"]

    assert (
        comparison["old"]["id"],
        comparison["new"]["id"],
    ) == ("karlshamn/lofte-2022", "karlshamn/lofte-2024")


def test_ids_and_paths_name_the_same_documents() -> None:
    by_id = _json("karlshamn/lofte-2022", "karlshamn/lofte-2024", cwd=ROOT)
    by_path = _json("promises/karlshamn/lofte-2022.yaml", "promises/karlshamn/lofte-2024.yaml", cwd=ROOT)

    assert by_id == by_path == _json("karlshamn", cwd=ROOT)


def test_a_municipality_with_one_promise_has_nothing_to_compare() -> None:
    answer = lofte("diff", "karlstad", cwd=ROOT)

    assert (answer.code, answer.out) == (0, "")
    assert answer.err == "Det fanns inget att jämföra: det behövs två löften.\n"


def test_the_newer_document_named_first_is_remarked_on() -> None:
    answer = lofte("diff", "karlshamn/lofte-2024", "karlshamn/lofte-2022", cwd=ROOT)

    assert answer.code == 0
    assert answer.err == (
        "”karlshamn/lofte-2024” gäller senare än ”karlshamn/lofte-2022”. "
        "Skriv det äldre först: lofte diff karlshamn/lofte-2022 karlshamn/lofte-2024\n"
    )


def test_a_document_compared_with_itself_has_not_changed() -> None:
    out = _told(lofte("diff", "karlshamn/lofte-2022", "karlshamn/lofte-2022", cwd=ROOT))

    assert "Inget har ändrats." in out
    assert "13 behållna." in out


def test_agreements_are_compared_field_by_field() -> None:
    [comparison] = _json("karlshamn/overenskommelse-2021", "solvesborg/overenskommelse-2022", cwd=ROOT)[
        "comparisons"
    ]

    assert comparison["commitments"] == []
    assert "titel" in {piece["field"] for piece in comparison["other"]}


# ---------------------------------------------------------------- git


def test_a_revision_is_compared_with_the_file(repository: Path) -> None:
    [comparison] = _json(f"HEAD~1:{A}", A, cwd=repository)["comparisons"]
    [change] = comparison["commitments"]

    assert (change["kind"], change["old"], change["new"]) == ("weakened", ["K1"], ["K1"])
    assert "exempelby/lofte-2024" == comparison["old"]["id"] == comparison["new"]["id"]


def test_two_revisions_are_compared(repository: Path) -> None:
    assert _json(f"HEAD:{A}", f"HEAD~1:{A}", cwd=repository)["comparisons"][0]["headline"] == {"sharpened": 1}


@pytest.mark.parametrize("path", [A, "exempelby/lofte-2024.yaml", "./exempelby/lofte-2024.yaml"])
def test_from_a_folder_below_a_path_is_counted_from_there_or_from_the_top(
    repository: Path, path: str
) -> None:
    out = _told(lofte("diff", f"HEAD~1:{path}", "exempelby/lofte-2024.yaml", cwd=repository / "promises"))

    assert "1 försvagat." in out


def test_a_path_in_git_may_hold_spaces_and_swedish_letters(repository: Path) -> None:
    name = "promises/Håbo kommun/löfte 2024.yaml"
    _commit(repository, **{name: PROMISE})
    _write(repository, name, STRONGER)

    assert "1 skärpt." in _told(lofte("diff", f"HEAD:{name}", name, cwd=repository))


@pytest.mark.parametrize("where", [".", "promises", "promises/exempelby"])
def test_what_changed_since_a_revision_is_found_from_every_folder(repository: Path, where: str) -> None:
    out = _told(lofte("diff", "--since", "HEAD~1", cwd=repository / where))

    assert "1 försvagat." in out


def test_a_renamed_file_is_compared_with_what_it_was(repository: Path) -> None:
    _git(repository, "mv", A, "promises/exempelby/löfte år 2024.yaml")
    [comparison] = _json("--since", "HEAD~1", cwd=repository)["comparisons"]

    assert (
        comparison["old"]["id"],
        comparison["new"]["id"],
    ) == ("exempelby/lofte-2024", "exempelby/löfte år 2024")
    assert comparison["headline"] == {"weakened": 1}


def test_a_file_moved_to_another_folder_keeps_the_id_that_it_had(repository: Path) -> None:
    (repository / "promises" / "nya").mkdir()
    _git(repository, "mv", A, "promises/nya/lofte-2024.yaml")
    [comparison] = _json("--since", "HEAD", cwd=repository)["comparisons"]

    assert (comparison["old"]["id"], comparison["new"]["id"]) == ("exempelby/lofte-2024", "nya/lofte-2024")


def test_beside_a_new_document_nothing_else_has_changed(repository: Path) -> None:
    _write(repository, "promises/exempelby/lofte-2030.yaml", "dokument: uppföljning\n")
    answer = lofte("diff", "--since", "HEAD", cwd=repository)

    assert answer.err.splitlines() == [
        "promises/exempelby/lofte-2030.yaml: nytt sedan HEAD.",
        "Inget annat har ändrats sedan HEAD.",
    ]


def test_a_promise_that_is_removed_takes_every_commitment_with_it(repository: Path) -> None:
    _write(repository, "promises/exempelby/lofte-2030.yaml", "dokument: uppföljning\n")
    (repository / A).unlink()
    answer = lofte("diff", "--since", "HEAD", "--exit-code", cwd=repository)

    assert answer.code == 1
    assert answer.err.splitlines() == [
        f"{A}: borttaget sedan HEAD.",
        "promises/exempelby/lofte-2030.yaml: nytt sedan HEAD.",
    ]
    assert "BORTTAGET K1\n  - Fritidsgården har öppet minst 80 kvällar under året." in answer.out


@pytest.mark.parametrize("named", ["promises/exempelby", A])
def test_what_is_removed_can_be_named(repository: Path, named: str) -> None:
    (repository / A).unlink()

    assert "BORTTAGET K1" in lofte("diff", "--since", "HEAD", named, cwd=repository).out
    assert "finns inte" in _refused("--since", "HEAD", "promises/exempelby/aldrig.yaml", cwd=repository)


@pytest.mark.parametrize("named", ["promises/exempelby", "promises/annan", A])
def test_what_is_renamed_can_be_named_by_either_name(repository: Path, named: str) -> None:
    _write(repository, "promises/annan/x.yaml", WEAKER.replace("80", "70"))
    (repository / A).unlink()

    assert "FÖRSVAGAT K1" in lofte("diff", "--since", "HEAD", named, cwd=repository).out


def test_a_document_of_another_kind_that_is_removed_is_named(repository: Path) -> None:
    _commit(repository, **{"promises/uppfoljning.yaml": "dokument: uppföljning\n"})
    (repository / "promises" / "uppfoljning.yaml").unlink()
    answer = lofte("diff", "--since", "HEAD", "--exit-code", cwd=repository)

    assert (answer.code, answer.out) == (1, "")
    assert answer.err == "promises/uppfoljning.yaml: borttaget sedan HEAD.\n"


@pytest.mark.parametrize("when", ["now", "then"])
def test_a_version_that_cannot_be_read_is_named_and_the_others_are_compared(
    repository: Path, when: str
) -> None:
    other = "promises/exempelby/lofte-2023.yaml"
    broken = PROMISE.replace("titel:", "titel")
    _commit(repository, **{other: PROMISE if when == "now" else broken})
    _write(repository, other, broken if when == "now" else PROMISE)
    _write(repository, A, PROMISE.replace("100", "60"))
    answer = lofte("diff", "--since", "HEAD", "--exit-code", "--lang", "en", cwd=repository)

    assert answer.code == 1
    assert "exempelby/lofte-2023.yaml: cannot be read (line 2: " in answer.err
    assert "WEAKENED K1" in answer.out


def test_a_document_that_became_one_of_another_kind_is_named(repository: Path) -> None:
    _write(
        repository,
        A,
        "dokument: uppföljning\nlöfte: exempelby/lofte-2023\ndatum: 2024-12-31\nposter: {åtagande: K1, status: pågår}\n",
    )
    _write(repository, "promises/exempelby/lofte-2023.yaml", PROMISE)
    answer = lofte("diff", "--since", "HEAD", "--exit-code", cwd=repository)

    assert (answer.code, answer.out) == (1, "")
    assert f"{A}: dokumentet var av en annan sort vid HEAD, och jämförs inte.\n" in answer.err


def test_what_git_cannot_compare_is_an_empty_list_for_programs(repository: Path) -> None:
    assert (
        _answered(lofte("diff", "--since", "HEAD", "--format", "json", cwd=repository))["comparisons"] == []
    )


def _answered(answer: Answer) -> Any:
    assert answer.code == 0
    written = json.loads(answer.out)
    SCHEMA.validate(written)
    return written


def test_since_looks_only_in_the_folder_that_is_named(repository: Path) -> None:
    _commit(repository, **{"promises/annan/lofte-2024.yaml": PROMISE})
    _write(repository, "promises/annan/lofte-2024.yaml", STRONGER)
    rows = _json("--since", "HEAD~2", "promises/exempelby", cwd=repository)["comparisons"]

    assert [row["new"]["id"] for row in rows] == ["exempelby/lofte-2024"]


def test_since_looks_only_at_the_file_that_is_named(repository: Path) -> None:
    _commit(repository, **{"promises/exempelby/lofte-2023.yaml": PROMISE})
    _write(repository, "promises/exempelby/lofte-2023.yaml", STRONGER)
    rows = _json("--since", "HEAD", "promises/exempelby/lofte-2023.yaml", cwd=repository)["comparisons"]

    assert [row["new"]["id"] for row in rows] == ["exempelby/lofte-2023"]


def test_nothing_changed_since_the_last_commit(repository: Path) -> None:
    answer = lofte("diff", "--since", "HEAD", cwd=repository)

    assert (answer.code, answer.out) == (0, "")


@pytest.mark.parametrize(
    ("words", "swedish", "english"),
    [
        (
            ("HEAD:promises/gone.yaml", A),
            "”promises/gone.yaml” fanns inte vid revisionen ”HEAD”.",
            "“promises/gone.yaml” did not exist at the revision “HEAD”.",
        ),
        ((f"nowhere:{A}", A), "Revisionen ”nowhere” finns inte.", "There is no revision “nowhere”."),
        (("--since", "nowhere"), "Revisionen ”nowhere” finns inte.", "There is no revision “nowhere”."),
        (("--since", "--all"), "Revisionen ”--all” finns inte.", "There is no revision “--all”."),
    ],
)
def test_what_git_does_not_have_is_reported(
    repository: Path, words: tuple[str, ...], swedish: str, english: str
) -> None:
    assert swedish in _refused(*words, cwd=repository)
    assert english in _refused(*words, "--lang", "en", cwd=repository)


def test_a_shallow_clone_gets_the_advice_to_fetch_the_rest(repository: Path, tmp_path: Path) -> None:
    _git(tmp_path, "clone", "--quiet", "--depth", "1", repository.as_uri(), "shallow")

    assert "git fetch --unshallow" in _refused("--since", "HEAD~1", cwd=tmp_path / "shallow")


def test_outside_a_repository_the_advice_is_to_compare_files(two: Path) -> None:
    (two / "promises").mkdir()

    assert "lofte diff GAMMAL NY" in _refused("--since", "HEAD", cwd=two)
    assert "lofte diff OLD NEW" in _refused("HEAD:a.yaml", "b.yaml", "--lang", "en", cwd=two)


def test_a_computer_without_git_can_compare_files(two: Path) -> None:
    assert "Git är inte installerat" in _refused("HEAD:a.yaml", "b.yaml", cwd=two, PATH=str(two))
    assert "1 försvagat." in _told(lofte("diff", "a.yaml", "b.yaml", cwd=two, PATH=str(two)))


@pytest.mark.parametrize(
    "wrong",
    ["dokument: [", PROMISE.replace("titel:", "titl:"), PROMISE + "titel: två\n", "", "\xff"],
    ids=["syntax", "unknown key", "twin key", "empty", "no mapping"],
)
def test_an_old_version_with_errors_of_form_is_refused_as_a_file_would_be(
    repository: Path, wrong: str
) -> None:
    _commit(repository, **{"promises/x.yaml": wrong})

    assert "går inte att läsa" in _refused("HEAD:promises/x.yaml", A, cwd=repository)
    assert _refused("promises/x.yaml", A, cwd=repository)


# ---------------------------------------------------------------- options


@pytest.mark.parametrize(
    ("new", "code"), [(PROMISE, 0), (STRONGER, 0), (WEAKER, 1)], ids=["same", "sharpened", "weakened"]
)
def test_exit_code_answers_whether_something_weakened(two: Path, new: str, code: int) -> None:
    _write(two, "b.yaml", new)

    assert code == lofte("diff", "a.yaml", "b.yaml", "--exit-code", cwd=two).code
    assert lofte("diff", "a.yaml", "b.yaml", cwd=two).code == 0


def test_only_changes_what_is_shown_and_not_the_exit_code(two: Path) -> None:
    answer = lofte("diff", "a.yaml", "b.yaml", "--exit-code", "--only", "dropped", cwd=two)

    assert answer.code == 1
    assert "FÖRSVAGAT" not in answer.out


def test_only_shows_one_kind() -> None:
    [comparison] = _json("karlshamn", "--only", "dropped", cwd=ROOT)["comparisons"]

    assert {change["kind"] for change in comparison["commitments"]} == {"dropped"}


def test_only_does_not_say_that_nothing_changed_when_something_did(two: Path) -> None:
    out = _told(lofte("diff", "a.yaml", "b.yaml", "--only", "sharpened", cwd=two))

    assert "Inget har ändrats." not in out


def test_only_can_show_what_was_kept(two: Path) -> None:
    out = _told(lofte("diff", "a.yaml", "a.yaml", "--only", "kept", cwd=two))

    assert "Fritidsgården har öppet minst 100 kvällar under året." in out


def test_strict_counts_no_suggestion(two: Path) -> None:
    loose = _json("a.yaml", "b.yaml", cwd=two)["comparisons"][0]
    strict = _json("a.yaml", "b.yaml", "--strict", cwd=two)["comparisons"][0]

    assert loose["headline"] == {"weakened": 1}
    assert strict["headline"] == {"dropped": 1, "new": 1}


# ---------------------------------------------------------------- formats


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("words", [("karlshamn",), ()], ids=["one", "all"])
@pytest.mark.parametrize("folder", [ROOT, EXEMPELBY], ids=["shipped", "exempelby"])
def test_json_follows_its_schema(folder: Path, words: tuple[str, ...], lang: str) -> None:
    if folder == EXEMPELBY:
        words = tuple("exempelby" for _ in words)
    written = _json(*words, "--lang", lang, cwd=folder)

    assert len(written["comparisons"]) == 1


@pytest.mark.parametrize("lang", LANGUAGES)
def test_html_is_a_page_of_its_own(lang: str) -> None:
    out = _told(lofte("diff", "karlshamn", "--format", "html", "--lang", lang, cwd=ROOT))
    page = MarkupReader(out)

    assert out.startswith("<!doctype html>")
    assert [link for link in page.links() if not link.startswith(("#", "data:"))] == []
    assert not {"script", "iframe"} & {element.tag for element in page.elements}
    assert "@import" not in out and not re.search(r"url\((?!['\"]?data:)", out)
    assert [level for level, _ in page.headings][:2] == [1, 2]
    assert next(e for e in page.elements if e.tag == "html").attributes["lang"] == lang


@pytest.mark.parametrize(("folder", "name"), [(ROOT, "karlshamn"), (EXEMPELBY, "exempelby")])
def test_html_shows_no_markup_as_text(folder: Path, name: str) -> None:
    out = _told(lofte("diff", name, "--format", "html", cwd=folder))
    page = MarkupReader(out)

    assert re.findall(r"</?h\d", page.text()) == []
    assert (3, "Nytt") in page.headings


@pytest.mark.parametrize("output", ["text", "markdown", "html"])
def test_a_text_of_angle_brackets_and_bars_is_shown_as_text(two: Path, output: str) -> None:
    words = "Öppet <b>minst</b> 100 | <script>alert(1)</script> kvällar"
    _write(
        two,
        "a.yaml",
        PROMISE.replace(
            "{id: K1, part: kommunen, fokus: [unga], text: Fritidsgården har öppet minst 100 kvällar under året.}",
            f'{{id: K1, text: "{words}"}}',
        ),
    )
    out = _told(lofte("diff", "a.yaml", "b.yaml", "--format", output, cwd=two))

    if output == "html":
        page = MarkupReader(out)
        assert "script" not in {element.tag for element in page.elements}
        assert words.removesuffix(" kvällar") in page.text()
    elif output == "markdown":
        [row] = [line for line in out.splitlines() if "Öppet" in line]
        assert len(re.findall(r"(?<!\\)\|", row)) == 4
        assert "<script>" not in row.replace("\\<", "")
    else:
        assert "<script>" in out


def test_a_markdown_table_has_three_cells_in_every_row() -> None:
    lines = _told(lofte("diff", "karlshamn", "--format", "markdown", cwd=ROOT)).splitlines()
    table = [line for line in lines if line.startswith("|")]

    assert len(table) == 16
    assert {4} == {len(re.findall(r"(?<!\\)\|", line)) for line in table}
    assert table[:2] == ["| Förut | Nu | Vad det innebär |", "|---|---|---|"]


def test_a_markdown_table_begins_after_an_empty_line(two: Path) -> None:
    lines = _told(lofte("diff", "a.yaml", "b.yaml", "--format", "markdown", cwd=two)).splitlines()

    assert lines[lines.index("| Förut | Nu | Vad det innebär |") - 1] == ""


def test_a_quote_in_markdown_ends_without_an_empty_line_of_its_own() -> None:
    lines = _told(lofte("diff", "karlshamn", "--format", "markdown", cwd=ROOT)).splitlines()
    quote = [number for number, line in enumerate(lines) if line.startswith(">")]

    assert lines[quote[-1]] != ">"


# ---------------------------------------------------------------- terminals


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("folder", [ROOT, EXEMPELBY], ids=["shipped", "exempelby"])
def test_no_line_is_longer_than_the_terminal(folder: Path, lang: str) -> None:
    out = _told(lofte("diff", "--lang", lang, cwd=folder, COLUMNS="60"))

    assert [line for line in out.splitlines() if len(line) > 60 and len(line.split()) > 1] == []


def test_no_line_is_longer_than_the_terminal_for_long_names(two: Path) -> None:
    names = [f"barnochungdom-atgard-nummer-{n}" for n in range(3)]
    rows = "".join(f"  - {{id: {name}, text: Samma sak med olika ord {name}.}}\n" for name in names)
    head = PROMISE[: PROMISE.index("åtaganden:")]
    _write(two, "a.yaml", f"{head}åtaganden:\n{rows}")
    refs = ", ".join(f"a#{name}" for name in names)
    _write(two, "b.yaml", f"{head}åtaganden:\n  - {{id: K1, text: Allt i ett., fortsätter: [{refs}]}}\n")
    out = _told(lofte("diff", "a.yaml", "b.yaml", cwd=two, COLUMNS="60"))

    assert "HOPSLAGET" in out
    assert [line for line in out.splitlines() if len(line) > 60 and len(line.split()) > 1] == []


def test_colour_is_for_those_who_want_it(two: Path) -> None:
    plain = lofte("diff", "a.yaml", "b.yaml", cwd=two).out
    without = lofte("diff", "a.yaml", "b.yaml", cwd=two, FORCE_COLOR="1", NO_COLOR="1").out
    coloured = lofte("diff", "a.yaml", "b.yaml", cwd=two, FORCE_COLOR="1").out

    assert "\x1b" not in plain and plain == without
    assert "\x1b[" in coloured


def test_coloured_lines_are_wrapped_as_plain_ones(two: Path) -> None:
    text = "Fritidsgården har öppet " + "många kvällar och långa dagar " * 8
    for name, number in (("a", 100), ("b", 80)):
        _write(
            two,
            f"{name}.yaml",
            PROMISE.replace("Fritidsgården har öppet minst 100 kvällar", f"{text} minst {number} gånger"),
        )
    coloured = lofte("diff", "a.yaml", "b.yaml", cwd=two, FORCE_COLOR="1", COLUMNS="60").out
    lines = [re.sub(r"\x1b\[[0-9;]*m", "", line) for line in coloured.splitlines()]

    assert [line for line in lines if len(line) > 60] == []
    body = [len(line) for line in lines if line.startswith("  ") and "kvällar" in line]
    assert min(body[:-1]) > 45


def test_the_same_question_gets_the_same_bytes() -> None:
    questions = [("diff", "karlshamn", "--lang", lang, "--format", "json") for lang in LANGUAGES]
    answers = [seeded(seed, questions, ROOT) for seed in (0, 1, 2)]

    assert answers == [answers[0]] * 3
    assert all(answer.startswith("{") for answer in answers[0][::2])


# ---------------------------------------------------------------- mistakes


@pytest.mark.parametrize(
    ("words", "swedish", "english"),
    [
        (("karlsham",), "Menade du ”Karlshamn”?", "Did you mean “Karlshamn”?"),
        (
            ("atlantis-på-botten",),
            "”atlantis-på-botten” finns inte: ingen fil, mapp eller kommun och inget id heter så.",
            "There is no “atlantis-på-botten”",
        ),
        (
            ("karlshamn/lofte-2023", "karlshamn/lofte-2024"),
            "Menade du ”karlshamn/lofte-202",
            "Did you mean “karlshamn/lofte-202",
        ),
        (
            ("karlshamn/lofte-2022", "karlshamn/overenskommelse-2021"),
            "är olika sorters dokument.",
            "are different kinds of documents.",
        ),
        (("a", "b", "c"), "Jämför två dokument i taget.", "Compare two documents at a time."),
        (("nowhere.yaml", "karlshamn/lofte-2024"), "”nowhere.yaml” finns inte", "does not exist"),
        (
            ("promises/karlshamn", "karlshamn/lofte-2024"),
            "är en mapp med flera dokument.",
            "is a folder with several documents.",
        ),
        (("karlshamn", "--only", "weaker"), "”weaker” går inte att välja.", "is not a valid choice."),
        (("karlshamn", "--only", "weakend"), "Menade du ”weakened”?", "Did you mean “weakened”?"),
        (("karlshamn", "--format", "josn"), "Menade du ”json”?", "Did you mean “json”?"),
        (("karlshamn", "--strikt"), "Menade du ”--strict”?", "Did you mean “--strict”?"),
        (("karlshamn", "--since"), "”--since” behöver ett värde.", "needs a value."),
        (("--since", "HEAD", "promises/karlsham"), "”promises/karlsham” finns inte", "does not exist"),
        (
            ("--since", "HEAD", "promises/karlshamn", "promises/karlstad"),
            "",
            "",
        ),
    ],
    ids=lambda part: " ".join(part) if isinstance(part, tuple) else "",
)
def test_a_mistake_is_answered_in_both_languages(words: tuple[str, ...], swedish: str, english: str) -> None:
    assert swedish in _refused(*words, cwd=ROOT)
    assert english in _refused(*words, "--lang", "en", cwd=ROOT)


def test_a_file_with_errors_is_pointed_to_validate(two: Path) -> None:
    _write(two, "b.yaml", PROMISE.replace("part: kommunen", "part: {}"))

    assert "lofte validate" in _refused("a.yaml", "b.yaml", cwd=two)


def test_a_folder_without_promises_is_reported(tmp_path: Path) -> None:
    assert "ingen mapp ”promises”" in _refused("karlshamn", cwd=tmp_path)


def test_the_help_shows_examples_that_work(tmp_path: Path) -> None:
    shown = _told(lofte("diff", "--help", cwd=ROOT))
    examples = [line.split()[2:] for line in shown.splitlines() if line.strip().startswith("lofte diff ")]
    shutil.copytree(ROOT / "promises", tmp_path / "promises")
    _git(tmp_path, "init", "--quiet", "--initial-branch", "main")
    _commit(tmp_path, **{"promises/x.yaml": PROMISE})
    _commit(tmp_path, **{"note.txt": "x"})

    assert len(examples) >= 3
    assert {0} == {lofte("diff", *words, cwd=tmp_path).code for words in examples}


def test_a_promise_with_errors_is_named_and_the_run_fails(tmp_path: Path) -> None:
    _write(tmp_path, A, PROMISE)
    _write(tmp_path, "promises/exempelby/lofte-2025.yaml", "status: antagett\n" + PROMISE)

    for command in (["diff"], ["diff", "exempelby"]):
        answer = lofte(*command, cwd=tmp_path)
        assert (answer.code, answer.out) == (2, "")
        assert "Har fel och är inte med: promises/exempelby/lofte-2025.yaml." in answer.err
    assert "lofte-2025.yaml" in lofte("summary", cwd=tmp_path).err

    (tmp_path / A).unlink()
    assert lofte("summary", cwd=tmp_path).code == 2  # nothing found where nothing was read
