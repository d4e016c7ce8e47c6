"""Fields as GOV.UK components, and their markup."""

import pytest
from django import forms
from django.template import engines

from uplift.ground.ui import fields
from uplift.ground.ui.components import component, error_list
from uplift.ground.ui.forms import Form
from uplift.ground.ui.samples import EveryField, wrong


def draw(source, **context):
    return engines.all()[0].from_string('{% import "ui/kit.html" as ui %}' + source).render(context)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("title", "input"),
        ("account", "textarea"),
        ("summary", "count"),
        ("happened", "date"),
        ("died", "radios"),
        ("agencies", "checkboxes"),
        ("priority", "select"),
        ("count", "input"),
        ("report", "file"),
        ("password", "password"),
        ("sure", "checkboxes"),
    ],
)
def test_each_widget_has_its_component(name, kind):
    assert component(EveryField()[name]).kind == kind


def test_labels_hints_and_errors():
    html = draw("{{ ui.field(form['title']) }}", form=wrong())
    assert '<label class="govuk-label govuk-label--s" for="wrong_title">' in html
    assert 'aria-describedby="wrong_title-hint wrong_title-error"' in html
    assert "Answer “What is the finding?”." in html
    html = draw("{{ ui.field(form['title'], heading=true, hint='Ours') }}", form=EveryField())
    assert '<h1 class="govuk-label-wrapper">' in html
    assert "Ours" in html


def test_dates_are_three_boxes_and_the_wrong_ones_are_marked():
    html = draw("{{ ui.field(form['born']) }}", form=wrong())
    assert 'name="born_month"' in html
    assert html.count("govuk-input--error") == 1
    assert 'inputmode="text"' in html
    kept = EveryField(initial={"born": "2014-03"})
    assert 'value="2014"' in draw("{{ ui.field(form['born']) }}", form=kept)


def test_hidden_characters_are_not_shown_again():
    html = draw("{{ ui.field(form['account']) }}", form=wrong())
    assert "\x02" not in html
    assert "text with a hidden mark" in html


def test_choices():
    class Sample(Form):
        short = fields.YesNo()
        hinted = fields.OneOf(choices=[("a", "A"), ("b", "B")], hints={"a": "The first"})
        grouped = forms.ChoiceField(
            choices=[("", "Choose"), ("North", [("1", "One")])], required=False
        )
        several = forms.FileField(required=False)

    form = Sample(initial={"short": "no", "grouped": "1"})
    short = component(form["short"]).params
    assert short["classes"] == "govuk-radios--inline"
    assert [item["checked"] for item in short["items"]] == [False, True, False]
    hinted = component(form["hinted"]).params
    assert hinted["classes"] == "govuk-radios--small"
    assert hinted["items"][0]["hint"] == {"text": "The first"}
    assert [i["selected"] for i in component(form["grouped"]).params["items"]] == [False, True]
    ticked = EveryField({"agencies": ["police", "council"], "sure": "on"})
    chosen = [item["checked"] for item in component(ticked["agencies"]).params["items"]]
    assert chosen == [True, False, True]
    assert component(ticked["sure"]).params["items"][0]["checked"]


def test_boxes():
    class Sample(Form):
        plain = forms.CharField(widget=forms.TextInput(attrs={"spellcheck": "false"}))
        mail = forms.EmailField()
        count = forms.IntegerField()
        narrow = fields.Line(width=4)
        secret = forms.CharField(widget=forms.HiddenInput, initial="<kept>")
        picture = forms.FileField(widget=forms.FileInput(attrs={"accept": ".png"}))
        code = forms.CharField(widget=forms.TextInput(attrs={"inputmode": "numeric"}))

    form = Sample()
    parts = {bound.name: component(bound).params for bound in form}
    assert parts["plain"]["attributes"] == {"spellcheck": "false"}
    assert parts["mail"]["type"] == "email"
    assert (parts["count"]["type"], parts["count"]["inputmode"]) == ("text", "numeric")
    assert parts["count"]["classes"] == "govuk-input--width-5"
    assert parts["narrow"]["classes"] == "govuk-input--width-4"
    assert parts["picture"]["attributes"] == {"accept": ".png"}
    assert parts["code"]["inputmode"] == "numeric"
    html = draw("{{ ui.fields(form) }}", form=form)
    assert '<input type="hidden" name="secret" id="id_secret" value="&lt;kept&gt;">' in html


def test_the_summary_links_each_error_to_its_box():
    links = {link.href: link.text for link in error_list([wrong()])}
    assert links["#wrong_title"] == "Answer “What is the finding?”."
    assert links["#wrong_born-month"] == "Add the month to the date."
    assert "#wrong_happened-day" in links
    assert "#wrong_died" in links
    form = EveryField({})
    form.add_error(None, "Not today.")
    assert error_list([form])[0] == ("Not today.", "")
    html = draw("{{ ui.errors(one) }}", one=form)
    assert "<li>Not today.</li>" in html
    assert "There is a problem" in html
    assert draw("{{ ui.errors(one) }}", one=EveryField()).strip() == ""
