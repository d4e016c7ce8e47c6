"""Who may open each address of this room."""

from uplift.ground.access.routes import Route, board, signed_in

_SEEN = "cases the person sees"
_ASKED = "the returns asked of the person's agency"
_JOINT = "reviews that other boards lead and this board takes part in"
_GROUP = "cases of the boards that the person's group serves, in which it has a part"
_OWN = "the person's own unfinished notification"

ROUTES: tuple[Route, ...] = (
    board("cases:list", _SEEN),
    board("cases:export", _SEEN, "export"),
    *(
        board(f"cases:{name}", _OWN, "open_case")
        for name in ("new", "new_drop", "new_check", "new_page")
    ),
    *(
        board(f"cases:{name}", _SEEN)
        for name in (
            *("page", "decisions", "export_decisions", "people", "agencies", "files", "file"),
            *("papers", "document", "history", "identity", "join", "conflict", "add_member"),
            *(
                "end_member",
                "pause",
                "resume",
                "convert",
                "convert_to",
                "step",
                "decide",
                "check",
                "done",
            ),
            *("share", "end_share", "late", "letter", "correct", "check_correction", "withdraw"),
        )
    ),
    signed_in("panel", _GROUP),
    board("cases:joint", _JOINT, "see_every_case"),
    board("cases:follow", _JOINT, "see_every_case"),
    board("cases:return", _ASKED, "answer_return"),
    board("cases:return_file", _ASKED, "answer_return"),
)
