"""Which part of one framework is which of another: by id, then by name."""

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar


class Part(Protocol):
    """What can be paired."""

    @property
    def id(self) -> str:
        """Its id within its framework."""

    @property
    def called(self) -> str:
        """What people know it by."""


P = TypeVar("P", bound=Part)


def pairs(here: Iterable[P], there: Iterable[P]) -> Iterator[tuple[P | None, P | None]]:
    """Each part of the one beside its like in the other, in the order of the first; then what only
    the other has. The same pairs come out when the two change places."""
    ours, theirs = list(here), {part.id: part for part in there}
    named: dict[str, list[P]] = {}
    known = {part.id for part in ours}
    for part in theirs.values():
        if part.id not in known:
            named.setdefault(_plain(part.called), []).append(part)
    met: set[str] = set()
    for part in ours:
        like = theirs.get(part.id) or next(iter(named.get(_plain(part.called), ())), None)
        if like:
            met.add(like.id)
            if like.id != part.id:
                named[_plain(part.called)].remove(like)
        yield part, like
    yield from ((None, part) for part in theirs.values() if part.id not in met)


def _plain(name: str) -> str:
    """A name without what doesn't make it another name."""
    return " ".join(name.casefold().split())
