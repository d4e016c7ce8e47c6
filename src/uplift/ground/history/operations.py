"""Writing history: every link is sealed over itself and the link before it."""

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

INSTANCE = "instance"
STARTED = "history.chain_started"
CHANGE_FIELDS = (*("chain_id", "number", "at", "by_id", "operation", "subject", "about", "detail"),)
READ_FIELDS = (
    *("chain_id", "number", "board_id", "at", "by_id", "kind", "subject", "about", "reason"),
)
CHAIN_FIELDS = ("id", "name", "board_id", "reader_id", "head", "length")


def seal(before: str, *values: Any) -> str:
    """The keyed digest, in hexadecimal, over JSON values and times that follow `before`."""
    plain = [v.astimezone(dt.UTC).isoformat() if isinstance(v, dt.datetime) else v for v in values]
    message = json.dumps([before, plain], sort_keys=True, ensure_ascii=False)
    return hmac.new(settings.HISTORY_KEY.encode(), message.encode(), hashlib.sha256).hexdigest()


def seal_of(row: models.Model, fields: tuple[str, ...], before: str) -> str:
    """What the seal of this link or chain must be, given the seal of the link before it."""
    return seal(before, row._meta.label_lower, *(getattr(row, name) for name in fields))


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
    chain = _locked(f"board:{board.pk}" if board else INSTANCE, now, board=board)
    entry = Entry(
        chain=chain,
        at=now,
        by=by,
        operation=operation,
        subject=name_of(subject),
        about=(about or str(subject))[:200],
        detail=detail or {},
    )
    _link(chain, entry, CHANGE_FIELDS)
    return entry


@transaction.atomic
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
    """Record that someone read, searched, opened or took away something.

    Only other readings by the same person wait for it.
    """
    chain = _locked(f"reader:{by.pk}", now, reader=by)
    reading = Reading(
        chain=chain,
        board=board,
        by=by,
        at=now,
        kind=kind,
        subject=name_of(subject),
        about=(about or str(subject))[:200],
        reason=reason[:500],
    )
    _link(chain, reading, READ_FIELDS)
    return reading


def _locked(
    name: str, now: dt.datetime, *, board: Board | None = None, reader: User | None = None
) -> Chain:
    """The chain, locked until the transaction ends; begun when it isn't there yet."""
    chain = Chain.objects.select_for_update().filter(name=name).first()
    return chain or _begun(name, now, board, reader)


def _begun(name: str, now: dt.datetime, board: Board | None, reader: User | None) -> Chain:
    """A new chain; the instance's chain tells of it, so that it can't be taken away unnoticed."""
    chain, new = Chain.objects.get_or_create(name=name, defaults={"board": board, "reader": reader})
    if new and name != INSTANCE:
        append(board=None, by=None, now=now, operation=STARTED, subject=chain, about=name)
    return Chain.objects.select_for_update().get(pk=chain.pk)


def _link(chain: Chain, link: Entry | Reading, fields: tuple[str, ...]) -> None:
    link.number = chain.length + 1
    link.seal = seal_of(link, fields, chain.head)
    link.save(force_insert=True)
    chain.head, chain.length = link.seal, link.number
    chain.seal = seal_of(chain, CHAIN_FIELDS, "")
    chain.save(update_fields=["head", "length", "seal"])
