"""The style pages in a browser: accessible, narrow, without scripts; and the small scripts."""

import pytest

from tests.support.browser import expect
from tests.support.pages import assert_accessible, assert_fits
from uplift.ground.ui.samples import PAGES

pytestmark = pytest.mark.django_db(transaction=True)

SMALL_TARGETS = """() => [...document.querySelectorAll("a, button, input, select, summary")]
  .filter((e) => e.offsetParent && !e.closest("p, li, td, dd, .up-notice, .govuk-skip-link"))
  .filter((e) => !e.closest(".govuk-radios, .govuk-checkboxes"))
  .filter((e) => e.getBoundingClientRect().height < 24 || e.getBoundingClientRect().width < 24)
  .map((e) => e.outerHTML.slice(0, 120))"""


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
        route.fulfill(status=status, body="")

    page.route("**/drafts/sample/", answer)
    page.route("**/style/forms/", lambda route: route.fulfill(body=with_autosave(route)))
    page.goto("/style/forms/")
    return sent


def with_autosave(route):
    body = route.fetch().text()
    marked = body.replace("data-guard", 'data-guard data-autosave="/drafts/sample/"', 1)
    place = '<p class="up-saved" data-saved role="status"></p>'
    return marked.replace("</form>", place + "</form>", 1) if "data-saved" not in marked else marked


def test_a_form_keeps_a_draft_on_the_server_without_the_password(page):
    sent = autosaving(page, 200)
    page.locator("#id_password").fill("three plain words")
    page.locator("#id_title").fill("A finding")
    expect(page.locator("[data-saved]").last).to_contain_text("Draft kept at")
    assert "A finding" in sent[0]
    assert "three plain words" not in sent[0]
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_a_draft_that_cannot_be_kept_is_told(page):
    autosaving(page, 500)
    page.locator("#id_title").fill("A finding")
    expect(page.locator("[data-saved]").last).to_contain_text("could not be kept")
