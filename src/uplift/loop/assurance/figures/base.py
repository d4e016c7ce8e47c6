"""What a figure is, and the ways in which most of them are worked out."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple


class Counted(NamedTuple):
    """A record behind a figure: what it is and its number; `good` when it speaks for the clause;
    `words` say why."""

    kind: str
    key: int
    good: bool
    words: str


@dataclass(frozen=True, slots=True)
class Figure:
    """`met` is None when there are no records to judge by; `counted` are those it was taken from,
    where a person can look them up."""

    says: str
    met: bool | None
    counted: Sequence[Counted] = ()


NOTHING = Figure("Nothing recorded yet that could be counted.", None)


def share(counted: Sequence[Counted], at_least: float, what: str) -> Figure:
    """So many of so many."""
    if not counted:
        return NOTHING
    part = sum(one.good for one in counted)
    met = part * 100 >= at_least * len(counted)
    return Figure(f"{part} of {len(counted)} {what}.", met, counted)


def bounds(value: int, of: Any, what: str) -> Figure:
    """So many, no fewer and no more than asked for."""
    met = (of.at_least is None or value >= of.at_least) and (
        of.at_most is None or value <= of.at_most
    )
    return Figure(f"{value} {what}.", met)
