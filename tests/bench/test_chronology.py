"""How the merged chronology does with 50 and with 5,000 entries."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone

from tests.bench.test_pages import MOST_QUERIES, queries, times
from tests.world import World
from uplift.loop.cases.models import Case
from uplift.loop.reviews.models import Entry
from uplift.loop.reviews.operations.pairs import look_again

FEW, MANY = 50, 5_000
MOST_MILLISECONDS = 300
_KEYS = ("council", "police", "health", "school", "probation")
_WHAT = ("A visit to the home", "A call from the school", "A letter about a missed appointment")

pytestmark = pytest.mark.django_db


def fill(world: World, case: Case, size: int) -> None:
    """Entries of five agencies over four years, until there are so many."""
    agencies = [world.northmere.agencies[key] for key in _KEYS]
    by, now, there = world.northmere.people["priya"], timezone.now(), case.entries.count()
    first = world.today - dt.timedelta(days=1_500)

    def entry(n: int) -> Entry:
        told = n - (n % 50 == 49)  # one of fifty is told twice
        day = first + dt.timedelta(days=(told * 37) % 1_460)
        latest = day + dt.timedelta(days=30 if told % 9 == 0 else 0)
        words = "some time that month" if latest > day else ""
        what = f"{_WHAT[told % 3]}, number {told}: what was seen is written down at length."
        return Entry(case=case, number=n + 1, agency=agencies[n % 5], earliest=day, latest=latest,
                     words=words, what=what, record=f"R-{n}", by=by, at=now)  # fmt: skip

    made = Entry.objects.bulk_create([entry(n) for n in range(there, size)], batch_size=500)
    through = Entry.known_to.through
    through.objects.bulk_create(
        [through(entry_id=one.pk, agency_id=one.agency_id) for one in made], batch_size=500
    )
    look_again(case)


def test_a_chronology_stays_fluent(
    world: World, client: Client, figure: Callable[[str, float, str, int], None]
) -> None:
    case = world.case("Child Linnet")
    client.force_login(world.northmere.people["priya"])
    root = f"/b/northmere/cases/{case.reference}/chronology/"
    pages = {
        "chronology": root,
        "chronology, filtered": f"{root}?agency=police&words=school",
        "chronology, picture": f"{root}picture/",
        "chronology, doubles": f"{root}pairs/",
    }
    at: dict[int, dict[str, float]] = {}
    counted: dict[int, dict[str, int]] = {}
    for size in (FEW, MANY):
        fill(world, case, size)
        at[size] = times(client, pages)
        counted[size] = {name: queries(client, path) for name, path in pages.items()}
        for name in pages:
            figure(f"{name}, time", at[size][name], "ms", size)
            figure(f"{name}, queries", counted[size][name], "queries", size)
    for name in pages:
        ratio = at[MANY][name] / at[FEW][name]
        figure(f"{name}, growth from {FEW} entries", ratio, "times", MANY)
    assert counted[FEW] == counted[MANY]
    assert max(counted[MANY].values()) <= MOST_QUERIES
    assert max(at[MANY].values()) <= MOST_MILLISECONDS
