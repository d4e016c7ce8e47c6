"""The decision to publish, and the copies that the public reads."""

from uplift.loop.publishing.models.copy import FrozenCopy
from uplift.loop.publishing.models.passage import Passage
from uplift.loop.publishing.models.publication import Publication
from uplift.loop.publishing.models.request import CopyRequest

__all__ = ["CopyRequest", "FrozenCopy", "Passage", "Publication"]
