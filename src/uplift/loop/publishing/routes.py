"""Who may open each address of this room."""

from uplift.ground.access.routes import Route, board
from uplift.loop.publishing.policies import HANDS

_SCOPE = "publications of cases that the person sees"

ROUTES: tuple[Route, ...] = (
    board("publishing:case", "a case that the person sees"),
    *(
        board(f"publishing:{name}", _SCOPE, *HANDS)
        for name in ("list", "export", "decisions", "page", "preview", "copy", "names", "requests")
    ),
    *(
        board(f"publishing:{name}", _SCOPE, "draft_publication")
        for name in ("choose", "begin", "edit", "submit", "remove", "answer_request")
    ),
    board("publishing:answer", _SCOPE, "draft_publication", "approve_publication"),
    board("publishing:look_for", _SCOPE, "draft_publication", "approve_publication"),
    board("publishing:approve", _SCOPE, "approve_publication"),
    board("publishing:send_back", _SCOPE, "approve_publication"),
    board("publishing:publish", _SCOPE, "draft_publication", "approve_publication"),
    board("publishing:withdraw", _SCOPE, "withdraw"),
)
