"""Bringing files."""

from uplift.ground.documents.forms import Uploads
from uplift.ground.ui import fields
from uplift.ground.ui.forms import Form


class BringForm(Form):
    """Files for a case."""

    papers = Uploads(
        label="Choose one file or several",
        help_text="PDF, Word, Excel, PowerPoint, text, CSV, PNG or JPEG; up to 25 MB each.",
    )
    title = fields.Line(
        label="What is it?",
        required=False,
        help_text="For one file. Without it, the file's own name stands in the list.",
    )
