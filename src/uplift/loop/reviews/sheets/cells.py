"""The cells of one row, each read for what its column holds."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError

from uplift.ground.ui.safety import tidy
from uplift.loop.reviews.models import Entry
from uplift.loop.reviews.models.entry import LONGEST
from uplift.loop.reviews.when import Moment, NotADate, read
from uplift.loop.reviews.when.clock import alone
from uplift.loop.reviews.when.reading import with_time

Problem = tuple[int, str]  # the cell's place in its row, the sentence

#: The texts of an entry and how long each may be.
TEXTS = {"what": 20_000, **LONGEST, "comment": 20_000}
_NAMES = {
    "what": "What happened",
    "people": "Who was involved",
    "where": "Where",
    "record": "The record's reference",
    "comment": "Your comment",
}
_THEN, _LATER = Entry.Knowledge.THEN.value, Entry.Knowledge.LATER.value
_KNOWLEDGE = {
    "": "",
    **dict.fromkeys(("then", "yes", "y", "known at the time", "at the time", "known then"), _THEN),
    **dict.fromkeys(("later", "no", "n", "learnt later", "afterwards", "learned later"), _LATER),
    **dict.fromkeys(("not known", "unknown", "n/k"), ""),
}


class Cells:
    """Reads rows whose columns stand at `places`."""

    def __init__(
        self, places: Mapping[str, int], agencies: Mapping[str, str], today: dt.date
    ) -> None:
        self.places, self.today = places, today
        self.agencies = {name.casefold(): slug for name, slug in agencies.items()}
        self.names = ", ".join(sorted(agencies))

    def read(self, row: Sequence[Any]) -> tuple[dict[str, Any] | None, list[Problem]]:
        """The row's entry, or nothing and what is wrong."""
        problems: list[Problem] = [
            (place, sentence)
            for key, place in self.places.items()
            if (sentence := _not_a_value(self._cell(row, key)))
        ]
        if problems:
            return None, problems
        moment = self._moment(row, problems)
        texts = {key: self._words(row, key, problems) for key in TEXTS}
        if not texts["what"] and "what" not in (self._key(place) for place, _ in problems):
            problems.append((self.places["what"], "What happened is missing."))
        knowledge = self._knowledge(row, problems)
        known_to = self._known_to(row, problems)
        if problems or moment is None:
            return None, problems
        return {
            "moment": moment, "texts": texts, "knowledge": knowledge, "known_to": known_to
        }, []  # fmt: skip

    def _key(self, place: int) -> str:
        return next(key for key, at in self.places.items() if at == place)

    def _cell(self, row: Sequence[Any], key: str) -> Any:
        place = self.places.get(key)
        return row[place] if place is not None and place < len(row) else None

    def _value(self, row: Sequence[Any], key: str) -> Any:
        cell = self._cell(row, key)
        return None if cell is None else cell.value

    def _moment(self, row: Sequence[Any], problems: list[Problem]) -> Moment | None:
        key = "when"
        try:
            moment = read(self._value(row, "when"), self.today)
            key = "time"
            return with_time(moment, alone(self._value(row, "time")))
        except NotADate as wrong:
            problems.append((self.places[key], str(wrong)))
            return None

    def _words(self, row: Sequence[Any], key: str, problems: list[Problem]) -> str:
        text = _as_text(self._value(row, key))
        try:
            return tidy(text, most=TEXTS[key], many_lines=key in {"what", "comment"})
        except ValidationError as wrong:
            problems.append((self.places[key], f"{_NAMES[key]}: {' '.join(wrong.messages)}"))
            return ""

    def _knowledge(self, row: Sequence[Any], problems: list[Problem]) -> str:
        said = " ".join(_as_text(self._value(row, "knowledge")).lower().split())
        if said not in _KNOWLEDGE:
            sentence = f"“{said[:40]}” isn't taken here: choose Then or Later, or leave it empty."
            problems.append((self.places["knowledge"], sentence))
        return _KNOWLEDGE.get(said, "")

    def _known_to(self, row: Sequence[Any], problems: list[Problem]) -> tuple[str, ...]:
        said = _as_text(self._value(row, "known_to")).replace("\n", ";").split(";")
        names = [" ".join(name.split()) for name in said if name.strip()]
        unknown = [name for name in names if name.casefold() not in self.agencies]
        if unknown:
            sentence = f"“{unknown[0][:60]}” isn't one of the board's agencies: {self.names}."
            problems.append((self.places["known_to"], sentence))
        slugs = (self.agencies[n.casefold()] for n in names if n.casefold() in self.agencies)
        return tuple(dict.fromkeys(slugs))


def _not_a_value(cell: Any) -> str:
    """Why the cell can't be taken as it is, if it holds a formula or an error."""
    if cell is None or cell.value is None:
        return ""
    if cell.data_type == "f":
        return "This cell holds a formula. Copy it and paste it as a value."
    if cell.data_type == "e":
        return f"This cell holds an error of Excel, {cell.value}. Type what it should say."
    return ""


def _as_text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
