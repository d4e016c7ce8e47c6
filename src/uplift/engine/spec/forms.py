"""Questions and forms."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator

from uplift.engine.spec.base import ById, Element, Name, Named, Text, named
from uplift.engine.spec.conditions import Condition, Rule

# The words under which an open answer is kept and shown, whatever the type of the question.
NOT_KNOWN = "not known"
# The answer that there were no periods: it differs from no answer.
NO_PERIODS = "none"


class Type(StrEnum):
    """The types of a question."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    YES_NO = "yes_no"
    ONE_OF = "one_of"
    MANY_OF = "many_of"
    DATE = "date"
    APPROXIMATE_DATE = "approximate_date"
    NUMBER = "number"
    PERSON = "person"
    AGENCY = "agency"
    FILE = "file"
    SCORE = "score"
    PERIODS = "periods"


CHOSEN = frozenset({Type.ONE_OF, Type.MANY_OF, Type.SCORE})
MAY_BE_MANY = frozenset({Type.TEXT, Type.PERSON, Type.AGENCY, Type.FILE})
MAY_BE_UNKNOWN = frozenset({Type.YES_NO, Type.APPROXIMATE_DATE, Type.PERIODS})
WORDY = frozenset({Type.TEXT, Type.LONG_TEXT})
LONGEST = {Type.TEXT: 300, Type.LONG_TEXT: 20_000}

# Which settings make sense for which types: anything else is refused when the pack is read.
SETTINGS = {
    "choices": CHOSEN,
    "many": MAY_BE_MANY,
    "must_be": frozenset({Type.DATE, Type.APPROXIMATE_DATE}),
    "not_before": frozenset({Type.DATE}),
    "longest": WORDY,
    "at_least": frozenset({Type.NUMBER}),
    "at_most": frozenset({Type.NUMBER}),
}


class Choice(Named):
    """One of the answers offered."""

    points: float | None = None
    """What a score adds up to."""
    evidence: bool = False
    """A score that is refused without evidence."""


class Question(Element):
    """A typed question: a field of a form."""

    ask: Name
    """The question as the page shows it."""
    hint: Text | None = None
    """Help under the question."""
    type: Type
    """What kind of answer it takes."""
    event: Name | None = None
    """What a date is called in the sentence of a clock: “planned publication”."""
    many: bool = False
    """Several answers of the kind."""
    required: bool = True
    """Whether it must be answered."""
    choices: Annotated[dict[str, Choice], ById] = Field(default_factory=dict)
    """The answers offered."""
    when: Condition | None = None
    """Asked only when this is yes of the answers in the same form."""
    unknown: bool | None = None
    """Whether “not known” is an answer; by default it depends on the type."""
    identity: bool = False
    """Sealed: the answer is kept apart from the case's facts."""
    must_be: Literal["past", "future"] | None = None
    """Whether a date lies in the past (or today) or the future (or today)."""
    not_before: str | None = None
    """The date field of the same form that it cannot precede."""
    longest: Annotated[int | None, Field(ge=1, le=20_000)] = None
    """The most characters; 300 for a text and 20,000 for a long text otherwise."""
    at_least: float | None = None
    """The least number."""
    at_most: float | None = None
    """The greatest number."""

    @model_validator(mode="after")
    def _settings_fit_type(self) -> "Question":
        for setting, types in SETTINGS.items():
            if getattr(self, setting) and self.type not in types:
                fit = " or ".join(sorted(types))
                raise ValueError(f"{setting} is for questions of type {fit}, not {self.type}.")
        if self.type in CHOSEN and not self.choices:
            raise ValueError(f"A question of type {self.type} needs choices.")
        return self

    @property
    def called(self) -> str:
        """The question."""
        return self.ask

    @property
    def may_be_unknown(self) -> bool:
        """Whether “not known” is an answer to it."""
        return self.type in MAY_BE_UNKNOWN if self.unknown is None else self.unknown

    @property
    def is_list(self) -> bool:
        """Whether its answer is a list of items."""
        return self.many or self.type is Type.MANY_OF

    @property
    def cap(self) -> int:
        """The longest text it takes."""
        return self.longest or LONGEST.get(self.type, LONGEST[Type.TEXT])


class CriteriaQuestion(Question):
    """A question of a set of criteria: yes, no or not known unless it says otherwise."""

    ask: Annotated[Name, Field(alias="question")]
    """The question as the page shows it."""
    type: Type = Type.YES_NO
    """What kind of answer it takes."""


class Criteria(Named):
    """Questions, and the rule over their answers."""

    ask: Annotated[dict[str, CriteriaQuestion], ById] = Field(min_length=1)
    """The questions."""
    met: Rule
    """The rule: when the criteria are met."""
    consider: Rule | None = None
    """Not met, yet to be considered."""

    def rules(self) -> Iterator[tuple[str, Condition]]:
        """The rules, by name."""
        yield "met", self.met
        if self.consider:
            yield "consider", self.consider


class Form(Named):
    """Questions asked together."""

    fields: tuple[Question, ...] = Field(min_length=1)
    """The questions, in order."""

    def field(self, name: str) -> Question | None:
        """The question of that id, or None."""
        return next((field for field in self.fields if field.id == name), None)


Stage = Annotated[Named, BeforeValidator(named)]
