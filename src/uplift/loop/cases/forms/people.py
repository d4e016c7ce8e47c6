"""Forms about the people of a case and those who work on it."""

import datetime as dt
from typing import Any

from django import forms

from uplift.ground.drafts.forms import OnceForm
from uplift.ground.ui import fields
from uplift.ground.ui.forms import Form, speak_plainly
from uplift.loop.cases.models import Person
from uplift.loop.cases.opened import Opened

LABELS = {
    "name": "Name",
    "other_names": "Other names",
    "date_of_birth": "Date of birth",
    "address": "Address",
    "gender": "Gender",
    "ethnicity": "Ethnicity",
    "disability": "Disability",
    "family": "Family",
}
HINTS = {
    "name": "First name and surname.",
    "other_names": "Names they were also known by.",
    "date_of_birth": "For example, 27 3 2014. Leave out what isn't known.",
    "family": "Who belongs to the family, and where they are.",
}


def identity_field(key: str, today: dt.date) -> forms.Field:
    """The field for one part of who somebody is; none but the name must be known."""
    options: dict[str, Any] = {
        "label": LABELS[key] if key == "name" else f"{LABELS[key]} (optional)",
        "help_text": HINTS.get(key, ""),
        "required": key == "name",
    }
    if key == "date_of_birth":
        return fields.ApproximateDate(latest=today, **options)
    if key in {"address", "family"}:
        return fields.Paragraphs(most=500, rows=3, **options)
    return fields.Line(**options)


class ReasonForm(Form):
    """Why the identity is opened."""

    reason = fields.Paragraphs(
        label="Why do you need to know who they are?",
        most=500,
        rows=3,
        help_text="Your reason is kept with your name and the time.",
    )


class PersonForm(OnceForm):
    """One more person of the case, sealed."""

    kind = fields.OneOf(label="Who is it?", choices=Person.Kind.choices)
    pseudonym = fields.Line(
        label="What will they be called here?",
        most=80,
        width=20,
        help_text="A made-up name, such as Sibling Heron 1.",
    )

    def __init__(self, *args: Any, keys: tuple[str, ...], today: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.keys = keys
        self.fields.update({key: identity_field(key, today) for key in keys})
        speak_plainly(self)

    @property
    def identity(self) -> dict[str, str]:
        """What is sealed."""
        return {key: self.cleaned_data[key] for key in self.keys if self.cleaned_data.get(key)}


class ConflictForm(OnceForm):
    """An interest in the case."""

    reason = fields.Paragraphs(
        label="What is your interest in this case?",
        most=500,
        rows=3,
        help_text="For example, you know the family, or you managed a team that worked with them.",
    )


class MemberForm(OnceForm):
    """Lets someone into the case until a day."""

    name = fields.Line(label="Name")
    email = fields.Line(
        label="E-mail address", most=254, help_text="Someone new gets an invitation there."
    )
    role = fields.OneOf(label="As what do they work on the case?")
    agency = forms.ChoiceField(label="From which agency?", required=False)
    starts = fields.DateField(label="From which day?")
    ends = fields.DateField(
        label="Until which day?", help_text="The last day on which they see the case."
    )

    def __init__(self, *args: Any, opened: Opened, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"starts": opened.reach.today})
        super().__init__(*args, **kwargs)
        roles = [role for role in opened.pack.roles.values() if role.held == "case"]
        choices: dict[str, list[tuple[str, str]]] = {
            "role": [(role.id, role.name) for role in roles],
            "agency": [("", "None"), *opened.agencies.items()],
        }
        for name, offered in choices.items():
            self.fields[name].choices = offered  # type: ignore[attr-defined]  # choice fields

    def clean(self) -> dict[str, Any]:
        """Two days in their order."""
        cleaned: dict[str, Any] = super().clean() or {}
        starts, ends = cleaned.get("starts"), cleaned.get("ends")
        if starts and ends and ends < starts:
            self.add_error("ends", "Their access can't end before it starts.")
        return cleaned


class EndForm(OnceForm):
    """Ends someone's part in the case."""

    on = fields.DateField(
        label="What is the last day on which they see this case?",
        help_text="Today still counts, unless you give an earlier day.",
    )
