"""The pages drawn from the kit: their heads, their markup, what they never hold."""

import re
from types import SimpleNamespace

import pytest
from django.contrib.auth.models import AnonymousUser
from django.template import engines
from django.template.loader import render_to_string
from django.test import RequestFactory
from jinja2 import UndefinedError

from uplift.ground.ui import samples
from uplift.ground.ui.context import Here
from uplift.ground.ui.sections import Section

pytestmark = pytest.mark.urls("tests.support.addresses")
DASH = "\N{EN DASH}"
SECTIONS = (Section("Home", "home"), Section("Cases", "cases", ("see_case",)))


@pytest.fixture(autouse=True)
def own_sections(settings):
    """These pages need no rooms."""
    settings.UPLIFT_SECTIONS = "tests.unit.ui.test_pages.SECTIONS"
    settings.UPLIFT_SEARCH = "home"


def get(path="/", user=None, **attributes):
    request = RequestFactory().get(path)
    request.user = user or AnonymousUser()
    request.session = {}
    request._messages = []
    for name, value in attributes.items():
        setattr(request, name, value)
    return request


def at_northmere(path="/b/northmere/cases/", **attributes):
    reach = SimpleNamespace(
        board=samples.BOARD,
        today=samples.TODAY,
        roles=frozenset(),
        may=lambda _: True,
        may_as=lambda _, roles: True,
    )
    return get(path, reach=reach, **attributes)


def draw(source, request, **context):
    backend = engines.all()[0]
    return backend.from_string(source).render(context, request)


PAGE = """{% extends "ui/page.html" %}
{% block title %}Child Heron{% endblock %}
{% block heading %}{{ ui.heading("Child Heron") }}{% endblock %}
{% block content %}<p>Content</p>{% endblock %}"""


def title(html):
    return re.search("<title>(.*)</title>", html, re.DOTALL)[1]


def test_a_page_says_where_it_is():
    html = draw(PAGE, at_northmere())
    assert title(html) == f" {DASH} ".join(["Child Heron", "Cases", "Northmere", "Uplift"])
    assert '<html lang="en"' in html
    assert html.count("<h1") == 1
    assert 'href="/brand/12436d.css"' in html
    assert 'aria-current="page">Cases</a>' in html
    assert "up-columns" not in html


def test_a_page_with_something_beside_it_has_two_columns():
    html = draw(PAGE + "{% block aside %}<p>Aside</p>{% endblock %}", at_northmere())
    assert html.count("<p>Content</p>") == 1
    assert "up-columns__aside" in html


def test_a_page_with_errors_says_so_first():
    form = samples.EveryField({})
    html = draw(PAGE, at_northmere(), form=form)
    assert title(html).startswith("Error: Child Heron")
    assert "There is a problem" in html


def test_a_page_tells_its_script_when_the_session_ends():
    timer = SimpleNamespace(idle=1800, left=40000)
    html = draw(PAGE, at_northmere(session_timer=timer))
    assert 'data-idle="1800" data-left="40000"' in html
    assert 'data-alive="/account/alive/"' in html
    assert "data-idle" not in draw(PAGE, at_northmere())


def test_a_page_without_a_board_has_no_sections():
    here = Here(get())
    assert (here.sections, here.home, here.search, here.person) == ([], "/", "", "")
    assert here.brand == "/brand/12436d.css"
    assert here.today


def test_what_a_page_knows():
    user = SimpleNamespace(is_authenticated=True, __str__=lambda: "x")
    here = Here(at_northmere(user=user, _messages=["Saved."]))
    assert here.today == samples.TODAY
    assert here.home == "/b/northmere/"
    assert here.search == "/b/northmere/"
    assert here.messages == ["Saved."]
    assert here.person


def test_a_public_page_carries_the_boards_name_and_colour():
    board = SimpleNamespace(name="Ambleford Board", short_name="Ambleford", colour="#00703c")
    source = """{% extends "ui/public.html" %}{% block title %}Learning{% endblock %}"""
    html = draw(source, get(), board=board)
    assert title(html) == f"Learning {DASH} Ambleford Board"
    assert 'href="/brand/00703c.css"' in html
    assert 'content="index, follow"' in html


def test_a_misspelt_name_is_an_error_but_a_missing_key_is_not():
    for source in ("{{ caes }}", "{% if caes %}{% endif %}", "{{ thing.naem }}"):
        with pytest.raises(UndefinedError):
            draw(source, get(), thing=SimpleNamespace(name="x"))
    with pytest.raises(UndefinedError):
        draw("{{ caes|length }}", get())
    with pytest.raises(UndefinedError):
        draw("{% for x in caes %}{% endfor %}", get())
    source = "{{ d.a }}{% if d.a %}x{% endif %}{{ d.a|length }}{% for x in d.a %}{% endfor %}"
    assert draw(source, get(), d={}) == "0"
    assert draw("{{ nothing }}", get(), nothing=None) == ""


def test_letters_are_not_escaped_and_pages_are():
    context = {"name": "Ann O'Neill", "link": "https://example.org/?a=1&b=2", "days": 3}
    assert "Ann O'Neill" in render_to_string("identity/letters/reset.txt", context)
    assert draw("{{ name }}", get(), name="<b>") == "&lt;b&gt;"


@pytest.mark.parametrize("page", samples.PAGES)
def test_every_style_page_is_fit_for_a_strict_policy(client, db, page):
    html = client.get(f"/style/{page}/").content.decode()
    assert not re.search(r"\sstyle=|\son[a-z]+=|javascript:", html)
    scripts = re.findall("<script([^>]*)>([^<]*)</script>", html)
    assert scripts
    assert all("src=" in attributes and not body for attributes, body in scripts)
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert len(re.findall("<h1", html)) == 1


def test_the_style_pages_are_not_in_production(client, db, settings):
    assert client.get("/style/").status_code == 200
    assert client.get("/style/nothing/").status_code == 404
    settings.PRODUCTION = True
    assert client.get("/style/").status_code == 404
