"""Signing."""

from uplift.ground.drafts.forms import VersionForm
from uplift.ground.ui import fields


class SignForm(VersionForm):
    """The password once more, under what it signs."""

    password = fields.Password(
        label="Your password",
        help_text="Entering it signs the record in your name.",
        error_messages={"required": "Enter your password to sign."},
    )


class ConfirmForm(VersionForm):
    """A button under what it confirms."""
