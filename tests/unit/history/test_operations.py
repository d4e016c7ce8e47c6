"""Writing the history: chains that nobody changes, and readers that don't wait."""

import datetime as dt
import threading

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from model_bakery import baker

from uplift.ground.boards.models import Board
from uplift.ground.history import operations as history
from uplift.ground.history.models import Chain, Entry, Reading
from uplift.ground.history.verify import verify
from uplift.ground.identity.models import User

NOW = dt.datetime(2026, 11, 21, 9, 0, tzinfo=dt.UTC)


@pytest.fixture
def board(db):
    return baker.make(Board, name="Northmere", slug="northmere", prefix="NM")


@pytest.fixture
def priya(db):
    return baker.make(User, email="priya@northmere.example", name="Priya Shah")


def add(board, priya, **more):
    return history.append(
        **{"board": board, "by": priya, "now": NOW, "operation": "cases.opened"}
        | {"subject": priya}
        | more
    )


def look(board, priya, **more):
    return history.read(
        **{"board": board, "by": priya, "now": NOW, "kind": Reading.Kind.PAGE, "subject": priya}
        | more
    )


def test_an_entry_tells_who_did_what_when(board, priya):
    entry = add(board, priya, detail={"to": 3})
    assert (entry.number, entry.operation, entry.subject) == (
        1,
        "cases.opened",
        f"identity.user:{priya.pk}",
    )
    assert (entry.about, entry.detail, entry.by, entry.at) == ("Priya Shah", {"to": 3}, priya, NOW)
    assert str(entry) == "cases.opened Priya Shah"


def test_each_board_and_the_instance_have_a_chain(board, priya):
    add(board, priya)
    add(board, priya)
    add(None, priya)
    assert {c.name: c.length for c in Chain.objects.all()} == {
        f"board:{board.pk}": 2,
        "instance": 2,  # one tells that the board's chain began
    }
    assert str(Chain.objects.get(board=board)) == f"board:{board.pk}"


def test_readings_are_chained_by_reader(board, priya):
    john = baker.make(User, email="john@northmere.example", name="John Reed")
    look(board, priya)
    look(board, john, kind=Reading.Kind.SEARCH, subject="search", about="neglect", reason="r" * 600)
    reading = look(board, priya, kind=Reading.Kind.EXPORT)
    assert reading.number == 2
    searched = Reading.objects.get(by=john)
    assert (searched.number, searched.subject, len(searched.reason)) == (1, "search", 500)
    assert str(searched) == "John Reed searched neglect"


def test_entry_and_reading_share_the_fate_of_their_transaction(board, priya):
    with pytest.raises(RuntimeError), transaction.atomic():
        add(board, priya)
        look(board, priya)
        raise RuntimeError
    assert not Entry.objects.exists()
    assert not Reading.objects.exists()
    assert not Chain.objects.exists()


@pytest.mark.parametrize("model", [Entry, Reading])
@pytest.mark.parametrize("write", ["update", "delete"])
def test_the_database_refuses_to_change_or_delete(board, priya, model, write):
    add(board, priya)
    look(board, priya)
    rows = model.objects.all()
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        rows.update(about="x") if write == "update" else rows._raw_delete(rows.db)
    assert model.objects.exclude(about="x").exists()


@pytest.mark.django_db(transaction=True)
def test_fifty_writers_make_one_unbroken_chain():
    board = baker.make(Board, name="Northmere", slug="northmere", prefix="NM")
    people = baker.make(User, _quantity=5, email=iter(f"{n}@b.example" for n in range(5)))
    failures = []

    def write(number: int) -> None:
        try:
            person = people[number % 5]
            add(board, person)
            look(board, person)
        except Exception as error:
            failures.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=write, args=(number,)) for number in range(50)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert Entry.objects.filter(chain__board=board).count() == 50
    assert Reading.objects.count() == 50
    assert verify() == []


def test_the_command_tells_that_all_is_well(board, priya, capsys):
    add(board, priya)
    look(board, priya)
    call_command("history", "verify")
    out = capsys.readouterr().out
    assert out == "3 entries, 1 reading: nothing has been tampered with\n"


def test_the_command_tells_what_is_wrong(board, priya):
    add(board, priya)
    Chain.objects.filter(board=board).update(length=7)
    with pytest.raises(CommandError, match="was changed"):
        call_command("history", "verify")
