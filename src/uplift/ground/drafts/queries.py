"""What somebody has typed and not yet sent."""

from uplift.ground.drafts.models import Draft
from uplift.ground.identity.models import User


def draft_for(user: User, place: str) -> Draft | None:
    """What this person, and nobody else, had typed into the form at `place`."""
    return Draft.objects.filter(user=user, place=place).first()
