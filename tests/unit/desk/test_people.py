"""Giving and ending seats."""

import datetime as dt
from io import BytesIO

import openpyxl
import pytest
from django.utils import timezone
from django_q.models import OrmQ

from tests.unit.desk.conftest import HOME
from uplift.front.desk import operations
from uplift.front.desk.operations import SeatRefused
from uplift.front.desk.policies import may_manage
from uplift.front.desk.queries.seats import role_names, roles_of, seats
from uplift.ground.access import operations as access
from uplift.ground.boards.models import Board, Group, Seat
from uplift.ground.history.models import Entry
from uplift.ground.identity.models import User

PEOPLE = f"{HOME}people/"
ADDRESS = {
    "starts_day": "1",
    "starts_month": "3",
    "starts_year": "2026",
    "email": "maya@northmere.example",
    "name": "Maya Reid",
    "role": "board_member",
    "agency": "",
    "group": "",
}


@pytest.fixture
def give(world, people):
    roles = roles_of(world.reach(people["priya"]))

    def give(role="board_member", **more):
        return operations.give_seat(
            board=world.northmere.board,
            role_id=role,
            role=roles[role],
            by=people["priya"],
            now=timezone.now(),
            **{"email": "maya@northmere.example", "name": "Maya Reid", "starts": world.today}
            | more,
        )

    return give


def test_a_new_person_gets_an_account_an_invitation_and_a_seat(give, world):
    seat = give()
    assert (seat.user.name, seat.user.email) == ("Maya Reid", "maya@northmere.example")
    assert world.reach(seat.user).may("read_learning")
    assert OrmQ.objects.count() == 1
    assert Entry.objects.filter(operation="access.seat_given", by__name="Priya Shah").exists()


def test_somebody_with_an_account_keeps_it(give, people):
    assert give(email="TOM@northmere.example", name="", role="criteria_panel").user == people["tom"]


def test_a_name_is_asked_of_a_newcomer(give):
    with pytest.raises(Exception, match="name") as refused:
        give(name="")
    assert refused.value.field == "name"
    assert not User.objects.filter(email="maya@northmere.example").exists()


def test_an_agencys_lead_needs_the_agency(give, world):
    with pytest.raises(SeatRefused, match="Choose the agency") as refused:
        give("agency_lead")
    assert refused.value.field == "agency"
    police = world.northmere.agencies["police"]
    assert give("agency_lead", agency=police).agency == police


def test_a_shared_panels_member_needs_the_group(give, world):
    with pytest.raises(SeatRefused, match="Choose the group"):
        give("child_death_panel")
    group = Group.objects.get()
    seat = give("child_death_panel", group=group)
    assert (seat.board, seat.group) == (None, group)
    assert world.reach(seat.user, world.southvale).may("see_case")


def test_one_seat_is_held_by_one_at_a_time(give, world, people):
    with pytest.raises(SeatRefused, match="Dr Ann Lowe is Chair of the Board until further notice"):
        give("board_chair")
    chair = Seat.objects.get(user=people["ann"])
    until = world.today + dt.timedelta(days=30)
    access.end_seat(seat=chair, on=until, by=None, now=timezone.now())
    with pytest.raises(SeatRefused, match="until "):
        give("board_chair")
    with pytest.raises(SeatRefused):
        give("board_chair", ends=until + dt.timedelta(days=90))
    assert give("board_chair", starts=until + dt.timedelta(days=1))


def test_a_seat_before_the_others_may_end_in_time(give, people, world):
    chair = Seat.objects.get(user=people["ann"])
    before = chair.starts - dt.timedelta(days=1)
    assert give("board_chair", starts=before - dt.timedelta(days=30), ends=before)


def test_nobody_gets_the_same_seat_twice(give):
    give()
    with pytest.raises(SeatRefused, match="Maya Reid has that seat already"):
        give()


def test_a_seat_cannot_end_before_it_begins(give, world):
    with pytest.raises(access.SeatRefused, match="before it starts"):
        give(ends=world.today - dt.timedelta(days=1))
    assert not User.objects.filter(email="maya@northmere.example").exists()


def end(world, people, name, on):
    return operations.end_seat(
        board=world.northmere.board,
        seat=Seat.objects.get(user=people[name]),
        on=on,
        by=people["priya"],
        now=timezone.now(),
    )


def test_an_ended_seat_counts_no_more(world, people):
    end(world, people, "tom", world.today - dt.timedelta(days=1))
    assert not world.reach(people["tom"]).may("attend")
    with pytest.raises(SeatRefused, match="ended on"):
        end(world, people, "tom", world.today)


def test_somebody_must_remain_who_gives_seats(world, people, give):
    with pytest.raises(SeatRefused, match="nobody could give seats") as refused:
        end(world, people, "priya", world.today)
    assert refused.value.field == "on"
    assert Seat.objects.get(user=people["priya"]).ends is None


def test_only_who_manages_the_board_may(world, people, signed_in):
    assert may_manage(world.reach(people["priya"])) is None
    refusal = may_manage(world.reach(people["ann"]))
    assert refusal is not None
    assert "isn't part of your role" in refusal.sentence
    for address in (PEOPLE, f"{PEOPLE}new/", f"{PEOPLE}export/", f"{PEOPLE}1/end/"):
        assert signed_in("ann").get(address).status_code == 404


def test_the_list_shows_who_sits_where(signed_in):
    page = signed_in().get(PEOPLE).content.decode()
    assert "Dr Ann Lowe" in page
    assert "Chair of the Board" in page
    assert "southvale" not in page.lower().replace("child death", "")


def test_the_list_filters(world, people, signed_in):
    end(world, people, "tom", world.today - dt.timedelta(days=1))
    reach = world.reach(people["priya"])
    names = {state: {s.user.name for s in seats(reach, state=state)} for state in ("held", "ended")}
    assert "Tom Okafor" in names["ended"] - names["held"]
    assert [s.user.name for s in seats(reach, role="board_chair")] == ["Dr Ann Lowe"]
    assert list(seats(reach, state="later")) == []
    page = signed_in().get(f"{PEOPLE}?state=later").content.decode()
    assert "No seats" in page


def test_the_list_can_be_taken_away(signed_in):
    content = signed_in().get(f"{PEOPLE}export/?role=board_chair").content
    rows = list(openpyxl.load_workbook(BytesIO(content)).active.values)
    assert rows[0][:3] == ("Name", "E-mail", "Role")
    assert rows[1][:3] == ("Dr Ann Lowe", "ann@northmere.example", "Chair of the Board")


def test_a_seat_is_given_on_the_page(signed_in):
    client = signed_in()
    assert "Give a seat" in client.get(f"{PEOPLE}new/").content.decode()
    answer = client.post(f"{PEOPLE}new/", ADDRESS, follow=True)
    assert "Maya Reid has the seat." in answer.content.decode()
    assert Seat.objects.get(user__name="Maya Reid").starts == dt.date(2026, 3, 1)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"email": "nobody"}, "Enter an e-mail address"),
        ({"role": ""}, "Choose “Role”."),
        ({"role": "lead_reviewer"}, "Choose one of the answers offered."),
        ({"role": "board_chair"}, "end that seat first"),
        ({"starts_day": "30", "starts_month": "2"}, "30 February is not a date"),
    ],
)
def test_what_is_wrong_is_said(signed_in, change, sentence):
    page = signed_in().post(f"{PEOPLE}new/", ADDRESS | change).content.decode()
    assert sentence in page
    assert not User.objects.filter(email="maya@northmere.example").exists()


def test_a_seat_is_ended_on_the_page(signed_in, people, world):
    seat, client = Seat.objects.get(user=people["tom"]), signed_in()
    page = client.get(f"{PEOPLE}{seat.pk}/end/").content.decode()
    assert "End the seat of Tom Okafor" in page
    today = {"on_day": world.today.day, "on_month": world.today.month, "on_year": world.today.year}
    answer = client.post(f"{PEOPLE}{seat.pk}/end/", today, follow=True)
    assert "The seat of Tom Okafor ends." in answer.content.decode()
    seat.refresh_from_db()
    assert seat.ends == world.today


def test_another_boards_seat_is_not_there(signed_in, world):
    seat = Seat.objects.filter(board=world.southvale.board).first()
    assert signed_in().get(f"{PEOPLE}{seat.pk}/end/").status_code == 404


def test_a_shared_panels_seat_ends_everywhere(signed_in):
    seat = Seat.objects.filter(group__isnull=False).first()
    page = signed_in().get(f"{PEOPLE}{seat.pk}/end/").content.decode()
    assert "Southvale Safeguarding Children Board" in page


def test_a_board_without_a_framework_has_no_roles(world, people):
    board = Board.objects.create(name="New", short_name="New", slug="new", area="New", prefix="NEW")
    access.give_seat(
        user=people["priya"],
        role="business_manager",
        board=board,
        starts=world.today,
        by=None,
        now=timezone.now(),
    )
    elsewhere = world.reach(people["priya"])
    reach = type(elsewhere)(
        user=people["priya"],
        board=board,
        today=world.today,
        roles=frozenset(),
        capabilities=frozenset(),
        agencies={},
        powers={},
    )
    assert roles_of(reach) == {}
    assert role_names(reach) == {}
