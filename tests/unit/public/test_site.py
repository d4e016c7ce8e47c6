"""The public site: what is on it, what was on it, and nothing else."""

from xml.sax import ContentHandler, parseString

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.unit.public.conftest import CANARY
from uplift.ground.identity.models import User
from uplift.loop.publishing.models import FrozenCopy, Publication

REPORT = "/learning/northmere/report-0/"
LIST = "/learning/northmere/"


class Words(ContentHandler):
    """Gathers the text of a well-formed document."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""

    def characters(self, content: str) -> None:
        self.text += content


def words(response):
    handler = Words()
    parseString(response.content, handler)  # noqa: S317 - our own pages
    return handler.text


def test_a_report(reader, publish):
    publish(html="<p>Nobody asked her.</p>")
    response = reader.get(REPORT)
    assert response.status_code == 200
    assert "<p>Nobody asked her.</p>" in response.text
    assert "0" * 64 in response.text
    assert "At least" not in response.text
    assert "4c2c92" in response.text


@pytest.mark.parametrize("address", [REPORT, LIST, "/learning/northmere/feed.xml", "/sitemap.xml"])
def test_kept_by_caches_for_a_minute_at_most(reader, publish, address):
    publish()
    response = reader.get(address)
    assert response["Cache-Control"] == "public, max-age=60"
    assert not response.cookies


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_nothing_but_reading(reader, publish, method):
    publish()
    assert getattr(reader, method)(REPORT).status_code == 405


def test_the_list_by_year_and_form(reader, publish):
    publish("A fire", days=0)
    publish("A flood", days=0, form="learning")
    year = str(timezone.localdate().year)
    both = reader.get(LIST, {"year": year}).text
    assert "A fire" in both
    assert "A flood" in both
    one = reader.get(LIST, {"form": "learning"}).text
    assert "A fire" not in one
    assert "A flood" in one
    assert "Nothing fits these filters." in reader.get(LIST, {"form": "summary"}).text
    assert "A fire" in reader.get(LIST, {"year": "none of ours"}).text


def test_the_list_pages(reader, publish):
    for number in range(21):
        publish(f"Report number {number}", days=number)
    first, second = reader.get(LIST).text, reader.get(LIST, {"page": 2}).text
    assert "Report number 0" in first
    assert "Report number 20" not in first
    assert "Report number 20" in second


def test_an_empty_list(reader, board):
    assert "Nothing is published at present." in reader.get(LIST).text


@pytest.mark.parametrize("address", ["/learning/nowhere/", REPORT, "/learning/nowhere/feed.xml"])
def test_what_never_was(reader, board, address):
    assert reader.get(address).status_code == 404


def test_withdrawn(reader, publish):
    publication = publish("Secret title", html="<p>Secret text</p>")
    Publication.objects.update(
        standing="withdrawn",
        withdrawn_on=timezone.localdate(),
        withdrawal_notice="To protect a child.",
    )
    response = reader.get(REPORT)
    assert response.status_code == 410
    assert "To protect a child." in response.text
    assert "Secret" not in response.text
    assert response["Cache-Control"] == "public, max-age=60"
    for address in (LIST, "/learning/northmere/feed.xml", "/sitemap.xml"):
        page = reader.get(address).text
        assert "Secret" not in page
        assert publication.slug not in page


def test_on_request(reader, publish):
    publish("A fire", html="<p>Text</p>")
    Publication.objects.update(standing="on_request")
    response = reader.get(REPORT)
    assert response.status_code == 200
    assert "available on request" in response.text
    assert "board@northmere.example" in response.text
    assert "A fire" in response.text
    assert "<p>Text</p>" not in response.text
    assert "A fire" not in reader.get(LIST).text


def test_removed(reader, publish):
    publish("A fire")
    Publication.objects.update(standing="removed")
    response = reader.get(REPORT)
    assert response.status_code == 410
    assert "no longer published" in response.text


def test_a_later_copy_replaces_the_earlier(reader, publish):
    publication = publish("A fire", html="<p>First</p>")
    publish("A fire, later", html="<p>Second</p>", days=3, replaces=publication)
    page = reader.get(REPORT).text
    assert "<p>Second</p>" in page
    assert "<p>First</p>" not in page
    assert "Earlier versions" in page
    assert f"{0:064}" in page
    assert reader.get(LIST).text.count("A fire") == 1


def test_a_copy_for_a_later_day_isnt_shown_yet(reader, publish):
    publish("A fire", days=-2)
    assert "A fire" not in reader.get(LIST).text


def test_nothing_but_the_frozen_copy(reader, publish):
    """Every word of the case, and the board's own words about it, stay inside."""
    publish()
    addresses = ["/", REPORT, LIST, "/learning/northmere/feed.xml", "/sitemap.xml", "/robots.txt"]
    for standing in ("published", "withdrawn", "on_request", "removed"):
        Publication.objects.update(standing=standing, withdrawn_on=timezone.localdate())
        for address in addresses:
            assert CANARY not in reader.get(address).text


def test_the_feed_and_the_site_map_are_xml(reader, publish):
    publish("Fire & flood <b>")
    assert "Fire & flood <b>" in words(reader.get("/learning/northmere/feed.xml"))
    assert REPORT in words(reader.get("/sitemap.xml"))


def test_an_empty_feed(reader, board):
    assert board.name in words(reader.get("/learning/northmere/feed.xml"))


def test_the_landing_page(reader, board):
    page = reader.get("/").text
    assert board.name in page
    assert LIST in page


def test_who_has_signed_in_is_led_on(board):
    client = Client()
    client.force_login(User.objects.create_user("x@example.org", "X"))
    assert client.get("/").url == reverse("boards")


@pytest.mark.parametrize("name", ["accessibility", "privacy", "robots"])
def test_the_small_pages(reader, db, name):
    assert reader.get(reverse(f"public:{name}")).status_code == 200


def test_few_queries(reader, publish, django_assert_max_num_queries):
    for number in range(15):
        publish(str(number))
    for address in (REPORT, LIST, "/sitemap.xml"):
        with django_assert_max_num_queries(6):
            reader.get(address)


def test_the_frozen_copy_is_the_only_model_of_publishing_that_gets_out(publish, board):
    publish()
    rows = FrozenCopy.objects.on_show(timezone.localdate())
    assert rows.count() == 1
