"""Every page of the editor opens, for a small framework and for a shipped one."""

import re

import pytest
from django.conf import settings
from django.urls import reverse

from tests.unit.frameworks.editor.conftest import Editor
from uplift.engine import drafting
from uplift.engine.spec import read_pack
from uplift.ground.frameworks.editor.queries import workbooks_of

LINK = re.compile(r'href="(/b/northmere/frameworks/edit/[^"#]*)"')


def crawl(client, start, most):
    """Every page of the editor that links lead to, each of them opened once."""
    seen, waiting, came = set(), [start], {}
    while waiting and len(seen) < most:
        address = waiting.pop()
        if address in seen:
            continue
        seen.add(address)
        answer = client.get(address)
        assert answer.status_code == 200, (address, came.get(address))
        if answer["Content-Type"].startswith("text/html"):
            links = [link.replace("&amp;", "&") for link in LINK.findall(answer.content.decode())]
            came |= dict.fromkeys(links, address)
            waiting += links
    return seen


def test_every_page_of_a_small_framework_opens(editor):
    pages = crawl(editor.client, reverse("frameworks:edit_list", args=("northmere",)), 2_000)
    for page in ("new/", "bring/", "adopt/", "export/", "discard/", "look/review/", "try/review/"):
        assert any(address.endswith(page) for address in pages), page
    assert len(pages) > 100


def test_pages_of_a_shipped_framework_open(client, world):
    raw = drafting.of_pack(read_pack(settings.PACKS_DIR / "warrington-2013"))
    editor = Editor(client, world, raw)
    process, step = ("processes", "scr"), ("processes", "scr", "steps", "panel")
    assert "Nothing is wrong with it" in editor.sees("overview")
    for place in (("roles",), ("criteria",), ("forms",), ("clauses",), (*process, "steps")):
        editor.sees("parts", *place)
    said = editor.sees("one", *step)
    assert "“Subgroup convenes the criteria panel” is done" in said
    assert "Within 3 weeks of notification; the reason is asked if it is late" in said
    editor.sees("one", "criteria", "scr")
    editor.sees("condition", "criteria", "scr", "met")
    editor.sees("look", process="scr")
    editor.sees("try", process="scr")


@pytest.mark.parametrize(
    "address",
    [
        *("one/roles/nobody", "one/nothing", "parts/nothing", "parts/criteria/gone/ask"),
        *("one/processes/review/steps/gone", "when/roles", "due/roles/board_chair", "kept/clauses"),
        *("add/roles/board_chair", "remove/about", "add/about", "look/nothing", "try/nothing"),
        *("say/criteria/sar/met/?way=9", "say/criteria/sar/met/?way=x", "one/clauses/C-01/measure"),
        *("limit/processes/review/steps/panel/due/?limit=7", "one/roles/board_chair/name"),
        "remove/processes/review/steps/panel/needs",
    ],
)
def test_what_is_not_there_is_not_found(editor, address):
    slash = "" if "?" in address else "/"
    assert editor.client.get(f"{editor.url('overview')}{address}{slash}").status_code == 404


def test_another_boards_framework_is_not_found(editor):
    overview, southvale = editor.url("overview"), editor.world.southvale
    ann = editor.world.northmere.people["ann"]
    assert not workbooks_of(editor.world.reach(ann)).exists()
    editor.client.force_login(ann)
    assert editor.client.get(overview).status_code == 404  # she chairs the board; others manage it
    editor.client.force_login(southvale.people["priya"])
    elsewhere = overview.replace("northmere", "southvale")
    assert editor.client.get(elsewhere).status_code == 404
    assert (
        editor.client.get(reverse("frameworks:edit_list", args=("southvale",))).status_code == 200
    )


def test_pages_ask_the_database_little(editor, django_assert_max_num_queries):
    step = ("processes", "review", "steps", "panel")
    pages = [
        reverse("frameworks:edit_list", args=("northmere",)),
        reverse("frameworks:edit_new", args=("northmere",)),
        editor.url("overview"),
        editor.url("parts", *step[:3]),
        editor.url("one", *step),
        editor.url("condition", *step, "after"),
        editor.url("adopt"),
        editor.url("try", process="review"),
    ]
    for page in pages:
        with django_assert_max_num_queries(20):
            assert editor.client.get(page).status_code == 200
