"""A rule over answers, said to people: the rule of criteria, or when a question is asked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from uplift.engine.spec import Condition, Question, Result
from uplift.engine.spec.conditions import All, Answer, AnyOf, During, Not, Outcome
from uplift.engine.text import quote, say_list

ALL, ANY, NONE = "All of these", "One of these at least", "None of these"
NEVER = "never at this board"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of criteria as a tree to read: `says` stands above its parts, or alone; `joint`
    stands between them in a sentence."""

    says: str
    parts: tuple["Rule", ...] = ()
    joint: str = "and"

    def __str__(self) -> str:
        if not self.parts:
            return self.says
        joined = f" {self.joint} ".join(
            f"({part})" if len(part.parts) > 1 else str(part) for part in self.parts
        )
        return f"none of these: {joined}" if self.says == NONE else joined


def rule(
    questions: Mapping[str, Question],
    condition: Condition,
    outcomes: Mapping[str, Result] | None = None,
) -> Rule:
    """The rule over these questions. `outcomes` are those of the steps that ask them."""

    def each(parts: Iterable[Condition]) -> tuple[Rule, ...]:
        return tuple(rule(questions, part, outcomes) for part in parts)

    match condition:
        case All(all=(only,)) | AnyOf(any=(only,)):
            return each([only])[0]
        case All(all=parts):
            return Rule(ALL, each(parts))
        case AnyOf(any=parts):
            return Rule(ANY, each(parts), "or")
        case Not(part=Answer(answer=answers)):
            return Rule(_answers(questions, answers, "not "))
        case Not(part=AnyOf(any=parts)):
            return Rule(NONE, each(parts), "or")
        case Not(part=part):
            return Rule(NONE, each([part]), "or")
        case Answer(answer=answers):
            return Rule(_answers(questions, answers))
        case _:
            return Rule(_other(questions, condition, outcomes or {}))


def _answers(
    questions: Mapping[str, Question],
    answers: dict[str, tuple[str | int | float, ...]],
    without: str = "",
) -> str:
    [(name, wanted)] = answers.items()
    question = questions[name]
    said = say_list((_answer(question, value) for value in map(str, wanted)), "or")
    plain = {"not yes": "no", "not no": "yes"}.get(f"{without}{said}", f"{without}{said}")
    return f"{plain} to {quote(question.ask)}"


def _answer(question: Question, value: str) -> str:
    return quote(question.choices[value].name) if value in question.choices else value


def _other(
    questions: Mapping[str, Question], condition: Condition, outcomes: Mapping[str, Result]
) -> str:
    match condition:
        case During(during=span):
            asked = [questions[name].ask for name in (span.periods, span.start.of, span.to)]
            periods, first, last = map(quote, asked)
            less = f"{span.start.minus} before " if span.start.minus else ""
            return f"a period of {periods} touches the time from {less}{first} to {last}"
        case Outcome(outcome=wanted):
            # A board that doesn't run every process of its framework lacks some outcomes.
            names = [
                outcomes[one].name for ones in wanted.values() for one in ones if one in outcomes
            ]
            return f"the outcome is {say_list(map(quote, names), 'or')}" if names else NEVER
        case _:
            raise TypeError(condition)
