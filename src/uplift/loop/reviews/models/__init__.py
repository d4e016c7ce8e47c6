"""Chronologies: what happened when, who told it, what was known, and what belongs together."""

from uplift.loop.reviews.models.entry import Entry
from uplift.loop.reviews.models.episode import Episode
from uplift.loop.reviews.models.pair import Pair
from uplift.loop.reviews.models.sharing import Shared
from uplift.loop.reviews.models.upload import Upload

__all__ = ["Entry", "Episode", "Pair", "Shared", "Upload"]
