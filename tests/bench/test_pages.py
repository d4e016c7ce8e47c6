"""How the main pages do with 1,000 and 20,000 cases, beside an empty page in the same frame."""

import time
from collections.abc import Callable
from statistics import median

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.bench.crowd import crowd
from tests.world import World
from uplift.ground.access.gate import table
from uplift.ground.access.routes import board
from uplift.loop.cases.models import Case

SIZES = (1_000, 20_000)
ROUNDS = 25
MOST_QUERIES = 20
Figure = Callable[[str, float, str, int], None]


def milliseconds(client: Client, path: str) -> float:
    """The server's time for one answer."""
    start = time.perf_counter()
    answer = client.get(path)
    took = (time.perf_counter() - start) * 1000
    assert answer.status_code == 200, path
    return took


def times(client: Client, paths: dict[str, str]) -> dict[str, float]:
    """The median time of each page; the pages take turns, so that a slow moment hits all."""
    taken: dict[str, list[float]] = {name: [] for name in paths}
    for _ in range(ROUNDS):
        for name, path in paths.items():
            taken[name].append(milliseconds(client, path))
    return {name: median(values[2:]) for name, values in taken.items()}


def queries(client: Client, path: str) -> int:
    """How many queries a page takes."""
    with CaptureQueriesContext(
        connection,
    ) as captured:
        client.get(path)
    return len(captured)


@pytest.fixture
def client_of_manager(
    world: World, settings: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Client:
    """The business manager, who sees every case."""
    settings.ROOT_URLCONF = "tests.bench.urls"  # type: ignore[attr-defined]  # pytest-django's
    monkeypatch.setitem(table(), "empty", board("empty", "no rows"))
    client = Client()
    client.force_login(world.northmere.people["priya"])
    return client


def test_pages_stay_flat(client_of_manager: Client, world: World, figure: Figure) -> None:
    for pseudonym in ("Child Heron", "Child Plover", "Child Linnet", "Child Finch"):
        world.case(pseudonym)
    case = Case.objects.get(pseudonym="Child Heron")
    root = "/b/northmere/"
    pages = {
        "home": root,
        "case list": f"{root}cases/",
        "case page": f"{root}cases/{case.reference}/",
    }
    at: dict[int, dict[str, float]] = {}
    counted: dict[int, dict[str, int]] = {}
    for size in SIZES:
        crowd(world, size)
        taken = times(client_of_manager, {"empty page": f"{root}empty/", **pages})
        at[size] = {name: taken[name] / taken["empty page"] for name in pages}
        counted[size] = {name: queries(client_of_manager, path) for name, path in pages.items()}
        for name in pages:
            figure(f"{name}, time of an empty page", at[size][name], "times", size)
            figure(f"{name}, queries", counted[size][name], "queries", size)
    few, many = SIZES
    for name in pages:
        figure(f"{name}, growth from {few:,} cases", at[many][name] / at[few][name], "times", many)
    assert counted[few] == counted[many]
    assert max(counted[many].values()) <= MOST_QUERIES
