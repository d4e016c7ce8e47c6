"""Criteria over answers: met, not met, or can't tell, and then which answers would settle it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from uplift.engine.answers import is_blank
from uplift.engine.clock import Period, subtract
from uplift.engine.rules import Silent, Three, evaluate, negate, three
from uplift.engine.spec import NO_PERIODS, NOT_KNOWN, Condition, Criteria, Question
from uplift.engine.spec.conditions import All, AnyOf, Not
from uplift.engine.text import quote, say_list


@dataclass(frozen=True)
class Verdict:
    """What criteria say of the answers so far. It advises; a person decides."""

    result: Three
    """YES: met. NO: not met. UNKNOWN: can't tell yet."""
    settle: tuple[str, ...]
    """The open questions on which the result still depends."""
    sentence: str
    consider: Three
    """Whether it is to be considered although it is not met."""


class Answers(Silent):
    """Answers as a case that a rule can put its questions to.

    A question that isn't asked, because of what was answered before it, counts as no.
    """

    def __init__(
        self, answers: Mapping[str, Any], questions: Mapping[str, Question] | None = None
    ) -> None:
        self.answers = answers
        self.questions = questions or {}

    def answer(self, reference: str, wanted: tuple[str | int | float, ...]) -> Three:
        """Yes when the answer is one of these; unknown while it is open."""
        asked = self.asked(reference)
        return holds(self.answers.get(reference), wanted) if asked is Three.YES else asked

    def asked(self, question: str) -> Three:
        """Whether the question is asked, given the answers so far."""
        known = self.questions.get(question)
        return evaluate(known.when, self) if known and known.when else Three.YES

    def during(self, periods: str, start: tuple[str, Period | None], end: str) -> Three:
        """Yes when one of the periods overlaps the span."""
        first, last = read_date(self.answers.get(start[0])), read_date(self.answers.get(end))
        return overlap(self.answers.get(periods), first, start[1], last)


def verdict(criteria: Criteria, answers: Mapping[str, Any]) -> Verdict:
    """What the criteria say of these answers."""
    case = Answers(answers, criteria.ask)
    result = evaluate(criteria.met, case)
    consider = judge(criteria, answers, "consider")
    settle = tuple(
        question
        for question in criteria.ask
        if question in set(_open(criteria.met, case))
        or (result is Three.NO and criteria.consider and question in _open(criteria.consider, case))
    )
    return Verdict(result, settle, _sentence(criteria, result, consider, settle), consider)


def judge(criteria: Criteria, answers: Mapping[str, Any], wanted: str) -> Three:
    """Whether the criteria say `wanted`: met, not_met or consider."""
    case = Answers(answers, criteria.ask)
    if wanted == "consider":
        return evaluate(criteria.consider, case) if criteria.consider else Three.NO
    met = evaluate(criteria.met, case)
    return met if wanted == "met" else negate(met)


def is_open(value: Any) -> bool:
    """Whether a question still waits for its answer: nothing, or “not known”."""
    return value == NOT_KNOWN or is_blank(value)


def holds(value: Any, wanted: tuple[str | int | float, ...]) -> Three:
    """Whether an answer is one of those wanted; none, or “not known”, is unknown."""
    if is_open(value):
        return Three.UNKNOWN
    if isinstance(value, Mapping):
        value = value.get("score")
    given = value if isinstance(value, list | tuple) else (value,)
    return three(any(one in wanted for one in given))


def overlap(periods: Any, first: date | None, less: Period | None, last: date | None) -> Three:
    """Whether one of the periods overlaps the days from `first` (less a period) to `last`."""
    if periods == NO_PERIODS:
        return Three.NO
    if not isinstance(periods, list | tuple) or first is None or last is None:
        return Three.UNKNOWN
    start = subtract(first, less) if less else first
    return three(
        any(
            (began := read_date(spell.get("from"))) is not None
            and began <= last
            and ((ended := read_date(spell.get("to"))) is None or ended >= start)
            for spell in periods
        )
    )


def read_date(value: Any) -> date | None:
    """A stored answer as a date, or None."""
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _open(rule: Condition, case: Answers) -> Iterator[str]:
    """The questions in those parts of a rule that are still unknown.

    A part that is settled, or lies in a part that is settled, has no say any more.
    """
    if evaluate(rule, case) is not Three.UNKNOWN:
        return
    parts = (
        rule.all
        if isinstance(rule, All)
        else rule.any
        if isinstance(rule, AnyOf)
        else (rule.part,)
        if isinstance(rule, Not)
        else ()
    )
    for part in parts:
        yield from _open(part, case)
    for reference in () if parts else rule.refers():
        condition = case.questions[reference.name].when
        if condition:
            yield from _open(condition, case)
        if is_open(case.answers.get(reference.name)):
            yield reference.name


def _sentence(criteria: Criteria, result: Three, consider: Three, settle: tuple[str, ...]) -> str:
    asked = say_list(quote(criteria.ask[question].ask) for question in settle)
    if result is Three.YES:
        return "The criteria are met."
    if result is Three.UNKNOWN:
        return f"Can't tell yet. It still depends on the answer to {asked}."
    if consider is Three.YES:
        return "The criteria are not met, but the framework asks that it be considered."
    if consider is Three.UNKNOWN:
        return (
            "The criteria are not met. Whether it is to be considered all the same "
            f"still depends on the answer to {asked}."
        )
    return "The criteria are not met."
