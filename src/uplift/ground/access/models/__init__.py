"""What each role may do at a board, and what each person therefore may."""

from uplift.ground.access.models.grant import Grant
from uplift.ground.access.models.power import Power

__all__ = ["Grant", "Power"]
