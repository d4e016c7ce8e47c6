"""The kinds of file that Uplift takes."""

from dataclasses import dataclass
from enum import StrEnum

_OPEN_XML = "application/vnd.openxmlformats-officedocument"


class Family(StrEnum):
    """How the content of a kind is told."""

    SIGNATURE = "signature"  # by its first bytes
    OFFICE = "office"  # a zip archive that names its main part
    TEXT = "text"  # readable characters alone


@dataclass(frozen=True, slots=True)
class Kind:
    """`name` as in "isn't really …"; `content_type` is what it is sent as."""

    name: str
    content_type: str
    family: Family


_JPEG = Kind("a JPEG picture", "image/jpeg", Family.SIGNATURE)

KINDS = {
    "pdf": Kind("a PDF", "application/pdf", Family.SIGNATURE),
    "docx": Kind("a Word document", f"{_OPEN_XML}.wordprocessingml.document", Family.OFFICE),
    "xlsx": Kind("an Excel workbook", f"{_OPEN_XML}.spreadsheetml.sheet", Family.OFFICE),
    "pptx": Kind(
        "a PowerPoint presentation", f"{_OPEN_XML}.presentationml.presentation", Family.OFFICE
    ),
    "odt": Kind("an OpenDocument text", "application/vnd.oasis.opendocument.text", Family.OFFICE),
    "txt": Kind("plain text", "text/plain", Family.TEXT),
    "csv": Kind("a CSV table", "text/csv", Family.TEXT),
    "png": Kind("a PNG picture", "image/png", Family.SIGNATURE),
    "jpg": _JPEG,
    "jpeg": _JPEG,
}

CONTENT_TYPES = frozenset(kind.content_type for kind in KINDS.values())

#: For the browser's file chooser.
ACCEPT = ",".join(f".{extension}" for extension in KINDS)

WANTED = (
    "Save it as PDF, Word (.docx), Excel (.xlsx), PowerPoint (.pptx), OpenDocument text (.odt), "
    "plain text (.txt), CSV, PNG or JPEG."
)

#: Extensions whose very point is that they can carry macros.
WITH_MACROS = {"docm": "docx", "dotm": "docx", "xlsm": "xlsx", "xltm": "xlsx", "xlsb": "xlsx",
               "xlam": "xlsx", "pptm": "pptx", "potm": "pptx", "ppsm": "pptx"}  # fmt: skip
