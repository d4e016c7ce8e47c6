"""Making a framework: every write to a workbook, each of one part of it."""

import datetime as dt
import json
from collections.abc import Callable, Mapping
from typing import Any

from django.db import transaction

from uplift.engine.drafting.edits import Place, Raw
from uplift.ground.boards.models import Board
from uplift.ground.drafts.versions import Gone, Stale, claim
from uplift.ground.frameworks.editor.book import Book, mark_of
from uplift.ground.frameworks.editor.layout import is_element
from uplift.ground.frameworks.editor.policies import may_change
from uplift.ground.frameworks.models import Workbook
from uplift.ground.history import operations as history
from uplift.ground.identity.models import User

Edit = Callable[[Raw], Raw]


def as_it_is(found: Any) -> dict[str, Any]:
    """What stands at a place, where no form makes answers of it."""
    return {"": found}


@transaction.atomic
def begin(*, board: Board, raw: Raw, begun_from: str, by: User, now: dt.datetime) -> Workbook:
    """Begin a workbook with this framework."""
    workbook = Workbook.objects.create(
        board=board,
        name=_name(raw),
        begun_from=begun_from,
        content=_written(raw),
        by=by,
        begun_at=now,
        changed_at=now,
    )
    record(workbook, "frameworks.draft_begun", {"from": begun_from}, by, now)
    return workbook


@transaction.atomic
def change(
    *,
    workbook: Workbook,
    place: Place,
    edit: Edit,
    by: User,
    now: dt.datetime,
    seen: int | None = None,
    typed: Mapping[str, Any] | None = None,
    read: Callable[[Any], Mapping[str, Any]] = as_it_is,
) -> Workbook:
    """Edit what stands at that place, provided that it still is what the person has seen.

    `read` makes answers of what stands there, of which `seen` is the mark; `typed` are those that
    the person gave, so that both can be shown. Two people may change different parts at once.
    Raises Stale, or Gone when the part or the workbook has been taken away.
    """
    workbook = locked(workbook)
    book = Book(workbook)
    owner = place if is_element(place) else place[:-1]
    if is_element(owner) and book.get(owner) is None:
        raise Gone("This is no longer there: somebody has taken it away.")
    if seen is not None and mark_of(stored := read(book.get(place))) != seen:
        typed = typed or {}
        raise Stale(mark_of(stored), {name: stored.get(name) for name in typed}, typed)
    raw = edit(book.raw)
    claim(workbook, workbook.version, name=_name(raw), content=_written(raw), changed_at=now)
    record(workbook, "frameworks.draft_changed", {"place": "/".join(place)}, by, now)
    return workbook


@transaction.atomic
def keep_trial(*, workbook: Workbook, process: str, trial: Mapping[str, Any]) -> None:
    """Keep what was tried out with a process, to be looked at again after a change. It is nobody's
    record, so history says nothing of it."""
    workbook = Workbook.objects.select_for_update().get(pk=workbook.pk)
    trials = json.loads(workbook.trials) | {process: dict(trial)}
    Workbook.objects.filter(pk=workbook.pk).update(trials=json.dumps(trials))


@transaction.atomic
def discard(*, workbook: Workbook, by: User, now: dt.datetime) -> None:
    """Throw a workbook away; history keeps that it was there."""
    workbook = locked(workbook)
    record(workbook, "frameworks.draft_discarded", {}, by, now)
    workbook.delete()


def locked(workbook: Workbook) -> Workbook:
    """The workbook as it stands now, kept from others until the transaction ends."""
    fresh = Workbook.objects.select_for_update().filter(pk=workbook.pk).first()
    if fresh is None:
        raise Gone("This framework is no longer there: somebody has thrown it away.")
    if refusal := may_change(fresh):
        raise refusal
    return fresh


def _name(raw: Raw) -> str:
    return str(raw.get("name") or "A framework without a name")[:300]


def _written(raw: Raw) -> str:
    return json.dumps(raw, ensure_ascii=False)


def record(
    workbook: Workbook, operation: str, detail: dict[str, Any], by: User, now: dt.datetime
) -> None:
    history.append(
        board=workbook.board, by=by, now=now, operation=operation, subject=workbook, detail=detail
    )
