"""Faults of the set-up that must stop the server from starting."""

from typing import Any

from django.conf import settings
from django.core import checks


@checks.register(checks.Tags.security)
def demo_never_in_production(**_: Any) -> list[checks.CheckMessage]:
    """One-click sign-in would open every account of the demo board to anyone."""
    if settings.DEMO and settings.PRODUCTION:
        return [
            checks.Error(
                "One-click demo sign-in can't be switched on in production.",
                hint="Take UPLIFT_DEMO out of the environment.",
                id="identity.E001",
            )
        ]
    return []


@checks.register(checks.Tags.security, deploy=True)
def second_step_in_production(**_: Any) -> list[checks.CheckMessage]:
    """Accounts with cases need more than a password."""
    if settings.PRODUCTION and not settings.UPLIFT_REQUIRE_MFA:
        return [
            checks.Warning(
                "People can sign in with a password alone.",
                hint="Set UPLIFT_REQUIRE_MFA=true.",
                id="identity.W001",
            )
        ]
    return []
