"""Five free tries, then pauses that grow."""

import datetime as dt

import pytest

from uplift.ground.identity import lockout
from uplift.ground.identity.signature import confirm_signature
from uplift.ground.ui.refusal import Refusal

NOW = dt.datetime(2026, 11, 21, 9, 0, tzinfo=dt.UTC)
EMAIL = "alice@example.org"
MINUTE = dt.timedelta(minutes=1)


def fail(times, now=NOW):
    for _ in range(times):
        lockout.failed(EMAIL, now)


@pytest.mark.parametrize(
    ("failures", "minutes"), [(0, 0), (4, 0), (5, 1), (6, 2), (7, 4), (10, 32), (11, 60), (40, 60)]
)
def test_the_pause_doubles_up_to_an_hour(db, failures, minutes):
    fail(failures)
    assert lockout.wait(EMAIL, NOW) == minutes * MINUTE
    assert lockout.wait(EMAIL, NOW + minutes * MINUTE) == 0 * MINUTE


def test_letter_case_makes_no_difference(db):
    fail(5)
    assert lockout.wait("ALICE@example.org", NOW)
    assert not lockout.wait("bob@example.org", NOW)


def test_the_right_password_begins_again(db):
    fail(5)
    lockout.cleared(EMAIL)
    assert not lockout.wait(EMAIL, NOW)


def test_old_failures_are_forgotten(db):
    fail(4)
    fail(1, NOW + dt.timedelta(days=2))
    assert not lockout.wait(EMAIL, NOW + dt.timedelta(days=2))


def sign(user, password):
    confirm_signature(user=user, password=password, now=NOW)


def test_a_signature_needs_the_signers_own_password(alice):
    sign(alice, "three plain words")
    with pytest.raises(Refusal, match="Enter your password to sign") as refused:
        sign(alice, "")
    assert refused.value.field == "password"
    with pytest.raises(Refusal, match="That isn't your password"):
        sign(alice, "three other words")


def test_wrong_signatures_count_as_wrong_passwords(alice):
    for _ in range(5):
        with pytest.raises(Refusal):
            sign(alice, "wrong")
    with pytest.raises(Refusal, match="Too many wrong passwords"):
        sign(alice, "three plain words")
    lockout.cleared(alice.email)
    fail(2)
    sign(alice, "three plain words")
    assert not lockout.Lockout.objects.exists()
