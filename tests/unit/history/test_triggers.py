"""The SQL by which a database refuses to change a table, on both kinds of database."""

from types import SimpleNamespace

import pytest

from uplift.ground.history.triggers import append_only


class Editor:
    """Keeps what a migration would run."""

    def __init__(self, vendor: str) -> None:
        self.connection = SimpleNamespace(vendor=vendor)
        self.ran: list[str] = []

    def execute(self, sql: str, params: object = ()) -> None:
        assert params is None, "the SQL holds per cent signs"
        self.ran.append(sql)


@pytest.mark.parametrize("vendor", ["sqlite", "postgresql"])
def test_what_is_put_up_is_taken_down(vendor):
    operation, up, down = append_only("t"), Editor(vendor), Editor(vendor)
    operation.code(None, up)
    operation.reverse_code(None, down)
    names = [sql.split('"')[1] for sql in up.ran if "CREATE TRIGGER" in sql]
    assert names == [sql.split('"')[1] for sql in down.ran]
    text = " ".join(up.ran)
    assert all(word in text for word in ("UPDATE", "DELETE", "never changed"))
    assert ("TRUNCATE" in text) == (vendor == "postgresql")
