"""What this room does when rooms below tell of something."""

from typing import Any

from django.db.models.signals import post_save
from django.dispatch import receiver

from uplift.ground.frameworks.models import Adoption
from uplift.loop.assurance.operations.counting import count


@receiver(post_save, sender=Adoption, dispatch_uid="assurance.count")
def count_clauses(instance: Adoption, created: bool, raw: bool = False, **_: Any) -> None:
    """Count at once by what somebody has just adopted; the nightly job does it for what begins
    later. What sets up a board by itself (nobody adopted) counts when it is done."""
    if created and instance.by_id and not raw:
        count(board=instance.board, now=instance.at)
