"""Who may open each address of this room."""

from uplift.ground.access.routes import Route, board

_SCOPE = "clauses of the board's own framework"
_ACCEPTANCES = "the board's agencies; of acceptances all, or one's own agency's"
_CHECKS = "what the board's own framework asks to check"

ROUTES: tuple[Route, ...] = (
    *(
        board(f"assurance:{name}", _SCOPE, "read_learning")
        for name in ("framework", "export", "clause", "evidence", "changed")
    ),
    board("assurance:to_attest", _SCOPE, "read_learning"),
    board("assurance:to_attest_export", _SCOPE, "read_learning"),
    board("assurance:count", _SCOPE, "attest"),
    board("assurance:acceptances", _ACCEPTANCES, "read_learning", "confirm_sharing"),
    board("assurance:acceptances_export", _ACCEPTANCES, "read_learning", "confirm_sharing"),
    board("assurance:accept", _ACCEPTANCES, "confirm_sharing", "manage_board"),
    board("assurance:take_back", _ACCEPTANCES, "confirm_sharing", "manage_board"),
    board("assurance:checks", _CHECKS, "read_learning"),
    board("assurance:check", _CHECKS, "manage_board"),
)
