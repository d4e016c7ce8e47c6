from typing import ClassVar

from django.conf import settings
from django.db import models

from uplift.ground.boards.models import Board


class Chain(models.Model):
    """Where one chain of the history has got to; locked while a link is added to it.

    Changes are chained by board, those of the instance in the chain `instance`. Readings are
    chained by reader, so that readers never wait for each other. `head` is the last link's seal
    and `length` how many there are: so a link cut off the end is missed too.
    """

    name = models.CharField(max_length=40, unique=True)  # instance, board:3, reader:14
    board = models.OneToOneField(Board, models.PROTECT, null=True, related_name="chain")
    reader = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="chain"
    )
    head = models.CharField(max_length=64, blank=True)
    length = models.PositiveBigIntegerField(default=0)
    seal = models.CharField(max_length=64, blank=True)  # over all of the above

    privacy: ClassVar[dict[str, str]] = {
        "id": "internal",
        "name": "internal",
        "board": "internal",
        "reader": "internal",
        "head": "internal",
        "length": "internal",
        "seal": "internal",
    }

    def __str__(self) -> str:
        return self.name
