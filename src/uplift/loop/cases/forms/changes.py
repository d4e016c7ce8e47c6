"""Forms that change how a case runs."""

from typing import Any

from uplift.ground.drafts.forms import VersionForm
from uplift.ground.ui import fields
from uplift.loop.cases.opened import Opened


class _Change(VersionForm):
    """A change on a day, today unless another is given."""

    def __init__(self, *args: Any, opened: Opened, **kwargs: Any) -> None:
        today = opened.reach.today
        kwargs.setdefault("initial", {"version": opened.case.version, "on": today})
        super().__init__(*args, **kwargs)
        on = self.fields["on"]
        assert isinstance(on, fields.DateField)  # noqa: S101 - every subclass has one
        on.earliest, on.latest = opened.case.opened_on, today
        self.opened = opened


class PauseForm(_Change):
    """Stops the clocks."""

    on = fields.DateField(label="From which day?")
    reason = fields.Paragraphs(
        label="Why is the case paused?",
        rows=3,
        help_text="For example, a criminal trial in which practitioners are witnesses.",
    )


class ResumeForm(_Change):
    """Lets the clocks run again."""

    on = fields.DateField(label="On which day did the pause end?")


class LateForm(_Change):
    """Says why a step is or was late."""

    on = fields.DateField(label="When do you give the reason?")
    reason = fields.Paragraphs(label="Why is it late?", rows=4)


class ConvertForm(_Change):
    """Turns the case into another type of review."""

    on = fields.DateField(label="From which day?")
    reasons = fields.Paragraphs(label="Why?", rows=4)
