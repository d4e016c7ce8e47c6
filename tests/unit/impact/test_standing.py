"""Where the learning stands, and the board's response to a case."""

import pytest
from django.db import connection
from django.template import engines
from django.test.utils import CaptureQueriesContext

from uplift.loop.actions.operations import answer
from uplift.loop.impact.queries import response_of, standing
from uplift.loop.impact.queries.standing import span
from uplift.loop.learning.models import Finding


def test_nothing_learnt_yet(story, world):
    numbers = standing(world.reach(story.priya))
    assert [one.count for one in numbers] == [0] * 7
    assert [one.median for one in numbers] == [None] * 7


def test_numbers_and_medians_by_two_queries(story, world):
    for days in (9, 3, 30):
        finding = story.finding()
        story.theme(finding, name=f"Theme {days}")
        Finding.objects.filter(pk=finding.pk).update(found_on=story.in_days(-days))
    story.finding(found_on=story.in_days(-1), source=story.inspection(on=story.in_days(-400)))
    Finding.objects.filter(themed_on=None).update(found_on=story.in_days(-399))
    story.outcome(finding.themes.get())

    with CaptureQueriesContext(connection) as queries:
        numbers = standing(world.reach(story.priya))

    assert len(queries) == 4  # two of them the reach's own
    by_key = {one.stage.key if one.stage else "all": one for one in numbers}
    assert (by_key["all"].count, by_key["all"].note) == (4, "3 in the last 12 months")
    assert (by_key["theme"].count, by_key["theme"].median) == (3, 9)
    assert by_key["theme"].note == "median 9 days"
    assert (by_key["outcome"].count, by_key["impact"].note) == (1, "1 not known yet")
    assert by_key["action"].note == ""


def test_numbers_are_of_what_the_person_sees(story, world):
    story.finding(world.case())
    assert standing(world.reach(story.priya))[0].count == 1
    assert standing(world.reach(world.northmere.people["tom"]))[0].count == 0


@pytest.mark.parametrize(
    ("days", "words"),
    [(0, "0 days"), (1, "1 day"), (20, "20 days"), (21, "3 weeks"), (92, "3 months")],
)
def test_spans(days, words):
    assert span(days) == words


def test_each_number_leads_to_the_findings_it_counts(story, world):
    story.theme(story.finding())
    page = engines["jinja2"].env.from_string(
        '{% from "impact/standing.html" import standing %}{{ standing(numbers, "northmere") }}'
    )
    html = page.render(numbers=standing(world.reach(story.priya)))
    assert 'href="/b/northmere/learning/?stage=theme"' in html
    assert "median 0 days" in html


def test_the_response_to_a_case_is_done_impact_and_more(story, world):
    case = world.case()
    finding, other = story.finding(case), story.finding()
    outcome = story.outcome(story.theme(finding))
    done, open_, declined = story.done(finding), story.action(finding), story.action(finding)
    answer(action=declined, version=1, accept=False, reason="No.", by=story.sam, now=story.now)
    story.action(other)
    story.evaluation(outcome, difference="partly", next_on=story.in_days(9))
    last = story.evaluation(outcome, result="28 of 29")

    response = response_of(world.reach(story.priya), case)

    assert (response.done, response.impact, response.more) == ([done], [last], [open_])


def test_the_response_is_for_those_who_see_the_case(story, world):
    case = world.case()
    story.done(story.finding(case))
    assert response_of(world.reach(world.northmere.people["tom"]), case).done == []
