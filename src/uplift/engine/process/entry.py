"""A record about to be made, and the case it would be made in."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from uplift.engine.process.facts import BUILT_IN, Fact, effective
from uplift.engine.process.reading import Reading
from uplift.engine.process.record import Record, in_force
from uplift.engine.spec import Pack


@dataclass(frozen=True)
class Entry:
    """A fact somebody wants to record, by a person with these roles, on this day."""

    pack: Pack
    process_id: str
    facts: tuple[Fact, ...]
    fact: Fact
    roles: frozenset[str]
    today: date
    opened: date | None
    board_agencies: frozenset[str]

    @classmethod
    def of(
        cls,
        pack: Pack,
        process_id: str,
        facts: Iterable[Fact],
        fact: Fact,
        *,
        roles: Collection[str],
        today: date,
        opened: date | None,
        board_agencies: Collection[str],
    ) -> "Entry":
        """The entry, seen as if the fact that it corrects had never been made."""
        return cls(
            pack=pack,
            process_id=process_id,
            facts=_others(pack, process_id, effective(facts), fact),
            fact=fact,
            roles=frozenset(roles),
            today=today,
            opened=opened,
            board_agencies=frozenset(same(agency) for agency in board_agencies),
        )

    @cached_property
    def now(self) -> Reading:
        """The case today."""
        return self.read(self.today)

    @cached_property
    def then(self) -> Reading:
        """The case on the day that the fact is about."""
        return self.read(min(self.fact.on, self.today))

    def read(self, day: date) -> Reading:
        """The case on a day."""
        return Reading(Record(self.pack, self.process_id, self.facts, day, self.opened))

    def may(self, capability: str) -> bool:
        """Whether one of the person's roles has the capability."""
        known = (self.pack.roles[role] for role in self.roles if role in self.pack.roles)
        return any(capability in role.may for role in known)


def _others(pack: Pack, process_id: str, known: list[Fact], fact: Fact) -> tuple[Fact, ...]:
    """The facts besides the one that is corrected.

    If the case has been turned into another process since, a step of the old one is judged by
    what was on record before it.
    """
    others = tuple(one for one in known if one.id is None or one.id != fact.corrects)
    process = pack.processes[in_force(pack, process_id, others)]
    if len(others) < len(known) and fact.step not in process.by_id and fact.step not in BUILT_IN:
        place = next(number for number, one in enumerate(known) if one.id == fact.corrects)
        return tuple(known[:place])
    return others


def same(name: str) -> str:
    """A name as it is compared: blanks and capitals make no difference."""
    return " ".join(name.split()).casefold()
