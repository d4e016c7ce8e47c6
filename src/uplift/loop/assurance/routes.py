"""Who may open each address of this room."""

from uplift.ground.access.routes import Route

ROUTES: tuple[Route, ...] = ()
