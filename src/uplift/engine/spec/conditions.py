"""The closed vocabulary of conditions, as frozen nodes.

``done some outcome answer criteria elapsed during all any not``. Each node says which question it
puts to a case (``ask``) and what it refers to (``refers``). Meaning: docs/for-pack-authors.
"""

from collections.abc import Iterator
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import BaseModel, BeforeValidator, Discriminator, Field, Tag
from pydantic_core import PydanticCustomError

from uplift.engine.rules import Case, Three, all_of, any_of, negate
from uplift.engine.spec.base import Alone, Frozen, PeriodText, Slug, Slugs, as_tuple

WORDS = ("done", "some", "outcome", "answer", "criteria", "elapsed", "during", "all", "any", "not")

Value = str | int | float
Values = Annotated[
    tuple[Value, ...],
    Field(min_length=1),
    BeforeValidator(as_tuple, json_schema_input_type=Value | tuple[Value, ...]),
]
CriteriaResult = Literal["met", "not_met", "consider"]


class Reference(NamedTuple):
    """Something a condition names.

    `kind` is step, outcomes, items, field, periods, criteria or event (and `each` for the list
    that names a step's items).
    """

    kind: str
    name: str
    values: tuple[Value, ...] = ()
    number: int = 0


def only(mapping: dict[str, Any]) -> dict[str, Any]:
    """The mapping, refused unless it has one entry."""
    if len(mapping) != 1:
        raise PydanticCustomError("one_entry", "Name one thing here; use all: or any: to join.")
    return mapping


class Done(Frozen):
    """Each of these steps is done."""

    done: Slugs
    """A step, or several: all of them."""

    def ask(self, case: Case) -> Three:
        """Yes when all are done, never when one is not needed."""
        return all_of(case.done(step) for step in self.done)

    def refers(self) -> Iterator[Reference]:
        """The steps."""
        yield from (Reference("step", step) for step in self.done)


class Count(Frozen):
    """So many items of a step, of these outcomes if any are named."""

    of: Slug
    """The step."""
    count: int = Field(ge=1, le=1000)
    """How many."""
    outcome: Annotated[tuple[Slug, ...], Alone] = ()
    """Count only those that ended so."""


class Some(Frozen):
    """So many items are in."""

    some: Count
    """The step and how many."""

    def ask(self, case: Case) -> Three:
        """Yes once so many items are in (or all of them), never when the step is not needed."""
        return case.some(self.some.of, self.some.count, self.some.outcome)

    def refers(self) -> Iterator[Reference]:
        """The step, and the outcomes counted."""
        yield Reference("items", self.some.of, self.some.outcome, self.some.count)


class Outcome(Frozen):
    """A step ended in one of these outcomes."""

    outcome: Annotated[dict[Slug, Slugs], BeforeValidator(only)]
    """A step, and the outcome or outcomes."""

    def ask(self, case: Case) -> Three:
        """Yes when the last outcome is one of these, never when it is another."""
        return all_of(case.outcome(step, wanted) for step, wanted in self.outcome.items())

    def refers(self) -> Iterator[Reference]:
        """The step and its outcomes."""
        yield from (Reference("outcomes", step, wanted) for step, wanted in self.outcome.items())


class Answer(Frozen):
    """A question was answered with one of these."""

    answer: Annotated[dict[str, Values], BeforeValidator(only)]
    """A field, and the answer or answers."""

    def ask(self, case: Case) -> Three:
        """Yes when the last answer is one of these; an answer "not known" leaves it open."""
        return all_of(case.answer(question, wanted) for question, wanted in self.answer.items())

    def refers(self) -> Iterator[Reference]:
        """The field and the values."""
        yield from (Reference("field", name, wanted) for name, wanted in self.answer.items())


class CriteriaSay(Frozen):
    """A set of criteria is met, is not met, or asks for consideration."""

    criteria: Annotated[dict[Slug, CriteriaResult], BeforeValidator(only)]
    """A set of criteria, and what it says."""

    def ask(self, case: Case) -> Three:
        """What the rule says; unknown while it cannot tell."""
        return all_of(case.criteria(name, result) for name, result in self.criteria.items())

    def refers(self) -> Iterator[Reference]:
        """The criteria."""
        yield from (
            Reference("criteria", name, (result,)) for name, result in self.criteria.items()
        )


class Since(Frozen):
    """An event, and how long ago it must be."""

    since: str
    """The event."""
    at_least: PeriodText
    """How long ago."""


class Elapsed(Frozen):
    """So much time has passed since an event."""

    elapsed: Since
    """The event and the time."""

    def ask(self, case: Case) -> Three:
        """Yes once the time has passed, never when the event can no longer come."""
        return case.elapsed(self.elapsed.since, self.elapsed.at_least)

    def refers(self) -> Iterator[Reference]:
        """The event."""
        yield Reference("event", self.elapsed.since)


class Start(Frozen):
    """The start of a span: an event, less a period."""

    of: str
    """The event."""
    minus: PeriodText | None = None
    """So much before it."""


class Span(Frozen):
    """Which periods, and the span in which one of them must fall."""

    periods: str
    """The question that holds the periods."""
    start: Annotated[Start, Field(alias="from")]
    """Where the span starts."""
    to: str
    """The event at which it ends."""


class During(Frozen):
    """A dated period overlaps a span: a look-back."""

    during: Span
    """The periods and the span."""

    def ask(self, case: Case) -> Three:
        """Yes when a period overlaps the span; unknown while a date or the periods are missing."""
        start = (self.during.start.of, self.during.start.minus)
        return case.during(self.during.periods, start, self.during.to)

    def refers(self) -> Iterator[Reference]:
        """The periods and the two events."""
        span = (self.during.start.of, str(self.during.start.minus), self.during.to)
        yield Reference("periods", self.during.periods, span)
        yield Reference("event", self.during.start.of)
        yield Reference("event", self.during.to)


class All(Frozen):
    """Every part is yes."""

    all: tuple["Condition", ...] = Field(min_length=1)
    """The parts."""

    def ask(self, case: Case) -> Three:
        """Kleene's and."""
        return all_of(part.ask(case) for part in self.all)

    def refers(self) -> Iterator[Reference]:
        """Whatever the parts refer to."""
        for part in self.all:
            yield from part.refers()


class AnyOf(Frozen):
    """One part at least is yes."""

    any: tuple["Condition", ...] = Field(min_length=1)
    """The parts."""

    def ask(self, case: Case) -> Three:
        """Kleene's or."""
        return any_of(part.ask(case) for part in self.any)

    def refers(self) -> Iterator[Reference]:
        """Whatever the parts refer to."""
        for part in self.any:
            yield from part.refers()


class Not(Frozen):
    """The part is never."""

    part: Annotated["Condition", Field(alias="not")]
    """The part."""

    def ask(self, case: Case) -> Three:
        """Kleene's not."""
        return negate(self.part.ask(case))

    def refers(self) -> Iterator[Reference]:
        """Whatever the part refers to."""
        yield from self.part.refers()


def _word(value: Any) -> str | None:
    """Which word of the vocabulary a raw condition uses."""
    if isinstance(value, BaseModel):
        field = next(iter(type(value).model_fields))
        return "not" if field == "part" else field
    if isinstance(value, dict) and len(value) == 1:
        return str(next(iter(value)))
    return None


def longhand(value: Any) -> Any:
    """A step alone means that it is done; a list means all of it."""
    if isinstance(value, str):
        return {"done": [value]}
    if isinstance(value, list):
        return {"all": value}
    return value


def rule_longhand(value: Any) -> Any:
    """In the rule of criteria a question alone means that it is answered yes."""
    if isinstance(value, str):
        return {"answer": {value: ["yes"]}}
    if isinstance(value, list):
        return {"all": [rule_longhand(part) for part in value]}
    if isinstance(value, dict):
        return {
            word: rule_longhand(part)
            if word == "not"
            else [rule_longhand(each) for each in part]
            if word in ("all", "any") and isinstance(part, list)
            else part
            for word, part in value.items()
        }
    return value


Condition = Annotated[
    Annotated[Done, Tag("done")]
    | Annotated[Some, Tag("some")]
    | Annotated[Outcome, Tag("outcome")]
    | Annotated[Answer, Tag("answer")]
    | Annotated[CriteriaSay, Tag("criteria")]
    | Annotated[Elapsed, Tag("elapsed")]
    | Annotated[During, Tag("during")]
    | Annotated[All, Tag("all")]
    | Annotated[AnyOf, Tag("any")]
    | Annotated[Not, Tag("not")],
    Discriminator(_word),
    BeforeValidator(longhand),
]
Rule = Annotated[Condition, BeforeValidator(rule_longhand)]

for node in (All, AnyOf, Not):
    node.model_rebuild()
