"""The diary and the calendar that other programs read."""

import datetime as dt

import pytest
from django.utils import timezone
from icalendar import Calendar

from tests.unit.desk.conftest import HOME
from uplift.front.desk import operations
from uplift.front.desk.models import CalendarFeed
from uplift.front.desk.queries import diary
from uplift.ground.access import operations as access
from uplift.ground.boards.models import Seat
from uplift.ground.history.models import Entry
from uplift.loop.cases.models import Conflict, Task

DIARY = f"{HOME}diary/"


@pytest.fixture
def task(world):
    """A step due on the first Wednesday of March 2027."""
    case = world.case("Child Wren")
    task = case.tasks.get(step="panel")
    task.due = dt.date(2027, 3, 3)
    task.save()
    return task


def test_a_step_that_waits_stands_in_the_diary_by_its_name(world, people, task):
    task.state, task.reason_needed = "waiting", True
    task.save()
    [event] = day(world.reach(people["ann"]), task.due).events
    assert event.title == "Criteria panel recommends"


def test_what_is_asked_of_an_agency_leads_to_its_return(world, people, task):
    task.agency, task.item = world.northmere.agencies["police"], "police"
    task.save()
    [event] = day(world.reach(people["sam"]), task.due).events
    assert event.url.endswith("/returns/panel/police/")
    assert event.note.startswith("Northshire Police: ")


def day(reach, on):
    weeks = diary.month(reach, on.replace(day=1))
    return next(found for week in weeks for found in week if found.on == on and found.inside)


def test_a_month_has_whole_weeks(world, people):
    weeks = diary.month(world.reach(people["ann"]), dt.date(2027, 3, 1))
    assert [len(week) for week in weeks] == [7] * 5
    assert weeks[0][0].on == dt.date(2027, 3, 1)
    assert weeks[-1][-1].on == dt.date(2027, 4, 4)
    assert not weeks[-1][-1].inside


def test_what_is_due_stands_on_its_day(world, people, task):
    found = day(world.reach(people["ann"]), task.due)
    assert [event.title for event in found.events] == ["Criteria panel recommends"]
    assert found.more == 0


def test_a_full_day_leads_to_its_own_list(world, people, task, signed_in):
    for number in range(30):
        task.pk, task.item = None, f"item {number}"
        task.save(force_insert=True)
    found = day(world.reach(people["ann"]), task.due)
    assert (len(found.events), found.more) == (4, 27)
    client = signed_in("ann")
    assert "27 more" in client.get(f"{DIARY}?month=2027-03").content.decode()
    page = client.get(f"{DIARY}2027-03-03/").content.decode()
    assert "Wednesday 3 March 2027" in page
    assert "1 to 25 of 31 entries" in page


def test_others_see_nothing_of_it(world, people, task, signed_in):
    assert day(world.reach(people["tom"]), task.due).events == []
    page = signed_in("tom").get(f"{DIARY}2027-03-03/").content.decode()
    assert "Nothing falls on this day" in page
    Conflict.objects.create(
        case=task.case, user=people["ann"], reason="a cousin", declared_on=world.today
    )
    assert day(world.reach(people["ann"]), task.due).events == []


def test_the_week_on_the_home_page(world, people, task, signed_in):
    task.due = world.today + dt.timedelta(days=2)
    task.save()
    assert task.name in [work.title for work in diary.week(world.reach(people["ann"]))]
    assert task.name in signed_in("ann").get(HOME).content.decode()
    task.due = world.today + dt.timedelta(days=7)
    task.save()
    assert task.name not in [work.title for work in diary.week(world.reach(people["ann"]))]


@pytest.mark.parametrize("asked", ["", "2027-13", "soon", "0001-01", "9999-12", "2027-02"])
def test_any_month_can_be_asked_for(signed_in, asked):
    answer = signed_in().get(DIARY, {"month": asked})
    assert answer.status_code == 200
    assert ("February 2027" in answer.content.decode()) == (asked == "2027-02")


@pytest.mark.parametrize("on", ["2027-02-30", "soon", "20270303T10"])
def test_no_such_day(signed_in, on):
    assert signed_in().get(f"{DIARY}{on}/").status_code == 404


@pytest.fixture
def feed(world, people, task):
    return operations.new_feed(by=people["helen"], now=timezone.now())


def events(client, feed):
    answer = client.get(f"/calendar/{feed.token}.ics")
    assert answer.status_code == 200
    return answer, Calendar.from_ical(answer.content).walk("VEVENT")


def test_the_calendar_needs_no_session_and_tells_references_only(client, feed, task):
    answer, [event] = events(client, feed)
    assert str(event["summary"]) == f"{task.case.reference}: Criteria panel recommends"
    assert event.decoded("dtstart") == dt.date(2027, 3, 3)
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Cache-Control"] == "no-store"
    text = answer.content.decode()
    for name in ("Wren", "Helen", "Marsh", "Priya"):
        assert name not in text


def test_the_same_thing_keeps_its_mark(client, feed, task):
    first = events(client, feed)[1][0]["uid"]
    task.delete()
    task.pk = None
    task.save(force_insert=True)
    assert events(client, feed)[1][0]["uid"] == first


def test_what_has_no_day_stands_in_no_calendar(client, feed, task):
    Task.objects.update(due=None)
    assert events(client, feed)[1] == []


def test_an_ended_seat_empties_the_calendar_with_the_next_request(client, feed, people, world):
    yesterday = world.today - dt.timedelta(days=1)
    seat = Seat.objects.get(user=people["helen"])
    access.end_seat(seat=seat, on=yesterday, by=None, now=timezone.now())
    assert events(client, feed)[1] == []


def test_a_closed_account_closes_the_calendar(client, feed, people):
    people["helen"].is_active = False
    people["helen"].save()
    assert client.get(f"/calendar/{feed.token}.ics").status_code == 404


def test_a_new_address_ends_the_old_one(client, feed, people):
    new = operations.new_feed(by=people["helen"], now=timezone.now())
    assert client.get(f"/calendar/{feed.token}.ics").status_code == 404
    assert events(client, new)
    operations.end_feed(by=people["helen"], now=timezone.now())
    assert client.get(f"/calendar/{new.token}.ics").status_code == 404
    assert list(
        Entry.objects.filter(operation__startswith="desk.")
        .order_by("number")
        .values_list("operation", flat=True)
    ) == ["desk.calendar_made", "desk.calendar_made", "desk.calendar_ended"]


def test_nothing_that_is_stored_opens_it(feed):
    row = CalendarFeed.objects.get()
    assert str(row) == "calendar of Helen Marsh"
    assert row.nonce not in feed.token
    assert len(feed.token.split("-")[1]) == 64


@pytest.mark.parametrize("token", ["x", "-", "1", "1-", "1-abc", "²-x", "9" * 30 + "-x", "0-0"])
def test_no_such_calendar(client, feed, token):
    assert client.get(f"/calendar/{token}.ics").status_code == 404
