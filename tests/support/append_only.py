"""Lets Django empty the tables after a transactional test, append-only ones too.

The database refuses to delete history, and it does so in tests as everywhere; only while
Django flushes the test database between two tests are those triggers out of the way.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import connection
from django.test import TransactionTestCase

SQLITE = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND sql LIKE '%RAISE(ABORT%'"
POSTGRES = """
    SELECT format('ALTER TABLE %s %%s TRIGGER %I', tgrelid::regclass, tgname) FROM pg_trigger
    WHERE NOT tgisinternal AND tgfoid = to_regproc('uplift_refuse')
"""


@contextmanager
def lifted() -> Iterator[None]:
    """Take the refusing triggers away, and put the very same ones back."""
    sqlite = connection.vendor == "sqlite"
    _settle(sqlite)
    with connection.cursor() as cursor:
        rows = cursor.execute(SQLITE if sqlite else POSTGRES).fetchall()
        for row in rows:
            cursor.execute(f'DROP TRIGGER "{row[0]}"' if sqlite else row[0] % "DISABLE")
    yield
    _settle(sqlite)
    with connection.cursor() as cursor:
        for row in rows:
            cursor.execute(row[1] if sqlite else row[0] % "ENABLE")


def _settle(sqlite: bool) -> None:
    """Have pending checks made: PostgreSQL alters no table while any are."""
    if not sqlite:
        connection.check_constraints()


def lift_while_flushing(patch: pytest.MonkeyPatch) -> None:
    """Wrap the flush that follows each transactional test."""
    flush = TransactionTestCase._fixture_teardown  # type: ignore[attr-defined]  # not in the stubs

    def teardown(self: Any) -> None:
        with lifted():
            flush(self)

    patch.setattr(TransactionTestCase, "_fixture_teardown", teardown)
