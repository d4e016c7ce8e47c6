"""Handing a file to someone: always as a download, never to be shown within our pages."""

from django.http import FileResponse

from uplift.ground.documents import kinds, storage
from uplift.ground.documents.models import File
from uplift.ground.ui.refusal import Refusal


class FileMissing(Refusal):
    """The file is on record, but its content isn't in the store."""


def serve(file: File) -> FileResponse:
    """The file as an attachment. The room that links to it has asked whether this person may have
    it, and records the reading."""
    try:
        content = storage.opened(file.stored)
    except FileNotFoundError as error:
        raise FileMissing(
            "The file is on record, but its content is missing. Tell whoever runs Uplift: "
            "it can be brought back from a backup."
        ) from error
    known = file.content_type in kinds.CONTENT_TYPES
    response = FileResponse(
        content,
        as_attachment=True,
        filename=file.name,
        content_type=file.content_type if known else "application/octet-stream",
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
