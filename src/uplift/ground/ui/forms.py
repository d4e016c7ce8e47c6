"""Forms in plain words. Rooms build theirs on `Form` and on the fields of `ui.fields`."""

from typing import Any

from django import forms

from uplift.ground.ui.dateparts import DateWidget
from uplift.ground.ui.refusal import Refusal

#: Our words for what Django says of any field; a field's own words win.
PLAIN = {
    "invalid_choice": "Choose one of the answers offered.",
    "invalid_list": "Choose from the answers offered.",
    "max_value": "Enter %(limit_value)s or less.",
    "min_value": "Enter %(limit_value)s or more.",
    "max_length": "This is %(show_value)s characters long: %(limit_value)s is the most.",
    "min_length": "This is %(show_value)s characters long: %(limit_value)s is the least.",
}


class Form(forms.Form):
    """A form that asks for a missing answer in the question's own words."""

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        speak_plainly(self)


def speak_plainly(form: forms.BaseForm) -> None:
    """Give the fields of `form` our sentences wherever they still have Django's own."""
    stock = forms.MultipleChoiceField.default_error_messages | forms.Field.default_error_messages
    for name, field in form.fields.items():
        ours = PLAIN | {"required": asks_for(field, str(field.label or name))}
        for code, sentence in ours.items():
            if field.error_messages.get(code, stock.get(code)) == stock.get(code):
                field.error_messages[code] = sentence


def asks_for(field: forms.Field, label: str) -> str:
    """The sentence for an answer that is missing."""
    question = label.endswith("?")
    match field.widget:
        case DateWidget():
            return f"Enter a date for “{label}”."
        case forms.CheckboxSelectMultiple():
            return f"Choose at least one answer to “{label}”."
        case forms.RadioSelect() | forms.Select():
            return f"Choose an answer to “{label}”." if question else f"Choose “{label}”."
        case forms.CheckboxInput():
            return f"Tick “{label}” to go on."
        case forms.FileInput():
            return f"Choose a file for “{label}”."
        case _:
            return f"Answer “{label}”." if question else f"Fill in “{label}”."


def refuse(form: forms.BaseForm, refusal: Refusal) -> None:
    """Show a refusal in the form: at its field where the form has it, else at the top."""
    field = refusal.field if refusal.field in form.fields else None
    form.add_error(field, refusal.sentence)
