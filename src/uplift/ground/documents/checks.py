"""What a file really is, told from its content and held against its name."""

import codecs
import os
import re
from collections.abc import Iterator
from typing import IO

import puremagic
from django.conf import settings

from uplift.ground.documents import archives, kinds, names
from uplift.ground.documents.kinds import Family, Kind
from uplift.ground.documents.refused import FileRefused
from uplift.ground.ui.filters.text import size as in_words

_HEAD = 8192  # bytes in which a signature stands
_CHUNK = 1024 * 1024
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # Office before 2007, and Office with a password
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]")
_MARKUP = re.compile(rb"\s*<[a-z!?]", re.IGNORECASE)
_PROGRAM = re.compile(rb"#!|\{\\rtf|%!PS|%PDF-|@echo ", re.IGNORECASE)


def check(content: IO[bytes], name: str) -> Kind:
    """The kind of the file called `name`, once its content is found to be of that kind.

    Raises FileRefused, with a sentence for the page, for what is empty, too large, of another
    kind than its name says, of a kind that isn't taken, or made to do harm.
    """
    size = content.seek(0, os.SEEK_END)
    within_size(size)
    kind = _claimed(name)
    content.seek(0)
    head = content.read(_HEAD)
    match kind.family:
        case Family.SIGNATURE:
            fits = kind.content_type in _types(head)
        case Family.OFFICE:
            fits = _is_office(content, size, head, kind)
        case Family.TEXT:
            fits = _is_text(content, head)
    content.seek(0)
    if not fits:
        raise FileRefused(f"The file isn't really {kind.name}, though its name says so.")
    return kind


def within_size(size: int) -> None:
    """Raise FileRefused for an empty file and for one larger than the instance takes."""
    if size == 0:
        raise FileRefused("The file is empty.")
    if size > settings.UPLOAD_MAX_BYTES:
        most = settings.UPLOAD_MAX_BYTES // _CHUNK
        raise FileRefused(f"The file is {in_words(size)}: {most} MB is the most. Split it.")


def _claimed(name: str) -> Kind:
    extension = names.extension(name)
    if plain := kinds.WITH_MACROS.get(extension):
        raise FileRefused(f"Files with macros aren't taken. Save it as .{plain}, without macros.")
    kind = kinds.KINDS.get(extension)
    if kind is None:
        said = f"Files of the kind .{extension}" if extension else "Files without a kind"
        raise FileRefused(f"{said} aren't taken. {kinds.WANTED}")
    return kind


def _types(head: bytes) -> set[str]:
    try:
        return {match.mime_type for match in puremagic.magic_string(head)}
    except puremagic.PureError:
        return set()


def _is_office(content: IO[bytes], size: int, head: bytes, kind: Kind) -> bool:
    if head.startswith(_OLE):
        raise FileRefused(
            "The file is locked with a password, or in an older format of Office. "
            "Save it in today's format, without a password."
        )
    if not head.startswith(b"PK\x03\x04"):
        return False
    with archives.opened(content, size) as archive:
        contents = archives.part(archive, "[Content_Types].xml")
        if b"macroEnabled" in contents:
            raise FileRefused("The file holds macros, small programs. Save it without them.")
        main_part = f'"{kind.content_type}.main+xml"'.encode()
        named = archives.part(archive, "mimetype").strip() == kind.content_type.encode()
        return named or main_part in contents


def _is_text(content: IO[bytes], head: bytes) -> bool:
    plain = head.removeprefix(codecs.BOM_UTF8)
    if _MARKUP.match(plain) or _PROGRAM.match(plain):
        return False
    encoding = "utf-16" if head.startswith(_UTF16) else "latin-1"
    try:
        return not any(_CONTROL.search(text) for text in _decoded(content, encoding))
    except UnicodeDecodeError:
        return False


def _decoded(content: IO[bytes], encoding: str) -> Iterator[str]:
    """The text piece by piece. Latin 1 reads any byte: enough to look for control characters."""
    decoder = codecs.getincrementaldecoder(encoding)()
    content.seek(0)
    while chunk := content.read(_CHUNK):
        yield decoder.decode(chunk)
    yield decoder.decode(b"", final=True)
