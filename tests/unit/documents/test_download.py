import datetime as dt

import pytest

from uplift.ground.documents import storage
from uplift.ground.documents.models import File
from uplift.ground.documents.responses import FileMissing, serve

# Closing a response ends the request, and that looks at the connections to the database.
pytestmark = pytest.mark.django_db


@pytest.fixture
def file(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    path = storage.path_of("ab" * 20)
    path.parent.mkdir()
    path.write_bytes(b"%PDF-1.7")
    return File(
        name="Ŵyn's report.pdf",
        content_type="application/pdf",
        size=8,
        stored=path.name,
        at=dt.datetime(2026, 11, 3, tzinfo=dt.UTC),
    )


def test_a_file_is_handed_over_as_a_download(file):
    response = serve(file)
    assert b"".join(response) == b"%PDF-1.7"
    assert response["Content-Disposition"].startswith("attachment; filename*=utf-8''")
    assert response["Content-Type"] == "application/pdf"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Cache-Control"] == "private, no-store"
    response.close()


@pytest.mark.parametrize("content_type", ["text/html", "image/svg+xml", ""])
def test_nothing_is_sent_as_a_type_that_a_browser_would_run(file, content_type):
    file.content_type = content_type
    response = serve(file)
    assert response["Content-Type"] == "application/octet-stream"
    response.close()


def test_lost_content_is_said_in_a_sentence(file):
    storage.path_of(file.stored).unlink()
    with pytest.raises(FileMissing, match="brought back from a backup"):
        serve(file)
