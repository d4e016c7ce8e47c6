"""What is known of chronologies."""

from uplift.loop.reviews.queries.entries import (
    OTHER,
    bounds,
    contradicted,
    entries_of,
    for_pages,
    matching,
    told,
)
from uplift.loop.reviews.queries.sight import Sight, asked_agencies, sight_of

__all__ = [
    "OTHER",
    "Sight",
    "asked_agencies",
    "bounds",
    "contradicted",
    "entries_of",
    "for_pages",
    "matching",
    "sight_of",
    "told",
]
