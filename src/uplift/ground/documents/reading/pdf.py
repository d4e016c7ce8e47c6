"""PDF: the words of each page, what is written on them, and who is said to have made the file."""

import io
import logging

from pypdf import PageObject, PdfReader
from pypdf.errors import PyPdfError

from uplift.ground.documents.reading.found import Read
from uplift.ground.documents.refused import FileRefused

_MOST_PAGES = 2_000
_DAMAGED = "The file is damaged or locked: it can't be read."
logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it comments on every oddity


def read_pdf(content: bytes) -> Read:
    """The words of a PDF. A page that is a picture has none, and a note says so."""
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise FileRefused("The file is locked with a password. Save it without one.")
        return _read(reader)
    except (PyPdfError, ValueError, TypeError, KeyError, OSError, RecursionError) as error:
        raise FileRefused(_DAMAGED) from error


def _read(reader: PdfReader) -> Read:
    read = Read()
    if len(reader.pages) > _MOST_PAGES:
        raise FileRefused(f"The file has more than {_MOST_PAGES:,} pages.")
    for number, page in enumerate(reader.pages, 1):
        text = page.extract_text()
        read.add(f"Page {number}", text)
        if not text.strip():
            read.notes.append(f"Page {number} holds no words: if it is a picture, read it.")
        read.add(f"Comments on page {number}", "\n".join(_written_on(page)))
    for name, value in (reader.metadata or {}).items():
        read.add(f"File properties: {name.removeprefix('/').lower()}", str(value))
    if reader.attachments:
        read.notes.append("The file holds other files. Take them out: they aren't read.")
    return read


def _written_on(page: PageObject) -> list[str]:
    """Comments and form fields, which lie over the page."""
    found = []
    for reference in page.annotations or ():
        note = reference.get_object()
        found += [str(note[key]) for key in ("/Contents", "/T", "/V") if key in note]
    return found
