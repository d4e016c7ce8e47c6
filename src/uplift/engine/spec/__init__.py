"""What a framework pack says: frozen models, and the reader with its errors by file and line."""

from uplift.engine.spec.clauses import Clause, Honour
from uplift.engine.spec.conditions import Condition
from uplift.engine.spec.features import FEATURES
from uplift.engine.spec.forms import NO_PERIODS, NOT_KNOWN, Criteria, Form, Question, Type
from uplift.engine.spec.pack import Pack, Role
from uplift.engine.spec.processes import Duty, Kind, Process, Result, Step
from uplift.engine.spec.reader import read_pack
from uplift.engine.spec.schema import json_schema
from uplift.engine.spec.tree import PackError, PackErrors

__all__ = [
    "FEATURES",
    "NOT_KNOWN",
    "NO_PERIODS",
    "Clause",
    "Condition",
    "Criteria",
    "Duty",
    "Form",
    "Honour",
    "Kind",
    "Pack",
    "PackError",
    "PackErrors",
    "Process",
    "Question",
    "Result",
    "Role",
    "Step",
    "Type",
    "json_schema",
    "read_pack",
]
