"""The steps of a case as its page shows them: by stage, with the next thing to do first."""

from dataclasses import dataclass, field

from uplift.engine.process import State, StepPosition
from uplift.engine.spec import Kind
from uplift.engine.spec.clocks import limits
from uplift.ground.ui.filters.dates import days_left, short_day
from uplift.ground.ui.filters.text import capital, sentence
from uplift.loop.cases.opened import Opened

RECORDS = {
    Kind.RECORD: "Record it",
    Kind.DECISION: "Record the decision",
    Kind.NOTIFY: "Write and record the letter",
    Kind.APPOINT: "Record the appointment",
    Kind.RETURN: "Record the return",
    Kind.REPORT: "Record the report",
    Kind.PUBLISH: "Record the publication",
    Kind.MEETING: "Record the meeting",
}
MOST_PANELS = 2


@dataclass(frozen=True, slots=True)
class Row:
    """One step; `page` names the page it leads to, "" for none."""

    step: str
    name: str
    state: str
    page: str = ""
    note: str = ""
    date: str = ""
    date_note: str = ""
    late: bool = False
    words: str = ""
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage; `begun` when any of its steps is open or done."""

    name: str
    says: str
    begun: bool
    rows: list[Row] = field(default_factory=list)
    not_needed: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Panel:
    """What to do next, by whom, by when and why then; `refusal` stands where the button would."""

    at: StepPosition
    who: str
    why: str
    button: str
    refusal: str
    reason_wanted: bool


def stages(opened: Opened) -> list[Stage]:
    """The case's steps by stage, in the framework's order."""
    found = []
    for stage in opened.case.type.stages.values():
        steps = [one for one in opened.position.steps if one.step.stage == stage.id]
        needed = [one for one in steps if one.state is not State.NOT_NEEDED]
        if steps:
            begun = any(one.state in {State.OPEN, State.DONE} for one in needed)
            rows = [_row(opened, one) for one in needed]
            over = [one.step.name for one in steps if one.state is State.NOT_NEEDED]
            found.append(Stage(stage.name, stage.says or "", begun, rows, over))
    return found


def panels(opened: Opened) -> list[Panel]:
    """What to do next: this person's own first, the most urgent at the top."""
    wanted = [one for one in opened.position.open if not one.optional]
    made = sorted((_panel(opened, one) for one in wanted), key=_urgency)
    mine = [panel for panel in made if panel.at.step.by in opened.roles and not panel.refusal]
    return mine[:MOST_PANELS] or made[:1]


def _urgency(panel: Panel) -> tuple[bool, int]:
    days = panel.at.days
    return days is None, days or 0


def _panel(opened: Opened, at: StepPosition) -> Panel:
    refusal = opened.may_begin(at.step.id)
    why = f"{capital(at.explanation)}." if at.explanation else at.step.says or ""
    if at.explanation and not at.late and any(limit.late for limit in limits(at.step.due)):
        why += " If it is later, the reason is recorded."
    return Panel(
        at=at,
        who=sentence(_lacking(opened, at)) or opened.who(at.step.by),
        why=why,
        button=RECORDS[at.step.kind],
        refusal=refusal.sentence if refusal else "",
        reason_wanted=at.reason_needed and not at.reason_given and not refusal,
    )


def _row(opened: Opened, at: StepPosition) -> Row:
    make = {State.DONE: _done, State.OPEN: _open}.get(at.state, _waiting)
    return make(opened, at)


def _done(opened: Opened, at: StepPosition) -> Row:
    today, records = opened.reach.today, opened.records(at.step.id)
    outcome = at.step.outcomes.get(at.outcome or "")
    last = records[-1] if records else None
    note = opened.pack.roles[at.step.by].name
    if last and last.as_role != at.step.by:
        note = f"{note}, entered by {last.by.name}"
    elif last:
        note = f"{last.by.name}, {note}"
    return Row(
        step=at.step.id,
        name=f"{at.step.name}: {outcome.name}" if outcome else at.step.name,
        state=str(at.state),
        page="done" if records else "",
        note=note,
        date=short_day(at.done_on, today),
        date_note=f"due {short_day(at.due, today)}" if at.due else "",
        late=at.late,
        words="In time" if at.due and not at.late else "",
    )


def _open(opened: Opened, at: StepPosition) -> Row:
    today = opened.reach.today
    waiting = _lacking(opened, at)
    optional = "if wanted" if at.optional else ""
    who = opened.who(at.step.by)
    note = f"Waiting for {sentence(waiting)}" if waiting else who
    return Row(
        step=at.step.id,
        name=at.step.name,
        state=str(at.state),
        page="step",
        note=note,
        date=f"due {short_day(at.due, today)}" if at.due else optional,
        date_note=days_left(at.days) if at.due else "",
        late=at.late and not at.optional,
        optional=at.optional,
    )


def _lacking(opened: Opened, at: StepPosition) -> list[str]:
    """Whose answers are still to come."""
    return [opened.item_name(one.item) for one in at.items if one.done_on is None]


def _waiting(opened: Opened, at: StepPosition) -> Row:
    today = opened.reach.today
    return Row(
        step=at.step.id,
        name=at.step.name,
        state=str(at.state),
        note=f"Waits for {at.waits_for}" if at.waits_for else "",
        date=f"due {short_day(at.due, today)}" if at.due else "",
        date_note="late already" if at.late else "",
        late=False,
    )
