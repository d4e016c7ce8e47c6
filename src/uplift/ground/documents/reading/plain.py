"""Markdown and plain text."""

from uplift.ground.documents.reading.found import Read
from uplift.ground.documents.refused import FileRefused

_ENCODINGS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


def read_text(content: bytes) -> Read:
    """The text as it stands; that of old programs is read as Windows wrote it."""
    try:
        text = content.decode(_ENCODINGS.get(content[:2], "utf-8-sig"))
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    if "\x00" in text:
        raise FileRefused("The file isn't plain text, though its name says so.")
    read = Read()
    read.add("Text", text.replace("\r\n", "\n"))
    return read
