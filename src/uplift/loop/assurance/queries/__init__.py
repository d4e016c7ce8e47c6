"""How the board's framework stands: who stated, accepted and checked what."""

from uplift.loop.assurance.queries.acceptances import (
    acceptances_of,
    agencies_of,
    to_accept_by,
)
from uplift.loop.assurance.queries.checks import Asked, asked
from uplift.loop.assurance.queries.clauses import (
    Summary,
    attestations_of,
    clause_of,
    evidence_of,
    reset,
    statuses,
    summary,
    to_attest,
    to_attest_by,
)

__all__ = [
    "Asked",
    "Summary",
    "acceptances_of",
    "agencies_of",
    "asked",
    "attestations_of",
    "clause_of",
    "evidence_of",
    "reset",
    "statuses",
    "summary",
    "to_accept_by",
    "to_attest",
    "to_attest_by",
]
