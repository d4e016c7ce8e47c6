"""The style pages in a browser: accessible, narrow, without scripts; and the small scripts."""

import pytest

from tests.support.browser import expect
from tests.support.pages import assert_accessible, assert_fits, sign_in
from uplift.ground.identity.models import User
from uplift.ground.ui.samples import PAGES

pytestmark = pytest.mark.django_db(transaction=True)

SMALL_TARGETS = """() => [...document.querySelectorAll("a, button, input, select, summary")]
  .filter((e) => e.offsetParent && !e.closest("p, li, td, dd, .up-notice, .govuk-skip-link"))
  .filter((e) => !e.closest(".govuk-radios, .govuk-checkboxes"))
  .filter((e) => e.getBoundingClientRect().height < 24 || e.getBoundingClientRect().width < 24)
  .map((e) => e.outerHTML.slice(0, 120))"""


@pytest.fixture
def alice():
    """Someone with an account."""
    return User.objects.create_user("alice@example.org", "Alice Moss")


@pytest.mark.parametrize("name", PAGES)
def test_style_pages_are_accessible_and_fit(page, narrow_page, name):
    for one in (page, narrow_page):
        one.goto(f"/style/{name}/")
        assert_accessible(one)
        assert_fits(one)
        assert one.evaluate(SMALL_TARGETS) == []


@pytest.mark.parametrize("colour", ["#ffdd00", "#00703c", "#5694ca"])
def test_any_boards_colour_is_accessible(page, monkeypatch, colour):
    monkeypatch.setattr("uplift.ground.ui.samples.BOARD.colour", colour)
    for name in ("case", "list"):
        page.goto(f"/style/{name}/")
        assert_accessible(page)


def test_the_sections_fold_away_on_a_phone_without_scripts(new_page):
    page = new_page(width=390, javascript=False)
    page.goto("/style/case/")
    expect(page.get_by_text("Skip to main content")).to_be_attached()
    page.locator("details.up-filters summary").count()
    page.goto("/style/list/?state=open")
    expect(page.get_by_label("Words")).to_be_visible()
    page.get_by_role("link", name="Remove State: Open").click()
    assert page.url.endswith("/style/list/?")


def test_a_password_can_be_shown(page):
    page.goto("/style/forms/")
    box = page.locator("#id_password")
    box.fill("three plain words")
    page.get_by_role("button", name="Show password").first.click()
    expect(box).to_have_attribute("type", "text")


def autosaving(page, status):
    """The form of the style page, made to keep drafts at an address that answers `status`."""
    sent = []

    def answer(route):
        sent.append(route.request.post_data)
        route.fulfill(status=status, json={"sentence": f"The server answered {status}."})

    page.route("**/drafts/sample/", answer)
    page.route("**/style/forms/", lambda route: route.fulfill(body=with_autosave(route)))
    page.goto("/style/forms/")
    return sent


def with_autosave(route):
    """The style page with what `ui.form(autosave=...)` adds."""
    before, form = route.fetch().text().split("data-guard", 1)
    place = '<p class="up-saved" data-saved role="status"></p></form>'
    marked = 'data-guard data-autosave="/drafts/sample/"'
    return before + marked + form.replace("</form>", place, 1)


def test_a_form_keeps_a_draft_on_the_server_without_the_password(page):
    sent = autosaving(page, 200)
    page.locator("#id_password").fill("three plain words")
    page.locator("#id_title").fill("A finding")
    expect(page.locator("[data-saved]")).to_have_text("The server answered 200.")
    assert "A finding" in sent[0]
    assert "three plain words" not in sent[0]
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_a_draft_that_cannot_be_kept_is_told(page):
    autosaving(page, 400)
    page.locator("#id_title").fill("A finding")
    expect(page.locator("[data-saved]")).to_have_text("The server answered 400.")
    page.route("**/drafts/sample/", lambda route: route.abort())
    page.locator("#id_title").fill("Another finding")
    expect(page.locator("[data-saved]")).to_contain_text("could not be kept")


def test_a_form_is_sent_once_however_often_one_clicks(page, client, alice, live_server):
    sign_in(page, client, alice, live_server.url)
    sent = []
    page.route("**/account/sign-out/", lambda route: answer_slowly(route, sent))
    page.goto("/account/")
    page.get_by_role("button", name="Sign out").dblclick(no_wait_after=True)
    page.wait_for_timeout(300)
    assert len(sent) == 1


def answer_slowly(route, sent):
    """Never, in fact: the page stays where the button is."""
    sent.append(route.request.method)


def test_the_session_warns_before_it_ends(page, client, alice, live_server):
    sign_in(page, client, alice, live_server.url)
    page.clock.install()
    page.goto("/account/")
    page.clock.fast_forward("27:30")
    dialog = page.get_by_role("dialog", name="You will be signed out")
    expect(dialog).not_to_be_visible()
    page.clock.fast_forward("00:40")
    expect(dialog).to_contain_text("You will be signed out in 2 minutes")
    assert_accessible(page)
    page.get_by_role("button", name="Stay signed in").click()
    expect(dialog).not_to_be_visible()
    page.clock.fast_forward("31:00")
    expect(page.get_by_role("heading", name="Your account")).to_be_visible()
    assert page.url.endswith("/account/")
