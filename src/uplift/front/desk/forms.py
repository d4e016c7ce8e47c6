"""What the desk asks: filters of its lists, seats, settings."""

from typing import Any

from django import forms

from uplift.engine.spec import Role
from uplift.front.desk.queries.search import KINDS
from uplift.front.desk.queries.sources import WORK
from uplift.front.desk.queries.work import WHEN
from uplift.ground.access.reach import Reach
from uplift.ground.boards.models import Agency, Group
from uplift.ground.drafts.forms import OnceForm
from uplift.ground.ui import fields
from uplift.ground.ui.forms import Form

ANY = ("", "Any")


class WorkFilter(Form):
    """Which tasks are listed."""

    kind = forms.ChoiceField(
        label="Kind", required=False, choices=[ANY, *((s.kind, s.name) for s in WORK)]
    )
    when = forms.ChoiceField(label="When", required=False, choices=[ANY, *WHEN.items()])


class SeatFilter(Form):
    """Which seats are listed."""

    state = forms.ChoiceField(
        label="Seats",
        required=False,
        choices=[ANY, ("held", "Held today"), ("later", "Still to begin"), ("ended", "Ended")],
    )
    role = forms.ChoiceField(label="Role", required=False)

    def __init__(self, *args: Any, roles: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = [ANY, *roles.items()]  # type: ignore[attr-defined]  # a choice field


class DoingsFilter(Form):
    """How far back one's own history is listed, and which part of it."""

    since = fields.DateField(label="From", required=False)
    until = fields.DateField(label="To", required=False)


class SearchForm(Form):
    """Words to look for; `kind` narrows to one kind of record."""

    q = fields.Line(label="Words or a reference", most=200, required=False)
    kind = forms.ChoiceField(
        required=False, widget=forms.HiddenInput, choices=[ANY, *KINDS.items()]
    )


class GiveSeat(OnceForm):
    """A seat for someone, by e-mail address."""

    email = forms.EmailField(
        label="E-mail address",
        max_length=254,
        help_text="Someone without an account is sent a link to choose a password.",
        error_messages={"invalid": "Enter an e-mail address, like name@example.org."},
    )
    name = fields.Line(
        label="Name", required=False, help_text="Needed for someone who has no account yet."
    )
    role = forms.ChoiceField(label="Role")
    agency = forms.ModelChoiceField(
        Agency.objects.none(),
        label="Agency",
        required=False,
        empty_label="None",
        help_text="For which they answer, or from which they come.",
    )
    group = forms.ModelChoiceField(
        Group.objects.none(),
        label="Group",
        required=False,
        empty_label="None",
        help_text="Only for a panel that serves several boards.",
    )
    starts = fields.DateField(label="From which day?")
    ends = fields.DateField(
        label="Until which day?", required=False, help_text="Leave it empty for no end."
    )

    def __init__(self, *args: Any, reach: Reach, roles: dict[str, Role], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", "Choose"), *((key, role.name) for key, role in roles.items())]
        self.fields["role"].choices = choices  # type: ignore[attr-defined]  # a choice field
        self.fields["agency"].queryset = reach.board.agencies.all()  # type: ignore[attr-defined]  # a model choice
        self.fields["group"].queryset = reach.board.groups.all()  # type: ignore[attr-defined]  # a model choice


class EndSeat(OnceForm):
    """The last day of a seat."""

    on = fields.DateField(label="Which is its last day?")


class DigestForm(OnceForm):
    """Whether the daily e-mail is wanted."""

    wanted = fields.OneOf(
        label="One e-mail a day with what is due?",
        choices=[("yes", "Yes"), ("no", "No")],
        help_text="It names references and steps, never people. Urgent work is told at once.",
    )
