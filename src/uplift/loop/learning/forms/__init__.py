"""The forms of findings, themes and outcomes."""

from uplift.loop.learning.forms.findings import (
    ChangeFinding,
    FindingFilter,
    FindingForm,
    ReleaseForm,
    VoiceForm,
)
from uplift.loop.learning.forms.importing import GiveRows, ImportRows
from uplift.loop.learning.forms.outcomes import ChangeOutcome, OutcomeForm
from uplift.loop.learning.forms.themes import (
    AddFindings,
    ChangeTheme,
    ChooseTheme,
    PriorityForm,
    ThemeForm,
)

__all__ = [
    "AddFindings",
    "ChangeFinding",
    "ChangeOutcome",
    "ChangeTheme",
    "ChooseTheme",
    "FindingFilter",
    "FindingForm",
    "GiveRows",
    "ImportRows",
    "OutcomeForm",
    "PriorityForm",
    "ReleaseForm",
    "ThemeForm",
    "VoiceForm",
]
