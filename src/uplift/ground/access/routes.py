"""The words of the route table: every address of the product says who may open it."""

from dataclasses import dataclass
from enum import StrEnum


class Who(StrEnum):
    """Who may try an address at all; which records they then meet, `scope` tells."""

    ANYONE = "anyone"
    SIGNED_IN = "anyone signed in"
    BOARD = "anyone with a seat at the board"


@dataclass(frozen=True, slots=True)
class Route:
    """`needs` lists capabilities of which one must be held at the board (none: any seat will do);
    `scope` says in words which rows the page reads."""

    name: str
    who: Who
    scope: str
    needs: tuple[str, ...] = ()


def anyone(name: str, scope: str) -> Route:
    """An address that needs no account."""
    return Route(name, Who.ANYONE, scope)


def signed_in(name: str, scope: str) -> Route:
    """An address about the person's own account."""
    return Route(name, Who.SIGNED_IN, scope)


def board(name: str, scope: str, *needs: str) -> Route:
    """An address under `/b/<board>/`: a seat there, and one of these capabilities if any."""
    return Route(name, Who.BOARD, scope, needs)
