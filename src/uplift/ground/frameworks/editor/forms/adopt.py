"""What is asked when a framework is adopted."""

from typing import Any

from uplift.engine.spec import Pack
from uplift.ground.drafts.forms import OnceForm
from uplift.ground.frameworks.editor.adopting import Item
from uplift.ground.ui import fields
from uplift.ground.ui.forms import speak_plainly


class AdoptForm(OnceForm):
    """From when, as which board, and what was found of all that had to be checked."""

    starts = fields.DateField(
        label="From which day on?",
        help_text="Today or later. Cases that are open then stay on the framework they have.",
    )

    def __init__(
        self, *args: Any, pack: Pack | None, items: tuple[Item, ...], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.items = items
        if pack and pack.boards:
            parts = [(key, part.name) for key, part in pack.boards.items()]
            self.fields["part"] = fields.OneOf(label="As which of its boards?", choices=parts)
        for number, item in enumerate(items):
            self.fields[f"check_{number}"] = fields.Paragraphs(
                label=f"Checked: {item.name}", help_text=item.question, rows=2, most=2_000
            )
        speak_plainly(self)

    @property
    def checked(self) -> dict[str, str]:
        """What was found, by the key of each thing."""
        return {
            item.key: self.cleaned_data[f"check_{number}"] for number, item in enumerate(self.items)
        }
