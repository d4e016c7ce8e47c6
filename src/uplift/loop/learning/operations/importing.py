"""Bringing the recommendations of an inspection in as findings: all of them, or none."""

import datetime as dt
from collections.abc import Sequence

from django.db import transaction
from django.utils.timezone import localdate
from modelsearch import index

from uplift.ground.history import operations as history
from uplift.ground.identity.models import User
from uplift.ground.ui.refusal import Refusal
from uplift.loop.learning.models import Finding
from uplift.loop.learning.operations.numbers import next_number
from uplift.loop.learning.queries import words_there
from uplift.loop.learning.recommendations import Row, checked
from uplift.loop.learning.recommendations.rows import MOST_ROWS
from uplift.loop.lessons.models import Inspection

TITLE = 300  # characters; of a longer recommendation the whole stands in the detail


class ImportRefused(Refusal):
    """These rows can't be imported; none of them was."""


@transaction.atomic
def import_recommendations(
    *, inspection: Inspection, rows: Sequence[Row], by: User, now: dt.datetime
) -> list[Finding]:
    """Make each row a finding of the inspection, released at once as the report is public."""
    if not rows:
        raise ImportRefused("There is nothing to import.")
    if len(rows) > MOST_ROWS:
        raise ImportRefused(f"{MOST_ROWS} rows are the most at a time.")
    first = next_number(Finding.objects.all(), inspection.board)  # and locks out a second import
    rows = checked(rows, words_there(inspection))
    wrong = [row for row in rows if row.problems]
    if wrong:
        raise ImportRefused(f"Line {wrong[0].line}: {wrong[0].problems[0]} Nothing was imported.")
    findings = Finding.objects.bulk_create(
        Finding(
            board=inspection.board,
            number=number,
            title=_title(row.text),
            detail=row.text if len(row.text) > TITLE else "",
            kind=row.finding_kind,
            inspection=inspection,
            paragraph=row.number,
            area=row.area,
            found_on=inspection.on,
            released_on=localdate(now),
            by=by,
        )
        for number, row in enumerate(rows, start=first)
    )
    for finding in findings:
        index.insert_or_update_object(finding)
    history.append(
        board=inspection.board,
        by=by,
        now=now,
        operation="learning.imported",
        subject=inspection,
        detail={"findings": len(findings), "first": first},
    )
    return findings


def _title(text: str) -> str:
    if len(text) <= TITLE:
        return text
    return text[: TITLE - 2].rpartition(" ")[0] + " …"
