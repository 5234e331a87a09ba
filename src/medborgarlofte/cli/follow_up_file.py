"""File of a follow-up being written."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, cast

from medborgarlofte.cli.new_files import write_schema
from medborgarlofte.cli.resolve import SEE_ERRORS, document_named, path_of
from medborgarlofte.cli.session import Session
from medborgarlofte.errors import LofteError
from medborgarlofte.follow_up.editing import Entry, record
from medborgarlofte.follow_up.form import next_form
from medborgarlofte.follow_up.reports import FollowUps, before, follow_ups, latest_reports
from medborgarlofte.follow_up.updates import Reporting, entry_of
from medborgarlofte.i18n import Text, sentences
from medborgarlofte.language.phrases import format_commitments
from medborgarlofte.load import LoadedDocument, Workspace, load_bytes
from medborgarlofte.model.follow_up import FINISHED, Counting, FollowUp
from medborgarlofte.model.kinds import spellings
from medborgarlofte.model.promise import Commitment, Promise
from medborgarlofte.source.files import write_atomically
from medborgarlofte.source.locking import locked


@dataclass(frozen=True)
class Work:
    """Follow-up being written, with its promise."""

    session: Session
    promise: Promise
    history: FollowUps
    """All follow-ups of the promise."""
    path: Path
    promise_id: str
    form: str = ""
    changes: list[tuple[bytes, bytes, str]] = field(default_factory=list)
    """File before and after each entry of one commitment, and its id."""

    @property
    def document(self) -> FollowUp:
        """Current follow-up. Raises LofteError when it has structural errors."""
        data = self.path.read_bytes() if self.path.exists() else self.form.encode()
        loaded, _ = load_bytes(self.path.stem, self.session.shown(self.path), data)
        if loaded is None or not isinstance(loaded.document, FollowUp):
            raise LofteError(
                Text(
                    f"{self.session.shown(self.path)} har fel i sin form.",
                    f"{self.session.shown(self.path)} has structural errors.",
                ),
                SEE_ERRORS,
            )
        return loaded.document

    @property
    def reported(self) -> set[str]:
        """Ids of the commitments with a status in the file."""
        ids = {commitment.id for commitment in self.promise.commitments}
        return ids & {item.commitment for item in self.document.items if item.status}

    @property
    def waiting(self) -> list[Commitment]:
        """Commitments neither reported nor finished."""
        earlier = latest_reports(self.promise, before(self.history, self.document.date))
        done = {key for key, report in earlier.items() if report.item.status in FINISHED} | self.reported
        return [commitment for commitment in self.promise.commitments if commitment.id not in done]

    @property
    def reporting(self) -> Reporting:
        """What is reported on."""
        return Reporting(self.promise, self.document, self.history)

    def write(self, entries: list[Entry]) -> bool:
        """Write form and entries; true if new.

        The file is read again under its lock, so that concurrent writers do not lose each other's entries.
        """
        with locked(self.path):
            created = not self.path.exists()
            old = self.form.encode() if created else self.path.read_bytes()
            new = record(old, entries, spellings())
            if created or new != old:
                write_atomically(self.path, new)
        if created:
            write_schema(self.path, self.form)
        if len(entries) == 1 and new != old:
            self.changes.append((old, new, entries[0].commitment))
        return created

    def undo(self) -> str | None:
        """Restore the file before the last entry; returns its commitment.

        Raises LofteError if the file has changed since.
        """
        if not self.changes:
            return None
        old, new, commitment = self.changes[-1]
        with locked(self.path):
            if self.path.read_bytes() != new:
                shown = self.session.shown(self.path)
                raise LofteError(
                    Text(f"{shown} har ändrats av någon annan.", f"{shown} was changed by someone else."),
                    Text("Rätta svaret i filen.", "Correct the answer in the file."),
                )
            write_atomically(self.path, old)
        self.changes.pop()
        return commitment


def work_named(session: Session, name: str, date: dt.date | None, today: dt.date) -> Work:
    """Work by path or id. Raises LofteError."""
    loaded, workspace = document_named(session, name)
    return work_on(session, loaded, workspace, date, today)


def work_done_by(session: Session, name: str, date: dt.date | None, today: dt.date) -> Work:
    """Work to record outcomes in: today instead of a planned day to come.

    Warns of a day to come that was given, or that a form has. Raises LofteError.
    """
    work = work_named(session, name, date, today)
    planned = work.document.date
    if planned.first <= today:
        return work
    if date is None and not work.path.exists():
        session.log(_PLANNED.format({"date": planned}))
        return work_named(session, name, today, today)
    advice = _DATE_TODAY if date else _FORM_AHEAD
    values = {"date": planned, "today": today, "file": session.shown(work.path)}
    session.log(sentences(_AHEAD, advice).format(values))
    return work


def parse_entries(work: Work, settings: Sequence[str], counting: Counting | None = None) -> list[Entry]:
    """Entries from --set. Raises LofteError."""
    entries = [entry_of(setting, work.reporting, counting) for setting in settings]
    ids = [entry.commitment for entry in entries]
    if twice := next((one for one in ids if ids.count(one) > 1), None):
        raise LofteError(
            Text(f"--set har två svar om {twice}.", f"--set has two answers about {twice}."),
            Text("Skriv ett --set för varje åtagande.", "Write one --set for each commitment."),
        )
    return entries


def written(work: Work, created: bool, count: int) -> Text:
    """Message on what was written."""
    commitments, shown = format_commitments(len(work.promise.commitments)), work.session.shown(work.path)
    if created and not count:
        return Text(
            f"Skrev {shown} med {commitments.sv} att fylla i.",
            f"Wrote {shown} with {commitments.en} to fill in.",
        )
    if not count:
        return Text(f"Fortsätter i {shown}.", f"Continuing in {shown}.")
    return Text(
        f"Förde in {count} åtaganden i {shown}." if count > 1 else f"Förde in ett åtagande i {shown}.",
        f"Recorded {count} commitments in {shown}." if count > 1 else f"Recorded one commitment in {shown}.",
    )


def work_on(
    session: Session, loaded: LoadedDocument, workspace: Workspace, date: dt.date | None, today: dt.date
) -> Work:
    """Follow-up to write: given, unfinished or next. Raises LofteError."""
    document = loaded.document
    if isinstance(document, FollowUp):
        promise = _followed_up(loaded.id, document, workspace)
        history = follow_ups(workspace, promise.id)
        followed = cast("Promise", promise.document)
        if date in (None, document.date.first):
            return Work(session, followed, history, path_of(session, loaded), promise.id)
        loaded, document = promise, followed  # another day: another follow-up of the same promise
    if not isinstance(document, Promise):
        raise LofteError(
            Text(f"”{loaded.id}” är inget medborgarlöfte.", f"“{loaded.id}” is not a medborgarlöfte."),
            Text("Bara löften följs upp så här.", "Only promises are followed up like this."),
        )
    beside = path_of(session, loaded)
    path, form = next_form(
        loaded, document, workspace, beside=beside, date=date, today=today, lang=session.lang
    )
    history = follow_ups(workspace, loaded.id)
    final = next((one for _, one in history if one.final), None)
    if form and final and (date or today) > final.date.last:
        session.log(_AFTER_FINAL.format({"id": loaded.id, "date": final.date, "file": session.shown(path)}))
    return Work(session, document, history, path, loaded.id, form)


def _followed_up(document_id: str, follow_up: FollowUp, workspace: Workspace) -> LoadedDocument:
    """Promise of a follow-up. Raises LofteError."""
    if not follow_up.promise:
        raise LofteError(
            Text(
                f"”{document_id}” följer upp ett löfte som inte finns i samlingen.",
                f"“{document_id}” follows up a promise that is not in the collection.",
            ),
            Text("Skriv i filen för hand.", "Edit the file by hand."),
        )
    promise = workspace.valid.get(follow_up.promise)
    if promise is None or not isinstance(promise.document, Promise):
        raise LofteError(
            Text(
                f"Löftet ”{follow_up.promise}” går inte att läsa.",
                f"The promise “{follow_up.promise}” cannot be read.",
            )
        )
    return promise


_AFTER_FINAL: Final = Text(
    "”{id}” är redan slutligt uppföljt {date}. Gäller det ett senare löfte: ta bort {file} och skriv det löftets namn.",
    "“{id}” already has its final follow-up of {date}. If this is about a later promise: remove {file} and name that one.",
)
_AHEAD: Final = Text(
    "Uppföljningen dateras {date}, men i dag är det {today}. Det som inte har hänt än går inte att redovisa.",
    "The follow-up is dated {date}, but today is {today}. What has not happened yet cannot be reported.",
)
_DATE_TODAY: Final = Text(
    "Skriv hellre --date {today}, eller vänta tills dagen har varit: lofte validate ger annars fel U10.",
    "Write --date {today} instead, or wait until the day has passed: lofte validate gives error U10 otherwise.",
)
_FORM_AHEAD: Final = Text(
    "Ändra ”datum” i {file} till dagen då uppföljningen görs, eller skriv --date {today}.",
    "Change “datum” in {file} to the day the follow-up is made, or write --date {today}.",
)
_PLANNED: Final = Text(
    "Nästa planerade uppföljning är {date}. Den här dateras i dag.",
    "The next planned follow-up is on {date}. This one is dated today.",
)
ALL_REPORTED: Final = Text(
    "Alla åtaganden har fått ett besked. Kontrollera med: lofte validate",
    "Every commitment has been reported. Check with: lofte validate",
)
