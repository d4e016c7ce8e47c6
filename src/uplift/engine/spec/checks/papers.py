"""Whether notices, documents and the programme name what is there."""

from collections.abc import Iterator

from uplift.engine.spec.checks.names import Fault, Names, Path, missing
from uplift.engine.spec.pack import Pack
from uplift.engine.spec.papers import IDENTITY, OF_CASE, OF_LETTER, OF_STEP, Document, Notice
from uplift.engine.spec.processes import Process


def check_papers(pack: Pack) -> Iterator[Fault]:
    """Everything that notices, documents, roles and the programme name and that isn't there."""
    for notice in pack.notices.values():
        yield from _notice(pack, notice, ("notices", notice.id))
    for document in pack.documents.values():
        yield from _document(pack, document, ("documents", document.id))
    for role in pack.roles.values():
        for number, other in enumerate(role.enters_for):
            if fault := missing("role", other, pack.roles):
                yield ("roles", role.id, "enters_for", number), fault
    for activity in pack.programme.values():
        at: Path = ("programme", activity.id)
        if fault := missing("role", activity.by, pack.roles):
            yield (*at, "by"), fault
        if activity.form and (fault := missing("form", activity.form, pack.forms)):
            yield (*at, "form"), fault


def _notice(pack: Pack, notice: Notice, at: Path) -> Iterator[Fault]:
    if fault := missing("body", notice.to, pack.bodies):
        yield (*at, "to"), fault
    users = [
        process
        for process in pack.processes.values()
        if any(step.notice == notice.id for step in process.steps)
    ]
    for source in notice.placeholders():
        if source.startswith("identity."):
            yield (*at, "body"), "A letter never holds who the person is."
        elif source not in OF_LETTER:
            faults = (_source(pack, process, source) for process in users)
            fault = next((fault for fault in faults if fault), None)
            if fault:
                yield (*at, "body"), fault


def _document(pack: Pack, document: Document, at: Path) -> Iterator[Fault]:
    if fault := missing("process", document.process, pack.processes):
        yield (*at, "process"), fault
        return
    process = pack.processes[document.process]
    names = Names(pack, process)
    if fault := names.step(document.after):
        yield (*at, "after"), fault
    for number, row in enumerate(document.rows):
        for source in row.sources:
            if fault := _source(pack, process, source):
                yield (*at, "rows", number, "from"), fault
    if document.sign_off:
        if fault := missing("role", document.sign_off.role, pack.roles):
            yield (*at, "sign_off", "role"), fault
        if fault := names.step(document.sign_off.of):
            yield (*at, "sign_off", "of"), fault


def _source(pack: Pack, process: Process, source: str) -> str | None:
    kind, _, rest = source.partition(".")
    name, _, part = rest.rpartition(".")
    if kind == "case":
        return missing("source", source, OF_CASE)
    if kind == "identity":
        return missing("source", source, tuple(f"identity.{part}" for part in IDENTITY))
    names = Names(pack, process)
    if kind == "step":
        return names.step(name) or missing("source", part, OF_STEP)
    if kind == "answer":
        # Reasons may be given with any step, whether or not its form asks for them.
        if part == "reasons":
            return names.step(name)
        question = names.question(rest)
        return question if isinstance(question, str) else None
    return missing("source", source, (*OF_CASE, *OF_LETTER))
