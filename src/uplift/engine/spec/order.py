"""The order in which steps rest on one another, or the cycle that prevents one."""

from collections.abc import Mapping


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
