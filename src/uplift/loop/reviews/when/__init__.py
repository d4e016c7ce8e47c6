"""When something happened, as people write it: exact, approximate, with a time or without."""

from uplift.loop.reviews.when.moment import Moment, NotADate
from uplift.loop.reviews.when.reading import read

__all__ = ["Moment", "NotADate", "read"]
