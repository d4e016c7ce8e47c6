"""Answers that are collected over several pages, kept on the server until they are sent."""

from collections.abc import Iterable, Iterator

from django import forms
from django.http import QueryDict
from django.utils import timezone

from uplift.ground.drafts.operations import discard, keep, texts
from uplift.ground.drafts.queries import draft_for
from uplift.ground.identity.models import User
from uplift.ground.ui.dateparts import PARTS, DateWidget

#: What belongs to one sending of one page, not to the answers.
_OF_THE_PAGE = ("submission", "csrfmiddlewaretoken", "then")


class Flow:
    """What one person has answered so far; `place` is the address of the flow's first page."""

    def __init__(self, user: User, place: str) -> None:
        self.user, self.place = user, f"{place}~answers"
        draft = draft_for(user, self.place)
        self.kept_at = draft.saved_at if draft else None
        self.data = QueryDict(mutable=True)
        for name, given in (draft.fields if draft else {}).items():
            self.data.setlist(name, given)

    def take(self, form: forms.BaseForm) -> None:
        """Keep what was typed into one page in the place of what was there."""
        for name in names_of(form):
            self.data.pop(name, None)
        if isinstance(form.data, QueryDict):
            sent = set(names_of(form)).difference(_OF_THE_PAGE)
            for name in sent & {*form.data}:
                self.data.setlist(name, form.data.getlist(name))
        self.save()

    def put(self, **changes: Iterable[str]) -> None:
        """Keep these texts under these names."""
        for name, given in changes.items():
            self.data.setlist(name, list(given))
        self.save()

    def save(self) -> None:
        """Keep the answers as they are now."""
        keep(user=self.user, place=self.place, fields=texts(self.data), now=timezone.now())

    def fill(self, form: forms.BaseForm) -> None:
        """Begin an unbound form with what was answered before."""
        for bound in form:
            widget = bound.field.widget
            if bound.name in _OF_THE_PAGE:
                continue
            if not widget.value_omitted_from_data(self.data, {}, bound.html_name):
                value = widget.value_from_datadict(self.data, {}, bound.html_name)
                form.initial[bound.name] = value

    def drop(self) -> None:
        """Forget the answers: they have been sent, or thrown away."""
        discard(user=self.user, place=self.place)


def names_of(form: forms.BaseForm) -> Iterator[str]:
    """The names under which the form's fields are sent."""
    for bound in form:
        if isinstance(bound.field.widget, DateWidget):
            yield from (f"{bound.html_name}_{part}" for part in PARTS)
        else:
            yield bound.html_name
