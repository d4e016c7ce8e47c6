"""Filtering the clauses, and attesting one."""

from django import forms

from uplift.ground.drafts.forms import OnceForm
from uplift.ground.ui import fields
from uplift.ground.ui.forms import Form
from uplift.loop.assurance.models import ClauseStatus


class ClauseFilter(Form):
    """Which clauses to show."""

    state = forms.ChoiceField(
        label="Status", required=False, choices=[("", "Any"), *ClauseStatus.State.choices]
    )
    kind = forms.ChoiceField(
        label="Honoured by", required=False, choices=[("", "Any"), *ClauseStatus.Kind.choices]
    )


class AttestForm(OnceForm):
    """How the clause is honoured, on what evidence, as of which day."""

    honoured = fields.OneOf(
        label="Is it honoured?", choices=[("yes", "Yes"), ("no", "No, not yet")]
    )
    says = fields.Paragraphs(label="How is it honoured, or what stands in the way?")
    evidence = fields.Paragraphs(label="What shows it?")
    on = fields.DateField(label="As of which day?")
