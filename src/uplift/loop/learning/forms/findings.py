"""Writing down a finding, and finding it again."""

from typing import Any

from django import forms

from uplift.ground.access.reach import Reach
from uplift.ground.drafts.forms import OnceForm, VersionForm
from uplift.ground.ui import fields
from uplift.ground.ui.forms import Form
from uplift.loop.learning.forms.choices import ManyRecords, OneRecord, choose_from
from uplift.loop.learning.forms.names import NamesChecked
from uplift.loop.learning.models import STAGES, Finding, Voice
from uplift.loop.learning.queries import NOT_YET, themes_of
from uplift.loop.lessons.queries import inspections_of


class FindingForm(OnceForm):
    """What was learnt, why it came about, and what shows it."""

    title = fields.Line(
        label="What was learnt?",
        most=300,
        help_text="One sentence, without a name: First contacts were answered without reading "
        "the family's history.",
    )
    kind = fields.OneOf(
        label="Which kind of finding is it?",
        choices=Finding.Kind.choices,
        hints={
            "improvement": "Something should be done differently.",
            "good_practice": "It worked, and others should know.",
        },
    )
    detail = fields.Paragraphs(label="What happened?", required=False, rows=4)
    why = fields.Paragraphs(
        label="Why did it come about?",
        required=False,
        rows=4,
        help_text="The reasons underneath: for people, for teams, for organisations.",
    )
    evidence = fields.Paragraphs(
        label="What shows it?",
        required=False,
        rows=3,
        help_text="Records, accounts, research.",
    )
    agencies = ManyRecords(label="Whose practice is it about?", required=False)
    reach = fields.OneOf(
        label="How far does it reach?", choices=Finding.Reach.choices, initial=Finding.Reach.LOCAL
    )
    found_on = fields.DateField(label="When was it found?")
    systemic = forms.BooleanField(
        label="It asks a system or an organisation to change", required=False
    )
    early = forms.BooleanField(
        label="It is known early, before the report is finished", required=False
    )

    def __init__(self, *args: Any, reach: Reach, **options: Any) -> None:
        super().__init__(*args, **options)
        choose_from(self, "agencies", reach.board.agencies.all())
        if not self.initial.get("found_on"):
            self.initial["found_on"] = reach.today


class ChangeFinding(NamesChecked, VersionForm, FindingForm):
    """The same of a finding that is there."""

    @staticmethod
    def initial_of(finding: Finding) -> dict[str, Any]:
        """How the finding stands, for filling the form."""
        names = ChangeFinding.base_fields.keys() - {"submission", "names_checked"}
        stored = {name: getattr(finding, name) for name in names}
        return stored | {"agencies": list(finding.agencies.values_list("pk", flat=True))}


class VoiceForm(NamesChecked, OnceForm):
    """What somebody says of a finding."""

    whose = fields.OneOf(label="Whose voice is it?", choices=Voice.Whose.choices)
    says = fields.Paragraphs(
        label="What do they say?",
        help_text="In their words, or in ours where they must stay unknown.",
    )
    source = fields.Line(label="Where did they say it?", help_text="Meeting, survey, audit …")
    on = fields.DateField(label="When?")


class ReleaseForm(NamesChecked, VersionForm):
    """That the text names nobody, before everyone reads it."""

    checked = forms.BooleanField(
        label="I have read the text: it names nobody, and nobody can be known from it"
    )


class FindingFilter(Form):
    """Which findings to show."""

    kind = forms.ChoiceField(
        label="Kind", required=False, choices=[("", "Any"), *Finding.Kind.choices]
    )
    source = forms.ChoiceField(
        label="Source",
        required=False,
        choices=[("", "Any"), ("case", "A case"), ("inspection", "An inspection")],
    )
    theme = OneRecord(label="Theme", required=False, empty_label="Any")
    inspection = OneRecord(label="Inspection", required=False, empty_label="Any")
    stage = forms.ChoiceField(
        label="How far it has got",
        required=False,
        choices=[
            ("", "Any"),
            *((stage.key, stage.name) for stage in STAGES),
            *((NOT_YET + stage.key, f"Not yet: {stage.name.lower()}") for stage in STAGES),
        ],
    )

    def __init__(self, *args: Any, reach: Reach, **options: Any) -> None:
        super().__init__(*args, **options)
        choose_from(self, "theme", themes_of(reach))
        choose_from(self, "inspection", inspections_of(reach))
