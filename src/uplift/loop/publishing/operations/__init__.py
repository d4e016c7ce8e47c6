"""Everything that changes a publication."""

from uplift.loop.publishing.operations.releasing import approve, publish, send_back
from uplift.loop.publishing.operations.standing import remove, withdraw
from uplift.loop.publishing.operations.writing import answer, prepare, submit, unanswered, write

__all__ = [
    "answer",
    "approve",
    "prepare",
    "publish",
    "remove",
    "send_back",
    "submit",
    "unanswered",
    "withdraw",
    "write",
]
