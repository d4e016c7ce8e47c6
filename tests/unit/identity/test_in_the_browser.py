"""The pages of signing in, in a browser: accessible, narrow, without scripts."""

import pytest

from tests.support.browser import expect
from tests.support.pages import assert_accessible, assert_fits, sign_in
from tests.unit.identity.conftest import PASSWORD
from uplift.ground.identity.models import User

pytestmark = pytest.mark.django_db(transaction=True)

OPEN = ("sign-in/?ended=idle", "password/reset/", "password/reset/sent/", "closed/", "demo/")
OWN = ("", "sign-out/", "password/change/", "confirm/", "second-step/", "second-step/on/")


def test_pages_for_anyone(page, narrow_page, alice, settings):
    settings.DEMO = True
    alice.demo = True
    alice.save()
    for name in OPEN:
        for one in (page, narrow_page):
            one.goto(f"/account/{name}")
            assert_accessible(one)
            assert_fits(one)


def test_pages_of_ones_own(page, narrow_page, client, alice, live_server):
    for one in (page, narrow_page):
        sign_in(one, client, alice, live_server.url)
        for name in OWN:
            one.goto(f"/account/{name}")
            assert_accessible(one)
            assert_fits(one)


def test_setting_up_the_second_step(page, client, alice, live_server):
    sign_in(page, client, alice, live_server.url)
    page.goto("/account/second-step/on/")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_role("img", name="Picture for your app to scan")).to_be_visible()
    assert_accessible(page)


def test_the_people_of_another_board_are_a_click_away(page, plain_page, alice, settings):
    settings.DEMO = True
    User.objects.create_user("b@example.org", "Bea Lunt")
    for name, board in (("Alice Moss", "Moorby"), ("Bea Lunt", "Fenby")):
        User.objects.filter(name=name).update(demo=True, demo_board=board)
    for one in (page, plain_page):
        one.goto("/account/demo/")
        button = one.get_by_role("button", name="Sign in as Bea Lunt, Fenby")
        expect(one.get_by_role("button", name="Sign in as Alice Moss, Moorby")).to_be_visible()
        expect(button).to_be_hidden()
        one.get_by_text("Bea Lunt", exact=True).first.click()
        expect(button).to_be_visible()
    assert_accessible(page)
    assert_fits(page)


def test_signing_in_without_scripts_and_by_keyboard(plain_page, alice):
    plain_page.goto("/account/")
    expect(plain_page.get_by_role("heading", name="Sign in")).to_be_visible()
    plain_page.get_by_label("E-mail address").focus()
    plain_page.keyboard.type("alice@example.org")
    plain_page.keyboard.press("Tab")
    plain_page.keyboard.type("wrong")
    plain_page.keyboard.press("Enter")
    expect(plain_page.get_by_text("don't belong together")).to_be_visible()
    plain_page.get_by_label("Password", exact=True).focus()
    plain_page.keyboard.type(PASSWORD)
    plain_page.keyboard.press("Enter")
    expect(plain_page.get_by_role("heading", name="Your account")).to_be_visible()
