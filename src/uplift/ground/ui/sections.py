"""The parts of the product in a board's navigation, as the settings list them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from django.urls import NoReverseMatch, reverse


@dataclass(frozen=True, slots=True)
class Section:
    """`url` is a route's name, reversed with the board's slug; `may` the capabilities of which one
    is enough, or none. `in_case`: a role that gives it in the holder's cases alone will do too.
    `also` names a page below which the section has more of its pages."""

    name: str
    url: str
    may: tuple[str, ...] = ()
    in_case: bool = False
    also: str = ""


class Link(NamedTuple):
    """A section as one person sees it on one page."""

    text: str
    href: str
    current: bool


def links(
    sections: Iterable[Section],
    *,
    board: str,
    path: str,
    may: Callable[[str], bool],
    may_in_case: Callable[[str], bool] = lambda capability: False,
) -> list[Link]:
    """The sections this person may open, with the one that `path` lies in marked; `may` asks what
    they may at the board, `may_in_case` what in some of its cases.

    The first section is home: it is current on its own page only.
    """
    shown = [
        (section, found)
        for section in sections
        if _open(section, may, may_in_case) and (found := address(section.url, board))
    ]
    home = shown[0][1] if shown else ""
    places = [(href, href) for _, href in shown]
    places += [(address(section.also, board), href) for section, href in shown if section.also]
    inside = [
        (place, href)
        for place, href in places
        if path == place or (place not in ("", home) and path.startswith(place))
    ]
    current = max(inside, key=lambda found: len(found[0]), default=("", ""))[1]
    return [Link(section.name, href, href == current) for section, href in shown]


def _open(section: Section, may: Callable[[str], bool], may_in_case: Callable[[str], bool]) -> bool:
    here = not section.may or any(map(may, section.may))
    return here or (section.in_case and any(map(may_in_case, section.may)))


def address(name: str, board: str) -> str:
    """Where a named page of the board is; nothing where there is no such page."""
    try:
        return reverse(name, kwargs={"board": board})
    except NoReverseMatch:
        return ""
