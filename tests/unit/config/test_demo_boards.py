"""What the demo holds: a board on each framework, made once for all tests here."""

import pytest
from django.db import transaction
from django.test import Client
from django.utils import timezone

from uplift.config.demo.build import build
from uplift.ground.access.reach import reach
from uplift.ground.boards.models import Agency, Board
from uplift.ground.frameworks.queries import edition_on
from uplift.ground.history.verify import verify
from uplift.ground.identity.models import User
from uplift.loop.cases.models import Case, JointBoard
from uplift.loop.cases.queries import cases_of, position_of
from uplift.loop.learning.models import Finding
from uplift.loop.publishing.models import FrozenCopy

pytestmark = pytest.mark.django_db  # each test is undone; what `said` made stays until the last

FRAMEWORKS = {
    "northmere": "warrington-2013",
    "southvale": "warrington-2013",
    "eastmarsh": "cheshire-east-2013",
    "westholt": "shropshire-2016",
    "greenford-children": "llr-2017_city_lscb",
    "greenford-adults": "llr-2017_city_sab",
    "saltcliff": "southend-2013",
    "highmoor": "england-2023_lscp",
}


@pytest.fixture(scope="module")
def said(django_db_setup, django_db_blocker):
    """The demo as `uplift demo` makes it; what it said meanwhile."""
    with django_db_blocker.unblock(), transaction.atomic():
        lines = []
        build(timezone.localdate(), lines.append)
        yield lines
        transaction.set_rollback(True)


def stands(pseudonym):
    """The case with that pseudonym, and how it stands today."""
    case = Case.objects.get(pseudonym=pseudonym)
    return case, position_of(case, timezone.localdate())


def test_each_board_works_by_its_framework(said):
    today = timezone.localdate()
    editions = {board.slug: edition_on(board, today) for board in Board.objects.all()}
    assert {slug: edition.pack_key for slug, edition in editions.items() if edition} == FRAMEWORKS
    assert verify() == []


def test_there_are_cases_at_every_stage_at_every_board(said):
    assert set(Case.objects.values_list("status", flat=True)) == {"open", "paused", "closed"}
    assert set(Case.objects.values_list("board__slug", flat=True)) == set(FRAMEWORKS)
    assert FrozenCopy.objects.count() == 1
    assert "Telling the story of Child Petrel" in said


def test_the_panel_sees_the_deaths_of_four_boards_and_nothing_else(said):
    owen = User.objects.get(email="owen@panel.example")
    today = timezone.localdate()
    seen = {
        board.slug: [case.pseudonym for case in cases_of(reach(owen, board, today))]
        for board in Board.objects.all()
    }
    assert {slug: names for slug, names in seen.items() if names} == {
        "northmere": ["Child Kestrel"],
        "southvale": ["Child Plum"],
        "eastmarsh": ["Child Pipit"],
        "westholt": ["Child Merlin"],
    }


@pytest.mark.parametrize(
    ("pseudonym", "before", "now"),
    [
        ("Child Teal", "scr", "reflective_review"),
        ("Child Dipper", "scr", "deep_dive"),
        ("Child Osprey", "scr", "multi_agency"),
        ("Child Petrel", "rapid_review", "lcspr"),
    ],
)
def test_some_cases_became_another_type_of_review(said, pseudonym, before, now):
    case, _ = stands(pseudonym)
    assert (case.started_as, case.process) == (before, now)


def test_reviews_that_only_some_frameworks_know(said):
    case, position = stands("Child Lapwing")
    assert case.process == "learning_review"
    assert position.step("nominated").outcome is None
    assert stands("Adult Rowan")[1].step("sar_decision").outcome == "discretionary"
    assert stands("Adult Hazel")[1].step("partnership_decision").outcome == "commission"


@pytest.mark.parametrize(
    ("pseudonym", "step"), [("Child Redshank", "impact"), ("Child Whimbrel", "sign_off")]
)
def test_something_is_late(said, pseudonym, step):
    assert stands(pseudonym)[1].step(step).late


def test_two_reviews_are_shared_and_a_finding_is_taken_in(said):
    joint = {(one.case.pseudonym, one.board.slug) for one in JointBoard.objects.all()}
    assert joint == {("Child Heron", "eastmarsh"), ("Child Alder", "southvale")}
    taken = Finding.objects.get(board__slug="southvale")
    assert taken.origin is not None
    assert taken.origin.board.slug == "northmere"


def test_what_other_boards_learnt_is_in_their_registers(said):
    learnt = Finding.objects.filter(themed_on__isnull=False)
    assert {"northmere", "eastmarsh", "westholt", "saltcliff"} == set(
        learnt.values_list("board__slug", flat=True)
    )


def test_boards_share_agencies(said):
    police = Agency.objects.get(slug="police")
    assert set(police.boards.values_list("slug", flat=True)) == {
        "northmere",
        "southvale",
        "eastmarsh",
    }


def test_the_sign_in_page_has_everyone_under_their_board(said, settings):
    settings.DEMO = True
    page = Client().get("/account/demo/").content.decode()
    assert page.count("<h2") == len(FRAMEWORKS) + 2  # the panel, and the reviewer from outside
    assert "Eastmarsh Safeguarding Children Board (Cheshire East 2013)" in page
    assert "Greenford City Adults&#39; Board (LLR 2017)" in page
    for slug in FRAMEWORKS.keys() - {"northmere", "southvale"}:
        assert User.objects.filter(demo=True, email__endswith=f"@{slug}.example").count() == 3
