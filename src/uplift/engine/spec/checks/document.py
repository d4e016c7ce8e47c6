"""Whether tables, stages of learning and the boards of a framework name what is there."""

from collections.abc import Iterator

from uplift.engine.spec.checks.names import Fault, Path, missing
from uplift.engine.spec.document import Part, Table
from uplift.engine.spec.pack import Pack


def check_document(pack: Pack) -> Iterator[Fault]:
    """Everything that they name and that isn't there."""
    for table in pack.tables.values():
        yield from _table(pack, table)
    for name, learning in pack.thread.items():
        if learning.by and (fault := missing("role", learning.by, pack.roles)):
            yield ("thread", name, "by"), fault
    for part in pack.boards.values():
        yield from _part(pack, part, ("boards", part.id))
    for number, clause in enumerate(pack.clauses):
        for place, board in enumerate(clause.boards):
            if fault := missing("board", board, pack.boards):
                yield ("clauses", number, "boards", place), fault


def _table(pack: Pack, table: Table) -> Iterator[Fault]:
    for row in table.rows.values():
        at: Path = ("tables", table.id, "rows", row.id)
        if row.process and (fault := missing("process", row.process, pack.processes)):
            yield (*at, "process"), fault
        if row.programme and (fault := missing("activity", row.programme, pack.programme)):
            yield (*at, "programme"), fault


def _part(pack: Pack, part: Part, at: Path) -> Iterator[Fault]:
    for role in part.roles:
        if fault := missing("role", role, pack.roles):
            yield (*at, "roles", role), fault
    for number, name in enumerate(part.processes):
        if fault := missing("process", name, pack.processes):
            yield (*at, "processes", number), fault
            continue
        for turned in _turned(pack, name):
            if turned in pack.processes and turned not in part.processes:
                sentence = f"A case of “{name}” can turn into “{turned}”: this board runs it too."
                yield (*at, "processes", number), sentence


def _turned(pack: Pack, process: str) -> Iterator[str]:
    """What a case of this process can turn into by an outcome."""
    for step in pack.processes[process].steps:
        yield from (one.convert for one in step.outcomes.values() if one.convert)
