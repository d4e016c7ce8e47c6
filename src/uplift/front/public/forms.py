"""Finding a publication among many."""

import datetime as dt
from typing import Any

from django import forms

from uplift.ground.boards.models import Board
from uplift.ground.ui.forms import Form
from uplift.loop.publishing.queries import copies


class CopyFilter(Form):
    """Which publications to show."""

    year = forms.ChoiceField(label="Year", required=False)
    form = forms.ChoiceField(label="What", required=False, choices=[("", "Any"), *copies.FORMS])

    def __init__(self, board: Board, today: dt.date, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        years = copies.years(board, today)
        self.fields["year"].choices = [("", "Any"), *((str(y), str(y)) for y in years)]  # type: ignore[attr-defined]  # a ChoiceField
