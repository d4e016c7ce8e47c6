"""A word planted in everything that one board keeps, which no one else may ever meet."""

import json
from typing import Any

from django.apps import apps
from django.db import models

from tests.support.append_only import lifted
from uplift.ground.identity.sealed import SealedField

CANARY = "Zzcanaryzz"
# Fixed words, keys and digests, which a canary would only break.
_NOT_TEXT = (models.SlugField, models.EmailField)
_KEPT = {
    "password", "role", "step", "item", "outcome", "process", "started_as", "kind", "state",
    "status", "seal", "head", "digest", "sha256", "stored", "form", "route", "capability",
    "reference", "name_mark", "birth_mark", "mark", "pack_key", "content", "operation", "subject",
    "clause", "as_role", "prefix", "colour", "content_type", "role_name", "difference", "place",
    "key", "trials", "next_step", "withheld", "approved_for", "whose", "paragraph",
}  # fmt: skip


def highest() -> dict[type[models.Model], int]:
    """The last row of each of our tables."""
    return {model: _last(model) for model in _models()}


def plant(since: dict[type[models.Model], int]) -> int:
    """Put the canary into every text of the rows that came after; returns how many texts."""
    planted = 0
    with lifted():
        for model in _models():
            for row in model._base_manager.filter(pk__gt=since[model]):
                changes = {f.attname: _tainted(f, getattr(row, f.attname)) for f in _texts(model)}
                changes = {name: value for name, value in changes.items() if value is not None}
                if changes:
                    model._base_manager.filter(pk=row.pk).update(**changes)
                    planted += len(changes)
    return planted


def _models() -> list[type[models.Model]]:
    ours = [m for m in apps.get_models() if m.__module__.startswith("uplift.")]
    return [m for m in ours if isinstance(m._meta.pk, models.AutoField)]


def _last(model: type[models.Model]) -> int:
    last = model._base_manager.order_by("-pk").values_list("pk", flat=True).first()
    return int(last or 0)


def _texts(model: type[models.Model]) -> list[Any]:
    return [
        field
        for field in model._meta.concrete_fields
        if isinstance(field, models.CharField | models.TextField | models.JSONField)
        and not isinstance(field, _NOT_TEXT)
        and not field.choices
        and field.name not in _KEPT
    ]


def _tainted(field: Any, value: Any) -> Any:
    if isinstance(field, SealedField | models.JSONField):
        return _in_json(value) if isinstance(value, dict) and value else None
    if not value:
        return None
    room = field.max_length or 10_000
    return f"{CANARY} {value}"[:room] if room > len(CANARY) else None


def _in_json(value: dict[str, Any]) -> dict[str, Any]:
    spoilt = {
        key: f"{CANARY} {text}" if isinstance(text, str) and " " in text else text
        for key, text in value.items()
    }
    return json.loads(json.dumps(spoilt))  # type: ignore[no-any-return]  # JSON it was
