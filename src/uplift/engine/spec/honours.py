"""How each clause is honoured: by which elements of the pack and features of the product."""

from collections.abc import Iterator, Mapping

from uplift.engine.spec.base import Element
from uplift.engine.spec.clauses import Clause, Honour
from uplift.engine.spec.features import FEATURES
from uplift.engine.spec.pack import Pack
from uplift.engine.spec.processes import Process, Step

Path = tuple[str | int, ...]
Place = tuple[Path, tuple[str, ...]]


def elements(pack: Pack) -> dict[str, Place]:
    """Everything a clause may be honoured by: its path in the pack, and the clauses it names."""
    known: dict[str, Place] = {f"feature:{name}": ((), ()) for name in FEATURES}
    for name, (path, element) in _all(pack):
        known[name] = (path, element.honours)
    return known


def honoured_by(pack: Pack) -> dict[str, tuple[str, ...]]:
    """The elements that honour each clause: those it names, and those that name it."""
    by: dict[str, dict[str, None]] = {
        clause.id: dict.fromkeys(clause.honoured_by) for clause in pack.clauses
    }
    for name, (_, clauses) in elements(pack).items():
        for clause_id in clauses:
            by.setdefault(clause_id, {})[name] = None
    return {clause_id: tuple(names) for clause_id, names in by.items()}


def in_words(pack: Pack) -> dict[str, str]:
    """Everything a clause may be honoured by, in the words that people know it by."""
    words = {f"feature:{name}": says for name, says in FEATURES.items()}
    for reference, (_, element) in _all(pack):
        kind, _, key = reference.partition(":")
        of_process = kind in ("step", "stage", "outcome", "publication")
        process = pack.processes.get(key.partition(".")[0]) if of_process else None
        words[reference] = f"{element.called} ({process.name})" if process else element.called
    return words


def to_check(pack: Pack) -> Iterator[tuple[str, Element]]:
    """The elements that the adopting board is asked to check, by the names clauses give them."""
    return ((name, element) for name, (_, element) in _all(pack) if not element.verified)


def honour(clause: Clause, elements: tuple[str, ...]) -> Honour:
    """The kind of honour a clause has; what is planned isn't counted as done."""
    if clause.planned:
        return Honour.PLANNED
    if clause.measure:
        return Honour.MEASURED
    return Honour.BUILT_IN if elements else Honour.ATTESTED


Placed = tuple[str, tuple[Path, Element]]


# What stands at the top of a pack by id: the kind of element, and its key in the pack.
_KINDS = {
    "role": "roles",
    "body": "bodies",
    "principle": "principles",
    "route": "routes",
    "method": "methods",
    "criteria": "criteria",
    "form": "forms",
    "process": "processes",
    "notice": "notices",
    "document": "documents",
    "programme": "programme",
    "table": "tables",
    "thread": "thread",
    "board": "boards",
}


def _all(pack: Pack) -> Iterator[Placed]:
    for kind, key in _KINDS.items():
        for name, element in getattr(pack, key).items():
            yield f"{kind}:{name}", ((key, name), element)
    for criteria in pack.criteria.values():
        yield from _inner("question", ("criteria", criteria.id, "ask"), criteria.ask)
    for form in pack.forms.values():
        for number, field in enumerate(form.fields):
            yield f"field:{form.id}.{field.id}", (("forms", form.id, "fields", number), field)
    for activity in pack.programme.values():
        yield from _inner("area", ("programme", activity.id, "areas"), activity.areas)
    for table in pack.tables.values():
        yield from _inner("row", ("tables", table.id, "rows"), table.rows)
    for process in pack.processes.values():
        yield from _of_process(process)


def _inner(kind: str, at: Path, elements: Mapping[str, Element]) -> Iterator[Placed]:
    """Elements that stand in another: a question of criteria, a row of a table."""
    for name, element in elements.items():
        yield f"{kind}:{at[1]}.{name}", ((*at, name), element)


def _of_process(process: Process) -> Iterator[Placed]:
    at: Path = ("processes", process.id)
    if process.publication:
        yield f"publication:{process.id}", ((*at, "publication"), process.publication)
    yield from _inner("stage", (*at, "stages"), process.stages)
    for number, step in enumerate(process.steps):
        yield from _of_step(process, step, (*at, "steps", number))


def _of_step(process: Process, step: Step, at: Path) -> Iterator[Placed]:
    name = f"{process.id}.{step.id}"
    yield f"step:{name}", (at, step)
    for outcome in step.outcomes.values():
        yield f"outcome:{name}.{outcome.id}", ((*at, "outcomes", outcome.id), outcome)
