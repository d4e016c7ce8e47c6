"""Seats, what follows from them, and the gate that asks the route table."""

import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone

from tests.world import World
from uplift.ground.access import operations
from uplift.ground.access.gate import table
from uplift.ground.access.models import Grant
from uplift.ground.boards.models import Seat
from uplift.ground.history.models import Entry
from uplift.ground.ui.refusal import Refusal


def grants() -> list[tuple[object, ...]]:
    fields = ("user", "board", "seat", "role", "capability", "agency", "starts", "ends")
    return sorted(Grant.objects.values_list(*fields), key=str)


def test_rebuilding_gives_the_same_grants(world: World) -> None:
    before = grants()
    assert operations.rebuild() == len(before)
    assert grants() == before


def test_a_shared_panel_counts_at_each_of_its_boards(world: World) -> None:
    nadia = world.northmere.people["nadia"]
    assert world.reach(nadia).may("see_case")
    assert world.reach(nadia, world.southvale).may("see_case")
    assert not world.reach(world.northmere.people["ann"], world.southvale).roles


def test_capabilities_come_from_the_pack_and_agencies_from_the_seat(world: World) -> None:
    sam = world.reach(world.northmere.people["sam"])
    police = world.northmere.agencies["police"]
    assert sam.may("answer_return")
    assert sam.may_for("answer_return", police.pk)
    assert not sam.may_for("answer_return", world.northmere.agencies["health"].pk)
    assert not sam.may("see_case")
    assert sam.may_as("see_case", ["lead_reviewer"])


def test_a_seat_ends_and_the_history_tells(world: World) -> None:
    tom, now = world.northmere.people["tom"], timezone.now()
    seat = tom.seats.get()
    with pytest.raises(Refusal, match="before it starts"):
        operations.end_seat(seat=seat, on=seat.starts - dt.timedelta(days=1), by=None, now=now)
    operations.end_seat(seat=seat, on=world.today, by=None, now=now)
    assert Entry.objects.filter(operation="access.seat_ended").count() == 1
    assert world.reach(tom).roles == {"board_member"}
    with pytest.raises(Refusal, match="before it starts"):
        operations.give_seat(
            user=tom,
            role="board_member",
            board=world.northmere.board,
            starts=world.today,
            ends=world.today - dt.timedelta(days=1),
            by=None,
            now=now,
        )
    assert Seat.objects.filter(user=tom).count() == 1


def test_the_gate_sends_strangers_to_sign_in(client: Client, world: World) -> None:
    answer = client.get("/b/northmere/framework/")
    assert answer.status_code == 302
    assert answer["Location"].startswith("/account/sign-in/?next=")


@pytest.mark.parametrize("path", ["/b/northmere/framework/", "/b/nowhere/framework/"])
def test_a_foreign_board_looks_like_none(client: Client, world: World, path: str) -> None:
    client.force_login(world.southvale.people["priya"])
    assert client.get(path).status_code == 404


def test_a_capability_that_is_missing_looks_like_no_page(client: Client, world: World) -> None:
    client.force_login(world.northmere.people["owen"])
    assert client.post("/b/northmere/framework/count/").status_code == 404


def test_an_address_outside_the_table_does_not_exist(
    client: Client, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    client.force_login(world.northmere.people["priya"])
    path = "/b/northmere/framework/"
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer["Cache-Control"] == "no-store"
    monkeypatch.delitem(table(), "assurance:framework")
    assert client.get(path).status_code == 404
