"""What of a workspace is published: no drafts unless they are asked for, and nothing that is dated ahead."""

import datetime as dt
from collections.abc import Collection, Sequence

from medborgarlofte.cli.session import Session
from medborgarlofte.follow_up.reports import dated_ahead
from medborgarlofte.i18n import Text
from medborgarlofte.load import LoadedDocument, Workspace


def published(
    session: Session,
    workspace: Workspace,
    *,
    drafts: bool,
    today: dt.date | None,
    keep: Collection[str] = (),
    quiet: bool = False,
) -> Workspace:
    """The documents that every output counts alike; what is left out is noted on stderr.

    `today` is the day that was given, if any: what lies after one that was given is left out without a note. `keep` are ids of drafts that were named one by one, and so asked for. `quiet` writes no notes.
    """
    ahead = dated_ahead(workspace, today or session.today)
    drafted = [] if drafts else [loaded for loaded in workspace.drafts if loaded.id not in keep]
    for left_out, note in ((ahead if today is None else [], _ahead), (drafted, _drafts)):
        if not quiet and any(loaded.id in workspace.asked for loaded in left_out):
            session.log(note(left_out))
    if not ahead and not drafted:
        return workspace
    return workspace.without([loaded.id for loaded in (*ahead, *drafted)])


def _drafts(rows: Sequence[LoadedDocument]) -> Text:
    names, count = _listed(rows), len(rows)
    return Text(
        f"{count} utkast är inte med ({names}). Ta med {'det' if count == 1 else 'dem'}: --drafts",
        f"{count} {'draft is' if count == 1 else 'drafts are'} left out ({names}). "
        f"Include {'it' if count == 1 else 'them'}: --drafts",
    )


def _ahead(rows: Sequence[LoadedDocument]) -> Text:
    names, one = _listed(rows), len(rows) == 1
    return Text(
        f"{'En uppföljning' if one else f'{len(rows)} uppföljningar'} är "
        f"{'daterad' if one else 'daterade'} efter i dag och är inte med: {names}",
        f"{'One follow-up is' if one else f'{len(rows)} follow-ups are'} dated after today and left out: {names}",
    )


_SHOWN = 5


def _listed(rows: Sequence[LoadedDocument]) -> str:
    more = " …" if len(rows) > _SHOWN else ""
    return ", ".join(loaded.id for loaded in rows[:_SHOWN]) + more
