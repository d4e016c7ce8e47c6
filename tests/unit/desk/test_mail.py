"""The daily e-mail, urgent work told at once, and the jobs that do it."""

import datetime as dt
import smtplib

import pytest
from django.core import mail as outbox
from django.core.management import call_command
from django.utils import timezone
from django_q.models import OrmQ, Schedule

from uplift.front.desk import jobs, mail
from uplift.front.desk.models import Letter
from uplift.ground.access import operations as access
from uplift.ground.boards.models import Seat
from uplift.ground.history import operations as history
from uplift.ground.history.models import Chain
from uplift.loop.assurance.models import ClauseStatus
from uplift.loop.cases import operations as cases
from uplift.loop.cases.models import Conflict, Member, Task

NAMES = ("Wren", "Heron", "Helen", "Marsh", "Priya", "Shah", "Ann")


@pytest.fixture
def case(world):
    """A case whose panel is a week late."""
    return world.case("Child Wren")


def digest(world, person):
    return mail.digest(user=person, today=world.today, now=timezone.now())


def run(number=0):
    """Do what is in the queue, as the worker does."""
    for row in list(OrmQ.objects.order_by("pk")):
        task = row.task
        function = getattr(jobs, task["func"].rpartition(".")[2])
        row.delete()
        function(*task["args"])
        number += 1
    return number


def nobody_named(message):
    text = message.subject + message.body
    assert not [name for name in NAMES if name in text]


def test_the_digest_counts_and_names_references_only(world, people, case):
    assert digest(world, people["helen"])
    [message] = outbox.outbox
    assert message.subject == "Uplift: 1 late"
    assert message.to == ["helen@northmere.example"]
    assert f"{case.reference}: Criteria panel recommends" in message.body
    assert "Northmere: 1 late, 0 due within a week" in message.body
    assert "http://localhost:8000/b/northmere/" in message.body
    nobody_named(message)


def test_it_goes_out_once_a_day(world, people, case):
    assert digest(world, people["helen"])
    assert not digest(world, people["helen"])
    assert len(outbox.outbox) == 1
    assert str(Letter.objects.get()) == f"digest {world.today.isoformat()} to Helen Marsh"
    tomorrow = world.today + dt.timedelta(days=1)
    assert mail.digest(user=people["helen"], today=tomorrow, now=timezone.now())


def test_nothing_due_means_no_mail(world, people, case):
    Task.objects.update(due=world.today + dt.timedelta(days=8))
    assert not digest(world, people["helen"])
    Task.objects.update(due=world.today + dt.timedelta(days=7))
    assert digest(world, people["helen"])
    assert outbox.outbox[0].subject == "Uplift: 1 due within a week"


def test_a_server_that_is_down_is_tried_again(world, people, case, monkeypatch):
    def down(*_):
        raise smtplib.SMTPServerDisconnected

    with monkeypatch.context() as patch:
        patch.setattr(mail, "send_mail", down)
        with pytest.raises(smtplib.SMTPServerDisconnected):
            jobs.send_digest(people["helen"].pk, world.today.isoformat())
    assert not Letter.objects.exists()
    jobs.send_digest(people["helen"].pk, world.today.isoformat())
    assert len(outbox.outbox) == 1


def test_who_wants_one_and_has_a_seat_gets_one(world, people, case):
    people["helen"].digest = False
    people["helen"].save()
    jobs.send_digests()
    told = {row.task["args"][0] for row in OrmQ.objects.all()}
    assert people["helen"].pk not in told
    assert people["ann"].pk in told
    assert run() == len(told)
    jobs.send_digest(people["helen"].pk, world.today.isoformat())
    jobs.send_digest(people["ann"].pk, "2020-01-01")
    assert "helen@northmere.example" not in [to for m in outbox.outbox for to in m.to]


def test_who_has_no_seat_any_more_gets_none(world, people):
    seat = Seat.objects.get(user=people["tom"])
    yesterday = world.today - dt.timedelta(days=1)
    access.end_seat(seat=seat, on=yesterday, by=None, now=timezone.now())
    jobs.send_digests()
    assert people["tom"].pk not in {row.task["args"][0] for row in OrmQ.objects.all()}


def opened(world, person, case, *steps):
    return mail.opened(user=person, case=case, steps=steps, today=world.today, now=timezone.now())


def test_urgent_work_is_told_once_and_without_names(world, people, case):
    assert opened(world, people["helen"], case, ("panel", ""))
    assert not opened(world, people["helen"], case, ("panel", ""))
    [message] = outbox.outbox
    assert message.subject == f"Uplift: 1 new task in {case.reference}"
    assert "Criteria panel recommends, due " in message.body
    nobody_named(message)


def test_what_can_wait_is_left_to_the_digest(world, people, case):
    Task.objects.update(due=world.today + dt.timedelta(days=6))
    assert not opened(world, people["helen"], case, ("panel", ""))
    Task.objects.filter(step="panel").update(agency=world.northmere.agencies["police"])
    assert mail.urgent(Task.objects.get(step="panel"), world.today)
    Task.objects.update(due=None, agency=None)
    assert not mail.urgent(Task.objects.get(step="panel"), world.today)


def test_nobody_is_told_what_is_not_theirs(world, people, case):
    assert not opened(world, people["ann"], case, ("panel", ""))
    Conflict.objects.create(
        case=case, user=people["helen"], reason="a cousin", declared_on=world.today
    )
    assert not opened(world, people["helen"], case, ("panel", ""))
    assert outbox.outbox == []


def test_an_operation_that_opens_urgent_work_has_it_told(
    world, people, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        case = world.case("Child Wren")
    assert OrmQ.objects.exists()
    while run():
        pass
    told = {to for message in outbox.outbox for to in message.to}
    assert "helen@northmere.example" in told
    assert not told & {"tom@northmere.example", "lewis@northmere.example"}
    for message in outbox.outbox:
        nobody_named(message)
        assert case.reference in message.subject


def test_a_member_of_the_team_is_told_too(world, people, case):
    reviewer = people["tom"]
    Member.objects.create(case=case, user=reviewer, role="lead_reviewer", starts=world.today)
    Task.objects.filter(step="panel").update(role="lead_reviewer")
    jobs.tell_opened(case.pk, [("panel", "")])
    run()
    assert [message.to for message in outbox.outbox] == [["tom@northmere.example"]]


def test_a_closed_account_is_told_nothing(world, people, case):
    people["helen"].is_active = False
    people["helen"].save()
    jobs.tell_person(people["helen"].pk, case.pk, [["panel", ""]])
    assert outbox.outbox == []


def test_the_schedule_is_made_once(db, capsys, monkeypatch):
    at_midnight = [(*job[:2], 0, 0) if job[1] == "clean_drafts" else job for job in jobs.DAILY]
    monkeypatch.setattr(jobs, "DAILY", at_midnight)  # passed already today, whatever the time
    call_command("schedules", verbosity=0)
    assert capsys.readouterr().out == ""
    call_command("schedules")
    first = {row.name: row.next_run for row in Schedule.objects.all()}
    call_command("schedules")
    assert {row.name: row.next_run for row in Schedule.objects.all()} == first
    assert set(first) == {name for name, *_ in jobs.DAILY}
    assert all(run > timezone.now() for run in first.values())
    assert "The daily e-mail" in capsys.readouterr().out
    for row in Schedule.objects.all():
        assert callable(getattr(jobs, row.func.rpartition(".")[2]))


def test_the_nightly_jobs_do_their_work(world, case):
    Task.objects.all().delete()
    jobs.refresh_frameworks()
    jobs.rebuild_tasks()
    jobs.count_clauses()
    jobs.clean_drafts()
    jobs.sweep_files()
    jobs.verify_history()
    assert Task.objects.filter(case=case, step="panel").exists()
    assert ClauseStatus.objects.filter(board=case.board).exists()
    cases.rebuild_tasks(case, world.today)


def test_tampering_is_noticed_the_next_night(world, people):
    history.append(
        board=world.northmere.board,
        by=people["priya"],
        now=timezone.now(),
        operation="t.did",
        subject=people["priya"],
    )
    Chain.objects.update(length=0)
    with pytest.raises(jobs.Tampered, match="was changed"):
        jobs.verify_history()
