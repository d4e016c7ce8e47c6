"""Many cases at once: copies of a few real ones, made inside the database."""

from django.db import connection

from tests.world import World
from uplift.loop.cases.models import Case, CaseRole, Fact, Task

COPIED = (Fact, Task, CaseRole)


def crowd(world: World, size: int) -> None:
    """Make the board's cases `size` in number: the cases there are, again and again, each with its
    facts, tasks and roles, spread over the days before today."""
    originals = list(Case.objects.filter(board=world.northmere.board).order_by("pk"))
    number = Case.objects.count()
    while number < size:
        for original in originals:
            _copies(original, number, min(500, size - number))
            number = Case.objects.count()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _copies(original: Case, number: int, count: int) -> None:
    fields = [f.attname for f in Case._meta.concrete_fields if f.name not in ("id", "reference")]
    values = {name: getattr(original, name) for name in fields}
    made = Case.objects.bulk_create(
        Case(reference=f"NX-{number + n:06d}", **values) for n in range(count)
    )
    if not made:
        return
    for model in COPIED:
        _copy_rows(model._meta.db_table, _columns(model), original.pk, made[0].pk)


def _columns(model: type[Fact | Task | CaseRole]) -> list[str]:
    """The columns to copy; a correction names a fact of the original, so it isn't copied."""
    return [
        str(f.column)
        for f in model._meta.concrete_fields
        if f.name not in ("id", "case", "corrects")
    ]


def _copy_rows(table: str, columns: list[str], original: int, first: int) -> None:
    names = ", ".join(f'"{column}"' for column in columns)
    source = ", ".join(f't."{column}"' for column in columns)
    with connection.cursor() as cursor:
        cursor.execute(
            f'INSERT INTO "{table}" ("case_id", {names}) SELECT c.id, {source} '  # noqa: S608 - own names
            f'FROM "{table}" t JOIN cases_case c ON c.id >= %s WHERE t.case_id = %s',
            [first, original],
        )
