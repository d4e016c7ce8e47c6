"""Two frameworks compared in the app."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone

from tests.unit.engine.packs import changed, write
from tests.world import World
from uplift.ground.frameworks import operations
from uplift.ground.frameworks.forms import usual
from uplift.ground.frameworks.models import Adoption, Edition
from uplift.ground.frameworks.queries import adoptions_of

PAGE = "/b/northmere/frameworks/compare/"
REPORT = "        after: {outcome: {decide: go}}\n"
DUE = f"{REPORT}        due: {{within: 3 weeks, of: decide}}\n"


def load(folder: Path, text: str) -> Edition:
    return operations.load(folder=write(folder, text), by=None, now=timezone.now())


def adopt(world: World, edition: Edition, days: int) -> Adoption:
    """The board adopts it; its people keep the powers that they have."""
    return Adoption.objects.create(
        board=world.northmere.board,
        edition=edition,
        starts=world.today + dt.timedelta(days=days),
        at=timezone.now(),
    )


@pytest.fixture
def two(world: World, tmp_path: Path) -> tuple[Edition, Edition]:
    """Two editions of a small framework: the deadline of a report differs."""
    later = DUE.replace("3 weeks", "15 working days")
    return (
        load(tmp_path / "a", changed(REPORT, DUE)),
        load(tmp_path / "b", changed(REPORT, later)),
    )


@pytest.fixture
def look(client: Client, world: World) -> Callable[..., str]:
    """`look(here=..., there=...)`: the page as the business manager sees it."""
    client.force_login(world.northmere.people["priya"])

    def page(**chosen: str) -> str:
        answer = client.get(PAGE, chosen)
        assert answer.status_code == 200
        return answer.content.decode()

    return page


def test_a_clock_that_differs(look: Callable[..., str], two: tuple[Edition, Edition]) -> None:
    page = look(here="tiny-2014/1", there="tiny-2014/2", only="clocks")
    assert "1 difference in clocks" in page
    assert "Within 3 weeks of “Chair decides”" in page
    assert "Within 15 working days of “Chair decides”" in page
    assert 'data-label="A tiny framework, edition 2"' in page
    assert 'href="/b/northmere/frameworks/tiny-2014/2/"' in page


def test_two_that_say_the_same(look: Callable[..., str], two: tuple[Edition, Edition]) -> None:
    assert "Nothing differs" in look(here="tiny-2014/1", there="tiny-2014/2", only="roles")


def test_two_boards(look: Callable[..., str], two: tuple[Edition, Edition]) -> None:
    page = look(here="warrington-2013/1", there="tiny-2014/1", only="everything")
    assert 'href="#chapter-1"' in page
    assert "Not there" in page
    assert "Nothing is said" in page
    criteria = look(here="warrington-2013/1", there="tiny-2014/1", only="criteria")
    assert "Yes to “Is abuse or neglect of the child known or suspected?” and" in criteria
    assert "<h2" in criteria
    assert "Routes of learning" not in criteria


def test_what_may_be_compared_is_offered(
    look: Callable[..., str], two: tuple[Edition, Edition]
) -> None:
    page = look()
    assert "edition 1 (ours today)</option>" in page
    assert "A tiny framework, edition 2</option>" in page
    assert "difference" not in page  # the board has had one edition: nothing is chosen yet


def test_the_edition_before_and_that_in_force(
    look: Callable[..., str], world: World, two: tuple[Edition, Edition]
) -> None:
    adopt(world, two[0], -2)
    adopt(world, two[1], -1)
    page = look()
    assert "1 difference in everything" in page
    assert "(ours before)" in page


def test_the_edition_to_come(world: World, two: tuple[Edition, Edition]) -> None:
    coming = adopt(world, two[0], 30)
    adoptions = list(adoptions_of(world.northmere.board))
    assert usual(adoptions, world.today) == {"here": "warrington-2013/1", "there": "tiny-2014/1"}
    assert usual([coming], world.today) == {"here": "", "there": "tiny-2014/1"}


def test_the_edition_to_come_is_compared_unasked(
    look: Callable[..., str], world: World, two: tuple[Edition, Edition]
) -> None:
    adopt(world, two[0], 30)
    page = look()
    assert "differences in everything" in page
    assert "(ours from " in page


@pytest.mark.parametrize("there", ["nowhere-1999/1", "tiny-2014/99999999999999999999", "", "x"])
def test_what_is_not_offered_is_refused(look: Callable[..., str], world: World, there: str) -> None:
    page = look(here="warrington-2013/1", there=there, only="clocks")
    assert "There is a problem" in page
    assert "difference" not in page


def test_another_board_is_missing(client: Client, world: World) -> None:
    client.force_login(world.southvale.people["priya"])
    assert client.get(PAGE).status_code == 404


def test_few_queries(
    look: Callable[..., str],
    two: tuple[Edition, Edition],
    django_assert_max_num_queries: Callable[[int], object],
) -> None:
    with django_assert_max_num_queries(20):  # type: ignore[attr-defined]  # a context manager
        look(here="warrington-2013/1", there="tiny-2014/1", only="everything")
