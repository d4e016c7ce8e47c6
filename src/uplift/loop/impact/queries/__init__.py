"""What is known of evaluations, of threads, and of where the learning stands."""

from uplift.loop.impact.queries.evaluations import (
    actions_towards,
    evaluations_of,
    matching,
    to_evaluate,
)
from uplift.loop.impact.queries.response import Response, response_of
from uplift.loop.impact.queries.standing import Standing, standing
from uplift.loop.impact.queries.threads import history_of, thread_of

__all__ = [
    "Response",
    "Standing",
    "actions_towards",
    "evaluations_of",
    "history_of",
    "matching",
    "response_of",
    "standing",
    "thread_of",
    "to_evaluate",
]
