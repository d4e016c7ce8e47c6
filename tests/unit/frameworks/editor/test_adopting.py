"""A framework is tried with invented dates, then adopted from a day on."""

import datetime as dt

import pytest
from django.utils import timezone

from tests.unit.frameworks.editor.conftest import Editor, text_of
from uplift.engine import drafting
from uplift.ground.access import operations as access
from uplift.ground.boards.models import Seat
from uplift.ground.frameworks.editor import adopting
from uplift.ground.frameworks.models import Adoption, Edition, Workbook
from uplift.ground.frameworks.operations import AdoptionRefused
from uplift.ground.frameworks.queries import edition_on
from uplift.ground.history.models import Entry
from uplift.loop.cases.models import Fact


def on(name, day, month, year=2026):
    return {f"{name}_day": day, f"{name}_month": month, f"{name}_year": year}


def play(editor, **typed):
    """Show where it stands."""
    address = editor.url("try", process="review")
    editor.client.post(address, {**on("today", 28, 3), **typed})
    return text_of(editor.client.get(address))


def test_invented_days_show_where_every_step_would_stand(editor):
    said = play(editor, **on("on-notified", 3, 3))
    assert "Where it stands on 28 March 2026" in said
    assert "3 weeks from “Board told” on 3 March 2026" not in said  # it has a name for that day
    assert "3 weeks from the day the board was told on 3 March 2026" in said
    assert "due 24 March 2026 Late" in said
    assert "Waits for “Panel” ending in “Go on”" in said
    said = play(editor, **on("on-notified", 3, 3), **on("on-panel", 20, 3), **{"end-panel": "stop"})
    assert "Not needed" in said
    assert "Nothing is left to do" in said
    assert not Fact.objects.exists()


def test_what_depends_on_answers_and_agencies(editor):
    days = {**on("on-notified", 3, 3), **on("on-panel", 10, 3), **on("on-scope", 12, 3)}
    typed = {**days, "end-panel": "go", "a-scope-who": "Police\nHealth", "a-panel-died": "yes"}
    said = play(editor, **typed, **on("on-returns", 20, 3), **{"for-returns": "Police"})
    assert "Waits for Health" in said
    said = play(editor, **typed, **on("on-returns", 20, 3))
    assert "Nothing is left to do" in said
    assert "done 20 March 2026" in said


def test_what_could_not_have_been_is_said(editor):
    said = play(editor, **on("on-scope", 12, 3), **on("on-notified", 3, 3))
    assert "On 12 March 2026 “Scoping” isn't open: it waits for “Panel” ending in “Go on”." in said
    typed = {**on("on-notified", 3, 3), **on("on-panel", 5, 3), "end-panel": "stop"}
    said = play(editor, **typed, **on("on-scope", 12, 3))
    assert "On 12 March 2026 “Scoping” isn't needed, so it couldn't be recorded." in said
    said = play(editor, **on("on-panel", 5, 3))
    assert "Choose how “Panel” ended." in said
    said = play(editor, **on("on-panel", 55, 3))
    assert "There is a problem" in said


def test_what_was_tried_stays_while_the_framework_changes(editor):
    play(editor, **on("on-notified", 3, 3))
    due = ("processes", "review", "steps", "panel", "due")
    editor.send("limit", *due, query="?limit=0", period="2 weeks")
    assert "due 17 March 2026" in editor.sees("try", process="review")


def test_an_end_that_is_gone_is_chosen_anew(editor):
    typed = {**on("on-notified", 3, 3), **on("on-panel", 20, 3), "end-panel": "stop"}
    play(editor, **typed)
    end = ("processes", "review", "steps", "panel", "outcomes", "stop")
    editor.client.post(editor.url("remove", *end))
    assert "Choose one of the answers offered." in editor.sees("try", process="review")


def test_a_process_that_names_what_is_gone_has_to_be_mended_first(editor):
    editor.client.post(editor.url("remove", "roles", "agency_lead"))
    for page in ("look", "try"):
        assert "Mend this first" in editor.sees(page, process="review")
    assert "Mend this first" in editor.sees("adopt")
    sent = editor.client.post(editor.url("adopt"), on("starts", 1, 1, 2199))
    assert sent.status_code == 200
    assert not Edition.objects.filter(pack_key="ours-2026").exists()


def adopt(editor, days=0, **typed):
    day = editor.world.today + dt.timedelta(days=days)
    starts = on("starts", day.day, day.month, day.year)
    return editor.client.post(editor.url("adopt"), {**starts, **typed})


def test_it_is_adopted_from_a_day_on(editor):
    board, today = editor.world.northmere.board, editor.world.today
    case = editor.world.case()
    sent = adopt(editor, 3)
    assert sent.status_code == 302
    edition = Edition.objects.get(pack_key="ours-2026")
    assert edition.pack.processes["review"].name == "Review"
    assert edition_on(board, today) == editor.world.northmere.edition
    assert edition_on(board, today + dt.timedelta(days=3)) == edition
    case.refresh_from_db()
    assert case.edition == editor.world.northmere.edition
    workbook = Workbook.objects.get()
    assert workbook.edition == edition
    assert "Adopted" in text_of(editor.client.get(sent.url))
    assert editor.client.get(editor.url("adopt")).status_code == 409


def test_not_from_a_day_that_is_past_nor_on_one_taken(editor):
    assert "from a day that is past" in text_of(adopt(editor, -1))
    assert not Adoption.objects.filter(edition__pack_key="ours-2026").exists()
    adopt(editor, 5)
    second = Editor(editor.client, editor.world, editor.workbook.raw | {"name": "Second"})
    assert "already adopts an edition on that day" in text_of(adopt(second, 5))


def test_what_is_not_verified_is_checked_first_and_kept_in_the_history(editor):
    editor.send("one", "roles", "board_chair", to_check="on", says="Is it an independent person?")
    editor.send("one", "clauses", "C-01", to_check="on")
    said = editor.sees("adopt")
    assert "Checked: Chair of the Board" in said
    assert "Is it an independent person?" in said
    assert "Checked: clause C-01" in said
    assert "There is a problem" in text_of(adopt(editor))
    workbook = editor.book.workbook
    with pytest.raises(AdoptionRefused, match="Say what you found about"):
        adopting.adopt(
            workbook=workbook, starts=editor.world.today, part="", checked={},
            by=editor.priya, now=timezone.now(),
        )  # fmt: skip
    adopt(editor, check_0="Yes, by contract.", check_1="Page 1 says so.")
    assert Edition.objects.get(pack_key="ours-2026").pack.roles["board_chair"].verified
    entry = Entry.objects.get(operation="frameworks.draft_adopted")
    assert entry.detail["checked"] == {
        "role:board_chair": "Yes, by contract.", "C-01": "Page 1 says so.",
    }  # fmt: skip


def test_a_framework_of_several_boards_is_adopted_as_one_of_them(editor, raw):
    raw["boards"] = {
        "sab": {"name": "Adults Board", "people": "adults"},
        "lscb": {"name": "Children Board", "people": "children"},
    }
    shared = Editor(editor.client, editor.world, raw)
    assert "As which of its boards?" in shared.sees("adopt")
    adopt(shared, part="sab")
    assert Edition.objects.get(name="Ours: Adults Board").pack.people == "adults"


def test_nobody_is_locked_out(editor):
    editor.send("one", "roles", "business_manager", may=["record"])
    assert "Nobody could manage the board any more" in text_of(adopt(editor))


def test_a_seat_that_is_over_does_not_manage(editor):
    board = editor.world.northmere.board
    raw = drafting.put(editor.book.raw, ("roles", "publisher"), {"name": "P", "may": ["record"]})
    raw = drafting.put(raw, ("roles", "publisher", "may"), ["manage_board"])
    raw = drafting.put(raw, ("roles", "business_manager", "may"), ["record"])
    for seat in Seat.objects.filter(role="publisher", board=board):
        yesterday = editor.world.today - dt.timedelta(days=1)
        access.end_seat(seat=seat, on=yesterday, by=None, now=timezone.now())
    other = Editor(editor.client, editor.world, raw)
    assert "Nobody could manage the board any more" in text_of(adopt(other))
