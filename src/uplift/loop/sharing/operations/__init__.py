"""Everything that spreads the learning."""

from uplift.loop.sharing.operations.briefings import (
    BriefingRefused,
    change_briefing,
    issue,
    write_briefing,
)
from uplift.loop.sharing.operations.spreading import (
    SharingRefused,
    ask,
    ask_again,
    confirm,
    deliver,
)
from uplift.loop.sharing.operations.stages import note_sharing

__all__ = [
    "BriefingRefused",
    "SharingRefused",
    "ask",
    "ask_again",
    "change_briefing",
    "confirm",
    "deliver",
    "issue",
    "note_sharing",
    "write_briefing",
]
