"""Whether every clause is honoured by something, and by something that is there."""

from collections.abc import Iterator

from uplift.engine.spec.base import Frozen
from uplift.engine.spec.checks.names import Fault, Names, Path, missing
from uplift.engine.spec.clauses import Clause
from uplift.engine.spec.honours import Place, elements, honoured_by
from uplift.engine.spec.pack import Pack


def check_clauses(pack: Pack) -> Iterator[Fault]:
    """Everything wrong with the clauses, and with what says it honours them."""
    known, built_in = elements(pack), honoured_by(pack)
    seen: set[str] = set()
    for number, clause in enumerate(pack.clauses):
        at: Path = ("clauses", number)
        if clause.id in seen:
            yield (*at, "id"), f"The clause {clause.id} stands here twice."
        seen.add(clause.id)
        if not (built_in[clause.id] or clause.measure or clause.attest or clause.planned):
            yield at, f"Nothing honours the clause {clause.id}."
        yield from _clause(pack, clause, known, at)
    for path, clauses in known.values():
        for clause_id in clauses:
            if clause_id not in seen:
                yield (*path, "honours"), f"There is no clause {clause_id}."


def _clause(pack: Pack, clause: Clause, known: dict[str, Place], at: Path) -> Iterator[Fault]:
    for place, name in enumerate(clause.honoured_by):
        if name not in known:
            yield (*at, "honoured_by", place), _unresolved(name, known)
    if clause.attest and (fault := missing("role", clause.attest.by, pack.roles)):
        yield (*at, "attest", "by"), fault
    if clause.measure:
        for fault in _measure(pack, clause.measure.of):
            yield (*at, "measure"), fault


def _unresolved(name: str, known: dict[str, Place]) -> str:
    kind, _, _ = name.partition(":")
    if not any(other.startswith(f"{kind}:") for other in known):
        return f"“{name}” must begin with a kind, such as step: or feature:."
    return missing("element", name, known) or ""


def _measure(pack: Pack, of: Frozen) -> Iterator[str]:
    """What a measure's parameters name and that isn't there."""
    given = {key: value for key, value in of if isinstance(value, str)}
    for key, known in (
        ("process", pack.processes),
        ("programme", pack.programme),
        ("role", pack.roles),
    ):
        if key in given and (fault := missing(key, given[key], known)):
            yield fault
            return
    process = pack.processes.get(given.get("process", ""))
    if process is None:
        return
    names = Names(pack, process)
    step = given.get("step")
    if step and (fault := names.step(step)):
        yield fault
        return
    if (
        step
        and "field" in given
        and isinstance(q := names.question(f"{step}.{given['field']}"), str)
    ):
        yield q
    if step and "outcome" in given and (fault := names.outcomes(step, [given["outcome"]])):
        yield fault
    if "start" in given:
        for event in (given["start"], given["to"]):
            if event != "opened" and (fault := _event(names, event)):
                yield fault


def _event(names: Names, event: str) -> str | None:
    if "." not in event:
        return names.step(event)
    question = names.question(event)
    return question if isinstance(question, str) else None
