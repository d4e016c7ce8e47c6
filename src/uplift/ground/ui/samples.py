"""Made-up content for the style pages, which show every component as it will be used."""

import datetime as dt
from types import SimpleNamespace
from typing import Any

from django import forms
from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest

from uplift.ground.ui import fields
from uplift.ground.ui.forms import Form

PAGES = ("components", "forms", "case", "home", "thread", "list", "empty")
TODAY = dt.date(2026, 11, 21)
BOARD = SimpleNamespace(
    name="Northmere Safeguarding Children Board",
    short_name="Northmere",
    slug="northmere",
    colour="#12436d",
)
LONG = "A very long answer that goes on without a pause. " * 12 + "W" * 120


class EveryField(Form):
    """One field of each kind."""

    title = fields.Line(label="What is the finding?", help_text="One sentence, as it was found.")
    account = fields.Paragraphs(label="What happened?", rows=4)
    summary = fields.Paragraphs(label="In short", most=300, rows=3)
    happened = fields.DateField(label="When did it happen?", help_text="For example, 27 3 2026")
    born = fields.ApproximateDate(label="About when was the child born?", required=False)
    died = fields.YesNo(label="Has the child died?")
    kind = fields.OneOf(
        label="What kind of learning is it?",
        choices=[("improvement", "Improvement"), ("practice", "Good practice")],
        hints={"practice": "Something that went well and should be done again."},
    )
    agencies = fields.ManyOf(
        label="Which agencies took part?",
        choices=[("police", "Police"), ("health", "Health"), ("council", "Council")],
    )
    priority = forms.ChoiceField(label="Priority", choices=[("", "Choose"), ("1", "Neglect")])
    count = forms.IntegerField(label="How many cases?", min_value=0, max_value=500)
    score = fields.Line(label="Reference", width=10, required=False)
    report = forms.FileField(label="Report", help_text="PDF or Word, up to 25 MB", required=False)
    password = fields.Password(label="Your password")
    sure = forms.BooleanField(label="I have read the whole report")


class FilterSample(Form):
    """A list's filters."""

    q = fields.Line(label="Words", required=False)
    state = fields.ManyOf(
        label="State",
        required=False,
        choices=[("open", "Open"), ("late", "Late"), ("paused", "Paused")],
    )
    kind = forms.ChoiceField(
        label="Kind", required=False, choices=[("", "Any"), ("scr", "Serious Case Review")]
    )


def shown() -> bool:
    """The style pages exist everywhere but in production."""
    return not settings.PRODUCTION


def wrong() -> EveryField:
    """The form as it comes back with an error at each field."""
    typed = {
        "title": "",
        "account": "Pasted\x0btext with a hidden \x02mark",
        "summary": LONG[:400],
        "happened_day": "30",
        "happened_month": "2",
        "happened_year": "2026",
        "born_day": "3",
        "born_month": "",
        "born_year": "2014",
        "kind": "other",
        "count": "501",
    }
    form = EveryField(typed, auto_id="wrong_%s")
    form.is_valid()
    return form


def context(request: HttpRequest) -> dict[str, Any]:
    """Everything that the style pages draw."""
    request.reach = SimpleNamespace(  # type: ignore[attr-defined]  # stands in for the gate's
        board=BOARD,
        today=TODAY,
        roles=frozenset(),
        may=lambda capability: True,
        may_as=lambda capability, roles: True,
    )
    filter_form = FilterSample(request.GET or None)
    filter_form.is_valid()
    pages = Paginator([f"NM-2026-{number:03}" for number in range(1, 144)], 12)
    return {
        "every": EveryField(),
        "wrong": wrong(),
        "signing": EveryField(auto_id="sign_%s"),
        "filter_form": filter_form,
        "page": pages.get_page(request.GET.get("page")),
        "long": LONG,
        "pages": PAGES,
        "days": dt.timedelta(days=1),
    }
