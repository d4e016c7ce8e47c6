"""Excel and CSV, read back."""

import csv
import datetime as dt
import io
from zoneinfo import ZoneInfo

import openpyxl
import pytest

from uplift.ground.documents import tables

COLUMNS = ("Reference", "Opened", "Days", "Late")
DAY = dt.date(2026, 11, 3)
ROWS = [("NM-2026-014", DAY, 17, False), ("NM-2026-015", None, -2, True)]
FORMULAS = ["=1+1", "+44 1925", "-2", "@SUM(A1)", "\t=1", "https://example.org", "{=1}"]


def sheet(written):
    return openpyxl.load_workbook(io.BytesIO(written)).active


def back(written):
    return [[_plain(cell.value) for cell in row] for row in sheet(written).iter_rows()]


def _plain(value):
    return value.isoformat() if isinstance(value, dt.datetime) else value


def read_csv(written):
    return list(csv.reader(io.StringIO(written.decode("utf-8-sig"), newline="")))


def test_excel_keeps_dates_numbers_and_words():
    written = tables.excel(COLUMNS, ROWS, name="Cases", note="Priya & co")
    assert back(written) == [
        list(COLUMNS),
        ["NM-2026-014", "2026-11-03T00:00:00", 17, "No"],
        ["NM-2026-015", None, -2, "Yes"],
    ]
    page = sheet(written)
    assert page.freeze_panes == "A2"
    assert page.auto_filter.ref == "A1:D3"
    assert "Priya && co" in page.oddFooter.left.text


@pytest.mark.parametrize("text", FORMULAS)
def test_excel_never_runs_a_text(text):
    cell = sheet(tables.excel(["A"], [[text]], name="x"))["A2"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


def test_excel_cuts_what_a_cell_cannot_hold_and_says_so():
    [_, [value]] = back(tables.excel(["A"], [["x" * 100_000]], name="x"))
    assert len(value) == tables.LONGEST
    assert value.endswith("(cut here: Excel holds no more in a cell)")


def test_ten_thousand_rows_come_back_unchanged():
    rows = [[f"ŵ{n}", n, "two\nlines & <b>"] for n in range(10_000)]
    assert back(tables.excel(["A", "B", "C"], rows, name="x"))[1:] == rows


def test_a_table_without_rows_is_its_head():
    assert back(tables.excel(["A"], [], name="[]:*?/\\")) == [["A"]]


def test_times_are_london_times():
    moment = dt.datetime(2026, 7, 1, 13, 5, 9, tzinfo=ZoneInfo("UTC"))
    assert back(tables.excel(["A"], [[moment]], name="x"))[1] == ["2026-07-01T14:05:00"]
    assert read_csv(tables.csv(["A"], [[moment]]))[1] == ["2026-07-01 14:05"]


def test_csv_is_plain_and_excel_knows_its_letters():
    written = tables.csv(COLUMNS, ROWS)
    assert written.startswith(b"\xef\xbb\xbf")
    assert read_csv(written) == [
        list(COLUMNS),
        ["NM-2026-014", "2026-11-03", "17", "No"],
        ["NM-2026-015", "", "-2", "Yes"],
    ]


@pytest.mark.parametrize("text", FORMULAS[:5])
def test_csv_puts_an_apostrophe_before_a_formula(text):
    assert read_csv(tables.csv(["A"], [[text]]))[1] == [f"'{text}"]


def test_hidden_characters_stay_out():
    assert back(tables.excel(["A"], [["a\x00\x0bb"]], name="x"))[1] == ["a\nb"]
    assert read_csv(tables.csv(["A"], [["a\x00b"]]))[1] == ["ab"]
