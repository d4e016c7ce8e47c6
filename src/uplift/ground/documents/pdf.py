"""Writes a sheet as a PDF."""

import logging
import re
from collections.abc import Iterator
from importlib.resources import files
from itertools import groupby
from typing import Any

from django.template.loader import render_to_string

from uplift.ground.documents.sheet import Answer, Grid, Heading, Sheet, writable
from uplift.ground.ui.refusal import Refusal

try:
    import weasyprint
except OSError as missing:  # Pango and its kin are system libraries, not Python packages
    logging.getLogger(__name__).warning("PDFs can't be written: %s", missing)
    weasyprint = None

CONTENT_TYPE = "application/pdf"

#: WeasyPrint takes minutes over 50,000 letters without a space: such strings are broken here, but
#: never in a tag, where they are addresses and places.
_LONGEST_WORD = re.compile(r"<[^>]*>|([^\s<>]{40})(?=[^\s<>])")


class CannotPrint(Refusal):
    """This machine lacks what writes PDFs."""

    def __init__(self) -> None:
        super().__init__(
            "This server can't write PDFs, because the Pango library isn't installed on it. "
            "Take the Word document instead, and tell whoever runs Uplift for you."
        )


def write(sheet: Sheet) -> bytes:
    """The sheet as a tagged PDF whose only property is its title. Raises CannotPrint."""
    context = {"sheet": sheet, "parts": list(_parts(sheet))}
    style = (files(__package__) / "sheet.css").read_text("utf-8")
    return write_page(render_to_string("documents/sheet.html", context), style=style)


def write_page(html: str, *, style: str) -> bytes:
    """A page of a room's own template and style sheet as a tagged PDF. Raises CannotPrint."""
    if weasyprint is None:
        raise CannotPrint
    page = weasyprint.HTML(string=_broken(writable(html)), url_fetcher=_fetch_nothing)
    written: bytes = page.write_pdf(
        stylesheets=[weasyprint.CSS(string=style)], pdf_tags=True, finisher=_forget_origin
    )
    return written


def _parts(sheet: Sheet) -> Iterator[tuple[str, Any]]:
    """The blocks for the template, neighbouring answers gathered into one table."""
    for is_answer, blocks in groupby(sheet.blocks, key=lambda block: isinstance(block, Answer)):
        if is_answer:
            yield "answers", list(blocks)
        else:
            for block in blocks:
                kind = {Grid: "grid", Heading: "heading"}.get(type(block), "passage")
                yield kind, block


def _broken(html: str) -> str:
    return _LONGEST_WORD.sub(lambda found: f"{found[1]} " if found[1] else found[0], html)


def _fetch_nothing(url: str, *_: Any, **__: Any) -> Any:
    """A document is made of its own text alone."""
    raise ValueError(f"A document may not fetch {url}.")


def _forget_origin(_: Any, pdf: Any) -> None:
    pdf.info.pop("Producer", None)
