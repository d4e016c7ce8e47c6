"""How the learning reaches people, and who says it did."""

from uplift.loop.sharing.models.briefing import Briefing
from uplift.loop.sharing.models.confirmation import Confirmation
from uplift.loop.sharing.models.delivery import Delivery

__all__ = ["Briefing", "Confirmation", "Delivery"]
