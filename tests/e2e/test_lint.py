"""The linter from typed words to exit code, as a samordnare and a build server meet it."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import jsonschema
import pytest

from corpus import PROMISE, PROMISES, ROOT, copy_of_promises
from program import Answer, lofte, seeded

TODAY = ("--today", "2024-06-01")
VAGUE_IN_TIME = PROMISE.replace("under året", "under våren")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with one small promise."""
    (tmp_path / "promises").mkdir()
    (tmp_path / "promises" / "lofte.yaml").write_text(VAGUE_IN_TIME, encoding="utf-8")
    return tmp_path


def check(cwd: Path, *words: str) -> Answer:
    """`lofte validate` on the first of June 2024."""
    return lofte("validate", *TODAY, *words, cwd=cwd)


def test_a_finding_is_shown_with_its_line_what_why_and_what_to_do(project: Path) -> None:
    answer = check(project, "--select", "T06")

    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith("promises/lofte.yaml:10:93 varning T06\n")
    lines = answer.out.splitlines()
    marks = lines[2].split("|")[1]
    assert "våren" in lines[1].split("|", 1)[1][marks.index("^") : marks.rindex("^") + 1]
    assert "  Varför: " in answer.out
    assert "  Gör så här: " in answer.out
    assert answer.out.endswith("\n\n1 varning. Kontrollerade 1 fil.\n")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ((), 1),
        (("--profile", "utkast"), 0),
        (("--select", "T"), 0),
        (("--select", "T", "--profile", "publicering"), 1),
    ],
)
def test_the_exit_code_says_whether_something_blocks(
    project: Path, words: tuple[str, ...], code: int
) -> None:
    assert code == check(project, *words).code


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--select", "MO1"), "Fel: Det finns ingen regel ”MO1”.\nMenade du ”M01”?\n"),
        (("--profile", "granskningg"), "granskning"),
        (("--format", "yaml"), "text"),
        (("--today", "2024-06-31"), "2024-06-31"),
        (("--explain", "M0"), "M0"),
        (("--dry-run",), "--fix"),
    ],
)
def test_what_is_mistyped_is_reported_on_stderr(project: Path, words: tuple[str, ...], said: str) -> None:
    answer = lofte("validate", *words, cwd=project)

    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err
    assert "Traceback" not in answer.err


def test_every_format_of_the_shipped_promises_can_be_read_by_its_reader() -> None:
    words = ("--profile", "granskning", "--format")
    schema = json.loads((ROOT / "docs" / "schema" / "validate.schema.json").read_text(encoding="utf-8"))
    sarif = json.loads((ROOT / "tests" / "data" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    answers = {name: check(ROOT, *words, name) for name in ("json", "sarif", "junit", "github", "compact")}

    jsonschema.validate(json.loads(answers["json"].out), schema)
    jsonschema.Draft7Validator(sarif).validate(json.loads(answers["sarif"].out))
    suite = ET.fromstring(answers["junit"].out.encode())  # noqa: S314 - our own XML
    opened = [row for row in json.loads(answers["json"].out)["diagnostics"] if not row["waived"]]
    assert len(opened) == len(answers["github"].out.splitlines())
    assert len(opened) == len(answers["compact"].out.splitlines()) - 1
    assert len([row for row in opened if row["severity"] == "error"]) == len(
        suite.findall("testcase/failure")
    )
    assert {""} == {answer.err for answer in answers.values()}
    assert len({answer.code for answer in answers.values()}) == 1


def test_the_same_promises_give_the_same_bytes() -> None:
    formats = ("text", "compact", "json", "sarif", "github", "junit")
    words = ("validate", *TODAY, "--profile", "granskning", "--format")
    commands = [[*words, output] for output in formats]
    one, other = seeded(1, commands, ROOT), seeded(2, commands, ROOT, COLUMNS="100")

    assert [name for name, a, b in zip(formats, one[::2], other[::2], strict=True) if a != b or not a] == []
    assert one == other


def test_one_file_is_judged_as_it_is_among_the_others() -> None:
    def of(answer: Answer) -> list[str]:
        return [
            line for line in answer.out.splitlines() if line.startswith("promises/karlshamn/lofte-2024.yaml")
        ]

    whole = of(check(ROOT, "--compact", "--profile", "granskning"))

    assert len(whole) > 10
    assert whole == of(
        check(ROOT, "--compact", "--profile", "granskning", "promises/karlshamn/lofte-2024.yaml")
    )


def test_standard_input_is_judged(project: Path) -> None:
    answer = lofte(
        "validate", *TODAY, "-", "--select", "T06", "--compact", cwd=project, stdin=VAGUE_IN_TIME.encode()
    )

    assert answer.out.startswith("<stdin>:10:93: varning T06 ")


def test_the_way_from_a_finding_to_a_waiver_to_silence(project: Path) -> None:
    path = project / "promises" / "lofte.yaml"
    assert check(project, "--select", "T06", "--profile", "publicering").code == 1

    path.write_text(
        VAGUE_IN_TIME + "undantag:\n  - {regel: T06, var: åtaganden/K1, skäl: Årtalet står i titeln.}\n",
        encoding="utf-8",
    )
    waived = check(project, "--select", "T06", "--profile", "publicering")
    assert (waived.code, waived.out) == (0, "1 åtsidosatta. Kontrollerade 1 fil.\n")

    path.write_text(
        path.read_text(encoding="utf-8").replace("under våren", "under våren 2024"), encoding="utf-8"
    )
    left = check(project, "--select", "T06,L", "--profile", "publicering", "--compact")
    assert left.code == 1
    assert left.out.startswith(
        "promises/lofte.yaml:12:13: varning L01 Undantaget från T06 (åtaganden/K1) behövs inte längre."
    )


def test_a_broken_lofte_toml_stops_nothing_but_blocks(project: Path) -> None:
    (project / "lofte.toml").write_text("[regler\n", encoding="utf-8")
    answer = check(project, "--select", "T06", "--compact")

    assert answer.code == 1
    assert re.match(r"lofte\.toml:1:\d+: fel D23 ", answer.out)
    assert "promises/lofte.yaml:10:93: varning T06 " in answer.out


def test_every_promise_is_fixed_and_then_needs_nothing(tmp_path: Path) -> None:
    for path in copy_of_promises(tmp_path).rglob("*.yaml"):
        text = re.sub(r"(?m)^(\s*)från:", r"\1fran:", path.read_text(encoding="utf-8"))
        path.write_text(re.sub(r"(?m)^åtaganden:", "ataganden:  ", text), encoding="utf-8")
    first = lofte("validate", "--fix", "--select", "Y", cwd=tmp_path)
    second = lofte("validate", "--fix", "--select", "Y", cwd=tmp_path)

    assert first.err.count("nyckeln stavas ”från”") >= 5
    assert ("", first.out) == (second.err, second.out)
    for path in PROMISES.rglob("*.yaml"):
        assert path.read_bytes() == (tmp_path / "promises" / path.relative_to(PROMISES)).read_bytes()


def test_the_help_names_every_option_of_the_linter() -> None:
    for lang in ("sv", "en"):
        out = lofte("validate", "--help", "--lang", lang, cwd=ROOT).out
        for option in (
            "--profile",
            "--select",
            "--ignore",
            "--today",
            "--fix",
            "--dry-run",
            "--explain",
            "--statistics",
        ):
            assert option in out


def test_colour_is_only_for_terminals(project: Path) -> None:
    assert "\x1b[" not in check(project).out
    assert "\x1b[" in lofte("validate", *TODAY, cwd=project, FORCE_COLOR="1").out
    assert "\x1b[" not in lofte("validate", *TODAY, "--format", "json", cwd=project, FORCE_COLOR="1").out
