"""Whether what the steps of a process name is there."""

from collections.abc import Iterable, Iterator

from uplift.engine.spec.checks.names import Fault, Names, Path, condition_faults, missing
from uplift.engine.spec.clocks import limits
from uplift.engine.spec.forms import Type
from uplift.engine.spec.pack import Pack
from uplift.engine.spec.processes import Process, Step

RESERVED_STEPS = frozenset({"pause", "resume", "convert", "late_reason", "opened", "this", "board"})


def check_process(pack: Pack, process: Process) -> Iterator[Fault]:
    """Everything that a process names and that isn't there."""
    at: Path = ("processes", process.id)
    names = Names(pack, process)
    yield from _parts(pack, process, names, at)
    seen: set[str] = set()
    for number, step in enumerate(process.steps):
        here = (*at, "steps", number)
        if step.id in seen:
            yield (*here, "id"), f"The step “{step.id}” stands here twice."
        seen.add(step.id)
        yield from _step(step, names, here)


def _parts(pack: Pack, process: Process, names: Names, at: Path) -> Iterator[Fault]:
    for start in process.starts:
        if fault := names.step(start):
            yield (*at, "starts"), fault
        elif process.step(start).after:
            yield (*at, "starts"), f"“{start}” starts a case, so it can't wait for anything."
    for number, method in enumerate(process.methods):
        if fault := missing("method", method, pack.methods):
            yield (*at, "methods", number), fault
    if process.commissioned_by and (fault := missing("body", process.commissioned_by, pack.bodies)):
        yield (*at, "commissioned_by"), fault
    yield from _publication(process, names, (*at, "publication"))


def _publication(process: Process, names: Names, at: Path) -> Iterator[Fault]:
    publication = process.publication
    if not publication:
        return
    if fault := names.step(publication.published):
        yield (*at, "published"), fault
    if publication.planned and (fault := names.event(publication.planned)):
        yield (*at, "planned"), fault
    for key in ("sent", "response", "removed"):
        step = getattr(publication, key)
        if step and (fault := names.step(step)):
            yield (*at, key), fault
    withdrawn = publication.withdrawn
    if withdrawn and (fault := names.outcomes(withdrawn, ("down", "back"))):
        yield (*at, "withdrawn"), fault
    if fault := names.outcomes(publication.decision, publication.shows):
        yield (*at, "decision"), fault
        return
    decision = process.step(publication.decision)
    for outcome in decision.outcomes.values():
        if not outcome.again and outcome.id not in publication.shows:
            yield (*at, "shows"), f"Say what is public after the outcome “{outcome.id}”."


def _step(step: Step, names: Names, at: Path) -> Iterator[Fault]:
    if step.id in RESERVED_STEPS:
        yield (*at, "id"), f"“{step.id}” is a word of the engine's own: choose another id."
    elif not step.id:
        yield at, "“id” is missing."
    yield from _named(step, names, at)
    yield from _conditions(step, names, at)
    yield from _clocks(step, names, at)
    yield from _items(step, names, at)
    yield from _questions(step, names.pack, at)
    yield from _follows(step, names, at)


def _named(step: Step, names: Names, at: Path) -> Iterator[Fault]:
    pack, needs = names.pack, step.needs
    wanted: list[tuple[str, str | None, str, Iterable[str]]] = [
        ("by", step.by, "role", pack.roles),
        ("stage", step.stage, "stage", names.process.stages),
        ("form", step.form, "form", pack.forms),
        ("to", step.to, "body", pack.bodies),
        ("notice", step.notice, "notice", pack.notices),
        *(("criteria", name, "criteria", pack.criteria) for name in step.criteria),
    ]
    if needs:
        roles = (*needs.present, *filter(None, (needs.casting,)))
        wanted += [("needs", role, "role", pack.roles) for role in roles]
        if needs.wanted > len(set(needs.present)):
            yield (*at, "needs"), "More must be present than are named."
    for key, name, kind, known in wanted:
        if name and (fault := missing(kind, name, known)):
            yield (*at, key), fault
    yield from _conversions(step, names, at)


def _conversions(step: Step, names: Names, at: Path) -> Iterator[Fault]:
    for result in step.outcomes.values():
        here = (*at, "outcomes", result.id, "convert")
        if result.convert == names.process.id:
            yield here, "A case can't turn into what it is."
        elif result.convert and (fault := missing("process", result.convert, names.pack.processes)):
            yield here, fault


def _conditions(step: Step, names: Names, at: Path) -> Iterator[Fault]:
    conditions = [("after", step.after), ("until", step.until)]
    if step.repeat:
        conditions.append(("repeat", step.repeat.until))
    for key, condition in conditions:
        for fault in condition_faults(condition, names):
            yield (*at, key), fault
    for result in step.outcomes.values():
        for key, condition in (("when", result.when), ("only", result.only)):
            for fault in condition_faults(condition, names):
                yield (*at, "outcomes", result.id, key), fault


def _clocks(step: Step, names: Names, at: Path) -> Iterator[Fault]:
    for limit in limits(step.due):
        if fault := names.event(limit.of):
            yield (*at, "due"), fault
        told = limit.late.reason_to if limit.late else None
        if told and (fault := missing("role", told, names.pack.roles)):
            yield (*at, "due", "late", "reason_to"), fault
    if step.repeat and step.repeat.start and (fault := names.event(step.repeat.start)):
        yield (*at, "repeat", "from"), fault
    if step.due and step.repeat and step.repeat.every:
        yield (*at, "due"), "A step that repeats is due at the end of each turn: leave due: out."


def _items(step: Step, names: Names, at: Path) -> Iterator[Fault]:
    for reference in step.each:
        if fault := names.list_field(reference):
            yield (*at, "each"), fault
    for reference in step.independent_of:
        if reference != "board" and isinstance(question := names.question(reference), str):
            yield (*at, "independent_of"), question
    if step.independent_of and step.form in names.pack.forms:
        fields = names.pack.forms[step.form].fields
        agencies = [q for q in fields if q.type is Type.AGENCY and not q.many]
        if len(agencies) != 1:
            yield (*at, "independent_of"), "The form needs one field for the person's agency."


def _questions(step: Step, pack: Pack, at: Path) -> Iterator[Fault]:
    if any(name not in pack.criteria for name in step.criteria):
        return
    seen: dict[str, str] = {}
    for name in step.criteria:
        for question in pack.criteria[name].ask.values():
            if seen.setdefault(question.id, question.ask) != question.ask:
                yield (*at, "criteria"), f"“{question.id}” is asked in two ways."
    form = pack.forms.get(step.form or "")
    for field in form.fields if form else ():
        if field.id in seen:
            yield (*at, "form"), f"“{field.id}” is asked by the criteria too."


def _follows(step: Step, names: Names, at: Path) -> Iterator[Fault]:
    if not step.follows:
        return
    if fault := names.step(step.follows):
        yield (*at, "follows"), fault
    elif not set(step.outcomes) & set(names.process.step(step.follows).outcomes):
        yield (*at, "follows"), f"It has no outcome in common with “{step.follows}”."
