"""Who attests a clause. None = may; else the sentence shown in place of the button."""

from uplift.engine.spec import Clause, Pack
from uplift.ground.access.reach import Reach
from uplift.ground.ui.refusal import NotYours, Refusal


def may_attest(reach: Reach, pack: Pack, clause: Clause) -> Refusal | None:
    """Whether this person states how the clause is honoured."""
    if clause.attest is None:
        return NotYours("This clause is honoured by what is built in or measured.")
    if reach.may("attest") and clause.attest.by in reach.roles:
        return None
    return NotYours(f"It is for this role to state: {pack.roles[clause.attest.by].name}.")


def may_count(reach: Reach) -> Refusal | None:
    """Whether this person has the figures counted anew at once."""
    if reach.may("attest"):
        return None
    return NotYours("The figures are counted anew every night.")
