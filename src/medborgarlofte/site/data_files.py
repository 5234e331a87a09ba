"""The files beside the pages: feeds, calendar, open data, and what search engines ask for."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from xml.etree import ElementTree as ET

from medborgarlofte.exporting.calendar import Event, write_calendar
from medborgarlofte.exporting.feeds import Entry, Feed, as_bytes, name_of, write_atom, write_json_feed
from medborgarlofte.follow_up.deadlines import Deadline, deadlines
from medborgarlofte.follow_up.reports import STANDING_LABELS, tally
from medborgarlofte.follow_up.reports import latest_reports as words_of
from medborgarlofte.i18n import Text
from medborgarlofte.language.phrases import format_actuals, format_commitments, format_period, format_statuses
from medborgarlofte.load import LoadedDocument
from medborgarlofte.model.follow_up import FollowUp
from medborgarlofte.model.places import places
from medborgarlofte.model.promise import Promise
from medborgarlofte.site.page import Page, Site, title_of

Written = tuple[str, Callable[[], bytes]]

FEEDS = ("flode.xml", "flode.json")
CALENDAR = "datum.ics"
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"


def data_files(site: Site, pages: Sequence[Page]) -> Iterator[Written]:
    """Each file with its path and how it is made."""
    yield FEEDS[0], lambda: write_atom(_feed(site, FEEDS[0]), list(entries(site)))
    yield FEEDS[1], lambda: write_json_feed(_feed(site, FEEDS[1]), list(entries(site)))
    yield CALENDAR, lambda: _calendar(site)
    for name, make in site.open_data.items():
        yield f"data/{name}", make
    if site.website.base_url:
        yield "sitemap.xml", lambda: _sitemap(site, pages)
        yield (
            "robots.txt",
            f"User-agent: *\nAllow: /\nSitemap: {_whole(site, 'sitemap.xml')}\n".encode,
        )


def _whole(site: Site, address: str) -> str:
    """The address in full when it is known where the site lies, else from the start page's folder."""
    base = site.website.base_url
    return f"{base.rstrip('/')}/{address}" if base else address


# ---------------------------------------------------------------- feeds


def _home(site: Site) -> str:
    """What the feed is named after: the place of the oldest promise, which stays as newer and older ones come."""
    promises = [
        (first_day(loaded) or dt.date.max, loaded.id, place)
        for loaded, promise in site.workspace.of_kind(Promise)
        for place in places(promise)
    ]
    return min(promises, default=(dt.date.max, "", ""))[2]


def _feed(site: Site, file: str) -> Feed:
    return Feed(
        id=name_of("feed", _home(site)),
        title=site.name,
        author=site.website.publisher or site.name,
        home=_whole(site, "index.html"),
        address=_whole(site, file) if site.website.base_url else "",
        lang=site.lang,
    )


def entries(site: Site) -> Iterator[Entry]:
    """One for each promise, for each follow-up and for each change of status; what has no day is left out."""
    for loaded, promise in site.workspace.of_kind(Promise):
        day = first_day(loaded)
        if day:
            count = format_commitments(len(promise.commitments))
            told = Text(
                f"{count.sv}. Gäller {format_period(promise.period, 'sv')}.",
                f"{count.en}. Period: {format_period(promise.period, 'en')}.",
            )
            yield Entry(
                name_of("promise", loaded.id),
                promise.title,
                day,
                site.say(told),
                _whole(site, site.link(loaded.id)),
            )
        yield from _told(site, loaded, promise)


def first_day(loaded: LoadedDocument) -> dt.date | None:
    """When the promise was given: published, signed or decided, whichever is first stated; else when it begins."""
    document = loaded.document
    dates = [row.date for row in document.publications]
    dates += [row.date for row in document.signatures]
    dates += [row.date for row in document.decisions]
    days = [date.last for date in dates if date]
    start = document.period.start if isinstance(document, Promise) else None
    return min(days, default=start.first if start else None)


def _told(site: Site, promise_loaded: LoadedDocument, promise: Promise) -> Iterator[Entry]:
    before: dict[str, str] = {}
    texts = {commitment.id: commitment.text for commitment in promise.commitments}
    found = site.follow_ups(promise_loaded.id)
    for number, (loaded, follow_up) in enumerate(found, start=1):
        link = _whole(site, site.link(loaded.id))
        day = follow_up.date.last
        reports = words_of(promise, found[:number])
        counted = site.say(format_statuses(tally(promise, reports)))
        title = follow_up.title or site.say(
            Text(f"Så gick det: {promise.title}", f"How it went: {promise.title}")
        )
        yield Entry(name_of("follow-up", loaded.id), title, day, f"{counted}.", link)
        for item in follow_up.items:
            status = item.status
            if status and item.commitment in texts and before.get(item.commitment) != status:
                label = STANDING_LABELS[status][site.lang]
                report = reports[item.commitment]
                actuals = site.say(format_actuals(report.actuals, report.part))
                figure = f" ({actuals})" if actuals else ""
                yield Entry(
                    name_of("status", loaded.id, item.commitment),
                    f"{label}{figure}: {texts[item.commitment]}",
                    day,
                    item.comment or title,
                    f"{link}#{item.commitment}",
                )
                before[item.commitment] = status


# ---------------------------------------------------------------- calendar


def _calendar(site: Site) -> bytes:
    """Periods, follow-ups, decisions and dialogues: everything with a day, past ones too, as seen from the first."""
    days = [loaded.document for loaded in site.workspace.documents.values()]
    found = deadlines(site.workspace, today=dt.date(1900, 1, 1), until=_horizon(days))
    events = [
        *_follow_up_events(site),
        *(_event(site, deadline) for deadline in found if deadline.clock in PUBLIC),
    ]
    return write_calendar(
        sorted(events, key=lambda event: (event.day, event.uid)), name=site.name, lang=site.lang
    ).encode()


PUBLIC = ("follow-up", "promise-ends", "agreement-ends", "agreement-follow-up", "decision", "dialogue")
"""What residents may want in their calendars; the rest is for those who do the work."""


def _horizon(documents: Sequence[object]) -> dt.date:
    """The last day that any document names, a few years on for those without an end."""
    ends = [
        end.last
        for document in documents
        if (end := getattr(getattr(document, "period", None), "last_date", None)) is not None
    ]
    return max(ends, default=dt.date(2000, 1, 1)) + dt.timedelta(days=366)


def _event(site: Site, deadline: Deadline) -> Event:
    return Event(
        deadline.uid,
        deadline.day,
        f"{site.say(deadline.what)}: {deadline.title}",
        link=_whole(site, site.link(deadline.document)) if site.website.base_url else "",
    )


def _follow_up_events(site: Site) -> Iterator[Event]:
    for loaded, follow_up in site.workspace.of_kind(FollowUp):
        promise = site.workspace.documents.get(follow_up.promise)
        if promise is not None:
            yield Event(
                f"told.{loaded.id.replace('/', '.')}@lofte",
                follow_up.date.last,
                site.say(Text(f"Uppföljt: {title_of(promise)}", f"Followed up: {title_of(promise)}")),
                link=_whole(site, site.link(loaded.id)) if site.website.base_url else "",
            )


# ---------------------------------------------------------------- search engines


def _sitemap(site: Site, pages: Sequence[Page]) -> bytes:
    ET.register_namespace("", SITEMAP)
    root = ET.Element(f"{{{SITEMAP}}}urlset")
    for page in sorted(pages, key=lambda page: page.address):
        element = ET.SubElement(root, f"{{{SITEMAP}}}url")
        ET.SubElement(element, f"{{{SITEMAP}}}loc").text = _whole(site, f"{page.address}.html")
        if day := site.updated_of(page):
            ET.SubElement(element, f"{{{SITEMAP}}}lastmod").text = day.isoformat()
    return as_bytes(root)
