"""The home page and the list of tasks."""

import csv
import datetime as dt
from io import BytesIO, StringIO

import openpyxl
import pytest
from django.urls import reverse

from tests.unit.desk.conftest import HOME
from uplift.front.desk.queries.say import Work
from uplift.front.desk.queries.sources import WORK
from uplift.front.desk.queries.work import WHEN, in_words, waiting
from uplift.ground.history.models import Reading

TASKS = f"{HOME}tasks/"


def late(world):
    """A case whose panel is a week late."""
    return world.case("Child Wren")


def test_addresses():
    assert reverse("desk:home", args=("northmere",)) == HOME
    assert reverse("desk:tasks", args=("northmere",)) == TASKS


def test_late_comes_first_then_due_then_undated(world, people):
    late(world)
    world.case("Child Heron")
    found = list(in_words(waiting(world.reach(people["ann"]))))
    dues = [work.due for work in found]
    dated = [due for due in dues if due]
    assert dated == sorted(dated)
    assert dues == dated + [None] * (len(dues) - len(dated))


def test_work_is_told_in_words(world, people):
    case = late(world)
    [work] = in_words(waiting(world.reach(people["helen"])))
    assert (work.kind, work.title) == ("step", "Criteria panel recommends")
    assert (work.about, work.reference) == ("Child Wren", case.reference)
    assert work.code == f"{case.reference}: Criteria panel recommends"
    assert work.days(world.today) < 0
    assert "3 weeks" in work.note


def test_nobody_else_has_it(world, people):
    late(world)
    for name in ("priya", "idris", "tom", "sam", "lewis"):
        assert list(waiting(world.reach(people[name]), kind="step")) == []


@pytest.mark.parametrize("when", WHEN)
def test_each_filter_of_time_finds_its_own(world, people, when):
    late(world)
    world.case("Child Heron")
    rows = list(in_words(waiting(world.reach(people["ann"]), when=when)))
    assert all(_when(work, world.today) == when for work in rows)
    every = list(in_words(waiting(world.reach(people["ann"]))))
    assert len(rows) == sum(_when(work, world.today) == when for work in every)


def _when(work, today):
    days = work.days(today)
    if days is None:
        return "undated"
    return "late" if days < 0 else "soon" if days <= 7 else "later"


@pytest.mark.parametrize("source", WORK, ids=lambda source: source.kind)
def test_each_filter_of_kind_finds_its_own(world, people, source):
    late(world)
    rows = waiting(world.reach(people["ann"]), kind=source.kind)
    assert {kind for kind, _, _ in rows} <= {source.kind}


def test_a_reason_for_delay_is_asked_of_who_was_late(world, people):
    case = late(world)
    task = case.tasks.get(step="panel")
    task.state, task.reason_needed = "done", True
    task.save()
    [work] = in_words(waiting(world.reach(people["helen"])))
    assert (work.kind, work.title) == ("step", "Give the reason for delay")
    assert work.url.endswith("/steps/panel/late/")
    assert work.note.startswith("Criteria panel recommends: ")
    task.reason_given = True
    task.save()
    assert list(waiting(world.reach(people["helen"]))) == []


def test_the_home_page_shows_ones_work(world, signed_in):
    late(world)
    page = signed_in("helen").get(HOME).content.decode()
    assert "Criteria panel recommends" in page
    assert "All 1 task<" in page
    assert "days late" in page
    assert "Open cases, 1" in page


def test_someone_with_nothing_to_do_is_told_so(signed_in):
    page = signed_in("tom").get(HOME).content.decode()
    assert "Nothing waits for you" in page
    assert "Record a notification" not in page
    assert "Open cases" not in page
    assert "Nothing is due in the next seven days." in page


def test_the_manager_may_begin(signed_in):
    page = signed_in("priya").get(HOME).content.decode()
    assert "Open cases, 0" in page
    assert "Record a notification" in page
    assert "People and their seats" in page


def test_another_board_is_not_there(signed_in):
    assert signed_in("priya").get("/b/southvale/").status_code == 404
    assert signed_in("priya").get("/b/nowhere/").status_code == 404


def test_the_list_filters_and_pages(world, signed_in):
    late(world)
    client = signed_in("helen")
    assert "Criteria panel recommends" in client.get(f"{TASKS}?when=late").content.decode()
    assert "No tasks" in client.get(f"{TASKS}?when=later").content.decode()
    assert "No tasks" in client.get(f"{TASKS}?kind=action").content.decode()
    assert client.get(f"{TASKS}?when=nonsense&page=99").status_code == 200


def test_the_list_can_be_taken_away_and_that_is_recorded(world, signed_in, people):
    case = late(world)
    client = signed_in("helen")
    answer = client.get(f"{TASKS}export/")
    sheet = openpyxl.load_workbook(BytesIO(answer.content)).active
    rows = list(sheet.values)
    assert rows[0] == ("What", "Why", "About", "Reference", "Due", "Days left")
    assert rows[1][0] == "Criteria panel recommends"
    assert rows[1][3] == case.reference
    answer = client.get(f"{TASKS}export/?as=csv&when=late")
    found = list(csv.reader(StringIO(answer.content.decode("utf-8-sig"))))
    assert found[1][0] == "Criteria panel recommends"
    taken = Reading.objects.filter(by=people["helen"], kind=Reading.Kind.EXPORT)
    assert [reading.about for reading in taken] == ["Tasks", "Tasks"]


def test_only_reading_is_offered(signed_in):
    client = signed_in()
    for address in (HOME, TASKS, f"{TASKS}export/"):
        assert client.post(address).status_code == 405


def many(case, count):
    """So many open tasks of one step."""
    task = case.tasks.get(step="panel")
    for number in range(count):
        task.pk, task.item = None, f"item {number}"
        task.due = dt.date(2026, 1, 1) + dt.timedelta(days=number)
        task.save(force_insert=True)


@pytest.mark.parametrize("address", [HOME, TASKS, f"{HOME}diary/"])
def test_as_many_queries_for_ten_rows_as_for_hundreds(
    world, signed_in, address, django_assert_max_num_queries
):
    case = late(world)
    client = signed_in("helen")
    many(case, 10)
    client.get(address)
    with django_assert_max_num_queries(20) as few:
        client.get(address)
    many_more = case.tasks.get(item="item 0")
    many_more.delete()
    case.tasks.filter(item__startswith="item").delete()
    many(case, 300)
    with django_assert_max_num_queries(20) as lots:
        client.get(address)
    assert len(lots) == len(few)


def test_days_left_without_a_date():
    work = Work("step", "t", "", "", "", "", "")
    assert work.days(dt.date(2026, 11, 21)) is None
