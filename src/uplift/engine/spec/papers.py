"""Notices and documents: what the app writes from a case's facts."""

import re
from collections.abc import Iterator
from typing import Annotated

from pydantic import BeforeValidator, Field

from uplift.engine.spec.base import Element, Frozen, Name, Named, Slug, Text, as_tuple

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

Sources = Annotated[tuple[str, ...], BeforeValidator(as_tuple)]


class Notice(Named):
    """A letter to a body."""

    name: Name = "Notice"
    to: Slug
    subject: Name
    body: Text

    def placeholders(self) -> Iterator[str]:
        """The sources named in the letter."""
        for text in (self.subject, self.body):
            yield from PLACEHOLDER.findall(text)


class Row(Frozen):
    """A row of a document; without a source it is a heading."""

    label: Name
    sources: Annotated[Sources, Field(alias="from")] = ()
    sealed: bool = False
    """Left out unless it is asked for."""


class SignOff(Frozen):
    """Who signs a document."""

    role: Slug
    of: Slug
    """The step whose record is the signature."""
    says: Name | None = None


class Document(Element):
    """A form of the framework's appendix, filled from a case."""

    title: Name
    process: Slug
    after: Slug
    rows: tuple[Row, ...] = Field(min_length=1)
    sign_off: SignOff | None = None
    footer: Text | None = None

    @property
    def called(self) -> str:
        """Its title."""
        return self.title
