"""Criteria: met, not met, can't tell yet, and which answers would settle it."""

from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.engine.samples import day, sample
from uplift.engine.process import verdict
from uplift.engine.rules import Three
from uplift.engine.spec import Criteria

Y, N, U = Three.YES, Three.NO, Three.UNKNOWN
OPEN = "not known"


def scr(**answers: str) -> Any:
    return verdict(sample().criteria["scr"], answers)


@pytest.mark.parametrize(
    ("answers", "result", "settle"),
    [
        ({}, U, {"abuse_or_neglect", "died", "seriously_harmed", "joint_working"}),
        ({"abuse_or_neglect": "no"}, N, {"died", "custody"}),
        ({"abuse_or_neglect": "no", "died": "no"}, N, set()),
        ({"abuse_or_neglect": "yes", "died": "yes"}, Y, set()),
        (
            {"abuse_or_neglect": "yes", "died": "no"},
            U,
            {"seriously_harmed", "joint_working"},
        ),
        (
            {"abuse_or_neglect": "yes", "died": "no", "seriously_harmed": "yes"},
            U,
            {"joint_working"},
        ),
        ({"abuse_or_neglect": "yes", "died": "no", "seriously_harmed": "no"}, N, set()),
        ({"abuse_or_neglect": OPEN, "died": "yes"}, U, {"abuse_or_neglect"}),
        (
            {"abuse_or_neglect": "yes", "died": "no", "joint_working": "no"},
            N,
            set(),
        ),
    ],
)
def test_table(answers: dict[str, str], result: Three, settle: set[str]):
    found = scr(**answers)
    assert found.result is result
    assert set(found.settle) == settle


def test_sentences():
    assert scr(abuse_or_neglect="yes", died="yes").sentence == "The criteria are met."
    assert scr(abuse_or_neglect="no", died="no").sentence == "The criteria are not met."
    assert scr(abuse_or_neglect=OPEN, died="yes").sentence == (
        "Can't tell yet. It still depends on the answer to "
        "“Is abuse or neglect known or suspected?”."
    )
    assert scr(abuse_or_neglect="no", died="yes", custody="yes").sentence == (
        "The criteria are not met, but the framework asks that it be considered."
    )
    assert scr(abuse_or_neglect="no", died="yes").sentence == (
        "The criteria are not met. Whether it is to be considered all the same "
        "still depends on the answer to “Did the child die in custody?”."
    )


def test_considered_although_not_met():
    assert scr(abuse_or_neglect="no", died="yes", custody="yes").consider is Y
    assert scr(abuse_or_neglect="no", died="yes", custody=OPEN).consider is U


def test_question_that_is_not_asked_counts_as_no():
    assert scr(died="no").consider is N
    assert scr(died="no", custody="yes").consider is N


class TestLookBack:
    """A period in the six months before."""

    SPELLS = [{"from": "2013-06-01", "to": "2013-08-31"}]

    def found(self, incident: Any, spells: Any) -> Any:
        answers = {"incident": incident, "spells": spells}
        return verdict(sample().criteria["looked_after"], answers)

    def test_within(self):
        assert self.found("2014-02-28", self.SPELLS).result is Y

    def test_before(self):
        assert self.found("2014-03-02", self.SPELLS).result is N

    def test_after(self):
        assert self.found("2013-05-31", self.SPELLS).result is N

    def test_dates_that_are_dates_already(self):
        assert self.found(day("2014-02-28"), self.SPELLS).result is Y

    def test_still_running(self):
        assert self.found("2014-03-02", [{"from": "2010-01-01", "to": None}]).result is Y

    def test_nothing_known(self):
        found = self.found(OPEN, OPEN)
        assert found.result is U
        assert found.settle == ("incident", "spells")

    def test_no_periods(self):
        assert self.found("2014-03-02", "none").result is N

    def test_answer_that_is_no_date(self):
        assert self.found("soon", self.SPELLS).result is U


NAMES = ["a", "b", "c", "d", "e", "f"]


def rules(names: list[str]) -> st.SearchStrategy[Any]:
    """Rules in which each of these questions stands once."""
    if len(names) == 1:
        return st.sampled_from([names[0], {"not": names[0]}])
    cut = st.integers(1, len(names) - 1)
    word = st.sampled_from(["all", "any"])
    return cut.flatmap(
        lambda at: st.builds(
            lambda join, left, right: {join: [left, right]},
            word,
            rules(names[:at]),
            rules(names[at:]),
        )
    )


@given(rules(NAMES), st.lists(st.sampled_from(["yes", "no", OPEN]), min_size=6, max_size=6))
def test_settling_answers_are_exactly_those_that_matter(rule: Any, given_answers: list[str]):
    criteria = Criteria.model_validate(
        {"name": "Any", "ask": {name: {"question": name} for name in NAMES}, "met": rule}
    )
    answers = dict(zip(NAMES, given_answers, strict=True))
    found = verdict(criteria, answers)
    still_open = [name for name in NAMES if answers[name] == OPEN]
    complete = {
        filled: verdict(criteria, answers | dict(zip(still_open, filled, strict=True))).result
        for filled in product(["yes", "no"], repeat=len(still_open))
    }
    matter = {
        name
        for at, name in enumerate(still_open)
        for filled, result in complete.items()
        if result
        is not complete[(*filled[:at], "yes" if filled[at] == "no" else "no", *filled[at + 1 :])]
    }
    assert set(found.settle) == matter
    assert (found.result is U) == (len(set(complete.values())) > 1)
