"""Writing history: changes chained at once, readings sealed in batches."""

import datetime as dt
import hashlib
import hmac
import json
from typing import Any

from django.conf import settings
from django.db import models, transaction

from uplift.ground.boards.models import Board
from uplift.ground.history.models import Chain, Entry, Reading
from uplift.ground.identity.models import User

SEAL_OPERATION = "history.readings_sealed"
# A reading may be written by a transaction that began earlier and ends later than the sealing:
# only readings older than this are sealed, so that none slips in behind.
SETTLED = dt.timedelta(minutes=2)


def mac(*parts: Any) -> str:
    """The keyed digest over these JSON values in order, in hexadecimal."""
    message = json.dumps(parts, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hmac.new(settings.HISTORY_KEY.encode(), message.encode(), hashlib.sha256).hexdigest()


def entry_seal(entry: Entry, before: str) -> str:
    """What `entry.seal` must be, given the seal of the entry before it in the chain."""
    return mac(
        before,
        entry.chain_id,
        entry.number,
        entry.at.astimezone(dt.UTC).isoformat(),
        entry.by_id,
        entry.operation,
        entry.subject,
        entry.about,
        entry.detail,
    )


def chain_seal(chain: Chain) -> str:
    """What `chain.seal` must be: it vouches for the chain's head and length."""
    return mac("chain", chain.board_id, chain.head, chain.length)


def name_of(subject: models.Model | str) -> str:
    """The subject in the form that history keeps: `cases.case:14`."""
    return subject if isinstance(subject, str) else f"{subject._meta.label_lower}:{subject.pk}"


@transaction.atomic
def append(
    *,
    board: Board | None,
    by: User | None,
    now: dt.datetime,
    operation: str,
    subject: models.Model,
    detail: dict[str, Any] | None = None,
    about: str = "",
) -> Entry:
    """Add one change to the board's chain (no board: the instance's own chain).

    Call it inside the operation's own transaction. `by` is empty for what the product did by
    itself. `detail` must be JSON and must not identify anyone.
    """
    chain, _ = Chain.objects.get_or_create(board=board)
    chain = Chain.objects.select_for_update().get(pk=chain.pk)
    entry = Entry(
        chain=chain,
        number=chain.length + 1,
        at=now,
        by=by,
        operation=operation,
        subject=name_of(subject),
        about=(about or str(subject))[:200],
        detail=detail or {},
    )
    entry.seal = entry_seal(entry, chain.head)
    entry.save(force_insert=True)
    chain.head, chain.length = entry.seal, entry.number
    chain.seal = chain_seal(chain)
    chain.save()
    return entry


def read(
    *,
    board: Board,
    by: User,
    now: dt.datetime,
    kind: Reading.Kind,
    subject: models.Model | str,
    about: str = "",
    reason: str = "",
) -> Reading:
    """Record that someone read, searched, opened or took away something."""
    return Reading.objects.create(
        board=board,
        by=by,
        at=now,
        kind=kind,
        subject=name_of(subject),
        about=(about or str(subject))[:200],
        reason=reason[:500],
    )


def readings_digest(readings: models.QuerySet[Reading]) -> tuple[int, str]:
    """How many readings these are, and the digest over all of them in order of number."""
    count, digest = 0, hashlib.sha256()
    rows = readings.order_by("pk").values_list(
        "pk", "board_id", "at", "by_id", "kind", "subject", "about", "reason"
    )
    for row in rows.iterator():
        values = [
            v.astimezone(dt.UTC).isoformat() if isinstance(v, dt.datetime) else v for v in row
        ]
        digest.update(json.dumps(values, ensure_ascii=False).encode())
        count += 1
    return count, digest.hexdigest()


def last_sealed(board: Board) -> int:
    """The number of the board's last reading that a batch vouches for; 0 when there is none."""
    batch = (
        Entry.objects.filter(chain__board=board, operation=SEAL_OPERATION)
        .order_by("-number")
        .first()
    )
    return int(batch.detail["last"]) if batch else 0


@transaction.atomic
def seal_readings(*, now: dt.datetime) -> int:
    """Seal every board's settled readings that no batch holds yet; returns how many."""
    sealed = 0
    for board in Board.objects.all():
        first = last_sealed(board) + 1
        fresh = Reading.objects.filter(board=board, pk__gte=first)
        unsettled = fresh.filter(at__gt=now - SETTLED).order_by("pk").first()
        if unsettled:
            fresh = fresh.filter(pk__lt=unsettled.pk)
        last = fresh.order_by("-pk").first()
        if last is None:
            continue
        count, digest = readings_digest(fresh)
        detail = {"first": first, "last": last.pk, "count": count, "digest": digest}
        append(
            board=board,
            by=None,
            now=now,
            operation=SEAL_OPERATION,
            subject=board,
            detail=detail,
        )
        sealed += count
    return sealed
