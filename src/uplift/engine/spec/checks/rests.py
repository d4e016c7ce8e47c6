"""What is left of a condition once a part of the case is known.

A walk over all the ways of a process keeps, for each step to come, the rest of its condition: the
parts that are settled fall away. Ways with the same rests are one way.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from uplift.engine.rules import Three, all_of, any_of, negate
from uplift.engine.spec.conditions import All, AnyOf, Condition, Done, Not


class Joined(NamedTuple):
    """Parts that are joined by all, any or not."""

    word: str
    parts: "tuple[Rest, ...]"


class Leaf(NamedTuple):
    """A part that asks one question: its number in the list of all of them."""

    number: int


Rest = Three | Leaf | Joined


class Leaves:
    """The questions that the conditions of a process ask."""

    def __init__(self) -> None:
        self.conditions: list[Condition] = []

    def rest(self, condition: Condition | None) -> Rest:
        """The whole of a condition, nothing of it settled."""
        match condition:
            case None:
                return Three.YES
            case All(all=parts):
                return Joined("all", tuple(self.rest(part) for part in parts))
            case AnyOf(any=parts):
                return Joined("any", tuple(self.rest(part) for part in parts))
            case Not(part=part):
                return Joined("not", (self.rest(part),))
            case Done(done=steps) if len(steps) > 1:
                return Joined("all", tuple(self.rest(Done(done=(step,))) for step in steps))
        self.conditions.append(condition)
        return Leaf(len(self.conditions) - 1)


def leaves(rest: Rest) -> Iterator[int]:
    """The questions that are still open in a rest."""
    if isinstance(rest, Leaf):
        yield rest.number
    elif isinstance(rest, Joined):
        for part in rest.parts:
            yield from leaves(part)


def settle(rest: Rest, value: Callable[[int], Three | None]) -> Rest:
    """What is left of a rest; `value` gives a question's value, or None while it is open."""
    if isinstance(rest, Three):
        return rest
    if isinstance(rest, Leaf):
        known = value(rest.number)
        return rest if known is None else known
    parts = [settle(part, value) for part in rest.parts]
    known_parts = [part for part in parts if isinstance(part, Three)]
    if len(known_parts) == len(parts):
        return _join(rest.word, known_parts)
    settles, falls_away = (Three.YES, Three.NO) if rest.word == "any" else (Three.NO, Three.YES)
    if rest.word != "not" and settles in known_parts:
        return settles
    return Joined(rest.word, tuple(part for part in parts if part is not falls_away))


def _join(word: str, parts: list[Three]) -> Three:
    if word == "not":
        return negate(parts[0])
    return all_of(parts) if word == "all" else any_of(parts)
