"""Signing a decision by entering one's password once more."""

import datetime as dt

from uplift.ground.identity import lockout
from uplift.ground.identity.models import User
from uplift.ground.ui.refusal import Refusal

FIELD = "password"


def confirm_signature(*, user: User, password: str, now: dt.datetime) -> None:
    """Pass when the password is this person's, else raise Refusal for the field `password`.

    Wrong ones count as at sign-in. Call it in the view before the operation, not inside its
    transaction: a refusal would undo the count with the rest.
    """
    if lockout.wait(user.email, now):
        raise Refusal("Too many wrong passwords. Wait a few minutes and sign again.", FIELD)
    if not password:
        raise Refusal("Enter your password to sign.", FIELD)
    if not user.check_password(password):
        lockout.failed(user.email, now)
        raise Refusal("That isn't your password. Nothing has been signed.", FIELD)
    lockout.cleared(user.email)
