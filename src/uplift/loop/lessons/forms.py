"""Recording an inspection."""

from uplift.ground.drafts.forms import OnceForm, VersionForm
from uplift.ground.ui import fields


class InspectionForm(OnceForm):
    """Who inspected, when, what they concluded and why."""

    body = fields.Line(label="Who inspected?", help_text="Ofsted, a peer review team …")
    title = fields.Line(label="What is the report called?")
    on = fields.DateField(label="When was it published?")
    judgement = fields.Line(
        label="What was the judgement?",
        required=False,
        help_text="In the inspectors' own words, if they gave one.",
    )
    factors = fields.Paragraphs(
        label="What did they put it down to?",
        required=False,
        help_text="What helped, and what stood in the way.",
    )
    source = fields.Line(label="Where can the whole report be read?", most=300, required=False)


class ChangeInspection(VersionForm, InspectionForm):
    """The same of an inspection that is recorded."""


FIELDS = ("version", "body", "title", "on", "judgement", "factors", "source")
