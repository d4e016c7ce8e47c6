"""Proposing actions, and telling what becomes of them."""

from typing import Any

from django import forms

from uplift.ground.access.reach import Reach
from uplift.ground.drafts.forms import OnceForm, VersionForm
from uplift.ground.ui import fields
from uplift.ground.ui.forms import Form
from uplift.loop.actions.models import Action
from uplift.loop.actions.queries import agencies_with_actions, owners
from uplift.loop.learning.forms.choices import ManyRecords, OneRecord, choose_from, offer_findings
from uplift.loop.learning.forms.names import NamesChecked
from uplift.loop.learning.models import Finding
from uplift.loop.learning.queries import findings_of, outcomes_of


class ActionForm(NamesChecked, OnceForm):
    """Who does what because of which findings, by when, and how anyone sees that it is done."""

    title = fields.Line(
        label="What is to be done?",
        most=300,
        help_text="Specific enough that somebody else could do it. Name nobody.",
    )
    success = fields.Line(
        label="How will anyone see that it is done?", most=300, help_text="What can be counted."
    )
    agency = OneRecord(label="Which agency does it?", empty_label="Choose an agency")
    owner = OneRecord(
        label="Who there?",
        required=False,
        empty_label="Whoever answers for the agency",
    )
    due = fields.DateField(label="By when?")
    findings = ManyRecords(label="Which findings does it answer?")
    outcome = OneRecord(label="Towards which outcome?", required=False, empty_label="None yet")

    def __init__(self, *args: Any, reach: Reach, **options: Any) -> None:
        super().__init__(*args, **options)
        choose_from(self, "agency", reach.board.agencies.all())
        choose_from(self, "owner", owners(reach))
        choose_from(self, "outcome", outcomes_of(reach))
        offer_findings(self, findings_of(reach))


class ChangeAction(VersionForm, ActionForm):
    """The same of an action that is there."""

    @staticmethod
    def initial_of(action: Action) -> dict[str, Any]:
        """How the action stands, for filling the form."""
        names = ("version", "title", "success", "agency", "owner", "due", "outcome")
        stored = {name: getattr(action, name) for name in names}
        findings = Finding.objects.filter(actions=action)
        return stored | {"findings": list(findings.values_list("pk", flat=True))}


class AnswerForm(VersionForm):
    """Whether the agency takes the action on."""

    accept = fields.OneOf(
        label="Does your agency accept it?",
        choices=[("yes", "Yes, we will do it"), ("no", "No")],
    )
    reason = fields.Paragraphs(
        label="Why not, or what would you do instead?",
        required=False,
        rows=4,
        help_text="Needed if you decline. The reason is kept for the board's annual report.",
    )


class SayForm(OnceForm):
    """How an action is going."""

    says = fields.Paragraphs(label="How is it going?", rows=4)


class FinishForm(VersionForm):
    """That an action is done, and what shows it."""

    on = fields.DateField(label="When was it done?")
    evidence = fields.Paragraphs(
        label="What shows that it is done?", help_text="Without evidence an action stays open."
    )


class EmbedForm(VersionForm):
    """That what was done lasts."""

    on = fields.DateField(label="When was it seen?")
    embedding = fields.Paragraphs(
        label="By what is it seen that it lasts?",
        help_text="Supervision, dip sample, re-audit … Done is not yet embedded.",
    )


class ReopenForm(VersionForm):
    """Why an action is opened again."""

    reason = fields.Paragraphs(label="Why is it opened again?", rows=4)


class ActionFilter(Form):
    """Which actions to show."""

    state = forms.ChoiceField(
        label="State",
        required=False,
        choices=[
            ("", "Any"),
            ("open", "Open"),
            ("late", "Late"),
            *Action.Status.choices,
        ],
    )
    agency = OneRecord(label="Agency", required=False, empty_label="Any")
    finding = forms.IntegerField(label="Finding, by its number", required=False, min_value=1)

    def __init__(self, *args: Any, reach: Reach, **options: Any) -> None:
        super().__init__(*args, **options)
        choose_from(self, "agency", agencies_with_actions(reach))
