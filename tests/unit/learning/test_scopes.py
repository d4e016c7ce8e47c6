"""Who sees which findings, themes and outcomes; and which of them a filter shows."""

import datetime as dt

from tests.support.thread import Story
from uplift.loop.cases import operations as cases
from uplift.loop.learning import operations, queries
from uplift.loop.learning.models import Finding, Outcome, Theme

COUNTED = ("name", "found", "aims")


def test_another_board_sees_nothing(story, world):
    finding = story.finding()
    outcome = story.outcome(story.theme(finding))
    stranger, today = world.southvale.people["priya"], world.today

    assert not Finding.objects.visible_to(stranger, today).exists()
    assert not Theme.objects.visible_to(stranger, today).exists()
    assert not Outcome.objects.visible_to(stranger, today).exists()
    sam = world.northmere.people["sam"]
    assert Outcome.objects.visible_to(sam, today).get() == outcome


def test_an_unreleased_finding_is_seen_with_its_case(story, world):
    case = world.case()
    story.finding(case)
    people, today = world.northmere.people, world.today

    def sees(key: str) -> bool:
        return Finding.objects.visible_to(people[key], today).exists()

    assert sees("priya")
    assert not sees("sam")
    assert not sees("tom")
    cases.declare_conflict(
        case=case, user=story.priya, reason="A neighbour.", by=story.priya, now=story.now
    )
    assert not sees("priya")


def test_access_that_has_ended_shows_nothing(story, world):
    case, today = world.case(), world.today
    story.finding(case)
    reviewer = world.northmere.people["tom"]
    cases.add_member(
        case=case,
        user=reviewer,
        role="lead_reviewer",
        starts=today,
        ends=today + dt.timedelta(days=10),
        by=story.priya,
        now=story.now,
    )
    seen = Finding.objects.visible_to
    assert seen(reviewer, today + dt.timedelta(days=10)).exists()
    assert not seen(reviewer, today + dt.timedelta(days=11)).exists()


def test_the_source_is_told_to_those_who_see_the_case(story, world):
    case = world.case("Child Heron")
    finding = story.finding(case)
    operations.release_finding(finding=finding, version=1, **story.by)

    def told(key: str) -> str:
        reach = world.reach(world.northmere.people[key])
        rows = queries.with_source(queries.findings_of(reach), reach)
        return queries.source_in_words(rows.get(case=case))

    assert "Child Heron" in told("priya")
    assert told("tom") == "A case review"
    story.finding()
    reach = world.reach(story.priya)
    found = queries.with_source(queries.findings_of(reach), reach).get(case=None)
    assert queries.source_in_words(found) == "Review of the board"


def test_filters(story, world):
    reach = world.reach(story.priya)
    plain = story.finding()
    good = story.finding(kind="good_practice")
    mine = story.finding(world.case())
    theme = story.theme(good)

    def shown(**wanted):
        rows = queries.matching(queries.findings_of(reach), wanted)
        return set(rows.values_list("number", flat=True))

    assert shown() == {plain.number, good.number, mine.number}
    assert shown(kind="good_practice") == {good.number}
    assert shown(source="case") == {mine.number}
    assert shown(source="inspection") == {plain.number, good.number}
    assert shown(theme=theme) == {good.number}
    assert shown(stage="theme") == {good.number}
    assert shown(stage="not-theme") == {plain.number, mine.number}
    assert shown(inspection=plain.inspection) == {plain.number, good.number}
    assert list(queries.findings_of_case(reach, mine.case)) == [mine]


def test_themes_count_what_the_person_sees(story, world):
    theme = story.theme(story.finding(), story.finding(world.case()))
    story.outcome(theme)
    story.theme(name="Empty")

    def counts(key: str) -> dict[str, tuple[int, int]]:
        rows = queries.theme_rows(world.reach(world.northmere.people[key]))
        return {name: (found, aims) for name, found, aims in rows.values_list(*COUNTED)}

    assert counts("priya") == {"Using history": (2, 1), "Empty": (0, 0)}
    assert counts("tom") == {"Using history": (1, 1), "Empty": (0, 0)}
    assert not queries.themes_of(world.reach(story.priya, world.southvale)).exists()
    assert Story(world, world.southvale).theme().name == "Using history"


def test_how_far_a_finding_has_got(story):
    finding = story.finding()
    assert (finding.reached, finding.lacking.key) == (None, "theme")
    story.outcome(story.theme(finding))
    finding.refresh_from_db()
    assert (finding.reached.key, finding.lacking.key) == ("outcome", "action")
    assert str(finding) == finding.title
