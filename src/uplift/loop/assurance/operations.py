"""Attesting a clause, and counting how all of them stand."""

import datetime as dt

from django.db import transaction
from django.utils.timezone import localdate

from uplift.engine import clock
from uplift.ground.boards.models import Board
from uplift.ground.frameworks.queries import edition_on
from uplift.ground.history import operations as history
from uplift.ground.identity.models import User
from uplift.ground.ui.refusal import Refusal
from uplift.loop.assurance.models import Attestation, ClauseStatus
from uplift.loop.assurance.records import Records
from uplift.loop.assurance.status import standings


class AttestationRefused(Refusal):
    """A clause can't be attested so."""


@transaction.atomic
def attest(
    *,
    board: Board,
    clause_id: str,
    honoured: bool,
    says: str,
    evidence: str,
    on: dt.date,
    by: User,
    now: dt.datetime,
) -> Attestation:
    """State how a clause is honoured, or that it is not, on the evidence named."""
    every = _asked(board, clause_id, localdate(now))
    if on > localdate(now):
        raise AttestationRefused("The date can't be in the future.", field="on")
    if not evidence.strip():
        raise AttestationRefused("Say what shows it: evidence is needed.", field="evidence")
    attestation = Attestation.objects.create(
        board=board,
        clause=clause_id,
        honoured=honoured,
        says=says,
        evidence=evidence,
        on=on,
        again_on=clock.add(on, every),
        by=by,
        at=now,
    )
    history.append(
        board=board,
        by=by,
        now=now,
        operation="assurance.attested",
        subject=attestation,
        detail={"clause": clause_id, "honoured": honoured},
    )
    count(board=board, now=now)
    return attestation


def _asked(board: Board, clause_id: str, today: dt.date) -> clock.Period:
    """How often the board's framework asks someone to attest the clause."""
    edition = edition_on(board, today)
    clause = next((c for c in edition.pack.clauses if c.id == clause_id), None) if edition else None
    if clause is None or clause.attest is None:
        raise AttestationRefused("The board's framework doesn't ask anyone to attest this clause.")
    return clause.attest.every


@transaction.atomic
def count(*, board: Board, now: dt.datetime) -> int:
    """Count anew how every clause stands today; returns how many there are."""
    today = localdate(now)
    ClauseStatus.objects.filter(board=board).delete()
    edition = edition_on(board, today)
    if edition is None:
        return 0
    attestations = Attestation.objects.filter(board=board).select_related("by")
    latest = {attestation.clause: attestation for attestation in attestations.order_by("on", "pk")}
    found = standings(edition.pack, Records(board, edition.pack, today), latest)
    rows = ClauseStatus.objects.bulk_create(
        ClauseStatus(
            board=board,
            position=position,
            clause=standing.clause.id,
            kind=standing.kind,
            state=standing.state,
            says=standing.says,
            role=standing.role,
            due=standing.due,
            counted_at=now,
        )
        for position, standing in enumerate(found)
    )
    return len(rows)


def count_all(*, now: dt.datetime) -> int:
    """Count for every board; the daily job."""
    return sum(count(board=board, now=now) for board in Board.objects.all())
