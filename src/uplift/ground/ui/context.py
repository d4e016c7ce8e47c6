"""What every page knows, under the one name `here`."""

import datetime as dt
from functools import cached_property, partial
from typing import Protocol

from django.conf import settings
from django.contrib.messages import get_messages
from django.contrib.messages.storage.base import Message
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.module_loading import import_string

from uplift.ground.ui import brand, sections


class Board(Protocol):
    """What a page needs of a board."""

    name: str
    short_name: str
    slug: str
    colour: str


class Here:
    """The page's surroundings, worked out only when the template asks."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request
        self.reach = getattr(request, "reach", None)
        self.board: Board | None = self.reach.board if self.reach else None
        self.timer = getattr(request, "session_timer", None)

    @cached_property
    def today(self) -> dt.date:
        """The day in London, or the day the person's reach was read for."""
        return self.reach.today if self.reach else timezone.localdate()

    @cached_property
    def person(self) -> str:
        """The name of the person signed in, or nothing."""
        user = getattr(self.request, "user", None)
        return str(user) if user is not None and user.is_authenticated else ""

    @cached_property
    def sections(self) -> list[sections.Link]:
        """The board's navigation for this person."""
        if self.board is None or self.reach is None:
            return []
        return sections.links(
            import_string(settings.UPLIFT_SECTIONS),
            board=self.board.slug,
            path=self.request.path,
            may=self.reach.may,
            may_in_case=partial(self.reach.may_as, roles=self.reach.roles),
        )

    @cached_property
    def messages(self) -> list[Message]:
        """What the last operation has to say; read once."""
        return list(get_messages(self.request))

    @property
    def home(self) -> str:
        """Where the product's name leads."""
        return self.sections[0].href if self.sections else "/"

    @cached_property
    def search(self) -> str:
        """The board's search page, or nothing where there is none."""
        if self.board is None:
            return ""
        return sections.address(settings.UPLIFT_SEARCH, self.board.slug)

    @property
    def brand(self) -> str:
        """The address of the stylesheet with the board's colours."""
        return brand_address(self.board.colour if self.board else brand.OURS)

    @property
    def demo(self) -> bool:
        """Whether this is a demonstration, with made-up people."""
        return bool(settings.DEMO)


def brand_address(colour: str) -> str:
    """The address of the stylesheet for a colour: another colour, another address."""
    return reverse("brand", kwargs={"colour": colour.removeprefix("#")})


def page(request: HttpRequest) -> dict[str, object]:
    """The context processor."""
    return {"here": Here(request)}
