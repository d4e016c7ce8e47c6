"""What somebody has typed and not yet sent."""

from uplift.ground.drafts.models import Draft, Submission
from uplift.ground.identity.models import User


def draft_for(user: User, place: str) -> Draft | None:
    """What this person, and nobody else, had typed into the form at `place`."""
    return Draft.objects.filter(user=user, place=place).first()


def sent_before(user: User, key: str) -> str:
    """The address to which a form with this submission key led before; empty for a new one."""
    sent = Submission.objects.filter(user=user, key=key).first() if key else None
    return sent.outcome if sent else ""
