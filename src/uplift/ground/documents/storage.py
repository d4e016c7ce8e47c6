"""Where the content of files lies: outside the web's folders, under names of our own."""

import hashlib
import os
import secrets
import weakref
from collections.abc import Iterator
from pathlib import Path
from typing import IO, NamedTuple

from django.conf import settings
from django.db import transaction

from uplift.ground.documents.refused import FileRefused

_CHUNK = 1024 * 1024


class Stored(NamedTuple):
    """`size` in bytes; `sha256` in hexadecimal."""

    name: str
    size: int
    sha256: str


def path_of(stored: str) -> Path:
    """The place of the content on the disk."""
    return Path(settings.MEDIA_ROOT) / stored[:2] / stored


def put(content: IO[bytes]) -> Stored:
    """Write the content to the disk, readable for this process's user alone, and see it settled.

    Unless the transaction that this is called in commits, the content is taken off again.
    """
    name = secrets.token_hex(20)
    path = path_of(name)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    undo = _Undo(path)
    try:
        size, digest = _write(path, content)
    except OSError as error:
        undo.now()
        raise FileRefused(
            "There is no room for the file on the server. Tell whoever runs Uplift."
        ) from error
    transaction.on_commit(undo.never)
    return Stored(name, size, digest)


def _write(path: Path, content: IO[bytes]) -> tuple[int, str]:
    digest, size = hashlib.sha256(), 0
    content.seek(0)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as target:
        while chunk := content.read(_CHUNK):
            target.write(chunk)
            digest.update(chunk)
            size += len(chunk)
        target.flush()
        os.fsync(target.fileno())
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
    return size, digest.hexdigest()


class _Undo:
    """Takes a file off the disk when nobody waits for the transaction to commit any more.

    Django tells nobody of a rollback; but it lets go of the callbacks of a transaction, or of a
    savepoint, that was rolled back. `never` is such a callback, and holds the only reference.
    """

    def __init__(self, path: Path) -> None:
        self._removal = weakref.finalize(self, path.unlink, missing_ok=True)

    def now(self) -> None:
        """Take the file off at once."""
        self._removal()

    def never(self) -> None:
        """Keep the file: the transaction has committed."""
        self._removal.detach()


def opened(stored: str) -> IO[bytes]:
    """The content, open for reading. Raises FileNotFoundError."""
    return path_of(stored).open("rb")


def everything() -> Iterator[Path]:
    """Every file that lies in the store."""
    return (path for path in Path(settings.MEDIA_ROOT).glob("??/*") if path.is_file())
