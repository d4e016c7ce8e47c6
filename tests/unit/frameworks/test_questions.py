"""Every type of question as fields of a form, and back."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from uplift.engine.spec import Form as PackForm
from uplift.engine.spec import Result
from uplift.ground.frameworks.questions import Choices, QuestionForm

TODAY = dt.date(2026, 11, 21)
OFFERED = Choices(
    agencies=(("police", "Northshire Police"), ("health", "Health Trust")),
    files=(("7", "Draft terms"), ("9", "Report")),
)
COLOURS = {"red": {"name": "Red", "says": "Like a bus"}, "blue": "Blue"}
GRADES = {
    "good": {"name": "Good", "points": 2, "evidence": True},
    "poor": {"name": "Poor", "points": 0},
}


def questions(*given):
    form = PackForm.model_validate({"id": "f", "name": "A form", "fields": list(given)})
    return {field.id: field for field in form.fields}


def one(**more):
    return questions({"id": "a", "ask": "A question?", **more})


def form(asked, typed=None, files=None, **more):
    data = None
    if typed is not None:
        data = QueryDict(mutable=True)
        for name, value in {"version": "1", **typed}.items():
            data.setlist(name, value if isinstance(value, list) else [value])
    return QuestionForm(
        data, files, questions=asked, today=TODAY, offered=more.pop("offered", OFFERED), **more
    )


ROUND_TRIPS = [
    ({"type": "text"}, {"q-a": "a word"}, "a word"),
    ({"type": "text", "many": True}, {"q-a": "one\r\ntwo\r\none"}, ["one", "two", "one"]),
    ({"type": "long_text"}, {"q-a": "two\r\nlines"}, "two\nlines"),
    ({"type": "person"}, {"q-a": "Ann Lowe"}, "Ann Lowe"),
    ({"type": "yes_no"}, {"q-a": "yes"}, "yes"),
    ({"type": "yes_no"}, {"q-a": "not known"}, "not known"),
    ({"type": "one_of", "choices": COLOURS}, {"q-a": "red"}, "red"),
    ({"type": "one_of", "choices": COLOURS, "unknown": True}, {"q-a": "not known"}, "not known"),
    ({"type": "many_of", "choices": COLOURS}, {"q-a": ["blue", "red"]}, ["blue", "red"]),
    (
        {"type": "date"},
        {"q-a_day": "3", "q-a_month": "nov", "q-a_year": "2026"},
        "2026-11-03",
    ),
    ({"type": "approximate_date"}, {"q-a_month": "11", "q-a_year": "2026"}, "2026-11"),
    ({"type": "approximate_date"}, {"q-a-unknown": "on"}, "not known"),
    ({"type": "date", "unknown": True}, {"q-a-unknown": "on"}, "not known"),
    ({"type": "number"}, {"q-a": "1,234.5"}, 1234.5),
    ({"type": "agency"}, {"q-a": "police"}, "police"),
    ({"type": "agency"}, {"q-a": "other", "q-a-other": "Haven"}, "Haven"),
    (
        {"type": "agency", "many": True},
        {"q-a": ["police"], "q-a-other": "Haven\r\nHaven"},
        ["police", "Haven"],
    ),
    ({"type": "file"}, {"q-a-kept": "7"}, "7"),
    ({"type": "file", "many": True}, {"q-a-kept": ["7", "9"]}, ["7", "9"]),
    (
        {"type": "score", "choices": GRADES},
        {"q-a": "good", "q-a-evidence": "Seen"},
        {"score": "good", "evidence": "Seen"},
    ),
    (
        {"type": "score", "choices": GRADES, "unknown": True},
        {"q-a": "not known"},
        "not known",
    ),
    (
        {"type": "periods"},
        {"q-a": "1 5 2013 to 3 6 2013\r\n1 June 2014"},
        [{"from": "2013-05-01", "to": "2013-06-03"}, {"from": "2014-06-01", "to": None}],
    ),
]


@pytest.mark.parametrize(("question", "typed", "stored"), ROUND_TRIPS)
def test_an_answer_is_read_and_fills_the_form_again(question, typed, stored):
    asked = one(**question)
    sent = form(asked, typed)
    assert sent.is_valid(), sent.errors
    assert sent.answers_given == {"a": stored}
    refilled = form(asked, values={"a": stored})
    data = {}
    for bound in refilled:
        widget, value = bound.field.widget, bound.value()
        if hasattr(widget, "decompress"):
            for part, box in zip(("day", "month", "year"), widget.decompress(value), strict=True):
                data[f"{bound.html_name}_{part}"] = box
        elif value not in (None, "", [], False):
            shown = bound.field.prepare_value(value)
            data[bound.html_name] = "on" if shown is True else shown
    again = form(asked, data)
    assert again.is_valid(), again.errors
    assert again.answers_given == {"a": stored}


WRONG = [
    ({"type": "text"}, {}, "Answer “A question?”."),
    ({"type": "text", "longest": 5}, {"q-a": "sixsix"}, "6 characters long: 5 is the most"),
    ({"type": "long_text"}, {"q-a": "a\x00b"}, "hidden control characters"),
    ({"type": "date"}, {}, "Enter a date for “A question?”."),
    ({"type": "date"}, {"q-a_day": "30", "q-a_month": "2", "q-a_year": "2026"}, "30 February"),
    (
        {"type": "date", "must_be": "past"},
        {"q-a_day": "1", "q-a_month": "1", "q-a_year": "2027"},
        "can't be in the future",
    ),
    (
        {"type": "date", "unknown": True},
        {"q-a_day": "1", "q-a_month": "1", "q-a_year": "2026", "q-a-unknown": "on"},
        "not both",
    ),
    ({"type": "one_of", "choices": COLOURS}, {}, "Choose an answer to “A question?”."),
    ({"type": "one_of", "choices": COLOURS}, {"q-a": "green"}, "one of the answers offered"),
    ({"type": "many_of", "choices": COLOURS}, {}, "Choose at least one answer"),
    ({"type": "many_of", "choices": COLOURS}, {"q-a": ["green"]}, "answers offered"),
    ({"type": "number"}, {"q-a": "twelve"}, "Write a number"),
    ({"type": "number", "at_most": 5}, {"q-a": "6"}, "5 or less"),
    ({"type": "agency"}, {"q-a": "other"}, "Give the name of the organisation"),
    ({"type": "agency"}, {"q-a": "police", "q-a-other": "Haven"}, "leave its name empty"),
    ({"type": "agency", "many": True}, {"q-a-other": "x" * 61}, "60 characters or fewer"),
    ({"type": "file"}, {}, "Choose a file for “A question?”."),
    ({"type": "file"}, {"q-a-kept": "8"}, "one of the answers offered"),
    ({"type": "score", "choices": GRADES}, {"q-a": "good"}, "Give the evidence"),
    ({"type": "periods"}, {"q-a": "3 6 2013 to 1 5 2013"}, "can't end before it began"),
    ({"type": "periods"}, {"q-a": "sometime"}, "“sometime”: Write the date as day"),
]


@pytest.mark.parametrize(("question", "typed", "sentence"), WRONG)
def test_what_is_wrong_or_missing_gets_its_sentence(question, typed, sentence):
    sent = form(one(**question), typed)
    assert not sent.is_valid()
    said = " ".join(error for errors in sent.errors.values() for error in errors)
    assert sentence in said
    assert "a" not in sent.answers_given


@pytest.mark.parametrize("kind", ["text", "date", "number", "agency", "file", "periods"])
def test_what_is_optional_may_be_left_blank(kind):
    sent = form(one(type=kind, required=False), {})
    assert sent.is_valid(), sent.errors
    assert sent.answers_given == {}
    assert sent.fields["q-a"].label == "A question? (optional)"


def depending(**when):
    return questions(
        {"id": "told", "ask": "Was the family told?", "type": "yes_no"},
        {"id": "how", "ask": "How?", "type": "text", "when": when},
    )


CONDITIONS = [
    (
        {"answer": {"told": "yes"}},
        "the answer to “Was the family told?” is “Yes”",
        '{"all": [{"field": "q-told", "in": ["yes"]}]}',
        {"q-told": "yes"},
        {"q-told": "no"},
    ),
    (
        {"not": {"answer": {"told": ["yes", "not known"]}}},
        "it isn't so that the answer to “Was the family told?” is “Yes” or “Not known”",
        '{"not": {"all": [{"field": "q-told", "in": ["yes", "not known"]}]}}',
        {"q-told": "no"},
        {"q-told": "yes"},
    ),
    (
        {"any": [{"outcome": {"this": ["none"]}}, {"all": [{"answer": {"told": "no"}}]}]},
        "the outcome is “No review” or the answer to “Was the family told?” is “No”",
        (
            '{"any": [{"field": "outcome", "in": ["none"]}, '
            '{"all": [{"all": [{"field": "q-told", "in": ["no"]}]}]}]}'
        ),
        {"q-told": "no"},
        {"q-told": "yes"},
    ),
]


@pytest.mark.parametrize(("when", "words", "rule", "holds", "fails"), CONDITIONS)
def test_a_question_that_depends_on_another(when, words, rule, holds, fails):
    asked = depending(**when)
    results = {"none": Result(id="none", name="No review")}
    drawn = form(asked, outcomes=results)
    assert (drawn.asked[1].only, drawn.asked[1].rule) == (words, rule)
    missing = form(asked, holds, outcomes=results)
    assert missing.errors == {"q-how": ["Answer “How?”."]}
    given = form(asked, holds | {"q-how": "By letter"}, outcomes=results)
    assert given.is_valid()
    assert given.answers_given["how"] == "By letter"
    dropped = form(asked, fails | {"q-how": "a\x00b"}, outcomes=results)
    assert dropped.is_valid()
    assert "how" not in dropped.answers_given


def test_files_that_come_along_are_handed_to_the_room():
    asked = questions(
        {"id": "a", "ask": "The terms?", "type": "file"},
        {"id": "b", "ask": "The others?", "type": "file", "many": True, "required": False},
    )
    files = {
        "q-a": [SimpleUploadedFile("a.txt", b"a")],
        "q-b": [SimpleUploadedFile("b.txt", b"b"), SimpleUploadedFile("c.txt", b"c")],
    }
    data = QueryDict(mutable=True)
    data["version"] = "1"
    uploads = MultiValueDict(files)
    sent = QuestionForm(data, uploads, questions=asked, today=TODAY, offered=Choices())
    assert sent.is_valid(), sent.errors
    assert {name: [file.name for file in found] for name, found in sent.brought.items()} == {
        "a": ["a.txt"],
        "b": ["b.txt", "c.txt"],
    }
    assert "q-a-kept" not in sent.fields
