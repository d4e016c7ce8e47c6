"""Taking a letter or a form of the framework away."""

from typing import Any

from django import forms

from uplift.ground.ui import fields
from uplift.ground.ui.forms import Form

KINDS = (("docx", "Word"), ("pdf", "PDF"))


class LetterForm(Form):
    """A drafted letter, to be changed before it is printed."""

    subject = fields.Line(label="Subject", most=300)
    body = fields.Paragraphs(
        label="The letter", rows=18, help_text="Words between ** and ** are printed in bold."
    )
    kind = fields.OneOf(label="As what?", choices=KINDS, initial="docx")


class DocumentForm(Form):
    """How a form of the framework is filled: who it is for, and whether names stand in it."""

    recipient = fields.Line(
        label="Who is it for?",
        help_text="Role and organisation. It stands on the first page.",
    )
    names = fields.OneOf(
        label="Should it say who the people are?",
        choices=[("no", "No, leave those rows empty"), ("yes", "Yes, fill them in")],
        initial="no",
    )
    sealed = forms.BooleanField(label="Fill in these rows too", required=False)
    reason = fields.Paragraphs(
        label="Why does the recipient need to know who they are?",
        most=500,
        rows=3,
        required=False,
        help_text="Needed when names are filled in. It is kept with your name and the time.",
    )
    kind = fields.OneOf(label="As what?", choices=KINDS, initial="docx")
    sure = forms.CharField(widget=forms.HiddenInput, required=False, max_length=3)

    def __init__(self, *args: Any, names: bool, sealed: tuple[str, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not names:
            for name in ("names", "sealed", "reason"):
                del self.fields[name]
        elif not sealed:
            del self.fields["sealed"]
        else:
            said = ", ".join(label.lower() for label in sealed)
            self.fields["sealed"].label = f"Fill in what is left out by default: {said}"

    def clean(self) -> dict[str, Any]:
        """Names need a reason; what is left out by default needs names."""
        cleaned: dict[str, Any] = super().clean() or {}
        named = cleaned.get("names") == "yes"
        if named and len(cleaned.get("reason", "")) < 5:
            self.add_error("reason", "Say why the recipient needs to know who they are.")
        if cleaned.get("sealed") and not named:
            self.add_error("sealed", "This can be filled in only together with names.")
        return cleaned
