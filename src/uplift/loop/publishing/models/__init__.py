"""The decision to publish, and the copies that the public reads."""

from uplift.loop.publishing.models.copy import FrozenCopy
from uplift.loop.publishing.models.named import NamedWords
from uplift.loop.publishing.models.publication import Publication

__all__ = ["FrozenCopy", "NamedWords", "Publication"]
