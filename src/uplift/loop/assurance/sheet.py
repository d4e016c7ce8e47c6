"""The clauses as they are laid out on the page: by chapter of the document."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby

from uplift.engine.spec import Clause, Pack
from uplift.loop.assurance.models import ClauseStatus


@dataclass(slots=True)
class Chapter:
    """A part of the document, as its clauses name it, with the clauses and their statuses."""

    name: str
    rows: list[tuple[Clause, ClauseStatus]] = field(default_factory=list)

    @property
    def thin(self) -> int:
        """How many of its clauses someone has to do something about."""
        return sum(1 for _, status in self.rows if status.state in ("not_honoured", "to_attest"))


def chapters(pack: Pack, statuses: Iterable[ClauseStatus]) -> list[Chapter]:
    """Group the statuses by the part of the document in which their clauses stand."""
    clauses = {clause.id: clause for clause in pack.clauses}
    rows = ((clauses[s.clause], s) for s in statuses if s.clause in clauses)
    grouped = groupby(rows, key=lambda row: row[0].where.split(",")[0])
    return [Chapter(name, list(members)) for name, members in grouped]
