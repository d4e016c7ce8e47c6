"""Reading every word of a document, also those that nobody sees on the page.

Nothing in a file is run, fetched or unpacked to disk. Needs no Django, so that files can be read
on the command line.
"""

from pathlib import PurePath

from uplift.ground.documents.reading import plain
from uplift.ground.documents.reading.found import Read
from uplift.ground.documents.reading.pdf import read_pdf
from uplift.ground.documents.reading.word import read_word
from uplift.ground.documents.refused import FileRefused

__all__ = ["FileRefused", "Read", "read"]

#: The largest file that is read.
MOST_BYTES = 50 * 1024 * 1024
_READERS = {
    ".docx": read_word,
    ".pdf": read_pdf,
    ".md": plain.read_text,
    ".txt": plain.read_text,
}


def read(content: bytes, name: str) -> Read:
    """The words of the file of that name, part by part. Raises FileRefused."""
    reader = _READERS.get(PurePath(name).suffix.casefold())
    if reader is None:
        raise FileRefused("Only Word (.docx), PDF, Markdown (.md) and plain text (.txt) are read.")
    if len(content) > MOST_BYTES:
        raise FileRefused("The file is larger than 50 MB.")
    return reader(content)
