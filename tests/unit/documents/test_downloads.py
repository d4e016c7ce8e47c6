"""Documents on their way to the browser."""

import pytest

from uplift.ground.documents.downloads import download, file_name


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        (("NM-2026-014", "Decision log"), "nm-2026-014-decision-log.pdf"),
        (("../../etc", 'a"b\r\nc'), "etc-a-b-c.pdf"),
        (("Ŵyn", "😀"), "wyn.pdf"),
        (("😀",), "document.pdf"),
        (("x" * 300,), f"{'x' * 100}.pdf"),
    ],
)
def test_names_are_plain(parts, name):
    assert file_name(*parts, ending="pdf") == name


def test_a_download_is_kept_and_never_cached():
    response = download(b"x", name="a.pdf", content_type="application/pdf")
    assert response.content == b"x"
    assert response["Content-Disposition"] == 'attachment; filename="a.pdf"'
    assert response["Cache-Control"] == "no-store"
