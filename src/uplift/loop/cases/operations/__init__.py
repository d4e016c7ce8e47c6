"""Everything that changes a case."""

from uplift.loop.cases.operations.files import bring
from uplift.loop.cases.operations.identity import change_identity, join, open_identity
from uplift.loop.cases.operations.joint import end_sharing, share_with
from uplift.loop.cases.operations.opening import NewPerson, open_case
from uplift.loop.cases.operations.recording import (
    RecordRefused,
    correct,
    give_late_reason,
    pause,
    record,
    resume,
)
from uplift.loop.cases.operations.tasks import rebuild_all_tasks, rebuild_tasks
from uplift.loop.cases.operations.team import add_member, attach, declare_conflict, end_member

__all__ = [
    "NewPerson",
    "RecordRefused",
    "add_member",
    "attach",
    "bring",
    "change_identity",
    "correct",
    "declare_conflict",
    "end_member",
    "end_sharing",
    "give_late_reason",
    "join",
    "open_case",
    "open_identity",
    "pause",
    "rebuild_all_tasks",
    "rebuild_tasks",
    "record",
    "resume",
    "share_with",
]
