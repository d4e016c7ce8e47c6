"""Sessions end in time, and one comes back to where one was."""

import datetime as dt

import pytest
from django.utils import timezone

from uplift.ground.identity import sessions
from uplift.ground.identity.signals import work_interrupted

PAGE = "/b/northmere/cases/"


@pytest.fixture
def at_work(client, alice):
    """A client signed in just now."""
    client.force_login(alice)
    return client


def ago(client, **keys):
    """Set the session's clocks back."""
    session = client.session
    now = timezone.now()
    for key, delta in keys.items():
        session[getattr(sessions, key)] = int((now - delta).timestamp())
    session.save()


def minutes(number):
    return dt.timedelta(minutes=number)


def test_a_session_goes_on_while_one_works(at_work):
    ago(at_work, BEGAN=minutes(700), SEEN=minutes(29))
    assert at_work.get(PAGE).status_code == 200
    assert at_work.session[sessions.SEEN] >= timezone.now().timestamp() - 5


def test_the_last_request_is_noted_to_the_minute(at_work):
    ago(at_work, BEGAN=minutes(5), SEEN=dt.timedelta(seconds=30))
    before = at_work.session[sessions.SEEN]
    at_work.get(PAGE)
    assert at_work.session[sessions.SEEN] == before


def test_half_an_hour_of_nothing_ends_it(at_work):
    ago(at_work, BEGAN=minutes(40), SEEN=minutes(30))
    answer = at_work.get(PAGE + "?state=open")
    expected = "/account/sign-in/?next=%2Fb%2Fnorthmere%2Fcases%2F%3Fstate%3Dopen&ended=idle"
    assert answer.headers["Location"] == expected
    page = at_work.get(expected).content.decode()
    assert "nothing had been done for half an hour" in page
    assert 'value="/b/northmere/cases/?state=open"' in page


def test_twelve_hours_end_it_whatever_one_does(at_work):
    ago(at_work, BEGAN=minutes(720), SEEN=minutes(0))
    answer = at_work.get(PAGE)
    assert answer.headers["Location"].endswith("ended=long")
    assert "twelve hours" in at_work.get(answer.headers["Location"]).content.decode()
    assert "_auth_user_id" not in at_work.session


def test_a_form_sent_too_late_is_handed_over_to_be_kept(at_work, alice):
    kept = []

    def keep(user, request, **_):
        kept.append((user, request.POST["title"]))

    work_interrupted.connect(keep)
    ago(at_work, BEGAN=minutes(40), SEEN=minutes(31))
    referer = f"http://testserver{PAGE}?page=2"
    answer = at_work.post(PAGE, {"title": "A finding"}, headers={"Referer": referer})
    work_interrupted.disconnect(keep)
    assert kept == [(alice, "A finding")]
    assert "next=%2Fb%2Fnorthmere%2Fcases%2F%3Fpage%3D2&" in answer.headers["Location"]


def test_a_form_from_elsewhere_leads_back_to_its_own_address(at_work):
    ago(at_work, BEGAN=minutes(40), SEEN=minutes(31))
    answer = at_work.post(PAGE, headers={"Referer": "https://example.com/x"})
    assert "next=%2Fb%2Fnorthmere%2Fcases%2F&" in answer.headers["Location"]


def test_a_session_from_before_these_clocks_begins_now(at_work):
    session = at_work.session
    del session[sessions.BEGAN], session[sessions.SEEN]
    session.save()
    assert at_work.get(PAGE).status_code == 200
    assert sessions.BEGAN in at_work.session


def test_staying_signed_in(at_work):
    ago(at_work, BEGAN=minutes(40), SEEN=minutes(29))
    assert at_work.post("/account/alive/").status_code == 204
    assert at_work.session[sessions.SEEN] >= timezone.now().timestamp() - 5
    assert at_work.get("/account/alive/").status_code == 405


def test_strangers_have_no_clocks(client, db):
    assert client.get(PAGE).status_code == 200
    assert client.post("/account/alive/").status_code == 302
    client.get("/account/password/reset/1-set-password/")
    assert client.get(PAGE).status_code == 200
