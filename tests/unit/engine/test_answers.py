"""Typed questions: what is taken, what is refused and in which words, what is shown and kept."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.engine.samples import day
from uplift.engine.answers import (
    AnswerError,
    edit,
    is_blank,
    parse,
    read_day,
    score,
    show,
    validate,
)
from uplift.engine.spec import NOT_KNOWN, Question, Type
from uplift.engine.text import hidden_mark

TODAY = day("2014-03-03")
LEVELS = {
    "met": {"id": "met", "name": "Met", "points": 2, "evidence": True},
    "not_met": {"id": "not_met", "name": "Not met", "points": 0},
}


def question(kind: str, **more: Any) -> Question:
    return Question(id="q", ask="What?", type=Type(kind), **more)


def chosen(kind: str, **more: Any) -> Question:
    return question(kind, choices=LEVELS, **more)


@pytest.mark.parametrize(
    ("asked", "raw", "stored", "shown"),
    [
        (question("text"), "  Northmere\r\nroad ", "Northmere road", "Northmere road"),
        (question("text"), "ŵ ŷ & < > 🙂 e\u0301", "ŵ ŷ & < > 🙂 e\u0301", "ŵ ŷ & < > 🙂 e\u0301"),
        (question("long_text"), "one\r\ntwo", "one\ntwo", "one\ntwo"),
        (question("yes_no"), "Yes", "yes", "Yes"),
        (question("yes_no"), "not known", NOT_KNOWN, "Not known"),
        (chosen("one_of"), "met", "met", "Met"),
        (chosen("one_of"), "Not Met", "not_met", "Not met"),
        (chosen("many_of"), ["not_met", "met"], ["met", "not_met"], "Met and Not met"),
        (chosen("many_of"), "met", ["met"], "Met"),
        (question("date"), "2014-01-31", "2014-01-31", "31 January 2014"),
        (question("date"), "31/1/2014", "2014-01-31", "31 January 2014"),
        (question("date"), "31 Jan 2014", "2014-01-31", "31 January 2014"),
        (
            question("date"),
            {"day": "31", "month": "January", "year": "2014"},
            "2014-01-31",
            "31 January 2014",
        ),
        (question("approximate_date"), "January 2014", "2014-01", "January 2014"),
        (
            question("approximate_date"),
            {"day": "", "month": "", "year": "2014"},
            "2014",
            "2014",
        ),
        (question("approximate_date"), "3.2.2014", "2014-02-03", "3 February 2014"),
        (question("number"), "1,234", 1234, "1,234"),
        (question("number"), "3.50", 3.5, "3.5"),
        (question("number"), "-2", -2, "-2"),
        (question("person"), " Ann  Lowe", "Ann  Lowe", "Ann  Lowe"),
        (
            question("agency", many=True),
            ["Police", "", "Health", "Police"],
            ["Police", "Health"],
            "Police and Health",
        ),
        (question("file", many=True), "f1", ["f1"], "f1"),
        (
            chosen("score"),
            {"score": "met", "evidence": " Audit of May "},
            {"score": "met", "evidence": "Audit of May"},
            "Met: Audit of May",
        ),
        (chosen("score"), "not_met", {"score": "not_met", "evidence": ""}, "Not met"),
        (
            question("periods"),
            [{"from": "1 5 2013", "to": "3 6 2013"}, {"from": "", "to": ""}, {"from": "2 2 2014"}],
            [{"from": "2013-05-01", "to": "2013-06-03"}, {"from": "2014-02-02", "to": None}],
            "1 May 2013 to 3 June 2013; from 2 February 2014",
        ),
        (question("periods"), " None ", "none", "None"),
        (question("text", required=False), "   ", None, ""),
        (question("agency", many=True, required=False), ["", " "], None, ""),
    ],
)
def test_taken(asked: Question, raw: Any, stored: Any, shown: str):
    value = parse(asked, raw, today=TODAY)
    assert value == stored
    assert show(asked, value) == shown
    assert json.loads(json.dumps(value)) == value
    assert parse(asked, edit(asked, value), today=TODAY) == value


@pytest.mark.parametrize(
    ("asked", "raw", "sentence"),
    [
        (question("text"), " ", "Answer “What?”."),
        (question("text"), "x" * 301, "Write 300 characters or fewer; this has 301."),
        (
            question("long_text"),
            "x" * 100_000,
            "Write 20,000 characters or fewer; this has 100,000.",
        ),
        (question("text", longest=5), "123456", "Write 5 characters or fewer; this has 6."),
        (question("text"), "a\x00b", "Take out the hidden control character."),
        (question("long_text"), "a\x1bb", "Take out the hidden control character."),
        (
            question("text"),
            "a\u202eb",
            "Take out the hidden mark that changes the direction of the text.",
        ),
        (question("text"), ["a"], "Write this as text."),
        (question("yes_no"), "perhaps", "Choose yes or no or not known."),
        (question("yes_no", unknown=False), "not known", "Choose yes or no."),
        (chosen("one_of"), "maybe", "Choose one of the answers offered."),
        (chosen("many_of"), ["met", "maybe"], "Choose one of the answers offered."),
        (
            question("date"),
            {"day": "30", "month": "2", "year": "2014"},
            "There is no 30 February 2014: the month has 28 days.",
        ),
        (question("date"), "29 2 2014", "There is no 29 February 2014: the month has 28 days."),
        (
            question("date"),
            {"day": "", "month": "", "year": "2014"},
            "The date must include a day and month.",
        ),
        (
            question("date"),
            {"day": "1", "month": "", "year": "2014"},
            "The date must include a month.",
        ),
        (
            question("date"),
            {"day": "1", "month": "1", "year": ""},
            "The date must include a year.",
        ),
        (question("date"), "1 13 2014", "The month must be from 1 to 12."),
        (question("date"), "1 1 14", "Write the year with four figures, such as 2014."),
        (question("date"), "1 1 1066", "The year must be from 1900 to 2199."),
        (
            question("date"),
            "soon",
            "Write the date as day, month and year, such as 31 1 2014.",
        ),
        (
            question("date"),
            {"day": "٣", "month": "1", "year": "2014"},
            "Write the date as day, month and year, such as 31 1 2014.",
        ),
        (
            question("date"),
            "1 Smarch 2014",
            "Write the date as day, month and year, such as 31 1 2014.",
        ),
        (question("date", must_be="past"), "4 3 2014", "The date can't be in the future."),
        (question("date", must_be="future"), "2 3 2014", "The date can't be in the past."),
        (
            question("approximate_date", must_be="past"),
            "4 2014",
            "The date can't be in the future.",
        ),
        (question("approximate_date", must_be="future"), "2013", "The date can't be in the past."),
        (
            question("approximate_date"),
            {"day": "3", "month": "", "year": "2014"},
            "The date must include a month if it has a day.",
        ),
        (question("approximate_date"), "13 2014", "The month must be from 1 to 12."),
        (question("number"), "twelve", "Write a number, such as 12 or 3.5."),
        (question("number"), "nan", "Write a number, such as 12 or 3.5."),
        (question("number"), "١٢", "Write a number, such as 12 or 3.5."),
        (question("number"), "999999999999999", "Write a number, such as 12 or 3.5."),
        (question("number", at_least=0), "-1", "The number must be 0 or more."),
        (question("number", at_most=18), "19", "The number must be 18 or less."),
        (
            chosen("score"),
            {"score": "met", "evidence": " "},
            "Give the evidence for the score “Met”.",
        ),
        (chosen("score"), {"score": "", "evidence": "x"}, "Choose one of the answers offered."),
        (
            chosen("score"),
            {"score": "met", "evidence": "x" * 20_001},
            "Write the evidence in 20,000 characters or fewer.",
        ),
        (
            chosen("score"),
            {"score": "met", "evidence": "a\u2066b"},
            "Take out the hidden mark that changes the direction of the text.",
        ),
        (
            question("periods"),
            [{"from": "3 6 2013", "to": "1 5 2013"}],
            "A period can't end before it began.",
        ),
        (
            question("periods"),
            [{"from": "", "to": "1 5 2013"}],
            "Each period needs the day on which it began.",
        ),
        (
            question("periods"),
            [{"from": "5 2013", "to": ""}],
            "Write the date as day, month and year, such as 31 1 2014.",
        ),
        (
            question("periods"),
            [{"from": {"day": "1", "month": "1", "year": "2013"}}] * 101,
            "Give a list of periods, 100 at most.",
        ),
        (
            question("agency", many=True),
            [f"A{n}" for n in range(201)],
            "Give a list of 200 at most.",
        ),
    ],
)
def test_refused(asked: Question, raw: Any, sentence: str):
    with pytest.raises(AnswerError) as refused:
        parse(asked, raw, today=TODAY)
    assert refused.value.sentence == sentence


@pytest.mark.parametrize(
    ("asked", "value"),
    [
        (question("text"), 3),
        (question("text"), None),
        (question("yes_no"), True),
        (question("date"), "31 January 2014"),
        (question("date"), 20140131),
        (question("date"), "2300-01-01"),
        (question("approximate_date"), "2014-1"),
        (question("number"), True),
        (question("number"), "3"),
        (question("number"), float("nan")),
        (question("number"), 10**13),
        (chosen("one_of"), ["met"]),
        (chosen("many_of"), "met"),
        (chosen("score"), "met"),
        (chosen("score"), {"score": "met", "evidence": 3}),
        (question("agency", many=True), "Police"),
        (question("agency", many=True), [3]),
        (question("periods"), "2013"),
        (question("periods"), [{"to": "2013-01-01"}]),
    ],
)
def test_stored_value_that_is_no_answer(asked: Question, value: Any):
    with pytest.raises(AnswerError):
        validate(asked, value)


def test_score():
    assert score(chosen("score"), {"score": "met", "evidence": "x"}) == 2
    assert score(chosen("one_of"), "not_met") == 0
    assert score(question("text"), "met") is None
    assert score(chosen("score"), None) is None


def test_not_known_is_shown_and_put_back():
    asked = question("approximate_date")
    assert parse(asked, "Not known") == NOT_KNOWN
    assert show(asked, NOT_KNOWN) == "Not known"
    assert edit(asked, NOT_KNOWN) == NOT_KNOWN
    assert edit(asked, None) is None


def test_choice_that_is_not_offered_any_more_is_shown_as_it_was_kept():
    assert show(chosen("one_of"), "gone") == "gone"
    assert show(chosen("many_of"), ["met", "gone"]) == "Met and gone"
    assert show(chosen("score"), {"score": "gone", "evidence": ""}) == "gone"


def test_many_put_back_one_by_one():
    assert edit(question("person", many=True), ["Ann", "Bo"]) == ["Ann", "Bo"]


def test_day_typed():
    assert read_day("1 February 2014") == day("2014-02-01")
    with pytest.raises(AnswerError):
        read_day("2014")


@pytest.mark.parametrize("raw", [None, "", "  \n", [], ["", None], {"day": "", "month": " "}, {}])
def test_blank(raw: Any):
    assert is_blank(raw)


@pytest.mark.parametrize("raw", ["x", 0, False, ["", "x"], {"day": "1"}])
def test_not_blank(raw: Any):
    assert not is_blank(raw)


@given(st.text(max_size=400))
def test_any_text_is_taken_whole_or_refused_in_a_sentence(raw: str):
    asked = question("long_text", required=False)
    text = raw.replace("\r\n", "\n").replace("\r", "\n")
    if sentence := hidden_mark(text.strip()):
        with pytest.raises(AnswerError) as refused:
            parse(asked, raw)
        assert refused.value.sentence == sentence
    else:
        assert (parse(asked, raw) or "") == text.strip()


@given(st.dates(min_value=day("1900-01-01"), max_value=day("2199-12-31")))
def test_any_date_comes_back_from_what_is_shown(any_day: Any):
    asked = question("date")
    stored = parse(asked, any_day.isoformat())
    assert parse(asked, show(asked, stored)) == stored
    assert parse(asked, edit(asked, stored)) == stored


@given(st.integers(-(10**11), 10**11) | st.decimals(-1000, 1000, places=3).map(float))
def test_any_number_comes_back(number: float):
    asked = question("number")
    stored = parse(
        asked, f"{number:f}".rstrip("0").rstrip(".") if isinstance(number, float) else str(number)
    )
    assert stored == number
    assert parse(asked, show(asked, stored)) == stored
    assert parse(asked, edit(asked, stored)) == stored
