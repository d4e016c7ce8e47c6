"""Bringing an inspection's recommendations in: a dry run, then all of them or none."""

import json
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from uplift.ground.history.models import Entry
from uplift.loop.learning import operations
from uplift.loop.learning.models import Finding
from uplift.loop.learning.operations import ImportRefused
from uplift.loop.learning.recommendations import Row, to_json

REPORT = Path(__file__).parents[2] / "data" / "ofsted-warrington-2015.txt"


@pytest.fixture
def give(client, story, world):
    """Sends the first form, the dry run, as the business manager."""
    inspection = story.inspection()
    client.force_login(story.priya)
    address = reverse("learning:import", args=("northmere", inspection.pk))

    def send(**data):
        return client.post(address, data)

    send.inspection, send.client, send.address = inspection, client, address
    return send


def take(give, rows: str, key: str = "k1"):
    address = reverse("learning:take", args=("northmere", give.inspection.pk))
    return give.client.post(address, {"rows": rows, "submission": key})


def test_the_whole_way_with_a_real_report(give):
    page = give(text=REPORT.read_text(encoding="utf-8")).content.decode()
    assert "Import 6 findings" in page
    assert "lines are left out" in page
    assert not Finding.objects.exists()
    rows = page.split('name="rows" id="id_rows" value="')[1].split('"')[0]

    answer = take(give, rows.replace("&#34;", '"').replace("&amp;", "&").replace("&#39;", "'"))

    assert answer.url == reverse("learning:inspection", args=("northmere", give.inspection.pk))
    assert list(Finding.objects.order_by("number").values_list("number", "paragraph", "area"))[
        ::5
    ] == [
        (1, "163", "Business Planning and Performance Monitoring"),
        (6, "168", "Learning the Lessons from Child Death"),
    ]
    assert Entry.objects.get(operation="learning.imported").detail == {"findings": 6, "first": 1}
    again = give(text=REPORT.read_text(encoding="utf-8")).content.decode()
    assert "6 lines have to be mended" in again
    assert again.count("has a finding with these words already") == 6


def test_a_double_click_imports_once(give):
    rows = to_json([Row(1, "Share data.")])
    assert take(give, rows).url == take(give, rows).url
    assert Finding.objects.count() == 1


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "Paste the recommendations, or choose a file."),
        ("45", "No recommendation was found in it."),
        ("1. a\x00b", "hidden control characters"),
        ("x" * 200_001, "200,000 is the most"),
        ("\n".join(f"{n}. Do {n}" for n in range(501)), "500 recommendations are the most"),
        ("1. Do it\n2. Do it", "The same words stand in another row."),
        ("1. " + "long " * 1_001, "5,000 is the most"),
    ],
)
def test_what_cannot_be_taken_is_said_and_nothing_is_written(give, text, says):
    page = give(text=text).content.decode()
    assert says in page
    assert "Import 1 finding" not in page
    assert not Finding.objects.exists()


def test_a_file_is_read_too(give):
    good = SimpleUploadedFile("list.csv", b"number,recommendation\n7,Share data.\n")
    wrong = SimpleUploadedFile("list.csv", b"number,recommendation,kind\n7,,wish\n")
    other = SimpleUploadedFile("list.txt", b"Share data.")
    headless = SimpleUploadedFile("list.csv", b"a,b\n1,2\n")

    assert "Share data." in give(table=good).content.decode()
    page = give(table=wrong).content.decode()
    assert "The recommendation is empty." in page
    assert "a kind: write improvement or good practice" in page
    assert "ends in .csv or .xlsx" in give(table=other).content.decode()
    assert "must name the columns" in give(table=headless).content.decode()


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ("damaged", "The form was damaged on its way."),
        ("[]", "There is nothing to import."),
        (json.dumps([[4, "", "", "", ""]]), "Line 4: The recommendation is empty."),
        (json.dumps([[1, f"Do {n}", "", "", ""] for n in range(501)]), "500 rows are the most"),
    ],
)
def test_the_second_form_is_not_believed(give, rows, says):
    answer = take(give, rows)
    assert answer.url == give.address
    assert says in give.client.get(give.address).content.decode()
    assert not Finding.objects.exists()


def test_all_or_nothing(story):
    inspection = story.inspection()
    with pytest.raises(ImportRefused, match="Nothing was imported"):
        operations.import_recommendations(
            inspection=inspection, rows=[Row(1, "Do it."), Row(2, "")], **story.by
        )
    assert not Finding.objects.exists()


def test_a_long_one_keeps_its_whole_text(story):
    text = "Strengthen the audit " * 20
    found = operations.import_recommendations(
        inspection=story.inspection(), rows=[Row(1, text, kind="good practice")], **story.by
    )
    assert found[0].title.endswith("the audit …")
    assert len(found[0].title) <= 300
    assert found[0].detail == text.strip()
    assert found[0].kind == "good_practice"
