"""A board member reads the framework on a phone, and compares it with another board's."""

import pytest
from django.conf import settings
from django.utils import timezone

from tests.support.pages import assert_accessible, assert_fits
from uplift.ground.frameworks import operations

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def southend(transactional_db):
    """Another board's framework: it has tables, its own names and other clocks."""
    folder = settings.PACKS_DIR / "southend-2013"
    return operations.load(folder=folder, by=None, now=timezone.now())


def looks(person, *words):
    """What is on the page; it is accessible and no wider than the phone."""
    for said in words:
        person.sees(said)
    assert_accessible(person.page)
    assert_fits(person.page)


def test_read_and_compare_on_a_phone(northmere, southend, enter):
    tom = enter(northmere.people["tom"], width=320, height=640)
    tom.open("/b/northmere/framework/")
    looks(tom, "Every clause of the document")
    tom.follow("Read it")
    looks(tom, "Types of review", "People and what they may do", "To be checked by the board")
    tom.follow("Serious Case Review")
    looks(tom, "The criteria are met when", "Within 3 weeks of notification", "What becomes public")
    tom.follow("Notification of an incident")
    looks(tom, "What happened to the child?", "The child died")
    tom.follow("The framework")
    tom.follow("All of it on one page, to print")
    looks(tom, "Contents", "Notification of an incident", "Within 3 weeks of notification")
    tom.open("/b/northmere/frameworks/")
    tom.follow("Compare")
    looks(tom, "This framework")
    compare(tom, southend)
    tom.follow(str(southend))
    looks(tom, "not this board's", "Tables of the document")


def compare(tom, southend):
    """Choose the other board's framework, first all that differs, then the clocks alone."""
    tom.answer("And this one", str(southend))
    tom.press("Compare")
    looks(tom, "differences in everything", "Criteria", "Clocks")
    tom.answer("What to compare", "Clocks")
    tom.press("Compare")
    looks(tom, "in clocks", "within 1 month of notification", "Not there")
