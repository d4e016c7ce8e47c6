"""Version-checked saves: who comes second is shown both texts, and nobody's work is overwritten."""

from collections.abc import Mapping
from typing import Any, TypeVar

from django.db import models
from django.db.models import F

from uplift.ground.ui.refusal import Refusal

Record = TypeVar("Record", bound=models.Model)


class Gone(Refusal):
    """The record was taken away while somebody was changing it."""


class Stale(Refusal):
    """Somebody saved the record after the form had been opened; nothing of the form is written.

    `stored` is what the record says now and `typed` what the person wanted it to say, by field;
    `version` is the version that they have now seen.
    """

    def __init__(self, version: int, stored: Mapping[str, Any], typed: Mapping[str, Any]) -> None:
        super().__init__(
            "Somebody saved this after you had opened it, so yours is not saved yet. "
            "Compare the two, change yours where needed, and save again."
        )
        self.version = version
        self.stored = stored
        self.typed = typed


def claim(
    record: Record, version: int, typed: Mapping[str, Any] | None = None, **changes: Any
) -> Record:
    """Save `changes` and the next version, provided that the record is still at `version`.

    One UPDATE decides, so of any number of editors one comes first. Until the transaction ends no
    other can claim the record; call it first in the operation. Returns the record as it is now.
    Raises Stale with what is stored beside what was `typed` (the `changes`, unless told).
    """
    rows = type(record)._base_manager.filter(pk=record.pk, version=version)
    if not rows.update(version=F("version") + 1):
        raise _stale(record, changes if typed is None else typed)
    record.refresh_from_db()
    if changes:
        for name, value in changes.items():
            setattr(record, name, value)
        record.save(update_fields=changes)  # not by the UPDATE above: the search index listens
    return record


def check_version(record: models.Model, version: int, typed: Mapping[str, Any]) -> None:
    """Raise Stale when the record has moved on from `version`; for a page before the last one."""
    if not type(record)._base_manager.filter(pk=record.pk, version=version).exists():
        raise _stale(record, typed)


def _stale(record: models.Model, typed: Mapping[str, Any]) -> Refusal:
    fresh: Any = type(record)._base_manager.filter(pk=record.pk).first()
    if fresh is None:
        return Gone("This is no longer there: somebody has taken it away.")
    return Stale(fresh.version, {name: _value(fresh, name) for name in typed}, typed)


def _value(record: models.Model, name: str) -> Any:
    value = getattr(record, name, None)
    return list(value.all()) if isinstance(value, models.Manager) else value
