"""Which rules run on which document, how severe they are there, what is set aside, and what the answer is."""

import datetime as dt
import json
from itertools import product
from pathlib import Path
from typing import Any, Final

import pytest
from typer.testing import CliRunner, Result

from corpus import PROMISE as SMALL
from corpus import exempelby, loaded
from each import each
from medborgarlofte.cli.app import program
from medborgarlofte.cli.session import Session
from medborgarlofte.diagnostic import Diagnostic
from medborgarlofte.i18n import LANGUAGES, Language
from medborgarlofte.load import load
from medborgarlofte.model.config_file import read_config
from medborgarlofte.rules import RULES
from medborgarlofte.rules.engine import PARTIAL_SOURCE, Settings, lint
from medborgarlofte.rules.settings import settings_of

PROMISE: Final = SMALL.replace("under året", "sedan i fjol")
TODAY: Final = dt.date(2024, 6, 1)
SAID: Final = ["R01", "R03", "S01", "U01", "W01", "W05", "A03", "A02", "T06"]
"""What the rules say of the small promise, from top to bottom."""


def findings(text: str, settings: Settings | None = None) -> list[Diagnostic]:
    """What the rules say of a document under the profile granskning."""
    return lint(loaded(text), today=TODAY, profile="granskning", settings=settings)


def with_waivers(*waivers: str) -> str:
    """The small promise with these waivers."""
    return PROMISE + "undantag:\n" + "".join(f"  - {waiver}\n" for waiver in waivers)


def split(found: list[Diagnostic]) -> tuple[list[str], list[str]]:
    """The codes that are open, and those set aside."""
    return [d.code for d in found if d.waived is None], [d.code for d in found if d.waived is not None]


def without(*codes: str) -> list[str]:
    """What the rules say of the small promise, but these."""
    return [code for code in SAID if code not in codes]


# ---------------------------------------------------------------- waivers


def test_without_waivers_everything_is_open() -> None:
    assert split(findings(PROMISE)) == (SAID, [])


def test_a_waiver_of_the_whole_document_sets_every_finding_of_the_rule_aside() -> None:
    found = findings(with_waivers("{regel: S01, skäl: Undertecknas i juni.}"))

    assert (without("S01"), ["S01"]) == split(found)
    assert {"Undertecknas i juni."} == {d.waived for d in found if d.waived}


@each(
    [
        ("uppföljningsplan", 0),
        ("undertecknat", 1),
        ("/undertecknat/", 1),
        ("undertecknat/0", 0),
        ("under", 0),
        ("åtaganden", 0),
    ]
)
def test_a_waiver_of_a_part_sets_only_what_is_there_aside(where: str, aside: int) -> None:
    _, waived = split(findings(with_waivers(f"{{regel: S01, var: {where}, skäl: x}}")))

    assert ["S01"] * aside == waived


@each(
    [
        ("åtaganden", 1),
        ("åtaganden/K1", 1),
        ("åtaganden/K1/text", 1),
        ("åtaganden/K", 0),
        ("åtaganden/K10", 0),
    ]
)
def test_a_waiver_names_an_item_by_its_id(where: str, aside: int) -> None:
    _, waived = split(findings(with_waivers(f"{{regel: T06, var: {where}, skäl: x}}")))

    assert ["T06"] * aside == waived


@pytest.mark.parametrize("code", ["t06", '" T06 "'])
def test_the_code_of_a_waiver_may_be_in_any_letters(code: str) -> None:
    opened, waived = split(findings(with_waivers(f"{{regel: {code}, skäl: x}}")))

    assert (without("T06"), ["T06"]) == (opened, waived)


def test_several_waivers_each_set_their_own_aside() -> None:
    text = with_waivers("{regel: T06, var: åtaganden/K1, skäl: a}", "{regel: A02, skäl: b}")
    found = findings(text)

    assert sorted(split(found)[1]) == ["A02", "T06"]
    assert {d.code: d.waived for d in found if d.waived} == {"A02": "b", "T06": "a"}


def test_one_waiver_may_stand_without_its_dash() -> None:
    assert (without("T06"), ["T06"]) == split(findings(PROMISE + "undantag: {regel: T06, skäl: x}\n"))


def test_a_waiver_that_is_not_needed_is_a_warning_on_its_rule() -> None:
    [unused] = [d for d in findings(with_waivers("{regel: M01, skäl: x}")) if d.code == "L01"]

    assert (unused.severity, unused.route, unused.span.line) == ("warning", "undantag/0/regel", 12)
    assert unused.message("sv") == "Undantaget från M01 (hela dokumentet) behövs inte längre."
    assert unused.message("en") == "The waiver of M01 (the whole document) is no longer needed."


def test_a_waiver_of_the_wrong_part_is_not_needed() -> None:
    [unused] = [d for d in findings(with_waivers("{regel: T06, var: inledning, skäl: x}")) if d.code == "L01"]

    assert "inledning" in unused.message("sv")


@pytest.mark.parametrize("settings", [Settings(ignore=frozenset("M")), Settings(select=frozenset(["T06"]))])
def test_a_waiver_of_a_rule_that_did_not_run_is_not_called_unused(settings: Settings) -> None:
    found = findings(with_waivers("{regel: M01, skäl: x}"), settings)

    assert [d.code for d in found if d.code == "L01"] == []


def test_a_waiver_of_a_rule_that_does_not_run_at_this_stage_is_not_called_unused() -> None:
    workspace = loaded(with_waivers("{regel: M01, skäl: x}"))

    assert lint(workspace, today=TODAY, profile="utkast") == []


@pytest.mark.parametrize(
    ("code", "advice", "in_english"),
    [
        ("MO1", "Menade du ”M01”?", "Did you mean “M01”?"),
        ("QQQ9", "Koderna står i docs/regler.md.", "The codes are listed in docs/rules.md."),
    ],
)
def test_a_waiver_of_no_rule_is_reported_at_its_place_with_what_was_meant(
    code: str, advice: str, in_english: str
) -> None:
    found = findings(with_waivers("{regel: T06, skäl: x}", f"{{regel: {code}, skäl: x}}"))
    [unknown] = [d for d in found if d.code.startswith("L")]

    assert ("L02", advice, in_english) == (unknown.code, unknown.help("sv"), unknown.help("en"))
    assert (unknown.route, unknown.span.line, unknown.span.column) == ("undantag/1/regel", 13, 13)
    assert f"Det går inte att göra undantag från ”{code}”, för den regeln finns inte." == unknown.message(
        "sv"
    )
    assert [code for code in split(found)[0] if code != "L02"] == without("T06")


@pytest.mark.parametrize(
    "settings", [Settings(ignore=frozenset("L")), Settings(ignore=frozenset(["L01", "L02"]))]
)
def test_messages_about_waivers_can_be_ignored(settings: Settings) -> None:
    text = with_waivers("{regel: M01, skäl: x}", "{regel: QQ9, skäl: x}")

    assert split(findings(text, settings)) == (SAID, [])


def test_messages_about_waivers_is_not_among_what_was_selected() -> None:
    text = with_waivers("{regel: R01, var: titel, skäl: x}", "{regel: QQ9, skäl: x}")

    assert split(findings(text, Settings(select=frozenset(["T06"])))) == (["T06"], [])


def test_a_waiver_without_a_reason_is_an_error() -> None:
    assert [d.code for d in loaded(with_waivers("{regel: M01}")).diagnostics] == ["D04"]


# ---------------------------------------------------------------- a source that is not whole

PARTS: Final = ("fullständig", "delvis", "sammanfattning")


@each(product(PARTS, LANGUAGES))
def test_what_is_missing_may_be_in_the_original(completeness: str, lang: Language) -> None:
    found = findings(PROMISE + f"källa: {{typ: webbsida, fullständighet: {completeness}}}\n")
    noted = {d.code for d in found if d.why(lang).endswith(f" {PARTIAL_SOURCE[lang]}")}

    if completeness == "fullständig":
        assert set() == noted
    else:
        assert {"S01", "A02", "U01"} <= noted
        assert "T06" not in noted


def test_nothing_is_noted_without_a_source() -> None:
    assert all(d.note is None for d in findings(PROMISE))


# ---------------------------------------------------------------- levels, select and ignore


def configured(toml: str, select: frozenset[str] = frozenset()) -> Settings:
    """Settings from a lofte.toml without faults."""
    config, wrong = read_config(toml.encode(), "lofte.toml")
    settings, unknown = settings_of(config, select=select)
    assert (wrong, unknown) == ([], [])
    return settings


def levels(toml: str, text: str = PROMISE) -> dict[str, str]:
    """How severe each rule that spoke is."""
    return {d.code: d.severity for d in findings(text, configured(toml))}


@pytest.mark.parametrize(
    ("word", "severity"), [("fel", "error"), ("varning", "warning"), ("tips", "info"), ("av", None)]
)
def test_lofte_toml_sets_a_level(word: str, severity: str | None) -> None:
    before, after = levels(""), levels(f'[regler]\nT06 = "{word}"\n')

    assert severity == after.get("T06")
    assert {code: level for code, level in before.items() if code != "T06"} == {
        code: level for code, level in after.items() if code != "T06"
    }


def test_a_later_pattern_for_files_wins_over_an_earlier_and_over_the_whole() -> None:
    toml = """
[regler]
T06 = "fel"
A02 = "tips"
R01 = "av"
[[filer]]
namn = "<std*"
regler = {T06 = "tips", R01 = "fel"}
[[filer]]
namn = "*in>"
regler = {T06 = "varning"}
[[filer]]
namn = "annat/*"
regler = {T06 = "av", A02 = "av"}
"""
    found = levels(toml)

    assert (found["T06"], found["A02"], found["R01"]) == ("warning", "info", "error")


WRONG: Final = PROMISE + "inledning: Vi arbetar mot ANDTS (alkohol, dopning, tobak och spel).\n"
"""A promise with a wrong expansion, which is an error where the rule else warns."""


def test_a_rule_may_be_graver_in_a_case_of_its_own() -> None:
    assert levels("", WRONG)["K03"] == "error"


@pytest.mark.parametrize(
    "toml",
    ['[regler]\nK03 = "tips"\n', '[[filer]]\nnamn = "*"\nregler = {K03 = "tips"}\n'],
    ids=["everywhere", "in some files"],
)
def test_a_level_that_was_set_holds_in_such_a_case_too(toml: str) -> None:
    assert levels(toml, WRONG)["K03"] == "info"


@each(
    [
        ({"T06"}, set(), ["T06"]),
        ({"A"}, set(), ["A03", "A02"]),
        ({"A", "W05"}, set(), ["W05", "A03", "A02"]),
        ({"A"}, {"A03"}, ["A02"]),
        (set(), {"S", "R", "U01"}, ["T04", "W01", "W05", "A03", "A02", "T06"]),
        ({"M"}, set(), []),
        ({"T"}, {"T"}, []),
    ]
)
def test_rules_and_groups_are_selected_and_ignored(
    select: set[str], ignore: set[str], said: list[str]
) -> None:
    settings = Settings(select=frozenset(select), ignore=frozenset(ignore))

    assert said == [d.code for d in findings(PROMISE, settings)]


def test_what_is_selected_keeps_its_level_from_lofte_toml() -> None:
    settings = configured('[regler]\nT06 = "fel"\nA02 = "av"\n', select=frozenset(["T06", "A02"]))

    assert [(d.code, d.severity) for d in findings(PROMISE, settings)] == [("T06", "error")]


def test_an_unknown_rule_in_lofte_toml_is_an_error_with_what_was_meant() -> None:
    config, _ = read_config(b'[regler]\nMO1 = "av"\n', "lofte.toml")
    _, [wrong] = settings_of(config)

    assert (
        wrong.code,
        wrong.severity,
        wrong.file,
        wrong.route,
    ) == ("L03", "error", "lofte.toml", "regler/MO1")
    assert wrong.help("sv") == "Menade du ”M01”?"


# ---------------------------------------------------------------- where it points


def test_a_finding_is_placed_at_its_words_or_at_a_key() -> None:
    [hard] = [rule.bad for rule in RULES if rule.code == "K02"]
    lines = (PROMISE + hard).splitlines()
    marked = {
        d.code: lines[d.span.line - 1][d.span.column - 1 : d.span.end_column - 1]
        for d in findings(PROMISE + hard)
    }

    assert (marked["T06"], marked["K02"]) == ("sedan i fjol", "inledning")


# ---------------------------------------------------------------- the command


def project(folder: Path, text: str = PROMISE, toml: str | None = None) -> Path:
    """A project with one promise, and the file where its settings are."""
    (folder / "promises" / "gamla").mkdir(parents=True)
    (folder / "promises" / "gamla" / "lofte.yaml").write_text(text, encoding="utf-8")
    if toml is not None:
        (folder / "lofte.toml").write_text(toml, encoding="utf-8")
    return folder


def run(folder: Path, *words: str, lang: Language = "sv") -> Result:
    """`lofte validate` on the first of June 2024."""
    session = Session(lang, folder, TODAY, 100, color=False, interactive=False)
    return CliRunner().invoke(program(session), ["validate", *words], standalone_mode=False)


def rows(folder: Path, *words: str) -> list[dict[str, Any]]:
    """The findings as JSON."""
    found: list[dict[str, Any]] = json.loads(run(folder, *words, "--format", "json").stdout)["diagnostics"]
    return found


def test_the_command_applies_the_rules(tmp_path: Path) -> None:
    assert [row["code"] for row in rows(project(tmp_path))] == SAID


def test_what_is_set_aside_stays_in_json_and_does_not_count(tmp_path: Path) -> None:
    project(tmp_path, with_waivers("{regel: T06, skäl: x}"))
    answer = json.loads(run(tmp_path, "--select", "T", "--format", "json").stdout)

    assert [(row["code"], row["waived"]) for row in answer["diagnostics"]] == [("T04", False), ("T06", True)]
    assert answer["summary"] == {"files": 1, "errors": 0, "warnings": 1, "infos": 0}


def test_what_is_set_aside_is_a_suppression_in_sarif(tmp_path: Path) -> None:
    project(tmp_path, with_waivers("{regel: T06, skäl: Det är ett år.}"))
    [log] = json.loads(run(tmp_path, "--select", "T", "--format", "sarif").stdout)["runs"]

    assert [(result["ruleId"], result.get("suppressions")) for result in log["results"]] == [
        ("T04", None),
        ("T06", [{"kind": "inSource", "justification": "Det är ett år."}]),
    ]


@pytest.mark.parametrize("output", ["text", "compact", "github", "junit"])
def test_what_is_set_aside_is_not_shown_elsewhere(tmp_path: Path, output: str) -> None:
    project(tmp_path, with_waivers("{regel: T06, skäl: x}"))

    assert "T06" not in run(tmp_path, "--select", "T", "--format", output).stdout


def test_how_many_were_set_aside_is_reported(tmp_path: Path) -> None:
    project(tmp_path, with_waivers("{regel: T06, skäl: x}"))
    words = ("--select", "T06", "--compact")

    assert run(tmp_path, *words).stdout == "1 åtsidosatta. Kontrollerade 1 fil.\n"
    assert run(tmp_path, *words, lang="en").stdout == "1 waived. Checked 1 file.\n"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ((), 1),
        (("--ignore", "S,U"), 0),
        (("--profile", "publicering", "--ignore", "S,U"), 1),
        (("--profile", "publicering", "--select", "A03"), 0),
        (("--profile", "publicering", "--select", "M"), 0),
        (("--profile", "granskning", "--select", "T06"), 0),
        (("--profile", "utkast"), 0),
        (("--profile", "arkiv"), 0),
        (("--today", "2025-02-01"), 0),
    ],
)
def test_errors_block_and_when_publishing_warnings_too(
    tmp_path: Path, words: tuple[str, ...], code: int
) -> None:
    assert code == run(project(tmp_path), *words).return_value


def test_what_is_set_aside_blocks_nothing(tmp_path: Path) -> None:
    project(tmp_path, with_waivers("{regel: T06, skäl: x}"))

    assert run(tmp_path, "--profile", "publicering", "--select", "T06").return_value == 0


def test_a_waiver_that_is_not_needed_blocks_publishing(tmp_path: Path) -> None:
    project(tmp_path, with_waivers("{regel: M01, skäl: x}"))

    assert run(tmp_path, "--profile", "publicering", "--select", "M,L").return_value == 1
    assert run(tmp_path, "--select", "M,L").return_value == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--select", "t06"), ["T06"]),
        (("--select", "T06,a"), ["A03", "A02", "T06"]),
        (("--select", "T06", "--select", " A02 ,"), ["A02", "T06"]),
        (("--select", "A,T", "--ignore", "A03", "--ignore", "T04"), ["A02", "T06"]),
    ],
)
def test_codes_are_given_with_commas_or_again(
    tmp_path: Path, words: tuple[str, ...], said: list[str]
) -> None:
    assert said == [row["code"] for row in rows(project(tmp_path), *words)]


@pytest.mark.parametrize("option", ["--select", "--ignore"])
@pytest.mark.parametrize(
    ("word", "said", "advice"),
    [
        ("MO1", "Det finns ingen regel ”MO1”.", "Menade du ”M01”?"),
        ("m011", "Det finns ingen regel ”M011”.", "Menade du ”M01”?"),
        ("T06,Ö", "Det finns ingen regel ”Ö”.", None),
    ],
)
def test_an_unknown_code_is_reported_with_what_was_meant(
    tmp_path: Path, option: str, word: str, said: str, advice: str | None
) -> None:
    answer = run(project(tmp_path), option, word)

    assert type(answer.exception).__name__ == "LofteError"
    assert (said, advice) == (
        getattr(answer.exception, "message").sv,  # noqa: B009 - its type is told above
        getattr(getattr(answer.exception, "help", None), "sv", None),
    )


def test_lofte_toml_beside_the_folder_is_read(tmp_path: Path) -> None:
    project(tmp_path, toml='[regler]\nT06 = "fel"\nT04 = "av"\n')

    assert [(row["code"], row["severity"]) for row in rows(tmp_path, "--select", "T")] == [("T06", "error")]
    assert run(tmp_path, "--select", "T").return_value == 1


@pytest.mark.parametrize(
    ("below", "words"),
    [
        (".", ()),
        (".", ("promises/gamla",)),
        (".", ("./promises/gamla/lofte.yaml",)),
        ("promises", ("gamla/lofte.yaml",)),
        ("promises/gamla", ("lofte.yaml",)),
        ("promises/gamla", ()),
        ("..", ("PROJECT/promises",)),
    ],
)
def test_a_level_for_some_files_holds_in_any_working_directory(
    tmp_path: Path, below: str, words: tuple[str, ...]
) -> None:
    folder = project(
        tmp_path / "p", toml='[[filer]]\nnamn = "promises/gamla/*"\nregler = {T06 = "fel", T04 = "av"}\n'
    )
    paths = tuple(word.replace("PROJECT", "p") for word in words)
    found = rows((folder / below).resolve(), *paths, "--select", "T")

    assert [(row["code"], row["severity"]) for row in found] == [("T06", "error")]


def test_what_is_wrong_in_lofte_toml_is_reported_with_the_rest(tmp_path: Path) -> None:
    found = rows(project(tmp_path, toml='[regler]\nMO1 = "av"\n'), "--select", "T")

    assert [(row["file"], row["code"], row["line"], row["column"]) for row in found][:2] == [
        ("lofte.toml", "L03", 2, 1),
        ("promises/gamla/lofte.yaml", "T04", 1, 1),
    ]


def test_an_unknown_rule_in_lofte_toml_is_shown_where_it_is(tmp_path: Path) -> None:
    project(tmp_path, toml='[regler]\nT06 = "av"\nMO1 = "av"\n')
    answer = run(tmp_path, "--select", "T06").stdout

    assert answer.startswith('lofte.toml:3:1 fel L03\n  3 | MO1 = "av"\n    | ^^^\n')


def test_statistics_are_only_counts(tmp_path: Path) -> None:
    assert run(project(tmp_path), "--select", "S,A", "--statistics").stdout == (
        "    2  S01  missing-core-part\n"
        "    1  A02  no-responsible-function\n"
        "    1  A03  one-sided\n"
        "2 fel, 1 varning, 1 tips. Kontrollerade 1 fil.\n"
    )


def test_statistics_of_nothing_are_one_sentence(tmp_path: Path) -> None:
    assert run(project(tmp_path), "--select", "M", "--statistics").stdout == "Inga problem i 1 fil.\n"


def test_compact_is_a_line_for_each_finding(tmp_path: Path) -> None:
    written = run(project(tmp_path), "--select", "A02,T06", "--compact").stdout.splitlines()

    assert [line[: line.index("K1") if "A02" in line else line.index("Det")] for line in written[:-1]] == [
        "promises/gamla/lofte.yaml:10:10: varning A02 ",
        "promises/gamla/lofte.yaml:10:93: varning T06 ",
    ]
    assert written[-1] == "2 varningar. Kontrollerade 1 fil."


def test_compact_is_the_same_as_its_format(tmp_path: Path) -> None:
    project(tmp_path)

    assert run(tmp_path, "--compact").stdout == run(tmp_path, "--format", "compact").stdout


# ---------------------------------------------------------------- the table


def test_documents_that_are_only_referred_to_are_not_judged(tmp_path: Path) -> None:
    project(tmp_path)
    (tmp_path / "promises" / "b.yaml").write_text(PROMISE, encoding="utf-8")
    workspace = load(["promises/b.yaml"], tmp_path)

    assert {"promises/b.yaml"} == {d.file for d in lint(workspace, today=TODAY)}


def test_findings_come_in_the_order_of_files_and_lines(tmp_path: Path) -> None:
    project(tmp_path)
    for name in ("b", "a", "ö", "z"):
        text = f"# {name}\n{PROMISE}"
        (tmp_path / "promises" / f"{name}.yaml").write_text(text, encoding="utf-8")
    found = lint(load([], tmp_path), today=TODAY)

    assert found == sorted(found, key=lambda d: d.order)
    assert 5 * len(SAID) == len(found)


def test_whoever_waits_is_reported_how_many_documents_were_looked_at() -> None:
    told: list[int] = []
    workspace = exempelby()
    lint(workspace, today=TODAY, tick=told.append)

    assert told == list(range(1, len(workspace.valid) + 1))


def test_the_same_day_gives_the_same_findings() -> None:
    assert findings(PROMISE) == findings(PROMISE)


def test_every_rule_runs_at_some_stage_and_says_so_once() -> None:
    assert all(rule.stages for rule in RULES)
    assert len(RULES) == len({rule.name for rule in RULES})
