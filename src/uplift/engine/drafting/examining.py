"""What is still wrong with a draft, each fault with the place where it is mended."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from uplift.engine.drafting.edits import Place, Raw, remove, word_for
from uplift.engine.spec import Pack
from uplift.engine.spec.reader import faults
from uplift.engine.text import hidden_mark, holds_html


class Fault(NamedTuple):
    """One thing wrong, and where."""

    place: Place
    sentence: str


@dataclass(frozen=True)
class Examined:
    """A draft as a pack, once every part of it fits, and what is wrong with it."""

    pack: Pack | None
    faults: tuple[Fault, ...]

    @property
    def sound(self) -> Pack | None:
        """The pack, if nothing at all is wrong with it."""
        return None if self.faults else self.pack


def examine(raw: Raw) -> Examined:
    """The draft as a pack, and everything wrong with it."""
    pack, found = faults(raw)
    told = [Fault(place, sentence) for place, sentence in _texts(raw, ())]
    told += [Fault(worded(raw, path), sentence) for path, sentence in found]
    return Examined(pack, tuple(dict.fromkeys(told)))


def used_by(raw: Raw, place: Place) -> tuple[Fault, ...]:
    """What would be wrong if this were taken out, and isn't now: what still needs it.

    A draft that doesn't fit the models yet can't tell.
    """
    before = set(examine(raw).faults)
    return tuple(one for one in examine(remove(raw, place)).faults if one not in before)


def worded(raw: Any, path: tuple[str | int, ...]) -> Place:
    """A path of keys and numbers as a place; the models name parts that aren't in the data."""
    place: list[str] = []
    for step in path:
        if isinstance(raw, dict) and step in raw:
            place.append(str(step))
            raw = raw[step]
        elif isinstance(raw, list) and isinstance(step, int) and step < len(raw):
            place.append(word_for(raw[step], step))
            raw = raw[step]
    return tuple(place)


def _texts(raw: Any, place: Place) -> Iterator[tuple[Place, str]]:
    """Texts that hold what no reader of YAML would have let in."""
    if isinstance(raw, dict):
        for key, part in raw.items():
            yield from _texts(part, (*place, str(key)))
    elif isinstance(raw, list):
        for number, part in enumerate(raw):
            yield from _texts(part, (*place, word_for(part, number)))
    elif isinstance(raw, str):
        sentence = hidden_mark(raw)
        if holds_html(raw):
            sentence = "HTML isn't allowed: write plain words."
        if sentence:
            yield place, sentence
