"""`lofte new`: a document from nothing, from last year's, or a whole example."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from medborgarlofte.cli.bilingual import Argument, Choice, Command
from medborgarlofte.cli.check import partial_date
from medborgarlofte.cli.new_files import create, named_path, path_for, schema_from, write_example
from medborgarlofte.cli.resolve import document_named, path_of
from medborgarlofte.cli.session import ExitCode, Session
from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text

if TYPE_CHECKING:
    from medborgarlofte.swedish import PartialDate

KINDS = (
    "medborgarlofte",
    "samverkansoverenskommelse",
    "lagesbild",
    "atgardsplan",
    "trygghetsmatning",
    "medborgardialog",
)
"""What can be begun from nothing; a follow-up is begun with `lofte follow-up`."""

FILES = {
    "medborgarlofte": "lofte",
    "samverkansoverenskommelse": "overenskommelse",
    "lagesbild": "lagesbild",
    "atgardsplan": "atgardsplan",
    "trygghetsmatning": "trygghetsmatning",
    "medborgardialog": "medborgardialog",
}
"""How the file of each kind begins."""


def build(session: Session) -> click.Command:
    """The command for a session."""
    say = session.say

    def new(  # noqa: PLR0917 - click passes them by name
        kind: str,
        predecessor: str | None,
        example: str | None,
        municipality: str | None,
        police: str | None,
        start: str | None,
        end: str | None,
        output: str | None,
    ) -> int:
        if example is not None:
            return write_example(session, example)
        if predecessor is not None and (municipality or police):
            raise LofteError(
                Text(
                    "--from tar parterna ur det förra löftet.",
                    "--from takes the parties from the former promise.",
                ),
                Text("Ändra dem i filen efteråt.", "Change them in the file afterwards."),
            )
        if predecessor is not None:
            path, text = _next_year(session, predecessor, start, end, output)
        else:
            path, text = _from_nothing(session, kind, municipality, police, start, end, output)
        create(session, path, text)
        click.echo(
            say(
                Text(
                    f"Skrev {session.shown(path)}. Kontrollera med: lofte validate",
                    f"Wrote {session.shown(path)}. Check with: lofte validate",
                )
            )
        )
        return ExitCode.CLEAN

    return Command(
        session,
        name="new",
        callback=new,
        about=Text(
            "Börja på ett dokument: från ingenting, från förra årets löfte, eller ett påhittat exempel att prova med. "
            "Inget som finns skrivs över.",
            "Begin a document: from nothing, from last year's promise, or an invented example to try out. Nothing that "
            "exists is overwritten.",
        ),
        example='lofte new --municipality "Exempelby kommun" --start 2025 --end 2025\n'
        "lofte new --from karlshamn/lofte-2022\nlofte new --example prova",
        params=[
            Argument(
                "kind",
                required=False,
                default="medborgarlofte",
                type=Choice(session, KINDS),
                metavar=say(Text("[SORT]", "[KIND]")),
                help=Text(f"En av {', '.join(KINDS)}.", f"One of {', '.join(KINDS)}."),
            ),
            _option(
                session,
                ["--from", "predecessor"],
                "ID",
                Text("Gör nästa löfte av det här.", "Make the next promise from this one."),
            ),
            _option(
                session,
                ["--example"],
                say(Text("MAPP", "FOLDER")),
                Text(
                    "Skriv en påhittad kommun i en ny mapp.",
                    "Write an invented municipality into a new folder.",
                ),
            ),
            _option(
                session,
                ["--municipality"],
                say(Text("NAMN", "NAME")),
                Text("Kommunens namn: Exempelby kommun.", "Name of the municipality: Exempelby kommun."),
            ),
            _option(
                session,
                ["--police"],
                say(Text("NAMN", "NAME")),
                Text(
                    "Polisens namn: Lokalpolisområde Exempelby.",
                    "Name of the police: Lokalpolisområde Exempelby.",
                ),
            ),
            _option(
                session,
                ["--start"],
                say(Text("DATUM", "DATE")),
                Text("Första dagen, eller dokumentets datum.", "First day, or the date of the document."),
            ),
            _option(session, ["--end"], say(Text("DATUM", "DATE")), Text("Sista dagen.", "Last day.")),
            _option(
                session,
                ["-o", "--output"],
                say(Text("FIL", "FILE")),
                Text("Var filen skrivs.", "Where the file is written."),
            ),
        ],
    )


def _option(session: Session, names: list[str], metavar: str, help_text: Text) -> click.Option:
    return click.Option(names, metavar=metavar, help=session.say(help_text))


# ---------------------------------------------------------------- from nothing


def _from_nothing(  # noqa: PLR0917 - as they were typed
    session: Session,
    slug_of_kind: str,
    municipality: str | None,
    police: str | None,
    start: str | None,
    end: str | None,
    output: str | None,
) -> tuple[Path, str]:
    from medborgarlofte.drafting.scaffold import (  # noqa: PLC0415 - heavy modules wait until needed
        bare_name,
        has_period,
        is_joint,
        opening,
        scaffold,
    )
    from medborgarlofte.model.kinds import KINDS as MODELS  # noqa: PLC0415
    from medborgarlofte.swedish import slug  # noqa: PLC0415

    kind = next(model for model in MODELS if slug(model.KIND) == slug_of_kind)
    place = _asked(session, municipality, "--municipality", _MUNICIPALITY)
    if is_joint(kind) and not police:
        usual = f"Lokalpolisområde {bare_name(place)}"
        police = click.prompt(session.say(_POLICE), default=usual).strip() if session.interactive else usual
    first, last = partial_date(_asked(session, start, "--start", _FIRST)), None
    if has_period(kind):
        last = partial_date(_asked(session, end, "--end", _LAST))
        _check_order(first, last)
    values = opening(kind, municipality=place, police=police, first=first, last=last)
    path = path_for(session, output, bare_name(place), f"{FILES[slug_of_kind]}-{first.year}")
    return path, scaffold(kind, values, lang=session.lang, schema=schema_from(path, slug_of_kind))


def _asked(session: Session, given: str | None, flag: str, question: Text) -> str:
    """What was given, else what somebody at a terminal answers. Raises LofteError when nobody can."""
    if given and given.strip():
        return given.strip()
    if not session.interactive:
        raise LofteError(
            Text(f"{flag} saknas.", f"{flag} is missing."),
            Text(
                "Se lofte new --help, eller kör i en terminal så frågar lofte.",
                "See lofte new --help, or run it in a terminal and lofte asks.",
            ),
        )
    answer: str = click.prompt(session.say(question))
    return answer.strip()


def _check_order(first: "PartialDate", last: "PartialDate") -> None:
    if last.last < first.first:
        raise LofteError(
            Text(
                f"Perioden slutar ({last}) före den börjar ({first}).",
                f"The period ends ({last}) before it begins ({first}).",
            )
        )


_MUNICIPALITY = Text("Kommun (Exempelby kommun)", "Municipality (Exempelby kommun)")
_POLICE = Text("Polisen", "The police")
_FIRST = Text("Från eller datum (2025-01-01)", "From or date (2025-01-01)")
_LAST = Text("Till (2025-12-31)", "To (2025-12-31)")


# ---------------------------------------------------------------- from last year's


def _next_year(
    session: Session, predecessor: str, start: str | None, end: str | None, output: str | None
) -> tuple[Path, str]:
    from medborgarlofte.drafting.renewal import Term, next_term, renewed  # noqa: PLC0415 - heavy modules wait
    from medborgarlofte.follow_up.reports import follow_ups  # noqa: PLC0415
    from medborgarlofte.model.promise import Promise  # noqa: PLC0415

    loaded, workspace = document_named(session, predecessor)
    if not isinstance(loaded.document, Promise):
        raise LofteError(
            Text(f"”{loaded.id}” är inget medborgarlöfte.", f"“{loaded.id}” is no medborgarlöfte.")
        )
    term = next_term(loaded.document, partial_date(start) if start else None)
    if end:
        term = Term(term.start, partial_date(end))
    if term.end:
        _check_order(term.start, term.end)
    found = follow_ups(workspace, loaded.id)
    beside = path_of(session, loaded).with_name(f"lofte-{term.start.year}.yaml")
    path = named_path(session, output) if output else beside
    own = re.match(r"# yaml-language-server: \$schema=(\S+)", loaded.source.text)
    schema = "" if own is None else own[1] if not output else schema_from(path, "medborgarlofte")
    text = renewed(
        loaded.id,
        loaded.value,
        loaded.document,
        found,
        term,
        lang=session.lang,
        schema=schema,
    )
    return path, text
