"""Who states how a clause is honoured, who accepts the framework, who checks it, and whether it
can be done now. None = may; else the sentence shown in place of the button."""

from uplift.engine.spec import Clause, Pack
from uplift.ground.access.reach import Reach
from uplift.ground.boards.models import Agency
from uplift.ground.frameworks.models import Adoption
from uplift.ground.ui.refusal import NotYours, Refusal
from uplift.loop.assurance.models import Acceptance


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


def accepts_for(reach: Reach, agency: Agency) -> bool:
    """Whether this person speaks for the agency; others who may, enter it on its behalf."""
    return reach.may_for("confirm_sharing", agency.pk)


def can_accept(agency: Agency, adoption: Adoption) -> Refusal | None:
    """Whether the agency's acceptance is still missing."""
    standing = Acceptance.objects.filter(agency=agency, adoption=adoption)
    if standing.filter(taken_back_at__isnull=True).exists():
        return Refusal(f"{agency} has accepted the framework already.")
    return None


def may_accept(reach: Reach, agency: Agency, adoption: Adoption) -> Refusal | None:
    """Whether this person records the agency's acceptance now: for it, or on its behalf."""
    if not accepts_for(reach, agency) and not reach.may("manage_board"):
        return NotYours(f"Only {agency} accepts, or the business unit on its behalf.")
    return can_accept(agency, adoption)


def can_take_back(acceptance: Acceptance) -> Refusal | None:
    """Whether the acceptance still stands."""
    return Refusal("It was taken back already.") if acceptance.taken_back_at else None


def may_take_back(reach: Reach, acceptance: Acceptance) -> Refusal | None:
    """Whether this person takes back an acceptance that was entered by mistake."""
    if not accepts_for(reach, acceptance.agency) and not reach.may("manage_board"):
        return NotYours("Only the agency takes it back, or the business unit.")
    return can_take_back(acceptance)


def may_check(reach: Reach) -> Refusal | None:
    """Whether this person answers what the framework asks the board to check."""
    if reach.may("manage_board"):
        return None
    return NotYours("The board's business unit answers what is to be checked.")
