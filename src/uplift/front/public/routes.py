"""Who may open each address of this room."""

from uplift.ground.access.routes import Route, anyone

_COPIES = "frozen copies that are on the site"

ROUTES: tuple[Route, ...] = (
    anyone("public:landing", "names of the boards"),
    anyone("public:robots", "no rows"),
    anyone("public:sitemap", _COPIES),
    anyone("public:accessibility", "no rows"),
    anyone("public:privacy", "no rows"),
    anyone("public:board", _COPIES),
    anyone("public:feed", _COPIES),
    anyone("public:report", _COPIES),
)
