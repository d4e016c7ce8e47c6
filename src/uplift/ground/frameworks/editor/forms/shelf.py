"""What is asked on beginning a framework, or bringing one in."""

from collections.abc import Mapping
from typing import Any

from django import forms

from uplift.ground.drafts.forms import OnceForm
from uplift.ground.frameworks.editor.beginnings import BLANK, Source
from uplift.ground.frameworks.editor.forms.simple import PEOPLE
from uplift.ground.ui import fields
from uplift.ground.ui.forms import Form

LARGEST = 5_000_000


class BeginForm(OnceForm):
    """From what a framework is begun, and what it is called."""

    source = fields.OneOf(label="What do you begin from?")
    name = fields.Line(
        label="What is your framework called?",
        most=300,
        required=False,
        help_text="Leave this empty to keep the name of the one you begin from.",
    )
    people = fields.OneOf(
        label="Whom is it for?",
        choices=PEOPLE,
        required=False,
        help_text="Asked only for a blank framework.",
    )
    process = fields.Line(
        label="What is your first type of review called?",
        most=300,
        required=False,
        help_text="Asked only for a blank framework. You can add more.",
    )

    def __init__(self, *args: Any, sources: Mapping[str, Source], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["source"]
        field.choices = [(key, source.name) for key, source in sources.items()]
        field.hints = {key: source.hint for key, source in sources.items()}

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("source") == BLANK:
            for name, sentence in (
                ("name", "Give your framework a name."),
                ("people", "Choose whom it is for."),
                ("process", "Name your first type of review."),
            ):
                if not cleaned.get(name) and name not in self.errors:
                    self.add_error(name, sentence)
        return cleaned


class BringForm(Form):
    """The file with a framework."""

    file = forms.FileField(
        label="Which file?",
        help_text="A framework in one file, as it is taken away from here, or its folder, zipped.",
    )

    def clean_file(self) -> Any:
        """Refuse what is far too large before it is read."""
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise forms.ValidationError("The file is larger than 5 MB: no framework is.")
        return file
