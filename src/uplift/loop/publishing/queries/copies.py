"""What the public may know: frozen copies and where they stand, and nothing else of a case."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from django.db.models import F, QuerySet
from django.db.models.functions import ExtractYear
from markupsafe import Markup

from uplift.ground.boards.models import Board
from uplift.loop.publishing.models import FrozenCopy, Publication

Standing = Publication.Standing
FORMS = FrozenCopy.Form.choices
_HEADING = 60  # characters that a heading rarely has


@dataclass(frozen=True, slots=True)
class Shown:
    """A frozen copy as the public meets it, by value: there is no way from it to the case.

    `standing` is published, withdrawn, on_request or removed. The text is given only while it is
    on the site; of what was withdrawn, nothing but the day and the words written for the public.
    """

    standing: str
    published_on: dt.date
    keep_until: dt.date
    withdrawn_on: dt.date | None
    notice: str
    title: str = ""
    review: str = ""
    form: str = ""
    html: Markup = field(default_factory=Markup)
    sha256: str = ""
    from_day: dt.date | None = None
    on_request: bool = False
    earlier: tuple[tuple[dt.date, str], ...] = ()  # the copies it replaced: since when, fingerprint


def find(board: Board, slug: str) -> Shown | None:
    """What stands at this address of the board's site; None where nothing was ever published."""
    copies = FrozenCopy.objects.current().select_related("publication")
    copy = copies.filter(board=board, slug=slug).first()
    return _shown(copy) if copy else None


def _shown(copy: FrozenCopy) -> Shown:
    publication = copy.publication
    told: dict[str, Any] = {
        "standing": publication.standing,
        "published_on": publication.published_on,
        "keep_until": publication.keep_until,
        "withdrawn_on": publication.withdrawn_on,
        "notice": publication.withdrawal_notice,
    }
    if publication.standing != Standing.WITHDRAWN:
        told |= {"title": copy.title, "review": copy.review, "form": copy.get_form_display()}
    if publication.standing == Standing.PUBLISHED:
        others = publication.copies.exclude(pk=copy.pk).order_by("-pk")
        told |= {
            "html": Markup(copy.html),  # noqa: S704 - it was cleaned before it was frozen
            "sha256": copy.sha256,
            "from_day": copy.from_day,
            "on_request": copy.on_request,
            "earlier": tuple(others.values_list("from_day", "sha256")),
        }
    return Shown(**told)


def on_show(board: Board, today: dt.date, *, year: str = "", form: str = "") -> QuerySet[Any, Any]:
    """What anyone may read of a board, the latest first; of one year and one form if asked.

    Rows of slug, title, review, form and published_on.
    """
    copies = FrozenCopy.objects.on_show(today).filter(board=board)
    if year:
        copies = copies.filter(publication__published_on__year=year)
    if form:
        copies = copies.filter(form=form)
    return (
        copies.annotate(published_on=F("publication__published_on"))
        .order_by("-published_on", "-pk")
        .values("slug", "title", "review", "form", "published_on", "from_day", "text")
    )


def everywhere(today: dt.date) -> QuerySet[Any, Any]:
    """What anyone may read of all boards: rows of place (the board's slug), slug and from_day."""
    copies = FrozenCopy.objects.on_show(today).order_by("board__slug", "-from_day", "-pk")
    return copies.values("slug", "from_day", place=F("board__slug"))


def opening(text: str) -> str:
    """The first paragraph of a copy's text; a heading is shorter."""
    lines = text.splitlines()
    return next((line for line in lines if len(line) > _HEADING), "".join(lines[:1]))


def years(board: Board, today: dt.date) -> list[int]:
    """The years in which what is on the site now was published, the latest first."""
    shown = FrozenCopy.objects.on_show(today).filter(board=board)
    found = shown.annotate(year=ExtractYear("publication__published_on"))
    return sorted(set(found.values_list("year", flat=True)), reverse=True)
