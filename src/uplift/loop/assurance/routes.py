"""Who may open each address of this room."""

from uplift.ground.access.routes import Route, board

_SCOPE = "clauses of the board's own framework"

ROUTES: tuple[Route, ...] = (
    board("assurance:framework", _SCOPE, "read_learning"),
    board("assurance:count", _SCOPE, "attest"),
    board("assurance:clause", _SCOPE, "read_learning"),
)
