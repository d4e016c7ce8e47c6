from typing import ClassVar

from django.db import models

from uplift.ground.boards.models.board import Board


class Group(models.Model):
    """A panel or subgroup; one that serves several boards has the same role at each."""

    name = models.CharField(max_length=200)
    role = models.CharField(max_length=60)  # a role of the pack, by its key
    boards = models.ManyToManyField(Board, related_name="groups")

    privacy: ClassVar[dict[str, str]] = {"id": "internal", "name": "internal", "role": "internal"}

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name
