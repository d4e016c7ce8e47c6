"""A fact changed by hand in the database is found."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from tests.support.append_only import lifted
from tests.world import World
from uplift.ground.history.verify import verify


@pytest.mark.parametrize(
    ("sql", "says"),
    [
        ("UPDATE cases_fact SET outcome = 'none' WHERE id = {}", "was changed"),
        ("UPDATE cases_fact SET recorded_at = '2001-01-01' WHERE id = {}", "was changed"),
        ("DELETE FROM cases_fact WHERE id = {}", "was taken away"),
    ],
)
def test_a_fact_changed_by_hand_is_found(world: World, sql: str, says: str) -> None:
    fact = world.case(until="panel").facts.get(step="panel")
    assert verify() == []
    with lifted(), connection.cursor() as cursor:
        cursor.execute(sql.format(fact.pk))
    assert verify() == [f"The fact with the number {fact.pk} {says}."]


def test_the_command_says_so_and_fails(world: World) -> None:
    fact = world.case(until="refer").facts.get(step="refer")
    said = StringIO()
    call_command("history", "verify", stdout=said)
    assert "nothing has been tampered with" in said.getvalue()
    with lifted(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE cases_fact SET as_role = '' WHERE id = {fact.pk}")  # noqa: S608 - a number
    with pytest.raises((CommandError, SystemExit)):
        call_command("history", "verify", stdout=said, stderr=said)
