"""How allauth behaves here: our lockout, our words."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from markupsafe import Markup

from uplift.ground.identity import lockout
from uplift.ground.identity.models import User
from uplift.ground.identity.sealed import seal, unseal

#: What is said after an operation of allauth's; the others say nothing.
SAYS = {
    "account/messages/password_changed.txt": "Your new password is in force.",
    "account/messages/password_set.txt": "Your password is in force.",
    "mfa/messages/totp_activated.txt": "The second step is switched on.",
    "mfa/messages/totp_deactivated.txt": "The second step is switched off.",
}


class Accounts(DefaultAccountAdapter):
    """Accounts are made by a board, never by oneself: no address for it is mounted."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": "That e-mail address and password don't belong together.",
        "too_many_login_attempts": (
            "That was tried too often. Wait a few minutes, or ask for a new password."
        ),
        "incorrect_password": "That isn't your password.",
        "enter_current_password": "That isn't your password.",
        "incorrect_code": "That code isn't right. Codes change every 30 seconds: try the next one.",
        "rate_limited": "That was tried too often. Wait a few minutes and try again.",
        "invalid_password_reset": "This link has been used or is too old.",
    }

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        if lockout.wait(credentials.get("email", ""), timezone.now()):
            raise self.validation_error("too_many_login_attempts")
        super().pre_authenticate(request, **credentials)

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        lockout.failed(credentials.get("email", ""), timezone.now())

    def authenticate(self, request: HttpRequest, **credentials: Any) -> User | None:
        user: User | None = super().authenticate(request, **credentials)
        if user is not None:
            lockout.cleared(user.email)
        return user

    def reauthenticate(self, user: User, password: str) -> bool:
        found = self.authenticate(context.request, email=user.email, password=password)
        return found is not None and found.pk == user.pk

    def set_password(self, user: User, password: str) -> None:
        super().set_password(user, password)
        lockout.cleared(user.email)

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        *args: Any,
        **kwargs: Any,
    ) -> None:
        if message_template in SAYS:
            messages.add_message(request, messages.SUCCESS, SAYS[message_template])

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("account_home")


class SecondStep(DefaultMFAAdapter):
    """The second step: its secrets are sealed, and it can't be left where all must have it."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": Accounts.error_messages["incorrect_code"],
        "cannot_delete_authenticator": "Everyone needs a second step here, so it stays on.",
    }

    def encrypt(self, text: str) -> str:
        return seal(text)

    def decrypt(self, encrypted_text: str) -> str:
        return str(unseal(encrypted_text))

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        return not settings.UPLIFT_REQUIRE_MFA

    def build_totp_svg(self, url: str) -> str:
        """The picture to scan, as markup for the page: without the line that opens a file."""
        svg = str(super().build_totp_svg(url))
        return Markup(svg[svg.index("<svg") :])  # noqa: S704 - drawn by the QR code library
