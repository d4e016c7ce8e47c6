"""People for the tests of signing in."""

import pytest

from uplift.ground.identity.models import User

PASSWORD = "three plain words"


@pytest.fixture
def alice(db):
    """Someone with an account and a password."""
    return User.objects.create_user("alice@example.org", "Alice Moss", PASSWORD)


@pytest.fixture
def queued(monkeypatch):
    """The jobs put in the queue, as (function, *arguments)."""
    jobs = []
    for module in ("forms", "operations", "receivers"):
        target = f"uplift.ground.identity.{module}.async_task"
        monkeypatch.setattr(target, lambda *job: jobs.append(job))
    return jobs


@pytest.fixture(autouse=True)
def own_addresses(settings):
    """These tests need no rooms, and count tries afresh."""
    settings.ROOT_URLCONF = "tests.support.addresses"
    settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if "access.gate" not in name]
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
