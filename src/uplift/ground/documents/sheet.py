"""A printed page before it is Word or PDF: the same structure fills both."""

import re
from dataclasses import dataclass

from uplift.ground.ui.safety import visible

#: The marking of whatever names or describes a case.
SENSITIVE = "OFFICIAL-SENSITIVE"

#: What neither XML nor a PDF's text can hold, beyond the characters that `visible` takes out.
_NOT_WRITABLE = re.compile("[\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading between rows."""

    text: str


@dataclass(frozen=True, slots=True)
class Answer:
    """A row of a form: what is asked, and the answer in words; an empty one stays a blank line."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """Running text in Markdown, as in a letter."""

    text: str


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with a head; `rows` hold as many texts as `columns`."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = Heading | Answer | Passage | Grid


@dataclass(frozen=True, slots=True)
class SignOff:
    """Who signed and when; blanks are left to be filled by hand."""

    role: str
    name: str = ""
    on: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One document. `printed` says by whom and when; `recipient` who it is for; `wide` lays it
    across the page."""

    title: str
    blocks: tuple[Block, ...]
    board: str
    printed: str
    reference: str = ""
    recipient: str = ""
    marking: str = SENSITIVE
    sign_off: SignOff | None = None
    footer: str = ""
    wide: bool = False


def writable(text: str) -> str:
    """The text without what a document can't hold."""
    return _NOT_WRITABLE.sub("", visible(text))
