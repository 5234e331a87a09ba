"""Feeds, calendar, open data, robots and sitemap."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from medborgarlofte.exporting.calendar import Event, write_calendar
from medborgarlofte.exporting.feeds import Entry, Feed, name_of, write_atom, write_json_feed
from medborgarlofte.follow_up.deadline import Deadline, uid_domain
from medborgarlofte.follow_up.deadlines import deadlines
from medborgarlofte.follow_up.figures import format_figure_of
from medborgarlofte.follow_up.reports import latest_reports as words_of
from medborgarlofte.follow_up.reports import reported, tally
from medborgarlofte.i18n import Text
from medborgarlofte.language.markdown import markdown_to_text
from medborgarlofte.language.phrases import format_commitments, format_period, format_statuses, format_title
from medborgarlofte.load import LoadedDocument
from medborgarlofte.model.follow_up import FollowUp
from medborgarlofte.model.places import origin
from medborgarlofte.model.promise import Promise
from medborgarlofte.model.record import Document
from medborgarlofte.model.statuses import STANDING_LABELS
from medborgarlofte.site.page import Page, Site, title_of
from medborgarlofte.site.publish import OutputFile
from medborgarlofte.swedish import PartialDate, format_date
from medborgarlofte.templating import render_xml

FEEDS = ("flode.xml", "flode.json")
CALENDAR = "datum.ics"


def data_files(site: Site, pages: Sequence[Page]) -> Iterator[OutputFile]:
    """Files for programs."""
    yield OutputFile(FEEDS[0], lambda: write_atom(_feed(site, FEEDS[0]), list(entries(site))))
    yield OutputFile(FEEDS[1], lambda: write_json_feed(_feed(site, FEEDS[1]), list(entries(site))))
    yield OutputFile(CALENDAR, lambda: _calendar(site))
    for name, make in site.open_data.items():
        yield OutputFile(f"data/{name}", make)
    if site.website.base_url:
        yield OutputFile("sitemap.xml", lambda: _sitemap(site, pages))
        robots = f"User-agent: *\nAllow: /\nSitemap: {_whole(site, 'sitemap.xml')}\n"
        yield OutputFile("robots.txt", robots.encode)


def _whole(site: Site, address: str) -> str:
    """Absolute address if the base URL is known."""
    return site.absolute(address) or address


# ---------------------------------------------------------------- feeds


def _feed(site: Site, file: str) -> Feed:
    oldest = [
        (first.day if (first := first_date(loaded)) else dt.date.max, loaded.id, origin(promise))
        for loaded, promise in site.workspace.of_kind(Promise)
    ]
    place = min(oldest, default=(dt.date.max, "", ""))[2]
    return Feed(
        id=name_of("feed", place),
        title=site.name,
        author=site.website.publisher or site.name,
        home=_whole(site, "index.html"),
        address=site.absolute(file) or "",
        lang=site.lang,
    )


def entries(site: Site) -> Iterator[Entry]:
    """Dated news: promises, follow-ups and status changes."""
    for loaded, promise in site.workspace.of_kind(Promise):
        first = first_date(loaded)
        if first:
            count = format_commitments(len(promise.commitments))
            text = Text(
                f"{count.sv}. Gäller {format_period(promise.period, 'sv')}.",
                f"{count.en}. Period: {format_period(promise.period, 'en')}.",
            )
            yield Entry(
                name_of("promise", origin(promise), loaded.id),
                site.title(loaded),
                first.day,
                _stated(site, first.stated, "{}: ") + site.say(text),
                _whole(site, site.link(loaded.id)),
            )
        yield from _follow_up_entries(site, loaded, promise)


def _stated(site: Site, date: PartialDate | None, form: str) -> str:
    """A month or year in words, where only a day can be given beside it: ”2023: ”. Empty for a day."""
    return "" if date is None or date.precision == "day" else form.format(format_date(date, site.lang))


class Dated(NamedTuple):
    """A date as a document states it, and the day that a feed must give it."""

    day: dt.date
    stated: PartialDate


def first_date(loaded: LoadedDocument) -> Dated | None:
    """First publication, signature or decision, else the start of the period."""
    document = loaded.document
    dates = [row.date for row in document.publications]
    dates += [row.date for row in document.signatures]
    dates += [row.date for row in document.decisions]
    if first := min(filter(None, dates), key=lambda date: date.last, default=None):
        return Dated(first.last, first)
    start = document.period.start if isinstance(document, Promise) else None
    return Dated(start.first, start) if start else None


def _follow_up_entries(site: Site, promise_loaded: LoadedDocument, promise: Promise) -> Iterator[Entry]:
    before: dict[str, str] = {}
    commitments = {commitment.id: commitment for commitment in promise.commitments}
    history = reported(site.follow_ups(promise_loaded.id))
    for number, (loaded, follow_up) in enumerate(history, start=1):
        link = _whole(site, site.link(loaded.id))
        day = follow_up.date.last
        reports = words_of(promise, history[:number])
        counted = site.say(format_statuses(tally(promise, reports)))
        about = follow_up.title or site.say(
            Text(f"Så gick det: {promise.title}", f"How it went: {promise.title}")
        )
        title = site.say(format_title(follow_up, about))
        text = f"{_stated(site, follow_up.date, '{}: ')}{counted}."
        yield Entry(name_of("follow-up", origin(promise), loaded.id), title, day, text, link)
        for item in follow_up.items:
            status = item.status
            if status and item.commitment in commitments and before.get(item.commitment) != status:
                label = STANDING_LABELS[status][site.lang]
                report = reports[item.commitment]
                words = site.say(format_figure_of(promise, commitments[item.commitment], report))
                figure = f" ({words})" if words else ""
                yield Entry(
                    name_of("status", origin(promise), loaded.id, item.commitment),
                    site.say(
                        format_title(follow_up, f"{label}{figure}: {commitments[item.commitment].text}")
                    ),
                    day,
                    markdown_to_text(item.comment) if item.comment else title,
                    f"{link}#{item.commitment}",
                )
                before[item.commitment] = status


# ---------------------------------------------------------------- calendar


def _calendar(site: Site) -> bytes:
    """All public days, independent of today."""
    documents = [loaded.document for loaded in site.workspace.documents.values()]
    found = deadlines(site.workspace, today=dt.date(1900, 1, 1), until=_horizon(documents))
    events = [*_follow_up_events(site), *(_event(site, one) for one in found if one.kind in PUBLIC)]
    events.sort(key=lambda event: (event.day, event.uid))
    return write_calendar(events, name=site.name, lang=site.lang).encode()


PUBLIC = ("follow-up", "promise-ends", "agreement-ends", "agreement-follow-up", "decision", "dialogue")
"""Kinds of deadlines for residents; the others concern those who do the work."""


def _horizon(documents: Sequence[Document]) -> dt.date:
    """One year after the last period."""
    periods = [document.period for document in documents if document.period]
    ends = [period.last_date.last for period in periods if period.last_date]
    return max(ends, default=dt.date(2000, 1, 1)) + dt.timedelta(days=366)


def _event(site: Site, deadline: Deadline) -> Event:
    return Event(
        deadline.uid,
        deadline.day,
        f"{site.say(deadline.what)}: {deadline.title}{_stated(site, deadline.written, ' ({})')}",
        link=site.absolute(site.link(deadline.document)) or "",
        changed=site.updated.get(deadline.document),
    )


def _follow_up_events(site: Site) -> Iterator[Event]:
    for loaded, follow_up in site.workspace.of_kind(FollowUp):
        promise = site.workspace.documents.get(follow_up.promise)
        if promise is not None and reported([(loaded, follow_up)]):
            followed_up = Text(f"Uppföljt: {title_of(promise)}", f"Followed up: {title_of(promise)}")
            yield Event(
                f"told.{loaded.id.replace('/', '.')}{uid_domain(origin(promise.document))}",
                follow_up.date.last,
                site.say(format_title(follow_up, site.say(followed_up)))
                + _stated(site, follow_up.date, " ({})"),
                link=site.absolute(site.link(loaded.id)) or "",
                changed=site.updated.get(loaded.id),
            )


# ---------------------------------------------------------------- search engines


def _sitemap(site: Site, pages: Sequence[Page]) -> bytes:
    ordered = sorted(pages, key=lambda page: page.address)
    rows = [(_whole(site, f"{page.address}.html"), site.updated_of(page)) for page in ordered]
    return render_xml("sitemap.xml", pages=rows)
