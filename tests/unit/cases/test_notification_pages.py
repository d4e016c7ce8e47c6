"""Recording a notification, page by page."""

import datetime as dt
import html

import pytest

from tests.support.casepages import at, browser, fill, hidden, on, person, words
from uplift.ground.drafts.models import Draft
from uplift.loop.cases.models import Case, Person

CHILD = {
    "who_name": "Robin Fictitious",
    "who_date_of_birth_day": "2",
    "who_date_of_birth_month": "march",
    "who_date_of_birth_year": "2015",
    "who_address": "1 Nowhere Street",
}


@pytest.fixture
def priya(world):
    return browser(person(world, "priya"))


def page(name):
    return at("new_page", page=name)


def parts(today, **changes):
    """Every page with its answers, in order."""
    answers = {
        "type": {"start": "scr.notified"},
        "part-1": {
            **on("on", today),
            "q-told_by": "Duty manager",
            "q-happened": "harmed",
            "q-incident_year": "2026",
        },
        "part-2": {"q-account": "What is known so far."},
        "part-3": {"q-resident": "yes", "q-agencies": ["police", "health"]},
        "who": CHILD,
        "family": {"sibling_name": ""},
        "name": {"pseudonym": "Child Avocet", "reference": ""},
    }
    for key, change in changes.items():
        name = key.replace("_", "-")
        answers[name] = answers[name] | change
    return answers


def walk(client, today, **changes):
    """Fill in every page; the last answer's address."""
    sent = None
    for name, answers in parts(today, **changes).items():
        sent = fill(client, page(name), **answers)
        assert sent.status_code == 302, (name, words(sent))
    return sent.url


def test_a_notification_becomes_a_case(priya, world):
    assert "five minutes" in words(priya.get(at("new")))
    assert walk(priya, world.today) == at("new_check")
    check = priya.get(at("new_check"))
    said = words(check)
    for text in ("Robin Fictitious", "2 March 2015", "Duty manager", "2026", "Child Avocet"):
        assert text in said
    assert "Northshire Health Trust" in said
    sent = priya.post(at("new_check"), hidden(check))
    case = Case.objects.get()
    assert sent.url == case.get_absolute_url()
    assert case.reference == f"NM-{world.today.year}-001"
    assert case.facts.get().values == {
        "told_by": "Duty manager",
        "happened": "harmed",
        "incident": "2026",
        "account": "What is known so far.",
        "resident": "yes",
        "agencies": ["police", "health"],
    }
    child = Person.objects.get()
    assert (child.kind, child.pseudonym) == ("child", "Child Avocet")
    assert child.sealed == {
        "name": "Robin Fictitious",
        "date_of_birth": "2015-03-02",
        "address": "1 Nowhere Street",
    }
    assert "is recorded as NM-" in words(priya.get(sent.url))
    assert not Draft.objects.exists()
    assert priya.post(at("new_check"), hidden(check)).url == sent.url
    assert Case.objects.count() == 1


def test_pages_lead_on_and_back_with_what_was_answered(priya, world):
    sent = fill(priya, page("type"), start="scr.notified")
    assert sent.url == page("part-1")
    sent = fill(priya, page("part-1"), **parts(world.today)["part-1"])
    assert sent.url == page("part-2")
    again = priya.get(page("part-1")).content.decode()
    assert 'value="Duty manager"' in again
    assert 'value="2026"' in again
    walk(priya, world.today)
    changed = fill(priya, page("part-2") + "?check=1", **{"q-account": "Something else."})
    assert changed.url == at("new_check")
    assert "Something else." in words(priya.get(at("new_check")))


def test_brothers_and_sisters_are_added_one_by_one(priya, world):
    fill(priya, page("type"), start="scr.notified")
    family = page("family")
    first = fill(priya, family, sibling_name="Ash F", sibling_born_year="2018", then="add another")
    assert first.url == family
    assert fill(priya, family, sibling_name="Oak F", then="add another").url == family
    assert "Ash F, born 2018" in words(priya.get(family))
    assert fill(priya, family, remove="1").url == family
    assert "Oak F" not in words(priya.get(family))
    alone = fill(priya, family, sibling_born_year="2018")
    assert "Give the name of this brother or sister." in words(alone)
    walk(priya, world.today)
    check = priya.get(at("new_check"))
    assert "Brothers and sisters Ash F" in words(check)
    priya.post(at("new_check"), hidden(check))
    sibling = Person.objects.get(kind="sibling")
    assert sibling.sealed == {"name": "Ash F", "date_of_birth": "2018"}
    assert sibling.pseudonym == "Sibling 1 of Child Avocet"


@pytest.mark.parametrize(
    ("name", "answers", "sentence"),
    [
        ("type", {}, "Choose an answer to “What may be needed?”."),
        (
            "part-1",
            {"on_day": "30", "on_month": "2", "on_year": "2026"},
            "30 February is not a date",
        ),
        ("part-1", {"on_day": "1", "on_month": "1", "on_year": "2999"}, "is too late"),
        ("part-1", {"q-told_by": ""}, "Answer “Who told us?”."),
        ("part-1", {"q-told_by": "a\x00b"}, "hidden control characters"),
        ("part-1", {"q-told_by": "turn \u202e round"}, "direction of writing"),
        ("part-1", {"q-incident_day": "3", "q-incident_year": "2026"}, "Add the month"),
        ("part-1", {"q-incident_year": "2026", "q-incident-unknown": "on"}, "not both"),
        ("part-2", {"q-account": "x" * 100_000}, "100,000 characters long"),
        ("who", {"who_name": ""}, "Fill in “Name”."),
        ("who", {"who_date_of_birth_year": "2999"}, "is too late"),
        ("name", {"pseudonym": ""}, "Fill in “Made-up name”."),
        ("name", {"reference": "no blanks"}, "letters, figures and hyphens"),
    ],
)
def test_wrong_answers_get_their_sentence_and_stay_in_the_form(
    priya, world, name, answers, sentence
):
    if name != "type":
        fill(priya, page("type"), start="scr.notified")
    whole = {} if name == "type" else parts(world.today)[name]
    sent = fill(priya, page(name), **(whole | answers))
    assert sentence in words(sent)
    assert Case.objects.count() == 0
    if name == "part-1":
        assert 'value="harmed" checked' in sent.content.decode()


@pytest.mark.parametrize("text", ["<b>bold</b> & <script>", "עברית العربية", "😀👨‍👩‍👧 ŵ ŷ"])
def test_text_is_shown_as_it_was_typed(priya, world, text):
    walk(priya, world.today, part_2={"q-account": text})
    check = priya.get(at("new_check"))
    assert text in unescaped(check)
    priya.post(at("new_check"), hidden(check))
    assert Case.objects.get().facts.get().values["account"] == text


def unescaped(response):
    return html.unescape(response.content.decode())


def test_unfinished_ones_are_kept_and_can_be_thrown_away(priya, world):
    fill(priya, page("type"), start="case_review.notified")
    start = words(priya.get(at("new")))
    assert "isn't finished" in start
    assert page("part-1") in priya.get(at("new")).content.decode()
    assert priya.get(at("new_check")).url == page("part-1")
    elsewhere = browser(person(world, "priya"))
    assert "isn't finished" in words(elsewhere.get(at("new")))
    assert priya.post(at("new_drop")).url == at("new")
    assert "isn't finished" not in words(priya.get(at("new")))


def test_what_is_typed_on_a_page_comes_back_after_the_session_has_ended(priya, world):
    fill(priya, page("type"), start="scr.notified")
    form = hidden(priya.get(page("part-2")))
    priya.post(f"/drafts/save/?place={page('part-2')}", form | {"q-account": "Half a sent"})
    assert "Half a sent" in browser(person(world, "priya")).get(page("part-2")).content.decode()
    assert "Half a sent" not in browser(person(world, "owen")).get(page("part-2")).content.decode()


def test_the_same_person_is_noticed_and_not_revealed(priya, world):
    other = world.case()
    sealed = other.people.get()
    born = dt.date.fromisoformat(sealed.sealed["date_of_birth"])
    same = {"who_name": sealed.sealed["name"].upper(), **on("who_date_of_birth", born)}
    walk(priya, world.today, who=same)
    check = priya.get(at("new_check"))
    said = words(check)
    assert "is already in a case" in said
    assert "Ask the Business and Partnerships Manager" in said
    assert other.reference not in said
    assert other.pseudonym not in said
    undecided = priya.post(at("new_check"), hidden(check))
    assert "Choose an answer to “What do you want to do?”." in words(undecided)
    unsaid = priya.post(at("new_check"), hidden(check) | {"go_on": "go"})
    assert "Say why you go on." in words(unsaid)
    stopped = priya.post(at("new_check"), hidden(check) | {"go_on": "stop"})
    assert stopped.url == at("list")
    assert Case.objects.count() == 1
    sent = priya.post(at("new_check"), hidden(check) | {"go_on": "go", "reason": "A twin"})
    case = Case.objects.exclude(pk=other.pk).get()
    assert sent.url == case.get_absolute_url()
    assert case.facts.get().values["reasons"].endswith("A twin")


def test_a_reference_that_is_taken_is_refused_on_the_last_page(priya, world):
    other = world.case()
    walk(priya, world.today, name={"reference": other.reference.lower()})
    check = priya.get(at("new_check"))
    sent = priya.post(at("new_check"), hidden(check))
    assert f"There is already a case {other.reference}." in words(sent)
    assert Case.objects.count() == 1


def test_who_may(world):
    assert browser(person(world, "ann")).get(at("new")).status_code == 404
    assert browser(person(world, "sam")).get(page("type")).status_code == 404
    owen = browser(person(world, "owen"))
    assert owen.get(page("part-1")).status_code == 200  # one type only: no question about it
    assert owen.get(page("type")).status_code == 404
    assert browser(person(world, "priya")).get(page("nowhere")).status_code == 404


DEATH = {
    "q-resident": "yes",
    "q-under_18": "yes",
    "q-stillborn": "no",
    "q-termination": "no",
    "q-told_by": "The hospital",
    "q-died_year": "2026",
    "q-area": "warrington",
    "q-unexpected": "no",
    "q-agencies": ["health"],
}


def register(client, today, outcome, reasons="", **changes):
    """Register a death up to its outcome; what the outcome's page answers."""
    asked = DEATH | on("on", today) | changes
    sent, address = None, page("part-1")
    while address != page("outcome"):
        sent = fill(client, address, **asked)
        assert sent.status_code == 302, words(sent)
        address = sent.url
    return fill(client, page("outcome"), outcome=outcome, reasons=reasons)


def test_a_first_step_may_end_in_several_ways(world):
    owen = browser(person(world, "owen"))
    assert register(owen, world.today, "review").url == page("who")
    assert "The answers point to “The panel reviews it”." in words(owen.get(page("outcome")))
    fill(owen, page("who"), **CHILD)
    fill(owen, page("family"), sibling_name="")
    sent = fill(owen, page("name"), pseudonym="Child Avocet", reference="")
    check = owen.get(sent.url)
    assert "Outcome The panel reviews it" in words(check)
    owen.post(sent.url, hidden(check))
    case = Case.objects.get()
    assert (case.process, case.facts.get().outcome) == ("child_death", "review")


def test_departing_from_the_advice_needs_reasons(world):
    owen = browser(person(world, "owen"))
    refused = register(owen, world.today, "outside")
    assert "Give the reasons for “It isn't one that the panel reviews”." in html.unescape(
        words(refused)
    )
    sent = fill(owen, page("outcome"), outcome="outside", reasons="Born dead after all.")
    assert sent.url == page("who")
    fill(owen, page("who"), **CHILD)
    fill(owen, page("family"), sibling_name="")
    sent = fill(owen, page("name"), pseudonym="Child Avocet", reference="")
    check = owen.get(sent.url)
    assert "Reasons Born dead after all." in words(check)
    owen.post(sent.url, hidden(check))
    assert Case.objects.get().facts.get().values["reasons"] == "Born dead after all."
