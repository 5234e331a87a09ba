"""Invented documents of many shapes, and what their drafts hold."""

import re
from pathlib import Path

import pytest

from each import each
from importing.drafts import DOCUMENTS, FILES, HERE, TODAY, imported, imported_text, read
from medborgarlofte.importing.blocks import squash
from medborgarlofte.importing.pipeline import import_bytes
from medborgarlofte.load import load

EXPECTED = HERE / "expected"
"""Drafts in short, by the name of their source; `pytest --update-golden` rewrites them."""
PAGES = HERE / "pages"
TABLES = HERE / "tables"
NUMBER = re.compile(r"^\s*(?:\d{1,2}(?:\.\d{1,2})?[.):]?|[A-Z]\.|[a-z]\))(?:\s|(?=[A-ZÅÄÖ]))")
"""The number of an item, which its place in the list stands for."""
COLUMNS = "ronnasa-kolumner"
"""Its cells go over several lines, so that neither lines nor sentences stand whole in the file."""
EVERY = sorted([*DOCUMENTS.glob("*.txt"), *FILES.glob("*.txt")])
ALL = [path for path in EVERY if path.stem != COLUMNS]


def summary(path: Path) -> str:
    """The drafts of a file in short: periods, areas, commitments, results, signatures."""
    lines = []
    for draft in imported(path):
        value = read(draft)
        period = value.get("period") or value.get("avser") or {}
        lines.append(f"{value['dokument']}: {period.get('från', '')}–{period.get('till', '')}")
        lines += [f"  {one['id']} {one['rubrik']}" for one in value.get("områden", [])]
        for one in value.get("åtaganden", []):
            part = one.get("part", "-")
            focus = f" [{','.join(one['fokus'])}]" if "fokus" in one else ""
            lines.append(
                f"  {one['id']} {'+'.join(part) if isinstance(part, list) else part}{focus}: {one['text'][:60].strip()}"
            )
        for one in value.get("åtgärder", []):
            lines.append(f"  {one['id']} {one['ansvarig']} [{one.get('problem', '')}]: {one['text']}")
        lines += [
            f"  {one['åtagande']} {one.get('status', '-')} {one.get('utfall', '')}".rstrip()
            for one in value.get("poster", [])
        ]
        lines += [
            f"  / {one['namn']}, {one['roll']}, {one.get('part', '-')}"
            for one in value.get("undertecknat", [])
        ]
    return "\n".join(lines)


def test_draft_of_each_shape(update_golden: bool) -> None:
    drafts = {path: f"{summary(path)}\n" for path in (*DOCUMENTS.glob("*.txt"), *PAGES.glob("*.html"))}
    if update_golden:
        for path, text in drafts.items():
            (EXPECTED / f"{path.stem}.txt").write_text(text, encoding="utf-8")

    expected = {path.stem: path.read_text(encoding="utf-8") for path in EXPECTED.iterdir()}
    assert {path.stem: text for path, text in drafts.items()} == expected


@pytest.mark.slow
@each(sorted(TABLES.iterdir()), lambda path: path.name)
def test_tables_of_word_and_pdf_give_the_same_draft(path: Path) -> None:
    assert f"{summary(path)}\n" == (EXPECTED / f"{path.stem}.txt").read_text(encoding="utf-8")


@each(ALL, lambda path: path.stem)
def test_no_line_of_the_source_is_lost(path: Path) -> None:
    everything = squash(" ".join(draft.text for draft in imported(path)))
    for line in path.read_text(encoding="utf-8").splitlines():
        assert squash(NUMBER.sub("", line)) in everything, line


@each(ALL, lambda path: path.stem)
def test_commitments_stand_in_the_source_letter_for_letter(path: Path) -> None:
    source = " ".join(re.sub(r"-\n\s*", "", path.read_text(encoding="utf-8")).split())
    for draft in imported(path):
        for one in read(draft).get("åtaganden", []):
            assert one["text"] in source


def test_drafts_pass_the_schema(tmp_path: Path) -> None:
    errors = {}
    for path in EVERY:
        folder = tmp_path / path.stem
        folder.mkdir()
        for draft in imported(path):
            (folder / f"{draft.name}.yaml").write_text(draft.text, encoding="utf-8")
        workspace = load([str(folder)], folder)
        errors[path.stem] = [d.message("sv") for d in workspace.diagnostics if d.severity == "error"]
        assert all(loaded.document.status == "utkast" for loaded in workspace.documents.values()), path.stem
    assert {name: found for name, found in errors.items() if found} == {}


def test_same_source_gives_the_same_bytes() -> None:
    path = DOCUMENTS / "tallmo-2024.txt"
    assert imported(path) == import_bytes(path.name, path.read_bytes(), lang="sv", today=TODAY)[1]


def test_mobile_numbers_and_names_of_contacts_are_left_out() -> None:
    number = f"{70:03}-174 06 35"  # one of the numbers that are kept free for fiction
    text = (DOCUMENTS / "tallmo-2024.txt").read_text(encoding="utf-8")
    draft = imported_text(text.replace("[mobilnummer utelämnat]", number))[0]
    assert "174 06" not in draft.text
    assert "Lena" not in str(read(draft))
    assert read(draft)["kontakter"] == [
        {"funktion": "Trygghetssamordnare"},
        {"funktion": "Kommunens växel", "epost": "trygghet@tallmo.example", "telefon": "0480-123 45"},
    ]
    assert "ett mobilnummer är utelämnat" in [reason.sv for _, reason in draft.doubts]


def test_uncertain_places_are_reported_in_the_draft_and_beside_it() -> None:
    draft = imported_text("Medborgarlöfte för Lillby 2024\n\nÅtaganden\n\n- Bänkar målas i maj.\n")[0]
    assert "# osäkert: texten säger inte vem som lovar (rad 5)" in draft.text
    assert ("rad 5", "texten säger inte vem som lovar") in [
        (place.sv, reason.sv) for place, reason in draft.doubts
    ]


def test_a_day_that_does_not_exist_is_kept_as_text() -> None:
    draft = imported_text(
        "Medborgarlöfte för Lillby\n\nLöftet gäller från den 1 april 2024 till den 31 juni 2024.\n\n"
        "Polisen ska\n\n- gå till fots i centrum varje fredag\n"
    )[0]
    assert read(draft)["period"] == {"text": "från den 1 april 2024 till den 31 juni 2024"}
    assert "perioden går inte att läsa som datum" in [reason.sv for _, reason in draft.doubts]


@pytest.mark.parametrize("written", ["20205", "2024–20205", "20245–2026"])
def test_a_year_with_a_slip_is_kept_as_text(written: str) -> None:
    [draft] = imported_text(
        f"Medborgarlöfte för Lillby {written}\n\nPolisen ska\n\n- gå till fots i centrum\n"
    )
    assert read(draft)["period"] == {"text": written}
    assert "# osäkert: perioden går inte att läsa som datum (rad 1)" in draft.text


def test_no_word_of_columns_laid_out_with_spaces_is_lost() -> None:
    path = DOCUMENTS / f"{COLUMNS}.txt"
    words = path.read_text(encoding="utf-8").split()
    assert [word for word in words if word not in imported(path)[0].text] == []
