"""The chronology's pages in Chromium: accessible, narrow, by keyboard, without JavaScript."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.support.browser import expect
from tests.support.pages import assert_accessible, assert_fits, sign_in
from tests.unit.reviews.conftest import Room
from uplift.config.demo.chronology import tell_chronology
from uplift.loop.reviews.models import Entry, Pair, Upload

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def told(world):
    room = Room(world)
    tell_chronology(world.northmere, room.case)
    return room


def at(room, name, **more):
    return reverse(
        f"reviews:{name}", kwargs={"board": "northmere", "case": room.case.reference, **more}
    )


def addresses(room):
    """One of each kind of page, with who reads it."""
    number = Entry.objects.get(record="NP-31207").number
    upload = Upload.objects.get(state="ready")
    for name in ("chronology", "picture", "names", "pairs", "episodes", "sources", "share"):
        yield "ruth", at(room, name)
    yield "ruth", f"{at(room, 'chronology')}?words=alone"
    yield "ruth", f"{at(room, 'picture')}?show=2025-12"
    yield "ruth", at(room, "judge", pair=Pair.objects.to_look_at().get().pk)
    yield "ruth", at(room, "entry", number=number)
    for name in ("account", "add", "bring"):
        yield "sam", at(room, name, agency="police")
    yield "sam", at(room, "upload", agency="police", upload=upload.pk)
    yield "sam", at(room, "chronology")


def test_every_page_is_accessible_and_fits_a_phone(told, new_page, live_server):
    pages = {}
    for key, address in addresses(told):
        page = pages.get(key)
        if page is None:
            page = pages[key] = new_page(width=320, height=640)
            sign_in(page, Client(), told.who(key), live_server.url)
        page.goto(address)
        assert_accessible(page)
        assert_fits(page)


def test_the_picture_is_walked_by_keyboard_without_javascript(told, plain_page, live_server):
    page = plain_page
    sign_in(page, Client(), told.who("ruth"), live_server.url)
    page.goto(at(told, "picture"))
    page.get_by_role("link", name="2025", exact=True).click()
    page.get_by_role("link", name="Dec", exact=True).click()
    mark = page.get_by_role("link", name="Northshire Police, 15 December 2025: 1 event")
    mark.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("row")).to_have_count(2)
    expect(page.get_by_role("row").last).to_contain_text("Officers find two children alone")
