"""The second step: setting it up, using it, and asking it of everyone."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp

from tests.unit.identity.conftest import PASSWORD
from uplift.ground.identity.models import User
from uplift.ground.identity.sealed import unseal

ON = "/account/second-step/on/"
CODES = "/account/second-step/recovery-codes/"


def code(secret):
    """What the app would show now."""
    counter = next(iter(totp.yield_hotp_counters_from_time()))
    return totp.format_hotp_value(totp.hotp_value(secret, counter))


def confirm(client, password=PASSWORD):
    return client.post("/account/confirm/", {"password": password, "next": ON})


@pytest.fixture
def secret(client, alice, queued, django_capture_on_commit_callbacks):
    """Alice has set up her app; its secret. The client is signed in as she."""
    client.force_login(alice)
    assert client.get(ON).headers["Location"].startswith("/account/confirm/")
    confirm(client)
    client.get(ON)
    key = client.session["mfa.totp.secret"]
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(ON, {"code": code(key)})
    assert answer.headers["Location"] == CODES
    return key


def test_setting_it_up(client, alice, queued, settings):
    client.force_login(alice)
    assert "Off" in client.get("/account/second-step/").content.decode()
    page = client.get(ON, follow=True).content.decode()
    assert "Is it still you?" in page
    assert "That isn&#39;t your password." in confirm(client, "wrong").content.decode()
    confirm(client)
    page = client.get(ON).content.decode()
    assert "<svg" in page
    assert "data:image" not in page
    assert "<?xml" not in page
    wrong = client.post(ON, {"code": "000000"}).content.decode()
    assert "That code isn&#39;t right." in wrong
    assert "Fill in “Code”." in client.post(ON, {}).content.decode()


def test_its_secret_is_sealed(secret):
    kept = Authenticator.objects.get(type="totp").data["secret"]
    assert kept != secret
    assert unseal(kept) == secret


def test_signing_in_asks_for_the_code(client, secret, alice):
    client.post("/account/sign-out/")
    form = {"login": alice.email, "password": PASSWORD}
    answer = client.post("/account/sign-in/", form)
    assert answer.headers["Location"].startswith("/account/second-step/code/")
    assert "_auth_user_id" not in client.session
    page = client.get("/account/second-step/code/").content.decode()
    assert "Six digits from your app" in page
    wrong = client.post("/account/second-step/code/", {"code": "123"}).content.decode()
    assert "That code isn&#39;t right." in wrong
    recovery = Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()[0]
    client.post("/account/second-step/code/", {"code": recovery})
    assert int(client.session["_auth_user_id"]) == alice.pk


def test_recovery_codes_are_shown_and_made_anew(client, secret):
    codes = Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()
    page = client.get(CODES).content.decode()
    assert all(one in page for one in codes)
    assert "10 codes" in client.get(CODES + "new/").content.decode()
    client.post(CODES + "new/")
    assert codes[0] not in client.get(CODES).content.decode()
    assert "On" in client.get("/account/second-step/").content.decode()


def test_switching_it_off(client, secret, queued):
    page = client.get("/account/second-step/off/").content.decode()
    assert "Switch off the second step?" in page
    client.post("/account/second-step/off/")
    assert not Authenticator.objects.exists()
    assert [job[2] for job in queued] == [
        "A second step was added to signing in.",
        "The second step was taken away from signing in.",
    ]


def test_it_stays_where_everyone_must_have_it(client, secret, settings):
    settings.UPLIFT_REQUIRE_MFA = True
    page = client.post("/account/second-step/off/").content.decode()
    assert "Everyone needs a second step here" in page
    assert Authenticator.objects.filter(type="totp").exists()


def test_where_everyone_must_have_it_nothing_opens_before(client, db, settings):
    bob = User.objects.create_user("bob@example.org", "Bob Fern", PASSWORD)
    client.force_login(bob)
    settings.UPLIFT_REQUIRE_MFA = True
    for page in ("/b/northmere/", "/account/", CODES):
        assert client.get(page).headers["Location"] == ON
    assert client.get("/account/sign-out/").status_code == 200
    assert client.get(ON).headers["Location"].startswith("/account/confirm/")


def test_where_everyone_must_have_it_those_who_have_it_go_on(client, secret, settings):
    settings.UPLIFT_REQUIRE_MFA = True
    assert client.get("/b/northmere/").status_code == 200
    assert client.get("/b/northmere/").status_code == 200


def test_the_code_may_confirm_too(client, secret):
    session = client.session
    session["account_authentication_methods"] = []
    session.save()
    page = client.get("/account/second-step/confirm/").content.decode()
    assert "Use your password instead" in page
    page = client.get("/account/confirm/").content.decode()
    assert "Use a code from your app instead" in page
    recovery = Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()[0]
    answer = client.post("/account/second-step/confirm/", {"code": recovery, "next": ON})
    assert answer.status_code == 302
