# ruff: noqa: S608 - the SQL is put together from names of our own
"""Tampering: every column of every table, changed behind Uplift's back, is found."""

import datetime as dt
import json

import pytest
from django.db import connection, models, transaction
from model_bakery import baker

from uplift.ground.boards.models import Board
from uplift.ground.history import operations as history
from uplift.ground.history import verify as verifying
from uplift.ground.history.models import Chain, Entry, Reading
from uplift.ground.history.verify import compare, register, verify
from uplift.ground.identity.models import User

NOW = dt.datetime(2026, 11, 21, 9, 0, tzinfo=dt.UTC)
MODELS = (Chain, Entry, Reading)
COLUMNS = [(model, field) for model in MODELS for field in model._meta.concrete_fields]
SQLITE = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name LIKE 'history_%'"


@pytest.fixture
def northmere(db):
    """A board and an instance with some history, and two readers."""
    board = baker.make(Board, name="Northmere", slug="northmere", prefix="NM")
    people = [
        baker.make(User, email=f"{name}@northmere.example", name=name) for name in ("priya", "ann")
    ]
    for number in range(3):
        for person in people:
            now = NOW + dt.timedelta(minutes=number)
            detail = {"row": person.pk, "digest": person.email}
            history.append(
                board=board, by=person, now=now, operation="t.did", subject=person, detail=detail
            )
            history.read(
                board=board, by=person, now=now, kind=Reading.Kind.PAGE, subject=person, reason="r"
            )
    return board


def after(*statements, values=()):
    """What is found after these statements, made by somebody who has got at the database."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            if connection.vendor == "sqlite":
                cursor.execute(SQLITE)
                for (trigger,) in cursor.fetchall():
                    cursor.execute(f'DROP TRIGGER "{trigger}"')
            else:
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
                for model in (Entry, Reading):
                    cursor.execute(f"ALTER TABLE {model._meta.db_table} DISABLE TRIGGER USER")
                cursor.execute("SET CONSTRAINTS ALL DEFERRED")
            for statement in statements:
                cursor.execute(statement, values or None)
        found = verify()
        transaction.set_rollback(True)
    return found


def other(value, field):
    """Another value of the same kind."""
    if isinstance(field, models.JSONField):
        return json.dumps({"x": 1})
    if isinstance(value, dt.datetime):
        return connection.ops.adapt_datetimefield_value(value + dt.timedelta(seconds=1))
    if isinstance(value, int):
        return value + 1000
    if value is None:
        return 1000
    return f"x{value}"[: field.max_length or 64]


def test_an_untouched_history_is_sound(northmere):
    assert verify() == []
    assert after("SELECT 1") == []


def test_an_empty_instance_is_sound(db):
    assert verify() == []


@pytest.mark.parametrize(("model", "field"), COLUMNS, ids=str)
@pytest.mark.parametrize("place", ["first", "last"])
def test_a_changed_column_is_found(northmere, model, field, place):
    row = model.objects.order_by("pk").first() if place == "first" else model.objects.last()
    value = other(getattr(row, field.attname), field)
    sql = (
        f"UPDATE {model._meta.db_table} SET {field.column} = %s WHERE {model._meta.pk.column} = %s"
    )
    assert after(sql, values=(value, row.pk)) != []


@pytest.mark.parametrize("model", [Entry, Reading])
@pytest.mark.parametrize("which", ["= 1", "= 2", "= 3", "> 1", "> 0"])
def test_a_deleted_row_is_found(northmere, model, which):
    assert after(f"DELETE FROM {model._meta.db_table} WHERE number {which}") != []


@pytest.mark.parametrize("name", ["instance", "board:%", "reader:%", "%"])
def test_a_chain_taken_away_is_found(northmere, name):
    chains = f"(SELECT id FROM history_chain WHERE name LIKE '{name}')"
    found = after(
        f"DELETE FROM history_entry WHERE chain_id IN {chains}",
        f"DELETE FROM history_reading WHERE chain_id IN {chains}",
        f"DELETE FROM history_chain WHERE name LIKE '{name}'",
    )
    assert found != []


def test_a_chain_taken_away_without_its_rows_is_found(northmere):
    found = after("DELETE FROM history_chain WHERE name LIKE 'reader:%'")
    assert "There are rows of the kind reading that belong to no chain: 6." in found


def test_an_inserted_row_is_found(northmere):
    columns = "chain_id, number, at, by_id, operation, subject, about, detail"
    copy = (
        f"INSERT INTO history_entry (seal, {columns}) SELECT 'made up', chain_id, number + 100, at,"
        " by_id, operation, subject, about, detail FROM history_entry WHERE number = 6"
    )
    assert after(copy) != []


def test_an_inserted_chain_is_found(northmere):
    found = after(
        "INSERT INTO history_chain (name, head, length, seal) VALUES ('board:99', '', 0, '')"
    )
    assert "The chain board:99 was put in by hand." in found


def test_rows_that_change_places_are_found(northmere):
    found = after(
        "UPDATE history_entry SET number = 99 WHERE number = 2",
        "UPDATE history_entry SET number = 2 WHERE number = 3",
        "UPDATE history_entry SET number = 3 WHERE number = 99",
    )
    assert found != []


def test_the_sentence_names_the_place(northmere):
    found = after("UPDATE history_entry SET about = 'x' WHERE operation = 't.did' AND number = 4")
    place = f"Chain board:{northmere.pk}: entry 4 or its place in the order was changed."
    assert found == [place]


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="PostgreSQL keeps to its types")
@pytest.mark.parametrize(
    "change",
    [
        "history_entry SET detail = 'no JSON'",
        "history_entry SET at = 'no time'",
        "history_entry SET at = '2026-13-45 00:00:00'",
        "history_reading SET at = '2026-13-45 00:00:00'",
        "history_entry SET number = 'no number'",
        "history_entry SET about = x'00ff'",
        "history_reading SET chain_id = 'no chain'",
        "history_chain SET length = 'no length'",
    ],
)
def test_values_that_cannot_be_read_are_found(northmere, change):
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA ignore_check_constraints = ON")
    pk = "id" if "chain SET" in change else "seal"
    table = change.split()[0]
    assert after(f"UPDATE {change} WHERE {pk} = (SELECT MAX({pk}) FROM {table})") != []


def test_more_rows_than_are_read_at_once(northmere, monkeypatch):
    monkeypatch.setattr(verifying, "_AT_ONCE", 2)
    assert verify() == []
    assert after("UPDATE history_entry SET about = 'x' WHERE number = 5") != []


def test_what_looks_wrong_only_once_was_made_meanwhile(monkeypatch):
    looks = iter([["a", "b"], ["b", "c"]])
    monkeypatch.setattr(verifying, "_look", lambda: next(looks))
    assert verify() == ["b"]


@pytest.fixture
def emails():
    """A check as a room above registers it: the entry keeps a digest of each person."""
    register("emails", lambda: compare(User.objects.all(), "row", lambda user: user.email))
    yield
    del verifying._checks["emails"]


def test_what_the_history_vouches_for_is_verified_too(northmere, emails):
    assert verify() == []
    user = User.objects.get(name="priya")
    assert after("UPDATE identity_user SET email = 'x' WHERE name = 'priya'") == [
        f"The user with the number {user.pk} was changed."
    ]
    moved = after("UPDATE identity_user SET id = 9999 WHERE name = 'priya'")
    assert moved[-2:] == [
        "The user with the number 9999 was put in by hand.",
        f"The user with the number {user.pk} was taken away.",
    ]
