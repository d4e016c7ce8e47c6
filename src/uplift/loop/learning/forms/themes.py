"""Themes: making them, filling them, setting priorities."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from uplift.ground.access.reach import Reach
from uplift.ground.drafts.forms import OnceForm, VersionForm
from uplift.ground.ui import fields
from uplift.loop.learning.forms.choices import ManyRecords, offer, offer_findings
from uplift.loop.learning.models import Finding, Theme
from uplift.loop.learning.queries import themes_of

NEW = "new"


class ThemeForm(OnceForm):
    """What findings have in common."""

    name = fields.Line(label="What is the theme called?", help_text="A few words: Using history.")
    says = fields.Paragraphs(label="What do its findings say together?", required=False, rows=4)


class ChangeTheme(VersionForm, ThemeForm):
    """The same of a theme that is there."""


class ChooseTheme(OnceForm):
    """The theme into which one finding goes: one that is there, or a new one."""

    theme = forms.ChoiceField(label="Which theme does it belong to?", widget=forms.RadioSelect)
    name = fields.Line(
        label="What is the new theme called?",
        required=False,
        help_text="A few words: Using history. Leave it empty if you chose a theme above.",
    )

    def __init__(self, *args: Any, reach: Reach, finding_id: int, **options: Any) -> None:
        super().__init__(*args, **options)
        self.themes = {str(t.pk): t for t in themes_of(reach).exclude(findings=finding_id)}
        choices = [(key, theme.name) for key, theme in self.themes.items()]
        offer(self, "theme", [*choices, (NEW, "A new theme")])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("theme") == NEW and not cleaned.get("name") and "name" not in self.errors:
            self.add_error("name", "Name the new theme.")
        return cleaned

    @property
    def chosen(self) -> Theme | None:
        """The theme that was chosen; None for a new one."""
        return self.themes.get(self.cleaned_data["theme"])


class AddFindings(OnceForm):
    """Findings to put into a theme."""

    findings = ManyRecords(label="Which findings belong to it?")

    def __init__(self, *args: Any, findings: QuerySet[Finding], **options: Any) -> None:
        super().__init__(*args, **options)
        offer_findings(self, findings)


class PriorityForm(VersionForm):
    """Whether a theme is a priority, in which year, and why."""

    priority_year = forms.TypedChoiceField(
        label="In which year is it a priority?",
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )
    reason = fields.Paragraphs(
        label="Why?", help_text="In the light of the board's own priorities."
    )

    def __init__(self, *args: Any, year: int, **options: Any) -> None:
        super().__init__(*args, **options)
        years = [(str(one), f"{one} to {one + 1}") for one in range(year, year + 3)]
        offer(self, "priority_year", [*years, ("0", "It isn't a priority")])

    def clean_priority_year(self) -> int | None:
        """None for no priority."""
        return self.cleaned_data["priority_year"] or None
