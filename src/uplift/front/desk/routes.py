"""Who may open each address of this room."""

from uplift.ground.access.routes import Route, anyone, board, signed_in

_WORK = "what waits for the person, and what they see of each room"
_SEEN = "what the person sees of each room"
_SEATS = "the seats at the board and in its groups"
_OWN = "the person's own entries, readings and settings"

ROUTES: tuple[Route, ...] = (
    signed_in("boards", "the boards at which the person has a seat"),
    anyone("calendar_feed", "what waits for the person whose token it is"),
    *(board(f"desk:{name}", _WORK) for name in ("home", "tasks", "tasks_export")),
    *(board(f"desk:{name}", _SEEN) for name in ("diary", "day", "search")),
    *(board(f"desk:{name}", _OWN) for name in ("did", "did_export", "read", "read_export")),
    *(board(f"desk:{name}", _OWN) for name in ("settings", "feed_new", "feed_end")),
    *(
        board(f"desk:{name}", _SEATS, "manage_board")
        for name in ("people", "people_export", "give_seat", "end_seat")
    ),
)
