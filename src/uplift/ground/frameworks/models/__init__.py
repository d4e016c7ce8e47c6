"""Packs as immutable editions, and which board works by which from when."""

from uplift.ground.frameworks.models.adoption import Adoption
from uplift.ground.frameworks.models.edition import Edition

__all__ = ["Adoption", "Edition"]
