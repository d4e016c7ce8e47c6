"""Writing briefings, delivering them, and confirming that they were passed on."""

import datetime as dt
from typing import Any

from django import forms

from uplift.ground.access.reach import Reach
from uplift.ground.drafts.forms import OnceForm, VersionForm
from uplift.ground.ui import fields
from uplift.loop.learning.forms.choices import (
    ManyRecords,
    OneRecord,
    choose_from,
    offer,
    offer_findings,
)
from uplift.loop.learning.forms.names import NamesChecked
from uplift.loop.learning.queries import findings_of
from uplift.loop.sharing.models import Briefing
from uplift.loop.sharing.queries import routes_of

TIME_TO_CONFIRM = dt.timedelta(weeks=4)


class BriefingForm(OnceForm):
    """The learning of some findings, written for practitioners."""

    title = fields.Line(label="What is the briefing called?")
    findings = ManyRecords(label="Which findings is it about?")
    body = fields.Paragraphs(
        label="What should practitioners read?",
        rows=18,
        help_text="Short, and without a name. ## makes a heading, - a list, ** bold **.",
    )

    def __init__(self, *args: Any, reach: Reach, **options: Any) -> None:
        super().__init__(*args, **options)
        findings = findings_of(reach).filter(released_on__isnull=False)
        offer_findings(self, findings)


class ChangeBriefing(VersionForm, BriefingForm):
    """The same of a briefing that isn't issued yet."""

    @staticmethod
    def initial_of(briefing: Briefing) -> dict[str, Any]:
        """How the briefing stands, for filling the form."""
        stored = {name: getattr(briefing, name) for name in ("version", "title", "body")}
        return stored | {"findings": list(briefing.findings.values_list("pk", flat=True))}


class IssueForm(NamesChecked, VersionForm):
    """That the text names nobody, before everyone reads it."""

    checked = forms.BooleanField(
        label="I have read the text: it names nobody, and nobody can be known from it"
    )


class DeliveryForm(OnceForm):
    """By which route the briefing reached how many people."""

    route = fields.OneOf(label="By which route?")
    audience = fields.Line(
        label="Whom did it reach?", help_text="Health visitors, head teachers, duty teams …"
    )
    agency = OneRecord(label="Of which agency?", required=False, empty_label="Several")
    on = fields.DateField(label="When?")
    reach = forms.IntegerField(
        label="How many people?",
        min_value=1,
        max_value=1_000_000,
        error_messages={"invalid": "Write how many people as a number."},
    )

    def __init__(self, *args: Any, reach: Reach, **options: Any) -> None:
        super().__init__(*args, **options)
        offer(self, "route", routes_of(reach))
        choose_from(self, "agency", reach.board.agencies.all())
        self.initial.setdefault("on", reach.today)


class AskForm(OnceForm):
    """Which agencies are asked to pass the briefing on, and by when they confirm."""

    agencies = ManyRecords(label="Which agencies pass it on to their teams?")
    due = fields.DateField(label="By when do they confirm it?")

    def __init__(self, *args: Any, reach: Reach, briefing: Briefing, **options: Any) -> None:
        super().__init__(*args, **options)
        agencies = reach.board.agencies.exclude(confirmations__briefing=briefing)
        choose_from(self, "agencies", agencies)
        self.initial.setdefault("due", reach.today + TIME_TO_CONFIRM)


class ConfirmForm(OnceForm):
    """When and how an agency passed the briefing on."""

    on = fields.DateField(label="When was it passed on?")
    says = fields.Paragraphs(
        label="How?", rows=3, help_text="Team meetings, a newsletter, supervision …"
    )
    reached = forms.IntegerField(
        label="How many people has it reached?",
        required=False,
        min_value=0,
        max_value=1_000_000,
        help_text="Leave it empty if you don't know.",
        error_messages={"invalid": "Write how many people as a number."},
    )
    staff = forms.IntegerField(
        label="Of how many who should know?",
        required=False,
        min_value=0,
        max_value=1_000_000,
        error_messages={"invalid": "Write how many people as a number."},
    )
