"""The pages of findings, themes and outcomes: what they do and whom they let."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.support.thread import FINDING, OUTCOME
from uplift.ground.history.models import Reading
from uplift.loop.learning.models import Finding, Outcome, Theme, Voice


def at(name: str, *args: object) -> str:
    return reverse(f"learning:{name}", args=("northmere", *args))


def date(name: str, day) -> dict[str, object]:
    return {f"{name}_day": day.day, f"{name}_month": day.month, f"{name}_year": day.year}


@pytest.fixture
def priya(client, story):
    """The business manager's browser."""
    client.force_login(story.priya)
    return client


def test_a_finding_is_added_to_a_case_from_its_tab(priya, story, world):
    case = world.case()
    tab = at("case", case.reference)
    assert "Nothing is written down yet." in priya.get(tab).content.decode()
    answers = {**FINDING, "early": "on", **date("found_on", world.today), "submission": "k"}

    sent = priya.post(at("add_to_case", case.reference), answers)

    finding = Finding.objects.get()
    assert sent.url == finding.get_absolute_url()
    assert (finding.case, finding.early) == (case, True)
    assert priya.post(at("add_to_case", case.reference), answers).url == sent.url
    assert Finding.objects.count() == 1
    assert FINDING["title"] in priya.get(tab).content.decode()
    assert Reading.objects.filter(about=f"{case.reference}, findings").count() == 2


def test_a_finding_is_added_to_an_inspection(priya, story, world):
    inspection = story.inspection()
    answers = {**FINDING, **date("found_on", world.today), "submission": "k"}
    priya.post(at("add_to_inspection", inspection.pk), answers)
    assert FINDING["title"] in priya.get(at("inspection", inspection.pk)).content.decode()


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"title": ""}, "Answer “What was learnt?”."),
        ({"title": "a\x00b"}, "hidden control characters"),
        ({"title": "turn \u202e round"}, "direction of writing"),
        ({"title": "x" * 301}, "301 characters long: 300 is the most"),
        ({"why": "x" * 100_000}, "100,000 characters long"),
        ({"found_on_day": "30", "found_on_month": "2"}, "30 February is not a date"),
        ({"found_on_year": "2999"}, "in the future"),
        ({"kind": "other"}, "Choose one of the answers offered."),
    ],
)
def test_bad_answers_get_their_sentence_at_the_question(priya, story, world, changes, says):
    answers = {**FINDING, **date("found_on", world.today), **changes}
    page = priya.post(at("add_to_inspection", story.inspection().pk), answers).content.decode()
    assert says in page
    assert not Finding.objects.exists()


def test_html_and_emoji_are_text(priya, story, world):
    title = "<script>alert(1)</script> 🙂 ŵ"
    answers = {**FINDING, "title": title, **date("found_on", world.today)}
    priya.post(at("add_to_inspection", story.inspection().pk), answers)
    page = priya.get(Finding.objects.get().get_absolute_url()).content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt; 🙂 ŵ" in page
    assert "<script>alert" not in page


def test_who_comes_second_is_shown_both_texts(priya, story, world):
    finding = story.finding()
    answers = {**FINDING, **date("found_on", world.today), "version": 1}
    priya.post(at("change", finding.number), {**answers, "title": "First"})
    page = priya.post(at("change", finding.number), {**answers, "title": "Second"})

    assert "Somebody saved this after you had opened it" in page.content.decode()
    assert "First" in page.content.decode()
    assert Finding.objects.get().title == "First"
    assert "name nobody in it" in priya.get(at("change", finding.number)).content.decode()


def test_a_finding_is_released_after_a_look_at_its_text(priya, story, world):
    case = world.case()
    person = case.people.first()
    person.sealed = {"name": "Hope Fairweather"}
    person.save()
    finding = story.finding(case, why="Nobody asked Hope.")
    priya.post(at("voice", finding.number), {
        "whose": "child", "says": "I was not asked.", "source": "visit",
        **date("on", world.today),
    })  # fmt: skip
    assert Voice.objects.get().finding == finding
    address = at("release", finding.number)
    assert "I was not asked." in priya.get(address).content.decode()

    assert "to go on" in priya.post(address, {"version": 1}).content.decode()
    page = priya.post(address, {"version": 1, "checked": "on"}).content.decode()
    assert "also the name of someone in the case" in page
    assert "the word is not that person&#39;s name here" in page.replace("'", "&#39;")
    sent = priya.post(address, {"version": 1, "checked": "on", "names_checked": "on"})

    assert sent.url == finding.get_absolute_url()
    assert Finding.objects.get().released_on == world.today
    assert priya.get(address).status_code == 409


def test_a_theme_is_made_filled_and_given_a_priority(priya, story, world):
    finding, other = story.finding(), story.finding(title="Other")
    sent = priya.post(at("new_theme"), {"name": "Using history", "says": "Read it."})
    theme = Theme.objects.get()
    assert sent.url == theme.get_absolute_url()
    assert "Set an outcome" in priya.get(sent.url).content.decode()

    priya.post(at("fill", theme.pk), {"findings": [finding.pk], "submission": "a"})
    priya.post(at("put", other.number), {"theme": theme.pk, "submission": "b"})
    assert theme.findings.count() == 2
    priya.post(at("put", other.number), {"theme": "new", "name": "Listening"})
    assert set(other.themes.values_list("name", flat=True)) == {"Using history", "Listening"}
    page = priya.post(at("put", finding.number), {"theme": "new", "name": ""})
    assert "Name the new theme." in page.content.decode()
    priya.post(at("take_out", theme.pk, other.number))
    assert list(theme.findings.all()) == [finding]

    priority = {"version": 1, "priority_year": world.today.year, "reason": "Three sources."}
    priya.post(at("priority", theme.pk), priority)
    change = {"version": 2, "name": "History", "says": ""}
    priya.post(at("change_theme", theme.pk), change)
    theme.refresh_from_db()
    assert (theme.name, theme.priority_year) == ("History", world.today.year)
    priya.post(at("priority", theme.pk), {**priority, "version": 3, "priority_year": "0"})
    theme.refresh_from_db()
    assert theme.priority_year is None
    assert "History" in priya.get(at("themes")).content.decode()


def test_an_outcome_is_set_with_a_measure_and_changed(priya, story, world):
    theme = story.theme(story.finding())
    days = {**date("due", story.in_days(90)), **date("evaluate_on", story.in_days(90))}
    page = priya.post(at("new_outcome", theme.pk), {**OUTCOME, **days, "seen_by": ""})
    assert "Answer “How will anyone see it?”." in page.content.decode()

    sent = priya.post(at("new_outcome", theme.pk), {**OUTCOME, **days})

    outcome = Outcome.objects.get()
    assert sent.url == outcome.get_absolute_url()
    change = {**OUTCOME, **days, "target": "95 %", "version": 1}
    assert priya.post(at("change_outcome", outcome.pk), change).url == sent.url
    assert Outcome.objects.get().target == "95 %"
    assert "95 %" in priya.get(theme.get_absolute_url()).content.decode()


def test_the_list_filters_and_is_taken_away(priya, story):
    story.finding(title="Answered without history", kind="improvement")
    story.finding(title="Heard the child", kind="good_practice")
    page = priya.get(at("list"), {"kind": "good_practice"}).content.decode()
    assert "Heard the child" in page
    assert "Answered without history" not in page
    assert "No finding is like that." in priya.get(at("list"), {"source": "case"}).content.decode()
    assert "Answered" in priya.get(at("list"), {"kind": "wrong"}).content.decode()

    taken = priya.get(at("export", "csv"), {"kind": "good_practice"})
    assert taken.content.decode("utf-8-sig").count("\r\n") == 2
    assert priya.get(at("export", "xlsx"))["Content-Type"].endswith("sheet")
    assert priya.get(at("export", "docx")).status_code == 404
    assert Reading.objects.filter(kind="export", about__startswith="findings as csv").exists()


def test_empty_lists_say_what_to_do(priya, story):
    assert "Nothing has been learnt yet." in priya.get(at("list")).content.decode()
    assert "There are no themes yet." in priya.get(at("themes")).content.decode()
    theme = story.theme()
    assert "No finding that you may see" in priya.get(at("theme", theme.pk)).content.decode()


def test_those_who_only_read_see_no_buttons_and_cannot_write(client, story, world):
    finding = story.finding()
    theme = story.theme(finding)
    client.force_login(world.northmere.people["tom"])
    assert "Make a theme" not in client.get(at("themes")).content.decode()
    assert "Put findings in" not in client.get(at("theme", theme.pk)).content.decode()
    assert client.get(at("change", finding.number)).status_code == 403
    for name, args in (("new_theme", ()), ("fill", (theme.pk,)), ("export", ("csv",))):
        assert client.get(at(name, *args)).status_code == 404
    client.force_login(world.southvale.people["priya"])
    assert client.get(at("list")).status_code == 404


def test_as_many_queries_for_many_rows_as_for_few(priya, story, world):
    theme = story.theme(story.finding(world.case()), story.finding())
    names = [("list", ()), ("themes", ()), ("theme", (theme.pk,))]
    names += [("inspection", (Finding.objects.get(case=None).inspection_id,))]

    def counted() -> list[int]:
        counts = []
        for name, args in names:
            with CaptureQueriesContext(connection) as queries:
                assert priya.get(at(name, *args)).status_code == 200
            counts.append(len(queries))
        return counts

    counted()
    few = counted()
    for number in range(12):
        story.theme(story.finding(), story.finding(world.case()), name=f"Theme {number}")
        story.outcome(theme)
    assert counted() == few
    assert max(few) <= 20
