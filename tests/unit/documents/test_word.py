"""Word documents, read back."""

import io
import zipfile

import docx
import pytest

from uplift.ground.documents import word
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
    return docx.Document(io.BytesIO(written))


def cells(document):
    return [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]


@pytest.mark.parametrize(
    "text",
    [
        "Tom & Jerry < 3 > 2 \"quoted\" 'so'",
        "ŵ ŷ Ŵ Ŷ Llanfairpwllgwyngyll",
        "two\nlines",
        "עברית العربية 😀👨‍👩‍👧",
        "<b>not bold</b>",
        "word " * 10_000,
        "",
    ],
)
def test_text_comes_back_as_it_was(text):
    document = read(word.write(sheet(Answer("What happened?", text))))
    assert cells(document) == [["What happened?", text]]


def test_what_a_document_cannot_hold_is_left_out():
    document = read(word.write(sheet(Answer("A\x00", "b\x0b\ud800\ufffe\u202ec"))))
    assert cells(document) == [["A", "b\nc"]]


def test_headings_part_the_answers():
    document = read(word.write(sheet(Answer("A", "1"), Heading("Decisions"), Answer("B", "2"))))
    assert len(document.tables) == 2
    assert [p.text for p in document.paragraphs if p.style.name == "Heading 2"] == ["Decisions"]


def test_a_grid_repeats_its_head_on_every_page():
    document = read(word.write(sheet(Grid(("When", "Who"), (("3 Nov", "Ann"),)), wide=True)))
    assert cells(document) == [["When", "Who"], ["3 Nov", "Ann"]]
    assert "w:tblHeader" in document.tables[0].rows[0]._tr.xml
    section = document.sections[0]
    assert section.page_width > section.page_height


def test_a_letter_keeps_its_shape():
    letter = (
        "# Told\n\nDear **Chair**,\nwe *write*\n\n- one\n- two\n\n1. first\n\n### Small\n\n"
        "    as typed\n\n<script>alert(1)</script>"
    )
    document = read(word.write(sheet(Passage(letter))))
    said = [(p.style.name, p.text) for p in document.paragraphs][2:]
    assert said == [
        ("Heading 2", "Told"),
        ("Normal", "Dear Chair,\nwe write"),
        ("List Bullet", "one"),
        ("List Bullet", "two"),
        ("List Number", "first"),
        ("Heading 3", "Small"),
        ("Normal", "as typed"),
        ("Normal", "<script>alert(1)</script>"),
    ]
    runs = {run.text: run for p in document.paragraphs for run in p.runs}
    assert runs["Chair"].bold
    assert runs["write"].italic


def test_every_page_says_what_it_is_who_printed_it_and_its_number():
    written = word.write(
        sheet(reference="NM-2026-014", recipient="The Chair", footer="Send to the manager")
    )
    document = read(written)
    section = document.sections[0]
    assert section.header.paragraphs[0].text == "OFFICIAL-SENSITIVE"
    foot = section.footer.paragraphs[0]
    assert foot.text == ("Send to the manager\nPrinted by Priya Shah on 3 November 2026. Page  of ")
    assert [code.text for code in foot._p.iter() if code.tag.endswith("instrText")] == [
        "PAGE",
        "NUMPAGES",
    ]
    opening = [p.text for p in document.paragraphs[:3]]
    assert opening == [
        "Northmere Safeguarding Children Board · NM-2026-014",
        "Recommendation to the Chair",
        "For: The Chair",
    ]


def test_the_sign_off_names_who_in_which_role_and_when():
    signed = SignOff("Chair of the Board", "Ann Lowe", "3 November 2026")
    document = read(word.write(sheet(Answer("A", "1"), sign_off=signed)))
    assert cells(document)[1:] == [
        ["Signed off by", "Ann Lowe"],
        ["Role", "Chair of the Board"],
        ["Date", "3 November 2026"],
    ]


def test_nothing_hidden_travels_along():
    written = word.write(sheet())
    properties = read(written).core_properties
    assert (properties.author, properties.comments, properties.last_modified_by) == ("", "", "")
    assert properties.title == "Recommendation to the Chair"
    assert properties.created.year == 2000
    names = zipfile.ZipFile(io.BytesIO(written)).namelist()
    assert "docProps/app.xml" not in names
    assert "docProps/thumbnail.jpeg" not in names
