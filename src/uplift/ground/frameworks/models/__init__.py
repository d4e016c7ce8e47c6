"""Packs as immutable editions, which board works by which from when, and those in the making."""

from uplift.ground.frameworks.models.adoption import Adoption
from uplift.ground.frameworks.models.edition import Edition
from uplift.ground.frameworks.models.workbook import Workbook

__all__ = ["Adoption", "Edition", "Workbook"]
