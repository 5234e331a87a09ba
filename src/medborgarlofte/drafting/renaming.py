"""Rename of ids and documents with every reference."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text
from medborgarlofte.load import LoadedFile, check_references
from medborgarlofte.load.names import bare_id
from medborgarlofte.load.targets import Target, definition_span, item_route, usages
from medborgarlofte.source.editing import Edit, edited
from medborgarlofte.source.positions import Span
from medborgarlofte.suggestions import did_you_mean


class Renaming(NamedTuple):
    """Edits by document id, and documents that move."""

    edits: Mapping[str, Sequence[Edit]]
    moves: Mapping[str, str]
    """New id of each document whose file moves."""


def renaming(files: Sequence[LoadedFile], old: str, new: str) -> Renaming:
    """Edits that give an item, a document or a folder another name.

    `old` is a document's id, with #ITEM for an item of it, or a folder. Raises LofteError for an unknown, taken or
    unusable name.
    """
    name, mark, item = old.partition("#")
    name = bare_id(name)
    by_id = {file.input.id: file for file in files}
    if mark:
        return _item(by_id, name, item, new.rpartition("#")[2].strip(), files)
    moves = {
        document_id: bare_id(new) + document_id.removeprefix(name)
        for document_id in by_id
        if document_id == name or document_id.startswith(f"{name}/")
    }
    if name in moves:
        moves = {name: moves[name]}
    _check_moves(name, moves, by_id)
    edits = references_to(files, [(Target(document_id), moved) for document_id, moved in moves.items()])
    for document_id, moved in moves.items():
        if schema := _schema(by_id[document_id], moved):
            edits[document_id] = [*schema, *edits.get(document_id, ())]
    return Renaming(edits, moves)


def references_to(files: Sequence[LoadedFile], pairs: Iterable[tuple[Target, str]]) -> dict[str, list[Edit]]:
    """Edits, by document, of the references to targets that get another name."""
    edits: dict[str, list[Edit]] = {}
    for target, new in pairs:
        for one in usages(files, target):
            if one.span:
                edits.setdefault(one.file.input.id, []).append(Edit(one.span, new))
    return edits


def _item(
    by_id: Mapping[str, LoadedFile], name: str, item: str, new: str, files: Sequence[LoadedFile]
) -> Renaming:
    file = by_id.get(name)
    if file is None:
        raise _unknown(name, list(by_id))
    target = _target(file, item)
    if not _ID.fullmatch(new):
        raise LofteError(
            Text(f"”{new}” går inte att använda som id.", f"“{new}” cannot be used as an id."),
            Text(
                "Använd bokstäver, siffror, punkt, bindestreck och understreck, högst 40 tecken.",
                "Use letters, digits, full stops, hyphens and underscores, at most 40 characters.",
            ),
        )
    if item_route(file, target._replace(item=new)) is not None:
        raise LofteError(
            Text(f"Id:t ”{new}” finns redan i ”{target.list}”.", f"The id “{new}” exists in “{target.list}”.")
        )
    edits = references_to(files, [(target, new)])
    defined = definition_span(file, target)
    if defined is None:  # proposed for an item of a draft that has no id yet
        raise _unknown(item, ())
    return Renaming({**edits, name: [Edit(defined, new), *edits.get(name, ())]}, {})


def _target(file: LoadedFile, item: str) -> Target:
    """Item of one of the document's lists; LIST/ID names the list. Raises LofteError."""
    value = file.value if isinstance(file.value, dict) else {}
    only, _, bare = item.rpartition("/")
    targets = [Target(file.input.id, key, bare) for key in value if only in ("", key)]
    found = [target for target in targets if item_route(file, target)]
    commitments = [target for target in found if target.list == "åtaganden"]
    if len(found) == 1 or commitments:
        return (commitments or found)[0]
    if not found:
        rows = (row for rows in value.values() if isinstance(rows, list) for row in rows)
        raise _unknown(bare, [str(row["id"]) for row in rows if isinstance(row, dict) and row.get("id")])
    lists = ", ".join(f"{file.input.id}#{target.list}/{bare}" for target in found)
    raise LofteError(
        Text(f"”{bare}” finns i flera listor.", f"“{bare}” is in several lists."),
        Text(f"Ange en av dem: {lists}", f"Name one of them: {lists}"),
    )


def _unknown(name: str, known: Sequence[str]) -> LofteError:
    return LofteError(
        Text(f"Det finns inget ”{name}” att byta namn på.", f"There is no “{name}” to rename."),
        did_you_mean(name, known),
    )


def _check_moves(name: str, moves: Mapping[str, str], by_id: Mapping[str, LoadedFile]) -> None:
    """Raises LofteError for names that cannot be used."""
    if not moves:
        raise _unknown(name, list(by_id))
    for moved in moves.values():
        if not _DOCUMENT.fullmatch(moved):
            raise LofteError(
                Text(
                    f"”{moved}” går inte att använda som namn på en fil.",
                    f"“{moved}” cannot be the name of a file.",
                ),
                Text(
                    "Använd bokstäver, siffror, bindestreck och understreck, och / mellan mappar.",
                    "Use letters, digits, hyphens and underscores, and / between folders.",
                ),
            )
        taken = next((known for known in by_id if known.casefold() == moved.casefold()), None)
        if taken and taken not in moves:
            raise LofteError(
                Text(f"Dokumentet ”{taken}” finns redan.", f"The document “{taken}” exists already."),
                Text("Välj ett annat id.", "Choose another id."),
            )


_ID: Final = re.compile(r"[\w.-]{1,40}")
_DOCUMENT: Final = re.compile(r"(?!\.)[\w.-]+(?:/(?!\.)[\w.-]+)*")
_SCHEMA: Final = re.compile(r"# yaml-language-server: \$schema=((?:\.\./)+)")


def _schema(file: LoadedFile, moved: str) -> list[Edit]:
    """Edit of the path to the schema, where the depth changes."""
    line = file.source.lines[0] if file.source.text else ""
    found = _SCHEMA.match(line)
    if found is None:
        return []
    steps = found[1].count("../") + moved.count("/") - file.input.id.count("/")
    if steps < 1 or steps == found[1].count("../"):
        return []
    return [Edit(Span(1, found.start(1) + 1, 1, found.end(1) + 1), "../" * steps)]


def contents(files: Sequence[LoadedFile], made: Renaming, data: Mapping[str, bytes]) -> dict[str, bytes]:
    """New content of each edited document, by its old id.

    Raises LofteError when a reference would be lost.
    """
    changed = {
        key: edited(data[key], made.edits[key]) if made.edits.get(key) else data[key]
        for key in {*made.edits, *made.moves}
    }
    after = [
        LoadedFile(
            file.input._replace(
                id=made.moves.get(file.input.id, file.input.id), path=None, data=changed[file.input.id]
            )
            if file.input.id in changed
            else file.input
        )
        for file in files
    ]
    check_references(after)
    lost = _errors(after) - _errors(files)
    if lost:
        codes = ", ".join(sorted(lost))
        raise LofteError(
            Text(
                f"Bytet skulle ge nya fel ({codes}). Inget har ändrats.",
                f"The change would cause errors ({codes}). Nothing has been changed.",
            )
        )
    return changed


def _errors(files: Sequence[LoadedFile]) -> Counter[str]:
    return Counter(d.code for file in files for d in file.diagnostics if d.severity == "error")
