"""Who did what, who read what: append-only and chained."""

from uplift.ground.history.models.entry import Chain, Entry
from uplift.ground.history.models.reading import Reading

__all__ = ["Chain", "Entry", "Reading"]
