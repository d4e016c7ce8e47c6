"""Opening a case, recording in it, and setting right what was recorded."""

import datetime as dt
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from tests.world import World
from uplift.ground.drafts.versions import Stale
from uplift.ground.history.models import Entry
from uplift.ground.ui.refusal import Refusal
from uplift.loop.cases import operations
from uplift.loop.cases.models import Case, Fact, Person, Task
from uplift.loop.cases.operations.opening import OpeningRefused
from uplift.loop.cases.queries import position_of, same_people

NOTIFIED = {
    "told_by": "Duty manager",
    "happened": "died",
    "incident": "2026-11",
    "account": "What is known so far.",
    "resident": "yes",
}


def open_case(world: World, **changes: Any) -> Case:
    cast = world.northmere
    given: dict[str, Any] = {
        "board": cast.board,
        "process_id": "scr",
        "pseudonym": "Child Test",
        "on": world.today,
        "values": NOTIFIED,
        "people": [operations.NewPerson("child", "Child Test", {"name": "A. Nonymous"})],
        "by": cast.people["priya"],
        "as_role": "business_manager",
        "now": timezone.now(),
    }
    return operations.open_case(**(given | changes))


def state_of_tasks() -> list[tuple[Any, ...]]:
    fields = (
        "case",
        "position",
        "step",
        "item",
        "agency",
        "state",
        "due",
        "done_on",
        "explanation",
    )
    return list(Task.objects.order_by("case", "position", "item").values_list(*fields))


def test_opening_gives_reference_tasks_people_and_history(world: World) -> None:
    case = open_case(world)
    year = world.today.year
    assert case.reference == f"NM-{year}-001"
    assert open_case(world).reference == f"NM-{year}-002"
    assert case.tasks.get(step="refer").state == "open"
    assert Person.objects.get(case=case).sealed == {"name": "A. Nonymous"}
    entry = Entry.objects.filter(operation="cases.opened").order_by("pk").first()
    assert entry
    assert "Nonymous" not in str(entry.detail) + entry.about


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"process_id": "no_such"}, "no such type"),
        ({"values": NOTIFIED | {"told_by": ""}}, "Who told us?"),
        ({"as_role": "agency_lead"}, "Only the Business"),
        ({"reference": "NM-1"}, "already a case NM-1"),
        ({"step": "refer"}, "doesn't start with that"),
        ({"on": dt.date(2999, 1, 1)}, "future"),
    ],
)
def test_an_opening_that_is_refused_leaves_nothing(
    world: World, changes: dict[str, Any], sentence: str
) -> None:
    open_case(world, reference="NM-1")
    before = Case.objects.count(), Person.objects.count(), Fact.objects.count()
    with pytest.raises(OpeningRefused, match=sentence):
        open_case(world, **changes)
    assert before == (Case.objects.count(), Person.objects.count(), Fact.objects.count())


def test_a_board_without_a_framework_opens_no_case(world: World) -> None:
    with pytest.raises(OpeningRefused, match="hasn't adopted a framework"):
        open_case(world, now=timezone.now() - dt.timedelta(days=5000))


def test_a_step_by_the_wrong_person_is_refused_in_a_sentence(world: World) -> None:
    case, priya = world.case(until="refer"), world.northmere.people["priya"]
    with pytest.raises(operations.RecordRefused) as refused:
        operations.record(
            case=case,
            step="convene",
            on=world.today,
            by=priya,
            roles={"business_manager"},
            now=timezone.now(),
            version=case.version,
        )
    assert refused.value.refused[0].code == "not_your_seat"
    assert "Chair of the Case Review Subgroup" in refused.value.sentence


def test_an_older_version_is_stale_and_nothing_is_written(world: World) -> None:
    case, ann = world.case(until="convene"), world.northmere.people["ann"]
    facts = Fact.objects.count()
    with pytest.raises(Stale):
        operations.record(
            case=case,
            step="refer",
            on=world.today,
            by=ann,
            roles={"board_chair"},
            now=timezone.now(),
            version=case.version - 1,
        )
    assert Fact.objects.count() == facts


def test_tasks_rebuilt_from_the_facts_are_the_same(world: World) -> None:
    for pseudonym in ("Child Linnet", "Child Martin", "Child Siskin"):
        world.case(pseudonym)
    operations.rebuild_all_tasks(world.today)
    before = state_of_tasks()
    Task.objects.all().delete()
    operations.rebuild_all_tasks(world.today)
    assert state_of_tasks() == before


def test_a_correction_equals_having_recorded_it_right(world: World) -> None:
    case, helen = world.case(until="peer_challenge"), world.northmere.people["helen"]
    panel = case.facts.get(step="panel")
    operations.correct(
        case=case,
        fact=panel,
        on=panel.on - dt.timedelta(days=1),
        outcome=panel.outcome,
        values=panel.values,
        by=helen,
        roles={"criteria_panel_chair"},
        now=timezone.now(),
        version=case.version,
    )
    assert position_of(case, world.today).step("panel").done_on == panel.on - dt.timedelta(days=1)
    assert case.facts.filter(step="panel").count() == 2


def test_pause_and_resume_move_the_clock(world: World) -> None:
    case, priya = world.case("Child Linnet"), world.northmere.people["priya"]
    due = position_of(case, world.today).step("report").due
    common: dict[str, Any] = {"by": priya, "roles": {"business_manager"}, "now": timezone.now()}
    week_ago = world.today - dt.timedelta(days=7)
    operations.pause(case=case, on=week_ago, reason="A trial", version=case.version, **common)
    case.refresh_from_db()
    assert case.status == Case.Status.PAUSED
    operations.resume(case=case, on=world.today, version=case.version, **common)
    case.refresh_from_db()
    assert case.status == Case.Status.OPEN
    assert due
    assert position_of(case, world.today).step("report").due == due + dt.timedelta(days=7)


def test_a_late_reason_is_kept_with_the_case(world: World) -> None:
    case, ann = world.case("Child Plover"), world.northmere.people["ann"]
    assert position_of(case, world.today).step("scr_decision").reason_needed
    operations.give_late_reason(
        case=case,
        step="scr_decision",
        reason="I asked for peer challenge first.",
        on=world.today,
        by=ann,
        roles={"board_chair"},
        now=timezone.now(),
        version=case.version,
    )
    assert position_of(case, world.today).step("scr_decision").reason_given


def test_a_decision_can_turn_the_case_into_another_type(world: World) -> None:
    case, ann = world.case(until="peer_challenge"), world.northmere.people["ann"]
    operations.record(
        case=case,
        step="scr_decision",
        on=world.today,
        outcome="case_review",
        values={"reasons": "A lighter review teaches as much here."},
        by=ann,
        roles={"board_chair"},
        now=timezone.now(),
        version=case.version,
    )
    case.refresh_from_db()
    assert (case.process, case.started_as) == ("case_review", "scr")
    assert case.tasks.get(step="refer_subgroup").state == "open"
    assert case.roles.filter(role="case_review_subgroup_chair").exists()


@pytest.mark.parametrize(
    "sql", ["UPDATE cases_fact SET outcome = 'none'", "DELETE FROM cases_fact"]
)
def test_the_database_refuses_to_change_a_fact(world: World, sql: str) -> None:
    world.case(until="refer")
    with (
        pytest.raises(DatabaseError, match="never changed"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(sql)


def test_the_same_child_twice_is_noticed_without_being_told_where(world: World) -> None:
    child = {"name": "Rowan  TESTER", "date_of_birth": "2019-04-02"}
    world.case("Child Alder", until="refer")
    reach = world.reach(world.northmere.people["priya"])
    marks = [operations.opening.marks(child)]
    assert [person.pseudonym for person in same_people(reach, marks)] == ["Child Alder"]
    assert not same_people(world.reach(world.southvale.people["priya"], world.southvale), marks)
    assert not same_people(reach, [operations.opening.marks({"name": "Rowan Tester"})])


def test_identity_is_opened_for_a_reason_that_is_kept(world: World) -> None:
    case, priya = world.case(until="refer"), world.northmere.people["priya"]
    with pytest.raises(Refusal, match="why you need"):
        operations.open_identity(case=case, reason=" ", by=priya, now=timezone.now())
    opened = operations.open_identity(
        case=case, reason="To answer the coroner", by=priya, now=timezone.now()
    )
    assert opened[0][1]["name"] == "Alex Example"
    assert priya.readings.get(kind="identity").reason == "To answer the coroner"
    person = operations.change_identity(
        person=opened[0][0], identity={"name": "Alex Sample"}, by=priya, now=timezone.now()
    )
    assert Person.objects.get(pk=person.pk).sealed == {"name": "Alex Sample"}
    with connection.cursor() as cursor:
        cursor.execute("SELECT sealed FROM cases_person")
        assert not any("Sample" in row[0] for row in cursor.fetchall())


def test_a_member_needs_an_end_and_leaves_on_a_day(world: World) -> None:
    case, priya = world.case(until="refer"), world.northmere.people["priya"]
    tom, now = world.northmere.people["tom"], timezone.now()
    common: dict[str, Any] = {"case": case, "by": priya, "now": now}
    with pytest.raises(Refusal, match="day their access"):
        operations.add_member(user=tom, role="lead_reviewer", starts=world.today, **common)
    member = operations.add_member(
        user=tom, role="lead_reviewer", starts=world.today, ends=world.today, **common
    )
    with pytest.raises(Refusal, match="before it starts"):
        operations.end_member(
            member=member, on=world.today - dt.timedelta(days=1), by=priya, now=now
        )
    assert operations.end_member(member=member, on=world.today, by=priya, now=now).ends
    operations.declare_conflict(user=tom, reason="A relative", **common)
    with pytest.raises(Refusal, match="interest"):
        operations.add_member(
            user=tom, role="lead_reviewer", starts=world.today, ends=world.today, **common
        )
    with pytest.raises(Refusal, match="already declared"):
        operations.declare_conflict(user=tom, reason="A relative", **common)


def test_another_person_can_join_the_case(world: World) -> None:
    case, priya = world.case(until="refer"), world.northmere.people["priya"]
    sibling = operations.NewPerson("sibling", "Sibling Heron", {"name": "Ash Example"})
    operations.join(case=case, person=sibling, by=priya, now=timezone.now())
    assert set(case.people.values_list("pseudonym", flat=True)) == {"Child Heron", "Sibling Heron"}
