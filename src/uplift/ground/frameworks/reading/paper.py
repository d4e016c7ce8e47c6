"""A framework as a PDF, with contents and page numbers."""

import datetime as dt
from importlib.resources import files

from django.template.loader import render_to_string

from uplift.ground.boards.models import Board
from uplift.ground.documents import pdf
from uplift.ground.frameworks.models import Edition
from uplift.ground.frameworks.reading.book import Book
from uplift.ground.frameworks.reading.links import Anchors


def paper(edition: Edition, *, board: Board, today: dt.date) -> bytes:
    """The whole edition. Raises CannotPrint where PDFs can't be written."""
    html = render_to_string(
        "frameworks/reading/paper.html",
        {
            "edition": edition,
            "book": Book(edition.pack),
            "links": Anchors(),
            "board": board,
            "today": today,
        },
    )
    return pdf.write_page(html, style=(files(__package__) / "paper.css").read_text("utf-8"))
