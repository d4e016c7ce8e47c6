"""E-mails about an account, sent by the job queue. No personal data but the person's own name."""

from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse

from uplift.ground.identity.models import User


def reset(email: str) -> None:
    """The link for a new password, if there is such an account and it is open."""
    for user in User.objects.filter(email__iexact=email, is_active=True):
        _send(user, "reset", "Choose a new password for Uplift", link=password_link(user))


def invitation(user_id: int) -> None:
    """The first link, to someone whose account a board has just made."""
    user = User.objects.get(pk=user_id)
    _send(user, "invitation", "Your Uplift account", link=password_link(user))


def changed(user_id: int, what: str) -> None:
    """What has been changed about the account, so that a stranger's change is noticed."""
    user = User.objects.get(pk=user_id)
    _send(user, "changed", "Your Uplift account was changed", what=what)


def password_link(user: User) -> str:
    """A link that lets this person choose a password once.

    Opening it changes nothing, so that a scanner of e-mails can't use it up: only choosing a
    password does.
    """
    key = {"uidb36": user_pk_to_url_str(user), "key": default_token_generator.make_token(user)}
    return f"{settings.SITE_URL}{reverse('account_reset_password_from_key', kwargs=key)}"


def _send(user: User, template: str, subject: str, **more: str) -> None:
    days = settings.PASSWORD_RESET_TIMEOUT // (24 * 3600)
    context = {"name": user.name, "site": settings.SITE_URL, "days": days} | more
    body = render_to_string(f"identity/letters/{template}.txt", context)
    send_mail(subject, body, None, [user.email])
