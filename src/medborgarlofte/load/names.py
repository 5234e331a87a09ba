"""Names as people write them: ids, folders and places."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text
from medborgarlofte.load.discovery import FOLDER
from medborgarlofte.load.loader import LoadedFile
from medborgarlofte.model.follow_up import FollowUp
from medborgarlofte.model.municipalities import by_code_or_name
from medborgarlofte.model.places import located, municipality_of, place_name
from medborgarlofte.model.record import Party
from medborgarlofte.suggestions import did_you_mean
from medborgarlofte.swedish import fold


def select_named(names: Sequence[str], files: Sequence[LoadedFile], closed: Sequence[str] = ()) -> None:
    """Ask for the files that names mean; `closed` are the id prefixes of unreadable folders.

    Raises LofteError for a name without any.
    """
    ids = {document_id for name in names for document_id in ids_named(name, files, closed)}
    for file in files:
        if file.input.id in ids:
            file.input = file.input._replace(asked=True)


def ids_named(name: str, files: Sequence[LoadedFile], closed: Sequence[str] = ()) -> list[str]:
    """Ids of the documents that a name means.

    In this order: an id, a municipality (its name or code), a folder or another party, and the same in other
    letters. Raises LofteError without any.
    """
    bare = bare_id(name)
    ids = [file.input.id for file in files]
    if bare in ids:
        return [bare]
    municipality = by_code_or_name(bare)
    for found in (
        _of_place(files, lambda party: municipality is not None and municipality_of(party) == municipality),
        [document_id for document_id in ids if document_id.startswith(f"{bare}/")],
        _of_place(files, lambda party: bool(_names(bare) & _names(party.name))),
        _same_letters(bare, ids),
    ):
        if found:
            return found
    if closed:
        raise _hidden(name, closed)
    raise LofteError(
        Text(
            f"”{name}” finns inte: ingen fil, mapp eller kommun och inget id heter så.",
            f"There is no “{name}”: no file, folder, municipality or id is called that.",
        ),
        did_you_mean(bare, [*known_names(files), FOLDER]) or _listed(files),
    )


def _hidden(name: str, closed: Sequence[str]) -> LofteError:
    folders = ", ".join(f"”{FOLDER}/{prefix}”" for prefix in closed)
    return LofteError(
        Text(
            f"”{name}” finns inte bland det som går att läsa, men {folders} går inte att läsa.",
            f"There is no “{name}” among what can be read, but {folders} cannot be read.",
        ),
        Text(
            "Kontrollera att du har rätt att läsa mappen.",
            "Check that you have the right to read the folder.",
        ),
    )


def bare_id(name: str) -> str:
    """Name without promises/ and .yaml."""
    return re.sub(rf"^(?:\./)?(?:{FOLDER}/)?|\.ya?ml$|/$", "", name.strip().replace("\\", "/"))


def known_names(files: Iterable[LoadedFile]) -> list[str]:
    """Names that mean something: ids, folders and places."""
    rows = list(files)
    ids = [file.input.id for file in rows]
    folders = [document_id.rpartition("/")[0] for document_id in ids]
    names = [*ids, *folders, *(f"{FOLDER}/{name}" for name in folders)]
    return list(dict.fromkeys([*names, *(place_name(party) for file in rows for party in _places(file))]))


def _of_place(files: Sequence[LoadedFile], is_meant: Callable[[Party], bool]) -> list[str]:
    """Documents of the parties, their follow-ups, and what lies beside them without parties."""
    own = {file.input.id for file in files if any(map(is_meant, (*_parties(file), *_places(file))))}
    folders = {document_id.rpartition("/")[0] for document_id in own} - {""}
    return [
        file.input.id
        for file in files
        if file.input.id in own
        or (isinstance(file.document, FollowUp) and file.document.promise in own)
        or (not _parties(file) and file.input.id.rpartition("/")[0] in folders)
    ]


def _same_letters(bare: str, ids: Sequence[str]) -> list[str]:
    """Ids or a folder that differ in case or å, ä, ö only, if that is one."""
    meant = fold(bare)
    equal = [document_id for document_id in ids if fold(document_id) == meant]
    below = [document_id for document_id in ids if fold(document_id).startswith(f"{meant}/")]
    folders = {document_id[: len(bare)] for document_id in below}
    return equal if len(equal) == 1 else below if len(folders) == 1 else []


def _parties(file: LoadedFile) -> Sequence[Party]:
    return file.document.parties if file.document else ()


def _places(file: LoadedFile) -> Sequence[Party]:
    return located(file.document) if file.document else ()


def _names(written: str) -> set[str]:
    """Forms of a place's name: with and without ”kommun” and the genitive."""
    name = re.sub(r"^region\s+|\s+(?:kommun|stad)$", "", " ".join(written.casefold().split()))
    return {name, name.removesuffix("s")}


def _listed(files: Sequence[LoadedFile]) -> Text | None:
    names = sorted({file.input.id for file in files})[:_SHOWN]
    if not names:
        return Text(f"Mappen ”{FOLDER}” är tom.", f"The folder “{FOLDER}” is empty.")
    listed = ", ".join(names)
    return Text(
        f"Det här finns: {listed}. Visa allt: lofte list", f"There is: {listed}. Show all: lofte list"
    )


_SHOWN: Final = 4
