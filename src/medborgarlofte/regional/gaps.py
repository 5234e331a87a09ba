"""What one municipality has that its neighbours lack, and the other way round."""

from typing import NamedTuple

from medborgarlofte.regional.region import Region


class Gap(NamedTuple):
    """Topics that set a municipality apart, as slugs of categories."""

    place: str
    alone: tuple[str, ...]
    """Only it has commitments about them."""
    lacking: tuple[str, ...]
    """Most of the others have commitments about them, and it has none."""


def gaps(region: Region) -> list[Gap]:
    """Municipalities that differ from the others, in the order of the region.

    Those without commitments neither lack anything nor count among the others.
    """
    active = [index for index, count in enumerate(region.commitments) if count]
    found = []
    for index in active:
        others = [other for other in active if other != index]
        alone, lacking = [], []
        for topic in region.topics:
            holders = sum(topic.counts[other] > 0 for other in others)
            if topic.slug and others and topic.counts[index] and not holders:
                alone.append(topic.slug)
            elif topic.slug and not topic.counts[index] and 2 * holders > len(others):
                lacking.append(topic.slug)
        if alone or lacking:
            found.append(Gap(region.places[index].name, tuple(alone), tuple(lacking)))
    return found
