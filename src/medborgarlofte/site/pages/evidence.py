"""What promises rest on: agreements, situation pictures, surveys, dialogues and references."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Final, NamedTuple

from medborgarlofte.i18n import Text
from medborgarlofte.load import LoadedDocument
from medborgarlofte.model.agreement import Agreement
from medborgarlofte.model.promise import Evidence, Promise
from medborgarlofte.site.layout import GROUNDS, GROUNDS_TITLE
from medborgarlofte.site.page import Page, Site
from medborgarlofte.site.pages.document import SHOWN
from medborgarlofte.site.places import by_start
from medborgarlofte.swedish import PartialDate, sort_key


class Ground(NamedTuple):
    """A document or a reference, and the promises that rest on it."""

    title: str
    link: str
    """From the root of the site, or an address elsewhere; empty without one."""
    date: PartialDate | None
    users: list[tuple[str, str]]


def pages(site: Site) -> Iterator[Page]:
    """The page, where there is anything to list."""
    if site.has_grounds:
        yield Page(
            address=GROUNDS,
            template="evidence",
            title=site.say(GROUNDS_TITLE),
            sources=tuple(site.workspace.documents),
            make=lambda: {"groups": _grounds(site)},
            about=site.say(
                Text(
                    "Överenskommelser, lägesbilder, mätningar och samtal bakom löftena, och vilka löften som bygger på dem.",
                    "Agreements, situation pictures, surveys and dialogues behind the promises, and which promises rest on them.",
                )
            ),
            section="about",
        )


def _grounds(site: Site) -> list[tuple[str, list[Ground]]]:
    """What promises rest on, by kind; the newest first."""
    users, references = _users(site)
    found: dict[str, list[Ground]] = defaultdict(list)
    documents = [
        one for one in site.workspace.documents.values() if isinstance(one.document, (Agreement, *SHOWN))
    ]
    for loaded in sorted(documents, key=by_start, reverse=True):
        heading = site.say(type(loaded.document).LABEL)
        found[heading].append(
            Ground(site.title(loaded), site.link(loaded.id), _date(loaded), users[loaded.id])
        )
    for row, own in references.items():
        heading = site.say(_LABELS.get(row.kind, OTHER))
        found[heading].append(Ground(row.title or row.kind.capitalize(), row.link or "", row.date, own))
    return sorted(found.items(), key=lambda group: (group[0] == site.say(OTHER), sort_key(group[0])))


OTHER: Final = Text("Annat underlag", "Other evidence")
_LABELS: Final = {
    **{kind.LABEL.sv.lower(): kind.LABEL for kind in SHOWN},
    "medarbetardialog": Text("Medarbetardialog", "Staff dialogue"),
    "brottsstatistik": Text("Brottsstatistik", "Crime statistics"),
}


def _date(loaded: LoadedDocument) -> PartialDate | None:
    period = loaded.document.period
    return period.start if period else loaded.document.date


_Users = dict[str, list[tuple[str, str]]]


def _users(site: Site) -> tuple[_Users, dict[Evidence, list[tuple[str, str]]]]:
    """Promises by the id of what they rest on, and by reference."""
    users: _Users = defaultdict(list)
    references: dict[Evidence, list[tuple[str, str]]] = defaultdict(list)
    for loaded, promise in site.workspace.of_kind(Promise):
        own = (site.title(loaded), site.link(loaded.id))
        for key in dict.fromkeys(_named(promise)):
            users[key].append(own)
        for row in dict.fromkeys(row for row in promise.evidence if not row.document):
            references[row].append(own)
    return users, references


def _named(promise: Promise) -> Iterator[str]:
    """Ids that a promise refers to as its grounds."""
    yield promise.part_of or ""
    yield from (row.document for row in promise.evidence if row.document)
    yield from ((goal.indicator or "").partition("#")[0] for goal in promise.outcome_goals)
