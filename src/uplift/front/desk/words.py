"""What the entries of the history are called on pages, of every room."""

from uplift.loop.actions.words import HISTORY as ACTIONS
from uplift.loop.assurance.words import HISTORY as ASSURANCE
from uplift.loop.cases.words import HISTORY as CASES
from uplift.loop.impact.words import HISTORY as IMPACT
from uplift.loop.learning.words import HISTORY as LEARNING
from uplift.loop.sharing.words import HISTORY as SHARING

_GROUND = {
    "access.seat_given": "Seat given",
    "access.seat_ended": "Seat ended",
    "documents.kept": "File kept",
    "frameworks.adopted": "Framework adopted",
    "frameworks.draft_begun": "Framework begun",
    "frameworks.draft_changed": "Framework being made changed",
    "frameworks.draft_adopted": "Framework being made adopted",
    "frameworks.draft_discarded": "Framework being made thrown away",
}
_WORDS = {**_GROUND, **CASES, **LEARNING, **ACTIONS, **SHARING, **IMPACT, **ASSURANCE}


def in_words(operation: str) -> str:
    """`cases.recorded`: Step recorded. One that has no words yet is told by its own name."""
    return _WORDS.get(operation) or operation.partition(".")[2].replace("_", " ").capitalize()
