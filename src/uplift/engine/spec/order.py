"""The order in which steps rest on one another, or the cycle that prevents one."""

from collections import Counter
from collections.abc import Mapping
from typing import Any


class Cycle(Exception):
    """Things that rest on one another: the path, ending where it began."""

    def __init__(self, path: list[str]) -> None:
        self.path = path
        super().__init__(" → ".join(path))


def ordered(rests_on: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The names, each after those it rests on, otherwise as they came; raises Cycle."""
    placed: dict[str, None] = {}

    def place(name: str, path: list[str]) -> None:
        if name in path:
            raise Cycle([*path[path.index(name) :], name])
        for other in rests_on[name]:
            if other not in placed:
                place(other, [*path, name])
        placed[name] = None

    for name in rests_on:
        if name not in placed:
            place(name, [])
    return tuple(placed)


def narrow(reads: Mapping[str, frozenset[Any]], gives: Mapping[str, frozenset[Any]]) -> list[str]:
    """The names, each after those that give what it reads, so that little need be remembered.

    Of the names that could come next, the one that adds least to what is given and still to be
    read; otherwise as they came.
    """
    readers = Counter(thing for things in reads.values() for thing in things)
    wanted = frozenset[Any]().union(*gives.values())
    left, given, placed = dict.fromkeys(reads), set[Any](), list[str]()

    def adds(name: str) -> int:
        last_read = sum(readers[thing] == 1 for thing in reads[name])
        return sum(readers[thing] > 0 for thing in gives[name]) - last_read

    while left:
        ready = [name for name in left if reads[name] & wanted <= given]
        name = min(ready, key=adds)
        del left[name]
        placed.append(name)
        given |= gives[name]
        readers.subtract(reads[name])
    return placed
