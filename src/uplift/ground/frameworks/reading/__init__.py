"""A framework as people read it, drawn from the pack alone."""

from uplift.ground.frameworks.reading.book import Book
from uplift.ground.frameworks.reading.links import Anchors, Pages

__all__ = ["Anchors", "Book", "Pages"]
