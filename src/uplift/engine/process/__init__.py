"""How a process stands, and what may be recorded in it."""

from uplift.engine.process.facts import BUILT_IN, Fact, effective
from uplift.engine.process.position import position
from uplift.engine.process.states import ItemPosition, Position, State, StepPosition
from uplift.engine.process.verdict import Verdict, verdict

__all__ = [
    "BUILT_IN",
    "Fact",
    "ItemPosition",
    "Position",
    "State",
    "StepPosition",
    "Verdict",
    "effective",
    "position",
    "verdict",
]
