"""A type of review to read: its criteria, its steps by stage, its picture."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from uplift.engine import phrases
from uplift.engine.diagram import draw
from uplift.engine.phrases import Said
from uplift.engine.rule_phrases import Rule, rule
from uplift.engine.spec import Criteria, Pack, Process, Question, Result, Step
from uplift.engine.spec.base import Named

#: What is said of a step below its name, besides the columns of its own.
MORE = (
    "For each of",
    "Again",
    "Falls away",
    "Criteria",
    "Recommended by",
    "Who must be there",
    "Who is told",
    "Letter",
    "Independent of",
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it will be asked: how it is answered, and when it is asked, if not always."""

    question: Question
    answer: str
    only: str


@dataclass(frozen=True, slots=True)
class CriteriaPart:
    """A set of criteria with its questions and its rules."""

    criteria: Criteria
    questions: tuple[Asked, ...]
    rules: tuple[tuple[str, Rule], ...]


@dataclass(frozen=True, slots=True)
class StepPart:
    """A step with all that is said of it."""

    step: Step
    said: Said

    @property
    def more(self) -> list[tuple[str, str]]:
        """What is said below its name."""
        return [(heading, self.said[heading]) for heading in MORE if heading in self.said]

    @property
    def endings(self) -> list[str]:
        """How it may end, an outcome each."""
        return self.said.get("May end in", "").splitlines()


class TypeOfReview:
    """One process of a pack."""

    def __init__(self, pack: Pack, process: Process) -> None:
        self.pack, self.process = pack, process

    @cached_property
    def said(self) -> Said:
        """What is said of the type as a whole."""
        return phrases.process_said(self.pack, self.process)

    @cached_property
    def criteria(self) -> tuple[CriteriaPart, ...]:
        """The criteria that its steps ask, in the order of the steps."""
        names = dict.fromkeys(name for step in self.process.steps for name in step.criteria)
        return tuple(_criteria(self.pack.criteria[name]) for name in names)

    @cached_property
    def stages(self) -> tuple[tuple[Named, tuple[StepPart, ...]], ...]:
        """Its steps, stage by stage."""
        return tuple(
            (stage, tuple(self._step(one) for one in self.process.steps if one.stage == stage.id))
            for stage in self.process.stages.values()
        )

    def _step(self, step: Step) -> StepPart:
        said = phrases.step_said(self.pack, self.process, step)
        return StepPart(step, said | phrases.step_clock(self.pack, self.process, step))

    @cached_property
    def picture(self) -> Markup:
        """The steps drawn."""
        return Markup(draw(self.pack, self.process))  # noqa: S704 - the engine escapes all text


def asked_in(
    questions: Mapping[str, Question], outcomes: Mapping[str, Result] | None = None
) -> tuple[Asked, ...]:
    """The questions of a form or of criteria, in order."""
    return tuple(
        Asked(
            question,
            phrases.question_said(question)["Answer"],
            phrases.asked_when(question, questions, outcomes or {}),
        )
        for question in questions.values()
    )


def _criteria(criteria: Criteria) -> CriteriaPart:
    titles = {"met": "The criteria are met when", "consider": "Not met, yet to be considered, when"}
    rules = ((titles[name], rule(criteria.ask, one)) for name, one in criteria.rules())
    return CriteriaPart(criteria, asked_in(criteria.ask), tuple(rules))
