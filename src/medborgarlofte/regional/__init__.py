"""Municipalities side by side: police areas, counties and sets of one's own."""

from medborgarlofte.regional.areas import Area, areas, municipal_places
from medborgarlofte.regional.gaps import gaps
from medborgarlofte.regional.region import Place, PlacePromise, Region, State, Topic, region_of
from medborgarlofte.regional.sharing import Shared, Sharer
from medborgarlofte.regional.timing import Timing

__all__ = [
    "Area", "Place", "PlacePromise", "Region", "Shared", "Sharer", "State", "Timing", "Topic", "areas",
    "gaps", "municipal_places", "region_of",
]  # fmt: skip
