"""Where somebody with one seat, several or none begins."""

import datetime as dt

from django.utils import timezone

from tests.unit.desk.conftest import HOME
from uplift.front.desk.queries.boards import boards_of
from uplift.ground.access import operations as access
from uplift.ground.boards.models import Seat
from uplift.ground.identity.models import User


def test_the_only_board_is_ones_home(signed_in):
    answer = signed_in().get("/boards/")
    assert (answer.status_code, answer.url) == (302, HOME)


def test_who_sits_at_several_boards_chooses(world, client):
    shared = Seat.objects.filter(group__isnull=False).first()
    assert shared is not None
    client.force_login(shared.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    page = client.get("/boards/").content.decode()
    assert "Northmere Safeguarding Children Board" in page
    assert "/b/southvale/" in page


def test_who_sits_nowhere_is_told_what_to_do(db, client):
    user = User.objects.create_user("new@northmere.example", "New Person")
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert "You have no seat at any board today" in client.get("/boards/").content.decode()


def test_strangers_sign_in(client, db):
    assert client.get("/boards/").status_code == 302


def test_a_seat_counts_between_its_days(world, people):
    seat = Seat.objects.get(user=people["tom"])
    yesterday = world.today - dt.timedelta(days=1)
    access.end_seat(seat=seat, on=yesterday, by=None, now=timezone.now())
    assert list(boards_of(people["tom"], world.today)) == []
    assert list(boards_of(people["tom"], yesterday)) == [world.northmere.board]
