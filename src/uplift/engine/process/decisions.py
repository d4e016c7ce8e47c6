"""What a decision needs: an outcome, a quorum, reasons, independence; and the engine's advice."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from uplift.engine.answers import is_blank
from uplift.engine.process.due import due_date
from uplift.engine.process.entry import Entry, same
from uplift.engine.process.facts import LATE_REASON, Fact
from uplift.engine.process.filled import CAST_BY, PRESENT, REASONS
from uplift.engine.process.position import reason_given
from uplift.engine.process.reading import Reading
from uplift.engine.process.record import Record
from uplift.engine.process.refusals import Refused
from uplift.engine.process.verdict import Verdict, verdict
from uplift.engine.rules import Three, evaluate
from uplift.engine.spec import Pack, Step, Type
from uplift.engine.text import quote, say_date, say_list
from uplift.engine.wording import Words


@dataclass(frozen=True)
class Advice:
    """What the engine would say beside a decision. A person decides."""

    outcomes: tuple[str, ...]
    """The outcomes advised; none while it cannot tell."""
    against: tuple[str, ...]
    """The outcomes advised against."""
    verdicts: dict[str, Verdict]
    """What each set of criteria says of the answers."""
    followed: str | None
    """The outcome that was recommended, if the step follows another."""


def advice(
    pack: Pack,
    process_id: str,
    facts: Iterable[Fact],
    fact: Fact,
    *,
    opened: date | None = None,
) -> Advice:
    """The advice on a decision, given the case and the answers in `fact`; its outcome is unread."""
    reading = _answered(pack, process_id, facts, fact, opened)
    return _advice(reading.process.step(fact.step), reading)


def _answered(
    pack: Pack, process_id: str, facts: Iterable[Fact], fact: Fact, opened: date | None
) -> Reading:
    """The case with the answers in `fact`, before its outcome is chosen."""
    given = replace(fact, outcome=None)
    return Reading(Record(pack, process_id, [*facts, given], fact.on, opened))


def _advice(step: Step, reading: Reading) -> Advice:
    says = {
        name: evaluate(result.when, reading)
        for name, result in step.outcomes.items()
        if result.when
    }
    followed = reading.record.of(step.follows) if step.follows else []
    answers = reading.record.answers([step.id])
    return Advice(
        outcomes=tuple(name for name, value in says.items() if value is Three.YES),
        against=tuple(name for name, value in says.items() if value is Three.NO),
        verdicts={
            name: verdict(reading.record.pack.criteria[name], answers) for name in step.criteria
        },
        followed=followed[-1].outcome if followed else None,
    )


def decision_problems(entry: Entry, step: Step) -> Iterator[Refused]:
    """Everything a record lacks besides its answers."""
    fact = entry.fact
    if step.outcomes and fact.outcome not in step.outcomes:
        names = say_list((result.name for result in step.outcomes.values()), "or")
        yield Refused("outcome_missing", f"Choose an outcome: {names}.", "outcome")
    elif fact.outcome and fact.outcome not in step.outcomes:
        yield Refused("outcome_unknown", "This step has no outcomes to choose from.", "outcome")
    else:
        yield from _only(entry, step)
        yield from _reasons(entry, step)
    yield from _quorum(entry, step)
    yield from _delay(entry, step)
    yield from _ties(entry, step)


def _only(entry: Entry, step: Step) -> Iterator[Refused]:
    """Whether the outcome can be chosen as the case would stand with this record."""
    result = step.outcomes.get(entry.fact.outcome or "")
    if not result or not result.only:
        return
    then = _answered(entry.pack, entry.process_id, entry.facts, entry.fact, entry.opened)
    if evaluate(result.only, then) is not Three.YES:
        when = Words(entry.pack, then.process).condition(result.only)
        sentence = f"{quote(result.name)} can be chosen only with {when}."
        yield Refused("outcome_not_yet", sentence, "outcome")


def _reasons(entry: Entry, step: Step) -> Iterator[Refused]:
    fact = entry.fact
    result = step.outcomes.get(fact.outcome or "")
    if result is None or result.again or not is_blank(fact.values.get(REASONS)):
        return
    given = advice(entry.pack, entry.process_id, entry.facts, fact, opened=entry.opened)
    if result.reasons:
        sentence = f"Give the reasons for {quote(result.name)}."
    elif given.outcomes and result.id not in given.outcomes:
        advised = say_list((quote(step.outcomes[name].name) for name in given.outcomes), "or")
        sentence = f"Give the reasons: the answers point to {advised}."
    elif result.id in given.against:
        sentence = f"Give the reasons: the answers speak against {quote(result.name)}."
    elif given.followed in step.outcomes and given.followed != result.id:
        recommended = quote(step.outcomes[given.followed].name)
        sentence = f"Give the reasons: {recommended} was recommended."
    else:
        return
    yield Refused("reasons_missing", sentence, REASONS)


def _quorum(entry: Entry, step: Step) -> Iterator[Refused]:
    needs, values = step.needs, entry.fact.values
    if not needs:
        return
    named = values.get(PRESENT)
    present = set(map(str, named if isinstance(named, list | tuple) else ()))
    roles = entry.pack.roles
    if len(present & set(needs.present)) < needs.wanted:
        names = say_list(roles[role].name for role in needs.present)
        number = "All" if needs.wanted == len(needs.present) else f"At least {needs.wanted}"
        sentence = f"{number} of these must be present: {names}."
        yield Refused("quorum_missing", sentence, PRESENT)
    cast_by = values.get(CAST_BY)
    if cast_by and (cast_by != needs.casting or cast_by not in present):
        who = roles[needs.casting].name if needs.casting else "nobody"
        sentence = f"The casting vote belongs to {who}, who must be present."
        yield Refused("casting_wrong", sentence, CAST_BY)


def _delay(entry: Entry, step: Step) -> Iterator[Refused]:
    due = due_date(step, entry.then.standing(step.id), entry.then)
    late = due.day is not None and entry.fact.on > due.day and due.late is not None
    told = entry.fact.values.get(LATE_REASON) or reason_given(step, entry.now.record)
    if late and due.day and not told:
        sentence = f"Give the reason for the delay: this was due on {say_date(due.day)}."
        yield Refused("late_reason_missing", sentence, LATE_REASON)


def _ties(entry: Entry, step: Step) -> Iterator[Refused]:
    """Whether a person appointed is of an agency that the step must be independent of."""
    field = appointee_agency(entry.pack, step)
    agency = entry.fact.values.get(field) if field else None
    if not isinstance(agency, str) or is_blank(agency):
        return
    for reference in step.independent_of:
        if same(agency) in _agencies(entry, reference):
            of = "a member of the board" if reference == "board" else "involved in the case"
            sentence = f"{agency} is {of}, so this person isn't independent."
            yield Refused("not_independent", sentence, field)


def appointee_agency(pack: Pack, step: Step) -> str | None:
    """The field that holds the agency of the person appointed."""
    if not step.independent_of:
        return None
    questions: Mapping[str, Any] = pack.questions(step)
    single = (name for name, q in questions.items() if q.type is Type.AGENCY and not q.many)
    return next(single, None)


def _agencies(entry: Entry, reference: str) -> frozenset[str]:
    if reference == "board":
        return entry.board_agencies
    record = entry.now.record
    named = record.named(reference)
    value = record.value(reference)
    return frozenset(same(name) for name in (named or ([value] if isinstance(value, str) else [])))
