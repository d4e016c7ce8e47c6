"""Files that people bring."""

from uplift.ground.documents.models.file import File

__all__ = ["File"]
