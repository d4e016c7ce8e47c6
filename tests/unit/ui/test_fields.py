"""The other fields, and the words of forms."""

import pytest
from django import forms

from uplift.ground.ui import fields
from uplift.ground.ui.forms import Form, refuse
from uplift.ground.ui.refusal import NotYours, Refusal
from uplift.ground.ui.samples import EveryField


def test_lines_and_paragraphs():
    class Sample(Form):
        title = fields.Line(label="Title", most=10)
        text = fields.Paragraphs(label="Text")
        names = fields.OnePerLine(label="Names", required=False)

    form = Sample({"title": " a \n b ", "text": "one\r\n\r\ntwo", "names": "Ann\n\n Bob "})
    assert form.is_valid()
    assert form.cleaned_data == {"title": "a b", "text": "one\n\ntwo", "names": ("Ann", "Bob")}
    form = Sample({"title": "x" * 11, "text": "a\x00b"})
    assert form.errors["title"][0].startswith("This is 11 characters long: 10 is the most.")
    assert "hidden control characters" in form.errors["text"][0]


def test_one_per_line_shows_what_was_kept():
    assert fields.OnePerLine().prepare_value(("Ann", "Bob")) == "Ann\nBob"
    assert fields.OnePerLine().prepare_value("Ann") == "Ann"


def test_a_password_is_left_as_it_is():
    assert fields.Password().clean("  two spaces ") == "  two spaces "
    assert fields.Password(new=True).widget.attrs["autocomplete"] == "new-password"


def test_yes_no_or_not_known():
    assert fields.YesNo().clean("unknown") == "unknown"
    assert fields.YesNo(choices=[("y", "Aye")]).choices == [("y", "Aye")]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("title", "Answer “What is the finding?”."),
        ("summary", "Fill in “In short”."),
        ("happened", "Enter a date for “When did it happen?”."),
        ("died", "Choose an answer to “Has the child died?”."),
        ("agencies", "Choose at least one answer to “Which agencies took part?”."),
        ("priority", "Choose “Priority”."),
        ("sure", "Tick “I have read the whole report” to go on."),
    ],
)
def test_a_missing_answer_is_asked_for_in_the_questions_words(name, sentence):
    assert EveryField({}).errors[name] == [sentence]


def test_other_sentences():
    class Sample(Form):
        count = forms.IntegerField(max_value=3, min_value=1)
        report = forms.FileField(label="Report")
        kind = forms.ChoiceField(choices=[("a", "A")], error_messages={"required": "Say which."})

    assert Sample({"count": "4"}).errors["count"] == ["Enter 3 or less."]
    errors = Sample({"count": "0"}).errors
    assert errors["count"] == ["Enter 1 or more."]
    assert errors["report"] == ["Choose a file for “Report”."]
    assert errors["kind"] == ["Say which."]
    assert Sample({"kind": "b"}).errors["kind"] == ["Choose one of the answers offered."]


def test_a_refusal_is_shown_at_its_field_or_at_the_top():
    class Sample(Form):
        title = fields.Line(required=False)

    form = Sample({})
    assert form.is_valid()
    refuse(form, Refusal("Not that title.", "title"))
    refuse(form, Refusal("Not today.", "elsewhere"))
    refuse(form, NotYours("Not you."))
    assert form.errors["title"] == ["Not that title."]
    assert form.non_field_errors() == ["Not today.", "Not you."]


def test_a_refusal_speaks():
    refusal = Refusal("Not today.", "on")
    assert (str(refusal), refusal.sentence, refusal.field) == ("Not today.", "Not today.", "on")
    assert (Refusal.status, NotYours.status) == (409, 403)
