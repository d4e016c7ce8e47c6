"""What the entries of the history along a thread are called on its page."""

from uplift.ground.history.models import Entry
from uplift.loop.actions.words import HISTORY as ACTIONS
from uplift.loop.impact.words import HISTORY as IMPACT
from uplift.loop.learning.words import HISTORY as LEARNING
from uplift.loop.sharing.words import HISTORY as SHARING

_WORDS = {**LEARNING, **ACTIONS, **SHARING, **IMPACT}


def in_words(entry: Entry) -> str:
    """What was done, in words."""
    return _WORDS.get(entry.operation, entry.operation)
