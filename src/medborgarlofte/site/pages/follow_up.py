"""The page of a follow-up: one word per commitment, then the proof."""

from collections import Counter
from collections.abc import Iterator

from medborgarlofte.model.follow_up import EFFECT_LABELS, STATUS_LABELS, FollowUp
from medborgarlofte.model.promise import Promise
from medborgarlofte.site.page import Page, Site
from medborgarlofte.text import Text
from medborgarlofte.wording.phrases import write_actual


def pages(site: Site) -> Iterator[Page]:
    """One page for each follow-up."""
    promises = {loaded.id: promise for loaded, promise in site.workspace.of_kind(Promise)}
    for loaded, follow_up in site.workspace.of_kind(FollowUp):
        promise = promises.get(follow_up.promise)
        if promise is None:  # the promise has errors, and is not published
            continue
        tally: Counter[str] = Counter(item.status for item in follow_up.items if item.status)
        yield Page(
            address=site.link(loaded.id).removesuffix(".html"),
            template="follow_up",
            title=follow_up.title
            or site.say(Text(f"Så gick det: {promise.title}", f"How it went: {promise.title}")),
            data={
                "follow_up": follow_up,
                "promise": promise,
                "promise_link": site.link(follow_up.promise),
                "commitments": {commitment.id: commitment for commitment in promise.commitments},
                "unreported": [
                    c
                    for c in promise.commitments
                    if c.id not in {item.commitment for item in follow_up.items}
                ],
                "tally": [(label, tally[status]) for status, label in STATUS_LABELS.items() if tally[status]],
                "status_labels": STATUS_LABELS,
                "effect_labels": EFFECT_LABELS,
                "actual": write_actual,
            },
        )
