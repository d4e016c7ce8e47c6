"""Who may open each address of this room."""

from uplift.ground.access.routes import Route, board

_SCOPE = "inspections of the boards whose learning the person reads"

ROUTES: tuple[Route, ...] = (
    board("lessons:list", _SCOPE, "read_learning"),
    board("lessons:page", _SCOPE, "read_learning"),
    board("lessons:new", _SCOPE, "import_findings"),
    board("lessons:change", _SCOPE, "import_findings"),
)
