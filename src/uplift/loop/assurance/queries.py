"""How the board's framework stands, in plain queries over what was counted."""

from dataclasses import dataclass

from django.db.models import Count, QuerySet

from uplift.engine.spec import Clause
from uplift.ground.access.reach import Reach
from uplift.ground.frameworks.models import Edition
from uplift.ground.frameworks.queries import edition_on
from uplift.loop.assurance.models import Attestation, ClauseStatus
from uplift.loop.assurance.status import element_names

State = ClauseStatus.State


@dataclass(frozen=True, slots=True)
class Summary:
    """How many clauses are in each state."""

    honoured: int
    not_honoured: int
    no_records: int
    to_attest: int
    planned: int

    @property
    def all(self) -> int:
        """How many clauses there are."""
        return self.honoured + self.not_honoured + self.no_records + self.to_attest + self.planned


def statuses(reach: Reach) -> QuerySet[ClauseStatus]:
    """The statuses of the board's clauses, for those who read its learning."""
    if not reach.may("read_learning"):
        return ClauseStatus.objects.none()
    return ClauseStatus.objects.filter(board=reach.board)


def summary(reach: Reach) -> Summary:
    """How many clauses are in each state: one query."""
    counts = dict(statuses(reach).order_by().values_list("state").annotate(Count("pk")))
    return Summary(**{state.value: counts.get(state.value, 0) for state in State})


def edition_in_force(reach: Reach) -> Edition | None:
    """The edition that the board works by today."""
    return edition_on(reach.board, reach.today)


def clause_of(edition: Edition, clause_id: str) -> Clause | None:
    """The clause of that id."""
    return next((clause for clause in edition.pack.clauses if clause.id == clause_id), None)


def attestations_of(reach: Reach, clause_id: str) -> QuerySet[Attestation]:
    """What was attested of the clause, newest first."""
    found = Attestation.objects.filter(board=reach.board, clause=clause_id)
    return found.select_related("by") if reach.may("read_learning") else found.none()


def to_attest_by(reach: Reach) -> QuerySet[ClauseStatus]:
    """The attestations that are due from the roles this person holds."""
    return statuses(reach).filter(state=State.TO_ATTEST, role__in=reach.roles).order_by("due")


def elements(edition: Edition, clause: Clause) -> list[str]:
    """What honours the clause, in words."""
    return element_names(edition.pack, clause)
