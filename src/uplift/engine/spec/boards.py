"""A framework of several boards as one of them works by it."""

from typing import Any

from uplift.engine.spec.clauses import Clause
from uplift.engine.spec.document import Table
from uplift.engine.spec.honours import honoured_by
from uplift.engine.spec.pack import Pack

# Kinds of elements whose id begins with a process.
OF_PROCESS = frozenset({"process", "step", "stage", "outcome", "publication"})


def for_board(pack: Pack, part: str) -> Pack:
    """The pack with the names, the processes and the clauses of one of its boards.

    Raises KeyError when the framework is of no such board.
    """
    board = pack.boards[part]
    run = board.processes or tuple(pack.processes)
    roles = {
        name: role.model_copy(update={"name": board.roles.get(name, role.name)})
        for name, role in pack.roles.items()
    }
    gone = {f"document:{one.id}" for one in pack.documents.values() if one.process not in run}
    for table in pack.tables.values():
        rows = (row for row in table.rows.values() if row.process and row.process not in run)
        gone.update(f"row:{table.id}.{row.id}" for row in rows)
    here = {
        clause: tuple(name for name in names if _runs(name, run) and name not in gone)
        for clause, names in honoured_by(pack).items()
    }
    clauses = (_clause(clause, part, run, here[clause.id]) for clause in pack.clauses)
    return pack.model_copy(
        update={
            "name": f"{pack.name}: {board.name}",
            "people": board.people or pack.people,
            "roles": roles,
            "processes": {name: pack.processes[name] for name in pack.processes if name in run},
            "documents": {k: one for k, one in pack.documents.items() if one.process in run},
            "tables": {name: _table(table, run) for name, table in pack.tables.items()},
            "clauses": tuple(filter(None, clauses)),
        }
    )


def _clause(clause: Clause, part: str, run: tuple[str, ...], by: tuple[str, ...]) -> Clause | None:
    """The clause as far as it is about this board; None when it isn't.

    `by` are the elements that honour it here. What only a process honours that the board doesn't
    run is another board's.
    """
    if clause.boards and part not in clause.boards:
        return None
    process: Any = getattr(clause.measure.of, "process", None) if clause.measure else None
    measure = clause.measure if process is None or process in run else None
    if not (by or measure or clause.attest or clause.planned):
        return None
    return clause.model_copy(update={"honoured_by": by, "measure": measure})


def _runs(reference: str, run: tuple[str, ...]) -> bool:
    kind, _, key = reference.partition(":")
    return kind not in OF_PROCESS or key.partition(".")[0] in run


def _table(table: Table, run: tuple[str, ...]) -> Table:
    rows = {
        name: row if row.process in run else row.model_copy(update={"process": None})
        for name, row in table.rows.items()
    }
    return table.model_copy(update={"rows": rows})
