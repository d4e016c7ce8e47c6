"""Workbooks: read to the letter, refused by cell, run never."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from tests.unit.reviews.conftest import HEAD, TODAY, book, day, row
from uplift.loop.reviews.sheets import Unreadable, read_workbook, reading, template
from uplift.loop.reviews.sheets.merged import merged_in

AGENCIES = {"Northshire Police": "police", "Northshire Health Trust": "health"}


def read(content: bytes, reference="NM-1"):
    return read_workbook(BytesIO(content), reference=reference, agencies=AGENCIES, today=TODAY)


def problems(*rows, head=HEAD):
    return read(book([head, *rows])).problems


def test_every_column_is_read():
    told = row(
        "3 March 2014", "It happened.\nThen more.", time="2pm", people="officer 1", where="home",
        record=1234.0, knowledge="Then", known_to="Northshire Police; northshire health trust",
        comment="Late.",
    )  # fmt: skip
    (found,) = read(book([HEAD, told])).rows
    assert (found.number, str(found.moment)) == (2, "3 March 2014, 2pm")
    assert found.texts == {
        "what": "It happened.\nThen more.", "people": "officer 1", "where": "home",
        "record": "1234", "comment": "Late.",
    }  # fmt: skip
    assert (found.knowledge, found.known_to) == ("then", ("police", "health"))


def test_other_titles_titles_above_and_empty_rows_are_understood():
    rows = [
        ["Chronology of the police"], [], ["Date of event", "Details", "Mood", "Source"],
        [day(2014, 3, 3), "One."], [], [41702, "Two.", "grim", "R1"],
    ]  # fmt: skip
    found = read(book(rows))
    assert [one.texts["what"] for one in found.rows] == ["One.", "Two."]
    assert found.rows[1].texts["record"] == "R1"
    assert found.left_out == ["The column “Mood”"]


def test_another_sheet_than_the_first_is_found():
    content = book([["Notes"]], title="Notes", more=lambda made: made.create_sheet("Chronology"))
    filled = load_workbook(BytesIO(content))
    for values in (["When", "What happened"], ["2014", "One."]):
        filled["Chronology"].append(values)
    file = BytesIO()
    filled.save(file)
    assert len(read(file.getvalue()).rows) == 1


def test_a_date_merged_over_several_rows_counts_for_each():
    rows = [
        HEAD,
        ["2013"],
        ["3 March 2014", "", "One."],
        [None, "", "Two."],
        ["2015", "", "Three."],
    ]
    found = read(book(rows, merge=("A3:A4", "A2:I2")))
    assert [str(one.moment) for one in found.rows] == ["3 March 2014", "3 March 2014", "2015"]
    assert found.left_out == ["Row 2, a heading: “2013”"]
    assert found.problems == []


def test_an_empty_date_that_is_not_merged_is_missing():
    ((cell, sentence),) = problems(["", "", "One."])
    assert cell == "A2"
    assert "The date is missing" in sentence


@pytest.mark.parametrize(
    ("told", "cell", "says"),
    [
        (row("31/02/2014", "One."), "A2", "31 February 2014 isn't a date"),
        (row("2014", ""), "C2", "What happened is missing"),
        (row("3 March 2014", "One.", time="soon"), "B2", "isn't a time"),
        (row("2014", "x" * 20_001), "C2", "20,001 characters long"),
        (row("2014", "One.", record="r" * 101), "F2", "reference: This is 101 characters"),
        (row("2014", "One.", knowledge="maybe"), "G2", "choose Then or Later"),
        (row("2014", "One.", known_to="The Beano"), "H2", "“The Beano” isn't one of the board's"),
        (row("2014", "=1+1"), "C2", "holds a formula"),
        (row('=HYPERLINK("http://x")', "One."), "A2", "holds a formula"),
        (row("2014", "#REF!"), "C2", "an error of Excel, #REF!"),
        (row("2014", "One \u202e two"), "C2", "direction of writing"),
    ],
)
def test_what_is_wrong_is_said_by_cell(told, cell, says):
    found = dict(problems(told))
    assert says in found[cell]
    assert len(found) == 1


def test_nothing_of_a_formula_is_kept_though_excel_has_worked_it_out():
    content = book([HEAD, row("2014", "=1+1")])
    with ZipFile(BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet] = parts[sheet].replace(b"<f>1+1</f><v></v>", b"<f>1+1</f><v>2</v>")
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    assert "holds a formula" in read(file.getvalue()).problems[0][1]


def test_every_mistake_is_named_and_sound_rows_are_still_read():
    found = read(book([HEAD, row("soon", ""), row("2014", "Fine."), row("2014", "")]))
    assert [cell for cell, _ in found.problems] == ["A2", "C2", "C4"]
    assert len(found.rows) == 1


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"not a workbook", "can't be read as an Excel workbook"),
        (book([["a", "b"]]), "No row names the columns"),
        (book([]), "No row names the columns"),
        (book([HEAD]), "holds no entries"),
    ],
)
def test_what_cannot_be_read_at_all(content, says):
    with pytest.raises(Unreadable, match=says):
        read(content)


def test_too_many_entries(monkeypatch):
    monkeypatch.setattr(reading, "MOST_ROWS", 2)
    with pytest.raises(Unreadable, match="more than 2 entries"):
        read(book([HEAD, *[row("2014", "One.")] * 3]))


def test_rows_without_end(monkeypatch):
    monkeypatch.setattr(reading, "DEEPEST", 5)
    with pytest.raises(Unreadable, match="goes on below row 5"):
        read(book([HEAD, *[row("2014", "One.")] * 6]))


def test_a_workbook_of_another_case():
    content = template(reference="NM-2", pseudonym="Child Wren", source="Police", agencies=["P"])
    with pytest.raises(Unreadable, match="made for the case NM-2, not for NM-1"):
        read(content)


def test_our_template_can_be_filled_in_and_read_back():
    content = template(
        reference="NM-1", pseudonym="Child Heron", source="Northshire Police",
        agencies=list(AGENCIES),
        rows=[["3 March 2014", "14:30", "=danger", "who", "where", "R1", "Then",
               "Northshire Police", "comment"]],
    )  # fmt: skip
    found = read(content)
    assert found.problems == []
    assert found.rows[0].texts["what"] == "=danger"
    made = load_workbook(BytesIO(content))
    assert made.sheetnames == ["Chronology", "How to fill it in", "Lists"]
    assert len(made["Chronology"].data_validations.dataValidation) == 2
    text = b"".join(ZipFile(BytesIO(content)).read(n) for n in ZipFile(BytesIO(content)).namelist())
    assert b"Child Heron" in text


def test_merged_cells_that_cannot_be_read_are_none():
    class Sheet:
        _worksheet_path = "xl/nothing.xml"

    assert merged_in(BytesIO(book([HEAD])), Sheet()).down == {}
    assert merged_in(BytesIO(b"x"), Sheet()).across == set()
