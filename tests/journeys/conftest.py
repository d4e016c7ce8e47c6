"""Journeys: the board Northmere in a real browser, everyone with the same password."""

import pytest

from tests.journeys.hands import give_passwords, opener


@pytest.fixture
def northmere(transactional_db, world):
    """The board's people, each with a password; no case yet."""
    give_passwords(list(world.northmere.people.values()))
    return world.northmere


@pytest.fixture
def enter(new_page):
    """`enter(user)`: that person's window, signed in by the form."""
    return opener(new_page)
