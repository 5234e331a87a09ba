"""`lofte follow-up`: the form for a promise's next follow-up, or an outcome recorded in it."""

import datetime as dt
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from medborgarlofte.cli.bilingual import Argument, Command
from medborgarlofte.cli.check import Day, today_option
from medborgarlofte.cli.new_files import SCHEMAS, write_schema
from medborgarlofte.cli.resolve import document_named, path_of
from medborgarlofte.cli.session import ExitCode, Session
from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text

if TYPE_CHECKING:
    from medborgarlofte.follow_up.editing import Entry
    from medborgarlofte.follow_up.reports import FollowUps
    from medborgarlofte.follow_up.updates import Reporting
    from medborgarlofte.load import LoadedDocument, Workspace
    from medborgarlofte.model.follow_up import FollowUp
    from medborgarlofte.model.promise import Promise


def build(session: Session) -> click.Command:
    """The command for a session."""
    say = session.say

    def follow_up(
        name: str,
        date: dt.date | None,
        settings: tuple[str, ...],
        interactive: bool,
        today: dt.date | None,
    ) -> int:
        from medborgarlofte.follow_up.updates import entry_of  # noqa: PLC0415 - heavy modules wait until needed

        loaded, workspace = document_named(session, name)
        work = work_on(session, loaded, workspace, date, today or session.today)
        entries = [entry_of(setting, work.about) for setting in settings]
        if interactive and not session.interactive:
            raise LofteError(
                Text(
                    "--interactive frågar, och behöver en terminal.",
                    "--interactive asks, and needs a terminal.",
                ),
                Text("Skriv annars: --set K1=genomfört:104", "Otherwise write: --set K1=genomfört:104"),
            )
        created = work.write(entries)
        click.echo(say(_told(work, created, len({entry.commitment for entry in entries}))))
        if interactive:
            from medborgarlofte.cli.prompts import ask  # noqa: PLC0415 - only when somebody answers

            return ask(session, work)
        return ExitCode.CLEAN

    return Command(
        session,
        name="follow-up",
        callback=follow_up,
        about=Text(
            "Följ upp ett löfte: skriv ett formulär bredvid löftets fil, eller för in hur det gick. Löftets egen fil "
            "ändras aldrig. Finns formuläret redan läggs bara det nya till.",
            "Follow up a promise: write a form beside the promise's file, or record how it went. The promise's own file "
            "is never changed. If the form is there already, only what is new is added.",
        ),
        example="lofte follow-up karlshamn/lofte-2022\nlofte follow-up karlshamn/lofte-2022 --interactive\n"
        "lofte follow-up karlshamn/lofte-2022 --set K1=genomfört:104",
        params=[
            Argument(
                "name",
                metavar="ID",
                help=Text(
                    "Löftets id eller fil: karlshamn/lofte-2022.",
                    "Id or file of the promise: karlshamn/lofte-2022.",
                ),
            ),
            click.Option(
                ["--date"],
                type=Day(session),
                metavar=say(Text("DATUM", "DATE")),
                help=say(
                    Text(
                        "Uppföljningens dag (förval: nästa dag i planen).",
                        "Day of the follow-up (default: the next day of the plan).",
                    )
                ),
            ),
            click.Option(
                ["--set", "settings"],
                multiple=True,
                metavar=say(Text("K1=STATUS:UTFALL", "K1=STATUS:OUTCOME")),
                help=say(
                    Text(
                        "För in utan att fråga; kan upprepas. K1=genomfört:104:kommentar. K1=:104 tar status av talet.",
                        "Record without asking; may be repeated. K1=genomfört:104:comment. K1=:104 takes the status from the figure.",
                    )
                ),
            ),
            click.Option(
                ["--interactive", "-i"],
                is_flag=True,
                help=say(
                    Text(
                        "Fråga åtagande för åtagande. Varje svar sparas genast, så det går att sluta när som helst.",
                        "Ask commitment by commitment. Each answer is saved at once, so you may stop at any time.",
                    )
                ),
            ),
            today_option(session),
        ],
    )


@dataclass(frozen=True)
class Work:
    """The follow-up being written: its promise, its file and, when that is new, what it begins as."""

    session: Session
    promise: "Promise"
    found: "FollowUps"
    """Every follow-up of the promise."""
    path: Path
    form: str = ""

    @property
    def document(self) -> "FollowUp":
        """The follow-up as it now stands. Raises LofteError when it has errors of form."""
        from medborgarlofte.load import load_bytes  # noqa: PLC0415
        from medborgarlofte.model.follow_up import FollowUp  # noqa: PLC0415

        data = self.path.read_bytes() if self.path.exists() else self.form.encode()
        loaded, _ = load_bytes(self.path.stem, self.session.shown(self.path), data)
        if loaded is None or not isinstance(loaded.document, FollowUp):
            raise LofteError(
                Text(
                    f"{self.session.shown(self.path)} har fel i sin form.",
                    f"{self.session.shown(self.path)} has errors of form.",
                ),
                Text("Se vad som är fel: lofte validate", "See what is wrong: lofte validate"),
            )
        return loaded.document

    @property
    def about(self) -> "Reporting":
        """The same as what is reported on."""
        from medborgarlofte.follow_up.updates import Reporting  # noqa: PLC0415

        return Reporting(self.promise, self.document, self.found)

    def write(self, entries: "list[Entry]") -> bool:
        """Write the form if it is new, and the entries into it; answers whether it was new.

        The file is read anew and held meanwhile, so that two who write at once do not lose each other's words.
        """
        from medborgarlofte.follow_up.editing import record  # noqa: PLC0415
        from medborgarlofte.model.kinds import spellings  # noqa: PLC0415
        from medborgarlofte.source.files import write_atomically  # noqa: PLC0415
        from medborgarlofte.source.locking import locked  # noqa: PLC0415

        with locked(self.path):
            created = not self.path.exists()
            before = self.form.encode() if created else self.path.read_bytes()
            after = record(before, entries, spellings())
            if created or after != before:
                write_atomically(self.path, after)
        if created:
            write_schema(self.path, self.form)
        return created


def work_on(
    session: Session, loaded: "LoadedDocument", workspace: "Workspace", date: dt.date | None, today: dt.date
) -> Work:
    """The follow-up to write: the one named, one begun and not done, or the next. Raises LofteError."""
    from medborgarlofte.follow_up.form import new_form, occasion  # noqa: PLC0415
    from medborgarlofte.follow_up.reports import follow_ups  # noqa: PLC0415
    from medborgarlofte.model.follow_up import FollowUp  # noqa: PLC0415
    from medborgarlofte.model.promise import Promise  # noqa: PLC0415

    document = loaded.document
    if isinstance(document, FollowUp):
        promise = workspace.valid.get(document.promise)
        if promise is None or not isinstance(promise.document, Promise):
            raise LofteError(
                Text(
                    f"Löftet ”{document.promise}” går inte att läsa.",
                    f"The promise “{document.promise}” cannot be read.",
                )
            )
        return Work(session, promise.document, follow_ups(workspace, promise.id), path_of(session, loaded))
    if not isinstance(document, Promise):
        raise LofteError(
            Text(f"”{loaded.id}” är inget medborgarlöfte.", f"“{loaded.id}” is no medborgarlöfte."),
            Text("Bara löften följs upp så här.", "Only promises are followed up like this."),
        )
    found = follow_ups(workspace, loaded.id)
    begun = [row for row, text in found if any(item.status is None for item in text.items)]
    if date is None and begun:
        return Work(session, document, found, path_of(session, begun[-1]))
    when = occasion(document, found, date=date, today=today)
    same_day = [row for row, text in found if text.date.first <= when.date <= text.date.last]
    if same_day:
        return Work(session, document, found, path_of(session, same_day[-1]))
    path = _path_for(path_of(session, loaded), loaded.id, when.date)
    form = new_form(loaded.id, document, found, when, lang=session.lang, schema=_schema(loaded, path))
    return Work(session, document, found, path, form)


def _path_for(promise: Path, promise_id: str, day: dt.date) -> Path:
    """uppfoljning-2022-12-31.yaml beside the promise, with the promise's name where another's has taken it.

    One that is of the same promise is the one to go on in, also when it has errors or another program has just begun it.
    """
    path = promise.with_name(f"uppfoljning-{day}.yaml")
    if not path.exists() or re.search(
        rf"^l[öo]fte:\s*[\"']?{re.escape(promise_id)}[\"']?\s*(#.*)?$",
        path.read_text("utf-8", "replace"),
        re.MULTILINE,
    ):
        return path
    return promise.with_name(f"uppfoljning-{promise.stem}-{day}.yaml")


def _schema(promise: "LoadedDocument", path: Path) -> str:
    """Where the schema of follow-ups lies, when the promise's own file says where its schema does."""
    found = re.match(
        r"# yaml-language-server: \$schema=(\S*?)medborgarlofte\.schema\.json", promise.source.text
    )
    if found is None:
        return ""
    address = f"{found[1]}uppfoljning.schema.json"
    ours = address.rpartition("/")[0].rpartition("/")[2] == SCHEMAS  # it is made with the form
    known = ours or "://" in address or Path(os.path.normpath(path.parent / address)).is_file()
    return address if known else ""


def _told(work: Work, created: bool, count: int) -> Text:
    from medborgarlofte.language.phrases import format_commitments  # noqa: PLC0415

    commitments, shown = format_commitments(len(work.promise.commitments)), work.session.shown(work.path)
    if created and not count:
        return Text(
            f"Skrev {shown} med {commitments.sv} att fylla i.",
            f"Wrote {shown} with {commitments.en} to fill in.",
        )
    if not count:
        return Text(f"Fortsätter i {shown}.", f"Going on in {shown}.")
    return Text(
        f"Förde in {count} åtaganden i {shown}." if count > 1 else f"Förde in ett åtagande i {shown}.",
        f"Recorded {count} commitments in {shown}." if count > 1 else f"Recorded one commitment in {shown}.",
    )
