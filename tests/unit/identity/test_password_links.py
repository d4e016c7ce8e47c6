"""Links by e-mail: invitations and new passwords."""

import re

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from tests.unit.identity.conftest import PASSWORD
from uplift.ground.identity import letters, lockout, operations
from uplift.ground.identity.models import Lockout, User
from uplift.ground.ui.refusal import Refusal

NEW = "four other plain words"


def link_in(message):
    return re.search(r"https?://[^/]+(/\S+/reset/\S+-\S+/)", message.body)[1]


def invite(email="bob@example.org", name="Bob Fern"):
    return operations.invite(by=None, now=timezone.now(), email=email, name=name)


def test_asking_queues_the_letter_known_or_not(client, alice, queued):
    for email in ("Alice@example.org", "nobody@example.org"):
        answer = client.post("/account/password/reset/", {"email": email})
        assert answer.headers["Location"] == "/account/password/reset/sent/"
    assert [job[1] for job in queued] == ["alice@example.org", "nobody@example.org"]
    assert (
        "If there is an account with that address"
        in client.get("/account/password/reset/sent/").content.decode()
    )


def test_a_wrong_address_is_told(client, db, queued):
    page = client.post("/account/password/reset/", {"email": "alice"}).content.decode()
    assert "Enter a valid email address." in page
    assert queued == []


def test_the_letter_goes_to_open_accounts_only(alice):
    letters.reset("ALICE@example.org")
    letters.reset("nobody@example.org")
    assert [message.to for message in mail.outbox] == [["alice@example.org"]]
    alice.is_active = False
    alice.save()
    letters.reset("alice@example.org")
    assert len(mail.outbox) == 1
    assert "Dear Alice Moss" in mail.outbox[0].body
    assert "for 3 days" in mail.outbox[0].body


def test_a_link_survives_being_opened_by_a_scanner_and_works_once(client, alice, queued):
    letters.reset(alice.email)
    link = link_in(mail.outbox[0])
    for _ in range(3):
        assert client.get(link, follow=True).status_code == 200
    client.head(link)
    form = client.get(link, follow=True)
    assert "Choose a password" in form.content.decode()
    where = form.redirect_chain[-1][0]
    page = client.post(where, {"password1": "short"}).content.decode()
    assert "Use at least 12 characters." in page
    lockout.failed(alice.email, timezone.now())
    answer = client.post(where, {"password1": NEW}, follow=True)
    assert "Your password is set" in answer.content.decode()
    alice.refresh_from_db()
    assert alice.check_password(NEW)
    assert not Lockout.objects.exists()
    assert "This link no longer works" in client.get(link, follow=True).content.decode()
    assert queued == [
        ("uplift.ground.identity.letters.changed", alice.pk, "The password was changed.")
    ]


@pytest.mark.parametrize("link", ["1-abc-def", "zzzz-abc", "1-set-password"])
def test_a_made_up_link(client, alice, link):
    answer = client.get(f"/account/password/reset/{link}/", follow=True)
    assert "This link no longer works" in answer.content.decode()


def test_an_invitation_makes_an_account_without_a_password(client, db, queued):
    bob = invite(email=" Bob@Example.org ")
    assert (bob.email, bob.name, bob.has_usable_password()) == (
        "bob@example.org",
        "Bob Fern",
        False,
    )
    assert queued == [("uplift.ground.identity.letters.invitation", bob.pk)]
    letters.invitation(bob.pk)
    page = client.get(link_in(mail.outbox[0]), follow=True)
    answer = client.post(page.redirect_chain[-1][0], {"password1": NEW}, follow=True)
    assert "Your password is set" in answer.content.decode()


def test_someone_with_a_password_is_not_invited_again(alice, queued):
    assert invite(email="alice@example.org", name="Other") == alice
    assert queued == []


def test_bad_invitations_make_nothing(db, queued):
    with pytest.raises(Refusal, match="Enter an e-mail address") as refused:
        invite(email="bob")
    assert refused.value.field == "email"
    with pytest.raises(Refusal, match="Enter the person's name") as refused:
        invite(name=" ")
    assert refused.value.field == "name"
    assert not User.objects.exists()


def test_closing_an_account_ends_its_sessions(client, alice, db):
    bob = User.objects.create_user("bob@example.org", "Bob Fern", PASSWORD)
    client.force_login(alice)
    assert client.get("/account/").status_code == 200
    operations.close(by=bob, now=timezone.now(), user=alice)
    assert client.get("/account/").status_code == 302
    with pytest.raises(Refusal, match="your own account"):
        operations.close(by=bob, now=timezone.now(), user=bob)


def test_changing_ones_password(client, alice, queued):
    elsewhere = Client()
    elsewhere.force_login(alice)
    client.force_login(alice)
    url = "/account/password/change/"
    page = client.post(url, {"oldpassword": "wrong", "password1": NEW}).content.decode()
    assert "That isn&#39;t your password." in page
    answer = client.post(url, {"oldpassword": PASSWORD, "password1": NEW}, follow=True)
    assert "Your new password is in force." in answer.content.decode()
    assert queued[0][2] == "The password was changed."
    assert elsewhere.get("/account/").status_code == 302
    letters.changed(alice.pk, "The password was changed.")
    assert "The password was changed." in mail.outbox[0].body


def test_choosing_a_password_where_there_was_none(client, db, queued):
    bob = User.objects.create_user("bob@example.org", "Bob Fern")
    client.force_login(bob)
    assert "Choose a password" in client.get("/account/password/set/").content.decode()
