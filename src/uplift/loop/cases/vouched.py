"""What the history vouches for beside itself: each fact is as it was when it was recorded."""

from collections.abc import Iterator

from uplift.ground.history import verify
from uplift.loop.cases.models import Fact


def tampered_facts() -> Iterator[str]:
    """A sentence for each fact that isn't as the history has it."""
    return verify.compare(Fact.objects.all(), "fact", Fact.digest)


def watch() -> None:
    """Have `uplift history verify` look at the facts too."""
    verify.register("facts", tampered_facts)
