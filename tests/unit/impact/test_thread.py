"""The thread of a finding: its boxes, and where it is stuck, from found to its end."""

import datetime as dt

import pytest

from uplift.loop.actions import operations as actions
from uplift.loop.actions.models import Action
from uplift.loop.impact import queries
from uplift.loop.impact.thread.boxes import Box, boxes, named, short
from uplift.loop.impact.thread.nexts import Next, next_of
from uplift.loop.impact.thread.words import in_words
from uplift.loop.learning.models import Finding, Outcome
from uplift.loop.learning.operations import add_voice, release_finding, set_priority
from uplift.loop.learning.queries import with_source
from uplift.loop.sharing import operations as sharing
from uplift.loop.sharing.models import Confirmation


class Seen:
    """The thread of a finding as one person sees it today."""

    def __init__(self, world, user, finding: Finding) -> None:
        self.reach = world.reach(user)
        rows = Finding.objects.visible_to(user, world.today)
        self.finding = with_source(rows, self.reach).get(pk=finding.pk)
        self.thread = queries.thread_of(self.reach, self.finding)

    @property
    def boxes(self) -> dict[str, Box]:
        return {box.title: box for box in boxes(self.thread, {})}

    @property
    def states(self) -> str:
        return " ".join(box.state for box in boxes(self.thread, {}))

    @property
    def next(self) -> Next:
        found = next_of(self.thread, self.reach)
        assert found
        return found


def test_the_whole_way(story, world):  # budget: one story, told in its order
    finding = story.finding(world.case("Child Heron"))

    def see() -> Seen:
        return Seen(world, story.priya, finding)

    assert see().states == "open waiting waiting waiting waiting waiting"
    assert see().boxes["Found"].lines[-1] == "not released yet"
    assert see().boxes["Found"].current
    assert see().next.title == "Release the finding"
    release_finding(finding=finding, version=1, **story.by)
    assert see().next.title == "Put it in a theme"
    theme = story.theme(finding)
    assert see().next.title == "Set an outcome"
    outcome = story.outcome(theme)
    assert see().boxes["Outcome"].lines[1] == "38 % → 90 %"
    assert see().next.title == "Propose an action"
    action = story.action(finding)
    assert see().next.title == "Accept or decline the action"
    assert "asked today" in see().next.why
    answer = {"by": story.sam, "now": story.now}
    actions.answer(action=action, version=1, accept=True, reason="", **answer)
    assert see().next.title == "Write a briefing"
    briefing = story.briefing(finding, issued=False)
    assert see().states == "done done done open open waiting"
    assert see().next.title == "Issue the briefing"
    sharing.issue(briefing=briefing, version=1, **story.by)
    assert see().next.title == "Ask agencies to pass it on"
    confirmation = story.asked(briefing)[0]
    Confirmation.objects.update(asked_on=story.in_days(-41))
    assert "had the briefing for 41 days" in see().next.why
    assert see().next.action == "Ask again"
    said = {"on": world.today, "says": "Meetings.", "reached": 40, "staff": 50}
    sharing.confirm(confirmation=confirmation, **said, **answer)
    assert see().boxes["Shared"].lines == ["40 of 50 people"]
    assert see().next.why == "1 action is under way; this is due first."
    actions.finish(action=action, version=2, on=world.today, evidence="Seen.", **answer)
    assert see().next.title == "See whether it lasts"
    actions.embed(action=action, version=3, on=world.today, embedding="Sample.", **story.by)
    assert see().next.action == "Open the outcome"
    assert see().states == "done done done done done waiting"
    Outcome.objects.update(next_on=world.today)
    assert see().next.action == "Evaluate"
    story.evaluation(outcome)
    assert see().states == "done done done done done done"
    assert next_of(see().thread, see().reach) is None


def test_what_is_late_says_so(story, world):
    finding = story.finding()
    outcome = story.outcome(story.theme(finding))
    action = story.accepted(finding)
    confirmation = story.asked(story.briefing(finding), "police", "health")[0]
    past = story.in_days(-2)
    Action.objects.update(due=past)
    Confirmation.objects.filter(pk=confirmation.pk).update(due=past)
    Outcome.objects.update(next_on=past)

    seen = Seen(world, story.priya, finding)

    assert seen.states == "done done done late late late"
    assert seen.next.title == "Finish the action"
    assert seen.boxes["Action"].lines == ["1 action", "1 late", "Northshire Police"]
    Action.objects.filter(pk=action.pk).update(due=story.in_days(9))
    seen = Seen(world, story.priya, finding)
    assert "So has 1 other agency." in seen.next.why
    story.evaluation(outcome, difference="no", next_on=story.in_days(9))
    assert Seen(world, story.priya, finding).boxes["Impact"].state == "open"
    Outcome.objects.update(next_on=past)
    assert Seen(world, story.priya, finding).boxes["Impact"].state == "late"


def test_a_declined_action_leaves_the_thread_stuck(story, world):
    finding = story.finding()
    story.outcome(story.theme(finding))
    action = story.action(finding)
    actions.answer(
        action=action, version=1, accept=False, reason="Too dear.", by=story.sam, now=story.now
    )
    seen = Seen(world, story.priya, finding)
    assert (seen.boxes["Action"].state, seen.boxes["Action"].lines[1]) == ("late", "1 declined")
    assert seen.next.why == "Northshire Police declined: Too dear."


def test_an_agency_lead_sees_their_part_of_the_thread(story, world):
    finding = story.finding()
    story.outcome(story.theme(finding))
    story.action(finding, agency="health")
    seen = Seen(world, story.sam, finding)
    assert seen.boxes["Action"].lines == ["others act on it"]
    assert seen.next.title == "Write a briefing"
    assert "isn't part of your role" in seen.next.refusal.sentence
    story.asked(story.briefing(finding), "police")
    own = Seen(world, story.sam, finding).next
    assert (own.action, own.refusal) == ("Confirm", None)


def test_boxes_name_a_few_and_count_the_rest(story, world):
    finding = story.finding()
    add_voice(
        finding=finding,
        whose="child",
        says="I told it.",
        source="visit",
        on=world.today,
        **story.by,
    )
    theme = story.theme(finding)
    set_priority(theme=theme, version=1, priority_year=world.today.year, reason="So.", **story.by)
    story.outcome(theme)
    story.outcome(theme)
    seen = Seen(world, story.priya, finding)
    assert "1 voice" in seen.boxes["Found"].lines
    assert f"priority {world.today.year}" in seen.boxes["Theme"].lines
    assert seen.boxes["Outcome"].lines[-1] == "and 1 more"
    assert named(dict.fromkeys("abcde")) == "a, b, c and 2 more"
    assert named(dict.fromkeys("ab")) == "a and b"
    assert short("word " * 30).endswith(" …")


def test_history_along_the_thread(story, world):
    finding = story.finding()
    story.action(finding)
    seen = Seen(world, story.priya, finding)
    entries = queries.history_of(seen.reach, seen.thread)
    assert [in_words(entry) for entry in entries] == ["Action proposed", "Finding added"]
    entries[0].operation = "other.thing"
    assert in_words(type(entries[0])(operation="other.thing")) == "other.thing"
    assert entries[0].at - dt.timedelta(days=1) < story.now


@pytest.mark.parametrize("reached", [0, 1])
def test_people_are_counted(story, world, reached):
    finding = story.finding()
    briefing = story.briefing(finding)
    if reached:
        sharing.deliver(
            briefing=briefing,
            route="website_professionals",
            audience="one",
            on=world.today,
            reach=1,
            **story.by,
        )
    line = Seen(world, story.priya, finding).boxes["Shared"].lines[0]
    assert line == ("1 person" if reached else "0 people")


def test_stages_are_called_as_the_framework_calls_them(story, world):
    seen = Seen(world, story.priya, story.finding(world.case("Child Heron")))
    named = boxes(seen.thread, {"theme": "Priority learning themes"})
    assert [box.title for box in named][:3] == ["Found", "Priority learning themes", "Outcome"]
