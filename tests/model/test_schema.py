"""The JSON Schemas that editors use agree with what the tool accepts."""

import copy
import json
import re
import shutil
import subprocess
import sys
from functools import cache
from typing import Any

import jsonschema
import pytest
import yaml

from corpus import EXEMPELBY, PROMISES, ROOT, plain
from each import each
from medborgarlofte.load import load_bytes
from medborgarlofte.model.kinds import KINDS, field_at, keys, kind_named, record_at, records, spellings
from medborgarlofte.model.promise import Commitment, Promise
from medborgarlofte.model.schema import fields, schema_of, schema_of_all
from medborgarlofte.model.validation import document_of, meaning_of
from medborgarlofte.swedish import fold, slug

NAMES = [slug(kind.KIND) for kind in KINDS]
DOCUMENTS = sorted((*PROMISES.rglob("*.yaml"), *(EXEMPELBY / "promises").rglob("*.yaml")))


class _AsEditorsRead(yaml.CSafeLoader):
    """Numbers are numbers and dates are text, as in YAML 1.2."""


_AsEditorsRead.yaml_implicit_resolvers = {
    first: [
        (tag, pattern) for tag, pattern in resolvers if tag.rpartition(":")[2] in ("int", "float", "null")
    ]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def _document(path: Any) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=_AsEditorsRead)  # noqa: S506 - a SafeLoader


@cache
def _validator(name: str) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(schema_of(name) if name else schema_of_all())


@each(NAMES)
def test_a_schema_is_a_schema(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schema_of(name))


def test_the_schema_of_all_kinds_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(schema_of_all())


@each(NAMES)
def test_the_schema_in_docs_is_the_one_the_tool_writes(name: str) -> None:
    stored = json.loads((ROOT / "docs" / "schema" / f"{name}.schema.json").read_text(encoding="utf-8"))

    assert schema_of(name) == stored


@each(DOCUMENTS, lambda path: path.stem)
def test_a_valid_document_is_valid_in_an_editor_too(path: Any) -> None:
    document = _document(path)

    assert list(_validator(slug(document["dokument"])).iter_errors(document)) == []
    assert list(_validator("").iter_errors(document)) == []


@each(
    [
        {"åtagande": []},
        {"status": "antagen"},
        {"titel": ["a"]},
        {"undertecknat": {"namm": "a"}},
        {"dokument": "löfte"},
    ]
)
def test_a_faulty_document_is_faulty_in_an_editor_too(fault: dict[str, Any]) -> None:
    for path in DOCUMENTS:
        document = _document(path)
        assert not _validator(slug(document["dokument"])).is_valid(document | fault), path


@each(NAMES)
def test_a_schema_speaks_swedish_where_the_user_sees_it(name: str) -> None:
    written = schema_of(name)
    records_here = [written, *written["$defs"].values()]
    without = [
        (key, field)
        for record in records_here
        for shape in (record, *record.get("anyOf", []))
        for key, field in shape.get("properties", {}).items()
        if not field.get("description")
    ]

    assert without == []


def test_a_single_item_may_stand_without_its_list_in_the_schema() -> None:
    document = _document(PROMISES / "karlshamn" / "lofte-2024.yaml")
    as_list, alone = copy.deepcopy(document), copy.deepcopy(document)
    alone["åtaganden"] = alone["åtaganden"][0]

    assert _validator("medborgarlofte").is_valid(as_list)
    assert _validator("medborgarlofte").is_valid(alone)


@pytest.mark.parametrize(
    "change",
    [
        {"diarienummer": 2024},
        {"kontakter": {"telefon": 400102030}},
        {"beslut": {"organ": "kommunstyrelsen", "paragraf": 14}},
        {"publicerat": {"period": 2024}},
    ],
    ids=lambda change: next(iter(change)),
)
def test_a_text_of_digits_is_as_welcome_in_an_editor_as_in_the_tool(change: dict[str, Any]) -> None:
    document = _document(PROMISES / "karlshamn" / "lofte-2024.yaml") | change
    findings = document_of(meaning_of(plain(yaml.safe_dump(document, allow_unicode=True)))).findings

    assert findings == []
    assert list(_validator("medborgarlofte").iter_errors(document)) == []


# ---------------------------------------------------------------- what other validators read


def _patterns(name: str) -> set[str]:
    return {
        json.loads(found)
        for found in re.findall(r'"pattern": ("(?:[^"\\]|\\.)*")', json.dumps(schema_of(name)))
    }


@each(NAMES)
def test_a_pattern_means_the_same_to_every_validator(name: str) -> None:
    """No classes that Python, ECMA 262 and RE2 understand differently, and nothing that one of them does not know."""
    for pattern in _patterns(name):
        assert not re.search(r"\\[A-Za-z]|\(\?(?!:)|\[:|\+\+|\*\+", pattern), pattern


@each(
    [
        *((word, True) for word in ("K1", "Å1", "ö-2", "É.3", "čáhppes", "Ж", "A\u030a1", "a" * 40, "_")),
        *((word, False) for word in ("K 1", "K#1", "K–1", "”K1”", "K/1", "a" * 41, "", "K×1")),
    ]
)
def test_an_id_of_any_letters_is_an_id_to_other_validators(written: str, accepted: bool) -> None:
    [pattern] = [pattern for pattern in _patterns("medborgarlofte") if "{1,40}" in pattern]

    assert bool(re.search(pattern, written, re.ASCII)) == accepted


FORM = """
dokument: uppföljning
löfte: exempelby/lofte-2024
datum: 2024-09-30
sammanfattning:
status:
kontakter:
källa:
poster:
  - åtagande: Å1
    status:
    utfall:
    kommentar:
    belägg:
"""


def _form() -> Any:
    return yaml.load(FORM, Loader=_AsEditorsRead)  # noqa: S506 - a SafeLoader


def test_what_is_left_empty_in_a_form_is_as_welcome_to_others_as_to_the_tool() -> None:
    assert load_bytes("x", "x.yaml", FORM.encode())[1] == []
    assert list(_validator("uppfoljning").iter_errors(_form())) == []
    assert list(_validator("").iter_errors(_form())) == []


@pytest.mark.parametrize("key", ["löfte", "datum", "dokument"])
def test_what_must_be_written_may_not_stand_empty(key: str) -> None:
    document = _form() | {key: None}

    assert not _validator("uppfoljning").is_valid(document)


AJV = ROOT / ".ci" / "npm" / "node_modules" / "ajv" / "dist" / "2020.js"


@pytest.mark.data
@pytest.mark.skipif(not AJV.is_file() or shutil.which("node") is None, reason="needs node and ajv")
def test_a_validator_of_another_language_says_the_same() -> None:
    documents = [
        *map(_document, DOCUMENTS),
        _form(),
        _form() | {"löfte": None},
        _form() | {"poster": {"åtagande": "Å 1"}},
    ]
    program = """
        const Ajv = require(process.argv[1]).default;
        const {schemas, documents} = JSON.parse(require("fs").readFileSync(0));
        const check = schema => new Ajv({strict: false, unicodeRegExp: true}).compile(schema);
        const all = Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, check(schema)]));
        console.log(JSON.stringify(documents.map(([name, document]) => all[name](document))));
    """
    asked = {
        "schemas": {name: schema_of(name) for name in NAMES},
        "documents": [(slug(document["dokument"]), document) for document in documents],
    }
    done = subprocess.run(
        ["node", "-e", program, str(AJV)], input=json.dumps(asked), capture_output=True, text=True, check=True
    )

    assert json.loads(done.stdout) == [True] * (len(DOCUMENTS) + 1) + [False, False]


@pytest.mark.slow
def test_a_schema_is_the_same_without_the_docstrings_of_the_program() -> None:
    program = (
        "import json; from medborgarlofte.model.schema import schema_of; "
        f"print(json.dumps([schema_of(name) for name in {NAMES!r}]))"
    )
    done = subprocess.run([sys.executable, "-OO", "-c", program], capture_output=True, text=True, check=True)

    assert json.loads(done.stdout) == [schema_of(name) for name in NAMES]


# ---------------------------------------------------------------- the kinds and their keys


def test_a_kind_is_found_by_what_a_document_calls_itself() -> None:
    assert list(KINDS) == [kind_named(kind.KIND) for kind in KINDS]
    assert kind_named("medborgarlofte") is None


def test_the_record_at_a_route_is_the_one_whose_keys_stand_there() -> None:
    assert Promise is record_at(Promise, ())
    assert Commitment is record_at(Promise, ("åtaganden", 3))
    assert record_at(Promise, ("finns inte", "x")) is None


def test_the_field_at_a_route_is_the_one_it_ends_in() -> None:
    field = field_at(Promise, ("åtaganden", 0, "fokus", 1))
    assert field is not None

    assert field.alias == "fokus"
    assert field_at(Promise, ()) is None
    assert field_at(Promise, ("åtaganden", 0, "finns inte")) is None


def test_every_key_has_one_spelling() -> None:
    every = {key for record in records() for key in keys(record)}

    assert every == set(spellings().values())
    assert len({fold(key) for key in every}) == len(every)
    assert spellings().keys() == {spelled for key in every for spelled in (key, fold(key))}


@each(fields(), lambda row: f"{row[0].__name__}.{row[1]}")
def test_every_field_has_a_swedish_key_a_title_and_a_description(record: Any, key: str, field: Any) -> None:
    assert re.fullmatch("[a-zåäö]+(_[a-zåäö]+)*", key), record
    assert key == field.alias
    assert field.title
    assert field.description
    assert field.description.endswith((".", "…", "?"))
