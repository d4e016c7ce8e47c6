"""The list of cases, and the tabs of a case."""

import csv
import datetime as dt
import io

import docx
import openpyxl
import pypdf
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.support.casepages import at, browser, person, words
from uplift.ground.history.models import Reading
from uplift.loop.cases import operations
from uplift.loop.cases.models import Case
from uplift.loop.cases.operations.tasks import rebuild_tasks

MOST_QUERIES = 20


@pytest.fixture
def priya(world):
    return browser(person(world, "priya"))


def readings(about):
    return Reading.objects.filter(about__contains=about).count()


def test_an_empty_list_says_what_belongs_there(priya):
    assert "No cases yet" in words(priya.get(at("list")))


def test_the_list_shows_each_case_and_what_is_next(priya, world):
    late, done = world.case("Child Wren"), world.case("Child Finch")
    said = words(priya.get(at("list")))
    for case in (late, done):
        assert f"{case.pseudonym} {case.reference} Serious Case Review" in said
    assert "Criteria panel recommends" in said
    assert "days late" in said
    assert "Closed" in said


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("status=late", {"Child Wren"}),
        ("status=closed", {"Child Finch"}),
        ("status=open&kind=scr", {"Child Wren", "Child Heron"}),
        ("kind=case_review", set()),
        ("q=heron", {"Child Heron"}),
        ("q=003", {"Child Finch"}),
        ("q=<b>%3A*", set()),
        ("q=%00", {"Child Wren", "Child Heron", "Child Finch"}),
        ("status=nonsense", {"Child Wren", "Child Heron", "Child Finch"}),
    ],
)
def test_the_list_is_narrowed(priya, world, query, shown):
    names = ("Child Wren", "Child Heron", "Child Finch")
    for name in names:
        world.case(name)
    said = words(priya.get(f"{at('list')}?{query}"))
    assert {name for name in names if f"{name} NM-" in said} == shown
    if not shown:
        assert "No case fits the filter" in said


def test_a_search_in_the_list_is_recorded(priya, world):
    priya.get(at("list") + "?q=heron")
    reading = Reading.objects.get()
    assert (reading.kind, reading.about) == ("search", "cases: heron")


def test_the_list_is_sorted(priya, world):
    for name in ("Child Wren", "Child Heron"):
        world.case(name)
    for sort, first in (
        ("pseudonym", "Heron"),
        ("-pseudonym", "Wren"),
        ("due", "Wren"),
        ("x", "Heron"),
    ):
        said = words(priya.get(f"{at('list')}?sort={sort}"))
        other = {"Heron": "Wren", "Wren": "Heron"}[first]
        assert said.index(f"Child {first}") < said.index(f"Child {other}"), sort


def test_the_list_pages_and_asks_the_database_as_often_for_many_as_for_few(priya, world):
    case = world.case()
    counts = []
    for copies in (9, 30):
        for number in range(copies):
            case.pk, case.reference = None, f"NM-2020-{copies}{number:02}"
            case.save(force_insert=True)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            said = words(priya.get(at("list")))
        counts.append(len(asked))
    assert "1 to 25 of 40 cases" in said
    assert "1 to 15" not in words(priya.get(at("list") + "?page=2"))
    assert max(counts) <= MOST_QUERIES
    assert counts[0] == counts[1]


def test_the_list_is_taken_away_as_excel_and_csv(priya, world):
    case = world.case()
    sheet = openpyxl.load_workbook(io.BytesIO(priya.get(at("export", kind="xlsx")).content)).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[1][:3] == [case.reference, "Child Heron", "Serious Case Review"]
    opened = dt.datetime.combine(case.opened_on, dt.time())
    assert rows[1][3] == opened
    text = priya.get(at("export", kind="csv")).content.decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(text)))[1][0] == case.reference
    assert priya.get(at("export", kind="exe")).status_code == 404
    assert Reading.objects.filter(kind="export").count() == 2
    assert browser(person(world, "helen")).get(at("export", kind="csv")).status_code == 404


def test_who_has_no_part_sees_an_empty_list(world):
    world.case()
    for key in ("tom", "sam"):
        assert "No cases yet" in words(browser(person(world, key)).get(at("list")))


def test_the_page_begins_with_what_is_next_for_whom(world):
    case = world.case("Child Heron")
    said = words(browser(person(world, "ann")).get(at("page", case)))
    assert "Chair decides Due" in said
    assert "Record the decision" in said
    assert "1 month from notification on" in said
    assert "If it is later, the reason is recorded." in said
    assert "Dr Ann Lowe, Chair of the Board" in said
    other = words(browser(person(world, "helen")).get(at("page", case)))
    assert "Only the Chair of the Board can record this." in other
    assert "Record the decision" not in other


def test_the_steps_stand_by_stage_with_state_and_date(priya, world):
    case = world.case("Child Linnet")
    said = words(priya.get(at("page", case)))
    assert "Is a review needed? Notification received" in said
    assert "Criteria panel recommends: Serious Case Review" in said
    assert "In time" in said
    assert "Waiting for Northshire Health Trust and Northmere Children's Services" in said
    assert "Publication: 7 steps to come" in said
    assert "2 steps not needed in this case" in said
    assert "Stopped at 14 of 21 days" in said


def test_a_paused_case_says_since_when_and_why(priya, world):
    case = world.case("Child Martin")
    said = words(priya.get(at("page", case)))
    assert "Paused since" in said
    assert "A criminal trial of the carer has begun" in said
    assert "End the pause" in said


@pytest.mark.parametrize(
    "pseudonym", ["Child Alder", "Child Linnet", "Child Curlew", "Child Finch"]
)
def test_every_tab_opens_is_recorded_and_asks_little_of_the_database(priya, world, pseudonym):
    case = world.case(pseudonym)
    tabs = ("page", "decisions", "people", "agencies", "files", "papers", "history")
    priya.get(at("page", case))  # the reader's first reading begins their chain
    for tab in tabs:
        with CaptureQueriesContext(connection) as asked:
            assert case.pseudonym in words(priya.get(at(tab, case)))
        assert len(asked) <= MOST_QUERIES, tab
    assert readings(case.reference) == len(tabs) + 1


def test_more_records_ask_no_more_of_the_database(priya, world):
    counts = []
    for pseudonym in ("Child Curlew", "Child Alder"):
        case = world.case(pseudonym)
        priya.get(at("page", case))
        with CaptureQueriesContext(connection) as asked:
            priya.get(at("page", case))
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_the_decision_log_and_its_files(priya, world):
    case = world.case("Child Finch")
    said = words(priya.get(at("decisions", case)))
    assert "Chair decides: Hold no review" in said
    assert "I follow the panel. The criteria aren't met." in said
    assert "Dr Ann Lowe, Chair of the Board, signed" in said
    sheet = openpyxl.load_workbook(
        io.BytesIO(priya.get(at("export_decisions", case, kind="xlsx")).content)
    ).active
    assert [cell.value for cell in sheet[3]][1:3] == ["Chair decides", "Hold no review"]
    pdf = pypdf.PdfReader(io.BytesIO(priya.get(at("export_decisions", case, kind="pdf")).content))
    text = " ".join(" ".join(page.extract_text() for page in pdf.pages).split())
    assert "Decision log: Child Finch" in text
    assert "Printed by Priya Shah" in text
    document = docx.Document(
        io.BytesIO(priya.get(at("export_decisions", case, kind="docx")).content)
    )
    assert document.tables[0].rows[2].cells[1].text == "Chair decides"
    assert priya.get(at("export_decisions", case, kind="exe")).status_code == 404
    assert Reading.objects.filter(kind="export").count() == 3
    helen = browser(person(world, "helen"))
    assert helen.get(at("export_decisions", case, kind="pdf")).status_code == 403


def test_a_case_without_decisions_says_so(priya, world):
    case = world.case("Child Swift")
    assert "No decision yet" in words(priya.get(at("decisions", case)))
    assert "No files yet" in words(priya.get(at("files", case)))


def test_history_shows_changes_and_readings_to_those_who_may(priya, world):
    case = world.case("Child Heron")
    said = words(priya.get(at("history", case)))
    assert "Step recorded: Criteria panel recommends" in said
    assert "Case opened" in said
    operations.open_identity(
        case=case, reason="A court asks", by=person(world, "ann"), now=dt.datetime.now(dt.UTC)
    )
    reads = words(priya.get(at("history", case) + "?show=reads"))
    assert "Opened the identity" in reads
    assert "A court asks" in reads
    helen = browser(person(world, "helen"))
    assert helen.get(at("history", case)).status_code == 404
    assert "History" not in words(helen.get(at("page", case)))


def test_agencies_stand_with_what_they_were_asked(priya, world):
    case = world.case("Child Linnet")
    said = words(priya.get(at("agencies", case)))
    assert "Northshire Health Trust Named in: Notification received" in said
    assert "Written information from each agency" in said
    assert "No agency is named yet" in words(priya.get(at("agencies", open_without(case))))


def open_without(case):
    """The same case without agencies named."""
    copy = Case.objects.get(pk=case.pk)
    copy.pk, copy.reference = None, "NM-2020-001"
    copy.save(force_insert=True)
    fact = case.facts.first()
    fact.pk, fact.case = None, copy
    fact.values = {**fact.values, "agencies": []}
    fact.save(force_insert=True)
    rebuild_tasks(copy, dt.date.today())  # noqa: DTZ011 - the day of this machine
    return copy


@pytest.mark.parametrize("key", ["tom", "sam", "nadia"])
def test_foreign_and_missing_look_the_same(world, key):
    case, client = world.case(), browser(person(world, key))
    for name in ("page", "decisions", "people", "history", "identity", "papers"):
        foreign = client.get(at(name, case))
        missing = client.get(at(name, case).replace(case.reference, "NM-1999-999"))
        assert foreign.status_code == missing.status_code == 404
        assert case.pseudonym not in foreign.content.decode()
