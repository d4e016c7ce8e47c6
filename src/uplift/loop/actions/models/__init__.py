"""What will be done about it, by whom, by when."""

from uplift.loop.actions.models.action import Action
from uplift.loop.actions.models.progress import Progress

__all__ = ["Action", "Progress"]
