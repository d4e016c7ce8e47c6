"""Which edition a board works by, and which there are to read."""

import datetime as dt

from django.db.models import QuerySet

from uplift.ground.boards.models import Board
from uplift.ground.frameworks.models import Adoption, Edition


def edition_on(board: Board, day: dt.date) -> Edition | None:
    """The edition in force at the board on that day, if it had adopted one by then."""
    return (
        Edition.objects.filter(adoptions__board=board, adoptions__starts__lte=day)
        .order_by("-adoptions__starts")
        .first()
    )


def edition_of(pack_key: str, number: int) -> Edition | None:
    """One edition. Frameworks are public documents: whoever reads one's own may read any."""
    return Edition.objects.filter(pack_key=pack_key, number=number).first()


def edition_at(place: str) -> Edition:
    """The edition of that pack and number, written `PACK/NUMBER`. Raises Edition.DoesNotExist."""
    pack_key, _, number = place.partition("/")
    return Edition.objects.get(pack_key=pack_key, number=number)


def editions() -> QuerySet[Edition]:
    """Every edition there is, without its text."""
    return Edition.objects.defer("content")


def adoptions_of(board: Board) -> QuerySet[Adoption]:
    """What the board has adopted, also from a day still to come, the latest first."""
    found = Adoption.objects.filter(board=board).select_related("edition")
    return found.defer("edition__content")


def stage_names(board: Board, day: dt.date) -> dict[str, str]:
    """What the board's framework calls the stages of learning, where it names them."""
    edition = edition_on(board, day)
    return {key: stage.name for key, stage in edition.pack.thread.items()} if edition else {}
