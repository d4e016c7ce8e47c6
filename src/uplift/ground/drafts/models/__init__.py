"""Nothing typed is lost, and nothing is done twice."""

from uplift.ground.drafts.models.draft import Draft
from uplift.ground.drafts.models.submission import Submission

__all__ = ["Draft", "Submission"]
