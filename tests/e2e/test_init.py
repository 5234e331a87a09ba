"""`lofte init`: a project that passes its own pipelines, and touches nothing that exists."""

import json
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from corpus import PROMISES
from medborgarlofte.model.config_file import read_config
from medborgarlofte.model.municipalities import full_name, municipalities
from program import environment, lofte
from terminal import Terminal

FILES: Final = {
    "promises/.gitkeep", "lofte.toml", "README.md", ".gitattributes", ".gitignore", ".pre-commit-config.yaml",
    ".vscode/settings.json", ".vscode/extensions.json", ".github/workflows/lofte.yml", ".gitlab-ci.yml",
    ".lofte/lofte.schema.json",
}  # fmt: skip


@pytest.fixture
def project(tmp_path: Path) -> Path:
    answer = lofte("init", "trygghet", "--kommun", "lerum", cwd=tmp_path)
    assert answer.code == 0, answer.err
    return tmp_path / "trygghet"


def files_of(folder: Path) -> set[str]:
    paths = (path for path in folder.rglob("*") if path.is_file() and ".git/" not in path.as_posix())
    return {path.relative_to(folder).as_posix() for path in paths}


def test_every_file_is_written_and_valid(project: Path) -> None:
    assert files_of(project) == FILES
    for name in FILES:
        text = (project / name).read_text(encoding="utf-8")
        assert text == "" or text.endswith("\n")
        if name.endswith(".json"):
            json.loads(text)
        elif name.endswith((".yml", ".yaml")):
            assert isinstance(yaml.safe_load(text), dict)
    config, wrong = read_config((project / "lofte.toml").read_bytes(), "lofte.toml")
    assert wrong == []
    assert (config.website.publisher, config.new.municipality, config.new.police) == (
        "Lerums kommun",
        "Lerums kommun",
        "Lokalpolisområde Lerum",
    )
    assert "det som Lerums kommun och Lokalpolisområde Lerum lovar invånarna" in (
        project / "README.md"
    ).read_text(encoding="utf-8")


def test_an_assumed_name_of_the_police_is_reported(tmp_path: Path) -> None:
    assumed = lofte("init", "a", "--kommun", "Lerum", cwd=tmp_path)
    given = lofte("init", "b", "--kommun", "Lerum", "--polis", "Lokalpolisområde Alingsås", cwd=tmp_path)

    assert assumed.err.startswith("Polisens namn är antaget: Lokalpolisområde Lerum.")
    assert (given.code, given.err) == (0, "")


def test_the_commented_lines_of_the_configuration_are_valid_too(project: Path) -> None:
    text = (project / "lofte.toml").read_text(encoding="utf-8")
    uncommented = re.sub(r"^# (?=[\[\w]+ ?[\]=])", "", text, flags=re.MULTILINE)

    assert tomllib.loads(uncommented)["tillganglighet"]["forenlig"] == "delvis"
    assert read_config(uncommented.encode(), "lofte.toml")[1] == []


def commands(project: Path) -> list[str]:
    """Every command of the project's own pipelines and hook, but for what installs things."""
    github = yaml.safe_load((project / ".github/workflows/lofte.yml").read_text(encoding="utf-8"))
    gitlab = yaml.safe_load((project / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    hooks: Any = yaml.safe_load((project / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    rows = [step["run"] for job in github["jobs"].values() for step in job["steps"] if "run" in step]
    rows += [line for name in ("validate", "pages") for line in gitlab[name]["script"]]
    rows += [hook["entry"] for repository in hooks["repos"] for hook in repository["hooks"]]
    return [row for row in rows if "install" not in row]


def test_every_file_installs_the_program_in_the_same_way(project: Path) -> None:
    texts = {name: (project / name).read_text(encoding="utf-8") for name in FILES}
    installs = {name for name, text in texts.items() if "pip install" in text}

    assert installs == {
        "README.md",
        ".pre-commit-config.yaml",
        ".github/workflows/lofte.yml",
        ".gitlab-ci.yml",
    }
    assert [
        name for name in installs if texts[name].count("pip install") != texts[name].count("-m pip install")
    ] == []
    for name in (".github/workflows/lofte.yml", ".gitlab-ci.yml"):
        assert 'python -m pip install "${LOFTE:-medborgarlofte}"' in texts[name]
    assert "variabeln `LOFTE`" in texts["README.md"]


@pytest.mark.parametrize("filled", [False, True], ids=["empty", "with a promise"])
def test_a_project_passes_its_own_pipelines(project: Path, tmp_path: Path, *, filled: bool) -> None:
    if filled:
        for path in PROMISES.rglob("*.yaml"):
            target = project / "promises" / path.relative_to(PROMISES)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    output = tmp_path / "output"
    shim = tmp_path / "bin" / "lofte"
    shim.parent.mkdir()
    shim.write_text(
        f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m medborgarlofte "$@"\n', encoding="utf-8"
    )
    shim.chmod(0o755)
    around = environment(GITHUB_OUTPUT=str(output))
    around["PATH"] = f"{shim.parent}:{around['PATH']}"

    rows = commands(project)
    assert len(rows) == 6
    for row in rows:
        done = subprocess.run(row, shell=True, cwd=project, env=around, capture_output=True, check=False)  # noqa: S602 - as the pipeline does
        assert done.returncode == 0, (row, done.stderr.decode())
    assert output.is_file() == filled
    assert (project / "public" / "index.html").is_file() == filled


def test_what_exists_is_untouched(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("mitt\n", encoding="utf-8")
    (tmp_path / "promises").mkdir()

    answer = lofte("init", "--kommun", "1441", cwd=tmp_path)

    assert answer.code == 0
    assert (tmp_path / "README.md").read_text(encoding="utf-8") == "mitt\n"
    assert files_of(tmp_path) == FILES - {"promises/.gitkeep"}
    assert "2 fanns redan och är orörda.\n" in answer.out
    before = {name: (tmp_path / name).read_bytes() for name in files_of(tmp_path)}
    assert lofte("init", "--kommun", "Ale", cwd=tmp_path).code == 0
    assert before == {name: (tmp_path / name).read_bytes() for name in files_of(tmp_path)}


def test_a_dry_run_shows_the_files_and_writes_nothing(tmp_path: Path) -> None:
    answer = lofte("init", "--kommun", "Ale", "--dry-run", cwd=tmp_path)

    assert list(tmp_path.iterdir()) == []
    assert "--- lofte.toml\n" in answer.out
    assert 'kommun = "Ale kommun"' in answer.out


def test_without_a_terminal_the_municipality_is_an_option(tmp_path: Path) -> None:
    answer = lofte("init", cwd=tmp_path)

    assert (answer.code, list(tmp_path.iterdir())) == (2, [])
    assert answer.err == "Fel: --municipality saknas.\nTill exempel: lofte init --municipality Lerum\n"


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of its own")
def test_on_a_terminal_the_places_are_requested(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, "init")

    code = terminal.answer(
        ("Kommun: ", "Lerumm\n"),
        ("Menade du ”Lerum”?", ""),
        ("Kommun [Lerumm]: ", "1441\n"),
        ("Lokalpolisområde [Lokalpolisområde Lerum]: ", "Lokalpolisområde Storgöteborg\n"),
    )

    assert code == 0
    text = (tmp_path / "lofte.toml").read_text(encoding="utf-8")
    assert 'kommun = "Lerums kommun"\npolis = "Lokalpolisområde Storgöteborg"\n' in text


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of its own")
@pytest.mark.parametrize(
    ("lang", "place", "police", "keys"),
    [
        ("sv", "Kommun", "Lokalpolisområde [", "q slutar utan att skriva"),
        ("en", "Municipality", "Local police area [", "q quits and writes nothing"),
    ],
)
def test_the_keys_of_new_work_here_too(tmp_path: Path, lang: str, place: str, police: str, keys: str) -> None:
    terminal = Terminal(tmp_path, "init", "--lang", lang)
    code = terminal.answer(
        (f"{place}: ", "?\n"), ("Karlshamn, 1082", ""), (f"{place}: ", "\n"), ("Karlshamn, 1082", ""),
        (f"{place}: ", "b\n"), (f"{place}: ", "9999\n"), (" 9999.", ""), (f"{place}: ", "Ale\n"),
        (police, "b\n"), (f"{place} [Ale kommun]: ", "Lerum\n"), (police, "q\n"),
    )  # fmt: skip

    assert code == 0
    assert keys in terminal.said.replace("\N{NO-BREAK SPACE}", " ")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of its own")
def test_a_project_proposes_its_own_places(tmp_path: Path) -> None:
    lofte("init", "--kommun", "Exempelby kommun", "--polis", "Lokalpolisområde Provby", cwd=tmp_path)
    (tmp_path / "README.md").unlink()
    terminal = Terminal(tmp_path, "init")
    terminal.answer(("Kommun [Exempelby kommun]: ", "\n"), ("[Lokalpolisområde Provby]: ", "\n"))
    assert "Exempelby kommun och Lokalpolisområde Provby" in (tmp_path / "README.md").read_text("utf-8")

    (tmp_path / "README.md").unlink()
    assert lofte("init", cwd=tmp_path).err == ""
    assert "Exempelby kommun och Lokalpolisområde Provby" in (tmp_path / "README.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("1441", "Lerums kommun"),
        ("lerum", "Lerums kommun"),
        ("Lerums kommun", "Lerums kommun"),
        ("0643", "Habo kommun"),
        ("Gotland", "Region Gotland"),
        ("Falun", "Falu kommun"),
        ("Västerås", "Västerås stad"),
        ("Exempelby kommun", "Exempelby kommun"),
        ('Ex"empel\\by', "Ex empel by"),
    ],
)
def test_a_municipality_is_named_as_people_name_it(tmp_path: Path, written: str, name: str) -> None:
    assert lofte("init", "--kommun", written, cwd=tmp_path).code == 0

    assert f'utgivare = "{name}"' in (tmp_path / "lofte.toml").read_text(encoding="utf-8")


def test_every_municipality_has_a_full_name() -> None:
    names = {full_name(one) for one in municipalities().values()}

    assert len(names) == 290
    assert {"Nacka kommun", "Umeå kommun", "Linköpings kommun", "Tranås kommun", "Stockholms stad"} <= names
