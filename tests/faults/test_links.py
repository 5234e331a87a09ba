"""Links in a circle, to nothing and out of the tree."""

import os
from pathlib import Path

import pytest

from invented import FILE, ID, PROMISE, project
from medborgarlofte.source.files import yaml_files
from program import lofte

ALL = [
    ("validate",),
    ("render",),
    ("export",),
    ("summary",),
    ("due", "--today", "2024-01-01"),
    ("follow-up", ID),
]
RENDER = ("render", "--format", "markdown")
each_command = pytest.mark.parametrize("words", ALL, ids=lambda words: words[0])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A promise among links of every kind, and a file outside that nobody is to read."""
    folder = project(tmp_path / "home")
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.yaml").write_text("secret", encoding="utf-8")
    home = folder / "promises"
    for name, target in {
        "self": "self", "gone": "nowhere", "exempelby/up": "..", "exempelby/round": "../exempelby",
        "out": str(outside), "out.yaml": str(outside / "secret.yaml"), "etc": "/etc", "root": "/",
    }.items():  # fmt: skip
        (home / name).symlink_to(target)
    return folder


@each_command
def test_links_that_lead_nowhere_round_or_out_are_passed_over(folder: Path, words: tuple[str, ...]) -> None:
    answer = lofte(*words, cwd=folder)

    assert (answer.code, answer.err) == (0, "")
    assert "secret" not in answer.out
    if words == ("validate",):
        assert answer.out == "Inga problem i 1 fil.\n"


def test_nothing_outside_is_published(folder: Path) -> None:
    lofte("render", cwd=folder)

    assert [path for path in (folder / "site").rglob("*.html") if b"secret" in path.read_bytes()] == []


@pytest.fixture
def broken(folder: Path) -> Path:
    """The same with links by the name of a document that lead nowhere."""
    for name, target in {"gone": "nowhere", "one": "two", "self": "self", "two": "one"}.items():
        (folder / "promises" / f"{name}.yaml").symlink_to(f"{target}.yaml")
    return folder


def test_a_document_that_is_a_link_to_nothing_is_reported(broken: Path) -> None:
    answer = lofte("validate", "--format", "compact", cwd=broken)

    assert (answer.code, answer.err) == (1, "")
    assert answer.out == (
        "promises/gone.yaml:1:1: fel Y01 Filen går inte att läsa: en länk leder till något som inte finns.\n"
        "promises/one.yaml:1:1: fel Y01 Filen går inte att läsa: en länk leder till sig själv.\n"
        "promises/self.yaml:1:1: fel Y01 Filen går inte att läsa: en länk leder till sig själv.\n"
        "promises/two.yaml:1:1: fel Y01 Filen går inte att läsa: en länk leder till sig själv.\n"
        "4 fel. Kontrollerade 5 filer.\n"
    )


@each_command
def test_links_to_nothing_are_named(broken: Path, words: tuple[str, ...]) -> None:
    answer = lofte(*words, cwd=broken)

    assert answer.code in (0, 1, 2)
    assert ("gone.yaml" in answer.out + answer.err) == (words[0] != "follow-up")  # it writes its own form
    assert "Traceback" not in answer.err


@pytest.mark.parametrize("name", ["self", "self.yaml", "one.yaml", "gone.yaml", "gone"])
def test_a_link_that_leads_nowhere_is_reported_when_it_is_requested(broken: Path, name: str) -> None:
    answer = lofte("validate", f"promises/{name}", cwd=broken)

    assert (answer.code, answer.out) == (2, "")
    assert answer.err == (
        f"Fel: Länken ”promises/{name}” leder ingenstans.\nTa bort den, eller rätta vart den leder.\n"
    )


@pytest.mark.parametrize(
    "words",
    [
        ("render", "-o", "loop"), ("export", "-o", "loop"), ("render", "-o", "loop/site"),
        ("new", "-o", "loop.yaml", "--municipality", "Exempelby kommun", "--start", "2026", "--end", "2026"),
    ],
    ids=lambda words: " ".join(words[:3]),
)  # fmt: skip
def test_a_link_in_a_circle_is_reported_when_it_is_to_be_written_to(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    folder = project(tmp_path)
    for name in ("loop", "loop.yaml"):
        (folder / name).symlink_to(name)
    answer = lofte(*words, cwd=folder)

    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("Systemfel: en länk leder till sig själv (")
    assert answer.err.endswith("\nTa bort länken och kör igen.\n")
    assert {path.name for path in folder.iterdir()} == {"promises", "loop", "loop.yaml"}


def test_templates_and_settings_that_are_links_in_a_circle_are_as_if_they_were_not_there(
    tmp_path: Path,
) -> None:
    folder = project(tmp_path)
    plain = lofte("render", cwd=folder)
    for name in ("templates", "lofte.toml"):
        (folder / name).symlink_to(name)
    answer = lofte("render", "-o", "again", cwd=folder)

    assert (plain.code, answer.code, answer.err) == (0, 0, "")
    assert (folder / "again" / "index.html").read_bytes() == (folder / "site" / "index.html").read_bytes()


def test_promises_reached_through_a_link_are_those_it_leads_to(tmp_path: Path) -> None:
    folder = project(tmp_path / "real")
    (tmp_path / "promises").symlink_to(folder / "promises")
    answer = lofte("follow-up", ID, "--date", "2024-04-30", cwd=tmp_path)

    assert (answer.code, answer.err) == (0, "")
    assert (folder / "promises" / "exempelby" / "uppfoljning-2024-04-30.yaml").is_file()
    assert (tmp_path / "promises").is_symlink()


def test_a_follow_up_that_is_a_link_is_written_where_the_link_leads(tmp_path: Path) -> None:
    folder = project(tmp_path)
    words = ("follow-up", ID, "--date", "2024-04-30")
    lofte(*words, cwd=folder)
    link = folder / "promises" / "exempelby" / "uppfoljning-2024-04-30.yaml"
    real = link.rename(folder / "promises" / "elsewhere.yaml")
    link.symlink_to(real)
    answer = lofte(*words, "--set", "K1=pågår:34", cwd=folder)

    assert (answer.code, answer.err) == (0, "")
    assert link.is_symlink()
    assert "utfall: 34" in real.read_text(encoding="utf-8")


def test_links_in_a_circle_that_others_put_in_a_site_are_kept(tmp_path: Path) -> None:
    folder = project(tmp_path)
    lofte(*RENDER, cwd=folder)
    (folder / "site" / "loop").symlink_to("loop")
    (folder / "site" / "deep").symlink_to(".")
    answer = lofte(*RENDER, cwd=folder)

    assert (answer.code, answer.err) == (0, "")
    assert [(folder / "site" / name).readlink().as_posix() for name in ("loop", "deep")] == ["loop", "."]


def test_a_pipe_that_somebody_put_in_a_site_is_kept(tmp_path: Path) -> None:
    folder = project(tmp_path)
    lofte(*RENDER, cwd=folder)
    os.mkfifo(folder / "site" / "pipe")
    answer = lofte(*RENDER, cwd=folder)

    assert (answer.code, answer.err) == (0, "")
    assert (folder / "site" / "pipe").is_fifo()


def test_a_logotype_outside_the_folder_is_refused_also_when_a_link_leads_there(tmp_path: Path) -> None:
    folder = project(
        tmp_path / "home", **{FILE: PROMISE, "lofte.toml": '[webbplats]\nlogotyp = "logo.svg"\n'}
    )
    (tmp_path / "outside.svg").write_text("<svg/>", encoding="utf-8")
    (folder / "logo.svg").symlink_to(tmp_path / "outside.svg")
    answer = lofte("render", cwd=folder)

    assert answer.code != 0
    assert not (folder / "site").exists()


@pytest.mark.parametrize("words", [("list",), ("list", "**"), ("list", "promises/**/*.yaml")], ids=" ".join)
def test_links_that_lead_to_a_folder_in_a_million_ways_are_followed_once(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    folder = project(tmp_path)
    for number in range(40):
        below = folder / "promises" / f"d{number}"
        below.mkdir()
        for name in ("one", "two"):
            (below / name).symlink_to(f"../d{number + 1}")
    (folder / "promises" / "d40").mkdir()
    (folder / "promises" / "round").symlink_to("../promises")
    answer = lofte(*words, cwd=folder)

    assert (answer.code, answer.err, answer.out.count(ID)) == (0, "", 1)


def test_a_link_beside_another_to_the_same_folder_is_followed_too(tmp_path: Path) -> None:
    home = project(tmp_path) / "promises"
    for name in ("one", "two"):
        (home / name).symlink_to("exempelby")

    assert [path.relative_to(home).parts[0] for path in yaml_files(home)] == ["exempelby", "one", "two"]
