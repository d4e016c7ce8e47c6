"""Lessons from outside: here, what inspectors found about the board."""

from uplift.loop.lessons.models.inspection import Inspection

__all__ = ["Inspection"]
