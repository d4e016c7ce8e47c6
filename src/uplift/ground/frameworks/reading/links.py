"""Where the parts of a framework are: pages of their own, or places on one page."""

from dataclasses import dataclass

from django.urls import reverse

from uplift.ground.frameworks.models import Edition


@dataclass(frozen=True, slots=True)
class Pages:
    """Each type and each form has a page of its own."""

    board: str
    edition: Edition

    @property
    def contents(self) -> str:
        """The edition's first page."""
        return self._page("edition")

    def type(self, process: str) -> str:
        """The page of a type of review."""
        return self._page("type", process)

    def form(self, form: str) -> str:
        """The page of a form."""
        return self._page("form", form)

    def _page(self, name: str, *more: str) -> str:
        args = (self.board, self.edition.pack_key, self.edition.number, *more)
        return reverse(f"frameworks:{name}", args=args)


@dataclass(frozen=True, slots=True)
class Anchors:
    """Everything stands on one page."""

    contents: str = "#contents"

    def type(self, process: str) -> str:
        """The place of a type of review."""
        return f"#type-{process}"

    def form(self, form: str) -> str:
        """The place of a form."""
        return f"#form-{form}"
