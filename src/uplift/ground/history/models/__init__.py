"""Who did what, who read what: append-only and chained."""

from uplift.ground.history.models.chain import Chain
from uplift.ground.history.models.entry import Entry
from uplift.ground.history.models.reading import Reading

__all__ = ["Chain", "Entry", "Reading"]
