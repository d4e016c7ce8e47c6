"""Evaluating an outcome."""

from typing import Any

from django import forms

from uplift.ground.access.reach import Reach
from uplift.ground.drafts.forms import OnceForm
from uplift.ground.ui import fields
from uplift.ground.ui.forms import Form
from uplift.loop.impact.models import Evaluation
from uplift.loop.learning.forms.choices import OneRecord, choose_from
from uplift.loop.learning.queries import themes_of


class EvaluationForm(OnceForm):
    """What the measure says now, what changed, and whether it made a difference."""

    on = fields.DateField(label="When was it measured?")
    method = fields.Line(label="How?", help_text="Re-audit, survey, indicator …")
    result = fields.Line(
        label="What does the measure show now?",
        help_text="With how many it rests on: 26 of 29 cases.",
    )
    practice = fields.Paragraphs(label="What is different in practice?", rows=4)
    children = fields.Paragraphs(
        label="What is different for children or adults?",
        rows=4,
        help_text="In their words if you have them. If it isn't known, say so.",
    )
    words = fields.OneOf(label="Whose words are these?", choices=Evaluation.Words.choices)
    difference = fields.OneOf(
        label="Did it make a difference?", choices=Evaluation.Difference.choices
    )
    next_on = fields.DateField(
        label="When is it looked at again?",
        required=False,
        help_text="You may leave it empty if it made a difference.",
    )


class EvaluationFilter(Form):
    """Which evaluations to show."""

    difference = forms.ChoiceField(
        label="Difference", required=False, choices=[("", "Any"), *Evaluation.Difference.choices]
    )
    theme = OneRecord(label="Theme", required=False, empty_label="Any")

    def __init__(self, *args: Any, reach: Reach, **options: Any) -> None:
        super().__init__(*args, **options)
        choose_from(self, "theme", themes_of(reach))
