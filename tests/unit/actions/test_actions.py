"""What can be done with an action, and when."""

import pytest

from tests.support.thread import Story
from uplift.ground.boards.models import Agency
from uplift.ground.drafts.versions import Stale
from uplift.ground.history.models import Entry
from uplift.ground.ui.refusal import NotYours, Refusal
from uplift.loop.actions import operations, policies
from uplift.loop.actions.models import Action
from uplift.loop.actions.operations import ActionRefused
from uplift.loop.learning.models import Finding
from uplift.loop.learning.operations import CaseNamed, NameFound

_S = Action.Status


def wanted(action: Action, **changes: object) -> dict[str, object]:
    names = ("title", "success", "agency", "due", "owner", "outcome")
    stored = {name: getattr(action, name) for name in names}
    return {**stored, "findings": list(action.findings.all()), **changes}


def test_an_action_answers_findings(story, world):
    finding = story.finding()
    action = story.action(finding, owner=story.sam)

    assert (action.number, action.status, str(action)) == (1, "proposed", action.title)
    assert Finding.objects.get().acted_on == world.today
    assert Entry.objects.get(operation="actions.proposed").detail["agency"] == "police"
    assert story.action(finding).number == 2


def test_what_an_action_needs(story, world):
    finding = story.finding()
    stranger = Agency.objects.create(name="Elsewhere Trust", slug="elsewhere", kind="health")
    south = Story(world, world.southvale)
    foreign = south.finding()
    aim = south.outcome(south.theme(foreign))
    for field, changes in {
        "success": {"success": " "},
        "agency": {"agency": stranger},
        "due": {"due": story.in_days(-1)},
        "outcome": {"outcome": aim},
        "owner": {"owner": story.priya},
    }.items():
        with pytest.raises(ActionRefused) as refusal:
            story.action(finding, **changes)
        assert refusal.value.field == field
    for findings in ((), (foreign,)):
        with pytest.raises(ActionRefused) as refusal:
            story.action(*findings)
        assert refusal.value.field == "findings"
    assert not Action.objects.exists()


def test_an_agency_is_not_told_whose_case_it_is(story, world):
    case = world.case("Child Heron")
    finding = story.finding(case)
    for field in ("title", "success"):
        with pytest.raises(CaseNamed):
            story.action(finding, **{field: f"Read {case.reference.lower()}"})
    person = case.people.first()
    person.sealed = {"name": "Hope Fairweather"}
    person.save()
    with pytest.raises(NameFound):
        story.action(finding, title="Visit with Hope")
    action = story.action(finding, title="Visit with Hope", names_checked=True)
    with pytest.raises(NameFound):
        operations.change(action=action, version=1, **wanted(action), **story.by)


def test_the_agency_accepts(story, world):
    action = story.accepted(story.finding())
    assert (action.status, action.answered_on) == (_S.ACCEPTED, world.today)
    assert action.progress.get().says == "Accepted."


def test_the_agency_declines_with_its_reason(story):
    action = story.action(story.finding())
    answer = {"action": action, "version": 1, "accept": False, "by": story.sam, "now": story.now}
    with pytest.raises(ActionRefused, match="Say why"):
        operations.answer(**answer, reason=" ")

    operations.answer(**answer, reason="The system is replaced in May.")

    assert action.status == _S.DECLINED
    assert Finding.objects.get().acted_on is None
    with pytest.raises(Refusal, match="answered already"):
        operations.answer(**{**answer, "version": 2}, reason="Again")


def test_a_changed_request_is_asked_again(story, world):
    action = story.accepted(story.finding())
    other = story.finding()
    operations.change(
        action=action, version=2, **wanted(action, findings=[other], owner=story.sam), **story.by
    )
    assert action.status == _S.ACCEPTED
    assert set(Finding.objects.exclude(acted_on=None)) == {other}

    operations.change(action=action, version=3, **wanted(action, due=story.in_days(60)), **story.by)
    assert action.status == _S.PROPOSED
    with pytest.raises(ActionRefused, match="in the past"):
        operations.change(
            action=action, version=4, **wanted(action, due=story.in_days(-1)), **story.by
        )
    with pytest.raises(Stale) as stale:
        operations.change(action=action, version=3, **wanted(action, title="Late"), **story.by)
    assert stale.value.stored["findings"] == [other]


def test_a_declined_action_can_be_proposed_otherwise(story):
    action = story.action(story.finding())
    operations.answer(
        action=action, version=1, accept=False, reason="No.", by=story.sam, now=story.now
    )
    operations.change(action=action, version=2, **wanted(action), **story.by)
    assert (action.status, action.reason) == (_S.PROPOSED, "")


def test_done_needs_evidence_and_a_day_that_has_come(story, world):
    action = story.accepted(story.finding())
    done = {"action": action, "version": 2, "by": story.sam, "now": story.now}
    for on, evidence, field in (
        (world.today, " ", "evidence"),
        (story.in_days(1), "Seen.", "on"),
        (story.in_days(-1), "Seen.", "on"),
    ):
        with pytest.raises(ActionRefused) as refusal:
            operations.finish(**done, on=on, evidence=evidence)
        assert refusal.value.field == field

    operations.finish(**done, on=world.today, evidence="Seen.")

    assert (action.status, action.evidence) == (_S.DONE, "Seen.")
    with pytest.raises(Refusal, match="can be finished"):
        operations.finish(**{**done, "version": 3}, on=world.today, evidence="Seen.")
    with pytest.raises(Refusal, match="Reopen it first"):
        operations.change(action=action, version=3, **wanted(action), **story.by)


def test_done_is_not_embedded_until_somebody_else_sees_that_it_lasts(story, world):
    finding = story.finding()
    action = story.done(finding)
    lasts = {"action": action, "version": 3, "on": world.today, "now": story.now}
    assert Finding.objects.get().embedded_on is None
    with pytest.raises(ActionRefused, match="somebody else"):
        operations.embed(**lasts, embedding="A sample.", by=story.sam)
    with pytest.raises(ActionRefused, match="by what it is seen"):
        operations.embed(**lasts, embedding=" ", by=story.priya)

    operations.embed(**lasts, embedding="A sample.", by=story.priya)

    assert Finding.objects.get().embedded_on == world.today
    story.action(finding)
    assert Finding.objects.get().embedded_on is None


def test_an_action_that_is_not_done_after_all_is_opened_again(story):
    action = story.embedded(story.finding())
    with pytest.raises(ActionRefused, match="Say why"):
        operations.reopen(action=action, version=4, reason="", **story.by)

    operations.reopen(action=action, version=4, reason="The sample was wrong.", **story.by)

    assert (action.status, action.done_on) == (_S.ACCEPTED, None)
    assert Finding.objects.get().embedded_on is None


def test_progress_is_told_of_what_was_accepted(story):
    action = story.action(story.finding())
    with pytest.raises(Refusal, match="has accepted"):
        operations.say(action=action, says="Begun.", by=story.sam, now=story.now)
    operations.answer(action=action, version=1, accept=True, reason="", by=story.sam, now=story.now)
    progress = operations.say(action=action, says="Begun.", by=story.sam, now=story.now)
    assert str(progress).startswith("Put the history on the first screen on ")


@pytest.mark.parametrize("status", _S.values)
def test_the_table_of_what_can_be_done_when(status):
    action = Action(status=status)
    allowed = {what for what in policies.WHEN if policies.can(action, what) is None}
    assert (
        allowed
        == {
            "proposed": {"change", "answer"},
            "accepted": {"change", "say", "finish"},
            "declined": {"change"},
            "done": {"say", "embed", "reopen"},
            "embedded": {"reopen"},
        }[status]
    )


def test_an_agency_answers_for_its_own_actions_only(story, world):
    people = world.northmere.people
    action = story.action(story.finding())
    manager, sam, meera = (world.reach(people[key]) for key in ("priya", "sam", "meera"))

    for may in (policies.may_answer, policies.may_say, policies.may_finish):
        assert isinstance(may(meera, action), NotYours)
        assert not isinstance(may(sam, action), NotYours)
        assert not isinstance(may(manager, action), NotYours)
    for may in (policies.may_change, policies.may_embed, policies.may_reopen):
        assert isinstance(may(sam, action), NotYours)
        assert not isinstance(may(manager, action), NotYours)
    assert "Northshire Police" in policies.may_answer(meera, action).sentence
