"""Random walks through a process: whatever can be done is done, in any order, until the end."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any, TypeVar

from tests.unit.engine.samples import day
from uplift.engine.process import Fact, Position, asked, may_record, position
from uplift.engine.process.states import State, StepPosition
from uplift.engine.spec import Pack, Question, Type

Choice = TypeVar("Choice")
Choose = Callable[[Sequence[Choice]], Choice]
START = day("2014-01-06")
LONGEST = 400

ANSWERS: dict[Type, list[Any]] = {
    Type.YES_NO: ["yes", "no"],
    Type.DATE: ["2014-02-03", "2015-06-01"],
    Type.APPROXIMATE_DATE: ["2014-02"],
    Type.NUMBER: [3],
    Type.PERIODS: [
        [{"from": "2013-12-01", "to": None}],
        [{"from": "2001-01-01", "to": "2001-02-01"}],
    ],
}


class Stuck(AssertionError):
    """Nothing is open, nothing will open, and the case has not ended."""


def walk(pack: Pack, process: str, choose: Choose[Any]) -> list[Fact]:
    """The facts of a case that went all the way; raises Stuck."""
    facts: list[Fact] = []
    today = START
    for _ in range(LONGEST):
        found = position(pack, process, facts, today)
        if found.ended and choose([True, False]):
            return facts
        ready = [one for one in found.open if not one.optional or choose([True, False, False])]
        ready = [one for one in ready if not (one.step.repeat and one.done_on and not _must(found))]
        if ready:
            fact = _fact(pack, found, choose(ready), choose)
            facts += [fact] if _accepted(pack, process, facts, fact) else []
            today += timedelta(days=choose([0, 0, 1, 9]))
        elif found.ended and (today.year > 2018 or choose([True, False])):
            return facts
        elif today > START + timedelta(days=9000):
            raise Stuck([one.step.id for one in found.steps if one.state is State.WAITING])
        else:
            today += timedelta(days=200)
    raise Stuck("It goes on and on.")


def _must(found: Position) -> bool:
    return any(not one.optional for one in found.open)


def _fact(pack: Pack, found: Position, taken: StepPosition, choose: Choose[Any]) -> Fact:
    step = taken.step
    left = [one.item for one in taken.items if one.done_on is None]
    outcome = choose(list(step.outcomes)) if step.outcomes else None
    values: dict[str, Any] = {"reasons": "Because.", "late_reason": "Half-term."}
    if step.needs:
        values["present"] = list(step.needs.present)
    questions = pack.questions(step)
    for name, question in questions.items():
        if not question.identity and name in asked(questions, values, outcome):
            values[name] = _answer(question, choose)
    return Fact(
        step.id, found.today, item=choose(left) if left else None, outcome=outcome, values=values
    )


def _answer(question: Question, choose: Choose[Any]) -> Any:
    if question.type is Type.SCORE:
        return {"score": choose(list(question.choices)), "evidence": "Seen."}
    if question.type is Type.MANY_OF:
        return [choose(list(question.choices))]
    answers = list(question.choices) or ANSWERS.get(question.type, ["Police", "Health"])
    if question.must_be:
        answers = ["1999-01-01"] if question.must_be == "past" else ["2100-01-01"]
    answer = choose(answers)
    return answers if question.many else answer


def _accepted(pack: Pack, process: str, facts: list[Fact], fact: Fact) -> bool:
    """What a position says is open can be recorded, all its questions being answered.

    Another outcome must be chosen where this one has a condition that doesn't hold.
    """
    refused = may_record(pack, process, facts, fact, roles=list(pack.roles), today=fact.on)
    codes = {one.code for one in refused}
    assert codes <= {"not_independent", "outcome_not_yet"}, (fact, refused)
    return "outcome_not_yet" not in codes
