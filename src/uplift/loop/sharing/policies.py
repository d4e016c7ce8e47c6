"""Who may share the learning and say that it was passed on. None = may."""

from uplift.ground.access.reach import Reach
from uplift.ground.ui.refusal import NotYours, Refusal
from uplift.loop.sharing.models import Briefing, Confirmation


def may_share(reach: Reach) -> Refusal | None:
    """Whether this person writes briefings, delivers them and asks agencies to pass them on."""
    if reach.may("share"):
        return None
    return NotYours("Sharing the learning isn't part of your role at this board.")


def can_change(briefing: Briefing) -> Refusal | None:
    """Whether a briefing's words may still be changed."""
    if briefing.issued_on:
        return Refusal("It is issued: people have read it as it is. Write another one instead.")
    return None


def may_change(reach: Reach, briefing: Briefing) -> Refusal | None:
    """Whether this person changes or issues a briefing now."""
    return may_share(reach) or can_change(briefing)


def can_spread(briefing: Briefing) -> Refusal | None:
    """Whether a briefing can be delivered, and agencies asked to pass it on."""
    return None if briefing.issued_on else Refusal("Issue the briefing first.")


def may_spread(reach: Reach, briefing: Briefing) -> Refusal | None:
    """Whether this person records deliveries and asks agencies now."""
    return may_share(reach) or can_spread(briefing)


def can_confirm(confirmation: Confirmation) -> Refusal | None:
    """Whether the agency's answer is still missing."""
    if confirmation.confirmed_on:
        return Refusal("The agency has confirmed this already.")
    return None


def may_confirm(reach: Reach, confirmation: Confirmation) -> Refusal | None:
    """Whether this person confirms: for the agency, or entering what it said."""
    own = reach.may_for("confirm_sharing", confirmation.agency_id)
    if not own and not reach.may("share"):
        return NotYours(f"Only {confirmation.agency} confirms this.")
    return can_confirm(confirmation)
