from functools import lru_cache
from typing import ClassVar

from django.db import models

from uplift.engine.spec import Pack


@lru_cache(maxsize=32)
def _read(digest: str, content: str) -> Pack:
    return Pack.model_validate_json(content)


class Edition(models.Model):
    """A framework pack as it stood when it was loaded. The database refuses to change it.

    Of a framework that several boards share, `part` names the board for which this edition reads:
    with its names, its processes and its clauses. Without a part it is the whole. The id of a pack
    holds no `_`, so the key of a part, `pack_part`, is never that of another pack.
    """

    pack_key = models.CharField(max_length=80)
    part = models.CharField(max_length=60, blank=True)
    number = models.PositiveIntegerField()
    name = models.CharField(max_length=300)
    digest = models.CharField(max_length=64, unique=True)
    content = models.TextField()
    loaded_at = models.DateTimeField()

    privacy: ClassVar[dict[str, str]] = {
        "id": "public",
        "pack_key": "public",
        "part": "public",
        "number": "public",
        "name": "public",
        "digest": "public",
        "content": "public",
        "loaded_at": "public",
    }

    class Meta:
        ordering = ("pack_key", "-number")
        constraints = (
            models.UniqueConstraint(fields=("pack_key", "number"), name="one_edition_a_number"),
        )

    def __str__(self) -> str:
        return f"{self.name}, edition {self.number}"

    @property
    def pack(self) -> Pack:
        """The pack itself, read once a process."""
        return _read(self.digest, self.content)
