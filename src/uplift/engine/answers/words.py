"""Texts, numbers, and the names of people, agencies and files."""

import re
from datetime import date
from typing import Any

from uplift.engine.answers.kinds import AnswerError, as_text
from uplift.engine.spec import Question, Type
from uplift.engine.text import hidden_mark

NUMBER = re.compile(r"-?[0-9]{1,12}(\.[0-9]{1,6})?")
LARGEST = 10**12


class Words:
    """A text; one line unless the question is for a long text."""

    def read(self, question: Question, raw: Any) -> str:
        """The text, its line ends made the same everywhere."""
        text = as_text(raw)
        return text if question.type is Type.LONG_TEXT else " ".join(text.split("\n"))

    def check(self, question: Question, value: Any, today: date) -> None:
        """Refuses what is too long and what nobody can see."""
        if not isinstance(value, str) or not value.strip():
            raise AnswerError("Write this as text.")
        if len(value) > question.cap:
            raise AnswerError(
                f"Write {question.cap:,} characters or fewer; this has {len(value):,}."
            )
        if sentence := hidden_mark(value):
            raise AnswerError(sentence)

    def show(self, question: Question, value: Any) -> str:
        """The text itself."""
        return str(value)

    def edit(self, question: Question, value: Any) -> str:
        """The text itself."""
        return str(value)


class Number:
    """A number, whole or decimal."""

    def read(self, question: Question, raw: Any) -> int | float:
        """The number typed; commas between thousands are passed over."""
        text = as_text(raw).replace(",", "")
        if not NUMBER.fullmatch(text):
            raise AnswerError("Write a number, such as 12 or 3.5.")
        return float(text) if "." in text else int(text)

    def check(self, question: Question, value: Any, today: date) -> None:
        """Refuses what is no number and what lies beyond the question's bounds."""
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise AnswerError("Write a number, such as 12 or 3.5.")
        # Not a number is unequal to everything, so it fails this too.
        if not -LARGEST < value < LARGEST:
            raise AnswerError("The number is too large.")
        if question.at_least is not None and value < question.at_least:
            raise AnswerError(f"The number must be {question.at_least:g} or more.")
        if question.at_most is not None and value > question.at_most:
            raise AnswerError(f"The number must be {question.at_most:g} or less.")

    def show(self, question: Question, value: Any) -> str:
        """The number with commas between thousands."""
        return f"{value:,}"

    def edit(self, question: Question, value: Any) -> str:
        """The number as it is typed."""
        return f"{value:f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
