"""Look-backs, sealed answers and dates that follow one another, in one small process."""

from typing import Any

from tests.unit.engine.samples import codes, day, fact, refusals, sample, stand
from uplift.engine.diagram import process_outline
from uplift.engine.process import Fact, State, may_record

BEGAN = fact("told", "2014-03-03", began="2014-03-01")
AWAY = [{"from": "2013-10-01", "to": "2013-10-31"}]


def told(**values: Any) -> set[tuple[str | None, str]]:
    """What stands against telling of a placement with these values."""
    wanted = fact("told", "2014-03-03", **values)
    refused = refusals([], wanted, "2014-03-03", ["business_manager"], process="placement")
    return {(one.field, one.sentence) for one in refused}


def visit(spells: Any) -> State:
    """Where the visit stands once the history is known."""
    facts = [BEGAN, fact("history", "2014-03-04", spells=spells)]
    return stand(facts, "2014-03-05", "placement").step("visit").state


def test_period_in_the_months_before():
    assert visit(AWAY) is State.OPEN
    assert visit([{"from": "2012-01-01", "to": "2013-08-31"}]) is State.NOT_NEEDED
    assert visit("none") is State.NOT_NEEDED
    assert visit("not known") is State.WAITING


def test_waits_for_the_dates():
    found = stand([BEGAN], "2014-03-05", "placement").step("visit")
    assert found.waits_for == (
        "a period of “When was the child away?” between 6 months before the placement "
        "and the placement"
    )
    assert f"   - after {found.waits_for}" in process_outline(
        sample(), sample().processes["placement"]
    )


def test_sealed_answer_is_kept_apart():
    assert told(began="2014-03-01") == set()
    assert told(began="2014-03-01", name="A child") == {
        ("name", "This answer is kept sealed, apart from the record.")
    }


def test_dates():
    assert told(began="2014-03-04") == {("began", "The date can't be in the future.")}
    assert told(began="2014-03-01", ended="2014-02-28") == {
        ("ended", "This date can't be before the other date given.")
    }
    assert told(began="2014-03-01", ended="2014-03-01") == set()


def test_criteria_with_dates_advise():
    wanted = Fact("look_back", day("2014-03-05"), outcome="no")
    answers = {"incident": "2014-03-01", "spells": AWAY}

    def decide(**values: Any) -> set[str]:
        fact = Fact("look_back", wanted.on, outcome="no", values={**answers, **values})
        refused = may_record(
            sample(), "placement", [BEGAN], fact, roles=["criteria_panel"], today=wanted.on
        )
        return codes(refused)

    assert decide() == {"reasons_missing"}
    assert decide(spells="none") == set()
    assert decide(reasons="Only a day.") == set()


def test_outcome_advised_against():
    wanted = fact("look_back", "2014-03-05", "yes", incident="2014-03-01", spells="none")
    refused = refusals([BEGAN], wanted, "2014-03-05", ["criteria_panel"], process="placement")
    assert [one.sentence for one in refused] == [
        "Give the reasons: the answers speak against “Looked after”."
    ]
