"""Everything that changes actions."""

from uplift.loop.actions.operations.doing import answer, embed, finish, reopen, say
from uplift.loop.actions.operations.proposing import ActionRefused, change, propose
from uplift.loop.actions.operations.stages import note_actions

__all__ = [
    "ActionRefused",
    "answer",
    "change",
    "embed",
    "finish",
    "note_actions",
    "propose",
    "reopen",
    "say",
]
