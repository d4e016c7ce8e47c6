"""Forms of signing in, in plain words. They stand on allauth's, which do the work."""

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp.forms import ActivateTOTPForm
from django import forms
from django.http import HttpRequest
from django_q.tasks import async_task

from uplift.ground.ui.forms import speak_plainly

CHOOSING_HINT = (
    "At least 12 characters. Three or four words that don't belong together are strong and easy "
    "to remember."
)


class Plain(forms.BaseForm):
    """Takes away what allauth puts into the boxes and gives the fields our `words`:
    label, and hint if any."""

    words: dict[str, tuple[str, str]]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.use_required_attribute = False
        self.label_suffix = ""
        for name in list(self.fields):
            if name not in self.words:
                del self.fields[name]
                continue
            field = self.fields[name]
            field.label, field.help_text = self.words[name]
            field.widget.attrs.pop("placeholder", None)
            if name == "code":
                field.widget.attrs["inputmode"] = "numeric"
                field.width = 10  # type: ignore[attr-defined]  # read by ui.components
        speak_plainly(self)


class SignIn(Plain, account.LoginForm):
    words = {"login": ("E-mail address", ""), "password": ("Password", "")}


class AskForReset(Plain, account.ResetPasswordForm):
    words = {"email": ("E-mail address", "The one you sign in with.")}

    def save(self, request: HttpRequest, **_: Any) -> str:
        """Queue the letter: known or not, the address costs the same time."""
        email = str(self.cleaned_data["email"])
        async_task("uplift.ground.identity.letters.reset", email)
        return email


class ChoosePassword(Plain, account.ResetPasswordKeyForm):
    words = {"password1": ("New password", CHOOSING_HINT)}


class ChangePassword(Plain, account.ChangePasswordForm):
    words = {
        "oldpassword": ("Your password now", ""),
        "password1": ("New password", CHOOSING_HINT),
    }


class SetPassword(Plain, account.SetPasswordForm):
    words = {"password1": ("Password", CHOOSING_HINT)}


class ConfirmPassword(Plain, account.ReauthenticateForm):
    words = {"password": ("Password", "")}


class EnterCode(Plain, mfa.AuthenticateForm):
    words = {"code": ("Code", "Six digits from your app, or one of your recovery codes.")}


class EnterCodeAgain(Plain, mfa.ReauthenticateForm):
    words = EnterCode.words


class ActivateApp(Plain, ActivateTOTPForm):
    words = {"code": ("Code", "The six digits that your app shows for Uplift.")}
