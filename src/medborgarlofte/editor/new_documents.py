"""Documents that an editor creates."""

import re
from pathlib import Path
from typing import NamedTuple

from medborgarlofte.drafting.scaffold import opening, scaffold
from medborgarlofte.editor.desk import Desk, Page
from medborgarlofte.follow_up.next_form import next_form
from medborgarlofte.i18n import Language
from medborgarlofte.load import FOLDER
from medborgarlofte.model.agreement import Agreement
from medborgarlofte.model.promise import Promise


class NewDocument(NamedTuple):
    """File to create; one with an empty text exists already."""

    id: str
    path: Path
    text: str


def agreement(page: Page, promise: Promise, name: str | None, lang: Language) -> NewDocument | None:
    """Agreement of a promise's parties and period; None where it cannot be placed."""
    root = page.snapshot.project.root
    start, end = promise.period.start, promise.period.last_date
    municipality = next((party.name for party in promise.parties if party.kind == "kommun"), None)
    police = next((party.name for party in promise.parties if party.kind == "polis"), None)
    if root.name != FOLDER or start is None or end is None or municipality is None:
        return None
    folder = page.file.input.id.rpartition("/")[0]
    document_id = name or f"{f'{folder}/' if folder else ''}overenskommelse-{start.year}"
    path = root / f"{document_id}.yaml"
    if not re.fullmatch(r"[\w-]+(/[\w-]+)*", document_id) or path.exists():
        return None
    values = opening(Agreement, municipality=municipality, police=police, first=start, last=end)
    return NewDocument(document_id, path, scaffold(Agreement, values, lang=lang))


def follow_up(desk: Desk, page: Page) -> NewDocument | None:
    """Follow-up to write for a promise; None for another kind of document."""
    loaded = page.snapshot.workspace.valid.get(page.file.input.id)
    if loaded is None or not isinstance(loaded.document, Promise) or loaded.path is None:
        return None
    form = next_form(
        loaded,
        loaded.document,
        page.snapshot.workspace,
        beside=loaded.path,
        date=None,
        today=desk.day(),
        lang=desk.lang,
    )
    root = page.snapshot.project.root
    return NewDocument(form.path.relative_to(root).with_suffix("").as_posix(), form.path, form.text)
