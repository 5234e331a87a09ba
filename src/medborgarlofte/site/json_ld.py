"""Pages as schema.org JSON-LD."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from markupsafe import Markup

from medborgarlofte.follow_up.reports import Report
from medborgarlofte.i18n import Text
from medborgarlofte.model.places import located
from medborgarlofte.model.promise import Commitment, Promise
from medborgarlofte.model.record import Party
from medborgarlofte.model.statuses import STANDINGS
from medborgarlofte.site.page import Site

ACTION_STATUS: Final = {standing: row.action for standing, row in STANDINGS.items() if row.action}
"""Statuses with a schema.org counterpart."""


def as_block(value: Mapping[str, Any]) -> Markup:
    """JSON for a script element, safely escaped."""
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        written = written.replace(character, f"\\u{ord(character):04x}")
    return Markup(written)  # noqa: S704 - what could be markup is escaped above


def promise_block(
    site: Site, document_id: str, promise: Promise, reports: Mapping[str, Report]
) -> dict[str, Any]:
    """Promise as CreativeWork with Actions."""
    period = promise.period
    start = str(period.start.first) if period.start else ".."
    end = str(period.last_date.last) if period.last_date else ".."
    made: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "CreativeWork",
        "name": promise.title,
        "inLanguage": "sv",
        "identifier": document_id,
        "temporalCoverage": f"{start}/{end}",
        "author": [_organisation(party) for party in promise.parties],
        "hasPart": list(_actions(promise, reports)),
    }
    if site.website.publisher:
        made["publisher"] = {"@type": "GovernmentOrganization", "name": site.website.publisher}
    codes = [party.municipality_code for party in located(promise) if party.municipality_code]
    if codes:
        made["spatialCoverage"] = [{"@type": "AdministrativeArea", "identifier": code} for code in codes]
    sources = [row.link for row in promise.publications if row.link]
    if sources:
        made["isBasedOn"] = sources
    if date := site.date(document_id):
        made["dateModified"] = str(date)
    if promise.is_draft:
        made["creativeWorkStatus"] = "Draft"
    if url := site.absolute(site.link(document_id)):
        made["url"] = url
    return made


def _organisation(party: Party) -> dict[str, str]:
    public = party.kind in ("kommun", "polis", "region", "myndighet", "stadsdel")
    return {"@type": "GovernmentOrganization" if public else "Organization", "name": party.name}


def _actions(promise: Promise, reports: Mapping[str, Report]) -> Iterator[dict[str, Any]]:
    names = {party.id: party.name for party in promise.parties}
    for commitment in promise.commitments:
        made: dict[str, Any] = {
            "@type": "Action",
            "identifier": commitment.id,
            "name": commitment.text,
            **_status(commitment, reports),
        }
        if commitment.parties:
            made["agent"] = [{"@type": "Organization", "name": names.get(p, p)} for p in commitment.parties]
        if commitment.due:
            made["endTime"] = str(commitment.due.last)
        yield made


def _status(commitment: Commitment, reports: Mapping[str, Report]) -> dict[str, Any]:
    report = reports.get(commitment.id)
    status = report.item.status if report else None
    if status is None:
        return {}
    made: dict[str, Any] = {
        "additionalProperty": {"@type": "PropertyValue", "name": "status", "value": status}
    }
    known = ACTION_STATUS.get(status)
    return made | ({"actionStatus": f"https://schema.org/{known}"} if known else {})


def data_set_block(site: Site, files: Mapping[str, str]) -> dict[str, Any]:
    """Open data as Dataset; `files` maps address to media type."""
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": site.name,
        "description": site.say(
            Text(
                "Vad polis och kommun har lovat invånarna, åtagande för åtagande, och hur det gick.",
                "What police and municipality have promised residents, commitment by commitment, and how it went.",
            )
        ),
        "isAccessibleForFree": True,
        "inLanguage": "sv",
        "distribution": [
            {"@type": "DataDownload", "contentUrl": site.absolute(address) or address, "encodingFormat": kind}
            for address, kind in files.items()
        ],
    }
