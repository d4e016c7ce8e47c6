"""Signing in with an e-mail address: what works, and what tells nobody anything."""

import datetime as dt
import re

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.unit.identity.conftest import PASSWORD
from uplift.ground.identity.models import Lockout

URL = "/account/sign-in/"
WRONG = "That e-mail address and password don&#39;t belong together."
TOO_OFTEN = "That was tried too often."


def sign_in(client, email="alice@example.org", password=PASSWORD, **more):
    return client.post(URL, {"login": email, "password": password} | more)


def test_the_right_password_signs_in(client, alice):
    answer = sign_in(client, email="Alice@Example.org")
    assert answer.headers["Location"] == "/"
    assert int(client.session["_auth_user_id"]) == alice.pk


def test_one_returns_to_the_page_one_came_from(client, alice):
    page = client.get(URL, {"next": "/b/northmere/cases/"}).content.decode()
    assert '<input type="hidden" name="next" value="/b/northmere/cases/">' in page
    answer = sign_in(client, next="/b/northmere/cases/")
    assert answer.headers["Location"] == "/b/northmere/cases/"


@pytest.mark.parametrize("elsewhere", ["https://example.com/", "//example.com/", "javascript:x"])
def test_one_is_never_sent_elsewhere(client, alice, elsewhere):
    assert sign_in(client, next=elsewhere).headers["Location"] == "/"


def test_unknown_and_wrong_look_the_same(client, alice):
    answers = [
        sign_in(client, password="wrong"),
        sign_in(client, email="nobody@example.org"),
    ]
    assert [answer.status_code for answer in answers] == [200, 200]
    assert all(WRONG in answer.content.decode() for answer in answers)
    token = re.compile('csrfmiddlewaretoken" value="[^"]+"')
    one, other = (token.sub("", answer.content.decode()) for answer in answers)
    assert one.replace("alice@", "") == other.replace("nobody@", "")


def test_empty_boxes_have_their_sentences(client, db):
    page = client.post(URL, {}).content.decode()
    assert "Fill in “E-mail address”." in page
    assert "Fill in “Password”." in page
    assert "<title>Error: Sign in \N{EN DASH} Uplift</title>" in page


@pytest.mark.parametrize("email", ["alice@example.org", "nobody@example.org"])
def test_after_five_wrong_passwords_one_has_to_wait(client, alice, email):
    """Known or not; the right password doesn't help either."""
    for _ in range(5):
        assert WRONG in sign_in(client, email=email, password="wrong").content.decode()
    assert TOO_OFTEN in sign_in(client, email=email).content.decode()
    minutes_ago = timezone.now() - dt.timedelta(minutes=2)
    Lockout.objects.update(last_failed=minutes_ago)
    answer = sign_in(client, email=email)
    assert answer.status_code == (302 if email.startswith("alice") else 200)


def test_the_address_is_not_kept_with_the_count(client, alice):
    sign_in(client, password="wrong")
    assert "alice" not in Lockout.objects.get().key


def test_a_closed_account(client, alice):
    alice.is_active = False
    alice.save()
    answer = sign_in(client)
    assert answer.headers["Location"] == reverse("account_inactive")
    assert "This account is closed" in client.get(answer.headers["Location"]).content.decode()
    assert "_auth_user_id" not in client.session


def test_signing_out_is_asked_first(client, alice):
    client.force_login(alice)
    assert "Sign out?" in client.get("/account/sign-out/").content.decode()
    assert "_auth_user_id" in client.session
    client.post("/account/sign-out/")
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("name", ["signup", "email", "login/code", "confirm-email", "inactive"])
def test_what_is_not_used_is_not_there(client, db, name):
    assert client.get(f"/account/{name}/").status_code == 404


def test_the_demonstration_is_offered_where_there_is_one(client, db, settings):
    assert "demonstration" not in client.get(URL).content.decode()
    settings.DEMO = True
    assert "/account/demo/" in client.get(URL).content.decode()
