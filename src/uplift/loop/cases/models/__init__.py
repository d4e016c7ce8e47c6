"""A case: what was recorded of it, who may see it, and what is to be done."""

from uplift.loop.cases.models.case import Case
from uplift.loop.cases.models.fact import Fact
from uplift.loop.cases.models.file import CaseFile
from uplift.loop.cases.models.joint import JointBoard
from uplift.loop.cases.models.people import Person
from uplift.loop.cases.models.task import Task
from uplift.loop.cases.models.team import CaseRole, Conflict, Member

__all__ = [
    "Case",
    "CaseFile",
    "CaseRole",
    "Conflict",
    "Fact",
    "JointBoard",
    "Member",
    "Person",
    "Task",
]
