"""Links that keep filters, sorting and page; the navigation."""

import pytest
from django.test import RequestFactory

from uplift.ground.ui import links, sections
from uplift.ground.ui.samples import FilterSample
from uplift.ground.ui.sections import Section

GET = RequestFactory().get
pytestmark = pytest.mark.urls("tests.support.addresses")


def test_query_changes_what_it_is_told_to():
    request = GET("/?state=open&state=late&page=3")
    assert links.query(request, page=4) == "?state=open&state=late&page=4"
    assert links.query(request, page=None, sort="") == "?state=open&state=late"
    assert links.query(GET("/")) == "?"


def test_filters_in_force():
    request = GET("/?q=neglect&state=open&state=late&kind=&page=2")
    active = links.active_filters(FilterSample(request.GET), request)
    assert [(one.label, one.value) for one in active] == [
        ("Words", "neglect"),
        ("State", "Open"),
        ("State", "Late"),
    ]
    assert active[0].without == "?state=open&state=late&kind="
    assert active[1].without == "?q=neglect&state=late&kind="


def test_back_to_goes_to_our_own_pages_only():
    assert links.back_to(GET("/?next=/b/northmere/"), "/") == "/b/northmere/"
    assert links.back_to(GET("/?next=https://example.org/"), "/") == "/"
    assert links.back_to(GET("/?next=//example.org/"), "/") == "/"
    assert links.back_to(GET("/"), "/home/") == "/home/"


def draw(path, may=lambda capability: True):
    shown = (
        Section("Home", "home"),
        Section("Cases", "cases", ("see_case",)),
        Section("Nowhere", "nowhere"),
    )
    return sections.links(shown, board="northmere", path=path, may=may)


def test_the_navigation_shows_what_exists_and_what_the_person_may_open():
    assert [link.text for link in draw("/")] == ["Home", "Cases"]
    assert [link.text for link in draw("/", may=lambda capability: False)] == ["Home"]
    assert sections.links([], board="northmere", path="/", may=bool) == []


def test_the_navigation_marks_where_one_is():
    def current(path):
        return [link.text for link in draw(path) if link.current]

    assert current("/b/northmere/") == ["Home"]
    assert current("/b/northmere/cases/") == ["Cases"]
    assert current("/b/northmere/cases/14/steps/") == ["Cases"]
    assert current("/b/northmere/search/") == []


@pytest.mark.parametrize(("also", "expected"), [("records", ["Record"]), ("nowhere", [])])
def test_a_section_may_have_pages_elsewhere(also, expected):
    shown = [Section("Home", "home"), Section("Record", "record", also=also)]
    path = "/b/northmere/records/14/"
    found = sections.links(shown, board="northmere", path=path, may=lambda capability: True)
    assert [link.text for link in found if link.current] == expected


def test_a_part_in_a_case_opens_what_is_of_cases():
    shown = [Section("Home", "home"), Section("Cases", "cases", ("see_case",), in_case=True)]

    def names(in_case):
        found = sections.links(
            shown,
            board="northmere",
            path="/",
            may=lambda capability: False,
            may_in_case=lambda capability: capability == in_case,
        )
        return [link.text for link in found]

    assert names("see_case") == ["Home", "Cases"]
    assert names("record") == ["Home"]
