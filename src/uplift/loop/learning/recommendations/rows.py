"""One recommendation a row, and what is wrong with it."""

import json
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.core.exceptions import ValidationError

from uplift.ground.ui.safety import tidy
from uplift.loop.learning.models import Finding

MOST_ROWS = 500
LONGEST = 5_000  # characters of one recommendation
LONGEST_AREA = 200
LONGEST_NUMBER = 20

_KINDS = {
    "": Finding.Kind.IMPROVEMENT,
    "improvement": Finding.Kind.IMPROVEMENT,
    "improvement needed": Finding.Kind.IMPROVEMENT,
    "good practice": Finding.Kind.GOOD_PRACTICE,
    "strength": Finding.Kind.GOOD_PRACTICE,
}


class Unreadable(Exception):
    """Nothing can be read from this at all; the sentence says why."""


@dataclass(frozen=True, slots=True)
class Row:
    """`line` is where it stands in what was given; `kind` is as written; `problems` are sentences.
    `number` and `area` are its number and its heading in the report."""

    line: int
    text: str
    number: str = ""
    area: str = ""
    kind: str = ""
    problems: tuple[str, ...] = ()

    @property
    def finding_kind(self) -> Finding.Kind:
        """What kind of finding it becomes; only a row without problems has one."""
        return _KINDS[self.kind.casefold().replace("_", " ")]


@dataclass(frozen=True, slots=True)
class Reading:
    """What was understood: the rows, and what was left out of them."""

    rows: tuple[Row, ...]
    left_out: tuple[str, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether it can be imported as it is."""
        return bool(self.rows) and not any(row.problems for row in self.rows)


def key(text: str) -> str:
    """By what two recommendations are the same: their words."""
    return " ".join(text.casefold().split())


def checked(rows: Sequence[Row], there: Collection[str]) -> tuple[Row, ...]:
    """The rows tidied, each with its problems. `there` holds the keys of what is there already."""
    tidied = [_tidied(row) for row in rows]
    texts = Counter(key(row.text) for row in tidied)
    numbers = Counter(row.number for row in tidied if row.number)
    return tuple(
        replace(row, problems=(*row.problems, *_problems(row, texts, numbers, there)))
        for row in tidied
    )


def _tidied(row: Row) -> Row:
    """The row as it would be kept; a text that can't be kept stays as it is, with the reason."""
    changes: dict[str, Any] = {}
    problems: list[str] = []
    for name, what, most in (
        ("text", "The recommendation", LONGEST),
        ("number", "The number", LONGEST_NUMBER),
        ("area", "The area", LONGEST_AREA),
    ):
        value = getattr(row, name)
        try:
            changes[name] = tidy(value, most=10**9, many_lines=False)
        except ValidationError:
            problems.append(f"{what} holds hidden characters. Type it again.")
        if len(value) > most:
            problems.append(f"{what} is {len(value):,} characters long: {most:,} is the most.")
    return replace(row, **changes, problems=tuple(problems))


def _problems(
    row: Row, texts: Counter[str], numbers: Counter[str], there: Collection[str]
) -> Iterator[str]:
    if not row.text:
        yield "The recommendation is empty."
    elif key(row.text) in there:
        yield "This inspection has a finding with these words already."
    elif texts[key(row.text)] > 1:
        yield "The same words stand in another row."
    if numbers[row.number] > 1:
        yield f"The number {row.number} is used more than once."
    if row.kind.casefold().replace("_", " ") not in _KINDS:
        yield f"“{row.kind}” isn't a kind: write improvement or good practice."


def to_json(rows: Sequence[Row]) -> str:
    """The rows as text that a form can carry from the preview to the import."""
    return json.dumps([[row.line, row.text, row.number, row.area, row.kind] for row in rows])


def from_json(text: str) -> tuple[Row, ...]:
    """The rows again. Raises Unreadable when the form was damaged on its way."""
    try:
        rows = [
            Row(int(line), str(says), str(number), str(area), str(kind))
            for line, says, number, area, kind in json.loads(text)
        ]
    except (ValueError, TypeError) as error:
        raise Unreadable("The form was damaged on its way. Give the text again.") from error
    return tuple(rows[: MOST_ROWS + 1])
