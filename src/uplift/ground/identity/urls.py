"""Addresses of signing in: of allauth's, only those that are used here."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from django.urls import path, re_path

from uplift.ground.identity import views

_RESET = r"^password/reset/(?P<uidb36>[0-9a-z]+)-(?P<key>[0-9a-z-]+)/$"

urlpatterns = [
    path("", views.account_home, name="account_home"),
    path("alive/", views.session_alive, name="session_alive"),
    path("demo/", views.demo_sign_in, name="demo_sign_in"),
    path("sign-in/", account.login, name="account_login"),
    path("sign-out/", account.logout, name="account_logout"),
    path("closed/", account.account_inactive, name="account_inactive"),
    path("confirm/", account.reauthenticate, name="account_reauthenticate"),
    path("password/change/", account.password_change, name="account_change_password"),
    path("password/set/", account.password_set, name="account_set_password"),
    path("password/reset/", account.password_reset, name="account_reset_password"),
    path("password/reset/sent/", account.password_reset_done, name="account_reset_password_done"),
    path(
        "password/reset/done/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    re_path(_RESET, account.password_reset_from_key, name="account_reset_password_from_key"),
    path("second-step/", mfa.index, name="mfa_index"),
    path("second-step/code/", mfa.authenticate, name="mfa_authenticate"),
    path("second-step/confirm/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("second-step/on/", totp.activate_totp, name="mfa_activate_totp"),
    path("second-step/off/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path(
        "second-step/recovery-codes/",
        recovery_codes.view_recovery_codes,
        name="mfa_view_recovery_codes",
    ),
    path(
        "second-step/recovery-codes/new/",
        recovery_codes.generate_recovery_codes,
        name="mfa_generate_recovery_codes",
    ),
]
