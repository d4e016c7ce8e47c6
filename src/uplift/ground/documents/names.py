"""Names of files: safe to show, to keep and to send."""

import re
import unicodedata
from pathlib import PurePosixPath

#: Long enough for any name that tells something; `File.name` holds as many.
MOST = 150

_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}  # control, direction, private, line marks
_UNWANTED = re.compile(r'[<>:"|?*]+')
_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)


def safe(name: str) -> str:
    """The last part of `name` without what could mislead a reader or a file system.

    No folders, no control or direction marks, no leading dot, no device name of Windows. A long
    name is cut before its extension.
    """
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    shown = "".join(c for c in last if c.isspace() or unicodedata.category(c) not in _HIDDEN)
    shown = _UNWANTED.sub("-", " ".join(shown.split())).strip(". ")
    if _DEVICES.match(shown):
        shown = f"_{shown}"
    suffix = PurePosixPath(shown).suffix
    suffix = suffix if len(suffix) <= 10 else ""
    stem = shown[: len(shown) - len(suffix)]
    return f"{stem[: MOST - len(suffix)].rstrip('. ') or 'file'}{suffix}"


def extension(name: str) -> str:
    """The extension in lower case, without its dot: `docx`; empty where there is none."""
    return PurePosixPath(name).suffix.removeprefix(".").lower()
