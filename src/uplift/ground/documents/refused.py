"""The refusal of a file."""

from uplift.ground.ui.refusal import Refusal


class FileRefused(Refusal):
    """The file isn't taken; nothing of it was kept."""
