"""The documents tell the truth: their examples are run, and answer what stands there.

A ```yaml block whose first line is `# fil: name.yaml` becomes that file. In a ```console block, each line `$ lofte …` is
run in a folder with those files and docs/exempel, and the lines below it are the whole answer.
Regenerate the answers with `pytest --update-golden`, and read the difference.
"""

import re
import shlex
import shutil
import textwrap
from pathlib import Path

import pytest

from corpus import ROOT
from each import each
from medborgarlofte.cli.session import EXIT_CODES
from program import lofte

pytestmark = pytest.mark.slow

DOCUMENTS = ("README.md", "docs/handbok.md")
PAGES = [
    *DOCUMENTS,
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    *(f"docs/decisions/{path.name}" for path in sorted((ROOT / "docs" / "decisions").glob("*.md"))),
]
QUICK_START = "## På svenska: kom igång"
"""Heading where a reader begins in a fresh clone, without the files that the tour before it wrote."""
BLOCK = re.compile(r"^( *)```(yaml|console)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"# fil: (\S+)\n")
LINK = re.compile(r"(?<!!)\[[^\]\n]+\]\(([^)#\s]+)[^)]*\)")


def _read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def _rerun(text: str, folder: Path) -> str:
    """The text with every console block answered anew."""

    def answered(found: re.Match[str]) -> str:
        indent, language, block = found[1], found[2], textwrap.dedent(found[3])
        named = FILE.match(block)
        if language == "yaml" and named:
            path = folder / named[1]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block, encoding="utf-8")
        if language == "yaml":
            return found[0]
        commands = [line for line in block.splitlines() if line.startswith("$ ")]
        lines = [line for command in commands for line in (command, *_answer(command, folder))]
        body = "".join(f"{indent}{line}".rstrip() + "\n" for line in lines)
        return f"{indent}```console\n{body}{indent}```"

    return BLOCK.sub(answered, text)


def _clone(folder: Path) -> Path:
    shutil.copytree(ROOT / "docs" / "exempel", folder / "docs" / "exempel")
    return folder


def _answer(command: str, folder: Path) -> list[str]:
    program, *words = shlex.split(command.removeprefix("$ "))
    assert program == "lofte"
    answer = lofte(*words, cwd=folder, NO_COLOR="1", COLUMNS="80")
    return (answer.out + answer.err).splitlines()


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_examples_answer_what_the_document_says(name: str, tmp_path: Path, update_golden: bool) -> None:
    text = _read(name)
    tour, heading, quick_start = text.partition(QUICK_START)

    run = _rerun(tour, _clone(tmp_path / "tour")) + heading + _rerun(quick_start, _clone(tmp_path / "fresh"))

    assert "\n```console\n$ lofte validate" in re.sub("^ +", "", text, flags=re.MULTILINE)
    if update_golden:
        (ROOT / name).write_text(run, encoding="utf-8", newline="\n")
        text = run
    assert run == text


@pytest.mark.parametrize("command", ["pip install . && lofte render", 'pip install -e ".[test]" && pytest'])
def test_the_readme_gives_the_two_commands_on_a_line_each(command: str) -> None:
    assert f"\n```sh\n{command}\n```\n" in _read("README.md")


@each(PAGES)
def test_every_link_to_a_file_leads_to_one(name: str) -> None:
    links = [link for link in LINK.findall(_read(name)) if "://" not in link]

    assert [link for link in links if not ((ROOT / name).parent / link).exists()] == []


def test_the_table_of_exit_codes_names_each() -> None:
    listed = re.findall(r"^\| (\d+) \|", _read("README.md"), re.MULTILINE)

    assert listed == [str(int(code)) for code in EXIT_CODES]
