"""Who may open each address of this room."""

from uplift.ground.access.routes import Route, board

_SCOPE = "actions on findings the person sees, and those of an agency they answer for"

ROUTES: tuple[Route, ...] = (
    *(board(f"actions:{name}", _SCOPE) for name in ("list", "export", "action")),
    *(
        board(f"actions:{name}", _SCOPE, "update_action", "manage_actions")
        for name in ("answer", "say", "finish")
    ),
    *(
        board(f"actions:{name}", _SCOPE, "manage_actions")
        for name in ("new", "change", "embed", "reopen")
    ),
)
