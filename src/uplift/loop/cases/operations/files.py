"""Files that come into a case."""

import datetime as dt
import hashlib

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from uplift.ground.documents import operations as documents
from uplift.ground.identity.models import User
from uplift.loop.cases.models import Case, CaseFile
from uplift.loop.cases.operations.team import attach


@transaction.atomic
def bring(
    *,
    case: Case,
    upload: "UploadedFile[bytes]",
    by: User,
    now: dt.datetime,
    title: str = "",
    step: str = "",
) -> CaseFile:
    """Keep a file and put it into the case; what the same person has brought there already is
    found again, so that a form that is sent twice brings one file. Raises FileRefused."""
    same = CaseFile.objects.filter(
        case=case, step=step, file__sha256=_digest(upload), file__by=by
    ).first()
    if same:
        return same
    file = documents.keep(board=case.board, upload=upload, by=by, now=now)
    return attach(case=case, file=file, title=title or file.name, step=step, by=by, now=now)


def _digest(upload: "UploadedFile[bytes]") -> str:
    digest = hashlib.sha256()
    for chunk in upload.chunks():
        digest.update(chunk)
    upload.seek(0)
    return digest.hexdigest()
