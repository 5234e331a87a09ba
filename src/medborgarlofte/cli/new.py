"""`lofte new`: blank, renewed or example documents."""

import re
from pathlib import Path
from typing import Final

from medborgarlofte.cli.commands.documents import NEW_KINDS, New
from medborgarlofte.cli.new_files import check_order, create, named_path, path_for, schema_from, write_schema
from medborgarlofte.cli.resolve import path_of, promise_named
from medborgarlofte.cli.session import ExitCode, Session
from medborgarlofte.drafting.renewal import Term, next_term, renewed
from medborgarlofte.drafting.scaffold import bare_name, has_period, is_joint, opening, scaffold, usual_police
from medborgarlofte.errors import LofteError
from medborgarlofte.follow_up.reports import follow_ups
from medborgarlofte.i18n import Text
from medborgarlofte.importing.typed_period import parse_typed_date
from medborgarlofte.language.phrases import format_commitments
from medborgarlofte.load import SCHEMAS, folder_above, load_bytes
from medborgarlofte.model.config import CONFIG_FILE, NewDocuments
from medborgarlofte.model.config_file import config_of
from medborgarlofte.model.kinds import KINDS
from medborgarlofte.model.promise import Promise
from medborgarlofte.model.record import Document
from medborgarlofte.source.files import write_atomically
from medborgarlofte.swedish import ImpossibleDateError, PartialDate, slug


def new(session: Session, given: New) -> int:
    """Write a new file, never over another; asks on a terminal for what the options do not give.

    Raises LofteError.
    """
    if given.example is not None:
        return _write_example(session, given.example)
    if given.predecessor is not None and (given.municipality or given.police):
        raise LofteError(
            Text(
                "--from tar parterna ur det förra löftet.",
                "--from takes the parties from the earlier promise.",
            ),
            Text("Ändra dem i filen efteråt.", "Change them in the file afterwards."),
        )
    kind = next(model for model in KINDS if given.kind == model.KIND)
    complete = given.municipality and given.start and (given.end or not has_period(kind))
    if given.predecessor is None and session.interactive and not complete:
        from medborgarlofte.cli.guided import guided  # noqa: PLC0415 - loads the rules

        begun = guided(session, kind, given)
        nothing = Text("Inget har skrivits.", "Nothing has been written.")
        session.print(_written(session, begun) if begun else nothing)
        return ExitCode.CLEAN
    if given.predecessor is None:
        path, text = _draft(session, kind, given)
    else:
        path, text = _renewal(session, given.predecessor, given)
    create(session, path, text)
    session.print(_written(session, path))
    return ExitCode.CLEAN


def _written(session: Session, path: Path) -> Text:
    """Where the file is, what it holds and how it is checked."""
    shown = session.shown(path)
    loaded, _ = load_bytes(path.stem, shown, path.read_bytes())
    if loaded is None or not isinstance(loaded.document, Promise):
        return Text(
            f"Skrev {shown}. Kontrollera med: lofte validate", f"Wrote {shown}. Check with: lofte validate"
        )
    count = format_commitments(len(loaded.document.commitments))
    review = "lofte validate --profile granskning"
    return Text(
        f"Skrev {shown}: ett utkast med {count.sv}. Granska med: {review}",
        f"Wrote {shown}: a draft with {count.en}. Review with: {review}",
    )


def _draft(session: Session, kind: type[Document], given: New) -> tuple[Path, str]:
    """Blank document. Raises LofteError."""
    folder = folder_above(session.cwd)
    usual = config_of(folder.parent / CONFIG_FILE).config.new if folder else NewDocuments()
    place = _required(given.municipality or usual.municipality, "--municipality")
    police = given.police or (usual.police or usual_police(place) if is_joint(kind) else None)
    first, last = _parse_date(_required(given.start, "--start")), None
    if has_period(kind):
        last = _parse_date(_required(given.end, "--end"))
        check_order(first, last)
    values = opening(kind, municipality=place, police=police, first=first, last=last)
    path = path_for(session, given.output, bare_name(place), f"{NEW_KINDS[given.kind]}-{first.year}")
    return path, scaffold(kind, values, lang=session.lang, schema=schema_from(path, slug(kind.KIND)))


def _renewal(session: Session, predecessor: str, given: New) -> tuple[Path, str]:
    """Successor of a promise. Raises LofteError."""
    loaded, promise, workspace = promise_named(session, predecessor)
    term = next_term(promise, _parse_date(given.start) if given.start else None)
    if given.end:
        term = Term(term.start, _parse_date(given.end))
    if term.end:
        check_order(term.start, term.end)
    beside = path_of(session, loaded).with_name(f"lofte-{term.start.year}.yaml")
    path = named_path(session, given.output) if given.output else beside
    own = re.match(r"# yaml-language-server: \$schema=(\S+)", loaded.source.text)
    schema = "" if own is None else schema_from(path, "medborgarlofte") if given.output else own[1]
    found = follow_ups(workspace, loaded.id)
    return path, renewed(loaded.id, loaded.value, promise, found, term, lang=session.lang, schema=schema)


def _parse_date(written: str) -> PartialDate:
    """Day, month or year. Raises LofteError."""
    try:
        return parse_typed_date(written)
    except ImpossibleDateError as error:
        raise LofteError(
            Text(
                f"”{written}” finns inte: {error.reason.sv}.",
                f"“{written}” does not exist: {error.reason.en}.",
            )
        ) from None
    except ValueError:
        raise LofteError(
            Text(f"”{written}” är inget datum.", f"“{written}” is not a date."),
            Text("Skriv det som 2025-01-01.", "Write it as 2025-01-01."),
        ) from None


def _required(given: str | None, flag: str) -> str:
    """Option value. Raises LofteError without one."""
    if given and given.strip():
        return given.strip()
    raise LofteError(
        Text(f"{flag} saknas.", f"{flag} is missing."),
        Text(
            "Se lofte new --help, eller kör i en terminal så frågar lofte.",
            "See lofte new --help, or run it in a terminal and lofte asks.",
        ),
    )


_EXAMPLES: Final = (Path(__file__).parents[1] / "exempel", Path(__file__).parents[3] / "docs" / "exempel")
"""The example municipality, in an installed package and in a checkout."""


def _write_example(session: Session, folder: str) -> int:
    """Write the example into a new folder. Raises LofteError if the folder has files."""
    root = session.cwd / folder
    if root.exists() and (not root.is_dir() or any(root.iterdir())):
        another = "prova" if root == session.cwd else f"{folder}-2"
        raise LofteError(
            Text(
                f"”{folder}” finns redan och är inte tom. Inget har ändrats.",
                f"“{folder}” exists and is not empty. Nothing has been changed.",
            ),
            Text(
                f"Välj en ny mapp: lofte new --example {another}",
                f"Choose a new folder: lofte new --example {another}",
            ),
        )
    example = next(path for path in _EXAMPLES if path.is_dir())
    files = [path for path in sorted(example.rglob("*")) if path.is_file()]
    for path in files:
        text = path.read_bytes().decode().replace("$schema=../../../schema/", f"$schema=../../{SCHEMAS}/")
        target = root / path.relative_to(example)
        write_atomically(target, text.encode())
        write_schema(target, text)
    count, here = len(files), root == session.cwd
    into = Text("den här mappen", "this folder") if here else Text(folder, folder)
    first = Text("", "") if here else Text(f"cd {folder}, sedan ", f"cd {folder}, then ")
    session.print(
        Text(
            f"Skrev {count} filer i {into.sv}. Prova: {first.sv}lofte validate och lofte render",
            f"Wrote {count} files in {into.en}. Try: {first.en}lofte validate and lofte render",
        )
    )
    return ExitCode.CLEAN
