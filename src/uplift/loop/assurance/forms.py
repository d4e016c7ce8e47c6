"""Filters, attesting a clause, accepting the framework, checking what isn't verified."""

from typing import Any

from django import forms

from uplift.ground.documents.forms import Uploads
from uplift.ground.drafts.forms import OnceForm
from uplift.ground.ui import fields
from uplift.ground.ui.forms import Form
from uplift.loop.assurance.models import Check, ClauseStatus

ANY = ("", "Any")


class ClauseFilter(Form):
    """Which clauses to show."""

    state = forms.ChoiceField(
        label="Status", required=False, choices=[ANY, *ClauseStatus.State.choices]
    )
    kind = forms.ChoiceField(
        label="Honoured by", required=False, choices=[ANY, *ClauseStatus.Kind.choices]
    )


class AttestFilter(Form):
    """Which statements to show of those that are wanted."""

    role = forms.ChoiceField(label="Role", required=False)
    late = forms.ChoiceField(
        label="Due", required=False, choices=[ANY, ("late", "Late"), ("later", "Not yet")]
    )

    def __init__(self, *args: Any, roles: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = [ANY, *roles.items()]  # type: ignore[attr-defined]  # a choice field


class AcceptanceFilter(Form):
    """Which agencies to show."""

    accepted = forms.ChoiceField(
        label="Accepted", required=False, choices=[ANY, ("no", "Not yet"), ("yes", "Yes")]
    )


class AttestForm(OnceForm):
    """How the clause is honoured, on what evidence, as of which day."""

    honoured = fields.OneOf(
        label="Is it honoured?", choices=[("yes", "Yes"), ("no", "No, not yet")]
    )
    says = fields.Paragraphs(label="How is it honoured, or what stands in the way?")
    evidence = fields.Paragraphs(label="What shows it?")
    papers = Uploads(
        label="Files that show it",
        required=False,
        help_text=(
            "Whoever reads the board's learning can open them: none with a child's or a family's "
            "name. PDF, Word, Excel, PowerPoint, text, CSV, PNG or JPEG; up to 25 MB each."
        ),
    )
    on = fields.DateField(label="As of which day?")


class AcceptForm(OnceForm):
    """Who accepted the framework for the agency, and when."""

    name = fields.Line(label="Who accepted it for the agency?")
    post = fields.Line(label="Which post do they hold?", help_text="Such as Chief Superintendent.")
    on = fields.DateField(label="On which day?")
    evidence = fields.Paragraphs(
        label="What shows it?", required=False, help_text="Such as a letter, or minutes."
    )


class TakeBackForm(OnceForm):
    """Why an acceptance is taken back."""

    because = fields.Line(label="Why is it taken back?", most=500)


class CheckForm(OnceForm):
    """What the board found."""

    holds = fields.OneOf(label="Is it right?", choices=Check.Holds.choices)
    says = fields.Paragraphs(label="How do you know, or what has to be changed?")
