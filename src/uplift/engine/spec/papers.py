"""Notices and documents: what the app writes from a case's facts."""

import re
from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from uplift.engine.spec.base import Alone, Element, Frozen, Name, Named, Slug, Text

IDENTITY = (
    "name",
    "other_names",
    "date_of_birth",
    "address",
    "ethnicity",
    "disability",
    "gender",
    "family",
)
OF_CASE = ("case.reference", "case.pseudonym", "case.opened", "case.process")
OF_STEP = ("on", "outcome", "by", "due")
OF_LETTER = ("board.name", "body.name", "sender.name", "sender.role", "today")
PLACEHOLDER = re.compile(r"\{([^{}]*)\}")

Sources = Annotated[tuple[str, ...], Alone]


class Notice(Named):
    """A letter to a body."""

    name: Name = "Notice"
    """What the letter is called."""
    to: Slug
    """The body it goes to."""
    subject: Name
    """The subject line."""
    body: Text
    """The letter in Markdown, with {placeholders}."""

    def placeholders(self) -> Iterator[str]:
        """The sources named in the letter."""
        for text in (self.subject, self.body):
            yield from PLACEHOLDER.findall(text)


class Row(Frozen):
    """A row of a document; without a source it is a heading."""

    label: Name
    """The words before the value, or the heading."""
    sources: Annotated[Sources, Field(alias="from")] = ()
    """What stands there: one source or several."""
    sealed: bool = False
    """Left out unless it is asked for."""


class SignOff(Frozen):
    """Who signs a document."""

    role: Slug
    """The role that signs."""
    of: Slug
    """The step whose record is the signature."""
    says: Name | None = None
    """The words at the signature."""


class Document(Element):
    """A form of the framework's appendix, filled from a case."""

    title: Name
    """The title of the document."""
    process: Slug
    """The process it belongs to."""
    after: Slug
    """The step after which it can be filled."""
    rows: tuple[Row, ...] = Field(min_length=1)
    """Its rows."""
    sign_off: SignOff | None = None
    """The signature."""
    footer: Text | None = None
    """The words at its foot."""

    @property
    def called(self) -> str:
        """Its title."""
        return self.title
