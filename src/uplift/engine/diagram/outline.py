"""A pack and its processes as text to read: the same content as the diagrams."""

from collections.abc import Iterator

from uplift.engine.spec import Duty, Kind, Pack, Process, Step
from uplift.engine.spec.clocks import limits
from uplift.engine.text import quote, say_count, say_list
from uplift.engine.wording import Words

KINDS = {
    Kind.RECORD: "record",
    Kind.DECISION: "decision",
    Kind.NOTIFY: "notice",
    Kind.APPOINT: "appointment",
    Kind.RETURN: "return",
    Kind.REPORT: "report",
    Kind.PUBLISH: "publication",
    Kind.MEETING: "meeting",
}


def outline(pack: Pack) -> str:
    """What a pack says, in Markdown."""
    lines = [
        f"# {pack.name}",
        "",
        f"{pack.pack}, edition {pack.edition}. {pack.source.title}.",
        "",
        "## Roles",
        "",
        *(f"- {role.name}" for role in pack.roles.values()),
        "",
    ]
    for criteria in pack.criteria.values():
        lines += [f"## Criteria: {criteria.name}", ""]
        lines += [f"- {question.ask}" for question in criteria.ask.values()]
        lines.append("")
    for process in pack.processes.values():
        lines += [process_outline(pack, process), ""]
    lines.append(f"{say_count(len(pack.clauses), 'clause')} of the source document.")
    return "\n".join(lines)


def process_outline(pack: Pack, process: Process) -> str:
    """A process step by step, in Markdown."""
    lines = [f"## {process.name}", ""]
    for stage in process.stages.values():
        steps = [step for step in process.steps if step.stage == stage.id]
        lines += [f"### {stage.name}", ""]
        for step in steps:
            lines += [f"1. **{step.name}** ({KINDS[step.kind]} by {pack.roles[step.by].name})"]
            lines += [f"   - {line}" for line in step_lines(pack, process, step)]
        lines.append("")
    return "\n".join(lines).rstrip()


def step_lines(pack: Pack, process: Process, step: Step) -> Iterator[str]:
    """What a pack says of a step, besides its name and who takes it."""
    words = Words(pack, process)
    if step.duty is not Duty.MUST:
        until = f", until {words.condition(step.until)}" if step.until else ""
        yield f"{step.duty} be done{until}"
    if step.after:
        yield f"after {words.condition(step.after)}"
    if step.each:
        yield f"for each of: {say_list(words.noun(name) for name in step.each)}"
    if step.repeat:
        often = f"every {step.repeat.every}" if step.repeat.every else "as often as needed"
        until = f", until {words.condition(step.repeat.until)}" if step.repeat.until else ""
        yield f"{often}{until}"
    if due := words.due(step):
        reason = ", or the reason is given" if any(one.late for one in limits(step.due)) else ""
        yield f"due {due}{reason}"
    if step.to:
        yield f"to {pack.bodies[step.to].name}"
    if step.criteria:
        names = say_list(quote(pack.criteria[name].name) for name in step.criteria)
        yield f"tested against the criteria {names}"
    if step.needs:
        names = say_list(pack.roles[role].name for role in step.needs.present)
        yield f"with {step.needs.wanted} present of: {names}"
    if step.outcomes:
        yield f"ends in {say_list(_outcomes(pack, step, words), 'or')}"


def _outcomes(pack: Pack, step: Step, words: Words) -> Iterator[str]:
    for result in step.outcomes.values():
        turns = f" (becomes {pack.processes[result.convert].name})" if result.convert else ""
        only = f" (only with {words.condition(result.only)})" if result.only else ""
        yield f"{quote(result.name)}{turns}{only}{' (stays open)' if result.again else ''}"
