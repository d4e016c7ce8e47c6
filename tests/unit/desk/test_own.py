"""One's own pages: what one did and read, the daily e-mail, the calendar's address."""

import datetime as dt
from io import BytesIO

import openpyxl
from django.utils import timezone

from tests.unit.desk.conftest import HOME
from uplift.front.desk.models import CalendarFeed
from uplift.front.desk.queries.doings import changes_of, readings_of
from uplift.front.desk.words import in_words
from uplift.ground.history import operations as history
from uplift.ground.history.models import Reading

DID, READ, SETTINGS = (f"{HOME}mine/{page}/" for page in ("did", "read", "settings"))


def change(world, person, operation="learning.finding_added", about="History", days=0):
    now = timezone.now() - dt.timedelta(days=days)
    history.append(
        board=world.northmere.board,
        by=person,
        now=now,
        operation=operation,
        subject=person,
        about=about,
    )


def read(world, person, about="Child Wren", days=0, reason=""):
    history.read(
        board=world.northmere.board,
        by=person,
        now=timezone.now() - dt.timedelta(days=days),
        kind=Reading.Kind.IDENTITY,
        subject=person,
        about=about,
        reason=reason,
    )


def test_operations_have_words():
    assert in_words("cases.recorded") == "Step recorded"
    assert in_words("elsewhere.late_reason_given") == "Late reason given"


def test_one_sees_ones_own_changes(world, people, signed_in):
    change(world, people["priya"])
    change(world, people["ann"], about="Something of Ann's")
    page = signed_in().get(DID).content.decode()
    assert "Finding added" in page
    assert "Something of Ann" not in page


def test_one_sees_ones_own_readings(world, people, signed_in):
    read(world, people["priya"], reason="To call the family")
    read(world, people["ann"], about="Something of Ann's")
    page = signed_in().get(READ).content.decode()
    assert "Opened the identity" in page
    assert "To call the family" in page
    assert "Something of Ann" not in page


def test_nothing_yet(signed_in):
    client = signed_in("tom")
    for address in (DID, READ):
        assert "Nothing recorded" in client.get(address).content.decode()


def test_days_narrow_the_lists(world, people, signed_in):
    reach, today = world.reach(people["priya"]), world.today
    for days in (0, 10, 20):
        change(world, people["priya"], about=f"{days} ago", days=days)
        read(world, people["priya"], about=f"{days} ago", days=days)
    since, until = today - dt.timedelta(days=15), today - dt.timedelta(days=5)
    for rows in (
        changes_of(reach, since=since, until=until),
        readings_of(reach, since=since, until=until),
    ):
        assert [row.about for row in rows] == ["10 ago"]
    part = {"since_day": since.day, "since_month": since.month, "since_year": since.year}
    page = signed_in().get(DID, part).content.decode()
    assert "10 ago" in page
    assert "20 ago" not in page


def test_the_lists_can_be_taken_away(world, people, signed_in):
    change(world, people["priya"])
    read(world, people["priya"], reason="=1+1")
    client = signed_in()
    rows = list(openpyxl.load_workbook(BytesIO(client.get(f"{DID}export/").content)).active.values)
    assert rows[1][1:] == ("Finding added", "History")
    answer = client.get(f"{READ}export/?as=csv")
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert "'=1+1" in answer.content.decode()


def test_the_digest_is_switched(signed_in, people):
    client = signed_in()
    assert "Which is" not in client.get(SETTINGS).content.decode()
    client.post(SETTINGS, {"wanted": "no"})
    people["priya"].refresh_from_db()
    assert people["priya"].digest is False
    page = client.post(SETTINGS, {"wanted": "yes"}, follow=True).content.decode()
    assert "Your choice is kept." in page
    people["priya"].refresh_from_db()
    assert people["priya"].digest is True


def test_a_choice_is_asked_for(signed_in):
    page = signed_in().post(SETTINGS, {"wanted": ""}).content.decode()
    assert "There is a problem" in page


def test_the_calendars_address_is_made_and_stopped(signed_in, client):
    mine = signed_in()
    assert "Make an address" in mine.get(SETTINGS).content.decode()
    page = mine.post(f"{HOME}mine/calendar/new/", follow=True).content.decode()
    feed = CalendarFeed.objects.get()
    assert f"/calendar/{feed.token}.ics" in page
    assert client.get(f"/calendar/{feed.token}.ics").status_code == 200
    page = mine.post(f"{HOME}mine/calendar/end/", follow=True).content.decode()
    assert "no longer works" in page
    assert client.get(f"/calendar/{feed.token}.ics").status_code == 404
    assert mine.post(f"{HOME}mine/calendar/end/").status_code == 409


def test_the_address_changes_by_post_only(signed_in):
    for what in ("new", "end"):
        assert signed_in().get(f"{HOME}mine/calendar/{what}/").status_code == 405
