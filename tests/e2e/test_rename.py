"""`lofte rename`: an id, a file or a commitment, with every reference; all or nothing."""

import os
import sys
from pathlib import Path
from typing import Final

import pytest

from program import lofte, lofte_with_fault

OLD: Final = "promises/exempelby/lofte-2029.yaml"
NEW: Final = "promises/exempelby/lofte-2030.yaml"
REPORT: Final = "promises/exempelby/uppfoljning-2029.yaml"
FILES: Final = {
    OLD: (
        "# yaml-language-server: $schema=../../.lofte/medborgarlofte.schema.json\r\n"
        "dokument: medborgarlöfte\r\n"
        "titel: Löfte 2029   # K1 och exempelby/lofte-2029 nämns här\r\n"
        "status: antaget\r\n"
        "period: {från: 2029-01-01, till: 2029-12-31}\r\n"
        "parter:\r\n"
        "  - {id: kommunen, typ: kommun, namn: Exempelby kommun}\r\n"
        "åtaganden:\r\n"
        "  - {id: 'K1', part: kommunen, text: K1 ordnar fyra vandringar.}\r\n"
        '  - {id: K10, part: ["kommunen"], text: Annat.}\r\n'
        "undantag:\r\n"
        "  - {regel: M01, var: åtaganden/K1/text, skäl: Prov.}\r\n"
    ),
    NEW: (
        "dokument: medborgarlöfte\n"
        "titel: Löfte 2030\n"
        "status: antaget\n"
        "period: {från: 2030-01-01, till: 2030-12-31}\n"
        "föregångare: exempelby/lofte-2029\n"
        "parter:\n"
        "  - {id: kommunen, typ: kommun, namn: Exempelby kommun}\n"
        "åtaganden:\n"
        "  - id: K1\n"
        "    part: kommunen\n"
        "    fortsätter: [exempelby/lofte-2029#K1, exempelby/lofte-2029#K10]\n"
        "    text: Vandringar.\n"
    ),
    REPORT: (
        "\ufeffdokument: uppföljning\n"
        "löfte: exempelby/lofte-2029\n"
        "datum: 2029-12-31\n"
        "poster:\n"
        "  - {åtagande: K1, status: genomfört}\n"
    ),
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return tmp_path


def now(project: Path) -> dict[str, str]:
    """Every YAML file as it is now."""
    paths = (path for path in project.rglob("*.yaml") if not path.name.startswith("."))
    return {path.relative_to(project).as_posix(): path.read_bytes().decode() for path in sorted(paths)}


def changed(*pairs: tuple[str, str, str]) -> dict[str, str]:
    """The files with pieces replaced once in each."""
    files = dict(FILES)
    for name, old, new in pairs:
        assert old in files[name]
        files[name] = files[name].replace(old, new, 1)
    return files


def test_a_commitment_gets_another_id_everywhere_and_nothing_else_changes(project: Path) -> None:
    answer = lofte("rename", "exempelby/lofte-2029#K1", "V1", cwd=project)

    assert changed(
        (OLD, "id: 'K1'", "id: 'V1'"),
        (OLD, "åtaganden/K1/text", "åtaganden/V1/text"),
        (NEW, "exempelby/lofte-2029#K1,", "exempelby/lofte-2029#V1,"),
        (REPORT, "åtagande: K1", "åtagande: V1"),
    ) == now(project)
    assert answer.code == 0
    assert answer.out == f"{OLD}: 2 ändringar\n{NEW}: 1 ändring\n{REPORT}: 1 ändring\n"


def test_a_party_gets_another_id_in_its_document_alone(project: Path) -> None:
    answer = lofte("rename", f"{OLD}#kommunen", "kommun", cwd=project)

    assert answer.code == 0
    assert changed(
        (OLD, "{id: kommunen", "{id: kommun"),
        (OLD, "part: kommunen", "part: kommun"),
        (OLD, '["kommunen"]', '["kommun"]'),
    ) == now(project)


@pytest.mark.parametrize(
    "names", [("exempelby/lofte-2029", "exempelby/gammalt"), (OLD, "promises/exempelby/gammalt.yaml")]
)
def test_a_document_moves_with_the_references_to_it(project: Path, names: tuple[str, str]) -> None:
    answer = lofte("rename", *names, cwd=project)

    files = changed(
        (NEW, "föregångare: exempelby/lofte-2029", "föregångare: exempelby/gammalt"),
        (NEW, "exempelby/lofte-2029#K1,", "exempelby/gammalt#K1,"),
        (NEW, "exempelby/lofte-2029#K10", "exempelby/gammalt#K10"),
        (REPORT, "löfte: exempelby/lofte-2029", "löfte: exempelby/gammalt"),
    )
    files["promises/exempelby/gammalt.yaml"] = files.pop(OLD)
    assert dict(sorted(files.items())) == now(project)
    assert f"{OLD} → promises/exempelby/gammalt.yaml\n" in answer.out


def test_a_folder_moves_and_the_way_to_the_schema_is_kept(project: Path) -> None:
    answer = lofte("rename", "exempelby", "vast/exempelby", cwd=project)

    assert answer.code == 0
    files = now(project)
    assert set(files) == {name.replace("exempelby", "vast/exempelby") for name in FILES}
    assert files["promises/vast/exempelby/lofte-2029.yaml"].startswith(
        "# yaml-language-server: $schema=../../../.lofte/"
    )
    assert not (project / "promises" / "exempelby").exists()
    assert "X" not in lofte("validate", "--profile", "utkast", "--select", "X", cwd=project).out


def test_a_dry_run_names_the_files_and_writes_nothing(project: Path) -> None:
    answer = lofte("rename", "exempelby/lofte-2029#K1", "V1", "--dry-run", "--lang", "en", cwd=project)

    assert answer.out == f"{OLD}: 2 changes\n{NEW}: 1 change\n{REPORT}: 1 change\n"
    assert now(project) == FILES


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("exempelby/lofte-2029#K1", "K10", "Id:t ”K10” finns redan i ”åtaganden”."),
        ("exempelby/lofte-2029#K1", "K 1", "”K 1” går inte att använda som id."),
        ("exempelby/lofte-2029#K11", "V1", "Det finns inget ”K11” att byta namn på.\nMenade du ”K1”?"),
        ("exempelby/lofte-2029", "exempelby/lofte-2030", "Dokumentet ”exempelby/lofte-2030” finns redan."),
        ("exempelby/lofte-2029", "../lofte", "”../lofte” går inte att använda som namn på en fil."),
        ("exempelby/lofte-2028", "a", "Det finns inget ”exempelby/lofte-2028” att byta namn på."),
    ],
)
def test_a_name_that_cannot_be_changes_nothing(project: Path, old: str, new: str, message: str) -> None:
    answer = lofte("rename", old, new, cwd=project)

    assert answer.code == 2
    assert message in answer.err
    assert now(project) == FILES


def test_lofte_toml_that_names_the_file_is_mentioned(project: Path) -> None:
    (project / "lofte.toml").write_text("# exempelby/lofte-2029\n", encoding="utf-8")

    answer = lofte("rename", "exempelby/lofte-2029", "exempelby/gammalt", cwd=project)

    assert answer.err == "lofte.toml:1 nämner exempelby/lofte-2029. Ändra det där.\n"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the limit is set in a forked process")
def test_a_disk_that_fails_midway_leaves_everything_as_it_was(project: Path) -> None:
    long = FILES[NEW] + "# " + "x" * 4000 + "\n"
    (project / NEW).write_bytes(long.encode())

    answer = lofte_with_fault(
        "small_files", "2000", words=["rename", "exempelby/lofte-2029", "exempelby/gammalt"], cwd=project
    )

    assert answer.code == 2
    assert now(project) == FILES | {NEW: long}


@pytest.mark.skipif(sys.platform == "win32", reason="there the file takes its room on the disk")
@pytest.mark.parametrize("name", ["lofte.toml", "promises/exempelby/foto.yaml"])
def test_a_file_too_large_to_be_read_stops_nothing(project: Path, name: str) -> None:
    with (project / name).open("wb") as file:
        file.truncate(50_000_000_000)

    answer = lofte("rename", "exempelby/lofte-2029", "exempelby/gammalt", cwd=project)

    unread = f"{name} gick inte att läsa helt. Hänvisningar i det olästa är inte ändrade.\n"
    assert (answer.code, answer.err) == (0, unread if name.endswith(".yaml") else "")
    assert (project / "promises/exempelby/gammalt.yaml").is_file()


def test_a_file_too_large_to_be_read_is_not_renamed(project: Path) -> None:
    with (project / "promises/exempelby/foto.yaml").open("wb") as file:
        file.truncate(2_000_000)

    answer = lofte("rename", "exempelby/foto", "exempelby/bild", cwd=project)

    assert (answer.code, answer.out) == (2, "")
    assert answer.err.endswith("Inget har ändrats.\n")


def test_references_in_what_could_not_be_read_are_mentioned(project: Path) -> None:
    path = project / NEW
    path.write_text(
        path.read_text(encoding="utf-8").replace("titel: Löfte", 'titel: "Löfte'), encoding="utf-8"
    )
    answer = lofte("rename", "exempelby/lofte-2029", "exempelby/lofte-x", cwd=project)

    assert answer.code == 0
    assert f"{NEW} gick inte att läsa helt. Hänvisningar i det olästa är inte ändrade.\n" in answer.err


def test_a_file_that_is_not_utf_8_gets_another_name_and_keeps_its_bytes(project: Path) -> None:
    data = "dokument: medborgarlöfte\ntitel: Åäö\n".encode("utf-16")
    (project / NEW).write_bytes(data)
    answer = lofte("rename", "exempelby/lofte-2030", "exempelby/lofte-x", cwd=project)

    assert (answer.code, (project / "promises/exempelby/lofte-x.yaml").read_bytes()) == (0, data)


def test_an_id_that_is_only_proposed_cannot_be_renamed(project: Path) -> None:
    path = project / NEW
    draft = (
        path.read_text(encoding="utf-8")
        .replace("status: antaget", "status: utkast")
        .replace("  - id: K1\n    part", "  - part", 1)
    )
    path.write_text(draft, encoding="utf-8")
    answer = lofte("rename", "exempelby/lofte-2030#K1", "K9", cwd=project)

    assert (answer.code, path.read_text(encoding="utf-8")) == (2, draft)
