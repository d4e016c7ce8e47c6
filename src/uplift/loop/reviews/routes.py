"""Who may open each address of this room."""

from uplift.ground.access.routes import Route, board

_CASE = "chronologies of cases the person sees"
_WHOLE = "chronologies of cases the person sees, or that are shared with their agency"
_OWN = "the person's agency's own chronology, and those of cases the person sees"

ROUTES: tuple[Route, ...] = (
    *(board(f"reviews:{name}", _WHOLE) for name in ("chronology", "export", "picture", "names")),
    *(
        board(f"reviews:{name}", _CASE)
        for name in (
            *("pairs", "judge", "episodes", "new_episode", "change_episode", "remove_episode"),
            *("sources", "share", "set_episode", "contradicts", "separate"),
        )
    ),
    *(
        board(f"reviews:{name}", _OWN)
        for name in (
            *("account", "add", "workbook", "bring", "upload", "drop", "original"),
            *("entry", "change", "remove"),
        )
    ),
)
