"""People of Northmere at their desks."""

import pytest
from django.test import Client

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
HOME = "/b/northmere/"


@pytest.fixture
def people(world):
    """Northmere's people by their first names."""
    return world.northmere.people


@pytest.fixture
def signed_in(people):
    """A browser in which that person has signed in."""

    def sign_in(name="priya"):
        client = Client()
        client.force_login(people[name], backend=BACKEND)
        return client

    return sign_in
