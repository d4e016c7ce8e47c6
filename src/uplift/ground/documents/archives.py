"""Office files are zip archives: what may hide in one, read from its table of contents."""

import io
import re
from dataclasses import dataclass
from typing import IO
from zipfile import BadZipFile, ZipFile, ZipInfo

from uplift.ground.documents.refused import FileRefused

_MB = 1024 * 1024
MOST_ENTRIES = 10_000
MOST_UNPACKED = 250 * _MB
MOST_RATIO = 200  # unpacked to packed; a bomb has 1,000 and more
RATIO_FROM = 10 * _MB  # small files may well be as empty as that
MOST_DEPTH = 2  # a chart's workbook inside a presentation, and no further
_NESTED_MOST = 25 * _MB  # a nested document is read into memory
_ENTRY_HEADER = 30  # bytes that each entry has at least in the file, besides its content

_OFFICE = re.compile(r"\.(docx|xlsx|pptx|odt)$", re.IGNORECASE)
_ARCHIVE = re.compile(
    r"\.(zip|7z|rar|tar|t?gz|bz2|xz|zst|cab|jar|iso|docm|xlsm|pptm)$", re.IGNORECASE
)
_MACRO = re.compile(
    r"(^|/)(vbaproject\.bin|vbadata\.xml|activex/|macrosheets/)|^(basic|scripts)/", re.IGNORECASE
)


@dataclass(slots=True)
class _Spent:
    """How much of the allowance the archive and those inside it have used."""

    entries: int = 0
    unpacked: int = 0


def opened(content: IO[bytes], size: int) -> ZipFile:
    """The archive, once nothing in it is beyond what a document needs.

    Nothing is unpacked on the way, but for documents within the document, in memory and up to a
    size. The sizes are as the archive declares them; our own readers stop there too.
    Raises FileRefused.
    """
    return _opened(content, size, 1, _Spent())


def _opened(content: IO[bytes], size: int, depth: int, spent: _Spent) -> ZipFile:
    if depth > MOST_DEPTH:
        raise FileRefused("The file holds documents within documents within documents.")
    try:
        archive = ZipFile(content)
    except (BadZipFile, ValueError, NotImplementedError, EOFError) as error:
        raise FileRefused("The file is damaged: it can't be opened.") from error
    entries = archive.infolist()
    _within_bounds(entries, size, spent)
    for entry in entries:
        _harmless(entry)
        if _OFFICE.search(entry.filename):
            inner = _read(archive, entry, _NESTED_MOST)
            _opened(io.BytesIO(inner), len(inner), depth + 1, spent)
    return archive


def _within_bounds(entries: list[ZipInfo], size: int, spent: _Spent) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size + _ENTRY_HEADER for entry in entries)
    spent.entries += len(entries)
    spent.unpacked += unpacked
    if spent.entries > MOST_ENTRIES:
        raise FileRefused(f"The file holds more than {MOST_ENTRIES:,} parts.")
    overlapping = packed > size
    swollen = unpacked > RATIO_FROM and unpacked > MOST_RATIO * size
    if overlapping or swollen or spent.unpacked > MOST_UNPACKED:
        raise FileRefused(
            "Unpacked, the file would be far larger than it looks, as files made to do harm are."
        )


def _harmless(entry: ZipInfo) -> None:
    name = entry.filename.replace("\\", "/")
    if name.startswith("/") or ":" in name.split("/")[0] or ".." in name.split("/"):
        raise FileRefused("The file holds parts that would unpack outside their folder.")
    if entry.flag_bits & 0x1:
        raise FileRefused(
            "The file is locked with a password, so it can't be checked. Save it without one."
        )
    if _MACRO.search(name):
        raise FileRefused("The file holds macros, small programs. Save it without them.")
    if _ARCHIVE.search(name):
        raise FileRefused("The file holds another archive. Add its files one by one.")


def part(archive: ZipFile, name: str, most: int = _MB) -> bytes:
    """The content of a part of the archive, small unless told otherwise; empty where there is no
    such part."""
    if name not in archive.namelist():
        return b""
    return _read(archive, archive.getinfo(name), most)


def _read(archive: ZipFile, entry: ZipInfo, most: int) -> bytes:
    if entry.file_size > most:
        raise FileRefused("The file holds a part that is too large to be checked.")
    try:
        return archive.read(entry)
    except (BadZipFile, NotImplementedError, EOFError, OSError, RuntimeError, ValueError) as error:
        raise FileRefused("The file is damaged: it can't be opened.") from error
