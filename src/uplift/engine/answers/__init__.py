"""Typed questions: what was typed is parsed, validated, kept in plain JSON, shown and scored.

``parse(question, raw)`` takes what a web form or a spreadsheet gives: text, a list of texts, a
date as its parts. It returns the value to store, or raises `AnswerError` with a sentence.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from uplift.engine.answers.choices import ONE_OF, ManyOf, Score, YesNo
from uplift.engine.answers.dates import About, Day, Periods, read_day
from uplift.engine.answers.kinds import AnswerError, Kind
from uplift.engine.answers.words import Number, Words
from uplift.engine.clock import LAST_DAY
from uplift.engine.spec import NOT_KNOWN, Question, Type
from uplift.engine.text import say_list

__all__ = ["AnswerError", "edit", "is_blank", "parse", "read_day", "score", "show", "validate"]

MOST_ITEMS = 200
KINDS: dict[Type, Kind] = {
    Type.TEXT: Words(),
    Type.LONG_TEXT: Words(),
    Type.YES_NO: YesNo(),
    Type.ONE_OF: ONE_OF,
    Type.MANY_OF: ManyOf(),
    Type.DATE: Day(),
    Type.APPROXIMATE_DATE: About(),
    Type.NUMBER: Number(),
    Type.PERSON: Words(),
    Type.AGENCY: Words(),
    Type.FILE: Words(),
    Type.SCORE: Score(),
    Type.PERIODS: Periods(),
}


def parse(question: Question, raw: Any, *, today: date = LAST_DAY) -> Any:
    """The value to store for what was typed; None when it was left blank and may be.

    `today` is the day against which “the date can't be in the future” is judged. Raises
    AnswerError.
    """
    if is_blank(raw):
        if question.required:
            raise AnswerError(f"Answer “{question.ask}”.")
        return None
    if question.may_be_unknown and isinstance(raw, str) and raw.strip().lower() == NOT_KNOWN:
        return NOT_KNOWN
    kind = KINDS[question.type]
    value = _read_many(kind, question, raw) if question.many else kind.read(question, raw)
    validate(question, value, today=today)
    return value


def validate(question: Question, value: Any, *, today: date = LAST_DAY) -> None:
    """Raises AnswerError unless `value` can be stored as an answer to the question."""
    if is_blank(value):
        if question.required:
            raise AnswerError(f"Answer “{question.ask}”.")
        return
    if value == NOT_KNOWN and question.may_be_unknown:
        return
    kind = KINDS[question.type]
    if not question.many:
        kind.check(question, value, today)
        return
    if not isinstance(value, list | tuple) or len(value) > MOST_ITEMS:
        raise AnswerError(f"Give a list of {MOST_ITEMS} at most.")
    for one in value:
        kind.check(question, one, today)


def show(question: Question, value: Any) -> str:
    """The answer as a page says it; an empty text for none."""
    if is_blank(value):
        return ""
    if value == NOT_KNOWN:
        return "Not known"
    kind = KINDS[question.type]
    if question.many:
        return say_list(kind.show(question, one) for one in value)
    return kind.show(question, value)


def edit(question: Question, value: Any) -> Any:
    """What a form is filled with so that parsing it gives the value again."""
    if is_blank(value) or value == NOT_KNOWN:
        return value
    kind = KINDS[question.type]
    if question.many:
        return [kind.edit(question, one) for one in value]
    return kind.edit(question, value)


def score(question: Question, value: Any) -> float | None:
    """The points of the choice made; None when it has none."""
    chosen = value.get("score") if isinstance(value, Mapping) else value
    choice = question.choices.get(chosen) if isinstance(chosen, str) else None
    return choice.points if choice else None


def is_blank(raw: Any) -> bool:
    """Whether nothing was typed."""
    if isinstance(raw, Mapping):
        return all(is_blank(part) for part in raw.values())
    if isinstance(raw, list | tuple):
        return all(is_blank(part) for part in raw)
    return raw is None or (isinstance(raw, str) and not raw.strip())


def _read_many(kind: Kind, question: Question, raw: Any) -> list[Any]:
    """The items typed, without blanks and repeats."""
    rows = raw if isinstance(raw, list | tuple) else [raw]
    read = [kind.read(question, one) for one in rows if not is_blank(one)]
    return list(dict.fromkeys(read))
