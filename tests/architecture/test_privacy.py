"""Every field of every model says how private it is."""

import pytest
from django.apps import apps

CLASSES = {"public", "internal", "confidential", "identity"}
OURS = [model for model in apps.get_models() if model.__module__.startswith("uplift.")]


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_every_field_is_classified(model):
    fields = {field.name for field in model._meta.concrete_fields}
    classified = model.__dict__.get("privacy", {})
    assert set(classified) == fields
    assert set(classified.values()) <= CLASSES
