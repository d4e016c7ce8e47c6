"""The workbooks that somebody may open, and what a new one may be begun from."""

from django.db.models import QuerySet

from uplift.ground.access.reach import Reach
from uplift.ground.frameworks.models import Edition, Workbook


def workbooks_of(reach: Reach) -> QuerySet[Workbook]:
    """The board's own workbooks, last changed first."""
    if not reach.may("manage_board"):
        return Workbook.objects.none()
    return Workbook.objects.filter(board=reach.board).select_related("board", "by", "edition")


def editions() -> QuerySet[Edition]:
    """Every edition that the instance knows: frameworks are public, whoever adopted them."""
    return Edition.objects.defer("content").order_by("name", "-number")
