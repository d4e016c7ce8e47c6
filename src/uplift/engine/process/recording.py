"""May this be recorded? Every reason why not, in sentences.

The same answers serve the page, before anyone presses the button (`may_begin`), and the
operation, when it is pressed (`may_record`).
"""

from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta

from uplift.engine.clock import FIRST_DAY
from uplift.engine.process.built_in import built_in_problems, seat_sentence
from uplift.engine.process.decisions import decision_problems
from uplift.engine.process.entry import Entry
from uplift.engine.process.facts import BUILT_IN, Fact
from uplift.engine.process.filled import problems
from uplift.engine.process.position import step_position
from uplift.engine.process.reading import Reading
from uplift.engine.process.refusals import Refused
from uplift.engine.process.states import State, StepPosition
from uplift.engine.spec import Pack, Step
from uplift.engine.text import quote, say_date, say_list

NO_SUCH_STEP = Refused("no_such_step", "This case has no such step.")
CORRECT = "Correct that record if it is wrong."


def may_record(
    pack: Pack,
    process_id: str,
    facts: Iterable[Fact],
    fact: Fact,
    *,
    roles: Collection[str],
    today: date,
    opened: date | None = None,
    board_agencies: Collection[str] = (),
) -> tuple[Refused, ...]:
    """Everything that stands against recording `fact`; empty means it may be recorded.

    `roles` are those the person holds in this case, `board_agencies` the agencies of the board,
    against which independence is checked. A correction is judged as if the fact that it corrects
    had never been made.
    """
    known = tuple(facts)
    entry = Entry.of(
        pack,
        process_id,
        known,
        fact,
        roles=roles,
        today=today,
        opened=opened,
        board_agencies=board_agencies,
    )
    return (*_correction(entry, known), *_problems(entry))


def may_begin(
    pack: Pack,
    process_id: str,
    facts: Iterable[Fact],
    step_id: str,
    *,
    roles: Collection[str],
    today: date,
    opened: date | None = None,
) -> tuple[Refused, ...]:
    """What stands against recording the step today, before its form is filled in."""
    entry = Entry.of(
        pack,
        process_id,
        facts,
        Fact(step_id, today),
        roles=roles,
        today=today,
        opened=opened,
        board_agencies=(),
    )
    step = entry.now.process.by_id.get(step_id)
    if step is None:
        return (NO_SUCH_STEP,)
    return (*_seat(entry, step), *_closed(step_position(step, entry.now)))


def _problems(entry: Entry) -> Iterator[Refused]:
    step = entry.now.process.by_id.get(entry.fact.step)
    yield from _date(entry, step)
    if entry.fact.step in BUILT_IN:
        yield from built_in_problems(entry)
    elif step is None:
        yield NO_SUCH_STEP
    elif entry.fact.void:
        yield from _seat(entry, step)
    else:
        yield from _seat(entry, step)
        yield from _open(entry, step)
        questions = entry.pack.questions(step)
        yield from problems(questions, entry.fact.values, entry.fact.outcome, entry.today)
        yield from decision_problems(entry, step)


def _correction(entry: Entry, known: tuple[Fact, ...]) -> Iterator[Refused]:
    corrects = entry.fact.corrects
    if corrects is None:
        if entry.fact.void:
            yield Refused("nothing_to_correct", "Say which record is withdrawn.")
        return
    corrected = [fact for fact in known if fact.id == corrects and not fact.void]
    if not corrected or any(fact.corrects == corrects for fact in known):
        yield Refused(
            "nothing_to_correct", "That record has been corrected already, or isn't there."
        )
    elif corrected[0].step != entry.fact.step:
        yield Refused("other_step", "A correction is of the same step.")


def _seat(entry: Entry, step: Step) -> Iterator[Refused]:
    if not entry.roles & entry.pack.may_enter(step):
        yield Refused("not_your_seat", seat_sentence(entry, step.by))


def _date(entry: Entry, step: Step | None) -> Iterator[Refused]:
    on, opened = entry.fact.on, entry.now.record.opened
    if on > entry.today:
        yield Refused("in_future", "The date can't be in the future.", "on")
    elif on < FIRST_DAY:
        yield Refused("too_early", f"The year must be {FIRST_DAY.year} or later.", "on")
    elif opened and on < opened and (step is None or step.id not in entry.now.process.starts):
        sentence = f"The date can't be before the case began on {say_date(opened)}."
        yield Refused("before_case", sentence, "on")


def _open(entry: Entry, step: Step) -> Iterator[Refused]:
    """Whether the step can be taken, and could on the day that the fact is about.

    What was open on that day may still be recorded, though the case has moved on since: a
    challenge that took place before the decision, entered after it.
    """
    now = step_position(step, entry.now)
    if now.items or entry.fact.item:
        yield from _item(entry, now)
    if now.state is State.DONE:
        yield from _closed(now)
    elif not _is_open(entry.then, step):
        if now.state is not State.OPEN:
            yield from _closed(now)
        elif (entry.now.record.opened or FIRST_DAY) <= entry.fact.on <= entry.today:
            first = _first_open(entry, step)
            sentence = f"The date can't be before {say_date(first)}, when this became open."
            yield Refused("too_early", sentence, "on")


def _is_open(reading: Reading, step: Step) -> bool:
    return reading.standing(step.id).state is State.OPEN


def _first_open(entry: Entry, step: Step) -> date:
    """The first day on which the step was open, between the fact's day and today."""
    shut, still_open = entry.fact.on, entry.today
    while (gap := (still_open - shut).days) > 1:
        middle = shut + timedelta(days=gap // 2)
        if _is_open(entry.read(middle), step):
            still_open = middle
        else:
            shut = middle
    return still_open


def _closed(now: StepPosition) -> Iterator[Refused]:
    name = quote(now.step.name)
    if now.state is State.DONE and now.done_on:
        yield Refused("already_done", f"{name} was done on {say_date(now.done_on)}. {CORRECT}")
    elif now.state is State.WAITING:
        yield Refused("not_open", f"{name} isn't open yet: it waits for {now.waits_for}.")
    elif now.state is State.NOT_NEEDED:
        yield Refused("not_needed", f"{name} isn't needed in this case.")


def _item(entry: Entry, now: StepPosition) -> Iterator[Refused]:
    item = entry.fact.item
    known = {one.item: one for one in now.items}
    if not known:
        sentence = "This isn't recorded for one agency or person."
        yield Refused("item_unknown", sentence, "item")
    elif item not in known:
        names = say_list((one.item for one in now.items if one.done_on is None), "or")
        yield Refused("item_unknown", f"Say for whom this is recorded: {names}.", "item")
    elif done_on := known[item].done_on:
        sentence = f"{item} was recorded on {say_date(done_on)}. {CORRECT}"
        yield Refused("already_done", sentence, "item")
