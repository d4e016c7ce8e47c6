"""Tables that the database itself keeps append-only, on SQLite and on PostgreSQL."""

from collections.abc import Iterator

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.special import RunPython
from django.db.migrations.state import StateApps

_POSTGRES_FUNCTION = """
CREATE OR REPLACE FUNCTION uplift_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'rows of % are never changed or deleted', TG_TABLE_NAME; END $$;
"""


def statements(vendor: str, table: str) -> Iterator[str]:
    """The SQL that makes `table` refuse update and delete on that database."""
    if vendor == "postgresql":
        yield _POSTGRES_FUNCTION
        yield (
            f'CREATE TRIGGER "{table}_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "{table}"'
            " FOR EACH STATEMENT EXECUTE FUNCTION uplift_refuse()"
        )
        return
    for event in ("UPDATE", "DELETE"):
        yield (
            f'CREATE TRIGGER "{table}_no_{event.lower()}" BEFORE {event} ON "{table}" '
            f"BEGIN SELECT RAISE(ABORT, 'rows of {table} are never changed or deleted'); END"
        )


def drop_statements(vendor: str, table: str) -> Iterator[str]:
    """The SQL that takes the refusal away again."""
    if vendor == "postgresql":
        yield f'DROP TRIGGER IF EXISTS "{table}_append_only" ON "{table}"'
        return
    for event in ("update", "delete"):
        yield f'DROP TRIGGER IF EXISTS "{table}_no_{event}"'


def append_only(table: str) -> RunPython:
    """A migration operation by which the database refuses to update or delete rows of `table`."""

    def forwards(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
        for sql in statements(editor.connection.vendor, table):
            editor.execute(sql, params=None)

    def backwards(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
        for sql in drop_statements(editor.connection.vendor, table):
            editor.execute(sql, params=None)

    return RunPython(forwards, backwards)
