"""`lofte follow-up`: forms, outcomes and answers."""

import datetime as dt
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from medborgarlofte.cli.commands.documents import FollowUp
from medborgarlofte.cli.drawing import print_paragraph, print_screen
from medborgarlofte.cli.follow_up_file import (
    ALL_REPORTED,
    Work,
    parse_entries,
    work_done_by,
    work_named,
    written,
)
from medborgarlofte.cli.interview import interview
from medborgarlofte.cli.new_files import taken
from medborgarlofte.cli.session import ExitCode, Session
from medborgarlofte.errors import LofteError
from medborgarlofte.exporting.follow_up_form import read_form, write_form
from medborgarlofte.follow_up.answer_lines import Answers, Misread, parse_text
from medborgarlofte.follow_up.answers import entries_of
from medborgarlofte.follow_up.requests import Request, requests, write_request
from medborgarlofte.i18n import LANGUAGES, Language, Text
from medborgarlofte.importing.blocks import decode
from medborgarlofte.model.follow_up import Counting
from medborgarlofte.report.check.result import REMEDY, WHY
from medborgarlofte.report.terminal import Screen
from medborgarlofte.source.files import MAX_BYTES, write_atomically
from medborgarlofte.swedish import parse_date, slug

_COUNTINGS: Final[Mapping[str, Counting]] = {"hittills": "hittills", "sedan-förra": "sedan förra"}


def follow_up(session: Session, given: FollowUp) -> int:
    """Create or continue a form, then record outcomes."""
    _check_options(session, given)
    counting = _COUNTINGS[given.counted] if given.counted else None
    day = given.today or session.today
    if given.read:
        return read_answers(session, given.name, given.read, day, counting)
    find = work_done_by if given.interactive or given.settings else work_named
    work = find(session, given.name, given.date, day)
    if given.mail:
        return write_forms(session, work, given.mail, given.form, counting)
    entries = parse_entries(work, given.settings, counting)
    created = work.write(entries)
    session.print(written(work, created, len(entries)))
    if given.interactive:
        return interview(session, work)
    return ExitCode.CLEAN


def _check_options(session: Session, given: FollowUp) -> None:
    """Raise LofteError for options that do not go together."""
    if sum(map(bool, (given.settings, given.interactive, given.mail, given.read))) > 1:
        raise LofteError(
            Text(
                "--set, --interactive, --mail och --read går inte att blanda.",
                "--set, --interactive, --mail and --read cannot be combined.",
            ),
            Text("Kör dem var för sig.", "Run them one at a time."),
        )
    if given.interactive:
        advice = Text("Skriv annars: --set K1=genomfört:104", "Otherwise write: --set K1=genomfört:104")
        session.needs_terminal("--interactive", advice)


FORMS: Final[Mapping[str, tuple[str, Callable[[Request, Language], bytes]]]] = {
    "text": (
        ".txt",
        lambda request, lang: write_request(request, lang).replace("\n", "\r\n").encode("utf-8-sig"),
    ),
    "xlsx": (".xlsx", write_form),
}
"""Suffix and writer of each form; the text opens in Notepad."""
MAX_ANSWER: Final = 10_000_000
"""Size of an answer; a form of 200 commitments takes 60 kB."""


def write_forms(session: Session, work: Work, folder: str, form: str, counted: Counting | None) -> int:
    """Write a form for each responsible function. Raises LofteError."""
    asked = requests(work.promise_id, work.reporting, work.waiting, counted or "sedan förra")
    if not asked:
        session.print(ALL_REPORTED)
        return ExitCode.CLEAN
    suffix, write = FORMS[form]
    target = session.cwd / folder
    files: dict[Path, bytes] = {}
    for request in asked:
        path = target / f"{slug(request.recipient)[:60] or 'ansvarig'}{suffix}"
        if path in files:
            path = path.with_stem(f"{path.stem}-{request.commitments[0].id.lower()}")
        files[path] = write(request, session.lang)
    for path, data in files.items():
        if path.exists() and path.read_bytes() != data:
            advice = Text(
                "Det kan vara ett svar. Välj en annan mapp.", "It may be an answer. Choose another folder."
            )
            raise taken(session, path, advice)
    for path, data in files.items():
        write_atomically(path, data)
    where = session.shown(target)
    count = len(files)
    session.print(
        Text(
            f"Skrev {count} formulär i {where}. Läs in ett svar med: lofte follow-up {work.promise_id} --read FIL",
            f"Wrote {count} form{'s' * (count != 1)} in {where}. Read an answer with: lofte follow-up {work.promise_id} --read FILE",
        )
    )
    return ExitCode.CLEAN


def read_answers(session: Session, name: str, file: str, today: dt.date, counted: Counting | None) -> int:
    """Record the answers in a file. Raises LofteError."""
    path = session.cwd / file
    if not path.is_file():
        raise LofteError(
            Text(f"Filen ”{file}” finns inte.", f"The file “{file}” does not exist."),
            Text("Kontrollera stavningen.", "Check the spelling."),
        )
    data = _read(path, file)
    is_excel = data.startswith(b"PK")
    answers = read_form(data) if is_excel else parse_text(decode(data), "")
    work = work_named(session, name, _date_of(answers), today)
    if answers.promise and answers.promise != work.promise_id:
        raise LofteError(
            Text(
                f"Svaret gäller löftet ”{answers.promise}”, inte ”{work.promise_id}”.",
                f"The answer is about the promise “{answers.promise}”, not “{work.promise_id}”.",
            ),
            Text(
                f"Läs in det med: lofte follow-up {answers.promise} --read {file}",
                f"Read it with: lofte follow-up {answers.promise} --read {file}",
            ),
        )
    if not is_excel:
        answers = parse_text(decode(data), _sent(work))
    answers.counting = counted or answers.counting
    if answers.counted and answers.counting is None:
        raise LofteError(
            Text(f"Vad talen räknar går inte att förstå: ”{answers.counted}”.", f"What the figures count is not clear: “{answers.counted}”."),
            Text("Skriv ”hittills” eller ”sedan förra uppföljningen” där, eller läs in med --counted hittills eller --counted sedan-förra.", "Write “so far” or “since the last follow-up” there, or read it with --counted hittills or --counted sedan-förra."),
        )  # fmt: skip
    entries, misread = entries_of(answers, work.reporting)
    if entries:
        created = work.write(entries)
        session.print(written(work, created, len(entries)))
    _show_misread(session, session.shown(path), misread)
    if not entries and not misread:
        session.print(Text(f"{file} är inte ifylld.", f"{file} has not been filled in."))
    return ExitCode.FINDINGS if any(one.blocks for one in misread) else ExitCode.CLEAN


def _read(path: Path, shown: str) -> bytes:
    with path.open("rb") as file:
        data = file.read(MAX_ANSWER + 1)
    if len(data) > (MAX_ANSWER if data.startswith(b"PK") else MAX_BYTES):
        raise LofteError(
            Text(f"”{shown}” är för stor för att vara ett svar.", f"“{shown}” is too large to be an answer."),
            Text("Kontrollera att det är rätt fil.", "Check that it is the right file."),
        )
    return data


def _date_of(answers: Answers) -> dt.date | None:
    """Date in the heading, if any. Raises LofteError."""
    try:
        return parse_date(answers.date).first if answers.date else None
    except ValueError as error:
        raise LofteError(
            Text(f"”{answers.date}” i svaret är inget datum.", f"“{answers.date}” in the answer is not a date."),
            Text("Skriv ”Uppföljning: 2024-06-30” överst, med rätt dag.", "Write “Follow-up: 2024-06-30” at the top, with the right day."),
        ) from error  # fmt: skip


def _sent(work: Work) -> str:
    """Every text that may have been sent."""
    countings: tuple[Counting, ...] = ("sedan förra", "hittills")
    return "\n".join(
        write_request(request, lang)
        for lang in LANGUAGES
        for counting in countings
        for request in requests(work.promise_id, work.reporting, work.promise.commitments, counting)
    )


def _show_misread(session: Session, file: str, misread: list[Misread]) -> None:
    lang = session.lang
    for one in misread:
        word = (
            (Text("fel", "error"), "finding.error") if one.blocks else (Text("tips", "hint"), "finding.info")
        )

        def draw(screen: Screen, one: Misread = one, word: tuple[Text, str] = word) -> None:
            screen.paragraph((one.what[lang], "heading"), lead=[(word[0][lang], word[1]), "  "])
            screen.paragraph(f"{file}:{one.line}:{one.column}", lead="  ")
            screen.labelled(WHY[lang], one.why[lang], label_style="why", style="why")
            screen.labelled(REMEDY[lang], one.remedy[lang], label_style="remedy")

        print_screen(session, draw)
    wrong = sum(one.blocks for one in misread)
    if wrong:
        print_paragraph(
            session,
            session.say(
                Text(
                    f"{wrong} rad{'er' * (wrong != 1)} gick inte att förstå. Rätta och läs in filen igen.",
                    f"{wrong} line{'s' * (wrong != 1)} could not be understood. Correct and read the file again.",
                )
            ),
        )
