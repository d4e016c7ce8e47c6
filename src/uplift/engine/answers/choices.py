"""Answers chosen from a list: yes or no, one of, many of, a score with its evidence."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from uplift.engine.answers.kinds import AnswerError, as_text
from uplift.engine.spec import Question
from uplift.engine.text import hidden_mark, say_list

LONGEST_EVIDENCE = 20_000


class YesNo:
    """Yes or no; not known is taken before it comes here."""

    def read(self, question: Question, raw: Any) -> str:
        """Yes or no, however it is capitalised."""
        return as_text(raw).lower()

    def check(self, question: Question, value: Any, today: date) -> None:
        """Refuses anything else."""
        if value not in ("yes", "no"):
            also = " or not known" if question.may_be_unknown else ""
            raise AnswerError(f"Choose yes or no{also}.")

    def show(self, question: Question, value: Any) -> str:
        """Yes or No."""
        return str(value).capitalize()

    def edit(self, question: Question, value: Any) -> str:
        """The value."""
        return str(value)


class OneOf:
    """One of the question's choices. Stored as the choice's id."""

    def read(self, question: Question, raw: Any) -> str:
        """The choice, by its id or its name."""
        text = as_text(raw)
        named = {choice.name.lower(): choice.id for choice in question.choices.values()}
        return named.get(text.lower(), text)

    def check(self, question: Question, value: Any, today: date) -> None:
        """Refuses what is not offered."""
        if not isinstance(value, str) or value not in question.choices:
            raise AnswerError("Choose one of the answers offered.")

    def show(self, question: Question, value: Any) -> str:
        """The choice's name; the answer itself if it isn't offered any more."""
        choice = question.choices.get(str(value))
        return choice.name if choice else str(value)

    def edit(self, question: Question, value: Any) -> str:
        """The choice's id."""
        return str(value)


class ManyOf:
    """Some of the question's choices. Stored as their ids, in the order they are offered."""

    def read(self, question: Question, raw: Any) -> list[str]:
        """The choices ticked."""
        ticked = [ONE_OF.read(question, one) for one in ([raw] if isinstance(raw, str) else raw)]
        for choice in ticked:
            ONE_OF.check(question, choice, date.min)
        return [choice for choice in question.choices if choice in ticked]

    def check(self, question: Question, value: Any, today: date) -> None:
        """Refuses what is not offered."""
        if not isinstance(value, list | tuple):
            raise AnswerError("Choose from the answers offered.")
        for choice in value:
            ONE_OF.check(question, choice, today)

    def show(self, question: Question, value: Any) -> str:
        """The choices' names."""
        return say_list(ONE_OF.show(question, choice) for choice in value)

    def edit(self, question: Question, value: Any) -> list[str]:
        """The choices' ids."""
        return list(value)


class Score:
    """A score and the evidence for it. Stored as both."""

    def read(self, question: Question, raw: Any) -> dict[str, str]:
        """The score chosen and the evidence typed."""
        given = raw if isinstance(raw, Mapping) else {"score": raw}
        return {
            "score": ONE_OF.read(question, given.get("score")),
            "evidence": as_text(given.get("evidence")),
        }

    def check(self, question: Question, value: Any, today: date) -> None:
        """Refuses a score that needs evidence and has none."""
        if not isinstance(value, Mapping):
            raise AnswerError("Choose a score.")
        ONE_OF.check(question, value.get("score"), today)
        choice = question.choices[value["score"]]
        evidence = value.get("evidence") or ""
        if not isinstance(evidence, str) or len(evidence) > LONGEST_EVIDENCE:
            raise AnswerError(f"Write the evidence in {LONGEST_EVIDENCE:,} characters or fewer.")
        if sentence := hidden_mark(evidence):
            raise AnswerError(sentence)
        if choice.evidence and not evidence.strip():
            raise AnswerError(f"Give the evidence for the score “{choice.name}”.")

    def show(self, question: Question, value: Any) -> str:
        """The score's name, and the evidence."""
        name = ONE_OF.show(question, value["score"])
        return f"{name}: {value['evidence']}" if value.get("evidence") else name

    def edit(self, question: Question, value: Any) -> dict[str, str]:
        """The score's id and the evidence."""
        return dict(value)


ONE_OF = OneOf()
