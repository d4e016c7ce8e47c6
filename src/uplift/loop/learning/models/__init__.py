"""What was learnt: findings and voices, the themes they belong to, the outcomes wanted."""

from uplift.loop.learning.models.finding import Finding
from uplift.loop.learning.models.outcome import Outcome
from uplift.loop.learning.models.readers import overseen_by, read_at
from uplift.loop.learning.models.stages import STAGES, Stage
from uplift.loop.learning.models.theme import Grouping, Theme
from uplift.loop.learning.models.voice import Voice

__all__ = [
    "STAGES",
    "Finding",
    "Grouping",
    "Outcome",
    "Stage",
    "Theme",
    "Voice",
    "overseen_by",
    "read_at",
]
