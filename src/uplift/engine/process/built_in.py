"""What may be recorded of the steps that every process has: pause, resume, convert, late reason."""

from collections.abc import Iterator

from uplift.engine.answers import is_blank
from uplift.engine.process.entry import Entry
from uplift.engine.process.facts import CONVERT, LATE_REASON, PAUSE, RESUME
from uplift.engine.process.filled import REASONS, WORDS, answer_problem
from uplift.engine.process.position import step_position
from uplift.engine.process.refusals import Refused
from uplift.engine.spec import Step
from uplift.engine.text import quote, say_date

REASON = "reason"


def built_in_problems(entry: Entry) -> Iterator[Refused]:
    """Everything that stands against a pause, its end, a conversion or a reason for delay."""
    seat, problems = {
        PAUSE: (_may_pause, _pause),
        RESUME: (_may_pause, _resume),
        CONVERT: (_may_convert, _convert),
        LATE_REASON: (_may_explain, _late_reason),
    }[entry.fact.step]
    yield from seat(entry)
    if not entry.fact.void:
        yield from problems(entry)


def _pause(entry: Entry) -> Iterator[Refused]:
    if since := entry.now.record.paused_since:
        yield Refused("already_paused", f"The case is paused since {say_date(since)}.")
    yield from _text(entry, REASON, "Give the reason for the pause.")


def _resume(entry: Entry) -> Iterator[Refused]:
    since = entry.now.record.paused_since
    if since is None:
        yield Refused("not_paused", "The case isn't paused.")
    elif entry.fact.on < since:
        sentence = f"The date can't be before the pause began on {say_date(since)}."
        yield Refused("too_early", sentence, "on")


def _convert(entry: Entry) -> Iterator[Refused]:
    to = entry.fact.values.get("to")
    if str(to) not in entry.pack.processes or to == entry.now.process.id:
        yield Refused("process_unknown", "Choose another type of review to convert to.", "to")
    yield from _text(entry, REASONS, "Give the reasons for the conversion.")


def _late_reason(entry: Entry) -> Iterator[Refused]:
    step = _late_step(entry)
    if step and not step_position(step, entry.now).reason_needed:
        yield Refused("not_late", f"No reason is asked for: {quote(step.name)} isn't late.")
    yield from _text(entry, REASON, "Give the reason for the delay.")


def _late_step(entry: Entry) -> Step | None:
    return entry.now.process.by_id.get(str(entry.fact.values.get("step")))


def _may_pause(entry: Entry) -> Iterator[Refused]:
    yield from _capability(entry, "pause")


def _may_convert(entry: Entry) -> Iterator[Refused]:
    yield from _capability(entry, "convert")


def _may_explain(entry: Entry) -> Iterator[Refused]:
    step = _late_step(entry)
    if step is None:
        yield Refused("no_such_step", "Choose the step that is late.", "step")
    elif not entry.roles & entry.pack.may_enter(step):
        yield Refused("not_your_seat", seat_sentence(entry, step.by))


def seat_sentence(entry: Entry, role: str) -> str:
    """Who it is that may record this."""
    return f"Only the {entry.pack.roles[role].name} can record this."


def _capability(entry: Entry, capability: str) -> Iterator[Refused]:
    if not entry.may(capability):
        able = [role.name for role in entry.pack.roles.values() if capability in role.may]
        who = f"Only the {' or the '.join(able)} can" if able else "Nobody may"
        yield Refused("not_your_seat", f"{who} record this.")


def _text(entry: Entry, field: str, missing: str) -> Iterator[Refused]:
    value = entry.fact.values.get(field)
    if is_blank(value):
        yield Refused("form_incomplete", missing, field)
    elif sentence := answer_problem(WORDS, value, entry.today):
        yield Refused("answer_wrong", sentence, field)
