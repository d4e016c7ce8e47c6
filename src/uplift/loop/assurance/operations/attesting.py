"""Stating how a clause is honoured."""

import datetime as dt
from collections.abc import Iterable

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.timezone import localdate

from uplift.engine import clock
from uplift.ground.boards.models import Board
from uplift.ground.documents import operations as documents
from uplift.ground.frameworks.models import Adoption
from uplift.ground.history import operations as history
from uplift.ground.identity.models import User
from uplift.ground.ui.refusal import Refusal
from uplift.loop.assurance.adoptions import adoption_on
from uplift.loop.assurance.models import Attestation, Evidence
from uplift.loop.assurance.operations.counting import count


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
    papers: "Iterable[UploadedFile[bytes]]" = (),
) -> Attestation:
    """State how a clause is honoured, or not, on this evidence, for the adoption in force."""
    adoption, every = _asked(board, clause_id, localdate(now))
    _demand(on, evidence, localdate(now))
    attestation = Attestation.objects.create(
        board=board,
        adoption=adoption,
        clause=clause_id,
        honoured=honoured,
        says=says,
        evidence=evidence,
        on=on,
        again_on=clock.add(on, every),
        by=by,
        at=now,
    )
    files = [_kept(attestation, paper, by, now) for paper in papers]
    history.append(
        board=board,
        by=by,
        now=now,
        operation="assurance.attested",
        subject=attestation,
        detail={"clause": clause_id, "honoured": honoured, "files": files},
    )
    count(board=board, now=now)
    return attestation


def _demand(on: dt.date, evidence: str, today: dt.date) -> None:
    if on > today:
        raise AttestationRefused("The date can't be in the future.", field="on")
    if not evidence.strip():
        raise AttestationRefused("Say what shows it: evidence is needed.", field="evidence")


def _kept(
    attestation: Attestation, paper: "UploadedFile[bytes]", by: User, now: dt.datetime
) -> int:
    """Keep a file with the statement; its number."""
    file = documents.keep(board=attestation.board, upload=paper, by=by, now=now)
    Evidence.objects.create(attestation=attestation, file=file)
    return file.pk


def _asked(board: Board, clause_id: str, today: dt.date) -> tuple[Adoption, clock.Period]:
    """Under which adoption someone is asked to attest the clause, and how often."""
    adoption = adoption_on(board, today)
    clauses = adoption.edition.pack.clauses if adoption else ()
    clause = next((clause for clause in clauses if clause.id == clause_id), None)
    if adoption is None or clause is None or clause.attest is None:
        raise AttestationRefused("The board's framework doesn't ask anyone to attest this clause.")
    return adoption, clause.attest.every
