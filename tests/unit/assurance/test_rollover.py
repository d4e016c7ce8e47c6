"""A new edition: what was stated is shown and asked for again, and what changed is listed."""

import datetime as dt
from collections.abc import Callable
from io import BytesIO

import openpyxl
from django.test import Client
from django.utils import timezone

from tests.unit.assurance.conftest import (
    PAGE,
    adopt_next,
    attest,
    attestable,
    in_force,
    status_of,
)
from tests.world import World
from uplift.ground.frameworks import operations as frameworks
from uplift.ground.history.models import Reading
from uplift.loop.assurance import queries
from uplift.loop.assurance.models import Attestation, ClauseStatus

Browse = Callable[..., Client]
CHANGED = f"{PAGE}changed/"
TO_ATTEST = f"{PAGE}to-attest/"


def test_a_statement_belongs_to_the_adoption_in_force(counted: World) -> None:
    clause = attestable(counted).clause
    attest(counted, clause)
    assert Attestation.objects.get().adoption == in_force(counted)


def test_what_was_never_stated_is_due_its_time_after_the_adoption(counted: World) -> None:
    status = attestable(counted)
    starts = in_force(counted).starts
    assert (status.state, status.due) == ("to_attest", starts.replace(year=starts.year + 1))


def test_a_new_edition_asks_again_and_shows_what_was_stated(counted: World) -> None:
    clause = attestable(counted).clause
    attest(counted, clause)
    due = status_of(counted, clause).due
    adopt_next(counted)  # counts at once
    status = status_of(counted, clause)
    assert (status.state, status.due) == ("to_attest", due)
    assert status.says.startswith("Last stated under edition 1 by Priya Shah on ")
    assert status.says.endswith(": still so?")
    reach = counted.reach(counted.northmere.people["priya"])
    assert [one.clause for one in queries.reset(reach, in_force(counted))] == [clause]
    attest(counted, clause, on=counted.today - dt.timedelta(days=20))
    assert status_of(counted, clause).state == "honoured"
    assert not queries.reset(reach, in_force(counted)).exists()


def test_an_edition_that_begins_later_changes_nothing_yet(counted: World) -> None:
    clause = attestable(counted).clause
    attest(counted, clause)
    frameworks.adopt(
        board=counted.northmere.board,
        edition=counted.northmere.edition,
        starts=counted.today + dt.timedelta(days=30),
        by=counted.northmere.people["priya"],
        now=timezone.now(),
    )
    assert status_of(counted, clause).state == "honoured"


def test_the_form_begins_with_what_was_stated(browse: Browse, counted: World) -> None:
    status = attestable(counted)
    attest(counted, status.clause, says="We ask every spring.", evidence="Minutes of May.")
    adopt_next(counted)
    holder = next(
        key
        for key, user in counted.northmere.people.items()
        if user == counted.northmere.by_role[status.role]
    )
    page = browse(holder).get(f"{PAGE}{status.clause}/").content.decode()
    assert page.count("We ask every spring.") == 2  # in its history and in the form
    assert "Is it still so?" in page
    assert "under edition 1" in page


def test_what_changed_in_the_edition(browse: Browse, counted: World) -> None:
    pack = counted.northmere.edition.pack
    attest(counted, attestable(counted).clause)
    first, gone, *others = pack.clauses
    other = first.model_copy(update={"says": "Other words."})
    new = gone.model_copy(update={"id": "WAR-NEW-01", "says": "A new clause."})
    assert browse().get(CHANGED).status_code == 404
    adopt_next(counted, pack.model_copy(update={"clauses": (other, new, *others)}))
    page = browse().get(CHANGED).content.decode()
    for words in ("Other words.", "A new clause.", gone.says.split("'")[0][:20], "WAR-NEW-01"):
        assert words in page
    assert "6 agencies have still to accept it" in page
    assert "open cases stay" in page
    for name in ("tom", "sam"):  # how many cases there are is for those who see them all
        assert "open cases stay" not in browse(name).get(CHANGED).content.decode()


def test_an_edition_with_the_same_clauses(browse: Browse, counted: World) -> None:
    adopt_next(counted)
    page = browse().get(CHANGED).content.decode()
    assert "No clause changed" in page
    assert "What changed in this edition" in browse().get(PAGE).content.decode()


def test_everything_to_state_by_role_and_day(browse: Browse, counted: World) -> None:
    rows = list(queries.to_attest(counted.reach(counted.northmere.people["tom"])))
    assert [(one.role, one.due) for one in rows] == sorted((one.role, one.due) for one in rows)
    page = browse("ann").get(TO_ATTEST).content.decode()
    own = sum(1 for one in rows if one.role == "board_chair")
    assert page.count(">State it<span") == own > 0
    assert rows[0].wording.rpartition("'")[2] in page
    assert ">State it<span" not in browse("sam").get(TO_ATTEST).content.decode()


def test_it_filters_and_says_whose_seat_is_empty(browse: Browse, counted: World) -> None:
    ClauseStatus.objects.filter(role="board_chair").update(role="section_11_panel")
    page = browse().get(TO_ATTEST, {"role": "section_11_panel"}).content.decode()
    assert "No one holds this seat" in page
    ClauseStatus.objects.filter(role="section_11_panel").update(due=counted.today)
    for late, words in (("late", "No statement is like that"), ("later", "State it")):
        query = {"role": "section_11_panel", "late": late}
        assert words in browse().get(TO_ATTEST, query).content.decode()
    ClauseStatus.objects.all().delete()
    assert "Everything is stated" in browse().get(TO_ATTEST).content.decode()


def test_it_goes_away_as_a_file_and_that_is_recorded(browse: Browse, counted: World) -> None:
    answer = browse().get(f"{TO_ATTEST}export.xlsx")
    rows = list(openpyxl.load_workbook(BytesIO(answer.content)).active.values)
    assert rows[0] == ("Role", "Clause", "What it says", "What was stated", "Due")
    assert "Chair of the Board" in {row[0] for row in rows}
    assert Reading.objects.filter(kind=Reading.Kind.EXPORT).count() == 1
    assert browse().get(f"{TO_ATTEST}export.doc").status_code == 404


def test_the_framework_page_tells_of_the_edition(browse: Browse, counted: World) -> None:
    page = browse().get(PAGE).content.decode()
    for words in ("Edition 1", "0 of 6 agencies", "What is to be checked", "Prepare the next"):
        assert words in page
    assert "What changed" not in page
    assert "Prepare the next" not in browse("tom").get(PAGE).content.decode()


def test_the_clauses_go_away_as_a_file(browse: Browse, counted: World) -> None:
    answer = browse().get(f"{PAGE}export.csv?state=to_attest")
    lines = answer.content.decode("utf-8-sig").splitlines()
    assert lines[0] == "Clause,Where,What it says,Honoured by,Status,Why,Due"
    assert (
        len(lines)
        == 1 + ClauseStatus.objects.filter(board=counted.northmere.board, state="to_attest").count()
    )


def test_a_board_without_a_framework(browse: Browse, counted: World) -> None:
    ClauseStatus.objects.all().delete()
    counted.northmere.board.adoptions.all().delete()
    assert "adopted a framework yet" in browse().get(PAGE).content.decode()
    for page in ("accepted/", "to-attest/", "to-check/", "changed/", "WAR-0-01/"):
        assert browse().get(f"{PAGE}{page}").status_code == 404
