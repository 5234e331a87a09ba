"""Municipalities side by side: police areas, counties and sets of one's own."""

from medborgarlofte.regional.areas import Area, areas, municipal_places
from medborgarlofte.regional.gaps import Gap, gaps
from medborgarlofte.regional.region import Place, PlacePromise, Region, State, Topic, region_of
from medborgarlofte.regional.sharing import Shared, Sharer, shared_wordings
from medborgarlofte.regional.timing import TIMING_LABELS, FollowUpTiming, Timing

__all__ = [
    "TIMING_LABELS",
    "Area",
    "FollowUpTiming",
    "Gap",
    "Place",
    "PlacePromise",
    "Region",
    "Shared",
    "Sharer",
    "State",
    "Timing",
    "Topic",
    "areas",
    "gaps",
    "municipal_places",
    "region_of",
    "shared_wordings",
]
