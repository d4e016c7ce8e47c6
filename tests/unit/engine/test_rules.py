"""Kleene's tables, and what is unknown to a silent case."""

from itertools import permutations

import pytest

from uplift.engine.clock import Period
from uplift.engine.rules import Silent, Three, all_of, any_of, negate, three

Y, N, U = Three.YES, Three.NO, Three.UNKNOWN


@pytest.mark.parametrize(
    ("one", "other", "both", "either"),
    [
        (Y, Y, Y, Y),
        (Y, N, N, Y),
        (Y, U, U, Y),
        (N, Y, N, Y),
        (N, N, N, N),
        (N, U, N, U),
        (U, Y, U, Y),
        (U, N, N, U),
        (U, U, U, U),
    ],
)
def test_and_or(one: Three, other: Three, both: Three, either: Three):
    assert all_of([one, other]) is both
    assert any_of([one, other]) is either


@pytest.mark.parametrize(("value", "negated"), [(Y, N), (N, Y), (U, U)])
def test_not(value: Three, negated: Three):
    assert negate(value) is negated


def test_many_parts_in_any_order():
    for parts in permutations([Y, U, N]):
        assert all_of(parts) is N
        assert any_of(parts) is Y


def test_no_parts():
    assert all_of([]) is Y
    assert any_of([]) is N


def test_three():
    assert three(True) is Y
    assert three(False) is N


def test_silent_case_knows_nothing():
    case, week = Silent(), Period.parse("1 week")
    answers = [
        case.done("a"),
        case.outcome("a", ("x",)),
        case.some("a", 1, ()),
        case.answer("a.b", ("yes",)),
        case.criteria("c", "met"),
        case.elapsed("a", week),
        case.during("a.b", ("a", None), "c"),
    ]
    assert set(answers) == {U}
