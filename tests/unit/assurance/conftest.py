"""A board whose clauses are counted, and what is stated of them."""

import datetime as dt
import hashlib
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from tests.world import World
from uplift.engine.spec import Pack
from uplift.ground.frameworks import operations as frameworks
from uplift.ground.frameworks.models import Adoption, Edition
from uplift.loop.assurance import operations
from uplift.loop.assurance.adoptions import adoption_on
from uplift.loop.assurance.models import ClauseStatus
from uplift.loop.assurance.records import Records
from uplift.loop.cases import operations as cases

PAGE = "/b/northmere/framework/"


@pytest.fixture
def counted(world: World) -> World:
    """Three cases, with every clause counted."""
    world.case("Child Alder", leave_out=[])  # with the day of its publication
    world.case("Child Plover")
    world.case("Child Finch")
    cases.rebuild_all_tasks(world.today)
    operations.count_all(now=timezone.now())
    return world


def records(world: World) -> Records:
    return Records(world.northmere.board, world.northmere.edition.pack, world.today)


def attestable(world: World) -> ClauseStatus:
    status = ClauseStatus.objects.filter(kind="attested", board=world.northmere.board).first()
    assert status
    return status


def attest(world: World, clause: str, **changes: Any) -> None:
    given: dict[str, Any] = {
        "board": world.northmere.board,
        "clause_id": clause,
        "honoured": True,
        "says": "We do it each quarter.",
        "evidence": "Minutes of 3 March.",
        "on": world.today,
        "by": world.northmere.people["priya"],
        "now": timezone.now(),
    }
    operations.attest(**(given | changes))


def day_fields(name: str, day: dt.date) -> dict[str, int]:
    """A date as a form sends it."""
    return {f"{name}_day": day.day, f"{name}_month": day.month, f"{name}_year": day.year}


def in_force(world: World) -> Adoption:
    """What Northmere works by."""
    found = adoption_on(world.northmere.board, world.today)
    assert found
    return found


def status_of(world: World, clause: str) -> ClauseStatus:
    return ClauseStatus.objects.get(board=world.northmere.board, clause=clause)


def next_edition(pack: Pack) -> Edition:
    """The pack as the second edition."""
    content = pack.model_dump_json()
    return Edition.objects.create(
        pack_key=pack.pack,
        number=2,
        name=pack.name,
        digest=hashlib.sha256(f"2 {content}".encode()).hexdigest(),
        content=content,
        loaded_at=timezone.now(),
    )


def adopt_next(world: World, pack: Pack | None = None) -> Adoption:
    """Northmere's manager adopts a second edition from today."""
    return frameworks.adopt(
        board=world.northmere.board,
        edition=next_edition(pack or world.northmere.edition.pack),
        starts=world.today,
        by=world.northmere.people["priya"],
        now=timezone.now(),
    )


@pytest.fixture
def browse(world: World) -> Callable[..., Client]:
    """A browser in which that person has signed in."""

    def sign_in(name: str = "priya") -> Client:
        client = Client()
        client.force_login(world.northmere.people[name])
        return client

    return sign_in
