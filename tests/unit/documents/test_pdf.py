"""PDFs, read back."""

import io

import pypdf
import pytest

from uplift.ground.documents import pdf
from uplift.ground.documents.sheet import Answer, Grid, Heading, Passage, Sheet, SignOff


def sheet(*blocks, **more):
    return Sheet(
        **{
            "title": "Recommendation to the Chair",
            "board": "Northmere Safeguarding Children Board",
            "printed": "Printed by Priya Shah on 3 November 2026",
            "blocks": blocks,
        }
        | more
    )


def read(written):
    return pypdf.PdfReader(io.BytesIO(written))


def text(written):
    return "\n".join(page.extract_text() for page in read(written).pages)


def test_every_block_is_there_in_words():
    said = text(
        pdf.write(
            sheet(
                Answer("What happened?", "Tom & Jerry <b>ŵ ŷ</b>"),
                Heading("Decisions"),
                Grid(("When", "Who"), (("3 Nov", "Ann"),)),
                Passage("Dear **Chair**\n\n<script>alert(1)</script>"),
                recipient="The Chair",
                reference="NM-2026-014",
                sign_off=SignOff("Chair of the Board", "Ann Lowe", "3 November 2026"),
                footer="Send to the manager",
            )
        )
    )
    for words in (
        "Tom & Jerry <b>ŵ ŷ</b>",
        "Decisions",
        "When Who",
        "3 Nov Ann",
        "Dear Chair",
        "<script>alert(1)</script>",
        "For: The Chair",
        "Northmere Safeguarding Children Board · NM-2026-014",
        "Signed off by Ann Lowe",
        "OFFICIAL-SENSITIVE",
        "Send to the manager",
        "Printed by Priya Shah on 3 November 2026.",
        "Page 1 of 1",
    ):
        assert words in said


def test_long_text_runs_over_pages_that_say_which_they_are():
    written = pdf.write(sheet(Answer("Account", "word " * 10_000)))
    count = len(read(written).pages)
    assert count > 1
    assert text(written).count("word") == 10_000
    assert f"Page 2 of {count}" in text(written)


def test_a_string_without_spaces_does_not_hold_up_the_server():
    written = pdf.write(sheet(Answer("Account", "x" * 20_000)))
    assert sum(page.extract_text().count("x") for page in read(written).pages) == 20_000


def test_a_wide_sheet_lies_across_the_page():
    box = read(pdf.write(sheet(wide=True))).pages[0].mediabox
    assert box.width > box.height


def test_nothing_is_fetched_for_a_document():
    written = pdf.write(sheet(Passage("![x](file:///etc/hostname)")))
    assert len(read(written).pages) == 1
    with pytest.raises(ValueError, match="may not fetch"):
        pdf._fetch_nothing("file:///etc/hostname")


def test_nothing_hidden_travels_along():
    assert read(pdf.write(sheet())).metadata == {"/Title": "Recommendation to the Chair"}


def test_a_server_without_pango_says_so(monkeypatch):
    monkeypatch.setattr(pdf, "weasyprint", None)
    with pytest.raises(pdf.CannotPrint) as refused:
        pdf.write(sheet())
    assert "can't write PDFs" in refused.value.sentence


def test_places_with_long_names_are_still_found():
    """Long strings are broken in the text, never in the address of a place on the page."""
    place = f"form-{'a_long_name_' * 5}"
    style = "a::after { content: target-counter(attr(href), page) } h2 { break-before: page }"
    html = f'<a href="#{place}">See page </a><h2 id="{place}">Here</h2>'
    first = read(pdf.write_page(html, style=style)).pages[0]
    assert first.extract_text().split() == ["See", "page", "2"]
