"""What holds for every notice, key, command, page and module together."""

import ast
import importlib
import inspect
import re
import typing
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from string import Formatter

import jinja2
import typer
from jinja2 import nodes

from corpus import ROOT
from each import each
from medborgarlofte.cli.app import Program, program
from medborgarlofte.cli.bilingual import load_function
from medborgarlofte.cli.commands import COMMANDS
from medborgarlofte.cli.commands.publishing import KINDS as KINDS_OF_SCHEMA
from medborgarlofte.cli.commands.publishing import SHELLS
from medborgarlofte.cli.session import open_session
from medborgarlofte.diagnostic import SEVERITY_WORDS
from medborgarlofte.i18n import LANGUAGES, Text
from medborgarlofte.messages import Notice
from medborgarlofte.model.follow_up import EFFECT, EFFECT_LABELS
from medborgarlofte.model.kinds import KINDS, keys, records
from medborgarlofte.model.references import ACROSS, references_inside
from medborgarlofte.model.statuses import STATUS_LABELS, Status
from medborgarlofte.report.explanation import SCHEMA_NOTICES, notices
from medborgarlofte.site.pages import PAGES
from medborgarlofte.swedish import fold, slug
from medborgarlofte.templating import packaged
from subsets import is_slow

NOTICES = list(notices().values())
PACKAGE = ROOT / "src" / "medborgarlofte"
MODULES = sorted(PACKAGE.rglob("*.py"))
TEMPLATES = sorted(path for path in packaged().rglob("*") if path.suffix in (".html", ".md"))
each_notice = each(NOTICES, lambda notice: notice.code)


# ---------------------------------------------------------------- notices


def test_every_code_and_name_is_one_of_its_kind() -> None:
    everything = [*SCHEMA_NOTICES, *(n for n in NOTICES if n not in SCHEMA_NOTICES)]

    assert [code for code, count in Counter(n.code for n in everything).items() if count > 1] == []
    assert [name for name, count in Counter(n.name for n in everything).items() if count > 1] == []


@each_notice
def test_a_notice_is_named_by_a_letter_and_two_digits_and_in_words(notice: Notice) -> None:
    assert re.fullmatch("[A-Z][0-9]{2}", notice.code)
    assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", notice.name)


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@each_notice
def test_a_notice_says_what_why_and_what_to_do_in_both_languages_with_the_same_fields(notice: Notice) -> None:
    for text in (notice.message, notice.why, notice.help):
        assert text.sv.strip()
        assert text.en.strip()
        assert _fields(text.sv) == _fields(text.en)


@each_notice
def test_a_sentence_is_a_sentence_in_the_typography_of_its_language(notice: Notice) -> None:
    for text in (notice.message, notice.why, notice.help):
        for lang in LANGUAGES:
            assert "  " not in text[lang]
            assert text[lang] == text[lang].strip()
        assert not set("“") & set(text.sv)
        assert text.sv.count("”") % 2 == 0
        assert text.en.count("“") == text.en.count("”")


@each_notice
def test_a_notice_is_never_just_invalid(notice: Notice) -> None:
    for text in (notice.message, notice.why, notice.help):
        assert re.search(r"\bogiltig", text.sv, re.IGNORECASE) is None
        assert re.search(r"\binvalid", text.en, re.IGNORECASE) is None


@each(
    [
        ("source.file_messages", "Y"),
        ("source.messages", "Y"),
        ("source.syntax_messages", "Y"),
        ("model.messages", "D"),
        ("model.value_messages", "D"),
        ("load", "X"),
    ]
)
def test_the_letter_of_a_code_says_where_it_belongs(module: str, letter: str) -> None:
    own = importlib.import_module(f"medborgarlofte.{module}").NOTICES

    assert len(own) > 0
    assert {letter} == {notice.code[0] for notice in own}


@each(
    [
        "source.file_messages",
        "source.messages",
        "source.syntax_messages",
        "model.messages",
        "model.value_messages",
        "load.references",
    ]
)
def test_every_notice_of_a_module_is_in_its_table(module: str) -> None:
    imported = importlib.import_module(f"medborgarlofte.{module}")
    defined = {
        node.target.id
        for node in ast.parse(Path(str(imported.__file__)).read_text(encoding="utf-8")).body
        if isinstance(node, ast.AnnAssign)
        and isinstance(node.target, ast.Name)
        and isinstance(node.value, ast.Call)
        if isinstance(node.value.func, ast.Name) and node.value.func.id == "SchemaNotice"
    }

    assert {getattr(imported, name).code for name in defined} == {notice.code for notice in imported.NOTICES}
    assert {notice.code for notice in imported.NOTICES} <= {notice.code for notice in SCHEMA_NOTICES}


# ---------------------------------------------------------------- keys


def test_no_two_keys_of_the_format_fold_alike() -> None:
    folded = {key: fold(key) for record in records() for key in keys(record)}

    assert [key for key, count in Counter(folded.values()).items() if count > 1] == []


def test_every_reference_names_keys_that_there_are() -> None:
    by_name = {kind.KIND: kind for kind in KINDS}
    every = {key for record in records() for key in keys(record)}

    assert set(ACROSS) <= set(by_name)
    assert {("åtaganden", "part"), ("undertecknat", "part")} <= {
        rule.field for rule in references_inside(by_name["medborgarlöfte"])
    }
    for kind, others in ACROSS.items():
        for across in others:
            assert across.field[0] in keys(by_name[kind])
            assert set(across.field) <= every
            assert set(across.kinds) <= set(by_name)
            assert across.via is None or across.via in keys(by_name[kind])


def test_every_kind_has_a_name_and_a_label_in_both_languages() -> None:
    assert len(KINDS) == len({kind.KIND for kind in KINDS}) == len({slug(kind.KIND) for kind in KINDS})
    for kind in KINDS:
        assert kind.LABEL.sv
        assert kind.LABEL.en


def test_every_status_and_effect_has_a_label() -> None:
    assert list(typing.get_args(Status)) == list(STATUS_LABELS)
    assert list(typing.get_args(EFFECT)) == list(EFFECT_LABELS)


# ---------------------------------------------------------------- commands, formats and pages


@each(COMMANDS)
def test_every_command_is_built_by_its_module_in_both_languages(name: str) -> None:
    helps = []
    for lang in LANGUAGES:
        group = typer.main.get_command(program(open_session(lang, {})))
        assert isinstance(group, Program)
        with group.make_context("lofte", [name], resilient_parsing=True) as context:
            command = group.get_command(context, name)
        assert name == command.name
        helps.append((command.help, command.short_help, *(param.help for param in command.params)))

    assert COMMANDS[name].summary.sv != COMMANDS[name].summary.en
    assert all(helps[0])
    assert all(helps[1])
    assert helps[0] != helps[1]


@each(COMMANDS)
def test_every_command_has_a_function_that_receives_its_parameters(name: str) -> None:
    _, given = inspect.signature(load_function(name)).parameters.values()

    assert COMMANDS[name].parameters is given.annotation


@each(COMMANDS)
def test_every_parameter_has_the_type_that_its_parser_returns(name: str) -> None:
    for hint in typing.get_type_hints(COMMANDS[name].parameters, include_extras=True).values():
        annotated, declared = typing.get_args(hint)
        parsed = typing.get_type_hints(declared.parse)["return"] if declared.parse else str
        one = typing.get_args(annotated)[0] if typing.get_origin(annotated) is Sequence else annotated
        assert one in (parsed, parsed | None, *(() if declared.parse else (bool,)))


def test_the_words_of_the_command_line_are_those_of_the_tables() -> None:
    assert list(KINDS_OF_SCHEMA) == [kind.KIND for kind in KINDS]
    assert {"bash", "zsh", "fish", "powershell"} == set(SHELLS)


def test_every_kind_of_page_has_its_module_and_its_two_templates() -> None:
    names = {kind.__module__.rpartition(".")[2] for kind in PAGES}
    modules = {path.stem for path in (PACKAGE / "site" / "pages").glob("*.py")} - {"__init__"}

    assert len(PAGES) == len(names)
    assert modules == names
    for name in names:
        assert (packaged() / "html" / f"{name}.html").is_file()
        assert (packaged() / "markdown" / f"{name}.md").is_file()


@each(TEMPLATES, lambda path: "/".join(path.parts[-2:]))
def test_every_word_of_a_template_exists_in_both_languages(path: Path) -> None:
    tree = jinja2.Environment(autoescape=True).parse(path.read_text(encoding="utf-8"))
    calls = [c for c in tree.find_all(nodes.Call) if isinstance(c.node, nodes.Name) and c.node.name == "t"]

    assert [
        c.lineno for c in calls if len(c.args) != 2 and any(isinstance(a, nodes.Const) for a in c.args)
    ] == []


def test_severities_have_their_own_words() -> None:
    assert [word.sv for word in SEVERITY_WORDS.values()] == ["fel", "varning", "tips"]


# ---------------------------------------------------------------- the house


@each(MODULES, lambda path: path.relative_to(PACKAGE).as_posix())
def test_every_module_opens_with_one_sentence(path: Path) -> None:
    assert re.match(r'"""[^"\n]+("""\n|\n\n)', path.read_text(encoding="utf-8"))


def test_only_the_command_line_prints() -> None:
    printing = [
        path.relative_to(PACKAGE).as_posix()
        for path in MODULES
        if path.parent.name != "cli"
        if re.search(r"(?<![\w.])print\(|\.echo\(", path.read_text(encoding="utf-8"))
    ]

    assert printing == []


def test_only_the_command_line_looks_at_the_clock_and_the_environment() -> None:
    looking = {
        path.relative_to(PACKAGE).as_posix()
        for path in MODULES
        if path.parent.name != "cli"
        if re.search(
            r"\.now\(|\.today\(\)|os\.environ|getenv|get_terminal_size", path.read_text(encoding="utf-8")
        )
    }

    assert {"source/repository.py"} == looking  # which takes away what would lead git astray


def test_a_text_holds_two_languages() -> None:
    assert LANGUAGES == ("sv", "en")
    assert {"sv", "en"} == set(Text.__slots__)


# ---------------------------------------------------------------- the fast subset


def test_every_layer_has_tests_in_the_fast_subset() -> None:
    fast = [
        path for path in (ROOT / "tests").rglob("test_*.py") if not is_slow(path) and not is_slow(path.parent)
    ]
    texts = "\n".join(path.read_text(encoding="utf-8") for path in fast)
    tested = {*re.findall(r"from medborgarlofte\.(\w+)", texts), *(path.parent.name for path in fast)}
    layers = {path.stem for path in PACKAGE.iterdir() if re.match("[a-z]", path.name)}

    assert layers - {"py", *tested} == set()


def test_files_and_functions_stay_short() -> None:
    long: list[str] = []
    for path in sorted((ROOT / "src").rglob("*.py")):
        code = path.read_text(encoding="utf-8")
        long += [path.name] if code.count("\n") > 300 else []
        long += [
            f"{path.name}: {node.name}"
            for node in ast.walk(ast.parse(code))
            if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno >= 40
        ]
    assert long == []
