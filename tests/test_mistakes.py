"""Typical mistakes: one finding each, with its remedy, and fixed where only one thing can be meant."""

from collections import Counter
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus import ROOT
from each import each
from medborgarlofte.drafting.fixes import EXCEPTIONS, FIXERS, fix
from medborgarlofte.report.explanation import SCHEMA_NOTICES
from mistakes import MISTAKES, PROMISE, USUAL, Mistake, check, found_in, mended, page
from program import lofte
from terminal import Terminal


@each(MISTAKES, lambda mistake: mistake.what)
def test_a_mistake_gets_one_finding(mistake: Mistake) -> None:
    found = Counter(diagnostic.code for diagnostic in found_in(mistake.content))

    assert {mistake.code: 1} == dict(found - USUAL)


@each(MISTAKES, lambda mistake: mistake.what)
def test_a_mistake_is_fixed_when_it_can_be(mistake: Mistake) -> None:
    assert mistake.mended == mended(mistake)


@each([m for m in MISTAKES if m.mended == "fixed"], lambda m: m.what)
def test_a_fixed_file_has_only_the_usual_findings(mistake: Mistake) -> None:
    fixed = fix(mistake.content, check).data

    assert dict(Counter(d.code for d in found_in(fixed)) - USUAL) == {}
    if mistake.right:  # every other line is as it was
        assert len(set(mistake.content.split(b"\n")) - set(fixed.split(b"\n"))) <= 2


_FIXED: Final = [mistake for mistake in MISTAKES if mistake.mended == "fixed" and mistake.right]


@pytest.mark.slow
@settings(deadline=None)
@given(st.lists(st.sampled_from(_FIXED), min_size=2, max_size=5, unique_by=lambda mistake: mistake.right))
def test_several_mistakes_in_one_file_are_fixed_together(mistakes: list[Mistake]) -> None:
    text = PROMISE
    for mistake in mistakes:
        text = text.replace(mistake.right, mistake.wrong, 1)

    once = fix(text.encode(), check)

    assert [d.code for d in once.remaining if d.severity == "error"] == []
    assert fix(once.data, check).data == once.data


def test_the_page_lists_every_mistake_as_it_is_reported_now() -> None:
    # Run `python tests/mistakes.py` when this fails.
    assert page() == (ROOT / "docs" / "misstag.md").read_text(encoding="utf-8")
    assert len(MISTAKES) >= 40


def test_a_fix_takes_nothing_away_that_is_not_said_twice() -> None:
    multiline = PROMISE.replace("fyra vandringar.", "fyra\n      vandringar #trygga\n      i höst.")
    patch = PROMISE.replace("status: antaget", "-status: utkast\n+status: antaget")
    ids = PROMISE.replace("  - id: K1", "  - id: K1\n    id: K2")

    for text in (multiline, patch, ids):
        assert fix(text.encode(), check, lambda _fix, _source: True).data == text.encode()


@pytest.mark.parametrize("end", ["", "\n", "\n\n"])
def test_lines_of_a_fence_and_twins_at_the_end_of_a_file_are_removed(end: str) -> None:
    fenced = f"```yaml\n{PROMISE}```{end}"
    twin = PROMISE.replace("status: antaget\n", "") + f"status: antaget\nstatus: antaget{end}"

    assert fix(fenced.encode(), check).data.decode().rstrip() == PROMISE.rstrip()
    assert fix(twin.encode(), check).data.decode().count("status: antaget") == 1


def test_every_fixer_and_reason_is_for_a_finding() -> None:
    codes = {notice.code for notice in SCHEMA_NOTICES}

    assert set(FIXERS) <= codes
    assert set(EXCEPTIONS) <= codes


# ---------------------------------------------------------------- the command


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "promises").mkdir()
    return tmp_path


def write(project: Path, old: str, new: str, name: str = "lofte.yaml") -> Path:
    """The promise with one thing written otherwise."""
    assert old in PROMISE
    path = project / "promises" / name
    path.write_text(PROMISE.replace(old, new, 1), encoding="utf-8")
    return path


def test_a_file_with_txt_behind_gets_its_name(project: Path) -> None:
    wrong = write(project, "titel: Med", "titel: Med", "lofte.yaml.txt")

    shown = lofte("validate", "--fix", "--dry-run", cwd=project)
    answer = lofte("validate", "--fix", "--profile", "utkast", cwd=project)

    assert shown.out == "promises/lofte.yaml.txt → promises/lofte.yaml\n"
    assert "promises/lofte.yaml.txt: rättat: filen heter nu lofte.yaml\n" in answer.err
    assert answer.code == 0
    assert not wrong.exists()
    assert (project / "promises" / "lofte.yaml").read_text(encoding="utf-8") == PROMISE


def test_a_file_with_txt_behind_stays_beside_one_with_its_name(project: Path) -> None:
    wrong = write(project, "titel: Med", "titel: Med", "lofte.yaml.txt")
    right = write(project, "2030-01-01", "2030-02-01")

    answer = lofte("validate", "--fix", cwd=project)

    assert answer.code == 1
    assert "Y32" in answer.out
    assert wrong.exists()
    assert "2030-02-01" in right.read_text(encoding="utf-8")


def test_a_probable_fix_is_named_and_made_with_unsafe(project: Path) -> None:
    path = write(project, "fokusområden:", "fokusområdn:")

    first = lofte("validate", "--fix", cwd=project)
    untouched = path.read_text(encoding="utf-8")
    second = lofte("validate", "--fix", "--unsafe", "--profile", "utkast", cwd=project)

    assert (
        "promises/lofte.yaml:8: troligen: nyckeln ”fokusområdn” stavas ”fokusområden”. "
        "Rätta med: lofte validate --fix --unsafe" in first.err.splitlines()
    )
    assert first.code == 1
    assert "fokusområdn:" in untouched
    assert second.code == 0
    assert path.read_text(encoding="utf-8") == PROMISE


def test_what_is_left_says_why(project: Path) -> None:
    write(project, "status: antaget\n", "<<<<<<< HEAD\nstatus: antaget\n=======\nstatus: utkast\n>>>>>>> g\n")

    answer = lofte("validate", "--fix", "--lang", "en", cwd=project)

    assert "left: Y19 (1). Only you know which of the two applies." in answer.err.splitlines()
    assert answer.code == 1


def test_a_misspelt_reference_to_another_file_is_probable_but_never_another_year(project: Path) -> None:
    write(project, "titel: Med", "titel: Med", "lofte-2030.yaml")
    text = (
        "dokument: uppföljning\nlöfte: {}\ndatum: 2030-05-01\nposter:\n  - {{åtagande: K1, status: pågår}}\n"
    )
    report = project / "promises" / "uppfoljning.yaml"

    for name, probable in (("loffte-2030", True), ("lofte-2031", False)):
        report.write_text(text.format(name), encoding="utf-8")
        answer = lofte("validate", "--fix", cwd=project)
        assert ("stavas ”lofte-2030”" in answer.err) == probable
        assert name in report.read_text(encoding="utf-8")


@pytest.mark.parametrize(("key", "right"), [("j", True), ("", False)])
def test_a_probable_fix_is_shown_and_requested_on_a_terminal(project: Path, key: str, *, right: bool) -> None:
    path = write(project, "fokusområden:", "fokusområdn:")
    terminal = Terminal(project, "validate", "--fix", "--profile", "utkast", "--compact")

    code = terminal.answer(("Rätta så? [j/N]: ", f"{key}\n"))

    assert (
        "promises/lofte.yaml:8: nyckeln ”fokusområdn” stavas ”fokusområden”?\n- fokusområdn:\n+ fokusområden:\n"
        in terminal.said
    )
    assert code == (0 if right else 1)
    assert (path.read_text(encoding="utf-8") == PROMISE) == right
