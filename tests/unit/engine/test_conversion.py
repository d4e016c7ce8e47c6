"""A case turned into another type of review."""

from tests.unit.engine.samples import ASKED, NOTIFIED, PANEL, REFERRED, day, fact, sample, stand
from uplift.engine.process import Fact, State, advice, effective, position

LIGHTER = fact("chair", "2014-02-28", "learning_review", reasons="Proportionate")
BY_HAND = fact("convert", "2014-02-10", to="learning_review", reasons="Lighter")


def test_outcome_that_converts():
    found = stand([*ASKED, PANEL, LIGHTER], "2014-03-03")
    assert found.process_id == "learning_review"
    assert found.step("notified").state is State.DONE
    assert found.step("gathering").state is State.OPEN
    assert found.step("report").due == day("2014-04-30")


def test_before_that_day_it_is_what_it_was():
    assert stand([*ASKED, PANEL, LIGHTER], "2014-02-27").process_id == "scr"


def test_by_hand_and_back():
    assert stand([NOTIFIED, BY_HAND], "2014-02-11").process_id == "learning_review"
    back = fact("convert", "2014-02-20", to="scr", reasons="Graver than it seemed")
    found = stand([NOTIFIED, REFERRED, BY_HAND, back], "2014-02-21")
    assert found.process_id == "scr"
    assert found.step("refer").state is State.DONE


def test_conversion_withdrawn():
    convert = Fact("convert", day("2014-02-10"), values={"to": "learning_review"}, id="c1")
    void = Fact("convert", day("2014-02-11"), corrects="c1", void=True)
    assert effective([convert, void]) == []
    assert position(sample(), "scr", [convert, void], day("2014-02-12")).process_id == "scr"


def test_advice_on_a_decision():
    given = fact("panel", "2014-02-17", abuse_or_neglect="yes", died="yes", custody="no")
    found = advice(sample(), "scr", ASKED, given)
    assert found.outcomes == ("scr",)
    assert found.against == ("none",)
    assert found.verdicts["scr"].sentence == "The criteria are met."
    assert found.followed is None
    chair = advice(sample(), "scr", [*ASKED, PANEL], fact("chair", "2014-02-28", "learning_review"))
    assert chair.outcomes == ()
    assert chair.followed == "scr"
