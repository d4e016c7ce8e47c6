"""One form on one page, with everything that keeps its text safe."""

import datetime as dt
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Any, NamedTuple

from django import forms
from django.db import models
from django.forms.boundfield import BoundField
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, resolve_url
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from uplift.ground.drafts.models import Draft
from uplift.ground.drafts.operations import discard, new_key, once
from uplift.ground.drafts.queries import draft_for
from uplift.ground.drafts.versions import Stale
from uplift.ground.identity.models import User
from uplift.ground.ui.filters.dates import day
from uplift.ground.ui.forms import refuse
from uplift.ground.ui.refusal import Refusal


class Side(NamedTuple):
    """One answer on which the record and the person differ, in words."""

    question: str
    stored: str
    typed: str


class Typed:
    """What one person types into the form of one page; made in the view, given to the template.

    On opening the page it fills the form with what was kept of an earlier visit. `send` does the
    form's operation once, shows refusals in the form and forgets the draft afterwards.
    """

    def __init__(self, request: HttpRequest, form: forms.BaseForm, place: str = "") -> None:
        assert isinstance(request.user, User)  # noqa: S101 - the gate has settled it
        self.user = request.user
        self.form = form
        self.place = place or request.path
        self.differences: tuple[Side, ...] = ()
        if self.draft and not form.is_bound:
            form.initial = {**(form.initial or {}), **_answers(form, self.draft)}

    @cached_property
    def draft(self) -> Draft | None:
        """What was kept of an earlier visit; nothing once the form has been sent."""
        return None if self.form.is_bound else draft_for(self.user, self.place)

    @property
    def kept_at(self) -> dt.datetime | None:
        """When the text now in the form was typed, if it comes from an earlier visit."""
        return self.draft.saved_at if self.draft else None

    @property
    def autosave(self) -> str:
        """The address to which the page sends what is typed."""
        return f"{reverse('drafts:save')}?{urlencode({'place': self.place})}"

    @property
    def throw_away(self) -> str:
        """The address to which a button posts to empty the form."""
        return f"{reverse('drafts:discard')}?{urlencode({'place': self.place})}"

    def send(self, make: Callable[[], Any]) -> HttpResponse | None:
        """Do what the form asks for, once, and redirect to what `make` returns (an address or a
        record with one). None when there is nothing to do: draw the page, refusals and all."""
        if not (self.form.is_bound and self.form.is_valid()):
            return None
        key = self.form.cleaned_data.get("submission") or new_key()
        try:
            address = once(user=self.user, key=key, now=timezone.now(), make=lambda: self._do(make))
        except Stale as stale:
            self._compare(stale)
        except Refusal as refusal:
            refuse(self.form, refusal)
        else:
            return redirect(address)
        return None

    def _do(self, make: Callable[[], Any]) -> str:
        address = resolve_url(make())
        discard(user=self.user, place=self.place)
        return address

    def _compare(self, stale: Stale) -> None:
        """Show both texts, and let the next save go over the version that is then seen."""
        refuse(self.form, stale)
        self.differences = tuple(_sides(self.form, stale))
        data = QueryDict(mutable=True)
        data.update(self.form.data)
        data[self.form.add_prefix("version")] = str(stale.version)
        self.form.data = data


def _answers(form: forms.BaseForm, draft: Draft) -> dict[str, Any]:
    """The draft's texts as initial values of the fields that they belong to."""
    data = QueryDict(mutable=True)
    for name, texts in draft.fields.items():
        data.setlist(name, texts)
    widgets = {bound: bound.field.widget for bound in form}
    return {
        bound.name: widget.value_from_datadict(data, {}, bound.html_name)
        for bound, widget in widgets.items()
        if not widget.value_omitted_from_data(data, {}, bound.html_name)
    }


def _sides(form: forms.BaseForm, stale: Stale) -> Iterable[Side]:
    for name, typed in stale.typed.items():
        bound = form[name] if name in form.fields else None
        question = str(bound.label) if bound else name.replace("_", " ").capitalize()
        stored, wanted = _words(stale.stored[name], bound), _words(typed, bound)
        if stored != wanted:
            yield Side(question, stored, wanted)


def _words(value: Any, bound: BoundField | None) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, list | tuple | set | models.QuerySet):
        return ", ".join(sorted(_words(one, bound) for one in value))
    if isinstance(value, dt.date):
        return day(value)
    choices = {str(key): str(name) for key, name in getattr(bound and bound.field, "choices", ())}
    key = value.pk if isinstance(value, models.Model) else value
    return choices.get(str(key), str(value))
