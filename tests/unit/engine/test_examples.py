"""The examples by which the meaning of a process was agreed, as they were written."""

from tests.unit.engine.samples import (
    CHAIR,
    LEAD,
    NOTIFIED,
    PANEL,
    REFERRED,
    SCOPING,
    day,
    fact,
    stand,
)
from uplift.engine.process import State

POLICE = fact("returns", "2014-04-01", item="Police")
PAUSED = fact("pause", "2014-04-10", reason="Criminal trial")
RESUMED = fact("resume", "2014-06-10")


def test_panel_late_the_day_after():
    found = stand([NOTIFIED, REFERRED, PANEL], "2014-02-26")
    panel = found.step("panel")
    assert panel.state is State.DONE
    assert panel.late
    assert panel.due == day("2014-02-21")
    assert panel.explanation == "3 weeks from notification on 31 January 2014"
    assert panel.reason_needed
    assert not panel.reason_given
    assert panel.reason_to == "board_chair"
    for name in ("peer_challenge", "chair", "terms", "tell_incident"):
        assert found.step(name).state is State.OPEN
    assert found.step("chair").due == day("2014-02-28")
    assert found.step("lead").state is State.WAITING
    report = found.step("report")
    assert report.state is State.WAITING
    assert report.due is None
    assert report.explanation == "6 months from the chair's decision"


def test_review_paused_for_a_trial():
    facts = [NOTIFIED, REFERRED, PANEL, CHAIR, LEAD, SCOPING, POLICE, PAUSED, RESUMED]
    found = stand(facts, "2014-06-20")
    assert found.step("peer_challenge").state is State.NOT_NEEDED
    returns = found.step("returns")
    assert returns.state is State.OPEN
    assert returns.due == day("2014-04-17")
    assert returns.late
    assert returns.waits_for == "Health"
    report = found.step("report")
    assert report.due == day("2014-10-28")
    assert report.explanation == (
        "6 months from the chair's decision on 28 February 2014, with 61 days of pause added"
    )


def test_no_review():
    told = fact("tell_incident", "2014-02-04")
    panel = fact("panel", "2014-02-20", "none")
    chair = fact("chair", "2014-02-28", "none")
    facts = [NOTIFIED, REFERRED, told, panel, chair]
    found = stand(facts, "2014-03-01")
    for name in ("lead", "scoping", "returns", "report", "publication_decision", "publish"):
        assert found.step(name).state is State.NOT_NEEDED
    assert [one.step.id for one in found.open] == ["tell_decision"]
    assert not found.ended
    assert stand([*facts, fact("tell_decision", "2014-03-02")], "2014-03-02").ended


def test_gate_that_asks_for_more_stays_open():
    asked = [
        fact("referral", "2014-02-17"),
        fact("screen", "2014-02-17", "go"),
        fact("survey", "2014-02-24", known="yes"),
    ]
    before = stand(asked, "2014-03-03", "adults").step("gate")
    more = fact("gate", "2014-03-02", "more")
    after = stand([*asked, more], "2014-03-03", "adults").step("gate")
    assert after.state is State.OPEN
    assert after.outcome == "more"
    assert after.due == before.due == day("2014-03-03")


def test_due_day_itself_is_in_time():
    assert not stand([NOTIFIED], "2014-02-21").step("panel").late
    assert stand([NOTIFIED], "2014-02-22").step("panel").late


def test_date_in_a_form_not_set_yet():
    found = stand([NOTIFIED], "2014-02-01").step("send")
    assert found.due is None
    assert found.explanation == "1 week before planned publication, once that date is set"


def test_today_hides_what_came_later():
    facts = [NOTIFIED, REFERRED, PANEL, CHAIR]
    then = stand(facts, "2014-02-20")
    assert then.step("panel").state is State.OPEN
    assert then.step("chair").state is State.WAITING
