"""The demo's next edition: its business manager has begun it, and has shortened one time."""

import datetime as dt

from uplift.config.demo.cast import Cast
from uplift.config.demo.story import moment
from uplift.engine import drafting
from uplift.ground.frameworks.editor import beginnings, operations
from uplift.ground.frameworks.models import Workbook

DUE = ("processes", "scr", "steps", "panel", "due", "within")


def tell_making(cast: Cast, today: dt.date) -> Workbook:
    """Begin the board's next edition, with a panel that decides within two weeks."""
    source = f"edition-{cast.edition.pk}"
    raw = beginnings.raw_of(cast.board, source, name="", people="", process="")
    by, now = cast.people["priya"], moment(today, 8)
    workbook = operations.begin(
        board=cast.board, raw=raw, begun_from=str(cast.edition), by=by, now=now
    )
    return operations.change(
        workbook=workbook,
        place=DUE[:-1],
        edit=lambda draft: drafting.put(draft, DUE, "2 weeks"),
        by=by,
        now=now,
    )
