"""Who may open each address of this room."""

from uplift.ground.access.routes import Route, board

_FINDINGS = "findings of cases the person sees, and released ones of the board"
_OUTCOMES = "outcomes and evaluations of the board whose learning the person reads"

ROUTES: tuple[Route, ...] = (
    board("impact:thread", _FINDINGS),
    *(
        board(f"impact:{name}", _OUTCOMES, "read_learning")
        for name in ("list", "evaluated", "evaluation", "outcome")
    ),
    board("impact:export", _OUTCOMES, "export"),
    board("impact:evaluate", _OUTCOMES, "evaluate"),
)
