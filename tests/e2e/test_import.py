"""`lofte import` from typed words to files."""

from pathlib import Path
from typing import Final

import pytest

from program import lofte
from terminal import typed

FILES: Final = Path(__file__).parents[1] / "importing" / "files"
DOCUMENTS: Final = Path(__file__).parents[1] / "importing" / "documents"
PROMISE: Final = "Medborgarlöfte för Lillby 2024\n\nPolisen ska\n\n- gå till fots i centrum varje fredag\n\nEn mening till.\n"


def test_a_word_file_becomes_a_draft_that_validates(tmp_path: Path) -> None:
    answer = lofte("import", str(FILES / "styles.docx"), "-o", "ut", cwd=tmp_path)
    assert (answer.code, answer.out) == (0, "")
    assert answer.err == (
        "Skrev ut/lofte-lillby-2024.yaml. Läs igenom det mot källan, sedan: "
        "lofte validate ut/lofte-lillby-2024.yaml\n"
    )
    checked = lofte("validate", "--profile", "utkast", "ut", cwd=tmp_path)
    assert checked.code == 0, checked.out


def test_without_a_folder_drafts_go_to_promises(tmp_path: Path) -> None:
    (tmp_path / "promises").mkdir()
    assert lofte("import", str(FILES / "page.html"), cwd=tmp_path).code == 0
    [draft] = (tmp_path / "promises").rglob("*.yaml")
    assert draft.relative_to(tmp_path / "promises").as_posix() == "lillby/lofte-2024.yaml"


def test_a_file_that_exists_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "lofte-lillby-2024.yaml").write_text("mitt", encoding="utf-8")
    answer = lofte("import", str(FILES / "lillby-2024.txt"), "-o", ".", cwd=tmp_path)
    assert answer.code == 2
    assert "lofte-lillby-2024.yaml finns redan. Inget har skrivits." in answer.err
    assert (tmp_path / "lofte-lillby-2024.yaml").read_text(encoding="utf-8") == "mitt"


def test_standard_input_goes_to_standard_output(tmp_path: Path) -> None:
    answer = lofte("import", "-", cwd=tmp_path, stdin=PROMISE.encode())
    assert answer.code == 0
    assert answer.out.startswith("# Utkast som lofte import gjorde av standard in.")
    assert "text: gå till fots i centrum varje fredag" in answer.out
    assert list(tmp_path.iterdir()) == []


def test_one_file_that_cannot_be_read_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "gammal.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    answer = lofte("import", "saknas.pdf", "gammal.doc", str(FILES / "typst.pdf"), "-o", "ut", cwd=tmp_path)
    assert answer.code == 2
    assert "Fel: filen saknas.pdf finns inte" in answer.err
    assert (
        "Fel: gammal.doc är ett äldre Worddokument (.doc), som inte läses in\nÖppna den, välj Spara som"
        in answer.err
    )
    assert (tmp_path / "ut" / "lofte-lillby-2024.yaml").is_file()


def test_a_follow_up_gives_the_promise_and_the_follow_up(tmp_path: Path) -> None:
    lofte("import", str(DOCUMENTS / "sjomarken-uppfoljning-t1.txt"), "-o", ".", cwd=tmp_path)
    assert sorted(path.name for path in tmp_path.glob("*.yaml")) == [
        "lofte-sjomarken-2024.yaml",
        "uppfoljning-sjomarken-2024.yaml",
    ]
    assert lofte("validate", "--profile", "utkast", ".", cwd=tmp_path).code == 0


def test_two_periods_on_a_page_give_two_drafts(tmp_path: Path) -> None:
    lofte("import", str(DOCUMENTS / "ekliden-tva-perioder.txt"), "-o", ".", cwd=tmp_path)
    assert sorted(path.name for path in tmp_path.glob("*.yaml")) == [
        "lofte-ekliden-2023.yaml",
        "lofte-ekliden-2024.yaml",
    ]


def test_what_is_uncertain_is_listed_with_line_and_reason(tmp_path: Path) -> None:
    answer = lofte("import", str(DOCUMENTS / "lugnby-2022.txt"), "-o", "-", cwd=tmp_path)
    assert "lugnby-2022.txt: rad 7: texten säger inte vem som lovar\n" in answer.err


def test_in_english(tmp_path: Path) -> None:
    answer = lofte("import", "-", "--lang", "en", cwd=tmp_path, stdin=PROMISE.encode())
    assert answer.out.startswith("# Draft that lofte import made from standard input.")


@pytest.mark.parametrize("target", ["löfte.yaml", "fil.txt"])
def test_output_is_a_folder(tmp_path: Path, target: str) -> None:
    (tmp_path / "fil.txt").write_text("x", encoding="utf-8")
    answer = lofte("import", str(FILES / "lillby-2024.txt"), "-o", target, cwd=tmp_path)
    assert (answer.code, f"{target} är ingen mapp." in answer.err) == (2, True)


def test_review_needs_a_terminal(tmp_path: Path) -> None:
    answer = lofte("import", "--review", str(FILES / "lillby-2024.txt"), cwd=tmp_path)
    assert (answer.code, "--review frågar, och behöver en terminal." in answer.err) == (2, True)


def test_review_places_what_found_no_place(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PROMISE, encoding="utf-8")
    code, said = typed(
        tmp_path, ["import", "a.txt", "-o", "ut", "--review"], ("Vad är det?", "å\n"), ("Vem lovar?", "2\n")
    )
    assert code == 0, said
    assert "1/1 rad 7, kommentar\n  En mening till." in said
    draft = (tmp_path / "ut" / "lofte-lillby-2024.yaml").read_text(encoding="utf-8")
    assert "  - id: P2\n    part: polisen\n    text: En mening till.\n" in draft


def test_a_saved_page_is_compared_with_the_promise(tmp_path: Path) -> None:
    lofte("import", str(FILES / "lillby-2024.txt"), "-o", "promises", cwd=tmp_path)
    page = (FILES / "page.html").read_text(encoding="utf-8")
    page = page.replace("tio hastighetskontroller", "fem hastighetskontroller")
    page = page.replace("<li>märka cyklar på stationen två gånger om året</li>", "")
    (tmp_path / "sida.html").write_text(page, encoding="utf-8")
    answer = lofte("diff", "lofte-lillby-2024", "sida.html", cwd=tmp_path)
    assert answer.out.startswith("lofte-lillby-2024 → sida.html\n1 försvagat, 1 borttaget, 4 behållna.\n"), (
        answer
    )
    assert "genomföra [-tio-] {+fem+} hastighetskontroller per månad" in answer.out
    assert "BORTTAGET P3\n  - märka cyklar på stationen två gånger om året" in answer.out


def test_a_word_file_is_compared_with_a_pdf(tmp_path: Path) -> None:
    answer = lofte("diff", str(FILES / "styles.docx"), str(FILES / "typst.pdf"), cwd=tmp_path)
    assert (answer.code, "6 behållna." in answer.out) == (0, True), answer
