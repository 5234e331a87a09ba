"""Which files a pattern in lofte.toml is for."""

import unicodedata
from pathlib import Path

import pytest

from corpus import PROMISE
from medborgarlofte.load import discover, load_project
from medborgarlofte.model.config_file import read_config
from medborgarlofte.rules.engine import Settings

FILES = ("promises/a.yaml", "promises/gamla/b.yml", "promises/gamla/djupt/c.YAML", "promises/å/[x].yaml")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project with a promise under each name."""
    for name in FILES:
        path = tmp_path / "kommun" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(PROMISE, encoding="utf-8")
    return tmp_path / "kommun"


def _matched(folder: Path, pattern: str, cwd: Path) -> list[str]:
    settings = Settings(by_path=((pattern, {"M01": "off"}),), folder=folder)
    [project] = discover([str(folder / "promises")], cwd, None)
    found = load_project(project).valid.values()
    return sorted(
        loaded.path.relative_to(folder).as_posix()
        for loaded in found
        if loaded.path and settings.levels_for(loaded).get("M01") == "off"
    )


@pytest.mark.parametrize(
    ("pattern", "files"),
    [
        ("promises/gamla/*", FILES[1:3]),
        ("promises/gamla/", FILES[1:3]),
        ("promises/gamla", FILES[1:3]),
        ("./promises/gamla/**", FILES[1:3]),
        ("promises\\gamla\\*", FILES[1:3]),
        ("/promises/gamla/*.yml", FILES[1:2]),
        ("promises/**/*.yml", FILES[1:2]),
        ("promises/**/a.yaml", FILES[:1]),
        ("promises/*.yaml", FILES[:1]),
        ("*.YAML", FILES[2:3]),
        ("**/djupt/*", FILES[2:3]),
        ("gamla/*", FILES[1:3]),
        ("gamla/b", FILES[1:2]),
        ("c", FILES[2:3]),
        ("promises/å/*", FILES[3:]),
        (unicodedata.normalize("NFD", "promises/å/*"), FILES[3:]),
        ("promises/å/[[]x].yaml", FILES[3:]),
        ("promises", FILES),
        ("*", FILES),
        ("promises/ny/*", ()),
        ("kommun/promises/*", ()),
        ("", ()),
    ],
)
def test_a_pattern_is_read_as_in_gitignore_from_the_folder_with_the_settings(
    folder: Path, pattern: str, files: tuple[str, ...]
) -> None:
    for cwd in (folder, folder.parent, folder / "promises" / "gamla"):
        assert sorted(files) == _matched(folder, pattern, cwd)


@pytest.mark.parametrize("pattern", ["!", "[z-a]", "a/[z-a]/b", "*a" * 9])
def test_what_is_no_pattern_is_reported_at_its_place(pattern: str) -> None:
    _, [found] = read_config(
        f'[[filer]]\nnamn = "{pattern}"\nregler = {{M01 = "av"}}\n'.encode(), "lofte.toml"
    )

    assert (found.code, found.span.line, found.route) == ("D07", 2, "filer/0/namn")
    assert "promises/gamla/*" in found.message("sv")
