"""What is asked of a clause: its words, and who states that it is kept."""

import re
from typing import Any, ClassVar, get_args

from django import forms

from uplift.engine.drafting.edits import Raw
from uplift.engine.spec.clauses import ClauseKind
from uplift.ground.frameworks.editor.book import Book
from uplift.ground.frameworks.editor.forms.base import PartForm, Span
from uplift.ground.ui import fields
from uplift.ground.ui.filters.text import capital

KINDS = [(kind, capital(kind.replace("-", " "))) for kind in get_args(ClauseKind)]
NUMBERED = re.compile(r"(.*?)([0-9]+)$")


class ClauseForm(PartForm):
    """A clause of the board's own document."""

    CONTRARY: ClassVar[dict[str, str]] = {"to_check": "verified"}
    says = fields.Paragraphs(
        label="What does it say?", rows=3, help_text="In your own words, in a sentence or two."
    )
    where = fields.Line(label="Where does it stand in your document?", most=300, width=20)
    kind = forms.ChoiceField(label="What is it about?", choices=KINDS)
    to_check = forms.BooleanField(label="We still have to check this", required=False)

    def key(self, element: Raw, raw: Raw) -> str:
        known = list(Book.names_in(raw, self.place))
        found = NUMBERED.fullmatch(known[-1]) if known else None
        stem, number = (found[1], int(found[2])) if found else ("C-", len(known))
        tries = (f"{stem}{count:02}" for count in range(number + 1, number + 10_000))
        return next(one for one in tries if one not in known)


class AttestForm(PartForm):
    """A named person states how a clause is kept."""

    OFFERS: ClassVar[dict[str, str]] = {"by": "roles"}
    ask = fields.Paragraphs(
        label="What is the person asked to state?",
        rows=3,
        required=False,
        help_text="Leave this empty if nobody has to state anything.",
    )
    every = Span(label="How often?", required=False)
    by = forms.ChoiceField(label="Who states it?", choices=(), required=False)

    def write(self, element: Any) -> Any:
        made = super().write(element)
        return made if made.get("ask") else None

    def clean(self) -> dict[str, Any]:
        if self.cleaned_data.get("ask"):
            for name, sentence in (
                ("every", "Say how often, for example 12 months."),
                ("by", "Choose who states it."),
            ):
                if not self.cleaned_data.get(name) and name not in self.errors:
                    self.add_error(name, sentence)
        return super().clean()
