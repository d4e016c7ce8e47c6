"""What was learnt: findings, the themes that they belong to, the outcomes wanted."""

from uplift.loop.learning.models.finding import Finding
from uplift.loop.learning.models.outcome import Outcome
from uplift.loop.learning.models.theme import Theme

__all__ = ["Finding", "Outcome", "Theme"]
