"""Workbooks: brought and looked at first, confirmed afterwards; all of one comes in, or nothing."""

import base64
import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import F
from django.utils.timezone import localdate

from uplift.ground.boards.models import Agency
from uplift.ground.documents import operations as documents
from uplift.ground.documents.names import safe
from uplift.ground.identity.models import User
from uplift.loop.cases.models import Case
from uplift.loop.reviews.models import Entry, Upload
from uplift.loop.reviews.models.entry import LONGEST
from uplift.loop.reviews.names import Names, names_of
from uplift.loop.reviews.operations.pairs import look_again
from uplift.loop.reviews.operations.telling import ChronologyRefused, last_number, locked, tell
from uplift.loop.reviews.sheets import Reading, Row, Unreadable, read_workbook

PROBLEMS_SHOWN = 500
_BATCH = 1_000
#: By these an entry of a new workbook is the same as one that is there.
_SAME = ("earliest", "latest", "time", "words", "what", "people", "where", "record", "comment")


@transaction.atomic
def bring(
    *,
    case: Case,
    agency: Agency | None,
    upload: "UploadedFile[bytes]",
    source: str = "",
    by: User,
    now: dt.datetime,
) -> Upload:
    """Read a workbook and keep it, sealed. Nothing of it is in the chronology until it is taken.

    Raises ChronologyRefused for what can't be read at all, FileRefused for what a scan finds.
    """
    case = locked(case)
    documents.scan(upload)
    reading = _read(case, upload, now)
    state = Upload.State.WRONG if reading.problems else Upload.State.READY
    kept = Upload.objects.create(
        case=case,
        agency=agency,
        name=safe(upload.name or ""),
        content=base64.b64encode(upload.read()).decode(),
        rows=len(reading.rows),
        problems=reading.problems[:PROBLEMS_SHOWN],
        left_out=reading.left_out[:PROBLEMS_SHOWN],
        state=state,
        by=by,
        at=now,
    )
    if not reading.problems:
        kept.hidden = _fill(kept, reading, source)
        kept.save(update_fields=["hidden"])
    tell(case, "workbook_brought", by, now, upload=kept.pk, rows=kept.rows, state=str(state))
    return kept


def _read(case: Case, upload: "UploadedFile[bytes]", now: dt.datetime) -> Reading:
    agencies = dict(case.board.agencies.values_list("name", "slug"))
    try:
        reading = read_workbook(
            upload, reference=case.reference, agencies=agencies, today=localdate(now)
        )
    except Unreadable as problem:
        raise ChronologyRefused(str(problem), field="workbook") from problem
    upload.seek(0)
    return reading


def _fill(upload: Upload, reading: Reading, source: str) -> int:
    """Write the workbook's entries, waiting; returns how many real names were taken out."""
    names = _Counting(names_of(upload.case))
    slugs = {slug for row in reading.rows for slug in row.known_to}
    agencies = {one.slug: one.pk for one in Agency.objects.filter(slug__in=slugs)}
    through = Entry.known_to.through
    rows = iter(reading.rows)
    while batch := list(islice(rows, _BATCH)):
        made = Entry.objects.bulk_create(_entry(upload, row, names, source) for row in batch)
        through.objects.bulk_create(
            through(entry_id=entry.pk, agency_id=agencies[slug])
            for entry, row in zip(made, batch, strict=True)
            for slug in row.known_to
        )
    return names.count


class _Counting:
    """Hides names and counts them."""

    def __init__(self, names: Names) -> None:
        self.names, self.count = names, 0

    def hidden(self, text: str, most: int | None) -> str:
        said, count = self.names.hidden(text)
        self.count += count
        return said[:most]


def _entry(upload: Upload, row: Row, names: _Counting, source: str) -> Entry:
    at = row.moment
    texts = {name: names.hidden(text, LONGEST.get(name)) for name, text in row.texts.items()}
    return Entry(
        case=upload.case,
        agency=upload.agency,
        source="" if upload.agency else source,
        earliest=at.earliest,
        latest=at.latest,
        time=at.time,
        words=at.words,
        knowledge=row.knowledge,
        upload=upload,
        row=row.number,
        standing=Entry.Standing.WAITING,
        by=upload.by,
        at=upload.at,
        **texts,
    )


@transaction.atomic
def take(*, upload: Upload, replace: bool, by: User, now: dt.datetime) -> Upload:
    """Put a workbook's entries into the chronology.

    With `replace` what the same source told before is taken out, and kept; entries that are the
    same as before stay as they are, with their number and whatever was linked to them.
    """
    case = locked(upload.case)
    upload = _waiting(upload, Upload.State.READY)
    new, gone = changes(upload)
    waiting = Entry.objects.filter(upload=upload, standing=Entry.Standing.WAITING)
    first = last_number(case)
    for batch in _batches(new):
        waiting.filter(pk__in=batch).update(
            standing=Entry.Standing.IN, number=first + F("row"), by=by, at=now
        )
    waiting.update(standing=Entry.Standing.OUT)
    if replace:
        for batch in _batches(gone):
            Entry.objects.filter(merged_into__in=batch).update(merged_into=None)
            Entry.objects.filter(pk__in=batch).update(standing=Entry.Standing.OUT, merged_into=None)
    Upload.objects.filter(pk=upload.pk).update(state=Upload.State.TAKEN)
    look_again(case)
    gone_count = len(gone) if replace else 0
    tell(case, "workbook_taken", by, now, upload=upload.pk, new=len(new), gone=gone_count)
    upload.refresh_from_db(fields=["state"])
    return upload


def _waiting(upload: Upload, *states: Upload.State) -> Upload:
    """The workbook as it is now, still in one of these states."""
    found = Upload.objects.select_for_update(of=("self",)).defer("content").get(pk=upload.pk)
    if found.state not in states:
        raise ChronologyRefused("This workbook doesn't wait to be confirmed any more.")
    return found


def changes(upload: Upload) -> tuple[list[int], list[int]]:
    """Which of a waiting workbook's entries are new, and which that the source told before aren't
    in it any more, by their keys."""
    waiting = Entry.objects.filter(upload=upload, standing=Entry.Standing.WAITING)
    there = Entry.objects.filter(case=upload.case_id, agency=upload.agency_id).standing()
    if upload.agency_id is None:
        there = there.filter(source__in=waiting.values("source"))
    before: dict[tuple[Any, ...], list[int]] = {}
    for pk, *same in there.values_list("pk", *_SAME):
        before.setdefault(tuple(same), []).append(pk)
    new = []
    for pk, *same in waiting.values_list("pk", *_SAME):
        known = before.get(tuple(same))
        if known:
            known.pop()
        else:
            new.append(pk)
    return new, [pk for keys in before.values() for pk in keys]


def _batches(keys: Iterable[int]) -> Iterator[list[int]]:
    rest = iter(keys)
    while batch := list(islice(rest, _BATCH)):
        yield batch


@transaction.atomic
def drop(*, upload: Upload, by: User, now: dt.datetime) -> None:
    """Throw a waiting workbook away; that it came, and what was in it, is kept."""
    case = locked(upload.case)
    upload = _waiting(upload, Upload.State.READY, Upload.State.WRONG)
    waiting = Entry.objects.filter(upload=upload, standing=Entry.Standing.WAITING)
    waiting.update(standing=Entry.Standing.OUT)
    Upload.objects.filter(pk=upload.pk).update(state=Upload.State.DROPPED)
    tell(case, "workbook_dropped", by, now, upload=upload.pk)
