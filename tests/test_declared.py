"""Every declared field is shown, compared and exported, or its declaration says why not."""

import itertools
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import pytest
from pydantic import BaseModel

from each import each
from exporting.filled import chain, written
from lazy_site import LazySite
from medborgarlofte.diff.document import compare
from medborgarlofte.exporting.columns import columns_of
from medborgarlofte.exporting.json_documents import write_documents
from medborgarlofte.exporting.tables import TABLES, write_csv
from medborgarlofte.load import Workspace, address_of
from medborgarlofte.model.declaration import Declared, declared
from medborgarlofte.model.follow_up import FollowUpItem
from medborgarlofte.model.kinds import KINDS, kind_named, records
from medborgarlofte.model.promise import Commitment, Promise
from medborgarlofte.model.record import Document, Party
from medborgarlofte.model.validation import document_of, meaning_of

LINE, PROSE = "radtext", "prosatext"


class Leaf(NamedTuple):
    """A text in a document, with the fields on the way to it."""

    document: str
    fields: tuple[Declared, ...]
    record: type[BaseModel]
    word: str
    """A word that stands nowhere else."""

    @property
    def name(self) -> str:
        return f"{self.document}: {'/'.join(field.alias for field in self.fields)}"


@cache
def _filled() -> tuple[Workspace, tuple[Leaf, ...]]:
    """A document of every kind with every key filled, and a word of its own in every text."""
    documents = chain(LINE, PROSE)
    numbers = itertools.count(100)
    leaves: list[Leaf] = []
    for name, value in documents.items():
        kind = kind_named(value["dokument"])
        assert kind
        documents[name] = _with_words(value, kind, (), name, numbers, leaves)
    with TemporaryDirectory() as folder:
        return written(Path(folder), documents), tuple(leaves)


def _with_words(
    value: Any,
    record: type[BaseModel],
    above: tuple[Declared, ...],
    name: str,
    numbers: Any,
    leaves: list[Leaf],
) -> dict[str, Any]:
    made = dict(value)
    for field in declared(record).values():
        if field.alias not in value:
            continue
        path, part = (*above, field), value[field.alias]
        rows = part if isinstance(part, list) else [part]
        if field.record and all(isinstance(row, dict) for row in rows):
            new: list[Any] = [_with_words(row, field.record, path, name, numbers, leaves) for row in rows]
        elif any(row in (LINE, PROSE) for row in rows):
            new = [f"ord{next(numbers)}ord"]
            leaves.append(Leaf(name, path, record, new[0]))
        else:
            new = rows
        made[field.alias] = new if isinstance(part, list) else new[0]
    return made


def _published(leaf: Leaf) -> bool:
    return all(field.published for field in leaf.fields)


def test_every_text_is_on_its_page_and_in_its_markdown_or_says_why_not() -> None:
    workspace, leaves = _filled()
    files = {
        name: data.decode()
        for name, data in LazySite(workspace, "sv").items()
        if name.endswith((".html", ".md"))
    }
    hidden = [leaf for leaf in leaves if any(field.options.get("hidden") for field in leaf.fields)]
    lacking = [
        f"{leaf.name} ({suffix})"
        for leaf in leaves
        for suffix in ("html", "md")
        if leaf not in hidden and _published(leaf)
        if leaf.word not in files[f"{address_of(leaf.document)}.{suffix}"]
    ]

    assert len(leaves) > 150
    assert lacking == []


# ---------------------------------------------------------------- compared


def _removed(
    value: Any, record: type[BaseModel], above: tuple[Declared, ...] = ()
) -> Iterator[tuple[tuple[Declared, ...], Any]]:
    """Each field that is filled in, with the value as it is without it."""
    for field in declared(record).values():
        if field.alias not in value:
            continue
        path, part = (*above, field), value[field.alias]
        yield path, {key: one for key, one in value.items() if key != field.alias}
        if field.record and isinstance(part, list):
            for fields, row in _removed(part[0], field.record, path):
                yield fields, {**value, field.alias: [row, *part[1:]]}
        elif field.record and isinstance(part, dict):
            for fields, row in _removed(part, field.record, path):
                yield fields, {**value, field.alias: row}


@each(KINDS, lambda kind: kind.KIND)
def test_a_field_that_is_gone_is_a_change_or_says_why_not(kind: type[Document]) -> None:
    workspace, _ = _filled()
    (loaded, _), *_ = workspace.of_kind(kind)
    seen, unnoticed = 0, []
    for fields, value in _removed(loaded.value, kind):
        document = document_of(meaning_of(value)).document
        if document in (None, loaded.document) or any(
            field.compared == "never" or field.name == "id" for field in fields
        ):
            continue
        seen += 1
        if compare(loaded, replace(loaded, document=document)).is_empty:
            unnoticed.append("/".join(field.alias for field in fields))

    assert seen > 10
    assert unnoticed == []


# ---------------------------------------------------------------- exported


def test_every_text_is_in_the_documents_as_json_and_nothing_private() -> None:
    workspace, leaves = _filled()
    written_out = write_documents(workspace).decode()

    assert [leaf.name for leaf in leaves if _published(leaf) != (leaf.word in written_out)] == []


@pytest.mark.parametrize("record", [Promise, Commitment, FollowUpItem, Party])
def test_every_field_of_a_row_has_a_column_or_says_why_not(record: type[BaseModel]) -> None:
    workspace, leaves = _filled()
    tables = b"".join(write_csv(table, workspace) for table in TABLES).decode()
    short = [
        leaf
        for leaf in leaves
        if leaf.record is record and "column" not in leaf.fields[-1].options and leaf.fields[-1].published
        if record is not Promise or leaf.fields[-1].value_type != "prose"
    ]

    assert short
    assert [leaf.name for leaf in short if leaf.word not in tables] == []
    assert len({column.name for column in columns_of(record)}) == len(list(columns_of(record)))


# ---------------------------------------------------------------- declared


def test_every_field_of_every_record_is_declared_with_a_label_in_two_languages() -> None:
    fields = [(record.__name__, field) for record in records() for field in declared(record).values()]

    assert [
        (record, field.name) for record, field in fields if not field.label.sv or not field.label.en
    ] == []
    assert [(record, field.name) for record, field in fields if "å" in field.label.en.lower()] == []
    assert len(fields) > 300
