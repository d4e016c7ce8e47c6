"""All writes of this room."""

from uplift.loop.assurance.operations.accepting import AcceptanceRefused, accept, take_back
from uplift.loop.assurance.operations.attesting import AttestationRefused, attest
from uplift.loop.assurance.operations.checking import CheckRefused, check
from uplift.loop.assurance.operations.counting import count, count_all

__all__ = [
    "AcceptanceRefused",
    "AttestationRefused",
    "CheckRefused",
    "accept",
    "attest",
    "check",
    "count",
    "count_all",
    "take_back",
]
