"""Changing chronologies."""

from uplift.loop.reviews.operations.entries import (
    Contents,
    add_entry,
    change_entry,
    put_in_episode,
    remove_entry,
)
from uplift.loop.reviews.operations.episodes import add_episode, change_episode, remove_episode
from uplift.loop.reviews.operations.pairs import judge, mark_contradiction, separate
from uplift.loop.reviews.operations.sharing import share_with
from uplift.loop.reviews.operations.telling import ChronologyRefused
from uplift.loop.reviews.operations.uploads import bring, drop, take

__all__ = [
    "ChronologyRefused",
    "Contents",
    "add_entry",
    "add_episode",
    "bring",
    "change_entry",
    "change_episode",
    "drop",
    "judge",
    "mark_contradiction",
    "put_in_episode",
    "remove_entry",
    "remove_episode",
    "separate",
    "share_with",
    "take",
]
