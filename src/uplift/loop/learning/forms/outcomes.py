"""Setting an outcome."""

from uplift.ground.drafts.forms import OnceForm, VersionForm
from uplift.ground.ui import fields


class OutcomeForm(OnceForm):
    """What will be different, how it will be seen, from what to what, by when."""

    statement = fields.Line(
        label="What will be different for children or adults?",
        most=300,
        help_text="What they will notice, rather than what we will do.",
    )
    seen_by = fields.Line(
        label="How will anyone see it?",
        most=300,
        help_text="The measure: share of first contacts in which history was considered.",
    )
    baseline = fields.Line(
        label="What does the measure show now?",
        most=120,
        width=20,
        help_text="If it isn't known, write: not known.",
    )
    target = fields.Line(label="What should it show in the end?", most=120, width=20)
    due = fields.DateField(label="By when?")
    evaluate_how = fields.Line(
        label="How will the measure be taken again?",
        most=300,
        help_text="Re-audit, survey, indicator … It is planned now, before anything is delivered.",
    )
    evaluate_on = fields.DateField(label="When will it be taken?")


class ChangeOutcome(VersionForm, OutcomeForm):
    """The same of an outcome that is there."""


FIELDS = (
    *("version", "statement", "seen_by", "baseline", "target", "due"),
    *("evaluate_how", "evaluate_on"),
)
