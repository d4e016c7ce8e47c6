"""Tells people of changes to their own account."""

from typing import Any

from allauth.account import signals as account
from allauth.mfa import signals as mfa
from allauth.mfa.models import Authenticator
from django.dispatch import receiver
from django_q.tasks import async_task

from uplift.ground.identity.models import User

LETTER = "uplift.ground.identity.letters.changed"


@receiver([account.password_changed, account.password_reset, account.password_set])
def new_password(user: User, **_: Any) -> None:
    """A password was chosen."""
    async_task(LETTER, user.pk, "The password was changed.")


@receiver(mfa.authenticator_added)
def second_step_on(user: User, authenticator: Authenticator, **_: Any) -> None:
    """The app was added; its recovery codes come and go with it."""
    if authenticator.type == Authenticator.Type.TOTP:
        async_task(LETTER, user.pk, "A second step was added to signing in.")


@receiver(mfa.authenticator_removed)
def second_step_off(user: User, authenticator: Authenticator, **_: Any) -> None:
    """The app was taken away."""
    if authenticator.type == Authenticator.Type.TOTP:
        async_task(LETTER, user.pk, "The second step was taken away from signing in.")
