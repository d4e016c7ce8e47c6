"""A record about to be made, and the case it would be made in."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from uplift.engine.process.facts import Fact, effective
from uplift.engine.process.reading import Reading
from uplift.engine.process.record import Record
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
        known = effective(facts)
        others = tuple(one for one in known if fact.corrects is None or one.id != fact.corrects)
        agencies = frozenset(same(agency) for agency in board_agencies)
        return cls(pack, process_id, others, fact, frozenset(roles), today, opened, agencies)

    @cached_property
    def now(self) -> Reading:
        """The case today."""
        return self.on(self.today)

    @cached_property
    def then(self) -> Reading:
        """The case on the day that the fact is about."""
        return self.on(min(self.fact.on, self.today))

    def on(self, day: date) -> Reading:
        """The case on a day."""
        return Reading(Record(self.pack, self.process_id, self.facts, day, self.opened))

    def may(self, capability: str) -> bool:
        """Whether one of the person's roles has the capability."""
        known = (self.pack.roles[role] for role in self.roles if role in self.pack.roles)
        return any(capability in role.may for role in known)


def same(name: str) -> str:
    """A name as it is compared: blanks and capitals make no difference."""
    return " ".join(name.split()).casefold()
