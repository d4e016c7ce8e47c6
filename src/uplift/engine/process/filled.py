"""Whether the questions of a step are answered as they must be."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from uplift.engine.answers import AnswerError, is_blank, validate
from uplift.engine.process.facts import LATE_REASON
from uplift.engine.process.refusals import Refused
from uplift.engine.process.verdict import Answers, read_date
from uplift.engine.rules import Three, three
from uplift.engine.spec import Question, Type

REASONS, PRESENT, CAST_BY = "reasons", "present", "cast_by"
# What any record may hold besides the answers to its questions.
BESIDES = frozenset({REASONS, LATE_REASON, PRESENT, CAST_BY})
WORDS = Question(id=REASONS, ask="Reasons", type=Type.LONG_TEXT, required=False)


class Filling(Answers):
    """Answers being given, and the outcome being chosen with them."""

    def __init__(
        self,
        answers: Mapping[str, Any],
        questions: Mapping[str, Question],
        outcome: str | None,
    ) -> None:
        super().__init__(answers, questions)
        self._outcome = outcome

    def outcome(self, step: str, wanted: tuple[str, ...]) -> Three:
        """Whether the outcome being chosen is one of these."""
        return three(self._outcome in wanted)


def asked(
    questions: Mapping[str, Question], values: Mapping[str, Any], outcome: str | None = None
) -> dict[str, Question]:
    """The questions to be answered, given the answers and the outcome so far."""
    filling = Filling(values, questions, outcome)
    return {
        name: question for name, question in questions.items() if filling.asked(name) is Three.YES
    }


def problems(
    questions: Mapping[str, Question],
    values: Mapping[str, Any],
    outcome: str | None,
    today: date,
) -> Iterator[Refused]:
    """What is missing or wrong in the values of a record, field by field.

    Sealed answers are kept apart from a record's values, so they are not asked for here.
    """
    open_questions = asked(questions, values, outcome)
    for name, question in open_questions.items():
        if question.identity:
            continue
        sentence = _problem(question, values, today)
        if sentence:
            missing = is_blank(values.get(name))
            yield Refused("form_incomplete" if missing else "answer_wrong", sentence, name)
    yield from _strays(questions, open_questions, values)
    for name in (REASONS, LATE_REASON):
        if name not in questions and (sentence := answer_problem(WORDS, values.get(name), today)):
            yield Refused("answer_wrong", sentence, name)


def _problem(question: Question, values: Mapping[str, Any], today: date) -> str | None:
    value = values.get(question.id)
    if sentence := answer_problem(question, value, today):
        return sentence
    start = read_date(values.get(question.not_before or ""))
    end = read_date(value)
    if start and end and end < start:
        return "This date can't be before the other date given."
    return None


def answer_problem(question: Question, value: Any, today: date) -> str | None:
    """The sentence that refuses a value as an answer to the question, or None."""
    try:
        validate(question, value, today=today)
    except AnswerError as error:
        return error.sentence
    return None


def _strays(
    questions: Mapping[str, Question],
    open_questions: Mapping[str, Question],
    values: Mapping[str, Any],
) -> Iterator[Refused]:
    for name, value in values.items():
        if is_blank(value) or (name in BESIDES and name not in questions):
            continue
        if name in questions and questions[name].identity:
            sentence = "This answer is kept sealed, apart from the record."
            yield Refused("answer_sealed", sentence, name)
        elif name not in open_questions:
            yield Refused("answer_not_asked", "This isn't asked here.", name)
