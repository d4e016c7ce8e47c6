"""Making and closing accounts. The board's own operations, above, write the history of it."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django_q.tasks import async_task

from uplift.ground.identity.models import User
from uplift.ground.ui.refusal import Refusal


@transaction.atomic
def invite(*, by: User | None, now: dt.datetime, email: str, name: str) -> User:
    """The account with this address, made if there is none, and sent the link for a password.

    Someone who has chosen a password already gets no second invitation. Raises Refusal for an
    address that can't be one.
    """
    email = email.strip().lower()
    try:
        validate_email(email)
    except ValidationError as error:
        raise Refusal("Enter an e-mail address, like name@example.org.", "email") from error
    user = User.objects.filter(email=email).first()
    if user is None:
        if not name.strip():
            raise Refusal("Enter the person's name.", "name")
        user = User.objects.create_user(email, name.strip())
    if not user.has_usable_password():
        async_task("uplift.ground.identity.letters.invitation", user.pk)
    return user


@transaction.atomic
def close(*, by: User, now: dt.datetime, user: User) -> User:
    """Close an account: its sessions end with their next request. It can be opened again."""
    if by.pk == user.pk:
        raise Refusal("You can't close your own account. Ask someone else to do it.")
    user.is_active = False
    user.save(update_fields=["is_active"])
    return user
