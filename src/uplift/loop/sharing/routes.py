"""Who may open each address of this room."""

from uplift.ground.access.routes import Route, board

_BRIEFINGS = "issued briefings of the board; drafts for those who share"
_ASKED = "requests to the agencies the person answers for; all for those who follow every agency"

ROUTES: tuple[Route, ...] = (
    board("sharing:list", _BRIEFINGS, "read_learning", "share"),
    board("sharing:briefing", _BRIEFINGS, "read_learning", "share"),
    board("sharing:pdf", _BRIEFINGS, "read_learning", "share"),
    *(
        board(f"sharing:{name}", _BRIEFINGS, "share")
        for name in ("new", "change", "issue", "deliver", "ask")
    ),
    board("sharing:waiting", _ASKED, "read_learning", "share", "confirm_sharing"),
    board("sharing:confirm", _ASKED, "confirm_sharing", "share"),
    board("sharing:ask_again", _ASKED, "share"),
)
