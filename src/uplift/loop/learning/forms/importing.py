"""Giving the recommendations of an inspection, and importing what was understood of them."""

from typing import Any

from django import forms

from uplift.ground.documents.forms import Upload
from uplift.ground.drafts.forms import OnceForm
from uplift.ground.ui import fields
from uplift.ground.ui.forms import Form
from uplift.loop.learning.recommendations import (
    Reading,
    Row,
    Unreadable,
    from_json,
    read_table,
    read_text,
)
from uplift.loop.learning.recommendations.rows import MOST_ROWS

ENDINGS = (".csv", ".xlsx")


class GiveRows(Form):
    """The recommendations as pasted text or as a table."""

    text = fields.Paragraphs(
        label="Paste the recommendations",
        required=False,
        most=200_000,
        rows=12,
        help_text="One a line. Numbered ones, such as “163. Identify clear outcomes …”, may run "
        "over several lines; a line between them is taken for their heading.",
    )
    table = Upload(
        label="Or choose a CSV or Excel file",
        required=False,
        help_text="Its first row names the columns: recommendation, and if you have them number, "
        "kind (improvement or good practice) and area.",
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not self.errors:
            try:
                cleaned["reading"] = self._read(cleaned)
            except Unreadable as problem:
                self.add_error("table" if cleaned.get("table") else "text", str(problem))
        return cleaned

    def _read(self, cleaned: dict[str, Any]) -> Reading:
        table = cleaned.get("table")
        if not table and not cleaned.get("text"):
            raise Unreadable("Paste the recommendations, or choose a file.")
        if table and not str(table.name).lower().endswith(ENDINGS):
            raise Unreadable("Choose a file that ends in .csv or .xlsx.")
        reading = read_table(table.read(), table.name) if table else read_text(cleaned["text"])
        if not reading.rows:
            raise Unreadable("No recommendation was found in it.")
        if len(reading.rows) > MOST_ROWS:
            raise Unreadable(f"{MOST_ROWS} recommendations are the most at a time.")
        return reading


class ImportRows(OnceForm):
    """What the preview showed, to be imported as it was."""

    rows = forms.CharField(widget=forms.HiddenInput, strip=False)

    def clean_rows(self) -> tuple[Row, ...]:
        """The rows again."""
        try:
            return from_json(self.cleaned_data["rows"])
        except Unreadable as problem:
            raise forms.ValidationError(str(problem)) from problem
