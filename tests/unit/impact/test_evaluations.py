"""Evaluating outcomes, and what findings learn of it."""

import pytest

from uplift.ground.history.models import Entry
from uplift.ground.ui.refusal import NotYours
from uplift.loop.impact import operations, policies, queries
from uplift.loop.impact.models import Evaluation
from uplift.loop.impact.operations import EvaluationRefused
from uplift.loop.learning.models import STAGES, Finding
from uplift.loop.learning.operations import group, ungroup


def test_an_evaluation_shows_whether_a_finding_made_a_difference(story, world):
    finding = story.finding()
    outcome = story.outcome(story.theme(finding))

    unknown = story.evaluation(outcome, difference="not_known", next_on=story.in_days(30))
    assert Finding.objects.get().shown_on is None
    outcome.refresh_from_db()
    assert outcome.next_on == story.in_days(30)
    shown = story.evaluation(outcome)

    assert Finding.objects.get().shown_on == world.today
    outcome.refresh_from_db()
    assert outcome.next_on is None
    assert (
        str(shown) == "It made a difference: Every first contact shows that history was considered."
    )
    assert str(unknown).startswith("Not known: ")
    assert Entry.objects.filter(operation="impact.evaluated").count() == 2


@pytest.mark.parametrize(
    ("days", "changes", "field", "says"),
    [
        (1, {}, "on", "in the future"),
        (-1, {}, "on", "wasn't set yet"),
        (0, {"difference": "no"}, "next_on", "looked at again"),
        (0, {"difference": "not_known"}, "next_on", "looked at again"),
        (0, {"difference": "partly"}, "next_on", "looked at again"),
    ],
)
def test_an_evaluation_that_cannot_be(story, days, changes, field, says):
    outcome = story.outcome(story.theme())
    with pytest.raises(EvaluationRefused, match=says) as refusal:
        story.evaluation(outcome, on=story.in_days(days), **changes)
    assert refusal.value.field == field
    with pytest.raises(EvaluationRefused, match="later than this one"):
        story.evaluation(outcome, next_on=story.in_days(0))
    assert not Evaluation.objects.exists()


def test_a_finding_that_joins_later_has_not_been_shown_yet(story):
    first, later = story.finding(), story.finding()
    theme = story.theme(first)
    story.evaluation(story.outcome(theme))
    group(theme=theme, findings=[later], **story.by)
    theme.groupings.filter(finding=later).update(on=story.in_days(1))
    operations.note_impact(Finding.objects.all())

    assert list(Finding.objects.exclude(shown_on=None)) == [first]
    ungroup(theme=theme, finding=first, **story.by)
    assert not Finding.objects.exclude(shown_on=None).exists()


def test_counting_all_stages_anew_changes_nothing(story, world):
    finding, other = story.finding(), story.finding(world.case())
    outcome = story.outcome(story.theme(finding))
    story.embedded(finding, outcome=outcome)
    story.asked(story.briefing(finding))
    story.action(other)
    story.evaluation(outcome)
    before = list(Finding.objects.order_by("pk").values())
    Finding.objects.update(**{stage.column: None for stage in STAGES})

    operations.rebuild_stages()

    assert list(Finding.objects.order_by("pk").values()) == before
    assert [stage.key for stage in STAGES if before[0][stage.column]] == [
        *("theme", "outcome", "action", "embedded", "impact")
    ]


def test_who_evaluates_and_who_reads(story, world):
    outcome = story.outcome(story.theme(story.finding()))
    evaluation = story.evaluation(outcome)
    sam, manager = world.reach(story.sam), world.reach(story.priya)
    assert isinstance(policies.may_evaluate(sam), NotYours)
    assert policies.may_evaluate(manager) is None
    assert list(queries.evaluations_of(sam)) == [evaluation]
    stranger = world.southvale.people["priya"]
    assert not Evaluation.objects.visible_to(stranger, world.today).exists()


def test_lists(story, world):
    reach = world.reach(story.priya)
    first, second = story.theme(), story.theme(name="Listening")
    soon = story.outcome(first, evaluate_on=story.in_days(3))
    later = story.outcome(second)
    assert list(queries.to_evaluate(reach)) == [soon, later]
    yes = story.evaluation(soon)
    no = story.evaluation(later, difference="no", next_on=story.in_days(50))
    assert list(queries.to_evaluate(reach)) == [later]
    rows = queries.evaluations_of(reach)
    assert list(queries.matching(rows, {})) == [no, yes]
    assert list(queries.matching(rows, {"difference": "yes"})) == [yes]
    assert list(queries.matching(rows, {"theme": second})) == [no]
