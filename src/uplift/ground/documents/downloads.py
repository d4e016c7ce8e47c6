"""Hands a written document to the browser."""

import re
import unicodedata

from django.http import HttpResponse


def file_name(*parts: str, ending: str) -> str:
    """A name that every system takes, made of the parts: `nm-2026-014-decision-log.pdf`."""
    text = unicodedata.normalize("NFKD", "-".join(parts)).encode("ascii", "ignore").decode()
    plain = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
    return f"{plain[:100].strip('-') or 'document'}.{ending}"


def download(content: bytes, *, name: str, content_type: str) -> HttpResponse:
    """The content as a file to keep, never shown in the page and never cached."""
    return HttpResponse(
        content,
        content_type=content_type,
        headers={
            "Content-Disposition": f'attachment; filename="{name}"',
            "Cache-Control": "no-store",
            "X-Content-Type-Options": "nosniff",
        },
    )
