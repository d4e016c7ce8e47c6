"""How each clause stands, what was stated of it, and who has accepted the framework."""

from uplift.loop.assurance.models.acceptance import Acceptance
from uplift.loop.assurance.models.attestation import Attestation, Evidence
from uplift.loop.assurance.models.check import Check
from uplift.loop.assurance.models.status import ClauseStatus

__all__ = ["Acceptance", "Attestation", "Check", "ClauseStatus", "Evidence"]
