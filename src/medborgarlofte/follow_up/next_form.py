"""Follow-up to write next: one that is begun, or a new form."""

import datetime as dt
import os
import re
from pathlib import Path
from typing import NamedTuple

from medborgarlofte.follow_up.form import new_form, occasion
from medborgarlofte.follow_up.reports import follow_ups
from medborgarlofte.i18n import Language
from medborgarlofte.load import SCHEMAS, LoadedDocument, Workspace
from medborgarlofte.model.promise import Promise


class NextForm(NamedTuple):
    """File of a follow-up and the text of a new one; the text is empty for one that is begun."""

    path: Path
    text: str


def next_form(
    loaded: LoadedDocument,
    promise: Promise,
    workspace: Workspace,
    *,
    beside: Path,
    date: dt.date | None,
    today: dt.date,
    lang: Language,
) -> NextForm:
    """Unfinished follow-up of a promise, else a form for a day; `beside` is the path of the promise."""
    history = follow_ups(workspace, loaded.id)
    begun = [row for row, text in history if any(item.status is None for item in text.items)]
    if date is not None or not begun:
        when = occasion(promise, history, date=date, today=today)
        begun = [row for row, text in history if text.date.first <= when.date <= text.date.last]
    if begun:
        return NextForm(begun[-1].path or beside.with_name(Path(begun[-1].file).name), "")
    path = _path_for(beside, loaded.id, when.date)
    schema = _schema(loaded, path)
    return NextForm(path, new_form(loaded.id, promise, history, when, lang=lang, schema=schema))


def _path_for(promise: Path, promise_id: str, day: dt.date) -> Path:
    """Path beside the promise: uppfoljning-2022-12-31.yaml.

    With the promise's name if that is another promise's file. A file of the same promise is continued, even
    when it has errors or was just created by another process.
    """
    path = promise.with_name(f"uppfoljning-{day}.yaml")
    if not path.exists() or re.search(
        rf"^l[öo]fte:\s*[\"']?{re.escape(promise_id)}[\"']?\s*(#.*)?$",
        path.read_text("utf-8", "replace"),
        re.MULTILINE,
    ):
        return path
    return promise.with_name(f"uppfoljning-{promise.stem}-{day}.yaml")


def _schema(promise: LoadedDocument, path: Path) -> str:
    """Schema path, if the promise's file has one."""
    match = re.match(
        r"# yaml-language-server: \$schema=(\S*?)medborgarlofte\.schema\.json", promise.source.text
    )
    if match is None:
        return ""
    address = f"{match[1]}uppfoljning.schema.json"
    ours = address.rpartition("/")[0].rpartition("/")[2] == SCHEMAS  # written together with the form
    exists = ours or "://" in address or Path(os.path.normpath(path.parent / address)).is_file()
    return address if exists else ""
