"""What validate and render have in common: read, apply the rules, and gather what was found."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from medborgarlofte.cli.bilingual import Choice
from medborgarlofte.cli.session import Session
from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text
from medborgarlofte.suggestions import closest_match

if TYPE_CHECKING:
    from medborgarlofte.load import Workspace
    from medborgarlofte.load.discovery import InputFile
    from medborgarlofte.report.check.result import CheckResult
    from medborgarlofte.swedish import PartialDate

BROKEN = Text(
    "Några filer går inte att läsa och är inte med. Se vad som är fel: lofte validate",
    "Some files cannot be read and are left out. See what is wrong: lofte validate",
)

EARLIEST, LATEST = 1900, 2999
"""The years that a day on the command line may lie in."""

PROFILES = ("auto", "utkast", "granskning", "publicering", "arkiv")


class CheckRequest(NamedTuple):
    """What is to be checked, and how."""

    inputs: "Sequence[InputFile]"
    asked: frozenset[str]
    """The ids of those that were asked for; the others are there to be referred to."""
    config: Path
    profile: Any
    today: dt.date
    select: frozenset[str]
    ignore: frozenset[str]


def check_request(
    session: Session,
    paths: Sequence[str],
    *,
    profile: Any = "auto",
    today: dt.date,
    stdin: bytes | None = None,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
) -> CheckRequest:
    """From what was typed. Raises LofteError for a path that leads nowhere and a rule that there is not."""
    from medborgarlofte.load.discovery import config_path, discover  # noqa: PLC0415 - only when documents are read

    inputs, asked, roots = discover(paths, session.cwd, stdin)
    config = config_path(roots, session.cwd)
    return CheckRequest(inputs, frozenset(asked), config, profile, today, codes(select), codes(ignore))


def check(session: Session, asked: CheckRequest) -> "tuple[Workspace, CheckResult]":
    """Schema, references and rules in one run."""
    from medborgarlofte.load import load_files  # noqa: PLC0415 - pydantic waits until it is needed
    from medborgarlofte.model.config import CONFIG_FILE  # noqa: PLC0415
    from medborgarlofte.report.check.result import CheckResult  # noqa: PLC0415
    from medborgarlofte.rules.engine import lint  # noqa: PLC0415
    from medborgarlofte.rules.settings import settings_of  # noqa: PLC0415

    today, profile, chosen = asked.today, asked.profile, {"select": asked.select, "ignore": asked.ignore}
    tick = session.progress(Text("filer", "files"))
    workspace = load_files(asked.inputs, asked.asked, asked.config, tick)
    settings, wrong = settings_of(workspace.config, workspace.texts.get(CONFIG_FILE, ""), **chosen)
    said = lint(workspace, today=today, profile=profile, settings=settings, tick=tick)
    tick(0)
    found = [*workspace.diagnostics, *wrong, *said]
    found.sort(key=lambda diagnostic: diagnostic.order)
    return workspace, CheckResult(tuple(found), workspace.files, workspace.texts)


def codes(words: Sequence[str]) -> frozenset[str]:
    """”M01,U” as codes and groups. Raises LofteError for one that there is not."""
    if not words:
        return frozenset()
    from medborgarlofte.report.explanation import notices  # noqa: PLC0415 - it loads every rule

    known = {*notices(), *(code[0] for code in notices())}
    asked = {word.strip().upper() for text in words for word in text.split(",") if word.strip()}
    for word in sorted(asked - known):
        meant = closest_match(word, known)
        advice = Text(f"Menade du ”{meant}”?", f"Did you mean “{meant}”?") if meant else None
        raise LofteError(Text(f"Det finns ingen regel ”{word}”.", f"There is no rule “{word}”."), advice)
    return frozenset(asked)


def profile_option(session: Session) -> click.Option:
    """--profile, the same in every command that checks."""
    text = Text(
        "Hur strängt: utkast, granskning, publicering eller arkiv. Förval auto: efter dokumentets status och period.",
        "How strict: utkast (draft), granskning (review), publicering (publishing) or arkiv (archive). Default auto: "
        "by the status and period of the document.",
    )
    return click.Option(
        ["--profile"],
        type=Choice(session, PROFILES),
        default="auto",
        metavar=session.say(Text("PROFIL", "PROFILE")),
        help=session.say(text),
    )


def today_option(session: Session) -> click.Option:
    """--today, the same in every command that reckons with dates."""
    text = Text("Räkna som om det vore den dagen: 2024-06-01.", "Reckon as if it were that day: 2024-06-01.")
    return click.Option(
        ["--today"], metavar=session.say(Text("DATUM", "DATE")), type=Day(session), help=session.say(text)
    )


def partial_date(written: str) -> "PartialDate":
    """A day, a month or a year as it was typed. Raises LofteError."""
    from medborgarlofte.swedish import ImpossibleDateError, parse_date  # noqa: PLC0415

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
            Text(f"”{written}” är inget datum.", f"“{written}” is no date."),
            Text("Skriv det som 2025-01-01.", "Write it as 2025-01-01."),
        ) from None


class Day(click.ParamType[dt.date]):
    """A day written as 2024-06-01."""

    name = "date"

    def __init__(self, session: Session) -> None:
        self.session = session

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        if isinstance(value, dt.date):
            return value
        try:
            day = dt.date.fromisoformat(str(value))
        except ValueError:
            said = Text(
                f"”{value}” är inget datum. Skriv det som 2024-06-01.",
                f"“{value}” is no date. Write it as 2024-06-01.",
            )
            raise click.BadParameter(self.session.say(said), ctx, param) from None
        if not EARLIEST <= day.year <= LATEST:
            said = Text(
                f"”{value}” ligger utanför åren {EARLIEST}–{LATEST}.",
                f"“{value}” lies outside the years {EARLIEST}–{LATEST}.",
            )
            raise click.BadParameter(self.session.say(said), ctx, param)
        return day
