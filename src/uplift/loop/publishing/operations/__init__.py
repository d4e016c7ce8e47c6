"""Everything that changes a publication."""

from uplift.loop.publishing.operations.checking import answer, look_for, unanswered
from uplift.loop.publishing.operations.releasing import approve, publish, send_back
from uplift.loop.publishing.operations.requests import answer_request, log_request
from uplift.loop.publishing.operations.standing import remove, withdraw
from uplift.loop.publishing.operations.writing import prepare, submit, write

__all__ = [
    "answer",
    "answer_request",
    "approve",
    "log_request",
    "look_for",
    "prepare",
    "publish",
    "remove",
    "send_back",
    "submit",
    "unanswered",
    "withdraw",
    "write",
]
