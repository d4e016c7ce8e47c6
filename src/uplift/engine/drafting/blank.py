"""The framework to begin with when there is none: one process, and the roles boards have."""

from uplift.engine.drafting.edits import Raw
from uplift.engine.drafting.ids import id_for

ROLES: Raw = {
    "business_manager": {
        "name": "Business Manager",
        "says": "Runs the board's office and keeps the record of every case.",
        "may": [
            *("see_every_case", "see_identity", "open_case", "record", "correct", "pause"),
            *("convert", "export", "manage_learning", "manage_actions", "share", "evaluate"),
            *("draft_publication", "withdraw", "attest", "see_history", "manage_board"),
            *("import_findings", "read_learning"),
        ],
        "enters_for": ["agency_lead"],
    },
    "board_chair": {
        "name": "Chair of the Board",
        "says": "Takes the decisions that are the Board's.",
        "may": [
            *("see_every_case", "see_identity", "record", "decide", "pause", "convert"),
            *("approve_publication", "withdraw", "attest", "see_history", "read_learning"),
        ],
    },
    "board_member": {
        "name": "Board member",
        "seats": "group",
        "says": "Sees the learning, not the cases.",
        "may": ["read_learning", "attest"],
    },
    "agency_lead": {
        "name": "Agency lead",
        "seats": "group",
        "held": "agency",
        "says": "Answers for one agency, and sees what that agency is asked for.",
        "may": ["answer_return", "update_action", "confirm_sharing", "attest", "read_learning"],
    },
}


def blank(*, pack: str, name: str, people: str, process: str) -> Raw:
    """A framework of that name with one process, in which a case can be told to the board."""
    return {
        "pack": pack,
        "name": name,
        "people": people,
        "source": {"title": name},
        "roles": ROLES,
        "processes": {id_for(process, ()): new_process(process, "business_manager")},
    }


def new_process(name: str, by: str) -> Raw:
    """A process of that name with its first step, taken by that role."""
    return {
        "name": name,
        "starts": ["notified"],
        "stages": {"start": {"name": "How it starts"}},
        "steps": [
            {
                "id": "notified",
                "name": "Board told",
                "event": "the day the board was told",
                "kind": "record",
                "stage": "start",
                "by": by,
            }
        ],
    }
