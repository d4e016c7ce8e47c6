"""What differs between two frameworks: two editions of one, or those of two boards.

Things are matched by id, then by name; what is matched is compared as it is said to people, so a
difference in the wording of a rule shows, and another name for the same step shows once.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from uplift.engine.spec.compare.alike import alike
from uplift.engine.spec.compare.pairs import pairs
from uplift.engine.spec.compare.things import Chapter, Thing, clauses, things
from uplift.engine.spec.pack import Pack
from uplift.engine.text import say_count

__all__ = ["Chapter", "Difference", "Kind", "compare"]

#: Guidance is prose: between two boards all of it differs, between two editions it matters.
PROSE = "Guidance"


class Kind(StrEnum):
    """How two frameworks differ in one thing, seen from the first to the second."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that differs. `of` is what it belongs to, `aspect` what of it differs; both may be
    empty. `here` and `there` are what each framework says, empty where it says nothing."""

    chapter: Chapter
    of: str
    what: str
    aspect: str
    here: str
    there: str
    kind: Kind


def compare(here: Pack, there: Pack) -> tuple[Difference, ...]:
    """Every difference, chapter by chapter, in the order of the first framework."""
    ours, theirs = alike(here, there)
    found = list(_between(things(here, ours), things(there, theirs)))
    if here.pack != there.pack:
        found = [one for one in found if one.aspect != PROSE]
    found += _clauses(list(clauses(here, ours)), list(clauses(there, theirs)))
    order = list(Chapter)
    return tuple(sorted(found, key=lambda one: order.index(one.chapter)))


def _between(here: Iterable[Thing], there: Iterable[Thing], of: str = "") -> Iterator[Difference]:
    for chapter, ours, theirs in _by_chapter(here, there):
        paired = tuple(pairs(ours, theirs))
        if chapter is Chapter.STEPS:
            yield from _order(paired, theirs, of)
        for one, other in paired:
            if one and other:
                yield from _within(one, other, of)
            elif one:
                yield Difference(chapter, of, one.called, "", _whole(one), "", Kind.REMOVED)
            elif other:
                yield Difference(chapter, of, other.called, "", "", _whole(other), Kind.ADDED)


def _by_chapter(
    here: Iterable[Thing], there: Iterable[Thing]
) -> Iterator[tuple[Chapter, list[Thing], list[Thing]]]:
    """The things of each chapter apart: an id is one thing's within its chapter only."""
    ours, theirs = list(here), list(there)
    for chapter in dict.fromkeys(thing.chapter for thing in (*ours, *theirs)):
        yield (
            chapter,
            [thing for thing in ours if thing.chapter is chapter],
            [thing for thing in theirs if thing.chapter is chapter],
        )


def _order(
    paired: Iterable[tuple[Thing | None, Thing | None]], there: list[Thing], of: str
) -> Iterator[Difference]:
    """Whether the steps that both have stand in another order."""
    both = [(there.index(other), one, other) for one, other in paired if one and other]
    if both != (theirs := sorted(both, key=lambda found: found[0])):
        said = (_numbered(one for _, one, _ in both), _numbered(other for _, _, other in theirs))
        yield Difference(Chapter.STEPS, of, "Order of the steps", "", *said, Kind.CHANGED)


def _numbered(steps: Iterable[Thing]) -> str:
    return "\n".join(f"{number}. {step.called}" for number, step in enumerate(steps, 1))


def _within(one: Thing, other: Thing, of: str) -> Iterator[Difference]:
    """What differs in a thing that both have."""
    if one.called != other.called and one.chapter is not Chapter.CLOCKS:
        yield Difference(
            one.chapter, of, one.called, "Name", one.called, other.called, Kind.CHANGED
        )
    for aspect in dict.fromkeys((*one.said, *other.said)):
        ours, theirs = one.said.get(aspect, ""), other.said.get(aspect, "")
        if ours != theirs and one.alike.get(aspect, "") != other.alike.get(aspect, ""):
            kind = Kind.CHANGED if ours and theirs else Kind.REMOVED if ours else Kind.ADDED
            yield Difference(one.chapter, of, one.called, aspect, ours, theirs, kind)
    yield from _between(one.parts, other.parts, one.called)


def _whole(thing: Thing) -> str:
    """All that is said of a thing which only one framework has."""
    said = [f"{aspect}: {text}" for aspect, text in thing.said.items() if text and aspect != PROSE]
    return "\n".join(said) or thing.called


def _clauses(ours: list[Thing], theirs: list[Thing]) -> Iterator[Difference]:
    """Clause by clause if they share ids, else how many: each board numbers for itself."""
    if {clause.id for clause in ours} & {clause.id for clause in theirs}:
        yield from _between(ours, theirs)
    elif ours or theirs:
        one, other = (say_count(len(all_of), "clause") for all_of in (ours, theirs))
        yield Difference(Chapter.CLAUSES, "", "How many", "", one, other, Kind.CHANGED)
