"""What is asked of a limit: by when a step is due."""

from typing import Any

from django import forms

from uplift.engine.drafting.edits import Raw
from uplift.engine.drafting.scopes import Scope
from uplift.ground.drafts.forms import OnceForm
from uplift.ground.frameworks.editor.forms.base import Span
from uplift.ground.ui import fields


class LimitForm(OnceForm):
    """One limit of a step."""

    way = fields.OneOf(
        label="How is the time counted?",
        choices=(("within", "So long after something"), ("before", "So long before something")),
    )
    period = Span(
        label="How long?",
        help_text="For example 3 weeks, 1 month or 10 working days; same day for the day itself.",
    )
    event = forms.ChoiceField(label="After or before what?", choices=())
    first_day = forms.BooleanField(
        label="That day itself is counted as the first day", required=False
    )
    pauses = forms.BooleanField(
        label="Pauses make it longer, for example a criminal trial", required=False
    )
    late = forms.BooleanField(label="If it is late, ask for the reason", required=False)
    reason_to = forms.ChoiceField(label="For whom is the reason?", choices=(), required=False)

    def __init__(
        self, *args: Any, scope: Scope, roles: dict[str, str], limit: Raw | None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        events: Any = self.fields["event"]
        events.choices = scope.events.items()
        role: Any = self.fields["reason_to"]
        role.choices = [("", "Nobody in particular"), *roles.items()]
        if limit:
            self.initial = {**_answers(limit), **self.initial}

    @property
    def limit(self) -> Raw:
        """The limit as it was answered."""
        given = self.cleaned_data
        if given["way"] == "before":
            made: Raw = {"before": given["event"], "by": given["period"]}
        else:
            made = {"within": given["period"], "of": given["event"]}
            made |= {"counting": "from_day_1"} if given["first_day"] else {}
            made |= {"pauses": True} if given["pauses"] else {}
        if given["late"] or given["reason_to"]:
            made["late"] = {"reason_to": given["reason_to"]} if given["reason_to"] else {
                "reason": True
            }  # fmt: skip
        return made

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("first_day") and str(cleaned.get("period", "")).startswith("0 "):
            self.add_error("period", "Counted from the first day, it takes one day at least.")
        return cleaned


def _answers(limit: Raw) -> dict[str, Any]:
    late = limit.get("late") or {}
    return {
        "way": "before" if "before" in limit else "within",
        "period": limit.get("within", limit.get("by")),
        "event": limit.get("of", limit.get("before")),
        "first_day": limit.get("counting") == "from_day_1",
        "pauses": limit.get("pauses"),
        "late": bool(late),
        "reason_to": late.get("reason_to"),
    }
