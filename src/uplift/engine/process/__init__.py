"""How a process stands, and what may be recorded in it.

``position`` says where every step of a case stands on a day; ``may_record`` everything that
stands against a record; ``advice`` what the criteria make of a decision's answers.
"""

from uplift.engine.process.decisions import Advice, advice, appointee_agency
from uplift.engine.process.facts import BUILT_IN, Fact, effective
from uplift.engine.process.filled import asked
from uplift.engine.process.position import position
from uplift.engine.process.recording import may_begin, may_record
from uplift.engine.process.refusals import Refused
from uplift.engine.process.states import ItemPosition, Position, State, StepPosition
from uplift.engine.process.verdict import Verdict, verdict

__all__ = [
    "BUILT_IN",
    "Advice",
    "Fact",
    "ItemPosition",
    "Position",
    "Refused",
    "State",
    "StepPosition",
    "Verdict",
    "advice",
    "appointee_agency",
    "asked",
    "effective",
    "may_begin",
    "may_record",
    "position",
    "verdict",
]
