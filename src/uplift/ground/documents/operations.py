"""Keeping the files that people bring."""

import datetime as dt
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO, cast

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.module_loading import import_string

from uplift.ground.boards.models import Board
from uplift.ground.documents import checks, names, storage
from uplift.ground.documents.models import File
from uplift.ground.documents.refused import FileRefused
from uplift.ground.history import operations as history
from uplift.ground.identity.models import User

# A file without a row may belong to a transaction that hasn't ended yet; after this it can't.
SETTLED = dt.timedelta(days=1)


@transaction.atomic
def keep(*, board: Board, upload: "UploadedFile[bytes]", by: User, now: dt.datetime) -> File:
    """Check an uploaded file and keep it: its row and its content, or neither.

    The room that links to the file says who may have it. Raises FileRefused.
    """
    checks.within_size(upload.size or 0)
    content = cast(IO[bytes], upload.file)
    name = names.safe(upload.name or "")
    kind = checks.check(content, name)
    stored = storage.put(content)
    _scan(storage.path_of(stored.name))
    file = File.objects.create(
        board=board,
        name=name,
        content_type=kind.content_type,
        size=stored.size,
        sha256=stored.sha256,
        stored=stored.name,
        by=by,
        at=now,
    )
    history.append(
        board=board,
        by=by,
        now=now,
        operation="documents.kept",
        subject=file,
        about=f"file {file.pk}",  # its name may be someone's
        detail={"size": file.size, "sha256": file.sha256},
    )
    return file


def scan(upload: "UploadedFile[bytes]") -> None:
    """Ask the instance's scanner about a file that a room keeps by itself. Raises FileRefused."""
    if not settings.UPLOAD_SCAN:
        return
    with NamedTemporaryFile() as copy:
        for chunk in upload.chunks():
            copy.write(chunk)
        copy.flush()
        _scan(Path(copy.name))
    upload.seek(0)


def _scan(path: Path) -> None:
    """Ask the scanner that the instance has set, if any, what is wrong with the file.

    `UPLOAD_SCAN` names a function that takes the path and returns a sentence, or "" when the file
    is clean. A scanner that fails lets nothing through.
    """
    if not settings.UPLOAD_SCAN:
        return
    try:
        wrong = import_string(settings.UPLOAD_SCAN)(path)
    except Exception as error:
        raise FileRefused("The file couldn't be scanned for viruses. Try again later.") from error
    if wrong:
        raise FileRefused(str(wrong))


def sweep(*, now: dt.datetime) -> int:
    """Take off the disk what a machine that stopped half-way left there; returns how many files.

    The content of every kept file stays.
    """
    kept = set(File.objects.values_list("stored", flat=True))
    oldest = (now - SETTLED).timestamp()
    lost = [p for p in storage.everything() if p.name not in kept and p.stat().st_mtime < oldest]
    for path in lost:
        path.unlink()
    return len(lost)
