"""The case pages in Chromium: accessible, narrow, by keyboard, with and without JavaScript."""

import pytest
from django.test import Client

from tests.support.browser import expect
from tests.support.casepages import at, person
from tests.support.pages import assert_accessible, assert_fits, sign_in
from uplift.loop.cases.models import Case, Fact

pytestmark = pytest.mark.django_db(transaction=True)


def open_as(page, world, key, url, address):
    sign_in(page, Client(), person(world, key), url)
    page.goto(address)
    return page


def addresses(world):
    """One of each kind of page, with who reads it."""
    linnet, wren = world.case("Child Linnet"), world.case("Child Wren")
    fact = Fact.objects.filter(case=linnet, step="refer").get()
    yield "priya", at("list")
    for tab in ("page", "decisions", "people", "agencies", "files", "papers", "history"):
        yield "priya", at(tab, linnet)
    for name in ("identity", "join", "add_member", "pause", "convert"):
        yield "priya", at(name, linnet)
    yield "priya", at("step", linnet, step="written")
    yield "priya", at("letter", linnet, step="written")
    yield "priya", at("document", linnet, document="scr_outcome")
    yield "priya", at("done", linnet, step="panel")
    yield "ann", at("correct", linnet, number=fact.pk)
    yield "ann", at("withdraw", linnet, number=fact.pk)
    yield "helen", at("step", wren, step="panel")
    yield "helen", at("step", wren, step="scr_decision")
    yield "helen", at("late", wren, step="panel")
    yield "meera", at("return", linnet, step="written", item="health")
    yield "priya", at("new")
    yield "priya", at("new_page", page="type")


def test_every_page_is_accessible_and_fits_a_phone(narrow_page, live_server, world):
    for key, address in list(addresses(world)):
        page = open_as(narrow_page, world, key, live_server.url, address)
        expect(page.locator("h1")).to_have_count(1)
        assert_accessible(page)
        assert_fits(page)


def redacted(world):
    return at(
        "step", world.case("Child Dunlin", until="actions_overseen"), step="publication_decision"
    )


def to_the_decision(page):
    for name in ("recognised", "child_harmed", "adult_harmed"):
        page.check(f"[name=q-{name}][value=no]")
    page.click("button:has-text('Go on')")


@pytest.mark.parametrize("javascript", [True, False])
def test_a_question_that_depends_on_the_outcome(new_page, live_server, world, javascript):
    page = new_page(javascript=javascript)
    open_as(page, world, "ann", live_server.url, redacted(world))
    to_the_decision(page)
    question = page.get_by_label("The legal reason for each redaction")
    only = page.get_by_text("Only if the outcome is")
    if javascript:
        expect(question).to_be_hidden()
        page.check("[name=outcome][value=redacted]")
        expect(question).to_be_visible()
        expect(only).to_be_hidden()
    else:
        expect(question).to_be_visible()
        expect(only).to_be_visible()


def test_a_notification_by_keyboard_without_javascript(plain_page, live_server, world):
    page = open_as(plain_page, world, "priya", live_server.url, at("new_page", page="type"))
    page.focus("[name=start]")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    page.focus("[name=q-told_by]")
    page.keyboard.type("Duty manager")
    page.check("[name=q-happened][value=died]")
    page.fill("[name=q-incident_year]", "2026")
    page.keyboard.press("Enter")
    page.fill("[name=q-account]", "What is known.")
    page.click("button:has-text('Go on')")
    page.check("[name=q-resident][value='not known']")
    page.click("button:has-text('Go on')")
    page.fill("[name=who_name]", "Robin Fictitious")
    page.keyboard.press("Enter")
    for _ in ("family", "name"):
        page.click("button:has-text('Go on')")
    page.click("button:has-text('Record the notification')")
    expect(page.locator("h1")).to_have_text("Child Avocet")
    assert Case.objects.count() == 1
