"""Who may open each address of the editor."""

from uplift.ground.access.routes import Route, board

_PAGES = (
    *("list", "new", "bring"),
    *("overview", "parts", "one", "add", "remove", "move"),
    *("condition", "statement", "due", "limit", "honour", "measure"),
    *("look", "try", "adopt", "export", "discard"),
)

ROUTES: tuple[Route, ...] = tuple(
    board(f"frameworks:edit_{page}", "the board's own drafts of a framework", "manage_board")
    for page in _PAGES
)
