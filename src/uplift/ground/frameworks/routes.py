"""Who may open each address of this room."""

from uplift.ground.access.routes import Route, board
from uplift.ground.frameworks.editor import routes as editor

_SCOPE = "every edition of a framework: public documents"

ROUTES: tuple[Route, ...] = (
    *(
        board(f"frameworks:{page}", _SCOPE, "read_learning")
        for page in ("read", "edition", "type", "form", "whole", "pdf", "compare")
    ),
    *editor.ROUTES,
)
