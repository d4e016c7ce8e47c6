"""Wrong passwords: after five, each further try has to wait, longer every time.

The count is kept by a keyed digest of the address typed, known or not, so that a lock tells
nobody whether there is such an account.
"""

import datetime as dt

from django.db.models import F

from uplift.ground.identity.models import Lockout
from uplift.ground.identity.sealed import fingerprint

FREE_TRIES = 5
FIRST_PAUSE = dt.timedelta(minutes=1)
LONGEST_PAUSE = dt.timedelta(hours=1)
FORGOTTEN_AFTER = dt.timedelta(days=1)


def _key(email: str) -> str:
    return fingerprint("sign-in", email)


def wait(email: str, now: dt.datetime) -> dt.timedelta:
    """How long until this account may be tried again; nothing when it may be now."""
    lock = Lockout.objects.filter(key=_key(email), failures__gte=FREE_TRIES).first()
    if lock is None:
        return dt.timedelta()
    doublings = min(lock.failures - FREE_TRIES, 10)
    pause: dt.timedelta = min(FIRST_PAUSE * 2**doublings, LONGEST_PAUSE)
    return max(lock.last_failed + pause - now, dt.timedelta())


def failed(email: str, now: dt.datetime) -> None:
    """Count one wrong password."""
    key = _key(email)
    Lockout.objects.filter(key=key, last_failed__lt=now - FORGOTTEN_AFTER).delete()
    made = {"failures": 1, "last_failed": now}
    lock, new = Lockout.objects.get_or_create(key=key, defaults=made)
    if not new:
        Lockout.objects.filter(pk=lock.pk).update(failures=F("failures") + 1, last_failed=now)


def cleared(email: str) -> None:
    """The right password was given, or a new one set: begin again."""
    Lockout.objects.filter(key=_key(email)).delete()
