"""Themes, priorities, outcomes, and since when findings have had them."""

import pytest

from tests.support.thread import OUTCOME, Story
from uplift.ground.drafts.versions import Stale
from uplift.loop.learning import operations
from uplift.loop.learning.models import Finding, Outcome, Theme
from uplift.loop.learning.operations import OutcomeRefused, ThemeRefused


def test_a_theme_of_findings_from_anywhere(story, world):
    first, second = story.finding(), story.finding(world.case())

    theme = story.theme(first, second)

    assert set(theme.findings.all()) == {first, second}
    assert {f.themed_on for f in Finding.objects.all()} == {world.today}


def test_one_theme_a_name(story):
    theme, other = story.theme(name="Using history"), story.theme(name="Listening")
    with pytest.raises(ThemeRefused, match="this name already"):
        story.theme(name="USING history")
    with pytest.raises(ThemeRefused, match="this name already"):
        operations.change_theme(theme=other, version=1, name="Using History", says="", **story.by)

    operations.change_theme(theme=theme, version=1, name="Using history", says="So.", **story.by)

    assert Theme.objects.get(pk=theme.pk).says == "So."


def test_a_finding_stands_in_a_theme_once_and_can_leave_it(story):
    finding = story.finding()
    theme = story.theme(finding)
    operations.group(theme=theme, findings=[finding], **story.by)
    assert str(theme.groupings.get()) == f"{finding} in {theme}"

    operations.ungroup(theme=theme, finding=finding, **story.by)

    finding.refresh_from_db()
    assert finding.themed_on is None
    with pytest.raises(ThemeRefused, match="isn't in the theme"):
        operations.ungroup(theme=theme, finding=finding, **story.by)


def test_a_finding_of_another_board_stays_out(story, world):
    foreign = Story(world, world.southvale).finding()

    with pytest.raises(ThemeRefused, match="another board"):
        story.theme(foreign)


def test_a_priority_has_a_year_and_reasons(story, world):
    theme = story.theme()
    year = world.today.year
    for wanted, field in (((year, " "), "reason"), ((year - 1, "So."), "priority_year")):
        with pytest.raises(ThemeRefused) as refusal:
            operations.set_priority(
                theme=theme, version=1, priority_year=wanted[0], reason=wanted[1], **story.by
            )
        assert refusal.value.field == field

    operations.set_priority(
        theme=theme, version=1, priority_year=year, reason="Three sources.", **story.by
    )
    assert theme.priority_year == year
    operations.set_priority(
        theme=theme, version=2, priority_year=None, reason="It lasts.", **story.by
    )
    assert theme.priority_year is None


@pytest.mark.parametrize("field", list(OUTCOME))
def test_an_outcome_without_a_measure_or_a_plan_is_refused(story, field):
    with pytest.raises(OutcomeRefused) as refusal:
        story.outcome(story.theme(), **{field: " "})
    assert refusal.value.field == field
    assert not Outcome.objects.exists()


@pytest.mark.parametrize("field", ["due", "evaluate_on"])
def test_an_outcome_lies_ahead(story, field):
    with pytest.raises(OutcomeRefused) as refusal:
        story.outcome(story.theme(), **{field: story.in_days(-1)})
    assert refusal.value.field == field


def test_findings_have_an_outcome_since_both_were_there(story, world):
    early, late = story.finding(), story.finding()
    theme = story.theme(early)
    story.outcome(theme)
    operations.group(theme=theme, findings=[late], **story.by)

    assert {f.outcome_on for f in Finding.objects.all()} == {world.today}
    operations.ungroup(theme=theme, finding=early, **story.by)
    early.refresh_from_db()
    assert early.outcome_on is None


def test_changing_an_outcome_moves_its_evaluation(story):
    outcome = story.outcome(story.theme())
    days = {"due": outcome.due, "evaluate_on": story.in_days(5)}
    operations.change_outcome(outcome=outcome, version=1, **days, **OUTCOME, **story.by)
    assert outcome.next_on == story.in_days(5)

    with pytest.raises(OutcomeRefused, match="to come"):
        operations.change_outcome(
            outcome=outcome,
            version=2,
            due=outcome.due,
            evaluate_on=story.in_days(-2),
            **OUTCOME,
            **story.by,
        )
    with pytest.raises(Stale):
        operations.change_outcome(outcome=outcome, version=1, **days, **OUTCOME, **story.by)
    with pytest.raises(OutcomeRefused, match="needs a measure"):
        operations.change_outcome(
            outcome=outcome, version=2, **days, **{**OUTCOME, "seen_by": ""}, **story.by
        )
