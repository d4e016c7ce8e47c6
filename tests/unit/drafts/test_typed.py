"""The form of a page, with everything that keeps its text safe."""

import datetime as dt

import pytest
from django import forms
from django.http import QueryDict
from django.template import engines
from django.test import RequestFactory
from model_bakery import baker

from uplift.ground.boards.models import Board
from uplift.ground.drafts import operations
from uplift.ground.drafts.forms import OnceForm, VersionForm
from uplift.ground.drafts.models import Draft
from uplift.ground.drafts.typed import Typed, _sides
from uplift.ground.drafts.versions import Stale, claim
from uplift.ground.identity.models import User
from uplift.ground.ui.fields import DateField
from uplift.ground.ui.refusal import Refusal
from uplift.loop.learning.models import Theme

NOW = dt.datetime(2026, 11, 21, 14, 5, tzinfo=dt.UTC)


class NewTheme(OnceForm):
    name = forms.CharField(label="What is the theme?")
    made_on = DateField(label="When was it seen?", required=False)
    kinds = forms.MultipleChoiceField(
        label="Of which kinds?", choices=[("a", "Audit"), ("b", "Case")], required=False
    )


class ChangedTheme(VersionForm):
    name = forms.CharField(label="What is the theme?")
    reason = forms.CharField(label="Why a priority?", required=False)


@pytest.fixture
def priya(db):
    return baker.make(User, email="priya@northmere.example", name="Priya Shah")


@pytest.fixture
def theme(priya):
    board = baker.make(Board, name="Northmere", slug="northmere", prefix="NM")
    return Theme.objects.create(board=board, name="History", by=priya, made_on=NOW.date())


def request(user, data=None):
    made = RequestFactory().get("/t/") if data is None else RequestFactory().post("/t/", data)
    made.user = user
    return made


def opened(user, form_class, **form):
    return Typed(request(user), form_class(None, **form))


def sent(user, form_class, **data):
    made = request(user, data)
    return Typed(made, form_class(made.POST))


def test_a_new_page_has_a_key_and_no_notice(priya):
    typed = opened(priya, NewTheme)
    assert typed.form["submission"].value()
    assert typed.kept_at is None
    assert typed.autosave == "/drafts/save/?place=%2Ft%2F"
    assert typed.throw_away == "/drafts/discard/?place=%2Ft%2F"


def test_text_of_an_earlier_visit_is_filled_in(priya):
    fields = {
        "name": ["History"],
        "made_on_day": ["30"],
        "made_on_month": ["2"],
        "made_on_year": [""],
        "kinds": ["a", "b"],
        "elsewhere": ["x"],
    }
    operations.keep(user=priya, place="/t/", fields=fields, now=NOW)
    typed = opened(priya, NewTheme)
    assert typed.kept_at == NOW
    assert typed.form["name"].value() == "History"
    assert typed.form["made_on"].value() == ["30", "2", ""]
    assert typed.form["kinds"].value() == ["a", "b"]


def test_another_person_gets_an_empty_form(priya):
    operations.keep(user=priya, place="/t/", fields={"name": ["History"]}, now=NOW)
    john = baker.make(User, email="john@northmere.example")
    typed = opened(john, NewTheme)
    assert typed.kept_at is None
    assert typed.form["name"].value() is None


def test_sending_does_it_once_and_forgets_the_draft(priya):
    operations.keep(user=priya, place="/t/", fields={"name": ["Hist"]}, now=NOW)
    made = []

    def make():
        made.append(1)
        return "/themes/1/"

    for _ in range(20):
        answer = sent(priya, NewTheme, name="History", submission="k").send(make)
        assert answer.url == "/themes/1/"
    assert len(made) == 1
    assert not Draft.objects.exists()


def test_nothing_is_done_with_an_opened_or_wrong_form(priya):
    assert opened(priya, NewTheme).send(lambda: pytest.fail("done")) is None
    typed = sent(priya, NewTheme, name="")
    assert typed.send(lambda: pytest.fail("done")) is None
    assert typed.form.errors == {"name": ["Answer “What is the theme?”."]}


def test_a_form_without_a_key_is_done_each_time(priya):
    made = iter(("/one/", "/two/"))
    for address in ("/one/", "/two/"):
        answer = sent(priya, NewTheme, name="History").send(lambda: next(made))
        assert answer.url == address


def test_a_refusal_goes_to_its_field_and_keeps_the_draft(priya):
    operations.keep(user=priya, place="/t/", fields={"name": ["Hist"]}, now=NOW)

    def make():
        raise Refusal("There is one already.", field="name")

    typed = sent(priya, NewTheme, name="History", submission="k")
    assert typed.send(make) is None
    assert typed.form.errors == {"name": ["There is one already."]}
    assert Draft.objects.exists()


def test_answers_are_the_operations_arguments(priya):
    form = ChangedTheme({"name": "History", "version": "3", "submission": "k"})
    assert form.is_valid()
    assert form.answers == {"name": "History", "reason": "", "version": 3}


def test_a_form_that_lost_its_version_says_so():
    form = ChangedTheme({"name": "History"})
    assert form.errors == {"version": ["Open this page again: the form has lost its version."]}


def change(user, theme, **data):
    made = request(user, data)
    form = ChangedTheme(made.POST, initial={"version": 1})
    typed = Typed(made, form)

    def make():
        claim(Theme.objects.get(), **form.answers)
        return "/themes/1/"

    return typed, typed.send(make)


def test_the_second_editor_sees_both_texts_and_may_then_save(priya, theme):
    _, first = change(priya, theme, name="History", reason="first of Ann", version=1)
    assert first.url == "/themes/1/"
    typed, second = change(priya, theme, name="History", reason="mine\nof Priya", version=1)
    assert second is None
    assert typed.differences == (("Why a priority?", "first of Ann", "mine\nof Priya"),)
    assert typed.form["version"].value() == "2"
    assert typed.form["reason"].value() == "mine\nof Priya"
    page = above(typed)
    assert "first of Ann" in page
    assert "mine<br>of Priya" in page
    _, third = change(priya, theme, name="History", reason="Both", version=2)
    assert third.url == "/themes/1/"
    assert Theme.objects.get().reason == "Both"


def above(typed):
    """What stands above the form."""
    source = '{% import "drafts/kit.html" as drafts %}{{ drafts.above(typed, "") }}'
    return engines.all()[0].from_string(source).render({"typed": typed})


def test_a_kept_text_is_announced(priya):
    operations.keep(user=priya, place="/t/", fields={"name": ["History"]}, now=NOW)
    page = above(opened(priya, NewTheme))
    assert "We kept what you had typed on 21 November 2026 at 2:05pm" in page
    assert "Throw it away" in page
    assert above(opened(baker.make(User, email="a@b.example"), NewTheme)).strip() == ""


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, ""),
        ("", ""),
        (True, "Yes"),
        (False, "No"),
        (dt.date(2026, 11, 3), "3 November 2026"),
        (["b", "a"], "Audit, Case"),
        ("a", "Audit"),
        (7, "7"),
    ],
)
def test_both_texts_are_in_words(priya, value, words):
    typed = sent(priya, NewTheme, name="x")
    stale = Stale(2, stored={"kinds": value}, typed={"kinds": "zz"})
    assert [side.stored for side in _sides(typed.form, stale)] == [words]


def test_records_and_fields_the_form_lacks_are_in_words_too(priya, theme):
    typed = sent(priya, NewTheme, name="x")
    stale = Stale(2, stored={"made_by": [theme]}, typed={"made_by": priya})
    assert list(_sides(typed.form, stale)) == [("Made by", "History", "Priya Shah")]


def test_a_querydict_keeps_its_other_fields(priya, theme):
    claim(theme, 1, reason="new")
    made = request(priya)
    made.method = "POST"
    form = ChangedTheme(QueryDict("name=A&reason=x&version=1"))
    typed = Typed(made, form)
    assert typed.send(lambda: claim(Theme.objects.get(), **form.answers)) is None
    assert typed.form.data["name"] == "A"
