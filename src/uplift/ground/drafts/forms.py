"""Forms that are sent once and saved only over what the person has seen."""

from typing import Any

from django import forms

from uplift.ground.drafts.operations import new_key
from uplift.ground.ui.forms import Form


class OnceForm(Form):
    """A form with a submission key: sent twice, it has its effect once."""

    submission = forms.CharField(
        max_length=64,
        required=False,
        initial=new_key,
        widget=forms.HiddenInput,
        error_messages={"max_length": "Open this page again: its key is damaged."},
    )

    @property
    def answers(self) -> dict[str, Any]:
        """The cleaned answers without the key: the keyword arguments of the operation."""
        return {name: value for name, value in self.cleaned_data.items() if name != "submission"}


class VersionForm(OnceForm):
    """A form that changes a record; give the record's `version` as initial value."""

    version = forms.IntegerField(
        widget=forms.HiddenInput,
        error_messages=dict.fromkeys(
            ("required", "invalid"), "Open this page again: the form has lost its version."
        ),
    )
