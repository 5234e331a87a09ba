"""Content of a new document, from options."""

import re
from pathlib import Path
from typing import Final, NamedTuple

from medborgarlofte.cli.new_files import create, named_path, path_for, schema_from, write_example
from medborgarlofte.cli.prompts import prompt
from medborgarlofte.cli.resolve import path_of, promise_named
from medborgarlofte.cli.session import Session
from medborgarlofte.drafting.renewal import Term, next_term, renewed
from medborgarlofte.drafting.scaffold import bare_name, has_period, is_joint, opening, scaffold
from medborgarlofte.errors import LofteError
from medborgarlofte.follow_up.reports import follow_ups
from medborgarlofte.i18n import Text
from medborgarlofte.model.kinds import KINDS
from medborgarlofte.swedish import ImpossibleDateError, PartialDate, parse_date, slug

__all__ = ["Wishes", "create_draft", "write_example"]


class Wishes(NamedTuple):
    """Options of `lofte new`; missing ones are prompted for."""

    municipality: str | None
    police: str | None
    start: str | None
    end: str | None
    output: str | None


def create_draft(
    session: Session, kind_slug: str, file: str, predecessor: str | None, wishes: Wishes
) -> Path:
    """Write a new document; returns its path.

    Raises LofteError.
    """
    if predecessor is None:
        path, text = draft(session, kind_slug, file, wishes)
    else:
        path, text = renewal(session, predecessor, wishes)
    create(session, path, text)
    return path


def draft(session: Session, kind_slug: str, file: str, wishes: Wishes) -> tuple[Path, str]:
    """Blank document. Raises LofteError."""
    kind = next(model for model in KINDS if slug(model.KIND) == kind_slug)
    place = _required(session, wishes.municipality, "--municipality", _MUNICIPALITY)
    police = wishes.police
    if is_joint(kind) and not police:
        usual = f"Lokalpolisområde {bare_name(place)}"
        police = prompt(session, _POLICE, default=usual) if session.interactive else usual
    first, last = parse_partial_date(_required(session, wishes.start, "--start", _FIRST)), None
    if has_period(kind):
        last = parse_partial_date(_required(session, wishes.end, "--end", _LAST))
        _check_order(first, last)
    values = opening(kind, municipality=place, police=police, first=first, last=last)
    path = path_for(session, wishes.output, bare_name(place), f"{file}-{first.year}")
    return path, scaffold(kind, values, lang=session.lang, schema=schema_from(path, kind_slug))


def renewal(session: Session, predecessor: str, wishes: Wishes) -> tuple[Path, str]:
    """Successor of a promise. Raises LofteError."""
    loaded, promise, workspace = promise_named(session, predecessor)
    term = next_term(promise, parse_partial_date(wishes.start) if wishes.start else None)
    if wishes.end:
        term = Term(term.start, parse_partial_date(wishes.end))
    if term.end:
        _check_order(term.start, term.end)
    beside = path_of(session, loaded).with_name(f"lofte-{term.start.year}.yaml")
    path = named_path(session, wishes.output) if wishes.output else beside
    own = re.match(r"# yaml-language-server: \$schema=(\S+)", loaded.source.text)
    schema = "" if own is None else schema_from(path, "medborgarlofte") if wishes.output else own[1]
    found = follow_ups(workspace, loaded.id)
    return path, renewed(loaded.id, loaded.value, promise, found, term, lang=session.lang, schema=schema)


def parse_partial_date(written: str) -> PartialDate:
    """Day, month or year. Raises LofteError."""
    try:
        return parse_date(written)
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


def _required(session: Session, given: str | None, flag: str, question: Text) -> str:
    """Option value, else prompted.

    Raises LofteError without a terminal.
    """
    if given and given.strip():
        return given.strip()
    if session.interactive:
        return prompt(session, question)
    raise LofteError(
        Text(f"{flag} saknas.", f"{flag} is missing."),
        Text(
            "Se lofte new --help, eller kör i en terminal så frågar lofte.",
            "See lofte new --help, or run it in a terminal and lofte asks.",
        ),
    )


def _check_order(first: PartialDate, last: PartialDate) -> None:
    if last.last < first.first:
        raise LofteError(
            Text(
                f"Perioden slutar ({last}) före den börjar ({first}).",
                f"The period ends ({last}) before it starts ({first}).",
            )
        )


_MUNICIPALITY: Final = Text("Kommun (Exempelby kommun)", "Municipality (Exempelby kommun)")
_POLICE: Final = Text("Polisen", "The police")
_FIRST: Final = Text("Från eller datum (2025-01-01)", "From or date (2025-01-01)")
_LAST: Final = Text("Till (2025-12-31)", "To (2025-12-31)")
