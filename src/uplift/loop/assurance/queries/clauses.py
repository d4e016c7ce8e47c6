"""Clauses as they were counted, and what was stated of them."""

from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, QuerySet

from uplift.engine.spec import Clause
from uplift.ground.access.reach import Reach
from uplift.ground.frameworks.models import Adoption, Edition
from uplift.loop.assurance.models import Attestation, ClauseStatus, Evidence

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


def clause_of(edition: Edition, clause_id: str) -> Clause | None:
    """The clause of that id."""
    return next((clause for clause in edition.pack.clauses if clause.id == clause_id), None)


def attestations_of(reach: Reach, clause_id: str) -> QuerySet[Attestation]:
    """What was attested of the clause, newest first, with the edition and the files."""
    found = Attestation.objects.filter(board=reach.board, clause=clause_id)
    found = found.select_related("by", "adoption__edition").prefetch_related("files__file")
    found = found.order_by("-adoption__starts", "-on", "-pk")
    return found if reach.may("read_learning") else found.none()


def evidence_of(reach: Reach) -> QuerySet[Evidence]:
    """The files behind the board's statements, for those who read these."""
    found = Evidence.objects.filter(attestation__board=reach.board).select_related("file")
    return found if reach.may("read_learning") else found.none()


def to_attest(reach: Reach) -> QuerySet[ClauseStatus]:
    """Whatever has to be stated at the board, by role, the longest due first."""
    found = statuses(reach).filter(kind=ClauseStatus.Kind.ATTESTED, state=State.TO_ATTEST)
    return found.order_by("role", "due", "position")


def to_attest_by(reach: Reach) -> QuerySet[ClauseStatus]:
    """The attestations that are due from the roles this person holds."""
    return to_attest(reach).filter(role__in=reach.roles).order_by("due")


def reset(reach: Reach, adoption: Adoption) -> QuerySet[ClauseStatus]:
    """What was stated under an earlier adoption and has to be stated anew."""
    earlier = Attestation.objects.filter(board=reach.board, clause=OuterRef("clause"))
    return to_attest(reach).filter(
        Exists(earlier.filter(adoption__starts__lt=adoption.starts)),
        ~Exists(earlier.filter(adoption=adoption)),
    )
