"""The route table: every address of the product, who may open it, and which rows it reads.

The gate (`uplift.ground.access.gate`) answers 404 to whatever isn't here; a test compares the
table with the addresses that exist.
"""

from uplift.front.desk import routes as desk
from uplift.front.public import routes as public
from uplift.ground.access.routes import Route, anyone, signed_in
from uplift.ground.frameworks import routes as frameworks
from uplift.loop.actions import routes as actions
from uplift.loop.assurance import routes as assurance
from uplift.loop.cases import routes as cases
from uplift.loop.impact import routes as impact
from uplift.loop.learning import routes as learning
from uplift.loop.lessons import routes as lessons
from uplift.loop.publishing import routes as publishing
from uplift.loop.reviews import routes as reviews
from uplift.loop.sharing import routes as sharing

_OWN = "the person's own account"
_NONE = "no rows"

_ACCOUNT: tuple[Route, ...] = (
    *(
        anyone(name, _NONE)
        for name in (
            "brand",
            "style",
            "style_page",
            "account_login",
            "account_inactive",
            "account_reset_password",
            "account_reset_password_done",
            "account_reset_password_from_key",
            "account_reset_password_from_key_done",
            "mfa_authenticate",
            "demo_sign_in",
        )
    ),
    *(
        signed_in(name, _OWN)
        for name in (
            "account_logout",
            "account_change_password",
            "account_set_password",
            "account_reauthenticate",
            "mfa_index",
            "mfa_activate_totp",
            "mfa_deactivate_totp",
            "mfa_view_recovery_codes",
            "mfa_generate_recovery_codes",
            "mfa_reauthenticate",
            "account_home",
            "session_alive",
            "drafts:save",
            "drafts:discard",
        )
    ),
)

ROUTES: tuple[Route, ...] = (
    *_ACCOUNT,
    *desk.ROUTES,
    *frameworks.ROUTES,
    *cases.ROUTES,
    *lessons.ROUTES,
    *reviews.ROUTES,
    *learning.ROUTES,
    *actions.ROUTES,
    *sharing.ROUTES,
    *impact.ROUTES,
    *assurance.ROUTES,
    *publishing.ROUTES,
    *public.ROUTES,
)
