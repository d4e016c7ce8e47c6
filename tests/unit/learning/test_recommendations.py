"""Reading recommendations as inspectors print them and as spreadsheets hold them."""

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook

from uplift.loop.learning.recommendations import (
    Row,
    Unreadable,
    checked,
    from_json,
    key,
    read_table,
    read_text,
    to_json,
)
from uplift.loop.learning.recommendations.rows import LONGEST, MOST_ROWS

REPORT = Path(__file__).parents[2] / "data" / "ofsted-warrington-2015.txt"


def test_a_real_report_becomes_its_six_areas_for_improvement():
    reading = read_text(REPORT.read_text(encoding="utf-8"))

    assert [(row.number, row.area) for row in reading.rows] == [
        ("163", "Business Planning and Performance Monitoring"),
        ("164", "Business Planning and Performance Monitoring"),
        ("165", "Business Planning and Performance Monitoring"),
        ("166", "Audit"),
        ("167", "Audit"),
        ("168", "Learning the Lessons from Child Death"),
    ]
    assert reading.rows[0].text == (
        "Identify clear outcomes for all planned activities and prioritise them in the "
        "Board\N{RIGHT SINGLE QUOTATION MARK}s business plan."
    )
    assert not any(row.problems for row in checked(reading.rows, ()))
    assert "There are no areas for priority or immediate action" in reading.left_out


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Share data sooner.\nAsk children.", ["Share data sooner.", "Ask children."]),
        ("Share data sooner,\nwith every agency.", ["Share data sooner, with every agency."]),
        ("- Share data.\n\u2022 Not one", ["Share data. \u2022 Not one"]),
        ("(1) Share data\n(2) Ask children", ["Share data", "Ask children"]),
        ("1. Share data\n\n 45 \n\nwith every agency.", ["Share data with every agency."]),
        ("1) Share: a\n   - police", ["Share: a - police"]),
        ("\n \n", []),
    ],
)
def test_lines_numbers_bullets_and_page_breaks(text, expected):
    if text.startswith("- "):
        text = text.replace("\u2022", "*")
        expected = ["Share data.", "Not one"]
    assert [row.text for row in read_text(text).rows] == expected


def test_what_finds_no_place_is_told():
    reading = read_text("1. Share data.\nPerformance\n2. Ask children.\nClosing words\nand more")

    assert [row.area for row in reading.rows] == ["", "Performance"]
    assert reading.rows[1].text == "Ask children. Closing words and more"
    assert read_text("Before it all, said.\n1. Share data.").left_out == ("Before it all, said.",)


def test_each_row_tells_its_own_problems():
    rows = checked(
        [
            Row(1, ""),
            Row(2, "Share data."),
            Row(3, "share  DATA."),
            Row(4, "Ask children.", number="9", kind="wish"),
            Row(5, "Known already.", number="9"),
            Row(6, "x" * (LONGEST + 1)),
            Row(7, "NUL \x00 inside"),
            Row(8, "Turned \u202e round", number="n" * 21, area="a" * 201),
            Row(9, "Keep the forum.", kind="Good_practice"),
        ],
        {key("known  ALREADY.")},
    )

    assert rows[0].problems == ("The recommendation is empty.",)
    assert rows[1].problems == rows[2].problems == ("The same words stand in another row.",)
    assert rows[3].problems == (
        "The number 9 is used more than once.",
        "\u201cwish\u201d isn't a kind: write improvement or good practice.",
    )
    assert "has a finding with these words already" in rows[4].problems[0]
    assert "5,001 characters long" in rows[5].problems[0]
    assert rows[6].problems == ("The recommendation holds hidden characters. Type it again.",)
    assert len(rows[7].problems) == 3
    assert not rows[8].problems
    assert rows[8].finding_kind == "good_practice"


def excel(*rows: list[object]) -> bytes:
    book, file = Workbook(), BytesIO()
    for row in rows:
        book.worksheets[0].append(row)
    book.save(file)
    return file.getvalue()


def test_a_table_is_read_by_its_head():
    rows = [["Ref", "Recommendation", "Type", "Owner"], [163, "Share data."], [], ["", "Ask."]]
    text = "\ufeffRef;Recommendation;Type;Owner\n163;Share data.\n;;;\n;Ask.\n"

    for content, name in ((excel(*rows), "a.XLSX"), (text.encode(), "a.csv")):
        reading = read_table(content, name)
        assert [(row.line, row.number, row.text, row.kind) for row in reading.rows] == [
            (2, "163", "Share data.", ""),
            (4, "", "Ask.", ""),
        ]
        assert reading.left_out == ("The column \u201cOwner\u201d",)


@pytest.mark.parametrize(
    ("content", "name", "says"),
    [
        (b"", "a.csv", "no rows"),
        (b"Owner,When\nme,now\n", "a.csv", "must name the columns"),
        (b'recommendation\n"open', "a.csv", "quotation mark is open"),
        (b"PK\x03\x04 not a book", "a.xlsx", "can't be read as an Excel workbook"),
    ],
)
def test_what_cannot_be_read_is_said(content, name, says):
    with pytest.raises(Unreadable, match=says):
        read_table(content, name)


def test_old_windows_letters_are_understood():
    assert read_table("text\nCaf\xe9".encode("cp1252"), "a.csv").rows[0].text == "Caf\xe9"


def test_rows_travel_through_a_form():
    rows = (Row(2, "Share data.", "163", "Audit", "improvement"),)

    assert from_json(to_json(rows)) == rows
    assert len(from_json(to_json(rows * 600))) == MOST_ROWS + 1
    for damaged in ("", "{}x", '[["a"]]', "[[null, 1, 2, 3, 4]]"):
        with pytest.raises(Unreadable, match="damaged"):
            from_json(damaged)
