"""What every kind of answer can do, and the refusal of one that doesn't fit."""

from datetime import date
from typing import Any, Protocol

from uplift.engine.spec import Question


class AnswerError(ValueError):
    """An answer that cannot be taken; `sentence` says why, fit for a page."""

    def __init__(self, sentence: str) -> None:
        self.sentence = sentence
        super().__init__(sentence)


class Kind(Protocol):
    """One kind of answer: how it is read, checked, shown and put back into a form."""

    def read(self, question: Question, raw: Any) -> Any:
        """The stored value of what a person typed; raises AnswerError."""

    def check(self, question: Question, value: Any, today: date) -> None:
        """Raises AnswerError unless `value` can be stored as an answer."""

    def show(self, question: Question, value: Any) -> str:
        """The answer as a page says it."""

    def edit(self, question: Question, value: Any) -> Any:
        """What a form is filled with so that reading it gives the value again."""


def as_text(raw: Any) -> str:
    """What was typed, as text without blanks around it; raises AnswerError."""
    if raw is None:
        return ""
    if not isinstance(raw, str):
        raise AnswerError("Write this as text.")
    return raw.replace("\r\n", "\n").replace("\r", "\n").strip()
