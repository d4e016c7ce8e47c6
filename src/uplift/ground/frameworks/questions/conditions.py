"""When a question is asked: in words for the page, and as data for its script."""

from collections.abc import Mapping
from typing import Any

from uplift.engine import answers
from uplift.engine.spec import Condition, Question, Result
from uplift.engine.spec.conditions import All, Answer, AnyOf, Not, Outcome
from uplift.engine.text import quote, say_list

Rule = dict[str, Any]


def in_words(
    condition: Condition, questions: Mapping[str, Question], outcomes: Mapping[str, Result]
) -> str:
    """What stands after "only if": the answer to “Has the child died?” is yes."""
    match condition:
        case All(all=parts):
            return " and ".join(in_words(part, questions, outcomes) for part in parts)
        case AnyOf(any=parts):
            return " or ".join(in_words(part, questions, outcomes) for part in parts)
        case Not(part=part):
            return f"it isn't so that {in_words(part, questions, outcomes)}"
        case Answer(answer=wanted):
            return " and ".join(
                f"the answer to {quote(questions[name].ask)} is {_shown(questions[name], values)}"
                for name, values in wanted.items()
            )
        case Outcome(outcome=wanted):
            names = [outcomes[one].name for ones in wanted.values() for one in ones]
            return f"the outcome is {say_list(map(quote, names), 'or')}"
        case _:
            return "the framework asks for it"


def as_rule(condition: Condition, prefix: str) -> Rule:
    """The condition for the script: fields by name, and the values that make it true."""
    match condition:
        case All(all=parts):
            return {"all": [as_rule(part, prefix) for part in parts]}
        case AnyOf(any=parts):
            return {"any": [as_rule(part, prefix) for part in parts]}
        case Not(part=part):
            return {"not": as_rule(part, prefix)}
        case Answer(answer=wanted):
            return {
                "all": [
                    {"field": f"{prefix}{name}", "in": [str(value) for value in values]}
                    for name, values in wanted.items()
                ]
            }
        case Outcome(outcome=wanted):
            return {"field": "outcome", "in": [one for ones in wanted.values() for one in ones]}
        case _:
            return {"all": []}  # the server alone can tell: always shown


def _shown(question: Question, values: tuple[Any, ...]) -> str:
    return say_list((quote(answers.show(question, value)) for value in values), "or")
