"""Fields that choose among records, and filling the choices of a form's own copy of them."""

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.db.models import QuerySet

from uplift.loop.learning.models import Finding

OFFERED = 50  # findings to choose among on one page


class OneRecord(forms.ModelChoiceField):  # type: ignore[type-arg]  # not generic when it runs
    """One record; the form says among which."""

    def __init__(self, **options: Any) -> None:
        super().__init__(queryset=None, **options)


class ManyRecords(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]  # the same
    """Any number of records, as checkboxes; the form says among which."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, **options: Any) -> None:
        super().__init__(queryset=None, **options)


def choose_from(form: forms.BaseForm, name: str, rows: QuerySet[Any]) -> None:
    """Let the field `name` choose among these records."""
    cast(OneRecord, form.fields[name]).queryset = rows


def offer(form: forms.BaseForm, name: str, choices: Iterable[tuple[str, str]]) -> None:
    """Let the field `name` choose among these pairs of value and words."""
    cast(forms.ChoiceField, form.fields[name]).choices = list(choices)


def offer_findings(form: forms.BaseForm, findings: QuerySet[Finding]) -> None:
    """Let the field `findings` choose among these: on the page stand those chosen already,
    whatever their age, and then the newest."""
    choose_from(form, "findings", findings)
    chosen = form["findings"].value() or []
    asked = [int(key) for key in chosen if _is_number(str(key))]
    first = list(findings.filter(pk__in=asked)) if asked else []
    others = findings.exclude(pk__in=asked)[: max(OFFERED - len(first), 0)]
    offer(form, "findings", [(str(one.pk), one.title) for one in [*first, *others]])


def _is_number(text: str) -> bool:
    """Whether this can be a row's number; a longer one is more than a database takes."""
    return text.isdecimal() and len(text) < 10
