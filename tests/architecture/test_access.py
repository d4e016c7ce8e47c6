"""Every address, method and person; and a canary in everything that another board keeps."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from django.db import transaction
from django.test import Client
from django.urls import resolve
from django.utils import timezone
from pytest_django.plugin import DjangoDbBlocker

from tests.support import canary
from tests.support.walk import addresses, crawl, names, samples
from uplift.config.demo.build import build_boards
from uplift.config.demo.cast import Cast
from uplift.config.demo.chronology import tell_chronology
from uplift.config.demo.making import tell_making
from uplift.config.demo.story import Teller, read
from uplift.config.demo.thread import tell_thread
from uplift.config.routes import ROUTES
from uplift.ground.access.routes import Who
from uplift.ground.history.models import Entry
from uplift.ground.identity.models import User
from uplift.loop.assurance import operations as assurance
from uplift.loop.cases import operations as cases
from uplift.loop.cases.models import Case, Fact
from uplift.loop.reviews import operations as reviews

pytestmark = pytest.mark.django_db  # each test is undone; what `boards` made stays until the last
METHODS = ("get", "post", "put", "patch", "delete")
TABLE = {route.name: route for route in ROUTES}


@dataclass
class Place:
    """One board with its cases, and what its people came to by following links."""

    cast: Cast
    pages: dict[str, dict[str, bytes]]  # by person
    sample: dict[str, str]  # an address for each name in the route table


def tell(cast: Cast) -> None:
    """The board's finished case with all its learning, and one under way with agencies asked."""
    teller = Teller(cast, timezone.localdate())
    told = {s["pseudonym"]: teller.tell(s) for s in read("cases") if s["pseudonym"] in STORIES}
    tell_thread(cast, told["Child Alder"])
    tell_making(cast, timezone.localdate())
    tell_chronology(cast, told["Child Linnet"])
    reviews.share_with(  # to no agency: each sees its own
        case=told["Child Linnet"], agencies=[], by=cast.people["priya"], now=timezone.now()
    )
    assurance.count(board=cast.board, now=timezone.now())


def share(lead: Cast, other: Cast) -> None:
    """The lead's finished case is held together with the other board, which sees its learning."""
    case = Case.objects.get(board=lead.board, pseudonym="Child Alder")
    by = lead.people["priya"]
    cases.share_with(case=case, board=other.board, why="Both areas", by=by, now=timezone.now())


def ours(path: str) -> str:
    """An address of the other board with our board's name in it."""
    return path.replace("/b/southvale/", "/b/northmere/")


STORIES = ("Child Alder", "Child Linnet", "Child Swift")


def place(cast: Cast, *people: str) -> Place:
    start = f"/b/{cast.board.slug}/"
    pages = {key: crawl(cast.people[key], start) for key in people}
    pages["public"] = crawl(None, f"/learning/{cast.board.slug}/")
    met = samples([path for found in pages.values() for path in found])
    sample = {name: addresses(name, met, cast.board.slug) for name in TABLE}
    return Place(cast, pages, {name: path for name, path in sample.items() if path})


@pytest.fixture(scope="module")
def boards(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[tuple[Place, Place]]:
    """Northmere, and Southvale whose every text holds the canary; made once for all tests here."""
    with django_db_blocker.unblock(), transaction.atomic():
        northmere, southvale = build_boards(timezone.localdate())
        tell(northmere)
        before = canary.highest()
        tell(southvale)
        assert canary.plant(before) > 200
        share(northmere, southvale)
        here = place(northmere, "priya", "ann", "helen", "lewis", "sam", "meera", "tom", "ruth")
        yield here, place(southvale, "priya", "lewis", "meera")
        transaction.set_rollback(True)


def signed_in(user: User | None) -> Client:
    client = Client(raise_request_exception=False)
    if user:
        client.force_login(user)
    return client


def leaves(client: Client, path: str, method: str) -> int:
    """The answer's status; a refused write must leave nothing behind."""
    before = Fact.objects.count(), Entry.objects.count()
    status: int = getattr(client, method)(path).status_code
    if status >= 400:
        assert before == (Fact.objects.count(), Entry.objects.count()), f"{method} {path}"
    return status


def test_the_table_lists_every_address_and_no_other() -> None:
    assert sorted(set(names())) == sorted(TABLE)
    assert all(route.scope for route in ROUTES)


def test_outsiders_meet_nothing_at_any_address_by_any_method(boards: tuple[Place, Place]) -> None:
    here, there = boards
    known = {name: ours(path) for name, path in there.sample.items()} | here.sample
    board_routes = {n: p for n, p in known.items() if TABLE[n].who is Who.BOARD}
    missing = {n for n, r in TABLE.items() if r.who is Who.BOARD} - board_routes.keys()
    assert not missing, f"no page leads to these addresses: {sorted(missing)}"
    ruth = here.cast.people["ruth"]
    ruth.seats.update(ends=timezone.localdate() - dt.timedelta(days=1))
    ruth.grants.update(ends=timezone.localdate() - dt.timedelta(days=1))
    outsiders = {
        "another board's manager": there.cast.people["priya"],
        "another board's chair": there.cast.people["ann"],
        "a reviewer past the date": ruth,
        "somebody without a seat": User.objects.create_user("no@seat.example", "No Seat"),
    }
    faults = []
    for who, user in outsiders.items():
        client = signed_in(user)
        for path in board_routes.values():
            faults += [
                f"{who}: {method} {path} answers {status}"
                for method in METHODS
                if (status := leaves(client, path, method)) != 404
            ]
    assert not faults, "\n".join(faults)


def test_strangers_are_sent_to_sign_in(boards: tuple[Place, Place]) -> None:
    here, _ = boards
    client, faults = signed_in(None), []
    for name, path in here.sample.items():
        if TABLE[name].who is Who.ANYONE:
            continue
        for method in METHODS:
            answer = getattr(client, method)(path)
            if answer.status_code != 302 or "/account/sign-in/" not in answer["Location"]:
                faults.append(f"{method} {path} answers {answer.status_code}")
    assert not faults, "\n".join(faults)


def test_a_missing_capability_looks_like_no_page(boards: tuple[Place, Place]) -> None:
    here, _ = boards
    faults = []
    for key, user in here.cast.people.items():
        client = signed_in(user)
        held = set(user.grants.filter(board=here.cast.board).values_list("capability", flat=True))
        for name, path in here.sample.items():
            needs = TABLE[name].needs
            if needs and not held & set(needs):
                faults += [
                    f"{key}: {method} {path} answers {status}"
                    for method in ("get", "post")
                    if (status := leaves(client, path, method)) != 404
                ]
    assert not faults, "\n".join(faults)


def test_foreign_records_under_ones_own_board_are_missing(boards: tuple[Place, Place]) -> None:
    """The other board's addresses with our board's name in them: whatever is found is ours."""
    here, there = boards
    client, faults = signed_in(here.cast.people["priya"]), []
    for name, path in there.sample.items():
        if TABLE[name].who is not Who.BOARD:
            continue
        for method in ("get", "post"):
            answer = getattr(client, method)(ours(path))
            if canary.CANARY.encode() in answer.getvalue():
                faults.append(f"{method} {ours(path)} shows the canary")
    assert not faults, "\n".join(faults)


def test_a_case_is_missing_for_those_who_need_not_know(boards: tuple[Place, Place]) -> None:
    here, _ = boards
    case = Case.objects.get(board=here.cast.board, pseudonym="Child Linnet")
    helen = here.cast.people["helen"]
    cases.declare_conflict(case=case, user=helen, reason="Kin", by=helen, now=timezone.now())
    of_case = [
        path
        for found in here.pages.values()
        for path in found
        if resolve(path.split("?")[0]).kwargs.get("case") == case.reference
    ]
    assert len(set(of_case)) > 8
    faults = []
    for key in ("helen", "tom", "sam", "nadia"):
        client = signed_in(here.cast.people[key])
        own = here.pages.get(key, {}) if key != "helen" else {}  # a return asked of one's agency
        faults += [
            f"{key}: {path}"
            for path in set(of_case) - own.keys()
            if leaves(client, path, "get") != 404
        ]
    assert not faults, "\n".join(faults)


def test_no_canary_is_ever_met(boards: tuple[Place, Place]) -> None:
    here, there = boards
    word = canary.CANARY.encode()
    faults = [
        f"{who}: {p}" for who, found in here.pages.items() for p, c in found.items() if word in c
    ]
    assert not faults, "\n".join(faults)
    assert any(word in content for content in there.pages["priya"].values())


def test_search_counts_nothing_of_another_board(boards: tuple[Place, Place]) -> None:
    here, _ = boards
    client = signed_in(here.cast.people["priya"])
    page = client.get("/b/northmere/search/", {"q": "harmed"}).content
    assert canary.CANARY.encode() not in page
    found = client.get("/b/northmere/search/", {"q": canary.CANARY}).content.decode()
    assert found.count(canary.CANARY) <= 3  # the question itself, in the box and the title
