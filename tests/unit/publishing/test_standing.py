"""On the site for its time, withdrawn at once, put back, removed, given on request."""

import datetime as dt

import pytest

from uplift.ground.ui.filters.dates import day
from uplift.ground.ui.refusal import Refusal
from uplift.loop.cases.models import Fact
from uplift.loop.publishing.models import Publication
from uplift.loop.publishing.queries import copies

Standing = Publication.Standing
A_YEAR = dt.timedelta(days=366)


def shown(publication):
    return copies.find(publication.board, publication.slug)


def test_it_cant_be_removed_before_its_time(desk):
    publication = desk.published()
    with pytest.raises(Refusal, match=f"stays on the site until {day(publication.keep_until)}"):
        desk.remove(publication)
    assert shown(publication).standing == Standing.PUBLISHED


def test_after_its_time_it_is_given_on_request(desk):
    publication = desk.published()
    desk.now += A_YEAR
    publication = desk.remove(publication)
    found = shown(publication)
    assert publication.standing == found.standing == Standing.ON_REQUEST
    assert (found.title, found.html, found.sha256) == ("Learning from a fire", "", "")
    assert Fact.objects.filter(case=desk.case, step="remove").exists()
    assert not copies.on_show(publication.board, desk.now.date()).exists()
    with pytest.raises(Refusal, match="its text stays"):
        desk.write(publication)


def test_withdrawn_at_once(desk):
    publication = desk.withdraw(desk.published())
    found = shown(publication)
    assert found.standing == Standing.WITHDRAWN
    assert (found.title, found.html, found.review) == ("", "", "")
    assert found.notice == "To protect a child."
    assert found.withdrawn_on == desk.world.today
    assert publication.withdrawal_reason == "The child was recognised at school."
    fact = Fact.objects.get(case=desk.case, step="withdraw")
    assert (fact.outcome, fact.values["reasons"]) == ("down", publication.withdrawal_reason)


def test_withdrawing_doesnt_wait_for_the_right_seat(desk):
    """The framework lets the chair record it; whoever may withdraw needn't wait for the chair."""
    publication = desk.withdraw(desk.published(), by="lewis", role="publisher")
    assert publication.standing == Standing.WITHDRAWN
    assert not Fact.objects.filter(case=desk.case, step="withdraw").exists()


def test_only_what_is_on_the_site_is_withdrawn(desk):
    with pytest.raises(Refusal, match="isn't on the site"):
        desk.withdraw(desk.begin())


def test_put_back_by_two_people_and_the_days_are_added(desk):
    publication = desk.published()
    until = publication.keep_until
    publication = desk.withdraw(publication)
    desk.now += dt.timedelta(days=10)
    publication = desk.approve(desk.submit(publication))
    desk.publish(publication, by="ann", role="board_chair")
    publication.refresh_from_db()
    assert publication.standing == Standing.PUBLISHED
    assert publication.keep_until == until + dt.timedelta(days=10)
    assert (publication.withdrawn_on, publication.withdrawal_notice) == (None, "")
    assert Fact.objects.filter(case=desk.case, step="withdraw", outcome="back").exists()
    assert shown(publication).earlier


def test_the_public_finds_nothing_of_what_was_never_published(desk):
    publication = desk.begin()
    assert copies.find(publication.board, "") is None
    assert copies.find(publication.board, "learning-from-a-fire") is None


def test_the_public_list(desk):
    publication = desk.published()
    board, today = publication.board, desk.world.today
    assert copies.years(board, today) == [today.year]
    assert copies.on_show(board, today, year=str(today.year), form="report").count() == 1
    assert not copies.on_show(board, today, year="1999").exists()
    assert not copies.on_show(board, today, form="summary").exists()
    assert not copies.on_show(desk.world.southvale.board, today).exists()
    assert not copies.on_show(board, today - dt.timedelta(days=1)).exists()
