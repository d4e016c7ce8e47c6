"""Due dates of steps, and the sentences that explain them."""

import pytest

from tests.unit.engine.samples import (
    ASKED,
    LEAD,
    NOTIFIED,
    PANEL,
    REFERRED,
    UNDER_REVIEW,
    day,
    fact,
    stand,
    step,
)
from uplift.engine.process import State

KNOWN = [
    fact("letter", "2014-03-03"),
    fact("screen", "2014-03-03", "go"),
    fact("survey", "2014-03-04", known="yes"),
    fact("gate", "2014-03-05", "go"),
    fact("propose", "2014-03-10", agencies=["A"], actions=["1", "2"]),
]
DECISION = fact("publication_decision", "2014-06-09", "full", planned="2014-07-01")
FINISHED = [
    *UNDER_REVIEW,
    fact("returns", "2014-04-01", item="Police"),
    fact("returns", "2014-04-02", item="Health"),
    fact("report", "2014-06-02"),
    DECISION,
]


def test_due_before_a_planned_day():
    send = step(FINISHED, "2014-06-10", "send")
    assert send.due == day("2014-06-24")
    assert send.explanation == "1 week before planned publication on 1 July 2014"
    assert send.days == 14


def test_due_the_same_day():
    screen = step([fact("letter", "2014-03-03")], "2014-03-04", "screen", "adults")
    assert screen.due == day("2014-03-03")
    assert screen.explanation == "the same day as the opening of the case on 3 March 2014"
    assert screen.late
    assert screen.days == -1
    assert not screen.reason_needed


def test_case_opened_on_a_day_of_its_own():
    found = stand([fact("letter", "2014-03-03")], "2014-03-04", "adults", opened="2014-03-04")
    assert found.step("screen").due == day("2014-03-04")


def test_earliest_of_several():
    settled = step(KNOWN, "2014-03-11", "settled", "adults")
    assert settled.due == day("2014-03-14")
    assert settled.explanation == (
        "the earliest of: 2 weeks from “Each agency answers each action”; "
        "5 working days from “Actions proposed”, counted as day 1, on 10 March 2014"
    )


def test_done_step_keeps_the_days_it_had_to_spare():
    panel = step([*ASKED, fact("panel", "2014-02-17", "scr")], "2014-06-01", "panel")
    assert panel.days == 4
    assert not panel.late


def test_nothing_is_due_of_a_step_not_needed():
    facts = [*ASKED, fact("panel", "2014-02-17", "none"), fact("chair", "2014-02-18", "none")]
    report = step(facts, "2016-01-01", "report")
    assert report.state is State.NOT_NEEDED
    assert report.due is None
    assert report.explanation == ""
    assert not report.late


def test_waiting_step_can_be_late_and_says_what_it_waits_for():
    chair = step([NOTIFIED, REFERRED], "2014-03-10", "chair")
    assert chair.state is State.WAITING
    assert chair.late
    assert chair.waits_for == "“Panel recommends”"


def test_running_pause_is_said():
    facts = [*UNDER_REVIEW, fact("pause", "2014-04-10", reason="Trial")]
    found = stand(facts, "2014-04-20")
    assert found.paused_since == day("2014-04-10")
    assert found.step("report").due == day("2014-09-07")
    assert found.step("report").explanation == (
        "6 months from the chair's decision on 28 February 2014, "
        "with 10 days of pause added, paused since 10 April 2014"
    )


def test_clock_has_a_start_for_the_bar_on_the_page():
    assert step([NOTIFIED], "2014-02-03", "panel").clock_from == day("2014-01-31")


def test_reason_given_with_the_record_or_afterwards():
    late = fact("panel", "2014-02-25", "scr", late_reason="Half-term")
    assert step([*ASKED, late], "2014-02-26", "panel").reason_given
    told = fact("late_reason", "2014-02-26", step="panel", reason="Half-term")
    assert step([*ASKED, PANEL, told], "2014-02-26", "panel").reason_given
    other = fact("late_reason", "2014-02-26", step="chair", reason="Illness")
    assert not step([*ASKED, PANEL, other], "2014-02-26", "panel").reason_given


def test_reason_is_asked_of_a_step_that_is_late_and_not_done():
    panel = step([NOTIFIED, REFERRED], "2014-02-24", "panel")
    assert panel.reason_needed
    assert panel.reason_to == "board_chair"


class TestTurns:
    """A step that is asked for once a month."""

    def test_first_turn(self):
        progress = step(UNDER_REVIEW, "2014-03-20", "progress")
        assert progress.state is State.OPEN
        assert progress.due == day("2014-04-10")
        assert progress.explanation == "every 1 month, this time from 10 March 2014"

    def test_between_turns(self):
        facts = [*UNDER_REVIEW, fact("progress", "2014-04-01")]
        progress = step(facts, "2014-04-05", "progress")
        assert progress.state is State.WAITING
        assert progress.waits_for == "the next turn, from 10 April 2014"
        assert progress.due == day("2014-05-10")

    def test_next_turn(self):
        facts = [*UNDER_REVIEW, fact("progress", "2014-04-01")]
        assert step(facts, "2014-04-10", "progress").state is State.OPEN
        assert step(facts, "2014-05-11", "progress").late

    def test_missed_turns_are_not_made_up(self):
        facts = [*UNDER_REVIEW, fact("progress", "2014-06-15")]
        assert step(facts, "2014-06-16", "progress").due == day("2014-08-10")

    def test_over_when_the_report_is_finished(self):
        facts = [*FINISHED, fact("progress", "2014-04-01")]
        assert step(facts, "2014-06-10", "progress").state is State.DONE
        assert step(FINISHED, "2014-06-10", "progress").state is State.NOT_NEEDED
        assert step(FINISHED, "2014-06-10", "progress").due is None

    def test_waits_until_there_is_a_lead(self):
        progress = step([*ASKED, PANEL], "2014-02-26", "progress")
        assert progress.state is State.WAITING
        assert progress.due is None


class TestAsOftenAsNeeded:
    """A step that may be recorded any number of times."""

    def test_stays_open_after_the_first(self):
        facts = [*UNDER_REVIEW, fact("points", "2014-03-15"), fact("points", "2014-03-25")]
        points = step(facts, "2014-04-01", "points")
        assert points.state is State.OPEN
        assert points.done_on == day("2014-03-15")

    def test_over_when_the_report_is_finished(self):
        assert step(FINISHED, "2014-06-10", "points").state is State.NOT_NEEDED
        facts = [*FINISHED, fact("points", "2014-03-15")]
        assert step(facts, "2014-06-10", "points").state is State.DONE


class TestEach:
    """A step done once for each agency named."""

    def test_items(self):
        facts = [*UNDER_REVIEW, fact("returns", "2014-04-01", item="Police")]
        items = step(facts, "2014-04-02", "returns").items
        assert [(one.item, one.state, one.done_on) for one in items] == [
            ("Police", State.DONE, day("2014-04-01")),
            ("Health", State.OPEN, None),
        ]

    def test_done_on_the_last_day(self):
        assert step(FINISHED, "2014-06-10", "returns").done_on == day("2014-04-02")

    def test_item_added_later_reopens_it(self):
        facts = [*FINISHED, fact("scoping", "2014-06-11", agencies=["Schools"])]
        returns = step(facts, "2014-06-12", "returns")
        assert returns.state is State.OPEN
        assert returns.waits_for == "Schools"

    def test_nobody_named(self):
        facts = [*ASKED, PANEL, fact("chair", "2014-02-28", "scr"), LEAD]
        returns = step(
            [*facts, fact("scoping", "2014-03-20", agencies=[])], "2014-03-21", "returns"
        )
        assert returns.state is State.NOT_NEEDED

    def test_record_for_an_agency_no_longer_named_counts_for_nothing(self):
        facts = [*UNDER_REVIEW, fact("returns", "2014-04-01", item="Probation")]
        assert step(facts, "2014-04-02", "returns").waits_for == "Police and Health"

    def test_each_pair(self):
        answers = step(KNOWN, "2014-03-11", "answers", "adults")
        assert [one.item for one in answers.items] == ["A / 1", "A / 2"]


def test_one_start_of_two_is_enough():
    found = stand([fact("letter", "2014-03-03")], "2014-03-03", "adults")
    assert found.step("referral").state is State.NOT_NEEDED
    assert found.step("letter").state is State.DONE
    assert found.events["opened"] == day("2014-03-03")


def test_events_of_a_case():
    events = stand(FINISHED, "2014-06-10").events
    assert events["publication_decision.planned"] == day("2014-07-01")
    assert events["chair"] == day("2014-02-28")
    assert "publish" not in events


def test_no_facts_yet():
    found = stand([], "2014-01-31")
    assert [one.step.id for one in found.open] == ["notified"]
    assert not found.ended
    assert found.events == {}


def test_step_that_is_not_there():
    found = stand([], "2014-01-31")
    assert found.step("notified").optional is False
    with pytest.raises(KeyError):
        found.step("nothing")


def test_what_the_board_may_still_do_holds_nothing_back():
    facts = [*FINISHED, fact("send", "2014-06-20"), fact("publish", "2014-07-01")]
    facts += [fact("terms", "2014-02-26"), fact("tell_decision", "2014-03-01")]
    found = stand(facts, "2014-07-02")
    assert found.step("remove").state is State.WAITING
    assert found.step("remove").waits_for == "12 months to pass from publication, until 1 July 2015"
    assert found.ended
